import { isCountryCode } from '#libs/kernel';
import type { Invoice } from '../../canonical/billing/invoice.js';
import { date, decimal, describing, text } from '../../grammar/field.js';
import type { ModelPath } from '../../grammar/model-path.js';
import { inside, may, must, needed, type Row, same } from '../../grammar/row.js';
import { tracedRows } from '../goods/rows.js';
import { numberOrNone, unit } from '../parts/fields.js';
import { mustQuantityRows, propertyRows, taxRows } from '../parts/reference-rows.js';
import { chargeRows, fullItemRows, itemRows } from '../parts/rows.js';

type InvoiceRow = Row<ModelPath<Invoice>>;

const DAY = date('CCYY-MM-DD');
const NUMBER = text(1, 200);

/** BG-25 to BG-32. `line` and `quantity` are what the document calls them. */
export function lineRows(line: string, quantity: string): InvoiceRow[] {
  const item = `${line}/cac:Item`;
  const price = `${line}/cac:Price`;
  return [
    must(`${line}/cbc:ID`, 'lines[].number', NUMBER),
    may(`${line}/cbc:Note[]`, 'lines[].note[]', text(1, 20_000)),
    ...mustQuantityRows(`${line}/cbc:${quantity}`, 'lines[].quantity'),
    needed(`${line}/cbc:LineExtensionAmount`, 'lines[].amount', decimal()),
    same(`${line}/cbc:LineExtensionAmount@currencyID`, 'currency'),
    may(`${line}/cbc:AccountingCost`, 'lines[].costReference', NUMBER),
    may(`${line}/cac:InvoicePeriod/cbc:StartDate`, 'lines[].period.start', DAY),
    may(`${line}/cac:InvoicePeriod/cbc:EndDate`, 'lines[].period.end', DAY),
    ...referenceRows(line),
    ...chargeRows(`${line}/cac:AllowanceCharge[]`, 'lines[].charges[]', decimal()),
    may(`${line}/cac:TaxTotal/cbc:TaxAmount`, 'lines[].taxAmount', decimal()),
    same(`${line}/cac:TaxTotal/cbc:TaxAmount@currencyID`, 'currency'),
    ...itemRows(item, 'lines[].item'),
    ...fullItemRows(item, 'lines[].item'),
    ...propertyRows(item, 'lines[].item'),
    may(
      `${item}/cac:OriginCountry/cbc:IdentificationCode`,
      'lines[].item.countryOfOrigin',
      describing('ISO 3166-1', isCountryCode),
    ),
    ...taxRows(`${item}/cac:ClassifiedTaxCategory`, 'lines[].tax'),
    ...tracedRows(item, 'lines[]'),
    needed(`${price}/cbc:PriceAmount`, 'lines[].price.amount', decimal()),
    same(`${price}/cbc:PriceAmount@currencyID`, 'currency'),
    may(`${price}/cbc:BaseQuantity`, 'lines[].price.basis', decimal()),
    may(`${price}/cbc:BaseQuantity@unitCode`, 'lines[].price', unit),
    may(`${price}/cac:AllowanceCharge/cbc:Amount`, 'lines[].price.discount', decimal()),
    may(`${price}/cac:AllowanceCharge/cbc:BaseAmount`, 'lines[].price.gross', decimal()),
    inside(`${price}/cac:AllowanceCharge`, 'cbc:ChargeIndicator', 'false'),
    same(`${price}/cac:AllowanceCharge/cbc:Amount@currencyID`, 'currency'),
    same(`${price}/cac:AllowanceCharge/cbc:BaseAmount@currencyID`, 'currency'),
  ];
}

function referenceRows(line: string): InvoiceRow[] {
  const object = `${line}/cac:DocumentReference[cbc:DocumentTypeCode=130]/cbc:ID`;
  return [
    may(`${line}/cac:OrderLineReference/cbc:LineID`, 'lines[].orderLine', numberOrNone),
    may(`${line}/cac:OrderLineReference/cac:OrderReference/cbc:ID`, 'lines[].order.number', NUMBER),
    inside(`${line}/cac:OrderLineReference`, 'cbc:LineID', 'NA'),
    may(`${line}/cac:DespatchLineReference/cbc:LineID`, 'lines[].despatch.line', numberOrNone),
    may(`${line}/cac:DespatchLineReference/cac:DocumentReference/cbc:ID`, 'lines[].despatch.number', NUMBER),
    inside(`${line}/cac:DespatchLineReference`, 'cbc:LineID', 'NA'),
    may(`${line}/cac:ReceiptLineReference/cbc:LineID`, 'lines[].receipt.line', numberOrNone),
    may(`${line}/cac:ReceiptLineReference/cac:DocumentReference/cbc:ID`, 'lines[].receipt.number', NUMBER),
    inside(`${line}/cac:ReceiptLineReference`, 'cbc:LineID', 'NA'),
    may(object, 'lines[].object.value', NUMBER),
    may(`${object}@schemeID`, 'lines[].object.scheme', text(1, 50)),
  ];
}
