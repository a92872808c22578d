import { isCurrencyCode, type UnitCode } from '#libs/kernel';
import { party, partyBlanks } from '../../canonical/blanks.js';
import type { CatalogueRow } from '../../canonical/catalogue.js';
import type { CatalogueDocument } from '../../canonical/catalogue-document.js';
import type { Decoded, Encoded } from '../../canonical/problem.js';
import { type Field, knownCode, listed, text } from '../../grammar/field.js';
import { message, type Rule, type RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode, newNode } from '../../grammar/node.js';
import { beside, inside, may, must } from '../../grammar/row.js';
import { customerPriceType } from '../../tabular/row/customer-price.js';
import { decodeElement, encodeElement } from '../../xml/codec.js';
import type { XmlElement } from '../../xml/element.js';
import { writeXml } from '../../xml/write-xml.js';
import { dtdOf } from '../envelope.js';
import { amount, day, domain, unit } from '../fields.js';
import { sequences } from '../order-request.js';

/** The name of a row in the tree of the table; its action stands in an attribute. */
const ROW = 'IndexRow';
const AT = `${ROW}[]`;
const DETAIL = `${AT}/ItemDetail`;
const ELEMENTS: Readonly<Record<string, CatalogueRow['action']>> = { IndexItemAdd: 'add', IndexItemDelete: 'delete' };

const action: Field<CatalogueRow['action']> = {
  says: 'IndexItemAdd: the row as it stands; IndexItemDelete: it is taken out',
  decode: (raw) => (raw === 'delete' ? 'delete' : 'put'),
  encode: (value) => (value === 'delete' ? 'delete' : 'add'),
};

const wholeDays: Field<number> = {
  says: 'whole days',
  decode: (raw) => (/^\d{1,5}$/.test(raw.trim()) ? Number(raw.trim()) : undefined),
  encode: (value) => String(value),
};

/** A row as the table carries it: its texts in no language, its one price, and the unit of that. */
type Carried = Omit<CatalogueRow, 'orderUnit'> & {
  measured?: { unit?: string; rawUnit?: string };
  per?: { unit?: string; basis?: string; factor?: string };
  orderUnit?: UnitCode;
};

const index: Rule<CatalogueDocument> = {
  name: 'index',
  says: 'Rows stand in IndexItem by what is done with them. One that leads into a shop (IndexItemPunchout) is no row the hub can price: it is kept beside the model, which is said.',
  reading: (root) => {
    for (const group of childrenOf(root, 'IndexItem')) {
      const rows = group.children.filter(({ name }) => Object.hasOwn(ELEMENTS, name));
      group.children = group.children.filter((child) => !rows.includes(child));
      for (const row of rows) {
        row.values.set('@action', ELEMENTS[row.name] ?? '');
        row.name = ROW;
        root.children.push(row);
      }
    }
  },
  decoded: (catalogue, view) => {
    const shops = childrenOf(view.root, 'IndexItem').flatMap((group) => childrenOf(group, 'IndexItemPunchout'));
    if (shops.length > 0)
      view.report({
        at: 'IndexItem/IndexItemPunchout',
        code: 'PUNCHOUT_KEPT',
        message: `${shops.length} entries lead into a shop and have no price here; they are kept beside the model.`,
        severity: 'warning',
      });
    catalogue.rows = (catalogue.rows as Carried[]).filter((row, at) => readRow(catalogue, row, { view, at })) as CatalogueRow[];
    if (catalogue.rows.length === 0 && shops.length === 0)
      view.report({ at: 'IndexItem', code: 'LINES_MISSING', message: 'The document has no lines.' });
    const [first] = catalogue.rows.flatMap((row) => row.prices);
    if (first !== undefined) catalogue.header.currency = first.currency;
  },
  encoding: (catalogue, report) => {
    const language = catalogue.header.language ?? 'en';
    catalogue.note = catalogue.note.length > 1 ? [catalogue.note.join('\n')] : catalogue.note;
    (catalogue.rows as Carried[]).forEach((row, at) => {
      writeRow(row, { language, at: `rows[${at}]`, report });
    });
  },
  writing: (root) => {
    for (const row of childrenOf(root, ROW)) root.children.splice(root.children.indexOf(row), 1, grouped(row));
  },
};

function grouped(row: GrammarNode): GrammarNode {
  const isDelete = row.values.get('@action') === 'delete';
  row.values.delete('@action');
  row.name = isDelete ? 'IndexItemDelete' : 'IndexItemAdd';
  if (isDelete) row.children = childrenOf(row, 'ItemID');
  const group = newNode('IndexItem');
  group.children.push(row);
  return group;
}

