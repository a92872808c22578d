import { mustHaveLines } from '../../canonical/checks.js';
import { receiptAdviceBlanks } from '../../canonical/goods/blanks.js';
import type { ReceiptAdvice, ReceiptLine } from '../../canonical/goods/receipt-advice.js';
import type { DocumentReference } from '../../canonical/reference.js';
import { code, date, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { fixed, inside, may, must } from '../../grammar/row.js';
import { numberOrNone, zonedTime } from '../parts/fields.js';
import { partRows } from '../parts/party-rows.js';
import { makerPropertyRows, propertyRows, quantityRows } from '../parts/reference-rows.js';
import { classificationRows, itemRows } from '../parts/rows.js';
import { sequences } from '../parts/sequences.js';
import { joinIssued, keepFirst, oneNote } from '../parts/shaping.js';
import { readUnits } from './handling-units.js';
import { partiesOfGoods } from './parties.js';
import { tracedRows } from './rows.js';
import { writeUnits } from './write-units.js';

const LINE = 'cac:ReceiptLine[]';
const ITEM = `${LINE}/cac:Item`;
const DAY = date('CCYY-MM-DD');
const NUMBER = text(1, 200);
const MOVERS = ['optionalEndpoint', 'identifiers', 'registeredName', 'address', 'tax', 'legal', 'contact'] as const;
const TRADERS = ['optionalEndpoint', 'identifiers', 'name', 'address', 'tax', 'contact'] as const;

/** UNCL 1225. */
const purpose = { '9': 'original', '1': 'cancel', '5': 'change', '4': 'change', '7': 'duplicate', '31': 'duplicate' } as const;

const header: Rule<ReceiptAdvice> = {
  name: 'header',
  says: 'One note, one identifier of each party; a line of the despatch advice is one of the advice the document names.',
  decoded: (advice, view) => {
    mustHaveLines(advice, 'cac:ReceiptLine', view.report);
    joinIssued(advice);
    if (advice.receivedAt !== undefined && advice.receivedOn !== undefined)
      advice.receivedAt = `${advice.receivedOn}T${advice.receivedAt}`;
    for (const line of advice.lines) nameDespatch(line, advice.despatch?.number);
  },
  encoding: (advice, report) => {
    oneNote(advice);
    for (const key of ['buyer', 'supplier', 'shipFrom', 'shipTo'] as const)
      keepFirst(advice[key]?.identifiers, `${key}.identifiers[]`, report);
    for (const line of advice.lines) {
      oneNote(line);
      const despatch: Partial<DocumentReference> | undefined = line.despatch;
      if (despatch?.line !== undefined && despatch.number === advice.despatch?.number) delete despatch.number;
    }
  },
};

/**
 * Receipt advice, UBL 2.1, as Peppol Logistics writes it. Source: OASIS UBL 2.1 ReceiptAdvice; OpenPeppol Logistics, receipt advice 1.
 * The quantities stand as the receiver says them; what was accepted or sent back has no element of its own.
 */
export const ublReceiptAdvice = message<ReceiptAdvice>({
  standard: 'UBL',
  release: '2.1',
  message: 'ReceiptAdvice',
  source: 'OASIS UBL 2.1 ReceiptAdvice; Peppol Logistics BIS, receipt advice 1',
  format: 'ubl',
  structure: { syntax: 'xml', root: 'ReceiptAdvice', sequences },
  blanks: { ...receiptAdviceBlanks, 'lines[].item.classifications[]': () => ({ system: '' }) },
  extended: ['lines[]'],
  carried: ['packages[]', 'lines[].packed[]'],
  rows: [
    fixed('cbc:CustomizationID', 'urn:fdc:peppol.eu:logistics:trns:receipt_advice:1'),
    fixed('cbc:ProfileID', 'urn:fdc:peppol.eu:logistics:bis:despatch_advice_w_receipt_advice:1'),
    must('cbc:ID', 'number', NUMBER),
    must('cbc:IssueDate', 'issuedOn', DAY),
    may('cbc:IssueTime', 'issuedAt', zonedTime),
    may('cbc:DocumentStatusCode', 'purpose', code(purpose)),
    may('cbc:Note[]', 'note[]', text(1, 5000)),
    may('cac:OrderReference/cbc:ID', 'order.number', NUMBER),
    may('cac:OrderReference/cbc:SalesOrderID', 'order.supplierNumber', NUMBER),
    may('cac:DespatchDocumentReference/cbc:ID', 'despatch.number', NUMBER),
    may('cac:DespatchDocumentReference/cbc:IssueDate', 'despatch.issuedOn', DAY),
    ...partRows('cac:DeliveryCustomerParty/cac:Party', 'shipTo', MOVERS),
    ...partRows('cac:DespatchSupplierParty/cac:Party', 'shipFrom', MOVERS),
    ...partRows('cac:BuyerCustomerParty/cac:Party', 'buyer', TRADERS),
    ...partRows('cac:SellerSupplierParty/cac:Party', 'supplier', TRADERS),
    may('cac:Shipment/cbc:ID', 'shipment.number', numberOrNone),
    inside('cac:Shipment', 'cbc:ID', 'NA'),
    may('cac:Shipment/cbc:Information', 'shipment.instructions', text(1, 5000)),
    may('cac:Shipment/cac:Consignment/cbc:ID', 'shipment.waybill', numberOrNone),
    inside('cac:Shipment/cac:Consignment', 'cbc:ID', 'NA'),
    ...partRows('cac:Shipment/cac:Consignment/cac:CarrierParty', 'shipment.carrier', ['identifiers', 'name']),
    may('cac:Shipment/cac:Delivery/cbc:ActualDeliveryDate', 'receivedOn', DAY),
    may('cac:Shipment/cac:Delivery/cbc:ActualDeliveryTime', 'receivedAt', zonedTime),
    may('cac:Shipment/cac:Delivery/cbc:TrackingID', 'shipment.trackings[0]', NUMBER),
    must(`${LINE}/cbc:ID`, 'lines[].number', NUMBER),
    may(`${LINE}/cbc:Note[]`, 'lines[].note[]', text(1, 5000)),
    ...quantityRows(`${LINE}/cbc:ReceivedQuantity`, 'lines[].received'),
    ...quantityRows(`${LINE}/cbc:ShortQuantity`, 'lines[].short'),
    ...quantityRows(`${LINE}/cbc:RejectedQuantity`, 'lines[].rejected'),
    ...quantityRows(`${LINE}/cbc:OversupplyQuantity`, 'lines[].over'),
    may(`${LINE}/cbc:RejectReasonCode`, 'lines[].rejectReason', text(1, 50)),
    may(`${LINE}/cbc:RejectReason`, 'lines[].reason', text(1, 5000)),
    may(`${LINE}/cbc:RejectActionCode`, 'lines[].rejectAction', text(1, 50)),
    may(`${LINE}/cbc:ReceivedDate`, 'lines[].receivedOn', DAY),
    may(`${LINE}/cac:OrderLineReference/cbc:LineID`, 'lines[].orderLine', numberOrNone),
    inside(`${LINE}/cac:OrderLineReference`, 'cbc:LineID', 'NA'),
    may(`${LINE}/cac:OrderLineReference/cac:OrderReference/cbc:ID`, 'lines[].order.number', NUMBER),
    may(`${LINE}/cac:OrderLineReference/cac:OrderReference/cbc:SalesOrderID`, 'lines[].order.supplierNumber', NUMBER),
    may(`${LINE}/cac:DespatchLineReference/cbc:LineID`, 'lines[].despatch.line', numberOrNone),
    inside(`${LINE}/cac:DespatchLineReference`, 'cbc:LineID', 'NA'),
    may(`${LINE}/cac:DespatchLineReference/cac:DocumentReference/cbc:ID`, 'lines[].despatch.number', NUMBER),
    ...itemRows(ITEM, 'lines[].item', may),
    ...classificationRows(ITEM, 'lines[].item'),
    ...propertyRows(ITEM, 'lines[].item'),
    ...makerPropertyRows(ITEM, 'lines[].item'),
    ...tracedRows(ITEM, 'lines[]'),
    inside(`${LINE}/cac:Shipment`, 'cbc:ID', 'NA'),
  ],
  rules: [
    header,
    partiesOfGoods,
    {
      name: 'packing',
      says: 'Units lie flat in the model and below each line in the format.',
      decoded: readUnits,
      written: writeUnits,
    },
  ],
});

/** A reference that names a line alone means the advice of the whole document; one without either means nothing. */
function nameDespatch(line: ReceiptLine, number: string | undefined): void {
  if (line.despatch !== undefined && line.despatch.number === undefined) {
    if (number === undefined) delete line.despatch;
    else line.despatch = { ...line.despatch, number };
  }
}
