import { rows, type Work } from '#libs/platform';
import type { Message } from '../../message/message.js';

/** What a partner says of an interchange, or of a group of one message, that the hub sent him under a control number. */
interface SentVerdict {
  orgId: string;
  format: 'X12' | 'EDIFACT';
  control: string;
  verdict: NonNullable<Message['acknowledged']>;
  /** Connections whose numbers are meant; null: of all. */
  on: readonly string[] | null;
  /** Business documents that are meant; null: whatever went out under the number. */
  coordinates: readonly string[] | null;
}

/**
 * Notes the verdict when exactly one outbound message is meant, and gives the number of those that could be: each connection counts its own control numbers, and two whose
 * ERP goes by one address are not told apart.
 */
export async function noteSent(work: Work, sent: SentVerdict): Promise<number> {
  const [found] = await rows<{ hits: number }>(
    work,
    `with hit as (select m.id from exchange.message m
       where m.org_id = $1 and m.direction = 'OUT' and m.format = $4 and m.control_number = $2 and ($5::uuid[] is null or m.profile_id = any ($5))
         and ($6::text[] is null or exists (select 1 from exchange.document d
           where d.org_id = $1 and d.message_id = m.id and d.coordinate = any ($6) and d.caused_by is not null))),
     noted as (update exchange.message set acknowledged = $3, acknowledged_at = clock_timestamp(), version = version + 1
       where org_id = $1 and id in (select id from hit) and (select count(*) from hit) = 1)
     select count(*)::int as hits from hit`,
    [sent.orgId, sent.control.padStart(9, '0'), sent.verdict, sent.format, sent.on, sent.coordinates],
  );
  return found?.hits ?? 0;
}

/** What stands against noting it, by the number of messages that could be meant; undefined: nothing. */
export function notNoted(hits: number, named: { at: string; code: string; words: string }) {
  if (hits === 1) return undefined;
  const { at, code, words } = named;
  if (hits === 0) return { at, code, message: `The hub has sent no ${words}.`, severity: 'warning' as const };
  const message = `The hub has sent ${hits} messages as ${words}, on connections whose ERP goes by one address; none was marked. Give each an address of its own.`;
  return { at, code: 'ACKNOWLEDGEMENT_AMBIGUOUS', message, severity: 'warning' as const };
}
