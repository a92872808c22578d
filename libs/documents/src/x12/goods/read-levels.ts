import { add } from '#libs/kernel';
import type { DespatchAdvice, DespatchLine } from '../../canonical/goods/despatch-advice.js';
import type { PackedQuantity } from '../../canonical/goods/package.js';
import type { DocumentQuantity } from '../../canonical/line.js';
import type { RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode } from '../../grammar/node.js';
import { quantityOf } from '../parts/quantity-rows.js';
import { above, isUnit, keyOf, type Level, levelsOf } from './levels.js';
import { readLots } from './lots.js';

/** What stood in one item level. */
interface Part {
  quantity?: DocumentQuantity;
  packages: string[];
  traced: ReturnType<typeof readLots>;
}

const KNOWN = ['S', 'O', 'T', 'P', 'I'];

/**
 * What the rows cannot read of an 856: which level stands in which. Every line gets its order, the units it lies in and its lots;
 * an item that goes on in another level adds to its line.
 */
export function readLevels(advice: DespatchAdvice, view: RuleView): void {
  const levels = levelsOf(view.root, view.report);
  checkLevels(levels, view.report);
  for (const { node, code } of levels) if (KNOWN.includes(code)) for (const key of ['01', '02', '03', '04']) node.used.add(key);
  advice.packages.forEach((one, index) => {
    const at = levels.findIndex(({ node }) => node === view.nodeOf(`packages[${index}]`));
    const outer = above(levels, at).find(isUnit);
    const parent = outer?.node.values.get('01');
    if (parent !== undefined && outer !== undefined && !above(levels, at).some(({ code }) => code === 'I')) one.parent = parent;
  });
  const orders = levels.filter(({ code }) => code === 'O');
  const parts = partsOf(levels);
  advice.lines.forEach((line, index) => {
    const at = levels.findIndex(({ node }) => node === view.nodeOf(`lines[${index}]`));
    const found = parts.get(at);
    if (found !== undefined) fillLine(line, found);
    if (orders.length > 1) readOrder(line, above(levels, at).find(({ code }) => code === 'O')?.node);
  });
  if (orders.length > 1) delete advice.order;
}

function checkLevels(levels: readonly Level[], report: RuleView['report']): void {
  if (levels.filter(({ code }) => code === 'S').length > 1)
    report({
      at: 'HL[03=S]',
      code: 'SHIPMENTS_SEVERAL',
      message: 'The set tells of several shipments; each belongs in a set of its own.',
    });
  levels.forEach(({ code }, index) => {
    if (!KNOWN.includes(code))
      report({
        at: `HL[${index + 1}]03`,
        code: 'HL_LEVEL_UNKNOWN',
        message: `The level ${code || 'without a code'} is none of S, O, T, P and I; it was kept unread.`,
        severity: 'warning',
      });
  });
}

/** The parts of each line, by the index of its first level. */
function partsOf(levels: readonly Level[]): Map<number, Part[]> {
  const first = new Map<string, number>();
  const parts = new Map<number, Part[]>();
  levels.forEach((level, index) => {
    if (level.code !== 'I') return;
    const key =
      keyOf(
        level,
        above(levels, index).find(({ code }) => code === 'O'),
      ) ?? `#${index}`;
    const start = first.get(key) ?? index;
    first.set(key, start);
    parts.set(start, [...(parts.get(start) ?? []), partOf(levels, index)]);
    if (start !== index) markRead(level.node);
  });
  return parts;
}

function partOf(levels: readonly Level[], index: number): Part {
  const item = levels[index]?.node;
  const sent = item === undefined ? undefined : childrenOf(item, 'SN1')[0];
  const quantity = quantityOf(sent?.values.get('02'), sent?.values.get('03'));
  const outer = above(levels, index).find(isUnit);
  const inner = levels.filter(
    (level, at) => isUnit(level) && above(levels, at).some(({ node }) => node === item) && !hasUnitBelow(levels, at),
  );
  const packages = (inner.length > 0 ? inner : outer === undefined ? [] : [outer]).map(({ node }) => node.values.get('01') ?? '');
  return { packages, traced: item === undefined ? [] : readLots(item), ...(quantity === undefined ? {} : { quantity }) };
}

function hasUnitBelow(levels: readonly Level[], index: number): boolean {
  return levels.some((level, at) => isUnit(level) && levels[at]?.parent === index);
}

/** A continued item repeats the numbers of its line; quantity and lots are read on their own. */
function markRead(item: GrammarNode): void {
  for (const name of ['LIN', 'SN1'])
    for (const node of childrenOf(item, name))
      for (const key of name === 'SN1' ? ['01', '02', '03'] : node.values.keys()) node.used.add(key);
}

function fillLine(line: DespatchLine, parts: readonly Part[]): void {
  const several = parts.length > 1;
  const packed = new Map<string, PackedQuantity>();
  for (const { packages, quantity } of parts)
    for (const id of packages) {
      const before = packed.get(id)?.quantity;
      const sum =
        before !== undefined && quantity !== undefined ? { ...quantity, value: add(before.value, quantity.value) } : quantity;
      packed.set(id, { package: id, ...(several && packages.length === 1 && sum !== undefined ? { quantity: sum } : {}) });
    }
  line.packed = packed.size === 1 ? [...packed.keys()].map((id) => ({ package: id })) : [...packed.values()];
  for (const { traced, quantity } of parts)
    for (const goods of traced) {
      const same = line.traced.find((known) => known.serial === goods.serial && known.lot === goods.lot);
      if (same === undefined)
        line.traced.push(
          !several || traced.length > 1 || goods.serial !== undefined || quantity === undefined ? goods : { ...goods, quantity },
        );
      else if (same.quantity !== undefined && quantity !== undefined)
        same.quantity = { ...same.quantity, value: add(same.quantity.value, quantity.value) };
    }
  if (several && parts.every(({ quantity }) => quantity !== undefined) && line.quantity !== undefined)
    line.quantity.value = parts.slice(1).reduce((sum, { quantity }) => add(sum, quantity?.value ?? '0'), line.quantity.value);
}

/** PRF of the order level above, where the set has several. A PRF of the item itself has been read by its rows. */
function readOrder(line: DespatchLine, order: GrammarNode | undefined): void {
  const node = order === undefined ? undefined : childrenOf(order, 'PRF')[0];
  const number = node?.values.get('01');
  if (node === undefined || number === undefined) return;
  for (const key of ['01', '03', '04']) node.used.add(key);
  const [version, day] = [node.values.get('03'), /^(\d{4})(\d\d)(\d\d)$/.exec(node.values.get('04') ?? '')];
  line.order ??= {
    number,
    ...(version === undefined ? {} : { version }),
    ...(day === null ? {} : { issuedOn: `${day[1]}-${day[2]}-${day[3]}` }),
  };
}