function readRow(
  { header: { language = 'en' } }: CatalogueDocument,
  row: Carried,
  { view, at }: { view: RuleView; at: number },
): boolean {
  row.line = view.nodeOf(`rows[${at}]`)?.line ?? 0;
  const { measured, per } = row;
  if (measured?.unit !== undefined) row.orderUnit = measured.unit as UnitCode;
  if (measured?.rawUnit !== undefined) row.rawOrderUnit = measured.rawUnit;
  for (const price of row.prices) if (row.action !== 'delete') price.basis = per?.basis ?? '1';
  if (per?.unit !== undefined && per.unit !== row.orderUnit) {
    row.priceUnit = per.unit as UnitCode;
    if (per.factor !== undefined) row.priceFactor = { numerator: per.factor, denominator: '1' };
  }
  delete row.measured;
  delete row.per;
  row.prices = row.prices.filter(({ amount: known, currency }) => known !== undefined && currency !== undefined);
  row.classifications = row.classifications.filter(({ code }) => code !== undefined);
  for (const key of ['names', 'descriptions'] as const)
    row[key] = row[key]['text'] === undefined ? {} : { [language]: row[key]['text'] };
  if (row.leadDays !== undefined) row.leadKind = 'calendar';
  const paid = customerPriceType(row.prices.map(({ type }) => type));
  if (paid !== undefined) row.customerPriceType = paid.type;
  if (row.supplierPart !== undefined) return true;
  view.report({
    at: `${AT.replace('[]', `[${at + 1}]`)}/ItemID/SupplierPartID`,
    code: 'SUPPLIER_PART_MISSING',
    message: 'The row has no part number of the supplier, so nobody could order it.',
  });
  return false;
}

/** One price of one part, in one language. */
function writeRow(row: Carried, { language, at, report }: { language: string; at: string; report: RuleView['report'] }): void {
  const unsaid = (what: string): void =>
    report({
      at: `${at}.${what}`,
      code: 'NOT_EXPRESSED',
      message: `The format has room for one of ${what}; the others were not written.`,
      severity: 'info',
    });
  for (const key of ['names', 'descriptions'] as const) {
    if (Object.keys(row[key]).length > 1) unsaid(key);
    const said = row[key][language] ?? Object.values(row[key])[0];
    row[key] = said === undefined ? {} : { text: said };
  }
  row.descriptions = row.descriptions['text'] === undefined ? { text: row.names['text'] ?? row.supplierPart } : row.descriptions;
  const wanted = row.prices.find(({ type }) => type === row.customerPriceType) ?? row.prices[0];
  if (row.prices.length > 1) unsaid('prices[]');
  row.prices = wanted === undefined ? [] : [wanted];
  if (row.orderUnit !== undefined)
    row.measured = { unit: row.orderUnit, ...(row.rawOrderUnit === undefined ? {} : { rawUnit: row.rawOrderUnit }) };
  const { numerator, denominator } = row.priceFactor ?? { numerator: row.contentPerOrderUnit, denominator: '1' };
  if (
    wanted === undefined ||
    row.orderUnit === undefined ||
    (row.priceUnit === undefined && /^0*1(?:\.0*)?$/.test(wanted.basis ?? '1'))
  )
    return;
  row.per = {
    unit: row.priceUnit ?? row.orderUnit,
    basis: wanted.basis ?? '1',
    factor: row.priceUnit === undefined ? '1' : (numerator ?? ''),
  };
  if (row.per.factor === '' || denominator !== '1')
    report({
      at: `${at}.priceFactor`,
      code: 'FACTOR_NOT_EXPRESSIBLE',
      message: 'conversionFactor needs the price units in one order unit as one number.',
    });
}

/**
 * A catalogue in cXML 1.2, Index. Source: cXML 1.2 (cXML.dtd 1.2.063). The document is of its own, without an envelope; it says neither
 * its day nor to whom it is sent. A part has one price, per PriceBasisQuantity.
 */
