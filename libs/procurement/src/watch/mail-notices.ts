import { createHash, randomBytes } from 'node:crypto';
import { affected, type Language, one, type PublicAddress, rows, type Sentences, sendMail, type Work } from '#libs/platform';
import type { NoticeFacts, NoticeKind, WatchDelivery } from './watch.js';

export interface NoticeMail {
  personId: string;
  delivery: WatchDelivery;
  sentences: Pick<Sentences, 'of'>;
  address: Pick<PublicAddress, 'url'>;
}

interface Waiting {
  kind: NoticeKind;
  facts: NoticeFacts;
  number: string;
  partId: string;
}

/** Changes that one mail tells; the rest stands in the portal. */
const linesMax = 50;

/**
 * Mails a member of the acting organisation what he was not mailed yet, all in one letter with a link that stops such letters. Who has left, or may
 * not read prices any more, is told nothing. Gives how many changes it told.
 */
export async function mailNotices(work: Work, { personId, delivery, sentences, address }: NoticeMail): Promise<number> {
  const waiting = await rows<Waiting>(
    work,
    `with due as (update procurement.watch_notice n set mailed_at = transaction_timestamp()
       where n.org_id = $1 and n.person_id = $2 and n.delivery = $3 and n.mailed_at is null returning n.id, n.kind, n.facts, n.part_id)
     select d.kind, d.facts, d.part_id as "partId", p.number from due d join catalog.part p on p.id = d.part_id order by d.id`,
    [work.actor.orgId, personId, delivery],
  );
  const reader = await readerOf(work, personId);
  if (waiting.length === 0 || !reader) return 0;
  const secret = randomBytes(32).toString('base64url');
  await affected(work, 'select procurement.issue_watch_mail($1, $2)', [createHash('sha256').update(secret).digest(), personId]);
  const say = (code: string, values: object): string => sentences.of(code, reader.locale as Language, { ...values });
  const lines = waiting
    .slice(0, linesMax)
    .map((notice) => `- ${say(`WatchTold${notice.kind}`, lineOf(notice))}\n  ${address.url}/parts/${notice.partId}`);
  const values = {
    name: reader.name,
    count: waiting.length,
    lines: lines.join('\n'),
    link: `${address.url}/watches`,
    stop: `${address.url}/watches/stop#token=${secret}`,
  };
  await sendMail(work, {
    to: reader.email,
    subject: say('MailWatchSubject', values).replace(/\s+/g, ' '),
    text: `${say('MailWatchText', values)}\n`,
  });
  return waiting.length;
}

function lineOf({ number, facts }: Waiting): Record<string, string> {
  const { available, price, before, offers } = facts;
  return {
    number,
    count: String(offers?.length ?? 0),
    available: available ?? '',
    price: price ? `${price.amount} ${price.currency}/${price.unit}` : '',
    before: before ?? '-',
  };
}

/** The member with his address, while he is one and may read prices. */
async function readerOf(work: Work, personId: string): Promise<{ name: string; email: string; locale: string } | undefined> {
  return one(
    work,
    `select m.name, m.email, coalesce(p.locale, 'en') as locale
     from organizations.member m left join lateral organizations.person_by_id(m.person_id) p on true
     where m.org_id = $1 and m.person_id = $2 and m.status = 'ACTIVE' and exists (
       select from organizations.role r where r.org_id = m.org_id and r.name = any (m.roles) and 'price:read' = any (r.permissions)
       union all select from organizations.default_role d where d.name = any (m.roles) and 'price:read' = any (d.permissions))`,
    [work.actor.orgId, personId],
  );
}
