import type { Acknowledgement, ApplicationResponse, InterchangeAcknowledgement } from '#libs/documents';
import { affected, type Work } from '#libs/platform';
import type { Message } from '../../message/message.js';
import type { Outcome } from '../applied-document.js';
import { cameOn } from './came-on.js';
import { noteSent, notNoted } from './note-sent.js';

const verdicts = {
  received: 'ACCEPTED',
  accepted: 'ACCEPTED',
  acceptedWithErrors: 'ACCEPTED_WITH_ERRORS',
  partiallyAccepted: 'ACCEPTED_WITH_ERRORS',
  rejected: 'REJECTED',
} as const;

/**
 * Notes on the newest outbound message about a document what the partner's system says of it (APERAK, Message Level Response, cXML StatusUpdate): found by the id it was
 * sent under (which is no other's, whoever carries the answer), else by the number people know it by, on the connection on which he speaks. It never makes an order accepted.
 */
export async function noteResponse(work: Work, message: Message, response: ApplicationResponse): Promise<Outcome> {
  const { document, status, findings } = response;
  const noted = await affected(
    work,
    `update exchange.message set acknowledged = $4, acknowledged_at = clock_timestamp(), version = version + 1
     where org_id = $1 and id = (select m.id from exchange.message m join exchange.document d on d.org_id = m.org_id and d.message_id = m.id
       where m.org_id = $1 and m.direction = 'OUT' and m.format = $2 and (m.transport_id = $6 or d.business_number = $3 and ($5::uuid[] is null or m.profile_id = any ($5)))
       order by m.transport_id = $6 desc nulls last, m.id desc limit 1)`,
    [
      message.orgId,
      message.format,
      document.number,
      verdicts[status],
      await cameOn(work, message),
      document.payloadId ?? document.number,
    ],
  );
  const told = findings.map(({ at, code, message: words }) => ({
    at: at ?? '/',
    code: 'PARTNER_FINDING',
    message: [code, words].filter(Boolean).join(' ') || 'without words',
    severity: 'warning' as const,
  }));
  if (noted > 0) return { state: 'APPLIED', problems: told };
  const unknown = `The hub has sent nothing about ${document.number} in this format.`;
  return {
    state: 'IGNORED',
    problems: [...told, { at: 'document.number', code: 'MESSAGE_UNKNOWN', message: unknown, severity: 'warning' }],
  };
}

/** The same of a whole interchange of X12 (TA1). */
export async function noteInterchange(
  work: Work,
  message: Message,
  { control, status, note }: InterchangeAcknowledgement,
): Promise<Outcome> {
  const hits = await noteSent(work, {
    orgId: message.orgId,
    format: 'X12',
    control,
    verdict: verdicts[status],
    on: await cameOn(work, message),
    coordinates: null,
  });
  const against = notNoted(hits, { at: 'TA101', code: 'INTERCHANGE_UNKNOWN', words: `interchange ${control}` });
  const problems = [
    ...(status === 'accepted'
      ? []
      : [{ at: 'TA105', code: 'PARTNER_FINDING', message: `Note ${note}.`, severity: 'warning' as const }]),
    ...(against ? [against] : []),
  ];
  return { state: against ? 'IGNORED' : 'APPLIED', problems };
}

/** What an acknowledgement says of all it names: refused only when every document is. */
export function verdictOf({ group, sets }: Acknowledgement): (typeof verdicts)[keyof typeof verdicts] {
  return sets.length > 0 && sets.every(({ status }) => status === 'rejected') ? 'REJECTED' : verdicts[group.status];
}
