import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { systemActor } from '#libs/platform';
import { procurementRoom } from '#libs/procurement';
import { setTransit, supplyRoom } from '#libs/supply';
import { plantLink } from '../factories/alternate.factory.js';
import { type PlantedOffer, partners, plantOffer, plantOrganization, plantSite, success } from '../factories/order.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';

const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom, procurementRoom];
const query = `query ($partId: ID!, $alternates: Boolean!, $siteId: ID) { stockMap(partId: $partId, alternates: $alternates, siteId: $siteId) {
  reason label part { id } offer { id leadDays supplier { id country } } place { location quantity source ageSeconds } transit { days kind method } } }`;

let hub: TestHub;
let near: string;
let buyer: SignedIn;
let buyerOrg: string;
let siteId: string;
let part: PlantedOffer;
let other: PlantedOffer;

beforeAll(async () => {
  hub = await startTestHub({ rooms });
  const far = await plantOrganization(hub.db);
  [near, buyerOrg] = [await plantOrganization(hub.db), await plantOrganization(hub.db)];
  await partners(hub.db, buyerOrg, near);
  siteId = await plantSite(hub.db, buyerOrg, 'DOCK');
  part = await plantOffer(hub.db, near, { stock: '7', leadDays: 9 });
  await hub.db.admin(
    `insert into supply.stock (org_id, offer_id, location, quantity, as_of, source) values ($1, $2, 'ANNEX', 3, now() - interval '2 days', 'FILE')`,
    [near, part.id],
  );
  // Another supplier of the same part, who states no stock, and one whose offer is not for this buyer.
  for (const audience of [null, '0192f000-0000-7000-8000-00000000000a']) {
    const offer = await plantOffer(hub.db, far, { stock: audience ? '99' : null, leadDays: 30 });
    await hub.db.admin('update supply.offer set part_id = $2, audience = $3 where id = $1', [offer.id, part.partId, audience]);
  }
  other = await plantOffer(hub.db, far, { stock: '11' });
  await plantLink(hub.db, systemActor(buyerOrg), {
    fromPartId: part.partId,
    toPartId: other.partId,
    code: '2',
    capacity: 'BUYER',
  });
  success(
    await hub.db.unitOfWork.run(systemActor(near), (work) =>
      setTransit(work, {
        rows: [
          { method: 'GROUND', country: 'US', days: 5, kind: 'WORKING' },
          { method: 'AIR', country: 'US', days: 6 },
          { method: 'AIR', place: 'ANNEX', country: 'US', days: 1 },
          { method: 'AIR', country: 'DE', days: 1 },
        ],
      } as never),
    ),
  );
  buyer = await hub.signedIn({ orgId: buyerOrg, permissions: ['price:read', 'part:read'], roles: ['BUYER'] });
});
afterAll(() => hub.close());

interface Spot {
  reason: string | null;
  label: string;
  part: { id: string };
  offer: { id: string; leadDays: number | null; supplier: { id: string; country: string } };
  place: { location: string; quantity: string; source: string; ageSeconds: number } | null;
  transit: { days: number; kind: string; method: string } | null;
}
const ask = async (more: object = {}, who = buyer): Promise<Spot[]> => {
  const { data, errors } = await hub.ask(query, { partId: part.partId, alternates: false, ...more }, who);
  expect(errors).toBeUndefined();
  return data.stockMap;
};
const told = (spots: Spot[]) =>
  spots
    .map(({ reason, label, place, transit }) =>
      [reason, place?.location ?? 'none', place?.quantity, label, transit && `${transit.days} ${transit.kind} ${transit.method}`]
        .filter(Boolean)
        .join(' '),
    )
    .sort();

describe('stockMap', () => {
  it('names every place that may be seen, with its age, and the lead time of who states none', async () => {
    const spots = await ask();
    expect(told(spots)).toEqual(['ANNEX 3 CACHED', 'MAIN 7 CACHED', 'none LEAD_TIME_ONLY']);
    const annex = spots.find(({ place }) => place?.location === 'ANNEX');
    expect(Math.round((annex?.place?.ageSeconds ?? 0) / 86_400)).toBe(2);
    expect([annex?.offer.supplier, annex?.part.id]).toEqual([{ id: near, country: 'US' }, part.partId]);
  });

  it('looks at approved alternates on wish, and says why they are there', async () => {
    expect(told(await ask({ alternates: true }))).toEqual([
      'ANNEX 3 CACHED',
      'MAIN 7 CACHED',
      'TWO_WAY MAIN 11 CACHED',
      'none LEAD_TIME_ONLY',
    ]);
    // A stranger's own engineering says nothing of it.
    const stranger = await hub.signedIn({ orgId: await plantOrganization(hub.db), permissions: ['price:read', 'part:read'] });
    expect(told(await ask({ alternates: true }, stranger))).toEqual(['ANNEX 3 CACHED', 'MAIN 7 CACHED', 'none LEAD_TIME_ONLY']);
  });

  it('tells how far it is by the quickest way that partners have named', async () => {
    expect(told(await ask({ siteId }))).toEqual([
      'ANNEX 3 CACHED 1 CALENDAR AIR',
      'MAIN 7 CACHED 6 CALENDAR AIR',
      'none LEAD_TIME_ONLY',
    ]);
    const elsewhere = await plantSite(hub.db, await plantOrganization(hub.db), 'DOCK');
    expect(told(await ask({ siteId: elsewhere }))).toEqual(['ANNEX 3 CACHED', 'MAIN 7 CACHED', 'none LEAD_TIME_ONLY']);
  });

  it('is shut to whoever may not see prices, and refuses what is no part', async () => {
    const viewer = await hub.signedIn({ orgId: buyerOrg, permissions: ['part:read'] });
    const shut = await hub.ask(query, { partId: part.partId, alternates: false }, viewer);
    expect(shut.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const none = await hub.ask(query, { partId: 'x', alternates: false }, buyer);
    expect(none.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
