import type { TracedGoods } from '../../canonical/goods/package.js';
import type { DocumentQuantity } from '../../canonical/line.js';
import { date } from '../../grammar/field.js';
import { childrenOf, type GrammarNode, newNode } from '../../grammar/node.js';

/** Elements 128 and 374 for what tells goods apart. */
const LOT = 'LT';
const SERIAL = 'SE';
const DATES = { expiresOn: '036', producedOn: '094' } as const;
const dates = Object.entries(DATES) as ['expiresOn' | 'producedOn', string][];

/** Goods of one lot: what stands in one item level. */
export interface LotGroup {
  goods: Omit<TracedGoods, 'serial' | 'quantity'>;
  serials: string[];
  quantity?: DocumentQuantity;
}

/** Lot, serial numbers and dates of an item level, from REF and DTM and from the pairs LT and SN of LIN. */
export function readLots(item: GrammarNode): TracedGoods[] {
  const lots = [...paired(item, 'LT'), ...referenced(item, LOT)];
  const serials = [...paired(item, 'SN'), ...referenced(item, SERIAL)];
  if (lots.length > 1) return [...lots.map((lot) => ({ lot })), ...serials.map((serial) => ({ serial }))];
  const goods: TracedGoods = { ...(lots[0] === undefined ? {} : { lot: lots[0] }) };
  for (const [key, code] of dates) {
    const node = childrenOf(item, 'DTM').find((child) => child.values.get('01') === code);
    const day = node === undefined ? undefined : date('CCYYMMDD').decode(node.values.get('02') ?? '');
    if (typeof day !== 'string') continue;
    goods[key] = day;
    for (const used of ['01', '02']) node?.used.add(used);
  }
  if (serials.length > 0) return serials.map((serial) => ({ ...goods, serial }));
  return Object.keys(goods).length === 0 ? [] : [goods];
}

function paired(item: GrammarNode, qualifier: string): string[] {
  const line = childrenOf(item, 'LIN')[0];
  const found: string[] = [];
  for (let index = 2; index < 31; index += 2) {
    const [key, next] = [String(index).padStart(2, '0'), String(index + 1).padStart(2, '0')];
    const value = line?.values.get(next);
    if (line?.values.get(key) !== qualifier || value === undefined) continue;
    found.push(value);
    for (const used of [key, next]) line.used.add(used);
  }
  return found;
}

function referenced(item: GrammarNode, qualifier: string): string[] {
  return childrenOf(item, 'REF').flatMap((node) => {
    const value = node.values.get('02');
    if (node.values.get('01') !== qualifier || value === undefined) return [];
    for (const used of ['01', '02']) node.used.add(used);
    return [value];
  });
}

/** Traced goods as item levels can say them: serial numbers of one lot with the same dates stand together, every other entry alone. */
export function groupLots(traced: readonly TracedGoods[]): LotGroup[] {
  const groups: LotGroup[] = [];
  for (const { serial, quantity, certificates: _, ...goods } of traced) {
    const key = JSON.stringify(goods);
    const known = groups.find((group) => serial !== undefined && group.serials.length > 0 && JSON.stringify(group.goods) === key);
    if (known !== undefined && serial !== undefined) known.serials.push(serial);
    else groups.push({ goods, serials: serial === undefined ? [] : [serial], ...(quantity === undefined ? {} : { quantity }) });
  }
  return groups;
}

/** Writes a lot into an item level. */
export function writeLot(item: GrammarNode, { goods, serials }: LotGroup): void {
  if (goods.lot !== undefined) item.children.push(leafed('REF', LOT, goods.lot));
  for (const serial of serials) item.children.push(leafed('REF', SERIAL, serial));
  for (const [key, code] of dates) {
    const day = goods[key];
    if (day !== undefined) item.children.push(leafed('DTM', code, day.replaceAll('-', '')));
  }
}

function leafed(name: string, qualifier: string, value: string): GrammarNode {
  const node = newNode(name);
  node.values.set('01', qualifier).set('02', value);
  return node;
}
