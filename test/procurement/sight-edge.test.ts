import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { organizationsRoom } from '#libs/organizations';
import { systemActor } from '#libs/platform';
import { procurementRoom } from '#libs/procurement';
import { requestPublication, supplyRoom } from '#libs/supply';
import { agreement, partners } from '../factories/agreement.factory.js';
import { bolt, bolts, organization, publishedCatalogue, stagedUpload } from '../factories/catalogue.factory.js';
import { stocked } from '../factories/stock.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';
import { until } from '../support/until.js';

const rooms = [
  { ...organizationsRoom, module: class {}, jobs: [], clocks: [], routes: {} },
  catalogRoom,
  supplyRoom,
  procurementRoom,
];
let hub: TestHub;
let seller: SignedIn;
let buyer: SignedIn;
let viewer: SignedIn;
let catalogueId: string;

beforeAll(async () => {
  hub = await startTestHub({ rooms, env: { ENTREPOT_WORKER: 'inline' } });
  const supplier = await organization(hub.db, { name: 'Seller' });
  const own = await organization(hub.db, { name: 'Buyer', roles: ['BUYER'] });
  await partners(hub.db, own, supplier);
  seller = await hub.signedIn({
    orgId: supplier.orgId,
    permissions: ['catalogue:read', 'catalogue:upload', 'catalogue:publish', 'agreement:manage', 'price:read', 'part:read'],
    roles: ['SUPPLIER'],
  });
  buyer = await hub.signedIn({ orgId: own.orgId, permissions: ['price:read', 'part:read'], roles: ['BUYER'] });
  viewer = await hub.signedIn({ orgId: own.orgId, permissions: ['part:read'], roles: ['BUYER'] });
  ({ catalogueId } = await publishedCatalogue(hub.db, { actor: systemActor(supplier.orgId), rows: bolts(3) }));
});
afterAll(() => hub.close());

