import type { Shipment } from '../../canonical/goods/package.js';
import type { Party } from '../../canonical/party.js';
import type { DocumentPurpose } from '../../canonical/reference.js';
import { date } from '../../grammar/field.js';
import type { Rule, RuleView } from '../../grammar/message.js';
import { type FieldRow, may } from '../../grammar/row.js';
import { zonedTime } from '../parts/fields.js';

interface Goods {
  purpose: DocumentPurpose;
  buyer: Party;
  supplier: Party;
  shipFrom?: Party;
  shipTo?: Party;
  shipment: Shipment;
}

const nobody = (): Party => ({ identifiers: [] });

/**
 * UBL names who sends and who receives the goods always, seller and buyer only when they are others. The network address of the
 * buyer stands with whoever receives the goods, that of the supplier with who sends them.
 */
export const partiesOfGoods: Rule<Goods> = {
  name: 'parties',
  says: 'Who sends and who receives always stand; seller and buyer only when they are others, their network addresses with the former.',
  decoded: (goods) => {
    fold(goods, { trade: 'supplier', goods: 'shipFrom' });
    fold(goods, { trade: 'buyer', goods: 'shipTo' });
    const { shipment } = goods;
    const { deliveryWindow: window } = shipment;
    if (window !== undefined && window.start === undefined && window.end !== undefined) {
      shipment.deliverOn = window.end;
      delete shipment.deliveryWindow;
    }
    const day = shipment.deliverOn ?? window?.end;
    if (shipment.deliverAt !== undefined && day !== undefined) shipment.deliverAt = `${day}T${shipment.deliverAt}`;
  },
  encoding: (goods) => {
    unfold(goods, { trade: 'supplier', goods: 'shipFrom' });
    unfold(goods, { trade: 'buyer', goods: 'shipTo' });
    const { shipment } = goods;
    if (shipment.deliverOn !== undefined && shipment.deliveryWindow === undefined)
      shipment.deliveryWindow = { end: shipment.deliverOn };
  },
};

/** When the goods come: a period, whose end alone is the day. */
export function inDelivery(
  at: string,
): FieldRow<'shipment.deliveryWindow.start' | 'shipment.deliveryWindow.end' | 'shipment.deliverAt'>[] {
  const period = `${at}/cac:EstimatedDeliveryPeriod`;
  return [
    may(`${period}/cbc:StartDate`, 'shipment.deliveryWindow.start', date('CCYY-MM-DD')),
    may(`${period}/cbc:EndDate`, 'shipment.deliveryWindow.end', date('CCYY-MM-DD')),
    may(`${period}/cbc:EndTime`, 'shipment.deliverAt', zonedTime),
  ];
}

/** UNCL 1225 where a profile has it; it stays in the document and comes back with it. */
export function readPurpose(document: { purpose: DocumentPurpose }, view: RuleView): void {
  const status = view.root.children.find((child) => child.name === 'cbc:DocumentStatusCode')?.values.get('');
  if (status === '1') document.purpose = 'cancel';
  else if (status === '4' || status === '5') document.purpose = 'change';
  else if (status === '7' || status === '31') document.purpose = 'duplicate';
}

type Roles = { trade: 'supplier' | 'buyer'; goods: 'shipFrom' | 'shipTo' };

function fold(document: Goods, { trade, goods }: Roles): void {
  const mover = document[goods];
  if (mover === undefined) return;
  if (isNobody(document[trade])) {
    document[trade] = mover;
    delete document[goods];
  } else if (mover.endpoint !== undefined) {
    document[trade].endpoint ??= mover.endpoint;
    delete mover.endpoint;
  }
}

function unfold(document: Goods, { trade, goods }: Roles): void {
  const mover = document[goods];
  if (mover === undefined) {
    document[goods] = document[trade];
    document[trade] = nobody();
    return;
  }
  const endpoint = mover.endpoint ?? document[trade].endpoint;
  if (endpoint !== undefined) mover.endpoint = endpoint;
  delete document[trade].endpoint;
  if (mover.name === undefined && document[trade].name !== undefined) mover.name = document[trade].name;
}

function isNobody(party: Party): boolean {
  return party.name === undefined && party.identifiers.length === 0 && party.address === undefined;
}
