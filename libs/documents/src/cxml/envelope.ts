import type { Identifier } from '../canonical/party.js';
import type { Problem } from '../canonical/problem.js';
import { attributeOf, elementsOf, findElement, textOf, type XmlElement } from '../xml/element.js';
import { readXml } from '../xml/read-xml.js';
import type { XmlToWrite } from '../xml/write-xml.js';
import { domainOf, schemeOf } from './fields.js';

/** Who is meant, without any proof of it. */
export interface CxmlCredential {
  domain: string;
  identity: string;
}

/** What a cXML document says about itself. No secret is in it, so it may be stored and logged. */
export interface CxmlEnvelope {
  payloadId: string;
  timestamp: string;
  version?: string;
  test: boolean;
  from: CxmlCredential[];
  to: CxmlCredential[];
  sender: CxmlCredential[];
  userAgent?: string;
}

/** What the sender proves himself with; handed over apart and never kept. */
export interface CxmlSecret extends CxmlCredential {
  sharedSecret: string;
}

/** A cXML document parted: envelope, secrets, and the one thing it asks or answers. `kind` is that element's name (OrderRequest, Response ...). */
export interface CxmlParts {
  envelope: CxmlEnvelope;
  secrets: CxmlSecret[];
  kind: string;
  body?: XmlElement;
  problems: Problem[];
}

/** Parts the root element cXML. Undefined when the root is another. */
export function readCxml(root: XmlElement): CxmlParts | undefined {
  if (root.name !== 'cXML') return undefined;
  const problems: Problem[] = [];
  const carrier = elementsOf(root).find((child) => ['Request', 'Message', 'Response'].includes(child.name));
  const body = carrier?.name === 'Response' ? carrier : carrier && elementsOf(carrier).find((child) => child.name !== 'Status');
  const payloadId = attributeOf(root, 'payloadID') ?? '';
  if (payloadId === '') problems.push(missing('cXML@payloadID', root));
  const version = attributeOf(root, 'version');
  const userAgent = findElement(root, 'Header', 'Sender', 'UserAgent');
  const envelope: CxmlEnvelope = {
    payloadId,
    timestamp: attributeOf(root, 'timestamp') ?? '',
    test: carrier !== undefined && attributeOf(carrier, 'deploymentMode') === 'test',
    from: credentials(root, 'From'),
    to: credentials(root, 'To'),
    sender: credentials(root, 'Sender'),
    ...(version === undefined ? {} : { version }),
    ...(userAgent === undefined ? {} : { userAgent: textOf(userAgent).trim() }),
  };
  return { envelope, secrets: secrets(root), kind: body?.name ?? '', ...(body === undefined ? {} : { body }), problems };
}

/** What a receiver must know of a delivery before it is stored: whose it is, its id, and the proof, which is handed over and never kept. */
export interface CxmlSender {
  payloadId?: string;
  test: boolean;
  sender?: Identifier;
  sharedSecret?: string;
}

/** Reads the envelope from bytes; nothing but `test: false` when they are no readable cXML. The Sender's credential with a secret comes first. */
export function readCxmlEnvelope(bytes: Uint8Array): CxmlSender {
  const { root } = readXml(bytes);
  const parts = root === undefined ? undefined : readCxml(root);
  if (parts === undefined) return { test: false };
  const { envelope, secrets: proofs } = parts;
  const [sender] = identifiersOf(proofs.length > 0 ? proofs : envelope.sender);
  return {
    test: envelope.test,
    ...(envelope.payloadId === '' ? {} : { payloadId: envelope.payloadId }),
    ...(sender === undefined ? {} : { sender }),
    ...(proofs[0] === undefined ? {} : { sharedSecret: proofs[0].sharedSecret }),
  };
}

/** Credentials as identifiers of a party: DUNS is 0060, NetworkID is NetworkId. */
export function identifiersOf(found: readonly CxmlCredential[]): Identifier[] {
  return found.map(({ domain, identity }) => ({ value: identity, scheme: schemeOf(domain) }));
}

/** What the header of a document to send says; the secret is the partner's, for this one document. */
export interface CxmlHeader {
  payloadId: string;
  timestamp: string;
  test: boolean;
  from: Identifier;
  to: Identifier;
  sender: Identifier;
  sharedSecret?: string;
  userAgent: string;
  /** cXML version whose DTD is named; 1.2.063 without. */
  version?: string;
}

const VERSION = '1.2.063';

/** Wraps what is asked (a Request) or told (a Message) into cXML with its header. */
export function wrapBody(header: CxmlHeader, body: XmlToWrite, carrier: 'Request' | 'Message' = 'Request'): XmlToWrite {
  const secret: XmlToWrite[] =
    header.sharedSecret === undefined ? [] : [{ name: 'SharedSecret', children: [header.sharedSecret] }];
  return {
    name: 'cXML',
    attributes: attributes(header),
    children: [
      {
        name: 'Header',
        children: [
          { name: 'From', children: [credential(header.from, [])] },
          { name: 'To', children: [credential(header.to, [])] },
          { name: 'Sender', children: [credential(header.sender, secret), { name: 'UserAgent', children: [header.userAgent] }] },
        ],
      },
      { name: carrier, attributes: [['deploymentMode', header.test ? 'test' : 'production']], children: [body] },
    ],
  };
}

/** The SYSTEM id of a DTD file of that version. */
export function dtdOf(file: 'cXML' | 'Fulfill' | 'InvoiceDetail' | 'Quote', version: string = VERSION): string {
  return `http://xml.cxml.org/schemas/cXML/${/^\d+(?:\.\d+)*$/.test(version) ? version : VERSION}/${file}.dtd`;
}

/** Attributes of a cXML root. */
export function attributes(root: { payloadId: string; timestamp: string; version?: string }): [string, string][] {
  return [
    ['version', root.version ?? VERSION],
    ['payloadID', root.payloadId],
    ['timestamp', root.timestamp],
    ['xml:lang', 'en'],
  ];
}

function credential({ value, scheme }: Identifier, proof: readonly XmlToWrite[]): XmlToWrite {
  return {
    name: 'Credential',
    attributes: [['domain', domainOf(scheme)]],
    children: [{ name: 'Identity', children: [value] }, ...proof],
  };
}

function credentials(root: XmlElement, party: string): CxmlCredential[] {
  const found = findElement(root, 'Header', party);
  return found === undefined ? [] : elementsOf(found, 'Credential').map(plain);
}

function plain(element: XmlElement): CxmlCredential {
  const identity = elementsOf(element, 'Identity')[0];
  return { domain: attributeOf(element, 'domain') ?? '', identity: identity === undefined ? '' : textOf(identity).trim() };
}

function secrets(root: XmlElement): CxmlSecret[] {
  const sender = findElement(root, 'Header', 'Sender');
  return (sender === undefined ? [] : elementsOf(sender, 'Credential')).flatMap((element) => {
    const secret = elementsOf(element, 'SharedSecret')[0];
    return secret === undefined ? [] : [{ ...plain(element), sharedSecret: textOf(secret) }];
  });
}

function missing(at: string, element: XmlElement): Problem {
  return { at, line: element.line, code: 'VALUE_MISSING', message: 'A value that must be here is missing.', severity: 'error' };
}
