import { membersWho } from '#libs/organizations';
import { type Language, type Sentences, sendMail, type Work } from '#libs/platform';
import type { Rotable, RotableLogLine } from './rotable.entity.js';
import { waitsFor } from './rotable.lifecycle.js';
import { rotableById, rotableEventsOf } from './rotable.reader.js';

/**
 * Mails those of the acting organisation who follow cores and repairs about one line of a log: its people with order:change as the buyer,
 * with order:confirm as the supplier. A warning goes to the side that must act. Gives how many letters were put into the outbox.
 */
export async function tellRotable(
  work: Work,
  input: { id: string; seq: number; letters: { sentences: Pick<Sentences, 'of'>; address: { readonly url: string } } },
): Promise<number> {
  const { sentences, address } = input.letters;
  const rotable = await rotableById(work, input.id);
  const [events] = await rotableEventsOf(work, [input.id]);
  const event = events?.find(({ seq }) => seq === input.seq);
  const side = rotable.orgId === work.actor.orgId ? 'BUYER' : 'SUPPLIER';
  if (!event || (event.kind === 'WARNING' && waitsFor(rotable) !== side)) return 0;
  const readers = await membersWho(work, side === 'BUYER' ? 'order:change' : 'order:confirm');
  for (const reader of readers) {
    const language = reader.locale as Language;
    const values = {
      ...valuesOf(rotable, event),
      name: reader.name,
      what: sentences.of(`Rotable${camel(event.kind)}`, language, {}),
      link: `${address.url}/rotables?side=${side === 'BUYER' ? 'buy' : 'sell'}&id=${rotable.id}`,
    };
    const subject = sentences.of('MailRotableSubject', language, values).replace(/\s+/g, ' ');
    await sendMail(work, { to: reader.email, subject, text: `${sentences.of('MailRotableText', language, values)}\n` });
  }
  return readers.length;
}

/** LATE_FEE becomes LateFee, as messages are named. */
const camel = (kind: string): string =>
  kind
    .split('_')
    .map((word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`)
    .join('');

function valuesOf(rotable: Rotable, event: RotableLogLine): Record<string, string> {
  return {
    number: rotable.number,
    part: rotable.partNumber,
    serial: rotable.inSerial ?? rotable.outSerial ?? '-',
    due: rotable.dueAt ? `${rotable.dueAt.toISOString().slice(0, 16).replace('T', ' ')} UTC` : '-',
    reason: String(event.detail['reason'] ?? event.detail['findings'] ?? '-'),
  };
}
