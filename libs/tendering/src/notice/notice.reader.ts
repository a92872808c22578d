import { z } from 'zod';
import {
  type Connection,
  checkInput,
  connection,
  type GuestWork,
  keyset,
  type Ordering,
  one,
  type PageArgs,
  pageOf,
  rows,
} from '#libs/platform';
import type { Notice, PublicTender, PublishedTender } from './public-tender.entity.js';

/** What everybody may read: no organisation is asked for, so a guest reads it too. */
type Reading = Pick<GuestWork, 'tx'>;

/** Releases of a page at most. */
export const noticesMax = 100;
/** Bytes of releases in one answer, as far as more than one stands in it: each holds its tender whole. */
const bytesMax = 8_000_000;

/** Notices of which the texts together are not longer than an answer may be, from the first of `order` on; `seen` counts those that were found. */
const within = (where: string, order: string, limit: string): string =>
  `select m.ocid, m.release_id as "releaseId", m.tags, m.released_at as "releasedAt", m.body, m.seen::int as seen
   from (select n.*, sum(octet_length(n.body)) over (order by ${order}) as bytes, row_number() over (order by ${order}) as place, count(*) over () as seen
     from (select n.* from tendering.notice n where ${where} order by ${order} limit ${limit}) n) m
   where m.place = 1 or m.bytes <= ${bytesMax} order by m.place`;

export interface NoticePageQuery {
  /** Only releases of this moment and later. */
  since?: Date | undefined;
  /** Only those released before this moment, or, the other way, after it. */
  before?: Date | undefined;
  after?: Date | undefined;
  limit: number;
}

/** A page of all releases, the newest first, and whether there are older and newer ones. Moments of releases are never equal. */
export async function noticesPage(
  work: Reading,
  { since, before, after, limit }: NoticePageQuery,
): Promise<{ notices: Notice[]; older: boolean; newer: boolean }> {
  const most = Math.min(Math.max(1, limit), noticesMax);
  const upwards = after !== undefined;
  const found = await rows<Notice & { seen: number }>(
    work,
    within(
      'n.released_at >= $1 and n.released_at < $2 and n.released_at > $3',
      `n.released_at ${upwards ? 'asc' : 'desc'}`,
      '$4',
    ),
    [since ?? '-infinity', before ?? 'infinity', after ?? '-infinity', most + 1],
  );
  const notices = found.slice(0, most).map(({ seen: _, ...notice }): Notice => notice);
  const more = (found[0]?.seen ?? 0) > notices.length;
  if (upwards) notices.reverse();
  return { notices, older: upwards || more, newer: upwards ? more : before !== undefined };
}

/** The releases of one tender from the first on, of very many the latest that one answer can hold; none for an ocid that nobody knows. */
export async function noticesOf(work: Reading, ocid: string): Promise<Notice[]> {
  const found = await rows<Notice & { seen: number }>(work, within('n.ocid = $1', 'n.seq desc', '10000'), [ocid]);
  return found.map(({ seen: _, ...notice }): Notice => notice).reverse();
}

const published = 't.ocid, t.facts, t.closes_at::text as "closesText", t.tender_id as "tenderId"';
interface Row {
  ocid: string;
  facts: PublicTender;
  closesText: string;
  tenderId: string;
}
const tenderOf = ({ ocid, facts }: Row): PublishedTender => ({ ...facts, ocid });

/** One public tender as it stands; undefined: there is none under this ocid. */
export async function publicTenderByOcid(work: Reading, ocid: string): Promise<PublishedTender | undefined> {
  const found = await one<Row>(work, `select ${published} from tendering.public_tender t where t.ocid = $1`, [ocid]);
  return found && tenderOf(found);
}

/** Which public tenders a list shows: OPEN those that take bids, the nearest deadline first; ENDED all others, the last deadline first. */
export interface PublicTenderFilter {
  state: 'OPEN' | 'ENDED';
  /** Words, each of which stands in number, title, buyer or lines; up to 200 characters. */
  search?: string | null;
}

/** Words of a search at most; further ones are not looked at. */
const wordsMax = 10;
const searched = z.object({ search: z.string().trim().max(200).nullish() });

/**
 * Three letters or digits in a row are a trigram that lies in the index, as far as the ctype of the database knows the letters: plain C knows the Latin ones
 * without accents. A word without, short or of signs, would ask for all of the index, so it is looked for in what the others have found; where no word has one,
 * in every tender of the list.
 */
const isIndexed = (word: string): boolean => /[\p{L}\p{N}]{3}/u.test(word);
const holds = (word: string, i: number): string =>
  isIndexed(word) ? `t.words like $${i + 1}::text` : `position($${i + 1}::text in t.words) > 0`;
/** A pattern that finds the word as it stands. */
const anywhere = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** A page of public tenders. Throws BadInput. */
export async function listPublicTenders(
  work: Reading,
  { filter, ...args }: PageArgs & { filter: PublicTenderFilter },
): Promise<Connection<PublishedTender>> {
  const open = filter.state === 'OPEN';
  const ordering: Ordering = {
    name: `public-tenders:${filter.state}`,
    columns: [
      { sql: 't.closes_at', cast: 'timestamptz', descending: !open },
      { sql: 't.tender_id', cast: 'uuid', descending: !open },
    ],
  };
  const page = pageOf(args, ordering);
  const { search } = checkInput(searched, { search: filter.search });
  const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, wordsMax);
  const key = keyset(page, ordering, words.length + 1);
  const state = `t.status = 'ACTIVE' and t.closes_at >= clock_timestamp()`;
  const where = [open ? state : `not (${state})`, ...words.map(holds), key.where];
  const found = await rows<Row>(
    work,
    `select ${published} from tendering.public_tender t where ${where.join(' and ')} order by ${key.orderBy} limit ${key.limit}`,
    [...words.map((word) => (isIndexed(word) ? anywhere(word) : word)), ...key.values],
  );
  const listed = found.map((row) => ({ ...tenderOf(row), sortText: row.closesText }));
  return connection(listed, page, ({ sortText, id }) => [sortText, id]);
}
