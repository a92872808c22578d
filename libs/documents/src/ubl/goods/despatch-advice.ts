import { mustHaveLines } from '../../canonical/checks.js';
import { despatchAdviceBlanks } from '../../canonical/goods/blanks.js';
import type { DespatchAdvice, DespatchLine } from '../../canonical/goods/despatch-advice.js';
import { date, knownCode, text } from '../../grammar/field.js';
import { message, type Rule, type RuleView } from '../../grammar/message.js';
import { fixed, inside, may, must } from '../../grammar/row.js';
import { numberOrNone, transportMode, zonedTime } from '../parts/fields.js';
import { partRows } from '../parts/party-rows.js';
import { attachmentRows, makerPropertyRows, mustQuantityRows, propertyRows, quantityRows } from '../parts/reference-rows.js';
import { classificationRows, contactRows, itemRows } from '../parts/rows.js';
import { sequences } from '../parts/sequences.js';
import { joinIssued, keepFirst, oneNote, onlyOriginals } from '../parts/shaping.js';
import { readUnits } from './handling-units.js';
import { inDelivery, partiesOfGoods, readPurpose } from './parties.js';
import { tracedRows } from './rows.js';
import { writeUnits } from './write-units.js';

const LINE = 'cac:DespatchLine[]';
const ITEM = `${LINE}/cac:Item`;
const DELIVERY = 'cac:Shipment/cac:Delivery';

const header: Rule<DespatchAdvice> = {
  name: 'header',
  says: 'The profile knows original documents alone; it has one note, one identifier of each party, one tracking number.',
  decoded: (advice, view) => {
    mustHaveLines(advice, 'cac:DespatchLine', view.report);
    joinIssued(advice);
    readPurpose(advice, view);
    if (advice.shipment.despatchAt !== undefined && advice.shipment.despatchOn !== undefined)
      advice.shipment.despatchAt = `${advice.shipment.despatchOn}T${advice.shipment.despatchAt}`;
  },
  encoding: (advice, report) => {
    onlyOriginals(advice.purpose, 'DespatchAdvice', report);
    oneNote(advice);
    for (const key of ['buyer', 'supplier', 'shipFrom', 'shipTo', 'recipient'] as const)
      keepFirst(advice[key]?.identifiers, `${key}.identifiers[]`, report);
    keepFirst(advice.shipment.carrier?.identifiers, 'shipment.carrier.identifiers[]', report);
    keepFirst(advice.shipment.trackings, 'shipment.trackings[]', report);
  },
};

const lines: Rule<DespatchAdvice> = {
  name: 'lines',
  says: "An item has a name and the supplier's number or a GTIN; certificates of a lot stand with its line.",
  encoding: (advice, report) => {
    advice.lines.forEach((line, index) => {
      shapeLine(line, { report, index });
    });
  },
};

/**
 * Despatch advice, UBL 2.1, as Peppol BIS Despatch Advice 3 (T16) writes it. Source: OASIS UBL 2.1; OpenPeppol BIS Despatch Advice 3,
 * transaction T16. The supplier stands as despatch party when nobody else ships, the buyer as delivery customer when the goods come
 * to him; a handling unit stands below each line that lies in it.
 */
