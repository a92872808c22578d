import type { Decoded } from '../canonical/problem.js';
import { attributeOf, findElement, textOf, type XmlElement } from '../xml/element.js';
import { writeXml } from '../xml/write-xml.js';
import { attributes, dtdOf } from './envelope.js';

/** The immediate answer to a cXML request. 200 is taken, 4xx and 5xx are refused; HTTP says 200 either way. */
export interface CxmlResponse {
  code: string;
  text: string;
  message?: string;
  /** Where the visit to a shop begins (PunchOutSetupResponse). */
  startPage?: string;
}

/**
 * Writes a Response document; `detail` is what a person needs beside the status text. A character XML cannot carry is left out.
 * Source: cXML 1.2, Response and Status.
 */
export function writeCxmlResponse(response: {
  payloadId: string;
  timestamp: string;
  version?: string;
  status: { code: string; text: string };
  detail?: string;
  startPage?: string;
}): string {
  const { code, text } = response.status;
  const status = {
    name: 'Status',
    attributes: [
      ['code', code],
      ['text', text],
    ] as const,
    ...(response.detail === undefined ? {} : { children: [response.detail] }),
  };
  const { startPage } = response;
  const visit =
    startPage === undefined
      ? []
      : [
          {
            name: 'PunchOutSetupResponse',
            children: [{ name: 'StartPage', children: [{ name: 'URL', children: [startPage] }] }],
          },
        ];
  return writeXml(
    { name: 'cXML', attributes: attributes(response), children: [{ name: 'Response', children: [status, ...visit] }] },
    { doctype: dtdOf('cXML', response.version) },
  ).text;
}

/** Reads the Status of a Response document by its root element. */
export function decodeCxmlResponse(root: XmlElement): Decoded<CxmlResponse> {
  const status = findElement(root, 'Response', 'Status');
  const code = status && attributeOf(status, 'code')?.trim();
  if (status === undefined || code === undefined || !/^\d{3}$/.test(code)) {
    return {
      problems: [
        {
          at: 'Response/Status@code',
          line: root.line,
          code: 'VALUE_MISSING',
          message: 'The response has no status of three digits.',
          severity: 'error',
        },
      ],
    };
  }
  const message = textOf(status).trim();
  const url = findElement(root, 'Response', 'PunchOutSetupResponse', 'StartPage', 'URL');
  const startPage = url === undefined ? '' : textOf(url).trim();
  return {
    document: {
      code,
      text: attributeOf(status, 'text') ?? '',
      ...(message === '' ? {} : { message }),
      ...(startPage === '' ? {} : { startPage }),
    },
    problems: [],
  };
}
