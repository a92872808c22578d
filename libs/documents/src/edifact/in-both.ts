import type { Message } from '../grammar/message.js';
import type { TradeRelease } from './directory/release.js';

/** One message in each directory the hub has tables of. */
export type InBoth<T> = Readonly<Record<TradeRelease, Message<T>>>;

/** The table of a message for each directory; what differs is in the structure and in the lengths. */
export function inBoth<T>(make: (release: TradeRelease) => Message<T>): InBoth<T> {
  return { 'D.96A': make('D.96A'), 'D.01B': make('D.01B') };
}
