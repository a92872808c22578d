import { isCountryCode, isCurrencyCode } from '#libs/kernel';
import { mustHaveLines } from '../../canonical/checks.js';
import { stockReportBlanks } from '../../canonical/goods/blanks.js';
import type { StockKind, StockLine, StockReport } from '../../canonical/goods/stock-report.js';
import type { Party } from '../../canonical/party.js';
import { date, decimal, describing, listed, text } from '../../grammar/field.js';
import { type Message, message, type Rule, type RuleView } from '../../grammar/message.js';
import type { ModelPath } from '../../grammar/model-path.js';
import { fixed, may, must, type Row, same } from '../../grammar/row.js';
import { icd, zonedTime } from '../parts/fields.js';
import { partRows } from '../parts/party-rows.js';
import { mustQuantityRows, OWN_PROPERTIES, propertyRows } from '../parts/reference-rows.js';
import { fullItemRows, itemRows } from '../parts/rows.js';
import { sequences } from '../parts/sequences.js';
import { joinIssued, onlyOriginals } from '../parts/shaping.js';
import { gatherQuantities, partQuantities } from './stock-quantities.js';

type StockRow = Row<ModelPath<StockReport>>;

const DAY = date('CCYY-MM-DD');
const NUMBER = text(1, 200);

/** What tells the two reports apart: the line, its element of value, and what a quantity without a date is. */
interface Names {
  root: string;
  line: string;
  value: string;
  report: StockReport['report'];
  now: StockKind;
  own: StockRow[];
}

const header = ({ root, line, value, report }: Names): Rule<StockReport> => ({
  name: 'header',
  says: 'A party that reports its own stock is named as reporter too; a report without a currency has that of its values.',
  decoded: (stock, view) => {
    mustHaveLines(stock, `cac:${line}`, view.report);
    joinIssued(stock);
    stock.report = report;
    if (stock.reporter !== undefined && isSame(stock.reporter, stock.supplier)) delete stock.reporter;
    if (stock.supplier.name === undefined && stock.supplier.identifiers.length === 0 && stock.reporter !== undefined) {
      stock.supplier = stock.reporter;
      delete stock.reporter;
    }
    if (stock.currency === undefined) readCurrency(stock, view, value);
  },
  encoding: (stock, say) => {
    onlyOriginals(stock.purpose, root, say);
    if (stock.report !== report)
      say({ at: root, code: 'REPORT_NOT_EXPRESSIBLE', message: `A UBL ${root} is no report of "${stock.report}".` });
    stock.reporter ??= structuredClone(stock.supplier);
  },
});

const quantities = ({ now }: Names): Rule<StockReport> => ({
  name: 'quantities',
  says: 'Each quantity is a line of its own, the second of 7 being 7-2; a day behind the day of the report makes it inbound.',
  decoded: (stock) => {
    stock.lines = gatherQuantities(stock, now);
  },
  encoding: (stock, report) => {
    stock.lines = partQuantities(stock, { now, report });
  },
});

