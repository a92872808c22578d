import { randomUUID } from 'node:crypto';
import { approveLink, assertLink, savePartAliases } from '#libs/catalog';
import { describeArrival, receiveMessage, savePartnerProfile } from '#libs/exchange';
import { createApiKey, type Organization } from '#libs/organizations';
import { sendMail, systemActor, type UserActor } from '#libs/platform';
import { addToBasket, confirmOrder, createBasket, placeOrder } from '#libs/procurement';
import { correctStock, holdByName, manageLocation, recordAsking, releaseHolds, saveAsking, saveHoldPolicy } from '#libs/supply';
import { agreement } from '../../factories/agreement.factory.js';
import { bolt, bolts, catalogueOf, publishedUpload, stagedUpload, value } from '../../factories/catalogue.factory.js';
import { type PlantedOffer, plantOffer } from '../../factories/order.factory.js';
import { makeMember, makeOrganization, makePartnership, makeSite } from '../../factories/organization.factory.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import { auctions } from './trade-auctions.js';
import { papers } from './trade-papers.js';
import { tenders } from './trade-tenders.js';
import { dates, pricing, sights, urgency } from './trade-terms.js';

export const password = 'seventeen silent swans';

/** One organisation with the people who act for it. */
export interface Side {
  org: Organization;
  /** Every right of the organisation; `spare` too, for what ends a session. */
  admin: string;
  spare: string;
  /** A member from whom every role was taken. */
  rightless: string;
  actor: UserActor;
}

/** A buyer and a supplier with something in every room: private, shared, and offers for chosen buyers only. */
export interface Trade {
  buyer: Side;
  supplier: Side;
}

export async function openTrade(db: FreshDatabase, name: string): Promise<Trade> {
  const buyer = await side(db, `${name} buyer`, 'BUYER');
  const supplier = await side(db, `${name} supplier`, 'SUPPLIER');
  await makePartnership(db, buyer.org, supplier.org, {
    tolerance: { pricePercent: '2', currency: 'EUR', priceAbsolute: '5' },
    accountNumber: 'A-1',
  });
  const offer = await plantOffer(db, supplier.org.id, { currency: 'EUR' });
  await hiddenOffer(db, { buyer, supplier });
  await catalogues(db, supplier);
  await buying(db, { buyer, supplier }, offer);
  await papers(db, { buyer, supplier });
  await agreement(
    db,
    { supplier: supplier.actor, buyer: buyer.actor },
    { currency: 'EUR', items: [{ offerId: offer.id, basis: '100', breaks: [], price: '4' }] },
  );
  await alternates(db, { buyer, supplier }, offer);
  await holding(db, { buyer, supplier }, offer);
  for (const more of [pricing, dates, urgency, sights, tenders, auctions]) await more(db, { buyer, supplier }, offer);
  for (const party of [buyer, supplier]) await integration(db, party);
  return { buyer, supplier };
}

async function side(db: FreshDatabase, name: string, role: 'BUYER' | 'SUPPLIER'): Promise<Side> {
  const org = await makeOrganization(db, { roles: [role], name });
  const mail = (who: string): string => `${who}@${name.replaceAll(' ', '-').toLowerCase()}.test`;
  const actor = await makeMember(db, org, { email: mail('admin'), password });
  await makeMember(db, org, { email: mail('spare'), password });
  const rightless = await makeMember(db, org, { email: mail('rightless'), password });
  await db.admin(`update organizations.member set roles = '{}' where org_id = $1 and id = $2`, [org.id, rightless.memberId]);
  await makeMember(db, org, { permissions: ['order:read'] });
  await makeSite(db, org);
  const key = { name: 'Key of the warehouse', scopes: [...actor.permissions].slice(0, 1) };
  value(await db.unitOfWork.run(actor, (work) => createApiKey(work, key)));
  const letter = { to: mail('admin'), subject: 'Your order', text: 'It is on its way', html: '<p>It is on its way</p>' };
  await db.unitOfWork.run(actor, (work) => sendMail(work, letter));
  return { org, admin: mail('admin'), spare: mail('spare'), rightless: mail('rightless'), actor };
}

