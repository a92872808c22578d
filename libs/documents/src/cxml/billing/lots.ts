import type { InvoiceLine } from '../../canonical/billing/invoice.js';
import type { RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode, newNode } from '../../grammar/node.js';

const LOT = 'SupplierBatchID';

/** After the rows: serial numbers and lots of a line. The lot of SupplierBatchID is that of every serial number; lots of Extrinsics are those of nobody knows which. */
export function readLots(line: InvoiceLine, item: GrammarNode): void {
  const [reference] = childrenOf(item, 'InvoiceDetailItemReference');
  const texts = (nodes: readonly GrammarNode[]) =>
    nodes.flatMap((node) => {
      node.used.add('');
      return node.values.get('') ?? [];
    });
  const serials = reference === undefined ? [] : texts(childrenOf(reference, 'SerialNumber'));
  const [only] = reference === undefined ? [] : texts(childrenOf(reference, LOT));
  const named = childrenOf(item, 'Extrinsic').filter((node) => node.values.get('@name') === LOT);
  const several = texts(named);
  for (const node of named) node.used.add('@name');
  if (several.length > 0)
    line.traced = [
      ...[...(only === undefined ? [] : [only]), ...several].map((lot) => ({ lot })),
      ...serials.map((serial) => ({ serial })),
    ];
  else if (serials.length > 0) line.traced = serials.map((serial) => ({ ...(only === undefined ? {} : { lot: only }), serial }));
  else if (only !== undefined) line.traced = [{ lot: only }];
}

/** After the rows: every serial number and every lot. An InvoiceDetailItemReference has room for one lot, of which all goods of the line then are. */
export function writeLots(line: InvoiceLine, item: GrammarNode, say: { at: string; report: RuleView['report'] }): void {
  const lots = [...new Set(line.traced.map(({ lot }) => lot))].filter((lot) => lot !== undefined);
  const serials = line.traced.flatMap(({ serial }) => serial ?? []);
  if (lots.length === 0 && serials.length === 0) return;
  const reference = childrenOf(item, 'InvoiceDetailItemReference')[0] ?? newNode('InvoiceDetailItemReference');
  if (!item.children.includes(reference)) item.children.push(reference);
  for (const serial of serials) reference.children.push(texted('SerialNumber', serial));
  const ofAll = lots.length === 1 && line.traced.every(({ lot }) => lot !== undefined);
  for (const lot of lots) {
    if (ofAll) reference.children.push(texted(LOT, lot));
    else {
      const extrinsic = texted('Extrinsic', lot);
      extrinsic.values.set('@name', LOT);
      item.children.push(extrinsic);
    }
  }
  if (!ofAll && lots.length > 0 && serials.length > 0)
    say.report({
      at: say.at,
      code: 'NOT_EXPRESSED',
      message: 'The format cannot say which serial number is of which lot; both were written.',
      severity: 'info',
    });
}

function texted(name: string, text: string): GrammarNode {
  const node = newNode(name);
  node.values.set('', text);
  return node;
}
