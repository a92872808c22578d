import { isCurrencyCode } from '#libs/kernel';
import { mustHaveLines } from '../../canonical/checks.js';
import { stockReportBlanks } from '../../canonical/goods/blanks.js';
import type { StockKind, StockQuantity, StockReport } from '../../canonical/goods/stock-report.js';
import { type Field, listed, text } from '../../grammar/field.js';
import { message, type Rule, type RuleView } from '../../grammar/message.js';
import { childrenOf, newNode } from '../../grammar/node.js';
import { beside, inside, may, must } from '../../grammar/row.js';
import { amount, day, dayOfInstant, domain, instant, unit } from '../fields.js';
import { sequences } from '../order-request.js';
import { readPrice } from '../price.js';
import { envelopeParties, itemIdRows } from '../rows.js';
import { nameItems, settleItems } from '../settle.js';

const LINE = 'ProductActivityDetails[]';
const PLACE = `${LINE}/Contact[@role=locationFrom]`;
/** The name a quantity bears in the tree of the table, with its element as its kind. */
const QUANTITY = 'StockQuantity';

/** Elements of Inventory the hub has a word for; others are kept beside the model. */
const KINDS: Readonly<Record<string, StockKind>> = {
  UnrestrictedUseQuantity: 'available',
  BlockedQuantity: 'blocked',
  RequiredMinimumQuantity: 'minimum',
  RequiredMaximumQuantity: 'maximum',
  StockOnHandQuantity: 'onHand',
  IntransitQuantity: 'inTransit',
};
const elementOf = (kind: StockKind) => Object.entries(KINDS).find(([, known]) => known === kind)?.[0];

const kind: Field<StockKind> = {
  says: `element of Inventory: ${Object.keys(KINDS).join(', ')}; others are kept`,
  decode: (raw) => (Object.hasOwn(KINDS, raw) ? KINDS[raw] : undefined),
  encode: (value) => elementOf(value),
};

const inventory: Rule<StockReport> = {
  name: 'inventory',
  says: 'Each element of Inventory is a quantity by its name. What ProductActivity has no element for is named and left out; a kind said twice, too.',
  reading: (root) => {
    for (const line of childrenOf(root, 'ProductActivityDetails'))
      for (const held of childrenOf(line, 'Inventory')) {
        const known = held.children.filter(({ name }) => Object.hasOwn(KINDS, name));
        held.children = held.children.filter((child) => !known.includes(child));
        for (const node of known) {
          node.values.set('@kind', node.name);
          node.name = QUANTITY;
          line.children.push(node);
        }
      }
  },
  encoding: (report, say) => {
    report.lines.forEach((line, index) => {
      line.quantities = sayable(line.quantities, `lines[${index}].quantities[]`, say);
    });
  },
  writing: (root) => {
    for (const line of childrenOf(root, 'ProductActivityDetails')) {
      const quantities = childrenOf(line, QUANTITY);
      if (quantities.length === 0) continue;
      const held = childrenOf(line, 'Inventory')[0] ?? newNode('Inventory');
      line.children = line.children.filter((child) => child.name !== QUANTITY && child !== held);
      line.children.push(held);
      for (const node of quantities) {
        node.name = node.values.get('@kind') ?? '';
        node.values.delete('@kind');
        held.children.push(node);
      }
    }
  },
};

function sayable(quantities: readonly StockQuantity[], at: string, say: RuleView['report']): StockQuantity[] {
  const said = new Set<StockKind>();
  return quantities.filter((quantity) => {
    const isNew = elementOf(quantity.kind) !== undefined && !said.has(quantity.kind);
    said.add(quantity.kind);
    if (!isNew)
      say({
        at,
        code: 'NOT_EXPRESSED',
        message: `Inventory has no room for this quantity of the kind "${quantity.kind}"; it was not written.`,
        severity: 'warning',
      });
    return isNew;
  });
}