/** An offer that only the buyer of this trade may see. */
async function hiddenOffer(db: FreshDatabase, { buyer, supplier }: Trade): Promise<void> {
  const { id } = await plantOffer(db, supplier.org.id, { currency: 'EUR' });
  const audience = randomUUID();
  await db.admin('insert into supply.audience_member (org_id, audience, counterparty_id) values ($1, $2, $3)', [
    supplier.org.id,
    audience,
    buyer.org.id,
  ]);
  await db.admin(
    `insert into supply.price_break (org_id, offer_id, from_quantity, price, audience) values ($1, $2, 100, 4, $3)`,
    [supplier.org.id, id, audience],
  );
  await db.admin('update supply.offer set audience = $3, break_count = 1 where org_id = $1 and id = $2', [
    supplier.org.id,
    id,
    audience,
  ]);
}

/** Two versions of a catalogue, and a second load that waits with a problem. */
async function catalogues(db: FreshDatabase, { org, actor }: Side): Promise<void> {
  const catalogueId = await catalogueOf(db, actor, { currency: 'USD' });
  const own = (n: number): ReturnType<typeof bolt> =>
    bolt(n, { manufacturerPart: `${org.id.slice(0, 8)}-${n}`, supplierPart: `${org.id.slice(0, 4)}-${n}` });
  await publishedUpload(db, actor, { catalogueId, rows: bolts(2).map((_, n) => own(n)) });
  await publishedUpload(db, actor, { catalogueId, rows: [own(0), { ...own(1), listPrice: '99.50' }] });
  await stagedUpload(db, actor, {
    catalogueId,
    rows: [own(0), { ...own(1), listPrice: '88.50' }, { ...own(2), listPrice: '-1' }],
  });
}

/** A basket, and an order that the supplier answered with a proposal. */
async function buying(db: FreshDatabase, { buyer, supplier }: Trade, offer: PlantedOffer): Promise<void> {
  const { unitOfWork } = db;
  const basket = value(await unitOfWork.run(buyer.actor, (work) => createBasket(work, { name: 'Line maintenance' })));
  const wanted = { basketId: basket.id, lines: [{ offerId: offer.id, quantity: '100', note: 'For the night shift' }] };
  value(await unitOfWork.run(buyer.actor, (work) => addToBasket(work, wanted)));
  value(await unitOfWork.run(buyer.actor, (work) => savePartAliases(work, [{ number: 'OWN-1', partId: offer.partId }])));
  const [site] = await db.admin<{ id: string }>('select id from organizations.site where org_id = $1', [buyer.org.id]);
  const order = {
    idempotencyKey: randomUUID(),
    shipTo: { siteId: site!.id },
    costReference: 'Cost centre 7',
    internalNote: 'Boss does not know',
    note: 'Deliver to gate 4',
    lines: [{ offerId: offer.id, quantity: '100', priceSeen: offer.priceSeen, buyerPart: 'OWN-1', note: 'Wrapped' }],
  };
  const [placed] = value(await unitOfWork.run(buyer.actor, (work) => placeOrder(work, order)));
  const schedules = [
    { status: 'ACCEPTED' as const, quantity: '60', shipOn: '2031-01-10' },
    { status: 'CHANGED' as const, quantity: '40', price: { amount: '9', basis: '100' }, reason: 'Steel' },
  ];
  const answer = { orderId: placed!.id, supplierNumber: 'SO-1', lines: [{ lineNumber: '10', schedules }] };
  value(await unitOfWork.run(supplier.actor, (work) => confirmOrder(work, answer)));
}

