import type { Problem } from '../canonical/problem.js';
import { decodeCii } from '../cii/codec.js';
import { ciiInvoice } from '../cii/invoice.js';
import { checkCiiInvoice } from '../cii/rules/check-invoice.js';
import { cxmlIndex, decodeCxmlIndex } from '../cxml/catalogue/catalogue-index.js';
import { decodeCxml } from '../cxml/codec.js';
import { detectFormat } from '../detect-format.js';
import { decodeEdifact } from '../edifact/codec.js';
import { releaseOf } from '../edifact/directory/release.js';
import { readEdifact } from '../edifact/envelope/read-interchange.js';
import type { Message } from '../grammar/message.js';
import { messages } from '../messages.js';
import { decodeOcds, readOcds } from '../ocds/codec.js';
import { ocdsRelease } from '../ocds/release.js';
import { ociCart } from '../oci/cart.js';
import { decodeOci } from '../oci/codec.js';
import { readForm } from '../oci/read-form.js';
import { decodeOpenTrans } from '../opentrans/codec.js';
import { decodeUbl } from '../ubl/codec.js';
import { checkUblInvoice } from '../ubl/rules/check-invoice.js';
import { ublMessageOf } from '../ubl/tables.js';
import { decodeSet } from '../x12/codec.js';
import { readInterchangeAcknowledgements } from '../x12/envelope/acknowledge-interchange.js';
import { readInterchanges, type X12Interchange } from '../x12/envelope/read-interchange.js';
import { interchangeAcknowledgementTa1 } from '../x12/interchange-acknowledgement-ta1.js';
import { x12TableOf } from '../x12/tables.js';
import { elementsOf, textOf, type XmlElement } from '../xml/element.js';
import { readXml } from '../xml/read-xml.js';
import { type AnyDocument, kindOf } from './kinds.js';

/** One document of a file. `message` is its name in its format, `coordinate` and `kind` those of the table that read it, when there is one. */
export interface FoundDocument {
  message: string;
  coordinate?: string;
  kind?: string;
  document?: AnyDocument;
  problems: Problem[];
}

/** Everything in a file. `problems` are about the file as a whole; a file of another format has one. */
export interface FoundDocuments {
  format: string;
  documents: FoundDocument[];
  problems: Problem[];
}

/**
 * Reads every business document of a file, whatever its format. Never throws; a message without a table is a document with an error.
 * With `rules` an invoice in UBL or CII is judged by the business rules it claims to follow, too.
 */
export function readDocuments(bytes: Uint8Array, { rules = false }: { rules?: boolean } = {}): FoundDocuments {
  const { format, message } = detectFormat(bytes);
  if (format === 'x12') return { format, ...readX12(bytes) };
  if (format === 'edifact') return { format, ...readEdi(bytes) };
  if (format === 'oci') return { format, ...readCart(bytes) };
  if (format === 'ocds') return { format, ...readReleases(bytes) };
  if (format !== 'ubl' && format !== 'cii' && format !== 'opentrans' && format !== 'cxml')
    return { format, documents: [], problems: [notHere(format)] };
  const { root, problems } = readXml(bytes);
  if (root === undefined) return { format, documents: [], problems };
  if (format === 'ubl') {
    const table = ublMessageOf(root);
    const read = found(message ?? root.name, table, () => decodeUbl(table as never, root));
    const broken = rules ? brokenRules(root) : [];
    return { format, problems, documents: [{ ...read, problems: [...read.problems, ...broken] }] };
  }
  if (format === 'opentrans') {
    const table = messages.get(`opentrans:2.1:${root.name}`);
    return { format, problems, documents: [found(root.name, table, () => decodeOpenTrans(table as never, root))] };
  }
  if (format === 'cii') {
    const read = found(root.name, ciiInvoice as unknown as Message<never>, () => decodeCii(root));
    const broken = rules ? checkCiiInvoice(root, { peppol: claimOf(read).includes('peppol.eu') }) : [];
    return { format, problems, documents: [{ ...read, problems: [...read.problems, ...broken] }] };
  }
  const table = messages.get(detectFormat(bytes).coordinate ?? '');
  const decode = () => (root.name === 'Index' ? decodeCxmlIndex(root) : decodeCxml(table as never, root));
  return { format, problems, documents: [found(message ?? root.name, table ?? indexOf(root.name), decode)] };
}