const lines: Rule<StockReport> = {
  name: 'lines',
  says: 'Lines have no number: it is their position. The report is of what is held; processType says of whose use.',
  decoded: (document, { report }) => {
    mustHaveLines(document, 'ProductActivityDetails', report);
    document.report = 'inventory';
    document.lines.forEach((line, index) => {
      line.number = String(index + 1);
      const measured = line.quantities[0]?.quantity;
      const priced = {
        ...(line.price === undefined ? {} : { price: line.price }),
        ...(measured === undefined ? {} : { quantity: measured }),
      };
      readPrice(priced, document.currency);
      if (priced.price?.unit === undefined) delete line.price;
    });
    settleItems(document.lines, { element: 'ProductActivityDetails', report });
    const currency = document.lines.find(({ price }) => price?.currency !== undefined)?.price?.currency;
    if (currency !== undefined) document.currency ??= currency;
    for (const { price } of document.lines) if (price?.currency === document.currency) delete price?.currency;
  },
  encoding: (document, report) => {
    nameItems(document.lines);
    document.lines.forEach((line, index) => {
      if (line.price === undefined) return;
      const isPlain = line.price.unit === line.quantities[0]?.quantity.unit && /^0*1(?:\.0*)?$/.test(line.price.basis);
      const currency = line.price.currency ?? document.currency;
      if (isPlain && currency !== undefined) {
        line.price = { amount: line.price.amount, currency } as typeof line.price;
        return;
      }
      delete line.price;
      report({
        at: `lines[${index}].price`,
        code: 'NOT_EXPRESSED',
        message: 'UnitPrice is per one unit of what is held; another price was not written.',
        severity: 'warning',
      });
    });
    if (document.lines.some(({ price }) => price !== undefined)) delete document.currency;
  },
};

/**
 * What of a part is held, cXML 1.2 ProductActivityMessage, as a buyer tells it a supplier who keeps his stock filled. Source: cXML 1.2
 * (cXML.dtd 1.2.063). Forecasts and time series are kept beside the model.
 */
export const cxmlProductActivityMessage = message<StockReport>({
  standard: 'cXML',
  release: '1.2',
  message: 'ProductActivityMessage',
  source: 'cXML 1.2, cXML.dtd 1.2.063, ProductActivityMessage',
  format: 'cxml',
  structure: { syntax: 'xml', root: 'ProductActivityMessage', sequences },
  blanks: stockReportBlanks,
  extended: ['lines[]'],
  carried: [...envelopeParties, 'report', 'lines[].number', 'lines[].quantities[].rawKind'],
  rows: [
    must('ProductActivityHeader@messageID', 'number', text(1, 200)),
    may('ProductActivityHeader@creationDate', 'issuedAt', instant),
    must('ProductActivityHeader@creationDate', 'issuedOn', dayOfInstant),
    beside('ProductActivityHeader@processType', 'StockInventory'),
    ...itemIdRows(`${LINE}/ItemID`, 'lines[].item'),
    may(`${LINE}/Description`, 'lines[].item.description', text(1, 5000)),
    may(`${LINE}/Description/ShortName`, 'lines[].item.name', text(1, 500)),
    beside(`${LINE}/Description@xml:lang`, 'en'),
    may(`${LINE}/Classification[]`, 'lines[].item.classifications[].code', text(1, 100)),
    may(`${LINE}/Classification[]@domain`, 'lines[].item.classifications[].system', text(1, 100)),
    may(`${LINE}/SerialNumberInfo/SerialNumber`, 'lines[].serial', text(1, 200)),
    may(`${LINE}/LeadTime`, 'lines[].leadDays', amount),
    may(`${LINE}/ManufacturerPartID`, 'lines[].item.manufacturerPart', text(1, 255)),
    may(`${LINE}/ManufacturerName`, 'lines[].item.manufacturer', text(1, 255)),
    may(`${LINE}/Batch@expirationDate`, 'lines[].expiresOn', day),
    may(`${LINE}/Batch/SupplierBatchID`, 'lines[].lot', text(1, 200)),
    may(`${PLACE}/Name`, 'lines[].location.name', text(1, 500)),
    beside(`${PLACE}/Name@xml:lang`, 'en'),
    inside(PLACE, 'Name', ''),
    may(`${PLACE}/IdReference@identifier`, 'lines[].location.identifier.value', text(1, 200)),
    may(`${PLACE}/IdReference@domain`, 'lines[].location.identifier.scheme', domain),
    may(`${LINE}/UnitPrice/Money`, 'lines[].price.amount', amount),
    may(`${LINE}/UnitPrice/Money@currency`, 'lines[].price.currency', listed('ISO 4217', isCurrencyCode)),
    must(`${LINE}/${QUANTITY}[]@kind`, 'lines[].quantities[].kind', kind),
    must(`${LINE}/${QUANTITY}[]@quantity`, 'lines[].quantities[].quantity.value', amount),
    must(`${LINE}/${QUANTITY}[]/UnitOfMeasure`, 'lines[].quantities[].quantity', unit),
    may(`${LINE}/Extrinsic[@name=condition]`, 'lines[].condition', text(1, 200)),
  ],
  rules: [inventory, lines],
});
