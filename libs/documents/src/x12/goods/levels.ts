import type { RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode } from '../../grammar/node.js';
import { loop, optional, type SegmentRule, segment } from '../../grammar/structure.js';
import { chargeLoop } from '../parts/segments.js';

/** What may stand on any level, in the order of the standard. Source: ASC X12 004010, transaction set 856, loop HL. */
export const levelLoop: SegmentRule = loop(segment('HL', 1, 200_000), [
  ...optional('LIN SN1 SLN PRF PO4 PID MEA PWK PKG TD1 TD5 TD3 TD4 TSD REF PER LS LE'),
  loop(segment('CLD', 0, 200), optional('REF DTP')),
  ...optional('MAN DTM FOB PAL'),
  loop(segment('N1', 0, 200), [segment('N2', 0, 2), segment('N3', 0, 2), ...optional('N4 REF PER FOB')]),
  ...optional('SDQ ETD CUR'),
  chargeLoop,
  ...optional('GF YNQ'),
  loop(segment('LM', 0, 10), optional('LQ')),
  loop(segment('V1', 0, 100_000), optional('R4 DTM')),
]);

/** One HL of a set with the level it stands in: `parent` is the index of the level above. */
export interface Level {
  node: GrammarNode;
  code: string;
  parent?: number;
}

/** Shipment, order, tare, pack, item: which level stands above which when a sender leaves HL02 out. */
const RANK: Readonly<Record<string, number>> = { S: 0, O: 1, T: 2, P: 3, I: 4 };

/** A part of an item whose first part stands before it: the rows pass it over, the rule of the levels reads it. */
export const CONTINUED = 'I+';

/**
 * The levels of a set. HL02 names the level above by its number; where it is empty or names none that came before, the nearest
 * level of a higher rank is taken, as senders who leave it out mean it.
 */
export function levelsOf(root: GrammarNode, report?: RuleView['report']): Level[] {
  const byNumber = new Map<string, number>();
  const levels: Level[] = [];
  childrenOf(root, 'HL').forEach((node, index) => {
    const number = node.values.get('01') ?? '';
    const named = node.values.get('02');
    const code = (node.values.get('03') ?? '').replace(CONTINUED, 'I');
    const parent = byNumber.get(named ?? '') ?? nearestAbove(levels, code);
    if (named !== undefined && !byNumber.has(named))
      report?.({
        ...levelAt(index),
        code: 'HL_PARENT_UNKNOWN',
        message: `HL02 names the level ${named}, which does not come before this one.`,
      });
    if (byNumber.has(number))
      report?.({ ...levelAt(index), code: 'HL_NUMBER_TWICE', message: `The level number ${number} stands twice.` });
    byNumber.set(number, index);
    levels.push({ node, code, ...(parent === undefined ? {} : { parent }) });
  });
  return levels;
}

function levelAt(index: number): { at: string; severity: 'warning' } {
  return { at: `HL[${index + 1}]`, severity: 'warning' };
}

function nearestAbove(levels: readonly Level[], code: string): number | undefined {
  const rank = RANK[code] ?? 5;
  for (let index = levels.length - 1; index >= 0; index--) if ((RANK[levels[index]?.code ?? ''] ?? 5) < rank) return index;
  return undefined;
}

/** The levels above one, the nearest first. */
export function above(levels: readonly Level[], index: number): Level[] {
  const found: Level[] = [];
  for (let at = levels[index]?.parent; at !== undefined; at = levels[at]?.parent) {
    const level = levels[at];
    if (level !== undefined) found.push(level);
  }
  return found;
}

/** Whether a level is one of a handling unit. */
export function isUnit(level: Level): boolean {
  return level.code === 'T' || level.code === 'P';
}

/**
 * Before the rows read: an item that goes on in another unit or lot stands once more with the same line number. It is marked, so
 * that it becomes no second line. Items without any line number are lines of their own.
 */
export function markContinued(root: GrammarNode): void {
  const levels = levelsOf(root);
  const seen = new Set<string>();
  levels.forEach((level, index) => {
    if (level.code !== 'I') return;
    const key = keyOf(
      level,
      above(levels, index).find(({ code }) => code === 'O'),
    );
    if (key !== undefined && seen.has(key)) level.node.values.set('03', CONTINUED);
    if (key !== undefined) seen.add(key);
  });
}

/** What makes two items one line: order, line numbers, part numbers and unit. */
export function keyOf({ node }: Level, order: Level | undefined): string | undefined {
  const line = childrenOf(node, 'LIN')[0];
  const sent = childrenOf(node, 'SN1')[0];
  const number = line?.values.get('01');
  const position = sent?.values.get('01');
  if (number === undefined && position === undefined) return undefined;
  const parts = [...(line?.values ?? [])].filter(([key]) => key !== '01').map(([, value]) => value);
  const own = childrenOf(node, 'PRF')[0] ?? (order === undefined ? undefined : childrenOf(order.node, 'PRF')[0]);
  return JSON.stringify([number, position, withoutLots(parts), sent?.values.get('03'), own?.values.get('01')]);
}

/** Pairs of qualifier and number without lot and serial number, which differ between the parts of one line. */
function withoutLots(pairs: readonly string[]): string[] {
  return pairs.filter((_, index) => !['LT', 'SN'].includes(pairs[index - (index % 2)] ?? ''));
}
