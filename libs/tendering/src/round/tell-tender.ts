import { membersWho } from '#libs/organizations';
import { type Language, type Sentences, sendMail, type Work } from '#libs/platform';
import type { Tender } from '../tender/tender.entity.js';
import { tendersByIds } from '../tender/tender.reader.js';

/** What is written about. */
export const tenderNews = [
  'INVITED',
  'AMENDED',
  'ANSWERED',
  'ASKED',
  'DOCUMENT_ADDED',
  'RESCHEDULED',
  'CLOSED',
  'ROUND_OPENED',
  'AWARDED',
  'AWARD_CANCELLED',
  'AWARD_DECIDED',
  'AWARD_FAILED',
  'CHALLENGED',
  'CHALLENGE_REJECTED',
  'CANCELLED',
  'AUCTION_STARTED',
  'AUCTION_PAUSED',
  'AUCTION_RESUMED',
  'AUCTION_RESCHEDULED',
  'AUCTION_CLOSED',
  'AUCTION_VOIDED',
] as const;
export type TenderNews = (typeof tenderNews)[number];

/** What only who awards can do something about. */
const ofAwards: ReadonlySet<TenderNews> = new Set(['CHALLENGED', 'AWARD_FAILED']);

/**
 * Mails those of the acting organisation who follow a tender about what happened to it: with tender:manage as its buyer, about challenges and awards that
 * failed with tender:award; with bid:submit as a supplier. What it no longer sees is not written about. Gives how many letters were put into the outbox.
 */
export async function tellTender(
  work: Work,
  input: { id: string; kind: TenderNews; letters: { sentences: Pick<Sentences, 'of'>; address: { readonly url: string } } },
): Promise<number> {
  const { sentences, address } = input.letters;
  const [tender] = await tendersByIds(work, [input.id]);
  if (!tender) return 0;
  const buying = ofAwards.has(input.kind) ? 'tender:award' : 'tender:manage';
  const readers = await membersWho(work, tender.orgId === work.actor.orgId ? buying : 'bid:submit');
  for (const reader of readers) {
    const language = reader.locale as Language;
    const what = sentences.of(`TenderNews${camel(input.kind)}`, language, {});
    const values = { ...valuesOf(tender), what, name: reader.name, link: `${address.url}/tenders/${tender.id}` };
    const subject = sentences.of('MailTenderSubject', language, values).replace(/\s+/g, ' ');
    await sendMail(work, { to: reader.email, subject, text: `${sentences.of('MailTenderText', language, values)}\n` });
  }
  return readers.length;
}

/** ROUND_OPENED becomes RoundOpened, as messages are named. */
const camel = (kind: string): string =>
  kind
    .split('_')
    .map((word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`)
    .join('');

const valuesOf = ({ number, title, closesAt }: Tender): Record<string, string> => ({
  number,
  title,
  closes: closesAt ? `${closesAt.toISOString().slice(0, 16).replace('T', ' ')} UTC` : '-',
});