/** The rules of an invoice that names EN 16931, and of one that names Peppol those of Peppol. */
function brokenRules(root: XmlElement): Problem[] {
  const [customization] = elementsOf(root, 'CustomizationID');
  const claimed = customization === undefined ? '' : textOf(customization);
  return claimed.includes('en16931') ? checkUblInvoice(root, { peppol: claimed.includes('peppol.eu') }) : [];
}

/** The rules a document says it follows. */
const claimOf = ({ document }: FoundDocument): string =>
  (document as { specification?: string } | undefined)?.specification ?? '';

const indexOf = (root: string) => (root === 'Index' ? (cxmlIndex as unknown as Message<never>) : undefined);

function found(
  message: string,
  table: Message<never> | undefined,
  decode: () => { document?: unknown; problems: Problem[] },
): FoundDocument {
  if (table === undefined) return { message, problems: [unknownMessage(message)] };
  const { document, problems } = decode();
  return {
    message,
    coordinate: table.coordinate,
    kind: kindOf(table),
    ...(document === undefined ? {} : { document: document as AnyDocument }),
    problems,
  };
}

function readCart(bytes: Uint8Array): Omit<FoundDocuments, 'format'> {
  const { fields, problems } = readForm(bytes);
  return { problems, documents: [found('cart', ociCart as unknown as Message<never>, () => decodeOci(fields))] };
}

function readReleases(bytes: Uint8Array): Omit<FoundDocuments, 'format'> {
  const { releases, problems } = readOcds(bytes);
  const table = ocdsRelease as unknown as Message<never>;
  return {
    documents: releases.map(({ at, release }) => {
      const read = found('release', table, () => decodeOcds(release));
      const place = (problem: Problem): Problem => (at === '' ? problem : { ...problem, at: `${at}/${problem.at}` });
      return { ...read, problems: read.problems.map(place) };
    }),
    problems,
  };
}

function readX12(bytes: Uint8Array): Omit<FoundDocuments, 'format'> {
  const { interchanges, problems } = readInterchanges(bytes);
  return {
    documents: interchanges.flatMap((interchange) => [...readTa1(interchange), ...readSets(interchange)]),
    problems: [...problems, ...interchanges.flatMap((interchange) => interchange.problems)],
  };
}

const readTa1 = (interchange: X12Interchange): FoundDocument[] =>
  readInterchangeAcknowledgements(interchange).map((decoded) =>
    found('TA1', interchangeAcknowledgementTa1 as unknown as Message<never>, () => decoded),
  );

const readSets = ({ groups }: X12Interchange): FoundDocument[] =>
  groups
    .flatMap(({ sets }) => sets)
    .map((set) => {
      const table = x12TableOf(set);
      return found(set.type, table, () => decodeSet(table as never, set));
    });

function readEdi(bytes: Uint8Array): Omit<FoundDocuments, 'format'> {
  const { interchanges, problems } = readEdifact(bytes);
  const all = interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.messages));
  return {
    documents: all.map((message) => {
      const release = message.type === 'CONTRL' ? '3' : releaseOf(message.version, message.release).release;
      const table = messages.get(`edifact:${release}:${message.type}`);
      return found(message.type, table, () => decodeEdifact(table as never, message));
    }),
    problems: [...problems, ...interchanges.flatMap((interchange) => interchange.problems)],
  };
}

function unknownMessage(message: string): Problem {
  return {
    at: '/',
    code: 'MESSAGE_UNKNOWN',
    message: `There is no table for the message ${message.slice(0, 40)}.`,
    severity: 'error',
  };
}

function notHere(format: string): Problem {
  const isCatalogue = ['bmecat', 'cif', 'csv'].includes(format);
  return {
    at: '/',
    code: isCatalogue ? 'FORMAT_IS_A_STREAM' : 'FORMAT_UNKNOWN',
    message: isCatalogue
      ? `A catalogue in ${format} is read as a stream: entrepot catalogue push.`
      : 'This is no UBL, CII, cXML, X12, EDIFACT, openTRANS or OCDS document and no cart of OCI.',
    severity: 'error',
  };
}
