import { isDecimal } from '#libs/kernel';
import type { TracedGoods } from '../../canonical/goods/package.js';
import type { DocumentQuantity } from '../../canonical/line.js';
import type { RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode, newNode } from '../../grammar/node.js';
import { day } from '../fields.js';

const DATES = { producedOn: '@productionDate', expiresOn: '@expirationDate' } as const;
const dates = Object.keys(DATES) as (keyof typeof DATES)[];

/** Lots of a line (Batch) and its serial numbers (AssetInfo); batchQuantity is in units of the line. */
export function readLots(item: GrammarNode, unit: Omit<DocumentQuantity, 'value'>): TracedGoods[] {
  const lots = childrenOf(item, 'Batch').flatMap((node) => {
    const number = childrenOf(node, 'SupplierBatchID')[0];
    const goods: TracedGoods = {};
    const lot = number?.values.get('');
    if (lot !== undefined) goods.lot = lot;
    number?.used.add('');
    for (const key of dates) {
      const found = day.decode(node.values.get(DATES[key]) ?? '');
      if (typeof found !== 'string') continue;
      goods[key] = found;
      node.used.add(DATES[key]);
    }
    const quantity = node.values.get('@batchQuantity');
    if (quantity !== undefined && isDecimal(quantity)) {
      goods.quantity = { value: quantity, ...unit };
      node.used.add('@batchQuantity');
    }
    return Object.keys(goods).length === 0 ? [] : [goods];
  });
  const serials = childrenOf(item, 'AssetInfo').flatMap((node) => {
    const serial = node.values.get('@serialNumber');
    if (serial !== undefined) node.used.add('@serialNumber');
    return serial === undefined ? [] : [{ serial }];
  });
  const [only] = lots;
  if (only === undefined || lots.length > 1 || serials.length === 0) return [...lots, ...serials];
  const { quantity: _whole, ...goods } = only;
  return serials.map((one) => ({ ...goods, ...one }));
}

interface Lots {
  item: GrammarNode;
  quantity: DocumentQuantity;
  at: string;
  report: RuleView['report'];
}

/** Writes lots once each and every serial number; of which lot a serial number is can be said only when there is one lot. */
export function writeLots(traced: readonly TracedGoods[], { item, quantity: whole, at, report }: Lots): void {
  const written = new Set<string>();
  for (const { serial, quantity, certificates: _, bestBefore: _unsaid, ...goods } of traced) {
    if (serial !== undefined) item.children.push(leafed('AssetInfo', '@serialNumber', serial));
    const key = JSON.stringify(goods);
    if (Object.keys(goods).length === 0 || (serial !== undefined && written.has(key))) continue;
    written.add(key);
    const node = newNode('Batch');
    for (const name of dates) if (goods[name] !== undefined) node.values.set(DATES[name], goods[name]);
    if (goods.lot !== undefined) node.children.push(leafed('SupplierBatchID', '', goods.lot));
    if (quantity?.unit === whole.unit) node.values.set('@batchQuantity', quantity.value);
    else if (quantity !== undefined) unsaid({ at: `${at}.traced[].quantity`, report }, 'the quantity of a lot in another unit');
    item.children.push(node);
  }
  const several = traced.filter(({ serial }) => serial === undefined).length + (written.size > 1 ? 1 : 0);
  if (several > 0 && traced.some(({ serial }) => serial !== undefined))
    unsaid({ at: `${at}.traced[]`, report }, 'which serial number is of which lot');
}

function unsaid({ at, report }: Pick<Lots, 'at' | 'report'>, what: string): void {
  report({ at, code: 'NOT_EXPRESSED', message: `The format has no place for ${what}; it was not written.`, severity: 'info' });
}

function leafed(name: string, key: string, value: string): GrammarNode {
  const node = newNode(name);
  node.values.set(key, value);
  return node;
}
