import type { Decoded, Encoded } from '../canonical/problem.js';
import { attributeOf, elementsOf, textOf, type XmlElement } from '../xml/element.js';
import { writeXml } from '../xml/write-xml.js';
import { attributes, dtdOf } from './envelope.js';

/** The immediate answer to a cXML request. 200 is taken, 4xx and 5xx are refused; HTTP says 200 either way. */
export interface CxmlResponse {
  code: string;
  text: string;
  message?: string;
}

/** Writes a Response document. Source: cXML 1.2, Response and Status. */
export function encodeCxmlResponse(
  response: CxmlResponse,
  root: { payloadId: string; timestamp: string; version?: string },
): Encoded {
  const status = {
    name: 'Status',
    attributes: [
      ['code', response.code],
      ['text', response.text],
    ] as const,
    ...(response.message === undefined ? {} : { children: [response.message] }),
  };
  return writeXml(
    { name: 'cXML', attributes: attributes(root), children: [{ name: 'Response', children: [status] }] },
    { doctype: dtdOf('cXML', root.version) },
  );
}

/** Reads the Status of a Response element. */
export function decodeCxmlResponse(response: XmlElement): Decoded<CxmlResponse> {
  const status = elementsOf(response, 'Status')[0];
  const code = status && attributeOf(status, 'code')?.trim();
  if (status === undefined || code === undefined || !/^\d{3}$/.test(code)) {
    return {
      problems: [
        {
          at: 'Response/Status@code',
          line: response.line,
          code: 'VALUE_MISSING',
          message: 'The response has no status of three digits.',
          severity: 'error',
        },
      ],
    };
  }
  const message = textOf(status).trim();
  return { document: { code, text: attributeOf(status, 'text') ?? '', ...(message === '' ? {} : { message }) }, problems: [] };
}
