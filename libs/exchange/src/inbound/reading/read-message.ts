import {
  type Decoded,
  type DetectedFormat,
  decodeCxml,
  decodeOpenTrans,
  decodeUbl,
  detectFormat,
  messages,
  type Problem,
  readXml,
  ublMessageOf,
  type XmlElement,
} from '#libs/documents';
import type { Message } from '../../message/message.js';
import type { Tables } from '../../translate/tables.js';
import type { Read, Reading, ReadMessage } from './read-document.js';
import { readAs, readEdifactFile, readX12 } from './read-interchange.js';
import { type BusinessDocument, isTaken } from './taken-document.js';

/** Documents in one message at most: with the lines of an order this bounds what one transaction does. A sender with more sends several messages. */
export const documentsMax = 100;

/** Interchanges in one file at most, since each is acknowledged by itself. */
const interchangesMax = 100;

const tooManyInterchanges = (count: number): Problem => ({
  at: '/',
  code: 'INTERCHANGES_TOO_MANY',
  message: `A file carries at most ${interchangesMax} interchanges, this one has ${count}. Send them in several; those beyond are not acknowledged.`,
  severity: 'error',
});

const tooManyDocuments = (count: number): Problem => ({
  at: '/',
  code: 'DOCUMENTS_TOO_MANY',
  message: `A message carries at most ${documentsMax} documents, this one has ${count}. Send them in several.`,
  severity: 'error',
});

/** Reads everything in a message. Never throws: what cannot be read is a problem with its place. Of more than `documentsMax` documents each has an error, so that none is applied. */
export function readMessage(bytes: Buffer, { format, tables }: Pick<Message, 'format'> & { tables: Tables }): ReadMessage {
  const { documents, problems = [], interchanges = [], edifact = [] } = readFormat(bytes, format, tables);
  const envelopes = interchanges.length + edifact.length;
  const tooMany = [
    ...(documents.length > documentsMax ? [tooManyDocuments(documents.length)] : []),
    ...(envelopes > interchangesMax ? [tooManyInterchanges(envelopes)] : []),
  ];
  return {
    documents: documents.map((document, i) => {
      const read = keepable(document);
      return { position: i + 1, ...read, problems: [...read.problems, ...tooMany] };
    }),
    problems: [...problems, ...tooMany],
    interchanges: interchanges.slice(0, interchangesMax),
    edifact: edifact.slice(0, interchangesMax),
  };
}

function readFormat(bytes: Buffer, format: Message['format'], tables: Tables): Reading {
  if (format === 'X12') return readX12(bytes, tables);
  return format === 'EDIFACT' ? readEdifactFile(bytes, tables) : readXmlDocument(bytes, tables);
}

/** NUL stands in no text that the hub keeps; in a document it is rubbish or an attack, whatever its format says. */
function keepable(read: Read): Read {
  if (!read.document || !JSON.stringify(read.document).includes('\\u0000')) return read;
  const message = 'The document holds the character NUL.';
  return { ...read, problems: [...read.problems, { at: '/', code: 'CHARACTER_NOT_ALLOWED', message, severity: 'error' }] };
}

const unknown = (message: string): Reading => ({
  documents: [],
  problems: [{ at: '/', code: 'FORMAT_UNKNOWN', message, severity: 'error' }],
});

const xmlFormats = ['ubl', 'cxml', 'opentrans'] as const;
type XmlFormat = (typeof xmlFormats)[number];
type Table = NonNullable<ReturnType<(typeof messages)['get']>>;
const decoders: Readonly<Record<XmlFormat, (table: Table, root: XmlElement) => Decoded<BusinessDocument>>> = {
  ubl: decodeUbl,
  cxml: decodeCxml,
  opentrans: decodeOpenTrans,
};

/** XML is read all the same: whoever sends it hears what is wrong with it, or that it is well-formed and of another kind. */
function notOurs(bytes: Buffer, { format, message }: DetectedFormat): Reading {
  const known = 'UBL, cXML, openTRANS, X12 or EDIFACT document';
  if (format !== 'xml' && format !== 'cii' && format !== 'bmecat') return unknown(`This is no ${known}.`);
  const { root, problems } = readXml(bytes);
  if (!root) return { documents: [], problems };
  const name = (message ?? root.name).slice(0, 60);
  const { problems: found } = unknown(`This is XML, but its root ${name} is no ${known}.`);
  return { documents: [], problems: [...problems, ...found!] };
}

function readXmlDocument(bytes: Buffer, tables: Tables): Reading {
  const detected = detectFormat(bytes);
  const format = xmlFormats.find((known) => known === detected.format);
  if (format === undefined) return notOurs(bytes, detected);
  const { root, problems } = readXml(bytes);
  if (!root) return { documents: [], problems };
  const table = format === 'ubl' ? ublMessageOf(root) : messages.get(detected.coordinate ?? '');
  if (!isTaken(table)) return unknown(`The hub does not take ${detected.message ?? 'this document'} yet.`);
  const { problems: found, ...read } = readAs(table.coordinate, decoders[format](tables(table), root));
  return { documents: [{ ...read, problems: [...problems, ...found] }] };
}
