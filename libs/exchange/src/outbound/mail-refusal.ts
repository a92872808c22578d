import { membersWho } from '#libs/organizations';
import { type Language, one, sendMail, type Work } from '#libs/platform';
import type { OrderMail } from './mail-order.js';

export interface RefusalMail extends Pick<OrderMail, 'sentences' | 'publicUrl'> {
  messageId: string;
  /** Of the document in the message, from 1. */
  position: number;
}

interface RefusedDocument {
  number: string | null;
  reasons: string[];
}

/** Tells everybody of the acting buyer who may place orders that the hub refused one of his ERP's, with the reasons and a link. Gives how many were told. */
export async function mailRefusal(work: Work, { messageId, position, sentences, publicUrl }: RefusalMail): Promise<number> {
  const refused = await one<RefusedDocument>(
    work,
    `select d.business_number as number, array(select p ->> 'message' from jsonb_array_elements(d.problems) p where p ->> 'severity' = 'error') as reasons
     from exchange.document d where d.org_id = $1 and d.message_id = $2 and d.position = $3 and d.state = 'REFUSED'`,
    [work.actor.orgId, messageId, position],
  );
  if (!refused) return 0;
  const readers = await membersWho(work, 'order:place');
  for (const reader of readers) {
    const values = {
      name: reader.name,
      number: refused.number ?? '',
      reasons: [...new Set(refused.reasons)].slice(0, 20).join('\n'),
      link: `${publicUrl.replace(/\/+$/, '')}/exchange/messages/${messageId}`,
    };
    const say = (part: 'Subject' | 'Text'): string => sentences.of(`MailOrderRefused${part}`, reader.locale as Language, values);
    await sendMail(work, { to: reader.email, subject: say('Subject').replace(/\s+/g, ' '), text: `${say('Text')}\n` });
  }
  return readers.length;
}
