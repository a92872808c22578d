import {
  type Encoded,
  encodeCxml,
  encodeEdifact,
  encodeOpenTrans,
  encodeSet,
  encodeUbl,
  type Identifier,
  type messages,
  type Order,
  type OrderChange,
  type OrderResponse,
  type Party,
  type Problem,
  tableFor,
  writeEdifact,
  writeInterchange,
} from '#libs/documents';
import type { ExchangeFormat, PartnerProfile } from '../partner/partner-profile.js';
import { outboundTables } from './tables.js';

/** Documents that the hub sends to ERPs. */
export type DocumentToSend = Order | OrderResponse | OrderChange;

/** What an envelope needs beside its document. */
export interface WritingFacts {
  profile: PartnerProfile;
  messageId: string;
  /** Control number, 1 to 9 digits, drawn for this message. */
  control: string;
  now: Date;
  test: boolean;
}

/** A document in a partner's format, ready for the wire; the shared secret is blanked and put in by the transport. */
export interface WrittenDocument {
  text: string;
  /** The bytes of the text where the format has a character set of its own; UTF-8 otherwise. */
  bytes?: Uint8Array;
  mediaType: string;
  coordinate: string;
  transportId: string;
  /** The control number in the envelope of X12 and EDIFACT. */
  controlNumber?: string;
  businessNumber?: string;
  problems: Problem[];
}

type Written = Omit<WrittenDocument, 'businessNumber' | 'coordinate'>;
type Table = NonNullable<ReturnType<(typeof messages)['get']>>;
type Writer = (table: Table, document: DocumentToSend, facts: WritingFacts) => Written;

/** Writes a canonical document in the format of a connection, inside that format's envelope. With an error among the problems it must not be sent. */
export function writeDocument(document: DocumentToSend, facts: WritingFacts): WrittenDocument {
  const { format, settings } = facts.profile;
  const businessNumber = document.kind === 'order' ? document.number : document.order.number;
  const release = format === 'EDIFACT' ? settings.edifact?.release : undefined;
  const table = tableFor(document, names[format], release);
  if (!table) throw new Error(`${format} has no message for a document of the kind ${document.kind}`);
  return {
    businessNumber,
    coordinate: table.coordinate,
    ...writers[format](outboundTables(facts.profile)(table), document, facts),
  };
}

const names = { UBL: 'ubl', CXML: 'cxml', X12: 'x12', EDIFACT: 'edifact', OPENTRANS: 'opentrans' } as const;
const writers: Readonly<Record<ExchangeFormat, Writer>> = {
  UBL: (table, document, { messageId }) => asXml(encodeUbl(table, document as never), messageId),
  OPENTRANS: (table, document, { messageId }) => asXml(encodeOpenTrans(table, document as never), messageId),
  CXML: writeCxml,
  X12: writeX12,
  EDIFACT: writeEdifactDocument,
};

const asXml = ({ text, problems }: Encoded, transportId: string): Written => ({
  text,
  mediaType: 'application/xml',
  transportId,
  problems,
});

/** Functional identifier codes (GS01) of what the hub sends. */
const groups: Readonly<Record<string, string>> = { '850': 'PO', '855': 'PR', '860': 'PC' };

function writeX12(table: Table, document: DocumentToSend, { profile, control, now, test }: WritingFacts): Written {
  const settings = profile.settings.x12;
  if (!settings) return missing('x12');
  const { segments, problems } = encodeSet(table, document as never);
  const at = now.toISOString();
  const { own, hub, separators } = settings;
  const { message } = table.table;
  const controlNumber = control.padStart(9, '0');
  const { text, problems: enveloped } = writeInterchange({
    sender: { qualifier: hub.qualifier, id: hub.id },
    receiver: { qualifier: own.qualifier, id: own.id },
    groupSender: hub.application ?? hub.id,
    groupReceiver: own.application ?? own.id,
    functionalCode: groups[message] ?? '',
    interchangeControl: controlNumber,
    groupControl: control,
    date: at.slice(0, 10),
    time: at.slice(11, 16),
    usage: test ? 'T' : 'P',
    ...(separators
      ? { separators: { element: separators.element, component: separators.component, terminator: separators.segment } }
      : {}),
    sets: [{ type: message, control: '0001', segments }],
  });
  return {
    text,
    mediaType: 'application/edi-x12',
    transportId: `ISA:${hub.qualifier}:${hub.id}:${controlNumber}`,
    controlNumber,
    problems: [...problems, ...enveloped],
  };
}

function writeEdifactDocument(table: Table, document: DocumentToSend, { profile, control, now, test }: WritingFacts): Written {
  const settings = profile.settings.edifact;
  if (!settings) return missing('edifact');
  const { own, hub, release, association, syntax } = settings;
  const { segments, problems } = encodeEdifact(table, document as never);
  const at = now.toISOString();
  const controlNumber = control.padStart(9, '0');
  const written = writeEdifact({
    sender: addressOf(hub),
    receiver: addressOf(own),
    control: controlNumber,
    date: at.slice(0, 10),
    time: at.slice(11, 16),
    test,
    acknowledgementRequested: true,
    ...(syntax ? { syntaxId: syntax } : {}),
    messages: [{ type: table.table.message, release, control: '1', segments, ...(association ? { association } : {}) }],
  });
  return {
    text: written.text,
    bytes: written.bytes,
    mediaType: 'application/edifact',
    transportId: `UNB:${hub.qualifier ?? ''}:${hub.id}:${controlNumber}`,
    controlNumber,
    problems: [...problems, ...written.problems],
  };
}

type EdifactAddress = NonNullable<PartnerProfile['settings']['edifact']>['own'];
const addressOf = ({ id, qualifier, address }: EdifactAddress) => ({
  id,
  ...(qualifier === undefined ? {} : { qualifier }),
  ...(address === undefined ? {} : { address }),
});

function writeCxml(table: Table, document: DocumentToSend, { profile, messageId, now, test }: WritingFacts): Written {
  const settings = profile.settings.cxml;
  if (!settings) return missing('cxml');
  const payloadId = `${messageId}@entrepot`;
  const hub = { scheme: settings.hub.domain, value: settings.hub.identity };
  const encoded = encodeCxml(table, document as never, {
    payloadId,
    timestamp: now.toISOString(),
    from: credentialOf(document.kind === 'orderResponse' ? document.supplier : document.buyer) ?? hub,
    to: { scheme: settings.own.domain, value: settings.own.identity },
    sender: hub,
    userAgent: 'Entrepot',
    test,
    ...(profile.hasSecret ? { sharedSecret: '***' } : {}),
  });
  return { text: encoded.text, mediaType: 'text/xml; charset=UTF-8', transportId: payloadId, problems: encoded.problems };
}

/**
 * Who speaks, by one credential, so that an answer to it names him: what the receiving ERP calls him, else his D-U-N-S, GLN or CAGE. The hub is the Sender only.
 * Codes that are X12's own say nothing here.
 */
function credentialOf({ identifiers }: Party): Identifier | undefined {
  const named = identifiers.filter(({ scheme }) => scheme !== undefined && !scheme.startsWith('X12:'));
  return named.find(({ scheme }) => scheme !== '0088' && scheme !== 'CAGE') ?? named[0];
}

const missing = (what: string): Written => ({
  text: '',
  mediaType: 'text/plain',
  transportId: '',
  problems: [{ at: '/', code: 'SETTINGS_INCOMPLETE', message: `The connection has no settings for ${what}.`, severity: 'error' }],
});