export const ublDespatchAdvice = message<DespatchAdvice>({
  standard: 'UBL',
  release: '2.1',
  message: 'DespatchAdvice',
  source: 'OASIS UBL 2.1 DespatchAdvice; Peppol BIS Despatch Advice 3, transaction T16',
  format: 'ubl',
  structure: { syntax: 'xml', root: 'DespatchAdvice', sequences },
  blanks: { ...despatchAdviceBlanks, 'lines[].item.classifications[]': () => ({ system: '' }) },
  extended: ['lines[]'],
  carried: ['purpose', 'packages[]', 'lines[].packed[]', 'lines[].traced[].certificates[]', 'shipment.deliverOn'],
  rows: [
    fixed('cbc:CustomizationID', 'urn:fdc:peppol.eu:poacc:trns:despatch_advice:3'),
    fixed('cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:despatch_advice:3'),
    must('cbc:ID', 'number', text(1, 200)),
    must('cbc:IssueDate', 'issuedOn', date('CCYY-MM-DD')),
    may('cbc:IssueTime', 'issuedAt', zonedTime),
    may('cbc:Note[]', 'note[]', text(1, 5000)),
    may('cac:OrderReference/cbc:ID', 'order.number', text(1, 200)),
    ...attachmentRows('cac:AdditionalDocumentReference[]', 'attachments[]', 'DocumentType'),
    ...partRows('cac:DespatchSupplierParty/cac:Party', 'shipFrom', [
      'endpoint',
      'identifiers',
      'registeredName',
      'address',
      'contact',
    ]),
    ...partRows('cac:DeliveryCustomerParty/cac:Party', 'shipTo', ['endpoint', 'identifiers', 'registeredName', 'address']),
    ...contactRows('cac:DeliveryCustomerParty/cac:DeliveryContact', 'shipTo'),
    ...partRows('cac:BuyerCustomerParty/cac:Party', 'buyer', ['identifiers', 'name', 'address']),
    ...partRows('cac:SellerSupplierParty/cac:Party', 'supplier', ['identifiers', 'name', 'address']),
    ...partRows('cac:OriginatorCustomerParty/cac:Party', 'recipient', ['identifiers', 'name', 'address']),
    may('cac:Shipment/cbc:ID', 'shipment.number', numberOrNone),
    inside('cac:Shipment', 'cbc:ID', 'NA'),
    may('cac:Shipment/cbc:Information', 'shipment.instructions', text(1, 5000)),
    ...quantityRows('cac:Shipment/cbc:GrossWeightMeasure', 'shipment.grossWeight'),
    ...quantityRows('cac:Shipment/cbc:GrossVolumeMeasure', 'shipment.volume'),
    may('cac:Shipment/cbc:TotalTransportHandlingUnitQuantity', 'shipment.packageCount', text(1, 20)),
    may('cac:Shipment/cac:Consignment/cbc:ID', 'shipment.waybill', numberOrNone),
    inside('cac:Shipment/cac:Consignment', 'cbc:ID', 'NA'),
    ...partRows('cac:Shipment/cac:Consignment/cac:CarrierParty', 'shipment.carrier', ['identifiers', 'name']),
    may('cac:Shipment/cac:ShipmentStage/cbc:TransportModeCode', 'shipment.mode', knownCode(transportMode)),
    may(`${DELIVERY}/cbc:TrackingID`, 'shipment.trackings[0]', text(1, 200)),
    ...inDelivery(DELIVERY),
    may(`${DELIVERY}/cac:Despatch/cbc:ActualDespatchDate`, 'shipment.despatchOn', date('CCYY-MM-DD')),
    may(`${DELIVERY}/cac:Despatch/cbc:ActualDespatchTime`, 'shipment.despatchAt', zonedTime),
    must(`${LINE}/cbc:ID`, 'lines[].number', text(1, 200)),
    may(`${LINE}/cbc:Note[]`, 'lines[].note[]', text(1, 5000)),
    ...mustQuantityRows(`${LINE}/cbc:DeliveredQuantity`, 'lines[].quantity'),
    ...quantityRows(`${LINE}/cbc:OutstandingQuantity`, 'lines[].outstanding'),
    may(`${LINE}/cbc:OutstandingReason`, 'lines[].outstandingReason', text(1, 1000)),
    may(`${LINE}/cac:OrderLineReference/cbc:LineID`, 'lines[].orderLine', numberOrNone),
    inside(LINE, 'cac:OrderLineReference/cbc:LineID', 'NA'),
    may(`${LINE}/cac:OrderLineReference/cac:OrderReference/cbc:ID`, 'lines[].order.number', text(1, 200)),
    must(`${LINE}/cac:DocumentReference[]/cbc:ID`, 'lines[].attachments[].number', text(1, 200)),
    may(`${LINE}/cac:DocumentReference[]/cbc:DocumentType`, 'lines[].attachments[].description', text(1, 1000)),
    ...itemRows(ITEM, 'lines[].item'),
    ...classificationRows(ITEM, 'lines[].item'),
    ...propertyRows(ITEM, 'lines[].item'),
    ...makerPropertyRows(ITEM, 'lines[].item'),
    may(`${ITEM}/cac:AdditionalItemProperty[cbc:Name=Revision]/cbc:Value`, 'lines[].revision', text(1, 100)),
    ...tracedRows(ITEM, 'lines[]'),
    inside(`${LINE}/cac:Shipment`, 'cbc:ID', 'NA'),
  ],
  rules: [
    header,
    partiesOfGoods,
    lines,
    {
      name: 'packing',
      says: 'Units lie flat in the model and below each line in the format.',
      decoded: readUnits,
      written: writeUnits,
    },
  ],
});

function shapeLine(line: DespatchLine, { report, index }: { report: RuleView['report']; index: number }): void {
  const { item } = line;
  oneNote(line);
  item.name ??= item.description ?? item.supplierPart ?? item.manufacturerPart ?? item.buyerPart ?? line.number;
  if (item.supplierPart === undefined && item.gtin === undefined)
    report({
      at: `lines[${index}].item.supplierPart`,
      code: 'ITEM_NOT_IDENTIFIED',
      message: "The profile needs the supplier's number or the GTIN of an item (PEPPOL-T16-R003).",
    });
  for (const lot of line.traced)
    for (const certificate of lot.certificates ?? [])
      if (!line.attachments.some(({ number }) => number === certificate.number)) line.attachments.push(certificate);
}