function stockTable(names: Names): Message<StockReport> {
  const line = `cac:${names.line}[]`;
  const item = `${line}/cac:Item`;
  return message<StockReport>({
    standard: 'UBL',
    release: '2.1',
    message: names.root,
    source: `OASIS UBL 2.1 ${names.root}; no Peppol profile`,
    format: 'ubl',
    structure: { syntax: 'xml', root: names.root, sequences },
    blanks: { ...stockReportBlanks, 'lines[].item.classifications[]': () => ({ system: '' }) },
    extended: ['lines[]'],
    carried: ['purpose', 'report', 'lines[].quantities[]'],
    rows: [
      fixed('cbc:UBLVersionID', '2.1'),
      must('cbc:ID', 'number', NUMBER),
      must('cbc:IssueDate', 'issuedOn', DAY),
      may('cbc:IssueTime', 'issuedAt', zonedTime),
      may('cbc:Note[]', 'note[]', text(1, 5000)),
      may('cbc:DocumentCurrencyCode', 'currency', listed('ISO 4217', isCurrencyCode)),
      may('cac:InventoryPeriod/cbc:StartDate', 'period.start', DAY),
      may('cac:InventoryPeriod/cbc:EndDate', 'period.end', DAY),
      ...partRows('cac:SellerSupplierParty/cac:Party', 'supplier', PARTS),
      ...partRows('cac:RetailerCustomerParty/cac:Party', 'buyer', PARTS),
      ...partRows('cac:InventoryReportingParty', 'reporter', PARTS),
      must(`${line}/cbc:ID`, 'lines[].number', NUMBER),
      may(`${line}/cbc:Note[]`, 'lines[].note[]', text(1, 5000)),
      ...mustQuantityRows(`${line}/cbc:Quantity`, 'lines[].quantities[0].quantity'),
      may(`${line}/cbc:${names.value}`, 'lines[].value', decimal()),
      same(`${line}/cbc:${names.value}@currencyID`, 'currency'),
      may(`${line}/cbc:AvailabilityDate`, 'lines[].quantities[0].on', DAY),
      may(`${line}/cbc:AvailabilityStatusCode`, 'lines[].quantities[0].rawKind', text(1, 50)),
      ...itemRows(item, 'lines[].item', may),
      ...fullItemRows(item, 'lines[].item'),
      ...propertyRows(item, 'lines[].item', `${OWN_PROPERTIES}|Condition`),
      may(`${item}/cac:AdditionalItemProperty[cbc:Name=Condition]/cbc:Value`, 'lines[].condition', NUMBER),
      may(`${item}/cac:ItemInstance/cbc:SerialID`, 'lines[].serial', NUMBER),
      may(`${item}/cac:ItemInstance/cac:LotIdentification/cbc:LotNumberID`, 'lines[].lot', NUMBER),
      may(`${item}/cac:ItemInstance/cac:LotIdentification/cbc:ExpiryDate`, 'lines[].expiresOn', DAY),
      ...names.own,
    ],
    rules: [header(names), quantities(names)],
  });
}

const PARTS = ['optionalEndpoint', 'identifiers', 'name', 'address', 'tax', 'contact'] as const;

/** Stock availability report, UBL 2.1: what can be ordered, now or from a day on. It has no place for where the stock is; an inventory report has. */
export const ublStockAvailabilityReport = stockTable({
  root: 'StockAvailabilityReport',
  line: 'StockAvailabilityReportLine',
  value: 'ValueAmount',
  report: 'availability',
  now: 'available',
  own: [],
});

const LOCATION = 'cac:InventoryReportLine[]/cac:InventoryLocation';

/** Inventory report, UBL 2.1: what is held, place by place. */
export const ublInventoryReport = stockTable({
  root: 'InventoryReport',
  line: 'InventoryReportLine',
  value: 'InventoryValueAmount',
  report: 'inventory',
  now: 'onHand',
  own: [
    fixed('cac:RetailerCustomerParty', ''),
    may(`${LOCATION}/cbc:ID`, 'lines[].location.identifier.value', NUMBER),
    may(`${LOCATION}/cbc:ID@schemeID`, 'lines[].location.identifier.scheme', icd),
    may(`${LOCATION}/cbc:Name`, 'lines[].location.name', text(1, 500)),
    may(
      `${LOCATION}/cac:Address/cac:Country/cbc:IdentificationCode`,
      'lines[].location.country',
      describing('ISO 3166-1', isCountryCode),
    ),
  ],
});

/** The currency of the first value; values in others stay as they are and are reported by nobody, as the report has none of its own. */
function readCurrency(stock: StockReport, view: RuleView, value: string): void {
  stock.lines.forEach((_line: StockLine, index) => {
    const amount = view.nodeOf(`lines[${index}]`)?.children.find((child) => child.name === `cbc:${value}`);
    const currency = amount?.values.get('@currencyID');
    if (currency === undefined || !isCurrencyCode(currency)) return;
    stock.currency ??= currency;
    if (currency === stock.currency) amount?.used.add('@currencyID');
  });
}

function isSame(a: Party, b: Party): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
