import { attributeOf, findElement, readXml, redactSharedSecret } from '#libs/documents';
import type { Reply } from '#libs/platform';
import { readMessage } from '../inbound/reading/read-message.js';
import type { DeliveryOutcome } from '../outbound/delivery.js';

type Verdict = Omit<DeliveryOutcome, 'startedAt' | 'endedAt'>;

/** HTTP answers after which the same bytes may be taken later: the partner is busy, starting, or its proxy lost it. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * What a partner's reply says of a delivery. A 2xx delivers, except for cXML, whose verdict stands inside (Response/Status@code): a transport 200
 * may carry a refusal. A refusal is final; an outage is tried again. X12 and EDIFACT may be answered as the hub itself does, by 997s or a CONTRL in the reply: they are given on.
 */
export function judgeReply(format: string, reply: Reply): Verdict {
  const head = Buffer.from(redactSharedSecret(reply.body)).subarray(0, 8000).toString('utf8').replaceAll('\0', '').slice(0, 8000);
  const shown = { status: reply.status, reply: head };
  if (reply.status < 200 || reply.status > 299)
    return { ...shown, outcome: 'REFUSED', detail: `HTTP ${reply.status}`, again: passing.has(reply.status) };
  if (format === 'CXML') return judgeCxml(reply, shown);
  return { ...shown, outcome: 'DELIVERED', again: false, ...acknowledged(format, reply) };
}

/** How an interchange of acknowledgements begins. */
const openings: Readonly<Record<string, RegExp>> = { X12: /^\s*ISA/, EDIFACT: /^\s*UN[AB]/ };

function acknowledged(format: string, { body }: Reply): Pick<Verdict, 'acknowledgements'> {
  if (
    (format !== 'X12' && format !== 'EDIFACT') ||
    !openings[format]?.test(Buffer.from(body).subarray(0, 100).toString('latin1'))
  )
    return {};
  const { documents } = readMessage(Buffer.from(body), { format, tables: (table) => table });
  return { acknowledgements: documents.flatMap(({ document }) => (document?.kind === 'acknowledgement' ? [document] : [])) };
}

/** cXML 1.2 User's Guide, Response/Status: 2xx done, 5xx may be retried, anything else is a refusal. */
function judgeCxml(reply: Reply, shown: { status: number; reply: string }): Verdict {
  const { root } = readXml(reply.body);
  const status = root && findElement(root, 'Response', 'Status');
  const code = Number(status && attributeOf(status, 'code'));
  if (!status || !Number.isInteger(code))
    return { ...shown, outcome: 'REPLY_UNREADABLE', detail: 'The reply is no cXML Response with a Status.', again: true };
  const text = attributeOf(status, 'text') ?? '';
  if (code >= 200 && code < 300) return { ...shown, outcome: 'DELIVERED', detail: `cXML ${code} ${text}`.trim(), again: false };
  return { ...shown, outcome: 'REFUSED', detail: `cXML ${code} ${text}`.trim(), again: code >= 500 };
}
