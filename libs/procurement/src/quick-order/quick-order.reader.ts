import { makerAliases } from '#libs/catalog';
import { BadInput, type Work } from '#libs/platform';
import { type AskedLine, pricedOffers } from '../placing/placing.reader.js';
import type { PartChoice, PricedLine } from '../placing/placing.rules.js';
import { type QuickLine, quickTextMax, readQuickLines } from './quick-order.rules.js';

/** One pasted line with what it may mean: offers to choose from, or parts when the number is ambiguous. */
export interface ResolvedQuickLine extends Omit<QuickLine, 'problem'> {
  problem: QuickLine['problem'] | 'NUMBER_UNKNOWN' | 'NUMBER_AMBIGUOUS' | 'NO_OFFER' | null;
  choices: PartChoice[];
  offers: PricedLine[];
}

/**
 * Reads pasted lines, up to 1,000, and asks for all of them by one statement. Nothing is guessed: an ambiguous number comes back with its
 * parts, several offers with all of them. Throws BadInput for a text beyond 300,000 characters.
 */
export async function resolveQuickOrder(work: Work, text: string): Promise<ResolvedQuickLine[]> {
  if (text.length > quickTextMax) throw new BadInput([{ path: ['text'], message: `At most ${quickTextMax} characters.` }]);
  const lines = readQuickLines(text, work.now.getUTCFullYear());
  // What stands in many lines alike is asked once.
  const asked = new Map<string, AskedLine>();
  const asks = lines.map((line, n) => {
    if (line.problem) return undefined;
    const key = JSON.stringify([line.number, line.manufacturer, line.quantity]);
    const makers = line.manufacturer ? makerAliases(line.manufacturer) : undefined;
    const first = asked.get(key) ?? { n, number: line.number, makers, qty: line.quantity };
    asked.set(key, first);
    return first.n;
  });
  const answers = asked.size > 0 ? await pricedOffers(work, [...asked.values()]) : [];
  const byLine = new Map<number, PricedLine[]>();
  for (const answer of answers) {
    const known = byLine.get(answer.n);
    if (known) known.push(answer);
    else byLine.set(answer.n, [answer]);
  }
  return lines.map((line, i) => {
    const mine = byLine.get(asks[i] ?? -1) ?? [];
    return {
      ...line,
      problem: line.problem ?? (mine[0]?.problem as ResolvedQuickLine['problem']) ?? null,
      choices: mine[0]?.choices ?? [],
      offers: mine.filter((answer) => answer.offerId !== null),
    };
  });
}
