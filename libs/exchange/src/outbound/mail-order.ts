import { type Language, rows, type Sentences, sendMail, type Work } from '#libs/platform';
import type { WholeOrder } from '#libs/procurement';
import type { OrderSides } from '../translate/order-document.js';
import type { ChangeNews } from './send-change.js';

interface Reader {
  name: string;
  email: string;
  locale: string;
}

/** What a mail about an order needs beside the order. */
export interface OrderMail {
  order: WholeOrder;
  sides: OrderSides;
  /** What happened to it. */
  what: 'Placed' | ChangeNews;
  sentences: Pick<Sentences, 'of'>;
  /** Where people reach the hub. */
  publicUrl: string;
}

/** Tells everybody of the acting supplier who may confirm orders what happened to one, with its lines and a link. Gives how many were told. */
export async function mailOrder(work: Work, { order, sides, what, sentences, publicUrl }: OrderMail): Promise<number> {
  const readers = await membersWho(work, 'order:confirm');
  const lines = order.lines.map(
    (line) =>
      `${line.number.padStart(6)}  ${line.quantity} ${line.rawUnit ?? line.orderUnit}  ${line.supplierPart}  ${line.priceAmount} ${order.currency} / ${line.priceBasis} ${line.priceUnit}`,
  );
  for (const reader of readers) {
    const values = {
      name: reader.name,
      buyer: sides.buyer.name,
      number: order.number,
      total: `${order.total} ${order.currency}`,
      lines: lines.join('\n'),
      link: `${publicUrl.replace(/\/+$/, '')}/orders/${order.id}`,
    };
    const say = (part: 'Subject' | 'Text'): string => sentences.of(`MailOrder${what}${part}`, reader.locale as Language, values);
    await sendMail(work, { to: reader.email, subject: say('Subject').replace(/\s+/g, ' '), text: `${say('Text')}\n` });
  }
  return readers.length;
}

/** Active members of the acting organisation with a right, by their own or a default role. */
export async function membersWho(work: Work, right: string): Promise<Reader[]> {
  return rows<Reader>(
    work,
    `select m.name, m.email, coalesce(p.locale, 'en') as locale
     from organizations.member m left join lateral organizations.person_by_id(m.person_id) p on true
     where m.org_id = $1 and m.status = 'ACTIVE' and exists (
       select from organizations.role r where r.org_id = m.org_id and r.name = any (m.roles) and $2 = any (r.permissions)
       union all select from organizations.default_role d where d.name = any (m.roles) and $2 = any (d.permissions))`,
    [work.actor.orgId, right],
  );
}