/** A set that the buyer's engineering asserts for itself, and a claim of the supplier that it has approved. */
async function alternates(db: FreshDatabase, { buyer, supplier }: Trade, { partId }: PlantedOffer): Promise<void> {
  const others = await db.admin<{ id: string }>('select id from catalog.part where id <> $1 order by id limit 2', [partId]);
  const [first] = others;
  const set = {
    fromPartId: partId,
    code: '4',
    setNumber: 'KIT-1',
    members: others.map(({ id }) => ({ partId: id, quantity: '2' })),
  };
  value(await db.unitOfWork.run(buyer.actor, (work) => assertLink(work, { ...set, authority: 'EO 7', remark: 'Own shop' })));
  const claim = { fromPartId: partId, toPartId: first!.id, code: '1' };
  const made = value(await db.unitOfWork.run(supplier.actor, (work) => assertLink(work, claim)));
  const key = { linkOrg: made.orgId, linkId: made.id, fleet: 'NEO', note: 'After the audit' };
  value(await db.unitOfWork.run(buyer.actor, (work) => approveLink(work, key)));
}

/** Stock that is held by name and given back, a place that is managed here and was corrected, and an ERP that was asked. */
async function holding(db: FreshDatabase, { buyer, supplier }: Trade, offer: PlantedOffer): Promise<void> {
  const { unitOfWork } = db;
  const terms = { basketMinutes: 20, quoteHours: 2, approvalHours: 2, namedMinutes: 15, expectedVersion: 0 };
  value(await unitOfWork.run(supplier.actor, (work) => saveHoldPolicy(work, terms)));
  const wish = { label: 'N773BX', lines: [{ offerId: offer.id, quantity: '1' }], idempotencyKey: randomUUID() };
  const [held] = value(await unitOfWork.run(buyer.actor, (work) => holdByName(work, wish)));
  value(await unitOfWork.run(supplier.actor, (work) => releaseHolds(work, { holdIds: [held!.holdId], reason: 'Quarantine' })));
  value(await unitOfWork.run(supplier.actor, (work) => manageLocation(work, { location: 'MAIN', managed: true })));
  const line = { offerId: offer.id, location: 'MAIN', delta: '5', reason: 'OTHER' as const, note: 'Found behind the door' };
  value(await unitOfWork.run(supplier.actor, (work) => correctStock(work, { lines: [line], idempotencyKey: randomUUID() })));
  const asking = { url: 'https://erp.example.test/stock', header: 'X-Key', sealedSecret: 'sealed' };
  const profile = value(await unitOfWork.run(supplier.actor, (work) => saveAsking(work, asking)));
  const problems = [{ at: 'lines[0].quantity', code: 'QUANTITY_INVALID' as const }];
  const call = {
    profileId: profile.id,
    cause: 'REQUEST' as const,
    outcome: 'GARBAGE' as const,
    status: 200,
    ms: 5,
    lines: 1,
    problems,
  };
  value(await unitOfWork.run(supplier.actor, (work) => recordAsking(work, { call, location: '*', offers: [], figures: [] })));
}

/** A connection and a message that came through it. */
async function integration(db: FreshDatabase, { org, actor }: Side): Promise<void> {
  const system = systemActor(org.id);
  const role = org.roles.includes('BUYER') ? ('BUYER' as const) : ('SUPPLIER' as const);
  const profile = {
    role,
    name: 'ERP',
    format: 'UBL' as const,
    transport: 'HTTP' as const,
    endpoint: 'https://erp.example.test/in',
    sealedSecret: 'sealed',
    testMode: true,
  };
  value(await db.unitOfWork.run(actor, (work) => savePartnerProfile(work, profile)));
  const bytes = Buffer.from('<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"><broken/></Order>');
  const { arrival } = describeArrival(bytes, { transport: 'HTTP', mediaType: 'application/xml', messageId: `m-${org.id}` });
  value(await receiveMessage(db.unitOfWork, system, arrival));
}
