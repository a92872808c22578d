import { mustHaveLines } from '../../canonical/checks.js';
import { despatchAdviceBlanks } from '../../canonical/goods/blanks.js';
import type { DespatchAdvice } from '../../canonical/goods/despatch-advice.js';
import type { TransportMode } from '../../canonical/goods/package.js';
import { code, date, type Field, knownCode, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { beside, inside, may, must } from '../../grammar/row.js';
import { amount, day, dayOfInstant, instant, unit } from '../fields.js';
import { sequences } from '../order-request.js';
import { hoistItems, joinOrders, lowerItems, spreadOrder } from '../portions.js';
import { addressRows, envelopeParties, itemDetailRows, itemIdRows } from '../rows.js';
import { readLots, writeLots } from './lots.js';
import { readPackaging, reportEmpty, writePackaging } from './packaging.js';

const PORTIONS = { group: 'ShipNoticePortion', order: 'OrderReference', item: 'ShipNoticeItem' };
const HEAD = 'ShipNoticeHeader';
const ITEM = 'ShipNoticeItem[]';
const DETAIL = `${ITEM}/ShipNoticeItemDetail`;

/** Route@method. */
const METHODS: Readonly<Record<string, TransportMode>> = {
  motor: 'road',
  air: 'air',
  rail: 'rail',
  ship: 'sea',
  mail: 'mail',
  multimodal: 'multimodal',
  fixedTransport: 'pipeline',
  inlandWater: 'inlandWater',
};

/** The day of an attribute that also holds the instant `key` of the shipment. */
const dayUnless = (key: 'despatchAt' | 'deliverAt'): Field<string> => ({
  ...day,
  encode: (value, document) =>
    (document as DespatchAdvice).shipment[key] === undefined ? date('CCYY-MM-DD').encode(value, document) : undefined,
});

/** CarrierIdentifier of the domain SCAC; identifiers of other lists have no place. */
const letters: Field<{ value?: string; scheme?: string }> = {
  says: 'standard carrier alpha code',
  merges: { key: 'value' },
  decode: (raw) => ({ value: raw.trim(), scheme: 'SCAC' }),
  encode: ({ value, scheme }) => (scheme === 'SCAC' ? value : undefined),
};

const portions: Rule<DespatchAdvice> = {
  name: 'portions',
  says: 'Items stand in a ShipNoticePortion for each order; the table reads them beside each other, each with its OrderReference.',
  reading: (root) => hoistItems(root, PORTIONS),
  decoded: (advice, view) => {
    mustHaveLines(advice, 'ShipNoticeItem', view.report);
    joinOrders(advice);
  },
  encoding: spreadOrder,
  writing: (root) => lowerItems(root, PORTIONS),
};

const items: Rule<DespatchAdvice> = {
  name: 'items',
  says: 'lineNumber is the line of the order, shipNoticeLineNumber that of the notice where it is another. Batch and AssetInfo are lots and serial numbers.',
  decoded: (advice, { nodeOf }) => {
    advice.lines.forEach((line, index) => {
      if (line.orderLine !== undefined) line.number ??= line.orderLine;
      line.item.classifications = line.item.classifications.filter((entry) => entry.code !== undefined);
      const node = nodeOf(`lines[${index}]`);
      const { value: _value, ...measured } = line.quantity;
      if (node !== undefined) line.traced.push(...readLots(node, measured));
    });
  },
  encoding: (advice) => {
    for (const line of advice.lines) {
      line.orderLine ??= line.number;
      const { item } = line;
      const other = item.manufacturerPart ?? item.buyerPart ?? item.gtin;
      if (item.supplierPart === undefined && other !== undefined) item.supplierPart = other;
    }
  },
  written: (advice, { nodeOf, report }) => {
    advice.lines.forEach((line, index) => {
      const item = nodeOf(`lines[${index}]`);
      if (item === undefined) return;
      if (line.number === line.orderLine) item.values.delete('@shipNoticeLineNumber');
      writeLots(line.traced, { item, quantity: line.quantity, at: `lines[${index}]`, report });
    });
  },
};

const carriage: Rule<DespatchAdvice> = {
  name: 'carriage',
  says: 'The carrier is named by his letters (SCAC) and his name; the day of an instant is not told twice.',
  decoded: ({ shipment }) => {
    if (shipment.despatchAt !== undefined) shipment.despatchOn ??= shipment.despatchAt.slice(0, 10);
    if (shipment.deliverAt !== undefined) shipment.deliverOn ??= shipment.deliverAt.slice(0, 10);
  },
  encoding: ({ shipment }, report) => {
    const found = shipment.carrier?.identifiers;
    const kept = found?.filter(({ scheme }) => scheme === 'SCAC').slice(0, 1);
    if (found === undefined || kept === undefined || found.length === kept.length) return;
    report({
      at: 'shipment.carrier.identifiers[]',
      code: 'NOT_EXPRESSED',
      message: 'The format has room for one SCAC of the carrier; other identifiers were not written.',
      severity: 'info',
    });
    found.splice(0, found.length, ...kept);
  },
};

/**
 * Ship notice, cXML 1.2 ShipNoticeRequest. Source: cXML 1.2 (Fulfill.dtd 1.2.063). Buyer and supplier are credentials of the
 * envelope. Units stand as Packaging below each item that lies in them, known again by their ShippingContainerSerialCode.
 */
export const cxmlShipNoticeRequest = message<DespatchAdvice>({
  standard: 'cXML',
  release: '1.2',
  message: 'ShipNoticeRequest',
  source: 'cXML 1.2, Fulfill.dtd 1.2.063, ShipNoticeRequest',
  format: 'cxml',
  structure: { syntax: 'xml', root: 'ShipNoticeRequest', sequences },
  blanks: despatchAdviceBlanks,
  extended: ['lines[]'],
  carried: [
    ...envelopeParties,
    'order',
    'packages[]',
    'lines[].packed[]',
    'lines[].traced[].lot',
    'lines[].traced[].serial',
    'lines[].traced[].quantity',
    'lines[].traced[].producedOn',
    'lines[].traced[].expiresOn',
  ],
  rows: [
    must(`${HEAD}@shipmentID`, 'number', text(1, 200)),
    may(`${HEAD}@noticeDate`, 'issuedAt', instant),
    must(`${HEAD}@noticeDate`, 'issuedOn', dayOfInstant),
    may(`${HEAD}@operation`, 'purpose', code({ new: 'original', update: 'change', delete: 'cancel' })),
    may(`${HEAD}@shipmentDate`, 'shipment.despatchAt', instant),
    may(`${HEAD}@shipmentDate`, 'shipment.despatchOn', dayUnless('despatchAt')),
    may(`${HEAD}@deliveryDate`, 'shipment.deliverAt', instant),
    may(`${HEAD}@deliveryDate`, 'shipment.deliverOn', dayUnless('deliverAt')),
    may(`${HEAD}@shipmentType`, 'status', knownCode({ actual: 'actual', planned: 'planned' })),
    may(`${HEAD}@fulfillmentType`, 'fulfilment', knownCode({ complete: 'complete', partial: 'partial' })),
    may(`${HEAD}/ServiceLevel`, 'shipment.service', text(1, 200)),
    beside(`${HEAD}/ServiceLevel@xml:lang`, 'en'),
    may(`${HEAD}/DocumentReference@payloadID`, 'replaces', text(1, 500)),
    ...addressRows(`${HEAD}/Contact[@role=shipFrom]`, 'shipFrom'),
    ...addressRows(`${HEAD}/Contact[@role=shipTo]`, 'shipTo'),
    ...addressRows(`${HEAD}/Contact[@role=billTo]`, 'billTo'),
    ...addressRows(`${HEAD}/Contact[@role=endUser]`, 'recipient'),
    may(`${HEAD}/Comments[]`, 'note[]', text(1, 10_000)),
    may(`${HEAD}/TermsOfDelivery/TransportTerms@value`, 'deliveryTerms.incoterm', text(1, 20)),
    may(`${HEAD}/TermsOfDelivery/Comments`, 'deliveryTerms.place', text(1, 200)),
    inside(`${HEAD}/TermsOfDelivery`, 'TermsOfDeliveryCode@value', 'TransportCondition'),
    inside(`${HEAD}/TermsOfDelivery`, 'ShippingPaymentMethod@value', 'Other'),
    may(`${HEAD}/Packaging/Dimension[@type=grossWeight]@quantity`, 'shipment.grossWeight.value', amount),
    may(`${HEAD}/Packaging/Dimension[@type=grossWeight]/UnitOfMeasure`, 'shipment.grossWeight', unit),
    may(`${HEAD}/Packaging/Dimension[@type=weight]@quantity`, 'shipment.netWeight.value', amount),
    may(`${HEAD}/Packaging/Dimension[@type=weight]/UnitOfMeasure`, 'shipment.netWeight', unit),
    may(`${HEAD}/Packaging/Dimension[@type=volume]@quantity`, 'shipment.volume.value', amount),
    may(`${HEAD}/Packaging/Dimension[@type=volume]/UnitOfMeasure`, 'shipment.volume', unit),
    may(`${HEAD}/Extrinsic[@name=packageCount]`, 'shipment.packageCount', text(1, 20)),
    may(`${HEAD}/Extrinsic[@name=shipmentNumber]`, 'shipment.number', text(1, 200)),
    may(`${HEAD}/Extrinsic[@name=agreementID]`, 'agreement', text(1, 200)),
    may('ShipControl/CarrierIdentifier[@domain=SCAC]', 'shipment.carrier.identifiers[0]', letters),
    may('ShipControl/CarrierIdentifier[@domain=companyName]', 'shipment.carrier.name', text(1, 200)),
    may('ShipControl/ShipmentIdentifier[@domain=billOfLading]', 'shipment.waybill', text(1, 200)),
    may('ShipControl/ShipmentIdentifier[@domain!=billOfLading][]', 'shipment.trackings[]', text(1, 200)),
    may('ShipControl/Route@method', 'shipment.mode', knownCode(METHODS)),
    inside('ShipControl', 'CarrierIdentifier@domain', 'companyName'),
    inside('ShipControl', 'ShipmentIdentifier', ''),
    may('ShipControl/Comments', 'shipment.instructions', text(1, 5000)),
    must(`${ITEM}@quantity`, 'lines[].quantity.value', amount),
    must(`${ITEM}@lineNumber`, 'lines[].orderLine', text(1, 50)),
    may(`${ITEM}@shipNoticeLineNumber`, 'lines[].number', text(1, 50)),
    may(`${ITEM}/OrderReference@orderID`, 'lines[].order.number', text(1, 200)),
    may(`${ITEM}/OrderReference@orderDate`, 'lines[].order.issuedOn', day),
    may(`${ITEM}/OrderReference/DocumentReference@payloadID`, 'lines[].order.payloadId', text(1, 500)),
    inside(`${ITEM}/OrderReference`, 'DocumentReference@payloadID', ''),
    ...itemIdRows(`${ITEM}/ItemID`, 'lines[].item'),
    may(`${ITEM}/ItemID/SupplierPartID@revisionID`, 'lines[].revision', text(1, 50)),
    ...itemDetailRows(DETAIL, 'lines[].item'),
    must(`${ITEM}/UnitOfMeasure`, 'lines[].quantity', unit),
    may(`${ITEM}/OrderedQuantity@quantity`, 'lines[].ordered.value', amount),
    may(`${ITEM}/OrderedQuantity/UnitOfMeasure`, 'lines[].ordered', unit),
    may(`${ITEM}/Comments[]`, 'lines[].note[]', text(1, 10_000)),
  ],
  rules: [
    portions,
    items,
    carriage,
    {
      name: 'packaging',
      says: 'Packaging tells the units of each item, from the inside out.',
      decoded: readPackaging,
      written: (advice, { nodeOf, report }) => {
        advice.lines.forEach((line, index) => {
          const item = nodeOf(`lines[${index}]`);
          if (item !== undefined) writePackaging(advice, line, item);
        });
        reportEmpty(advice, report);
      },
    },
  ],
});
