import { describe, expect, it } from '@jest/globals';
import { type CatalogueDocument, catalogueEvents } from '../../canonical/catalogue-document.js';
import { findElement, textOf } from '../../xml/element.js';
import { decodeUbl, encodeUbl } from '../codec.js';
import { errorsOf, lostPlaces, rootOf, thereAndBack } from '../testing.js';
import { ublCatalogue } from './catalogue.js';
import { spring } from './testing.js';

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
    const many = {
      ...spring,
      header: { ...spring.header, language: 'de' },
      rows: [{ ...row!, names: { en: 'Washer', de: 'Scheibe' } }],
    };
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
    expect(lostPlaces(ublCatalogue, spring)).toEqual([
      'rows[].number',
      'rows[].minimumUnit',
      'rows[].prices[].fromUnit',
      'rows[].prices[].basisUnit',
      'rows[].descriptions.text',
      'rows[].names.text',
    ]);
  });
});
