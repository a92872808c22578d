import { membersWho } from '#libs/organizations';
import { type Language, type Sentences, sendMail, type Work } from '#libs/platform';
import type { WholeOrder } from '#libs/procurement';
import type { OrderSides } from '../translate/order-document.js';
import type { ChangeNews } from './send-change.js';

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
