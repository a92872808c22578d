import {
  cxmlConfirmationRequest,
  cxmlOrderRequest,
  encodeCxmlConfirmationRequest,
  encodeCxmlOrderRequest,
  encodeSet,
  encodeUblOrder,
  encodeUblOrderResponse,
  type Identifier,
  type Order,
  type OrderResponse,
  order850,
  orderResponse855,
  type Party,
  type Problem,
  ublOrder,
  ublOrderResponse,
  writeInterchange,
} from '#libs/documents';
import type { PartnerProfile } from '../partner/partner-profile.js';
import { outboundTables } from './tables.js';

/** Documents that the hub sends to ERPs. */
export type DocumentToSend = Order | OrderResponse;

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
  mediaType: string;
  coordinate: string;
  transportId: string;
  businessNumber?: string;
  problems: Problem[];
}

/** Writes a canonical document in the format of a connection, inside that format's envelope. With an error among the problems it must not be sent. */
export function writeDocument(document: DocumentToSend, facts: WritingFacts): WrittenDocument {
  const businessNumber = document.kind === 'order' ? document.number : document.order.number;
  const written =
    facts.profile.format === 'X12'
      ? writeX12(document, facts)
      : facts.profile.format === 'CXML'
        ? writeCxml(document, facts)
        : writeUbl(document, facts);
  return { businessNumber, ...written };
}

type Written = Omit<WrittenDocument, 'businessNumber'>;

function writeX12(document: DocumentToSend, { profile, control, now, test }: WritingFacts): Written {
  const settings = profile.settings.x12;
  const coordinate = document.kind === 'order' ? 'x12:004010:850' : 'x12:004010:855';
  if (!settings) return missing(coordinate, 'x12');
  const tables = outboundTables(profile);
  const { segments, problems } =
    document.kind === 'order' ? encodeSet(tables(order850), document) : encodeSet(tables(orderResponse855), document);
  const at = now.toISOString();
  const { own, hub, separators } = settings;
  const { text, problems: enveloped } = writeInterchange({
    sender: { qualifier: hub.qualifier, id: hub.id },
    receiver: { qualifier: own.qualifier, id: own.id },
    groupSender: hub.application ?? hub.id,
    groupReceiver: own.application ?? own.id,
    functionalCode: document.kind === 'order' ? 'PO' : 'PR',
    interchangeControl: control.padStart(9, '0'),
    groupControl: control,
    date: at.slice(0, 10),
    time: at.slice(11, 16),
    usage: test ? 'T' : 'P',
    ...(separators
      ? { separators: { element: separators.element, component: separators.component, terminator: separators.segment } }
      : {}),
    sets: [{ type: document.kind === 'order' ? '850' : '855', control: '0001', segments }],
  });
  return {
    text,
    mediaType: 'application/edi-x12',
    coordinate,
    transportId: `ISA:${hub.qualifier}:${hub.id}:${control.padStart(9, '0')}`,
    problems: [...problems, ...enveloped],
  };
}

function writeCxml(document: DocumentToSend, { profile, messageId, now, test }: WritingFacts): Written {
  const settings = profile.settings.cxml;
  const coordinate = document.kind === 'order' ? 'cxml:1.2:OrderRequest' : 'cxml:1.2:ConfirmationRequest';
  if (!settings) return missing(coordinate, 'cxml');
  const payloadId = `${messageId}@entrepot`;
  const hub = { scheme: settings.hub.domain, value: settings.hub.identity };
  const envelope = {
    payloadId,
    timestamp: now.toISOString(),
    from: credentialOf(document.kind === 'order' ? document.buyer : document.supplier) ?? hub,
    to: { scheme: settings.own.domain, value: settings.own.identity },
    sender: hub,
    userAgent: 'Entrepot',
    test,
    ...(profile.hasSecret ? { sharedSecret: '***' } : {}),
  };
  const encoded =
    document.kind === 'order'
      ? encodeCxmlOrderRequest(document, envelope, outboundTables(profile)(cxmlOrderRequest))
      : encodeCxmlConfirmationRequest(document, envelope, outboundTables(profile)(cxmlConfirmationRequest));
  return {
    text: encoded.text,
    mediaType: 'text/xml; charset=UTF-8',
    coordinate,
    transportId: payloadId,
    problems: encoded.problems,
  };
}

/**
 * Who speaks, by one credential, so that an answer to it names him: what the receiving ERP calls him, else his D-U-N-S, GLN or CAGE. The hub is the Sender only.
 * Codes that are X12's own say nothing here.
 */
function credentialOf({ identifiers }: Party): Identifier | undefined {
  const named = identifiers.filter(({ scheme }) => scheme !== undefined && !scheme.startsWith('X12:'));
  return named.find(({ scheme }) => scheme !== '0088' && scheme !== 'CAGE') ?? named[0];
}

function writeUbl(document: DocumentToSend, { profile, messageId }: WritingFacts): Written {
  const tables = outboundTables(profile);
  const coordinate = document.kind === 'order' ? 'ubl:2.1:Order' : 'ubl:2.1:OrderResponse';
  const encoded =
    document.kind === 'order'
      ? encodeUblOrder(document, tables(ublOrder))
      : encodeUblOrderResponse(document, tables(ublOrderResponse));
  return { text: encoded.text, mediaType: 'application/xml', coordinate, transportId: messageId, problems: encoded.problems };
}

const missing = (coordinate: string, what: string): Written => ({
  text: '',
  mediaType: 'text/plain',
  coordinate,
  transportId: '',
  problems: [{ at: '/', code: 'SETTINGS_INCOMPLETE', message: `The connection has no settings for ${what}.`, severity: 'error' }],
});
