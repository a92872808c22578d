import { add, compare, subtract } from '#libs/kernel';
import type { DespatchLine } from '../../canonical/goods/despatch-advice.js';
import type { DocumentQuantity } from '../../canonical/line.js';
import type { RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode } from '../../grammar/node.js';
import { groupLots, type LotGroup, writeLot } from './lots.js';

/** One item level of a line: where it lies. */
export interface Portion {
  node: GrammarNode;
  unit?: string;
}

interface Line {
  line: DespatchLine;
  node: GrammarNode;
  at: string;
  report: RuleView['report'];
}

interface Share {
  quantity: DocumentQuantity;
  unit?: string;
  lots: LotGroup[];
}

/**
 * An 856 says one quantity, one unit and one lot in each item level: a line that lies in several units, or is of several lots, is
 * as many levels with the same numbers. Lots of a line that lies in several units stand in the first, as nobody tells which lies where.
 */
export function portionsOf(what: Line): Portion[] {
  const { node, at, report } = what;
  const shares = sharesOf(what);
  const nodes = shares.map((_, index) => (index === 0 ? node : copyOf(node)));
  return shares.map(({ quantity, lots, unit }, index) => {
    const own = nodes[index] ?? node;
    if (shares.length > 1) childrenOf(own, 'SN1')[0]?.values.set('02', quantity.value);
    for (const lot of lots.length > 1 ? together(lots) : lots) writeLot(own, lot);
    if (lots.length > 1)
      report({
        at: `${at}.traced[]`,
        code: 'NOT_EXPRESSED',
        message: 'The set cannot say what belongs to which of several lots in one level; their numbers alone were written.',
        severity: 'info',
      });
    return { node: own, ...(unit === undefined ? {} : { unit }) };
  });
}

/** Several lots in one level: the lots, then the serial numbers. One lot beside serial numbers that are not of it would be read as theirs, and stays out. */
function together(groups: readonly LotGroup[]): LotGroup[] {
  const lots = [...new Set(groups.map(({ goods }) => goods.lot))].filter((lot) => lot !== undefined);
  const misleads = lots.length === 1 && groups.some(({ goods }) => goods.lot === undefined);
  return [
    ...(misleads ? [] : lots.map((lot) => ({ goods: { lot }, serials: [] }))),
    { goods: {}, serials: groups.flatMap(({ serials }) => serials) },
  ];
}

/** A further level of a line repeats what identifies it, nothing else. */
function copyOf(node: GrammarNode): GrammarNode {
  const copy: GrammarNode = { ...node, values: new Map([['03', 'I']]), used: new Set(), children: [] };
  for (const name of ['LIN', 'SN1']) for (const child of childrenOf(node, name)) copy.children.push(structuredClone(child));
  const sent = childrenOf(copy, 'SN1')[0];
  for (const key of ['05', '06', '08']) sent?.values.delete(key);
  return copy;
}

function sharesOf(what: Line): Share[] {
  const { line, at, report } = what;
  const lots = groupLots(line.traced);
  const [first, ...others] = line.packed.map(({ package: unit, quantity }) => ({ unit, lots: [], ...withQuantity(quantity) }));
  const whole: Share = { quantity: line.quantity, lots, ...(first === undefined ? {} : { unit: first.unit }) };
  if (first !== undefined && others.length > 0) {
    const shares = parted(line.quantity, [first, ...others]);
    const isSame = lots.length === 1 && lots[0]?.serials.length === 0;
    if (shares !== undefined) return shares.map((share, index) => (index === 0 || isSame ? { ...share, lots } : share));
    report({
      at: `${at}.packed[]`,
      code: 'QUANTITIES_DO_NOT_ADD_UP',
      message: 'The quantities in the units do not make up that of the line; only the first unit was written.',
      severity: 'warning',
    });
    return [whole];
  }
  if (lots.length <= 1) return [whole];
  const place = first === undefined ? {} : { unit: first.unit };
  return (
    parted(
      line.quantity,
      lots.map((lot) => ({ lots: [lot], ...place, ...withQuantity(quantityOf(lot, line.quantity)) })),
    ) ?? [whole]
  );
}

function withQuantity(quantity: DocumentQuantity | undefined): { quantity?: DocumentQuantity } {
  return quantity === undefined ? {} : { quantity };
}

/** Serial numbers are one each. */
function quantityOf({ quantity, serials }: LotGroup, { rawUnit: _raw, ...of }: DocumentQuantity): DocumentQuantity | undefined {
  return quantity ?? (serials.length > 0 ? { ...of, value: String(serials.length) } : undefined);
}

type Open = Omit<Share, 'quantity'> & { quantity?: DocumentQuantity };

/** Shares with their quantities: one may have none and gets what is left, else what is left is of no lot. Undefined when they cannot make up the whole. */
function parted(whole: DocumentQuantity, shares: readonly Open[]): Share[] | undefined {
  const open = shares.filter(({ quantity }) => quantity === undefined).length;
  if (open > 1 || shares.some(({ quantity }) => quantity !== undefined && quantity.unit !== whole.unit)) return undefined;
  const sum = shares.reduce((total, { quantity }) => add(total, quantity?.value ?? '0'), '0');
  const rest = { ...whole, value: subtract(whole.value, sum) };
  const left = compare(rest.value, '0');
  if (left < 0 || (open === 1) !== left > 0)
    return left > 0 && shares[0]?.unit === undefined ? [...closed(shares, rest), { lots: [], quantity: rest }] : undefined;
  return closed(shares, rest);
}

function closed(shares: readonly Open[], rest: DocumentQuantity): Share[] {
  return shares.map((share) => ({ ...share, quantity: share.quantity ?? rest }));
}
