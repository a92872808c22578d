import { rows } from '../database/queries.js';
import { BadInput } from '../http/bad-input.js';
import type { GuestWork, Work } from '../work/work.js';

/** One mail to one address. `text` is always there; `html` may add to it, never replace it. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
}

/** Local part, one at sign, a domain; no blanks, no line breaks, no list. RFC 5321 bounds it to 254 characters. */
const address = /^[^\s@<>,;:"\\]{1,64}@[^\s@<>,;:"\\]{1,188}$/;

/**
 * Puts a mail into the outbox in the transaction of `work`, and the job that sends it. Sent once the work commits when SMTP is
 * configured; otherwise it stays in the outbox where the operator reads it. Throws BadInput for what is no single address
 * and for a subject of more than one line.
 */
export async function sendMail(work: Work | GuestWork, mail: Mail): Promise<void> {
  if (!address.test(mail.to)) throw new BadInput([{ path: ['to'], message: 'Not an e-mail address.' }]);
  if (/[\r\n]/.test(mail.subject)) throw new BadInput([{ path: ['subject'], message: 'A subject has one line.' }]);
  await rows(work, 'select platform.queue_mail($1, $2, $3, $4)', [mail.to, mail.subject, mail.text, mail.html ?? null]);
}
