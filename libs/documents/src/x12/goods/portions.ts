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
export function portionsOf({ line, node, at, report }: Line): Portion[] {
  const shares = sharesOf({ line, node, at, report });
  return shares.map((share, index) => {
    const own = index === 0 ? node : copyOf(node);
    const sent = childrenOf(own, 'SN1')[0];
    if (shares.length > 1) sent?.values.set('02', share.quantity.value);
    return { own, share };
  }).map(({ own, share }) => {
    for (const lot of share.lots) writeLot(own, lot);
    return { node: own, ...(share.unit === undefined ? {} : { unit: share.unit }) };
  });
}

/** A further level of a line repeats what identifies it, nothing else. */
function copyOf(node: GrammarNode): GrammarNode {
  const copy: GrammarNode = { ...node, values: new Map([['03', 'I']]), used: new Set(), children: [] };
  for (const name of ['LIN', 'SN1'])
    for (const child of childrenOf(node, name)) copy.children.push(structuredClone(child));
  const sent = childrenOf(copy, 'SN1')[0];
  for (const key of ['05', '06', '08']) sent?.values.delete(key);
  return copy;
}

function sharesOf(what: Line): Share[] {
  const { line, at, report } = what;
  const groups = groupLots(line.traced);
  const unit = line.packed[0]?.package;
  if (line.packed.length <= 1 && groups.length <= 1) return [{ quantity: line.quantity, lots: groups, ...(unit === undefined ? {} : { unit }) }];
  if (line.packed.length > 1) {
    const shares = parted(what, line.packed.map(({ package: id, quantity }) => ({ unit: id, lots: [], ...(quantity === undefined ? {} : { quantity }) })), 'packed[]');
    if (shares === undefined) return [{ quantity: line.quantity, lots: groups, ...(unit === undefined ? {} : { unit }) }];
    for (const [index, share] of shares.entries()) if (index === 0 || (groups.length === 1 && groups[0]?.serials.length === 0)) share.lots = groups;
    if (groups.length > 1)
      report({ at: `${at}.traced[].quantity`, code: 'NOT_EXPRESSED', message: 'The set cannot say which lot lies in which unit; the lots stand in the first.', severity: 'info' });
    return shares;
  }
  const lots = groups.map((group) => {
    const quantity = group.quantity ?? (group.serials.length > 0 ? { ...line.quantity, value: String(group.serials.length) } : undefined);
    return { lots: [group], ...(unit === undefined ? {} : { unit }), ...(quantity === undefined ? {} : { quantity }) };
  });
  return parted(what, lots, 'traced[]') ?? [{ quantity: line.quantity, lots: groups, ...(unit === undefined ? {} : { unit }) }];
}

/** Shares with their quantities: one may have none and gets what is left. Undefined, and said, when they do not make up the line. */
function parted({ line, at, report }: Line, shares: readonly (Omit<Share, 'quantity'> & { quantity?: DocumentQuantity })[], key: string): Share[] | undefined {
  const open = shares.filter(({ quantity }) => quantity === undefined).length;
  const same = shares.every(({ quantity }) => quantity === undefined || quantity.unit === line.quantity.unit);
  const sum = shares.reduce((total, { quantity }) => add(total, quantity?.value ?? '0'), '0');
  const left = subtract(line.quantity.value, sum);
  const positive = compare(left, '0') > 0;
  if (same && open <= 1 && (open === 1) === positive && compare(left, '0') >= 0)
    return shares.map((share) => ({ ...share, quantity: share.quantity ?? { ...line.quantity, value: left } }));
  if (same && open === 0 && positive) return [...shares.map((share) => ({ ...share, quantity: share.quantity ?? line.quantity })), { lots: [], quantity: { ...line.quantity, value: left } }];
  report({
    at: `${at}.${key}`,
    code: 'QUANTITIES_DO_NOT_ADD_UP',
    message: `The quantities of ${key} do not make up that of the line; they were not written.`,
    severity: 'warning',
  });
  return undefined;
}
