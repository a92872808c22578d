import type { Invoice } from '../canonical/billing/invoice.js';
import type { Identifier, Party } from '../canonical/party.js';
import type { Encoded, Problem } from '../canonical/problem.js';
import type { PunchOutOrder } from '../canonical/punchout/punch-out.js';
import type { TenderNotice } from '../canonical/sourcing/tender-notice.js';
import { encodeCii } from '../cii/codec.js';
import { encodeCxmlIndex } from '../cxml/catalogue/catalogue-index.js';
import { encodeCxml } from '../cxml/codec.js';
import { encodeEdifact } from '../edifact/codec.js';
import type { EdifactRelease } from '../edifact/directory/release.js';
import { writeEdifact } from '../edifact/envelope/write-interchange.js';
import type { Message } from '../grammar/message.js';
import { encodeReleasePackage } from '../ocds/package.js';
import { encodeOci } from '../oci/codec.js';
import { encodeOpenTrans } from '../opentrans/codec.js';
import { encodeUbl } from '../ubl/codec.js';
import { encodeSet } from '../x12/codec.js';
import { writeInterchange, writeInterchangeAcknowledgements } from '../x12/envelope/write-interchange.js';
import { functionalCodes } from '../x12/functional-codes.data.js';
import { type AnyDocument, type DocumentFormat, tableFor } from './kinds.js';

/** What the envelope of a document says that the document does not; every one has a value of its own, for files that nobody sends. */
export interface EnvelopeWishes {
  release?: string;
  /** Control number of interchange, group and set; payloadID in cXML. Up to nine digits. */
  control?: string;
  /** CCYY-MM-DD and HH:MM; the day of the document and midnight without. */
  date?: string;
  time?: string;
  test?: boolean;
}

interface Parties {
  buyer?: Party;
  supplier?: Party;
  sender?: Party;
  receiver?: Party;
  provider?: Party;
  issuedOn?: string;
}

/** Documents that the buyer sends; the supplier sends the others that name no sender. */
const OF_BUYER = new Set(['order', 'orderChange', 'requestForQuotation', 'receiptAdvice', 'punchOutSetup']);
const NOBODY: Party = { identifiers: [] };

/**
 * Writes a document of any kind in a format that has it, with an envelope. What the format cannot say is among the problems; with
 * an error the text must not be sent. Undefined when the format has no message of the kind.
 */
export function writeDocument(
  document: AnyDocument,
  format: DocumentFormat,
  wishes: EnvelopeWishes = {},
): (Encoded & { coordinate: string }) | undefined {
  const table = tableFor(document, format, wishes.release);
  if (table === undefined) return undefined;
  const writers = {
    ubl: writeUblOf,
    cii: writeCiiOf,
    cxml: writeCxmlOf,
    x12: writeX12Of,
    edifact: writeEdifactOf,
    ocds: writeOcdsOf,
    oci: writeOciOf,
    opentrans: writeOpenTransOf,
  };
  return { coordinate: table.coordinate, ...writers[format](table, document, wishes) };
}

const writeCiiOf = (table: Message<never>, document: AnyDocument): Encoded =>
  encodeCii(document as unknown as Invoice, table as unknown as Message<Invoice>);

const writeUblOf = (table: Message<never>, document: AnyDocument): Encoded => encodeUbl(table, document as never);

const writeOpenTransOf = (table: Message<never>, document: AnyDocument): Encoded => encodeOpenTrans(table, document as never);

const writeOciOf = (table: Message<never>, document: AnyDocument): Encoded =>
  encodeOci(document as unknown as PunchOutOrder, table as unknown as Message<PunchOutOrder>);

/** A package of the one release; its address is a name, since nobody has published it yet. */
function writeOcdsOf(_table: Message<never>, document: AnyDocument): Encoded {
  const notice = document as unknown as TenderNotice;
  return encodeReleasePackage([notice], {
    uri: `urn:entrepot:ocds:${encodeURIComponent(notice.number)}`,
    publishedAt: notice.publishedAt,
    publisher: notice.buyer?.name ?? notice.tender?.procuringEntity?.name ?? '',
  });
}

