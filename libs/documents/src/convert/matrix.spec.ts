import { describe, expect, it } from '@jest/globals';
import { billed, credited, queried } from '../canonical/billing/testing.js';
import { counted, crated, unpacked } from '../canonical/goods/testing.js';
import { changeAnswered, changed, priced } from '../canonical/ordering/testing.js';
import type { Problem } from '../canonical/problem.js';
import { cart, visit } from '../canonical/punchout/testing.js';
import { asked, offered } from '../canonical/sourcing/testing.js';
import { forwarded } from '../cxml/testing.js';
import { charged, screws, split } from '../grammar/testing.js';
import { messages } from '../messages.js';
import { called } from '../ocds/testing.js';
import { type AnyDocument, documentFormats, documentKinds, tableFor } from './kinds.js';
import { readDocuments } from './read-documents.js';
import { acknowledgement, interchangeAcknowledgement, interchangeAnswer } from './testing.js';
import { writeDocument } from './write-document.js';

/** Units whose ids every format has room for. */
const shortened = JSON.parse(
  JSON.stringify(crated)
    .replaceAll('"id":"373400306809981733"', '"id":"P-1"')
    .replaceAll('"parent":"373400306809981733"', '"parent":"P-1"')
    .replaceAll('"package":"373400306809981733"', '"package":"P-1"'),
) as AnyDocument;

/** One document or more of every kind. */
const documents: Readonly<Record<string, readonly AnyDocument[]>> = {
  order: [screws, charged],
  orderChange: [changed, { ...changed, purpose: 'cancel', lines: [] } as AnyDocument],
  orderResponse: [split, { ...changeAnswered, order: { ...changeAnswered.order, payloadId: 'p-1@hub' } } as AnyDocument],
  despatchAdvice: [shortened],
  receiptAdvice: [
    {
      ...unpacked,
      lines: unpacked.lines.map((line) => ({ ...line, ...(line.rejectReason === undefined ? {} : { rejectReason: '01' }) })),
    } as AnyDocument,
  ],
  invoice: [billed, credited],
  invoiceResponse: [queried],
  applicationResponse: [forwarded],
  stockReport: [counted],
  requestForQuotation: [asked],
  quotation: [offered],
  catalogue: [{ ...priced, header: { ...priced.header, currency: 'EUR' } } as AnyDocument],
  tenderNotice: [called],
  acknowledgement: [],
  interchangeAcknowledgement: [interchangeAcknowledgement],
  punchOutSetup: [visit],
  punchOutOrder: [
    {
      ...cart,
      buyer: { ...cart.buyer, name: 'Nordic Air Maintenance AS' },
      supplier: { ...cart.supplier, name: 'Fasteners Limited' },
      lines: cart.lines.map(({ price, ...line }) => ({ ...line, price: { ...price!, currency: undefined } })),
    } as AnyDocument,
  ],
};

/** Every value of a document by its path. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, `${path}[${index}]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
  return value === undefined ? [] : [[path, String(value)]];
}

/** Lines in the order of their numbers: EDIFACT lists them by the unit they lie in. */
function inOrder<T extends AnyDocument | undefined>(document: T): T {
  const { lines } = (document ?? {}) as { lines?: { number: string }[] };
  if (lines === undefined) return document;
  return { ...document, lines: [...lines].sort((a, b) => (a.number < b.number ? -1 : 1)) } as T;
}

const general = (path: string) => path.replace(/\[\d+\]/g, '[]');

/** What tells of the file and not of the trade. */
const ABOUT_THE_FILE = ['header.format', 'header.charset', 'rows[].line'];

/**
 * What is said in other words or at another place of the model, so that it does not come back as it went, though nothing is lost: a name
 * as the description, a code in its reason, an order of all lines as that of the document, units numbered anew, an instant in UTC.
 */
const REWORDED = [
  'lines[].item.name',
  'charges[].code',
  'charges[].reason',
  'lines[].charges[].code',
  'lines[].charges[].reason',
  'lines[].order.number',
  'packages[]',
  'lines[].packed[].package',
  'issuedAt',
  'operation',
  'shipTo.identifiers[].scheme',
];

/** Values that did not come back as they went and that no problem names, in words of the model or at a place of the format. */
function silentlyLost(
  document: AnyDocument,
  back: AnyDocument | undefined,
  { problems, coordinate }: { problems: readonly Problem[]; coordinate: string },
): string[] {
  const came = new Map(leaves(inOrder(back)));
  const rows = messages.get(coordinate)?.rows ?? [];
  const named = [
    ...problems.flatMap(({ at }) => [
      general(at),
      ...rows.filter(({ address }) => general(address.text) === general(at)).map(({ to }) => general(to)),
    ]),
    ...REWORDED,
    ...ABOUT_THE_FILE,
  ];
  return leaves(inOrder(document))
    .filter(([path, value]) => came.get(path) !== value)
    .map(([path]) => general(path))
    .filter((path) => !named.some((at) => path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`)));
}

/** What a format has no word for at all, though it has a message of the kind: openTRANS cannot take a whole order back. */
const isSayable = (document: AnyDocument, format: string) =>
  format !== 'opentrans' || (document as { purpose?: string }).purpose !== 'cancel';

const cells = [...documentKinds()].flatMap(([kind, tables]) =>
  documentFormats.flatMap((format) =>
    [...new Set(tables[format].map(({ table }) => table.release))].map((release) => [kind, format, release] as const),
  ),
);

describe('every kind in every format that has it', () => {
  it.each(cells)('%s in %s %s is written, read, and the same but for what is named', (kind, format, release) => {
    const acknowledged = format === 'edifact' ? interchangeAnswer : acknowledgement;
    const all =
      kind === 'acknowledgement' ? [acknowledged] : (documents[kind] ?? []).filter((document) => isSayable(document, format));
    const found = all.map((document) => {
      const written = writeDocument(document, format, { release })!;
      const { documents: read } = readDocuments(new TextEncoder().encode(written.text));
      const errors = (problems: readonly Problem[]) =>
        problems.filter(({ severity }) => severity === 'error').map(({ code, at }) => `${code} ${at}`);
      return {
        written: errors(written.problems),
        read: [read.length, read[0]?.kind, read[0]?.coordinate === written.coordinate, errors(read[0]?.problems ?? [])],
        lost: [...new Set(silentlyLost(document, read[0]?.document, written))],
      };
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(found.map(() => ({ written: [], read: [1, kind, true, []], lost: [] })));
  });

  it('says which it has not', () => {
    expect(tableFor(visit, 'x12')).toBeUndefined();
    expect(writeDocument(cart, 'edifact')).toBeUndefined();
  });
});
