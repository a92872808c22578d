import { compare, isCountryCode, isCurrencyCode, isUnitCode, type UnitCode } from '#libs/kernel';
import { party, partyBlanks } from '../../canonical/blanks.js';
import type { CataloguePrice, CatalogueRow } from '../../canonical/catalogue.js';
import type { CatalogueDocument } from '../../canonical/catalogue-document.js';
import { date, describing, type Field, knownCode, listed, positive, text } from '../../grammar/field.js';
import { message, type Rule, type RuleView } from '../../grammar/message.js';
import { beside, fixed, may, must } from '../../grammar/row.js';
import { customerPriceType } from '../../tabular/row/customer-price.js';
import { classificationSystem, gtin } from '../parts/fields.js';
import { partRows } from '../parts/party-rows.js';
import { sequences } from '../parts/sequences.js';
import { joinIssued } from '../parts/shaping.js';

const LINE = 'cac:CatalogueLine[]';
const ITEM = `${LINE}/cac:Item`;
const PRICE = `${LINE}/cac:RequiredItemLocationQuantity[]`;
const DAY = date('CCYY-MM-DD');
const NUMBER = text(1, 200);
const SENDERS = ['endpoint', 'identifiers', 'registeredName', 'address'] as const;

const unitCode: Field<string> = listed('UN/ECE Recommendation 20 or 21', isUnitCode);

const wholeDays: Field<number> = {
  says: 'whole days',
  decode: (raw) => (/^\d{1,5}$/.test(raw.trim()) ? Number(raw.trim()) : undefined),
  encode: (value) => String(value),
};

/** What is done with a line; nothing is said of one that stands as it is. Prices alone cannot be replaced. */
const written = knownCode({ Add: 'add', Update: 'change', Delete: 'delete' });
const lineAction: Field<CatalogueRow['action']> = {
  ...written,
  encode: (value, document) => (value === 'put' ? undefined : written.encode(value as 'add', document)),
};

/** A line as the rows carry it: texts in no language yet, its number in the document, and a unit beside each number. */
type Carried = CatalogueRow & {
  number?: string;
  minimumUnit?: string;
  prices: (CataloguePrice & { fromUnit?: string; basisUnit?: string })[];
};

const header: Rule<CatalogueDocument> = {
  name: 'header',
  says: 'A catalogue has two languages at most to say its texts in: its own, English when it names none; Replace is a full load.',
  decoded: (catalogue, view) => {
    joinIssued(catalogue);
    catalogue.rows = catalogue.rows.filter((row, index) => readRow(catalogue, row, { view, index }));
    const { currency } = catalogue.rows.flatMap((row) => row.prices)[0] ?? {};
    if (currency !== undefined) catalogue.header.currency = currency;
  },
  encoding: (catalogue, report) => {
    const language = catalogue.header.language ?? 'en';
    catalogue.rows.forEach((row, index) => {
      writeRow(row, { language, report, index });
    });
  },
};

/**
 * Catalogue, UBL 2.1, as Peppol BIS Catalogue 3 (T19) writes it. Source: OASIS UBL 2.1 Catalogue; OpenPeppol BIS Catalogue 3,
 * transaction T19. A line without an action is put as it stands; prices are net, for order units.
 */
