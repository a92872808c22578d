import { systemActor, type Work } from '#libs/platform';
import {
  type GivenPromise,
  givePromises,
  isReproducible,
  type PromiseInputs,
  promiseById,
  releasePromise,
  reservePromise,
  saveCalendar,
  setCalendarDays,
  setInbound,
  setTransit,
} from '#libs/supply';
import { type PlantedOffer, partners, plantOffer, plantOrganization, plantSite, success } from '../../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.js';
import { provingGround } from '../support/proving-ground.js';
import type { Random } from '../support/random.js';
import { promiseFaults } from './promise-checker.js';
import { randomCalendar, randomQuestion } from './random-question.js';

/** What was found wrong in one market. */
export interface MarketFindings {
  given: number;
  wrong: string[];
  unreproducible: string[];
  unbalanced: string[];
}

interface Shop {
  supplierId: string;
  calendars: PromiseInputs['calendars'];
  transit: PromiseInputs['transit'];
  offers: (PlantedOffer & Pick<PromiseInputs, 'stock' | 'inbound' | 'lead'>)[];
}

const shops = 4;
const offersEach = 25;

/** A market in a real database: suppliers say how they work, a buyer asks for 200 lines at once, takes some, gives some back. */
export async function marketOfPromises(random: Random): Promise<MarketFindings> {
  const ground = await provingGround();
  const db = await freshDatabase();
  try {
    const buyer = systemActor(await plantOrganization(db));
    const siteId = await plantSite(db, buyer.orgId, 'DOCK');
    const dock = await saved(db, buyer.orgId, { ...randomCalendar(random, 'DOCK', new Date()), cutOff: '24:00' });
    const opened: Shop[] = [];
    for (let n = 0; n < shops; n++) opened.push(await openShop(db, buyer.orgId, random));
    const offers = opened.flatMap((shop) => shop.offers.map((offer) => ({ shop, offer })));
    const asked = Array.from({ length: 200 }, () => ({ ...random.pick(offers), quantity: String(1 + random.below(20)) }));
    const lines = await db.unitOfWork.run(buyer, (work) =>
      givePromises(work, {
        lines: asked.map(({ offer, quantity }) => ({ offerId: offer.id, quantity })),
        shipTo: { siteId },
      }),
    );
    const wrong = lines.flatMap(({ promises }, n) => {
      const [given] = promises;
      const question = asked[n];
      if (!given || !question) return [`line ${n}: no promise`];
      return promiseFaults({ name: `line ${n}`, inputs: rawInputs(question, given, dock), answer: given });
    });
    const given = lines.flatMap(({ promises }) => promises);
    const stored = await db.unitOfWork.read(buyer, async (work) => inTurn(given, ({ id }) => promiseById(work, id)));
    const unreproducible = stored.filter((one) => !isReproducible(one)).map(({ id }) => id);
    await takeSome(db, buyer.orgId, { given, random });
    return { given: given.length, wrong, unreproducible, unbalanced: await unbalanced(db) };
  } finally {
    await db.close();
    await ground.close();
  }
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

type Calendar = PromiseInputs['calendars'][number];

async function saved(db: FreshDatabase, orgId: string, calendar: Calendar): Promise<Calendar> {
  const { days, ...week } = calendar;
  await db.unitOfWork.run(systemActor(orgId), async (work: Work) => {
    success(await saveCalendar(work, { ...week, name: week.place || 'All', workingDays: [...week.workingDays] }));
    if (days.length > 0) success(await setCalendarDays(work, { place: week.place, days: days.map((day) => ({ ...day })) }));
  });
  return calendar;
}

/** The shop's stock, receipts, calendars and ways are those of random questions, put into the tables by the verbs. */
async function openShop(db: FreshDatabase, buyerId: string, random: Random): Promise<Shop> {
  const supplierId = await plantOrganization(db);
  const supplier = systemActor(supplierId);
  await partners(db, buyerId, supplierId);
  const calendars = ['', 'A', 'B'].filter(() => random.below(4) > 0).map((place) => randomCalendar(random, place, new Date()));
  for (const calendar of calendars) await saved(db, supplierId, calendar);
  const { transit } = randomQuestion(random);
  if (transit.length > 0)
    success(await db.unitOfWork.run(supplier, (work) => setTransit(work, { rows: transit.map((row) => ({ ...row })) })));
  const offers: Shop['offers'] = [];
  for (let n = 0; n < offersEach; n++) {
    const { stock, lead, inbound } = randomQuestion(random);
    const offer = await plantOffer(db, supplierId, { stock: null, leadDays: lead?.days ?? null });
    for (const row of stock)
      await db.admin(
        `insert into supply.stock (org_id, offer_id, location, quantity, as_of, source) values ($1, $2, $3, $4, now(), 'FILE')`,
        [supplierId, offer.id, row.place, row.quantity],
      );
    const receipts = inbound.map((row) => ({ ...row, expectedOn: dayFromNow(random.below(15)) }));
    if (receipts.length > 0)
      success(
        await db.unitOfWork.run(supplier, (work) =>
          setInbound(work, { lines: receipts.map(({ place, ...row }) => ({ ...row, location: place, offerId: offer.id })) }),
        ),
      );
    offers.push({ ...offer, stock, inbound: receipts, lead: lead && { ...lead, kind: 'CALENDAR' } });
  }
  return { supplierId, calendars, transit, offers };
}

const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The question as the shop was opened, not as the reader saw it; of the answer only the clock is taken. */
function rawInputs(
  { shop, offer, quantity }: { shop: Shop; offer: Shop['offers'][number]; quantity: string },
  given: GivenPromise,
  dock: Calendar,
): PromiseInputs {
  return {
    askedAt: given.inputs.askedAt,
    quantity,
    needBy: null,
    method: null,
    shipTo: { country: 'US', region: 'WA' },
    orderable: true,
    lead: offer.lead,
    stock: offer.stock,
    inbound: offer.inbound,
    calendars: shop.calendars,
    // A way to elsewhere is no way: whether one is known decides on the kind of the answer.
    transit: shop.transit.filter(({ country, region }) => ['', 'US'].includes(country) && ['', 'WA'].includes(region)),
    receiving: dock,
  };
}

/** Reserves every second dated promise, all at once, and gives every third of those back. */
async function takeSome(
  db: FreshDatabase,
  buyerId: string,
  { given, random }: { given: GivenPromise[]; random: Random },
): Promise<void> {
  const buyer = systemActor(buyerId);
  const dated = random.shuffled(given.filter(({ problem }) => problem === null)).filter((_, i) => i % 2 === 0);
  await Promise.all(dated.map(({ id }) => db.unitOfWork.run(buyer, (work) => reservePromise(work, { promiseId: id }))));
  await Promise.all(
    dated
      .filter((_, i) => i % 3 === 0)
      .map(({ id }) => db.unitOfWork.run(buyer, (work) => releasePromise(work, { promiseId: id }))),
  );
}

async function unbalanced(db: FreshDatabase): Promise<string[]> {
  const found = await db.admin<{ what: string }>(
    `select 'stock ' || s.offer_id || ' ' || s.location as what from supply.stock s where s.reserved > s.quantity or s.reserved is distinct from
       (select coalesce(sum(l.reserved_delta), 0) from supply.stock_ledger l where l.org_id = s.org_id and l.offer_id = s.offer_id and l.location = s.location)
     union all
     select 'receipt ' || i.offer_id || ' ' || i.reference from supply.inbound i where i.claimed > i.quantity or i.claimed is distinct from
       (select coalesce(sum(c.claimed_delta), 0) from supply.inbound_claim c where c.org_id = i.org_id and c.offer_id = i.offer_id and c.location = i.location and c.reference = i.reference)
     union all
     select 'promise ' || p.id from supply.promise p where p.status = 'RESERVED' and (p.quantity - coalesce((select sum((t ->> 'quantity')::numeric) from jsonb_array_elements(p.answer -> 'parts') t where t ->> 'basis' = 'LEAD_TIME'), 0)) is distinct from
       coalesce((select sum(l.reserved_delta) from supply.stock_ledger l where l.counterparty_id = p.org_id and l.reference = 'promise:' || p.id), 0)
       + coalesce((select sum(c.claimed_delta) from supply.inbound_claim c where c.counterparty_id = p.org_id and c.promise_id = p.id), 0)`,
  );
  return found.map(({ what }) => what);
}
