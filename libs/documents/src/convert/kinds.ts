import type { Message } from '../grammar/message.js';
import { messages } from '../messages.js';

/** Formats in which a business document is one message of its own; catalogues in BMEcat, CIF, CSV and PRICAT are streams of events. */
export const documentFormats = ['ubl', 'cii', 'cxml', 'x12', 'edifact', 'ocds', 'oci', 'opentrans'] as const;
/** What people call them. */
export const FORMAT_NAMES: Readonly<Record<DocumentFormat, string>> = {
  ubl: 'UBL',
  cii: 'CII',
  cxml: 'cXML',
  x12: 'X12',
  edifact: 'EDIFACT',
  ocds: 'OCDS',
  oci: 'OCI',
  opentrans: 'openTRANS',
};
export type DocumentFormat = (typeof documentFormats)[number];

/** Any document of the house. */
export interface AnyDocument {
  kind: string;
}

/** The kind of document a table reads: order, invoice ... */
export function kindOf(message: Message<never>): string {
  return (message.table.blanks['']?.() as Partial<AnyDocument> | undefined)?.kind ?? '';
}

type Kinds = ReadonlyMap<string, Readonly<Record<DocumentFormat, readonly Message<never>[]>>>;
/** Tables do not change, so they are sorted once. */
let sorted: Kinds | undefined;

/** The tables of every kind by format, in the order of the registry: which format can say what. */
export function documentKinds(): Kinds {
  sorted ??= sortedKinds();
  return sorted;
}

function sortedKinds(): Kinds {
  const kinds = new Map<string, Record<DocumentFormat, Message<never>[]>>();
  for (const message of messages.values()) {
    const tables = kinds.get(kindOf(message)) ?? {
      ubl: [],
      cii: [],
      cxml: [],
      x12: [],
      edifact: [],
      ocds: [],
      oci: [],
      opentrans: [],
    };
    kinds.set(kindOf(message), tables);
    tables[message.table.standard.toLowerCase() as DocumentFormat].push(message);
  }
  return kinds;
}

type Says = Readonly<Record<string, unknown>>;

/** Where a format has several messages for one kind, which of them says a document. */
const CHOICES: Readonly<Record<string, (document: Says) => string>> = {
  'ubl:orderChange': ({ purpose }) => (purpose === 'cancel' ? 'OrderCancellation' : 'OrderChange'),
  'ubl:orderResponse': ({ agreement, totals }) =>
    agreement !== undefined || totals !== undefined ? 'OrderAgreement' : 'OrderResponse',
  'ubl:invoice': ({ type }) => (type === 'creditNote' ? 'CreditNote' : 'Invoice'),
  'ubl:stockReport': ({ report }) => (report === 'availability' ? 'StockAvailabilityReport' : 'InventoryReport'),
  'ubl:applicationResponse': () => 'ApplicationResponse',
  'x12:orderResponse': ({ change }) => (change === undefined ? '855' : '865'),
};

/** The releases written when nobody asks for another. */
const RELEASES: Readonly<Partial<Record<DocumentFormat, string>>> = { x12: '004010', edifact: 'D.01B' };

/** The table that writes a document in a format; undefined when the format has no message of its kind. */
export function tableFor(document: AnyDocument, format: DocumentFormat, release = RELEASES[format]): Message<never> | undefined {
  const tables = documentKinds().get(document.kind)?.[format] ?? [];
  const wanted = CHOICES[`${format}:${document.kind}`]?.(document as unknown as Says);
  const fitting = wanted === undefined ? tables : tables.filter(({ table }) => table.message === wanted);
  return fitting.find(({ table }) => table.release === release) ?? fitting[0];
}
