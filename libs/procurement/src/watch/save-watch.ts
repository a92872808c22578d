import { z } from 'zod';
import { type Fault, fail, isCurrencyCode, isDecimal, isNegative, isZero, ok, type Result } from '#libs/kernel';
import { affected, checkInput, Forbidden, NotFound, one, requirePermission, type Work } from '#libs/platform';
import { availabilityOf } from '#libs/supply';
import type { Watch } from './watch.js';
import { keysOf, lockWatch, watchesById, watchesMax } from './watch.reader.js';
import { stateOf } from './watch.rules.js';

const positive = z
  .string()
  .refine((text) => isDecimal(text, { scale: 10 }) && !isNegative(text) && !isZero(text), 'a decimal above zero');
const terms = z.object({
  name: z.string().trim().min(1).max(120),
  onOffer: z.boolean(),
  onStock: z.boolean(),
  onPrice: z.boolean(),
  stockMin: positive.nullish(),
  priceMax: positive.nullish(),
  priceCurrency: z.string().refine(isCurrencyCode, 'an ISO 4217 code').nullish(),
  delivery: z.enum(['AT_ONCE', 'DAILY']),
  byMail: z.boolean(),
});
const input = terms
  .extend({
    watchId: z.uuid().nullish(),
    expectedVersion: z.int().nullish(),
    partId: z.uuid().nullish(),
    query: z.string().trim().min(3).max(200).nullish(),
    manufacturerId: z.uuid().nullish(),
    classification: z.string().trim().min(1).max(120).nullish(),
  })
  .refine(({ onOffer, onStock, onPrice }) => onOffer || onStock || onPrice, 'tell at least of one thing')
  .refine(({ priceMax, priceCurrency }) => (priceMax == null) === (priceCurrency == null), 'a limit of the price has a currency')
  .refine((given) => {
    const searched = [given.query, given.manufacturerId, given.classification].some((part) => part != null);
    return given.watchId != null ? !searched && given.partId == null : searched !== (given.partId != null);
  }, 'a new watch is of a part, or of a search; what it is of never changes');

export type SaveWatchInput = z.input<typeof input>;
export type SaveWatchError = Fault<'WatchesTooMany' | 'VersionConflict' | 'WatchSearchTooWide'>;

/**
 * Saves a watch of the acting member, or changes what it tells of and how; what it is of never changes. It tells of what changes from now on.
 * Errors: WatchesTooMany (200 for one member), WatchSearchTooWide (nothing in the search narrows it), VersionConflict. Throws
 * NotFound for a part or manufacturer that is not there or a watch he cannot see, Forbidden for anybody but a member with price:read, BadInput.
 */
export async function saveWatch(work: Work, given: SaveWatchInput): Promise<Result<Watch, SaveWatchError>> {
  requirePermission(work, 'price:read');
  const wanted = checkInput(input, given);
  const personId = personOf(work);
  return wanted.watchId != null ? change(work, { ...wanted, watchId: wanted.watchId }, personId) : create(work, wanted, personId);
}

/** The member who acts. Throws Forbidden for keys and systems: nobody would read what they are told. */
export function personOf(work: Work): string {
  if (work.actor.kind !== 'user') throw new Forbidden('A watch belongs to a member.');
  return work.actor.userId;
}

type Wanted = z.output<typeof input>;

async function create(work: Work, wanted: Wanted, personId: string): Promise<Result<Watch, SaveWatchError>> {
  await affected(work, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`watch ${work.actor.orgId} ${personId}`]);
  const have = await one<{ count: number }>(
    work,
    'select count(*)::int as count from procurement.watch w where w.org_id = $1 and w.person_id = $2',
    [work.actor.orgId, personId],
  );
  if (have && have.count >= watchesMax) return fail({ code: 'WatchesTooMany', path: [], values: { limit: watchesMax } });
  const of = {
    partId: wanted.partId ?? null,
    query: wanted.query ?? null,
    manufacturerId: wanted.manufacturerId ?? null,
    classification: wanted.classification ?? null,
  };
  if (of.partId !== null && !(await one(work, 'select 1 from catalog.part p where p.id = $1', [of.partId])))
    throw new NotFound('part');
  if (
    of.manufacturerId !== null &&
    !(await one(work, 'select 1 from catalog.manufacturer m where m.id = $1', [of.manufacturerId]))
  )
    throw new NotFound('manufacturer');
  const keys = await keysOf(work, of);
  if (keys.length === 0) return fail({ code: 'WatchSearchTooWide', path: ['query'] });
  const made = await one<{ id: string }>(
    work,
    `insert into procurement.watch (org_id, person_id, part_id, query, manufacturer_id, classification, name, on_offer, on_stock, on_price, stock_min, price_max, price_currency, delivery, by_mail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
    [work.actor.orgId, personId, of.partId, of.query, of.manufacturerId, of.classification, ...told(wanted)],
  );
  const id = made?.id ?? '';
  await affected(work, 'select procurement.key_watch($1, $2)', [id, keys]);
  if (of.partId !== null) await rememberNow(work, id, of.partId);
  return saved(work, id);
}

async function change(
  work: Work,
  wanted: Wanted & { watchId: string },
  personId: string,
): Promise<Result<Watch, SaveWatchError>> {
  const watch = await lockWatch(work, { id: wanted.watchId, personId });
  if (watch.version !== wanted.expectedVersion) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  await affected(
    work,
    `update procurement.watch set name = $3, on_offer = $4, on_stock = $5, on_price = $6, stock_min = $7, price_max = $8, price_currency = $9, delivery = $10, by_mail = $11, version = version + 1
     where org_id = $1 and id = $2`,
    [work.actor.orgId, watch.id, ...told(wanted)],
  );
  return saved(work, watch.id);
}

function told(wanted: Wanted): unknown[] {
  const { name, onOffer, onStock, onPrice, stockMin, priceMax, priceCurrency, delivery, byMail } = wanted;
  return [name, onOffer, onStock, onPrice, stockMin ?? null, priceMax ?? null, priceCurrency ?? null, delivery, byMail];
}

/** What is there when a part begins to be watched is no news. */
async function rememberNow(work: Work, watchId: string, partId: string): Promise<void> {
  const [line] = await availabilityOf(work, { lines: [{ partId, quantity: '1' }] });
  await affected(work, 'insert into procurement.watch_state (org_id, watch_id, part_id, state) values ($1, $2, $3, $4)', [
    work.actor.orgId,
    watchId,
    partId,
    JSON.stringify(stateOf(line?.offers ?? [])),
  ]);
}

async function saved(work: Work, id: string): Promise<Result<Watch, SaveWatchError>> {
  const [watch] = await watchesById(work, [id]);
  if (!watch) throw new NotFound('watch');
  return ok(watch);
}
