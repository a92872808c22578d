import {
  type Acknowledgement,
  cxmlConfirmationRequest,
  cxmlOrderRequest,
  cxmlShipNoticeRequest,
  type Decoded,
  type DespatchAdvice,
  decodeCxml,
  decodeCxmlConfirmationRequest,
  decodeCxmlOrderRequest,
  decodeSet,
  decodeUbl,
  decodeUblOrder,
  decodeUblOrderResponse,
  despatchAdvice856,
  detectFormat,
  functionalAcknowledgement997,
  type Order,
  type OrderResponse,
  order850,
  orderResponse855,
  type Problem,
  readInterchanges,
  readXml,
  ublDespatchAdvice,
  ublOrder,
  ublOrderResponse,
  type X12Interchange,
  type X12Set,
} from '#libs/documents';
import type { Message } from '../message/message.js';
import type { Tables } from '../translate/tables.js';

export type BusinessDocument = Order | OrderResponse | DespatchAdvice | Acknowledgement;

/** One business document of a message as read. Absent `document`: it could not be read; the problems say why. */
export interface ReadDocument {
  /** From 1. */
  position: number;
  coordinate: string;
  businessNumber?: string;
  document?: BusinessDocument;
  problems: Problem[];
  /** The X12 set it came in, for the acknowledgement. */
  set?: X12Set;
}

export interface ReadMessage {
  documents: ReadDocument[];
  /** About the transmission as a whole. */
  problems: Problem[];
  interchanges: X12Interchange[];
}

type Read = Omit<ReadDocument, 'position'>;

/** Documents in one message at most: with the lines of an order this bounds what one transaction does. A sender with more sends several messages. */
export const documentsMax = 100;

const tooManyDocuments = (count: number): Problem => ({
  at: '/',
  code: 'DOCUMENTS_TOO_MANY',
  message: `A message carries at most ${documentsMax} documents, this one has ${count}. Send them in several.`,
  severity: 'error',
});

/** Reads everything in a message. Never throws: what cannot be read is a problem with its place. Of more than `documentsMax` documents each has an error, so that none is applied. */
export function readMessage(bytes: Buffer, { format, tables }: Pick<Message, 'format'> & { tables: Tables }): ReadMessage {
  const {
    documents,
    problems = [],
    interchanges = [],
  } = format === 'X12' ? readX12(bytes, tables) : readXmlDocument(bytes, tables);
  const tooMany = documents.length > documentsMax ? [tooManyDocuments(documents.length)] : [];
  return {
    documents: documents.map((document, i) => {
      const read = keepable(document);
      return { position: i + 1, ...read, problems: [...read.problems, ...tooMany] };
    }),
    problems: [...problems, ...tooMany],
    interchanges,
  };
}

/** NUL stands in no text that the hub keeps; in a document it is rubbish or an attack, whatever its format says. */
function keepable(read: Read): Read {
  if (!read.document || !JSON.stringify(read.document).includes('\\u0000')) return read;
  const message = 'The document holds the character NUL.';
  return { ...read, problems: [...read.problems, { at: '/', code: 'CHARACTER_NOT_ALLOWED', message, severity: 'error' }] };
}

interface Reading {
  documents: Read[];
  problems?: Problem[];
  interchanges?: X12Interchange[];
}

const unknown = (message: string): Reading => ({
  documents: [],
  problems: [{ at: '/', code: 'FORMAT_UNKNOWN', message, severity: 'error' }],
});

function readXmlDocument(bytes: Buffer, tables: Tables): Reading {
  const detected = detectFormat(bytes);
  if (detected.format !== 'ubl' && detected.format !== 'cxml') {
    const { problems } = bytes.subarray(0, 1000).toString('latin1').trimStart().startsWith('<')
      ? readXml(bytes)
      : { problems: [] };
    return problems.length > 0 ? { documents: [], problems } : unknown('This is no UBL, cXML or X12 document.');
  }
  const { root, problems } = readXml(bytes);
  if (!root) return { documents: [], problems };
  const read = (coordinate: string, decoded: Decoded<BusinessDocument>): Reading => ({
    documents: [{ coordinate, ...numbered(decoded.document), problems: [...problems, ...decoded.problems] }],
  });
  switch (`${detected.format}:${detected.message ?? ''}`) {
    case 'ubl:Order':
      return read('ubl:2.1:Order', decodeUblOrder(root, tables(ublOrder)));
    case 'ubl:OrderResponse':
      return read('ubl:2.1:OrderResponse', decodeUblOrderResponse(root, tables(ublOrderResponse)));
    case 'ubl:DespatchAdvice':
      return read('ubl:2.1:DespatchAdvice', decodeUbl(tables(ublDespatchAdvice), root));
    case 'cxml:OrderRequest':
      return read('cxml:1.2:OrderRequest', decodeCxmlOrderRequest(root, tables(cxmlOrderRequest)));
    case 'cxml:ConfirmationRequest':
      return read('cxml:1.2:ConfirmationRequest', decodeCxmlConfirmationRequest(root, tables(cxmlConfirmationRequest)));
    case 'cxml:ShipNoticeRequest':
      return read('cxml:1.2:ShipNoticeRequest', decodeCxml(tables(cxmlShipNoticeRequest), root));
    default:
      return unknown(`The hub does not take ${detected.message ?? 'this document'} yet.`);
  }
}

function readX12(bytes: Buffer, tables: Tables): Reading {
  const { interchanges, problems } = readInterchanges(bytes);
  const sets = interchanges.flatMap((interchange) => interchange.groups.flatMap((group) => group.sets));
  return {
    documents: sets.map((set) => readSet(set, tables)),
    problems: [...problems, ...interchanges.flatMap((interchange) => interchange.problems)],
    interchanges,
  };
}

function readSet(set: X12Set, tables: Tables): Read {
  const coordinate = `x12:${set.release || '004010'}:${set.type}`;
  const decoded = decodeByType(set, tables);
  if (!decoded) {
    return {
      coordinate,
      set,
      problems: [
        {
          at: 'ST01',
          code: 'X12_SET_UNKNOWN',
          message: `The hub does not take the transaction set ${set.type} yet.`,
          severity: 'error',
        },
      ],
    };
  }
  return { coordinate, set, ...numbered(decoded.document), problems: decoded.problems };
}

function decodeByType(set: X12Set, tables: Tables): Decoded<BusinessDocument> | undefined {
  if (set.type === '850') return decodeSet(tables(order850), set);
  if (set.type === '855') return decodeSet(tables(orderResponse855), set);
  if (set.type === '856') return decodeSet(tables(despatchAdvice856), set);
  return set.type === '997' ? decodeSet(tables(functionalAcknowledgement997), set) : undefined;
}

function numbered(document: BusinessDocument | undefined): Pick<Read, 'document' | 'businessNumber'> {
  if (!document) return {};
  const number =
    document.kind === 'order' || document.kind === 'despatchAdvice'
      ? document.number
      : document.kind === 'orderResponse'
        ? document.order.number
        : document.group.control;
  return { document, businessNumber: number };
}
