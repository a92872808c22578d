import { partKey } from '#libs/kernel';
import { type KeyColumn, keyset, NotFound, type Ordering, one, type Page, rows, type Work } from '#libs/platform';
import type { Watch, WatchNotice } from './watch.js';

const columns = `w.id, w.person_id as "personId", w.name, w.part_id as "partId", w.query, w.manufacturer_id as "manufacturerId", w.classification, w.on_offer as "onOffer",
  w.on_stock as "onStock", w.on_price as "onPrice", w.stock_min as "stockMin", w.price_max as "priceMax", w.price_currency as "priceCurrency", w.delivery,
  w.by_mail as "byMail", w.version, w.created_at as "createdAt"`;

/** Watches of one member at most. */
export const watchesMax = 200;

/** A member's own watches, the newest first. */
export async function watchesOf(work: Work, personId: string): Promise<Watch[]> {
  return rows<Watch>(
    work,
    `select ${columns} from procurement.watch w where w.org_id = $1 and w.person_id = $2 order by w.id desc limit $3`,
    [work.actor.orgId, personId, watchesMax],
  );
}

/** Watches of the acting organisation by id, in no order. */
export async function watchesById(work: Work, ids: readonly string[]): Promise<Watch[]> {
  return rows<Watch>(work, `select ${columns} from procurement.watch w where w.org_id = $1 and w.id = any ($2)`, [
    work.actor.orgId,
    ids,
  ]);
}

/** One of a member's own watches, locked. Throws NotFound for another member's. */
export async function lockWatch(work: Work, { id, personId }: { id: string; personId: string }): Promise<Watch> {
  const found = await one<Watch>(
    work,
    `select ${columns} from procurement.watch w where w.org_id = $1 and w.id = $2 and w.person_id = $3 for update`,
    [work.actor.orgId, id, personId],
  );
  if (!found) throw new NotFound('watch');
  return found;
}

const noticeColumns: readonly KeyColumn[] = [{ sql: 'n.id', cast: 'uuid', descending: true }];
/** The newest first. */
export const noticeOrdering: Ordering = { name: 'watchNotices', columns: noticeColumns };

/** What a member was told, the newest first; `unread` leaves out what was read. */
export async function noticesOf(
  work: Work,
  filter: { personId: string; unread?: boolean | null },
  page: Page,
): Promise<WatchNotice[]> {
  const { where, orderBy, limit, values } = keyset(page, noticeOrdering, 4);
  return rows<WatchNotice>(
    work,
    `select n.id, n.watch_id as "watchId", n.part_id as "partId", n.kind, n.facts, n.at, n.read_at as "readAt" from procurement.watch_notice n
     where n.org_id = $1 and n.person_id = $2 and ($3::boolean is not true or n.read_at is null) and ${where} order by ${orderBy} limit ${limit}`,
    [work.actor.orgId, filter.personId, filter.unread ?? null, ...values],
  );
}

/** The pairs of watch and part that hold: of a saved search only parts that it finds, by word or number, maker and class. */
export async function stillFound(
  work: Work,
  pairs: readonly { watchId: string; partId: string }[],
): Promise<{ watchId: string; partId: string }[]> {
  return rows(
    work,
    `select w.id as "watchId", t.part as "partId" from unnest($2::uuid[], $3::uuid[]) as t (watch, part)
     join procurement.watch w on w.org_id = $1 and w.id = t.watch left join catalog.part_search s on s.part_id = t.part
     where w.part_id = t.part or w.part_id is null and s.part_id is not null and (w.manufacturer_id is null or s.manufacturer_id = w.manufacturer_id)
       and (w.classification is null or s.classes && catalog.classes_below(w.classification))
       and (w.query is null or s.tsv @@ plainto_tsquery('pg_catalog.simple', w.query)
         or w.query ~ '[0-9]' and length(catalog.part_key(w.query)) >= 3 and position(catalog.part_key(w.query) in s.key) > 0)`,
    [work.actor.orgId, pairs.map(({ watchId }) => watchId), pairs.map(({ partId }) => partId)],
  );
}

/** Marks by which touched parts find a watch: every part that it is about has one of them. */
export async function keysOf(
  work: Work,
  watch: Pick<Watch, 'partId' | 'query' | 'manufacturerId' | 'classification'>,
): Promise<string[]> {
  if (watch.partId !== null) return [`part:${watch.partId}`];
  if (watch.manufacturerId !== null) return [`maker:${watch.manufacturerId}`];
  if (watch.classification !== null) {
    const [found] = await rows<{ classes: string[] }>(work, 'select catalog.classes_below($1) as classes', [
      watch.classification,
    ]);
    return (found?.classes ?? []).map((code) => `class:${code}`);
  }
  const query = watch.query ?? '';
  const words = await rows<{ word: string }>(
    work,
    `select w as word from unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', $1))) as w order by length(w) desc, w limit 1`,
    [query],
  );
  const number = /[0-9]/.test(query) ? partKey(query) : '';
  return [...words.map(({ word }) => `word:${word}`), ...(number.length >= 3 ? [`run:${number.slice(0, 3)}`] : [])];
}
