import type { EnglishTerms, Microseconds, SoftClose } from '../auction-file.js';
import { standings } from '../placed-bids.js';
import type { LineState, Moment } from '../play.js';

/** A line that was bid on, from which bid on it is new, and when. */
interface Bidding {
  line: LineState;
  since: number;
  moment: Moment;
}

/** The lines after soft close: their closes moved when one of the new bids on `line` came late enough and far enough up. */
export function extended(terms: EnglishTerms, lines: readonly LineState[], bidding: Bidding): readonly LineState[] {
  const { softClose } = terms;
  if (!softClose || !isTriggered(softClose, bidding)) return lines;
  const { line, moment } = bidding;
  const isMoved = (other: LineState) =>
    softClose.extends === 'ALL_LINES' ? other.closesAtUs >= moment.runningUs : other.lineId === line.lineId;
  const made = softClose.extends === 'ALL_LINES' ? extensionsOfAll(lines) : line.extensions.length;
  if (made >= softClose.extensionsMax) return lines;
  return lines.map((other) => (isMoved(other) ? moved(softClose, other, moment) : other));
}

/** Extensions of several lines by one bid are one. */
function extensionsOfAll(lines: readonly LineState[]): number {
  return new Set(lines.flatMap(({ extensions }) => extensions.map(({ sequence }) => sequence))).size;
}

function isTriggered({ triggerUs, lowestTriggeringRank }: SoftClose, { line, since, moment }: Bidding): boolean {
  if (moment.runningUs < line.closesAtUs - triggerUs) return false;
  const bidding = new Set(line.placed.slice(since).map(({ bidderId }) => bidderId));
  const reached = standings(line.placed, moment.bidders).filter(({ bid }) => bidding.has(bid.bidId));
  return reached.some(({ rank }) => lowestTriggeringRank === undefined || rank <= lowestTriggeringRank);
}

function moved(softClose: SoftClose, line: LineState, { sequence, atUs, runningUs }: Moment): LineState {
  const wanted = softClose.countsFrom === 'CLOSE' ? line.closesAtUs + softClose.lengthUs : runningUs + softClose.lengthUs;
  const latest = softClose.totalUsMax === undefined ? wanted : Math.min(wanted, line.firstCloseUs + softClose.totalUsMax);
  if (latest <= line.closesAtUs) return line;
  const announced = (running: Microseconds): Microseconds => running + atUs - runningUs;
  const extension = { sequence, lineId: line.lineId, fromUs: announced(line.closesAtUs), toUs: announced(latest) };
  return { ...line, closesAtUs: latest, extensions: [...line.extensions, extension] };
}