function writeCxmlOf(table: Message<never>, document: AnyDocument, wishes: EnvelopeWishes): Encoded {
  if (table.table.message === 'Index') return encodeCxmlIndex(document as never);
  const { from, to, date, time, control } = envelopeOf(table, document, wishes);
  return encodeCxml(table, document as never, {
    payloadId: isOfEnvelope(document) ? String((document as unknown as { number?: string }).number) : `${control}@entrepot`,
    timestamp: `${date}T${time}:00Z`,
    test: wishes.test ?? true,
    from,
    to,
    sender: from,
    userAgent: 'Entrepot',
  });
}

/** Statuses have no number but the payloadID of their envelope. */
const isOfEnvelope = ({ kind }: AnyDocument) => kind === 'applicationResponse' || kind === 'invoiceResponse';

function writeX12Of(table: Message<never>, document: AnyDocument, wishes: EnvelopeWishes): Encoded {
  const { segments, problems } = encodeSet(table, document as never);
  const { from, to, date, time, control } = envelopeOf(table, document, wishes);
  const party = ({ value, scheme }: Identifier) => ({ id: value, qualifier: scheme === '0060' ? '01' : 'ZZ' });
  const outer = {
    sender: party(from),
    receiver: party(to),
    interchangeControl: control,
    date,
    time,
    usage: (wishes.test ?? true) ? ('T' as const) : ('P' as const),
    ...(table.table.release === '005010' ? { release: '005010' as const } : {}),
  };
  const { message } = table.table;
  const written =
    message === 'TA1'
      ? writeInterchangeAcknowledgements({ ...outer, segments })
      : writeInterchange({
          ...outer,
          groupSender: from.value,
          groupReceiver: to.value,
          functionalCode: functionalCodes[message] ?? '',
          groupControl: control,
          sets: [{ type: message, control: control.padStart(4, '0'), segments }],
        });
  return { text: written.text, problems: [...problems, ...written.problems] };
}

function writeEdifactOf(table: Message<never>, document: AnyDocument, wishes: EnvelopeWishes): Encoded {
  const { segments, problems } = encodeEdifact(table, document as never);
  const { from, to, date, time, control } = envelopeOf(table, document, wishes);
  const party = ({ value, scheme }: Identifier) => ({
    id: value,
    ...(scheme === '0088' ? { qualifier: '14' } : scheme === '0060' ? { qualifier: '1' } : {}),
  });
  const { message, release } = table.table;
  const written = writeEdifact({
    sender: party(from),
    receiver: party(to),
    control,
    date,
    time,
    test: wishes.test ?? true,
    messages: [{ type: message, release: release as EdifactRelease, control: '1', segments }],
  });
  return { text: written.text, problems: [...problems, ...written.problems] };
}

/** Who sends the document to whom, and when, as far as it says. */
function envelopeOf(table: Message<never>, document: AnyDocument, wishes: EnvelopeWishes) {
  const { buyer = NOBODY, supplier = NOBODY, ...named } = document as unknown as Parties;
  const isOfBuyer = OF_BUYER.has(document.kind) || table.table.message === 'ProductActivityMessage';
  const from = named.sender ?? named.provider ?? (isOfBuyer ? buyer : supplier);
  const to = named.receiver ?? (isOfBuyer ? supplier : buyer);
  return {
    from: identifierOf(from, 'SENDER'),
    to: identifierOf(to, 'RECEIVER'),
    date: wishes.date ?? named.issuedOn ?? '2000-01-01',
    time: wishes.time ?? '00:00',
    control: wishes.control ?? '1',
  };
}

const identifierOf = ({ endpoint, identifiers }: Party, otherwise: string): Identifier =>
  [endpoint, ...identifiers].find((known) => known?.value) ?? { value: otherwise };

/** What went wrong is the writer's to say; a document whose kind the format lacks is one problem. */
export function cannotSay(document: AnyDocument, format: DocumentFormat): Problem {
  return {
    at: '/',
    code: 'KIND_NOT_IN_FORMAT',
    message: `${format} has no message for a document of the kind ${document.kind}.`,
    severity: 'error',
  };
}