export const cxmlIndex = message<CatalogueDocument>({
  standard: 'cXML',
  release: '1.2',
  message: 'Index',
  source: 'cXML 1.2, cXML.dtd 1.2.063, Index',
  format: 'cxml',
  structure: { syntax: 'xml', root: 'Index', sequences },
  blanks: {
    '': () => ({
      kind: 'catalogue',
      header: { format: 'cxml', charset: 'utf-8', supplierIds: [] },
      note: [],
      provider: party(),
      receiver: party(),
      rows: [],
    }),
    ...partyBlanks('provider', 'receiver', 'supplier'),
    'rows[]': () => ({
      line: 0,
      action: 'put',
      names: {},
      descriptions: {},
      prices: [],
      classifications: [],
      stock: [],
      keywords: [],
      media: [],
      features: [],
    }),
    'rows[].prices[]': () => ({ type: 'net_list', fromQuantity: '1' }),
    'rows[].classifications[]': () => ({ system: '' }),
  },
  extended: [],
  carried: [
    'header.format',
    'header.charset',
    'header.currency',
    'header.language',
    'rows[].line',
    'rows[].customerPriceType',
    'rows[].orderUnit',
    'rows[].rawOrderUnit',
    'rows[].priceUnit',
    'rows[].priceFactor',
    'rows[].prices[].basis',
    'rows[].prices[].type',
    'rows[].names',
    'rows[].descriptions',
    'rows[].leadKind',
    'note',
  ],
  rows: [
    may('@loadmode', 'header.mode', knownCode({ Full: 'full', Incremental: 'delta' })),
    may('SupplierID', 'provider.identifiers[0].value', text(1, 200)),
    may('SupplierID@domain', 'provider.identifiers[0].scheme', domain),
    may('Comments', 'note[0]', text(1, 10_000)),
    must(`${AT}@action`, 'rows[].action', action),
    may(`${AT}/ItemID/SupplierPartID`, 'rows[].supplierPart', text(1, 70)),
    may(`${DETAIL}/UnitPrice/Money`, 'rows[].prices[0].amount', amount),
    may(`${DETAIL}/UnitPrice/Money@currency`, 'rows[].prices[0].currency', listed('ISO 4217', isCurrencyCode)),
    may(`${DETAIL}/Description`, 'rows[].descriptions.text', text(1, 5000)),
    may(`${DETAIL}/Description/ShortName`, 'rows[].names.text', text(1, 500)),
    beside(`${DETAIL}/Description@xml:lang`, 'en'),
    may(`${DETAIL}/UnitOfMeasure`, 'rows[].measured' as 'rows[].orderUnit', unit),
    may(`${DETAIL}/PriceBasisQuantity@quantity`, 'rows[].per.basis' as 'rows[].orderUnit', amount),
    may(`${DETAIL}/PriceBasisQuantity@conversionFactor`, 'rows[].per.factor' as 'rows[].orderUnit', amount),
    may(`${DETAIL}/PriceBasisQuantity/UnitOfMeasure`, 'rows[].per' as 'rows[].orderUnit', unit),
    may(`${DETAIL}/Classification[]`, 'rows[].classifications[].code', text(1, 100)),
    may(`${DETAIL}/Classification[]@domain`, 'rows[].classifications[].system', text(1, 100)),
    inside(DETAIL, 'Classification@domain', 'NotAvailable'),
    may(`${DETAIL}/ManufacturerPartID`, 'rows[].manufacturerPart', text(1, 255)),
    may(`${DETAIL}/ManufacturerName`, 'rows[].manufacturer', text(1, 255)),
    may(`${DETAIL}/ItemDetailIndustry/ItemDetailRetail/EANID`, 'rows[].gtin', text(1, 14)),
    may(`${DETAIL}/Extrinsic[@name=minimumQuantity]`, 'rows[].minimum', amount),
    may(`${DETAIL}/Extrinsic[@name=quantityStep]`, 'rows[].multiple', amount),
    may(`${AT}/IndexItemDetail/LeadTime`, 'rows[].leadDays', wholeDays),
    inside(AT, 'IndexItemDetail/LeadTime', '0'),
    may(`${AT}/IndexItemDetail/ExpirationDate`, 'rows[].prices[0].validTo', day),
    may(`${AT}/IndexItemDetail/EffectiveDate`, 'rows[].prices[0].validFrom', day),
  ],
  rules: [index],
});

/** Reads a catalogue by its root element Index. Never throws. */
export function decodeCxmlIndex(root: XmlElement): Decoded<CatalogueDocument> & { partial: Partial<CatalogueDocument> } {
  return decodeElement(cxmlIndex, root, { '': '' });
}

/** Writes a catalogue as a document of its own. With an error among the problems it must not be sent. */
export function encodeCxmlIndex(catalogue: CatalogueDocument, version?: string): Encoded {
  const { element, problems } = encodeElement(cxmlIndex, catalogue, {});
  const written = writeXml(element, { doctype: dtdOf('cXML', version) });
  return { text: written.text, problems: [...problems, ...written.problems] };
}
