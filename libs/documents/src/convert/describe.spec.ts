import { describe, expect, it } from '@jest/globals';
import { billed } from '../canonical/billing/testing.js';
import { screws } from '../grammar/testing.js';
import { describeDocument } from './describe.js';
import { diffDocuments } from './diff.js';
import { readDocuments } from './read-documents.js';
import { writeDocument } from './write-document.js';

const read = (text: string) => readDocuments(new TextEncoder().encode(text)).documents[0]!;

describe('what a document is', () => {
  it.each([
    ['ubl', 'UBL', '2.1', 'Order'],
    ['x12', 'X12', '004010', '850'],
    ['edifact', 'EDIFACT', 'D.01B', 'ORDERS'],
    ['cxml', 'cXML', '1.2', 'OrderRequest'],
    ['opentrans', 'openTRANS', '2.1', 'ORDER'],
  ] as const)('in %s is told with its release, parties, lines and problems', (format, standard, release, message) => {
    const told = describeDocument(read(writeDocument(screws, format)!.text));
    expect(told).toMatchObject({
      message,
      standard,
      release,
      kind: 'order',
      number: screws.number,
      currency: screws.currency,
      lines: screws.lines.length,
    });
    expect(told.problems.error).toBe(0);
    expect(told.parties.map(({ role }) => role)).toEqual(expect.arrayContaining(['buyer', 'supplier']));
    expect(told.parties.find(({ role }) => role === 'buyer')?.identifiers.join(' ')).toContain(
      screws.buyer.identifiers[0]!.value,
    );
  });

  it('is told as far as it could be read', () => {
    const text = writeDocument(screws, 'edifact')!.text.replace('QTY+21:', 'QTY+21:x');
    expect(describeDocument(read(text))).toMatchObject({ message: 'ORDERS', kind: 'order', parties: [], problems: { error: 1 } });
    expect(describeDocument({ message: 'IFCSUM', problems: [] })).toEqual({
      message: 'IFCSUM',
      parties: [],
      problems: { error: 0, warning: 0, info: 0 },
    });
  });
});

describe('two documents', () => {
  it('that say the same in two formats do not differ', () => {
    const [one, two] = [
      read(writeDocument(screws, 'edifact', { release: 'D.96A' })!.text),
      read(writeDocument(screws, 'edifact')!.text),
    ];
    expect(diffDocuments(one.document!, two.document!)).toEqual([]);
  });

  it('differ by line and value, matched by the number of the line and not by its place', () => {
    const [first, second, ...others] = screws.lines;
    const more = { ...first!, quantity: { ...first!.quantity, value: '8' } };
    const other = { ...screws, number: 'PO-9', lines: [second!, more, ...others] };
    expect(diffDocuments(screws, other)).toEqual([
      { at: 'number', left: screws.number, right: 'PO-9' },
      { at: `lines[${first!.number}].quantity.value`, left: first!.quantity.value, right: '8' },
    ]);
    const shorter = { ...screws, lines: [first!] };
    const lost = diffDocuments(screws, shorter);
    expect(lost.length).toBeGreaterThan(3);
    expect(lost.every(({ at, right }) => at.startsWith('lines[') && right === undefined)).toBe(true);
  });

  it('do not differ by zeros behind an amount, and do by those of a number that is a name', () => {
    const [line] = screws.lines;
    const zeros = {
      ...screws,
      lines: [{ ...line!, quantity: { ...line!.quantity, value: `${line!.quantity.value}.00` } }, ...screws.lines.slice(1)],
    };
    expect(diffDocuments(screws, zeros)).toEqual([]);
    const parts = (supplierPart: string) => ({ ...screws, lines: [{ ...line!, item: { ...line!.item, supplierPart } }] });
    expect(diffDocuments(parts('1.10'), parts('1.1'))).toEqual([
      { at: `lines[${line!.number}].item.supplierPart`, left: '1.10', right: '1.1' },
    ]);
  });

  it('of other kinds differ in that', () => {
    expect(diffDocuments(screws, billed).find(({ at }) => at === 'kind')).toEqual({
      at: 'kind',
      left: 'order',
      right: 'invoice',
    });
  });
});
