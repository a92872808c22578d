import { rows, type Sentences, sendMail, type Work } from '#libs/platform';
import { type UrgentEvent, type UrgentRequest, urgentById, urgentEvents } from './urgent.reader.js';

/** Whom the acting organisation tells of an event of a level: of a downgrade nobody beyond the desk. */
const contactsOf = (work: Work, request: UrgentRequest, level: number): Promise<{ email: string }[]> =>
  rows<{ email: string }>(
    work,
    'select c.email from procurement.priority_contact c where c.org_id = $1 and c.priority = $2 and c.level = $3 order by c.email',
    [work.actor.orgId, request.priority, level],
  );

/**
 * Mails the acting organisation's own contacts about one event of an urgent request: level 0 when it opened, else the level of the
 * mark that fired. Gives how many letters were put into the outbox. The language is English, as an address has none of its own.
 */
export async function tellContacts(
  work: Work,
  input: { id: string; seq: number; letters: { sentences: Pick<Sentences, 'of'>; address: { readonly url: string } } },
): Promise<number> {
  const { sentences, address } = input.letters;
  const request = await urgentById(work, input.id);
  const [events] = await urgentEvents(work, [input.id]);
  const event = events?.find(({ seq }) => seq === input.seq);
  if (!event) return 0;
  const contacts = await contactsOf(work, request, event.kind === 'OPENED' ? 0 : Number(event.detail['level'] ?? 0));
  const values = valuesOf(request, event, `${address.url}/urgent?id=${request.id}`);
  const name = event.kind === 'OPENED' ? 'UrgentOpened' : `Urgent${event.kind.charAt(0)}${event.kind.slice(1).toLowerCase()}`;
  for (const { email } of contacts) {
    const subject = sentences.of(`Mail${name}Subject`, 'en', values).replace(/\s+/g, ' ');
    await sendMail(work, { to: email, subject, text: `${sentences.of(`Mail${name}Text`, 'en', values)}\n` });
  }
  return contacts.length;
}

function valuesOf(request: UrgentRequest, event: UrgentEvent, link: string): Record<string, string> {
  return {
    priority: request.priority,
    number: request.number,
    part: request.supplierPart,
    quantity: request.quantity,
    unit: request.orderUnit,
    clock: String(event.detail['clock'] ?? ''),
    due: String(event.detail['dueAt'] ?? request.respondBy.toISOString()).slice(0, 16),
    tail: request.tail ?? '-',
    place: request.groundedAt ?? '-',
    link,
  };
}