const errors = 'errors { __typename ... on UserError { code message path } }';
const send = async (name: string, input: object, wanted = '', as = seller) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const answer = await hub.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${wanted} ${errors} } }`, { input }, as);
  return answer.errors ?? answer.data[name];
};

describe('who sees what over GraphQL', () => {
  it('is grouped, shown, looked at and opened by an agreement', async () => {
    const { group } = await send('createBuyerGroup', { name: 'Airlines' }, 'group { id version }');
    expect((await send('createBuyerGroup', { name: 'Airlines' })).errors).toEqual([
      {
        __typename: 'GroupNameTaken',
        code: 'GROUP_NAME_TAKEN',
        message: 'You already have a group named "Airlines".',
        path: ['name'],
      },
    ]);
    expect(
      (await send('changeBuyerGroup', { groupId: group.id, expectedVersion: 1, name: 'Carriers' }, 'group { name }')).group,
    ).toEqual({
      name: 'Carriers',
    });
    const shown = await send(
      'showCatalogue',
      {
        catalogueId,
        expectedRevision: 1,
        shownTo: { to: 'GROUP', groupId: group.id },
        categories: [{ category: 'Nuts', shownTo: { to: 'NOBODY' } }],
      },
      'catalogue { revision shownTo { to groupId } shownCategories { category shown { to groupId } } }',
    );
    expect(shown.catalogue).toEqual({
      revision: 2,
      shownTo: { to: 'GROUP', groupId: group.id },
      shownCategories: [{ category: 'Nuts', shown: { to: 'NOBODY', groupId: null } }],
    });
    const half = await send('showCatalogue', { catalogueId, expectedRevision: 2, shownTo: { to: 'GROUP' } });
    expect(half[0].extensions.code).toBe('BAD_USER_INPUT');
    expect((await send('endBuyerGroup', { groupId: group.id })).errors).toMatchObject([{ __typename: 'GroupInUse' }]);
    const sight = async () =>
      (
        await hub.ask(
          'query ($b: ID!, $f: SightFilter!) { sightOfBuyer(buyerId: $b) { name active seen } offersInSight(filter: $f) { nodes { supplierPart seen shown { to } } } buyerGroups { name members { until agreementId buyer { name } } } }',
          { b: buyer.actor.orgId, f: { buyerId: buyer.actor.orgId, seen: true } },
          seller,
        )
      ).data;
    expect((await sight()).sightOfBuyer[0]).toMatchObject({ active: 3, seen: 0 });
    const signed = await agreement(
      hub.db,
      { supplier: systemActor(seller.actor.orgId), buyer: systemActor(buyer.actor.orgId) },
      { categories: [{ category: 'Bolts', discountPercent: '1' }] },
    );
    const opened = await send('openGroups', { agreementId: signed.id, groupIds: [group.id] }, 'agreement { groups { name } }');
    expect(opened.agreement).toEqual({ groups: [{ name: 'Carriers' }] });
    const seen = await sight();
    expect(seen.offersInSight.nodes).toHaveLength(3);
    expect(seen.buyerGroups).toEqual([
      { name: 'Carriers', members: [{ until: signed.validTo, agreementId: signed.id, buyer: { name: 'Buyer' } }] },
    ]);
    const theirs = await hub.ask('query ($id: ID!) { agreement(id: $id) { groups { name } } }', { id: signed.id }, buyer);
    expect(theirs.data.agreement.groups).toEqual([]);
    const members = { groupId: group.id, add: [randomUUID()], remove: [] };
    expect((await send('setGroupMembers', members)).errors).toMatchObject([{ code: 'GROUP_BUYER_UNKNOWN', path: ['add', '0'] }]);
    for (const query of ['{ buyerGroups { id } }', `{ sightOfBuyer(buyerId: "${buyer.actor.orgId}") { seen } }`])
      expect((await hub.ask(query, {}, buyer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('market price over GraphQL', () => {
  it('stands at the part for whoever may read prices', async () => {
    for (const listPrice of ['10', '20', '30']) await publishedCatalogue(hub.db, { rows: [bolt(50, { basis: '1', listPrice })] });
    const [part] = await hub.db.admin<{ id: string }>(`select id from catalog.part where number = 'BACB30-50'`);
    const ask = (as: SignedIn) =>
      hub.ask(
        'query ($id: ID!) { part(id: $id) { marketPrices { condition sellersMin median { amount currency basis unit } low { amount } high { amount } rate { rate } } } }',
        { id: part?.id },
        as,
      );
    expect((await ask(buyer)).data.part.marketPrices).toEqual([
      {
        condition: null,
        sellersMin: 3,
        median: { amount: '20', currency: 'USD', basis: '1', unit: 'EA' },
        low: { amount: '10' },
        high: { amount: '30' },
        rate: null,
      },
    ]);
    expect((await ask(viewer)).data.part.marketPrices).toEqual([]);
  });
});

describe('watches over GraphQL', () => {
  it('hear of a publication and of stock by themselves, and are read', async () => {
    const rival = await publishedCatalogue(hub.db, { rows: [bolt(60)] });
    const [offer] = await hub.db.admin<{ id: string; part: string }>(
      'select id, part_id as part from supply.offer where org_id = $1',
      [rival.actor.orgId],
    );
    const saved = await send(
      'saveWatch',
      { name: 'Mine', partId: offer?.part, delivery: 'AT_ONCE' },
      'watch { id version part { number } }',
      buyer,
    );
    expect(saved).toMatchObject({ watch: { version: 1, part: { number: 'BACB30-60' } }, errors: [] });
    expect((await send('saveWatch', { name: 'Wide', query: '---' }, '', buyer)).errors).toMatchObject([
      { code: 'WATCH_SEARCH_TOO_WIDE' },
    ]);
    const notices = async () =>
      (
        await hub.ask(
          '{ watches { name } watchNotices(first: 10) { nodes { id kind newOffers available price { amount currency unit } priceBefore readAt part { number } } } }',
          {},
          buyer,
        )
      ).data.watchNotices.nodes as { id: string; kind: string }[];
    const upload = await stagedUpload(hub.db, rival.actor, {
      catalogueId: rival.catalogueId,
      rows: [bolt(60, { listPrice: '1.00' })],
      loadMode: 'DELTA',
    });
    await hub.db.unitOfWork.run(rival.actor, (work) =>
      requestPublication(work, { uploadId: upload.id, expectedVersion: upload.version }),
    );
    await until(async () => (await notices()).length === 1);
    expect((await notices())[0]).toMatchObject({
      kind: 'PRICE',
      price: { amount: '0.01', currency: 'USD', unit: 'EA' },
      readAt: null,
    });
    await stocked(hub.db, rival.actor, { offerId: offer?.id ?? '', quantity: '5' });
    await until(async () => (await notices()).length === 2);
    expect((await notices())[0]).toMatchObject({ kind: 'STOCK', available: '5' });
    const ids = (await notices()).map(({ id }) => id);
    const read = await hub.ask('mutation ($ids: [ID!]!) { readWatchNotices(noticeIds: $ids) }', { ids }, buyer);
    expect(read.data.readWatchNotices).toBe(2);
    const gone = await hub.ask('mutation ($id: ID!) { removeWatch(watchId: $id) }', { id: saved.watch.id }, buyer);
    expect(gone.data.removeWatch).toBe(saved.watch.id);
    const stop = await hub.ask('mutation { stopWatchMail(token: "nonsense") }', {});
    expect(stop.data.stopWatchMail).toBe(false);
    expect((await hub.ask('{ watches { id } }', {}, viewer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
