import { describe, expect, it } from '@jest/globals';
import { type CatalogueDocument, catalogueEvents } from '../../canonical/catalogue-document.js';
import { findElement, textOf } from '../../xml/element.js';
import { decodeUbl, encodeUbl } from '../codec.js';
import { errorsOf, lostPlaces, rootOf, thereAndBack } from '../testing.js';
import { ublCatalogue } from './catalogue.js';

const spring: CatalogueDocument = {
  kind: 'catalogue',
  header: {
    format: 'ubl',
    charset: 'utf-8',
    supplierIds: [],
    catalogueId: 'CAT-9',
    catalogueName: 'Spring',
    catalogueVersion: '2',
    mode: 'full',
    currency: 'EUR',
  },
  issuedOn: '2026-03-01',
  validFrom: '2026-03-01',
  validUntil: '2026-12-31',
  note: [],
  provider: {
    identifiers: [],
    endpoint: { value: '5060012349998', scheme: '0088' },
    name: 'Fasteners Ltd',
    address: { lines: ['Mill Lane 2'], city: 'Leeds', country: 'GB' },
  },
  receiver: { identifiers: [], endpoint: { value: '7300010000001', scheme: '0088' }, name: 'Nordic Air' },
  rows: [
    {
      line: 0,
      action: 'put',
      supplierPart: 'NAS1149-F0363P',
      manufacturer: 'Acme',
      manufacturerPart: 'M-1',
      gtin: '4006381333931',
      names: { en: 'Washer' },
      descriptions: { en: 'Washer, flat' },
      orderUnit: 'XBX',
      contentUnit: 'EA',
      contentPerOrderUnit: '25',
      prices: [
        { type: 'net_list', amount: '42.00', currency: 'EUR', basis: '4', fromQuantity: '1' },
        { type: 'net_list', amount: '40.00', currency: 'EUR', basis: '4', fromQuantity: '10', validTo: '2026-06-30' },
      ],
      customerPriceType: 'net_list',
      minimum: '2',
      multiple: '1',
      leadDays: 3,
      classifications: [{ system: 'UNSPSC', code: '31161800' }],
      stock: [],
      countryOfOrigin: 'GB',
      keywords: ['washer', 'flat'],
      media: [],
      features: [{ name: 'Finish', values: ['Cadmium'] }],
    },
  ],
};

/** Without the line of the text a row stands on, which is not of the catalogue. */
const unplaced = (document: CatalogueDocument | undefined) => ({
  ...document,
  rows: document?.rows.map((row) => ({ ...row, line: 0 })),
});

describe('a catalogue in UBL', () => {
  it('comes back as it went: prices by quantity, content, lead time, features', () => {
    const { back, errors } = thereAndBack(ublCatalogue, spring);
    expect(errors).toEqual([]);
    expect(unplaced(back)).toEqual(spring);
    expect(back?.rows[0]?.line).toBeGreaterThan(10);
  });

  it('writes the text in its own language, and says which it left out', () => {
    const [row] = spring.rows;
    const many = { ...spring, header: { ...spring.header, language: 'de' }, rows: [{ ...row!, names: { en: 'Washer', de: 'Scheibe' } }] };
    const { text, problems } = encodeUbl(ublCatalogue, many);
    expect(textOf(findElement(rootOf(text), 'CatalogueLine', 'Item', 'Name')!)).toBe('Scheibe');
    expect(problems.map(({ at }) => at)).toEqual(['rows[0].names']);
  });

  it('a line nobody could order is an error with its place, and is no row', () => {
    const { text } = encodeUbl(ublCatalogue, spring);
    const broken = text.replace(/ *<cac:SellersItemIdentification>[\s\S]*?<\/cac:SellersItemIdentification>\n/, '');
    const decoded = decodeUbl(ublCatalogue, rootOf(broken));
    expect(errorsOf(decoded.problems).map(({ at, code }) => [at, code])).toEqual([
      ['cac:CatalogueLine[1]/cac:Item/cac:SellersItemIdentification/cbc:ID', 'SUPPLIER_PART_MISSING'],
    ]);
    expect(catalogueEvents(decoded).map(({ kind }) => kind)).toEqual(['header', 'problem', 'end']);
    expect(catalogueEvents(decoded).at(-1)).toEqual({
      kind: 'end',
      end: { complete: false, rows: 0, refused: 0, errors: 1, warnings: 0 },
    });
  });

  it('tells the same events as a streamed catalogue', () => {
    const { text } = encodeUbl(ublCatalogue, spring);
    expect(catalogueEvents(decodeUbl(ublCatalogue, rootOf(text))).map(({ kind }) => kind)).toEqual(['header', 'row', 'end']);
  });

  it('every place of the table comes back', () => {
    // Texts go by language, the number of a line and the unit of its minimum follow from the row itself.
    expect(lostPlaces(ublCatalogue, spring)).toEqual(['rows[].number', 'rows[].minimumUnit', 'rows[].descriptions.text', 'rows[].names.text']);
  });
});