export const ublCatalogue = message<CatalogueDocument>({
  standard: 'UBL',
  release: '2.1',
  message: 'Catalogue',
  source: 'OASIS UBL 2.1 Catalogue; Peppol BIS Catalogue 3, transaction T19',
  format: 'ubl',
  structure: { syntax: 'xml', root: 'Catalogue', sequences },
  blanks: {
    '': () => ({
      kind: 'catalogue',
      header: { format: 'ubl', charset: 'utf-8', supplierIds: [] },
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
    'rows[].features[]': () => ({ values: [] }),
    'rows[].classifications[]': () => ({ system: '' }),
  },
  extended: [],
  carried: [
    'header.format',
    'header.charset',
    'header.currency',
    'header.language',
    'rows[].line',
    'rows[].action',
    'rows[].customerPriceType',
    'rows[].priceUnit',
    'rows[].prices[].type',
    'rows[].names',
    'rows[].descriptions',
  ],
  rows: [
    fixed('cbc:CustomizationID', 'urn:fdc:peppol.eu:poacc:trns:catalogue:3'),
    fixed('cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:catalogue_wo_response:3'),
    must('cbc:ID', 'header.catalogueId', NUMBER),
    may('cbc:ActionCode', 'header.mode', knownCode({ Replace: 'full', Update: 'delta', Add: 'delta' })),
    may('cbc:Name', 'header.catalogueName', text(1, 500)),
    must('cbc:IssueDate', 'issuedOn', DAY),
    may('cbc:VersionID', 'header.catalogueVersion', NUMBER),
    may('cac:ValidityPeriod/cbc:StartDate', 'validFrom', DAY),
    may('cac:ValidityPeriod/cbc:EndDate', 'validUntil', DAY),
    may('cac:ReferencedContract/cbc:ID', 'agreement', NUMBER),
    ...partRows('cac:ProviderParty', 'provider', SENDERS),
    ...partRows('cac:ReceiverParty', 'receiver', SENDERS),
    ...partRows('cac:SellerSupplierParty/cac:Party', 'supplier', [
      'optionalEndpoint',
      'identifiers',
      'name',
      'address',
      'contact',
    ]),
    must(`${LINE}/cbc:ID`, 'rows[].number' as 'rows[].supplierPart', NUMBER),
    may(`${LINE}/cbc:ActionCode`, 'rows[].action', lineAction),
    may(`${LINE}/cbc:OrderableUnit`, 'rows[].orderUnit', unitCode),
    may(`${LINE}/cbc:ContentUnitQuantity`, 'rows[].contentPerOrderUnit', positive()),
    may(`${LINE}/cbc:ContentUnitQuantity@unitCode`, 'rows[].contentUnit', unitCode),
    may(`${LINE}/cbc:OrderQuantityIncrementNumeric`, 'rows[].multiple', positive()),
    may(`${LINE}/cbc:MinimumOrderQuantity`, 'rows[].minimum', positive()),
    may(`${LINE}/cbc:MinimumOrderQuantity@unitCode`, 'rows[].minimumUnit' as 'rows[].orderUnit', unitCode),
    may(`${PRICE}/cbc:MinimumQuantity`, 'rows[].prices[].fromQuantity', positive()),
    may(`${PRICE}/cbc:MinimumQuantity@unitCode`, 'rows[].prices[].fromUnit' as 'rows[].prices[].type', unitCode),
    must(`${PRICE}/cac:Price/cbc:PriceAmount`, 'rows[].prices[].amount', positive()),
    must(`${PRICE}/cac:Price/cbc:PriceAmount@currencyID`, 'rows[].prices[].currency', listed('ISO 4217', isCurrencyCode)),
    may(`${PRICE}/cac:Price/cbc:BaseQuantity`, 'rows[].prices[].basis', positive()),
    may(`${PRICE}/cac:Price/cbc:BaseQuantity@unitCode`, 'rows[].prices[].basisUnit' as 'rows[].prices[].type', unitCode),
    may(`${PRICE}/cac:Price/cac:ValidityPeriod/cbc:StartDate`, 'rows[].prices[].validFrom', DAY),
    may(`${PRICE}/cac:Price/cac:ValidityPeriod/cbc:EndDate`, 'rows[].prices[].validTo', DAY),
    may(`${LINE}/cac:RequiredItemLocationQuantity/cbc:LeadTimeMeasure`, 'rows[].leadDays', wholeDays),
    beside(`${LINE}/cac:RequiredItemLocationQuantity/cbc:LeadTimeMeasure@unitCode`, 'DAY'),
    may(`${ITEM}/cbc:Description`, 'rows[].descriptions.text', text(1, 5000)),
    must(`${ITEM}/cbc:Name`, 'rows[].names.text', text(1, 500)),
    may(`${ITEM}/cbc:Keyword[]`, 'rows[].keywords[]', NUMBER),
    may(`${ITEM}/cac:SellersItemIdentification/cbc:ID`, 'rows[].supplierPart', text(1, 70)),
    may(`${ITEM}/cac:ManufacturersItemIdentification/cbc:ID`, 'rows[].manufacturerPart', NUMBER),
    may(`${ITEM}/cac:StandardItemIdentification/cbc:ID[@schemeID=0160|GTIN|EAN]`, 'rows[].gtin', gtin),
    may(`${ITEM}/cac:OriginCountry/cbc:IdentificationCode`, 'rows[].countryOfOrigin', describing('ISO 3166-1', isCountryCode)),
    must(`${ITEM}/cac:CommodityClassification[]/cbc:ItemClassificationCode`, 'rows[].classifications[].code', NUMBER),
    may(
      `${ITEM}/cac:CommodityClassification[]/cbc:ItemClassificationCode@listID`,
      'rows[].classifications[].system',
      classificationSystem,
    ),
    must(`${ITEM}/cac:AdditionalItemProperty[]/cbc:Name`, 'rows[].features[].name', text(1, 500)),
    may(`${ITEM}/cac:AdditionalItemProperty[]/cbc:Value`, 'rows[].features[].values[0]', text(1, 5000)),
    may(`${ITEM}/cac:ManufacturerParty/cac:PartyName/cbc:Name`, 'rows[].manufacturer', text(1, 500)),
  ],
  rules: [header],
});

/** A row in the words of the streamed formats; false, with an error, when nobody could order it. */
function readRow(
  { header: { language = 'en' } }: CatalogueDocument,
  row: Carried,
  { view, index }: { view: RuleView; index: number },
): boolean {
  const node = view.nodeOf(`rows[${index}]`);
  row.line = node?.line ?? 0;
  delete row.number;
  delete row.minimumUnit;
  row.names = inLanguage(row.names, language);
  row.descriptions = inLanguage(row.descriptions, language);
  for (const price of row.prices) {
    price.basis ??= '1';
    if (price.basisUnit !== undefined && price.basisUnit !== row.orderUnit) row.priceUnit = price.basisUnit as UnitCode;
    delete price.basisUnit;
    delete price.fromUnit;
    if (price.fromQuantity === '1' && row.minimum !== undefined && compare(row.minimum, '1') < 0)
      price.fromQuantity = row.minimum;
  }
  const paid = customerPriceType(row.prices.map(({ type }) => type));
  if (paid !== undefined) row.customerPriceType = paid.type;
  if (row.supplierPart !== undefined) return true;
  view.report({
    at: `cac:CatalogueLine[${index + 1}]/cac:Item/cac:SellersItemIdentification/cbc:ID`,
    code: 'SUPPLIER_PART_MISSING',
    message: 'The line has no part number of the supplier, so nobody could order it.',
  });
  return false;
}

function inLanguage(texts: Readonly<Record<string, string>>, language: string): Record<string, string> {
  return texts['text'] === undefined ? {} : { [language]: texts['text'] };
}

/** One text of each kind, in the language of the catalogue or the first there is; one value of each feature. */
function writeRow(
  row: Carried,
  { language, report, index }: { language: string; report: RuleView['report']; index: number },
): void {
  row.number = String(index + 1);
  for (const key of ['names', 'descriptions'] as const) {
    const texts = row[key];
    const said = texts[language] ?? Object.values(texts)[0];
    if (Object.keys(texts).length > 1) unsaid(report, `rows[${index}].${key}`);
    row[key] = said === undefined ? {} : { text: said };
  }
  row.names = row.names['text'] === undefined ? { text: row.descriptions['text'] ?? row.supplierPart } : row.names;
  const wanted = row.customerPriceType ?? row.prices[0]?.type;
  for (const { type } of row.prices.filter((price) => price.type !== wanted))
    report({
      at: `rows[${index}].prices[]`,
      code: 'NOT_EXPRESSED',
      message: `The profile has one kind of price, what the customer pays; a price of the kind ${type.slice(0, 40)} was not written.`,
      severity: 'warning',
    });
  row.prices = row.prices.filter(({ type }) => type === wanted);
  const { orderUnit, priceUnit = orderUnit } = row;
  if (orderUnit !== undefined && row.minimum !== undefined) row.minimumUnit = orderUnit;
  for (const price of row.prices) {
    if (orderUnit !== undefined) price.fromUnit = orderUnit;
    if (priceUnit !== undefined && price.basis !== undefined) price.basisUnit = priceUnit;
  }
  if (row.features.some(({ values }) => values.length > 1)) unsaid(report, `rows[${index}].features[].values[]`);
}

function unsaid(report: RuleView['report'], at: string): void {
  report({
    at,
    code: 'NOT_EXPRESSED',
    message: `The profile has room for one value of ${at}; the others were not written.`,
    severity: 'info',
  });
}
