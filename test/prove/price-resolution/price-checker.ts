import { type AskedLine, type RawWorld, type Resolved, resolve } from './oracle.js';

/** One question with what the hub answered, line by line. */
export interface PriceEvidence {
  world: RawWorld;
  lines: readonly AskedLine[];
  answers: readonly Resolved[];
}

/** Lines whose answer is not what the raw rows make. */
export function priceFaults({ world, lines, answers }: PriceEvidence): string[] {
  if (answers.length !== lines.length) return [`${lines.length} lines, ${answers.length} answers`];
  return lines.flatMap((line, i) => {
    const [wanted, found] = [resolve(world, lines, line), answers[i]!];
    const same =
      wanted.source === found.source &&
      wanted.currency === found.currency &&
      wanted.line === found.line &&
      wanted.obstacle === found.obstacle;
    return same
      ? []
      : [
          `${line.quantity} of ${line.offer}${line.needBy ? ` by ${line.needBy}` : ''}: ${told(found)} instead of ${told(wanted)}`,
        ];
  });
}

const told = ({ source, currency, line, obstacle }: Resolved): string =>
  [line ?? 'none', currency, source, obstacle].filter(Boolean).join(' ');
