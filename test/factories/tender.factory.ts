import { randomUUID } from 'node:crypto';
import type { UserActor } from '#libs/platform';
import {
  type Bid,
  type BidContentInput,
  type BidReceipt,
  bidsOfTenders,
  closeRound,
  declareInterests,
  draftTender,
  givePoints,
  inviteSuppliers,
  linesOf,
  publishTender,
  submitBid,
  type Tender,
  type TenderInput,
  type TenderLine,
  tenderById,
} from '#libs/tendering';
import type { FreshDatabase } from '../support/fresh-database.js';
import { memberOf, partners, plantOrganization, plantSite, success } from './order.factory.js';

export const tenderRights = [
  'tender:read',
  'tender:manage',
  'tender:award',
  'order:read',
  'order:place',
  'order:cancel',
  'basket:edit',
];
export const bidRights = ['tender:read', 'bid:submit'];

/** A buyer with two suppliers who are his partners, a third one who is not, and somebody of the buyer without rights. */
export interface TenderWorld {
  buyer: UserActor;
  viewer: UserActor;
  first: UserActor;
  second: UserActor;
  stranger: UserActor;
  siteId: string;
}

export async function tenderWorld(db: FreshDatabase): Promise<TenderWorld> {
  const ids = [
    await plantOrganization(db),
    await plantOrganization(db),
    await plantOrganization(db),
    await plantOrganization(db),
  ];
  const [buyer, first, second, stranger] = ids as [string, string, string, string];
  await partners(db, buyer, first);
  await partners(db, buyer, second);
  return {
    buyer: memberOf(buyer, tenderRights),
    viewer: memberOf(buyer, []),
    first: memberOf(first, bidRights),
    second: memberOf(second, bidRights),
    stranger: memberOf(stranger, [...tenderRights, ...bidRights]),
    siteId: await plantSite(db, buyer, 'HAM'),
  };
}

export const inHours = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);

/** A quick request for 100 bolts and 10 seals, closing in two days. */
export const usualTender = (override: Partial<TenderInput> = {}): TenderInput => ({
  title: 'Fasteners',
  currency: 'USD',
  closesAt: inHours(48),
  lines: [
    { description: 'Bolt', quantity: '100', unit: 'EA', target: '0.90' },
    { description: 'Seal', quantity: '10', unit: 'EA' },
  ],
  ...override,
});

export async function drafted(db: FreshDatabase, world: TenderWorld, override: Partial<TenderInput> = {}): Promise<Tender> {
  return success(await db.unitOfWork.run(world.buyer, (work) => draftTender(work, { tender: usualTender(override) })));
}

/** A published tender to which both suppliers are invited. */
export async function published(
  db: FreshDatabase,
  world: TenderWorld,
  override: Partial<TenderInput> = {},
  invited: readonly UserActor[] = [world.first, world.second],
): Promise<Tender> {
  const draft = await drafted(db, world, override);
  const suppliers = { tenderId: draft.id, supplierIds: invited.map(({ orgId }) => orgId) };
  if (invited.length > 0) success(await db.unitOfWork.run(world.buyer, (work) => inviteSuppliers(work, suppliers)));
  const step = { tenderId: draft.id, expectedVersion: draft.edits };
  return success(await db.unitOfWork.run(world.buyer, (work) => publishTender(work, step)));
}

export const asSeenBy = (db: FreshDatabase, actor: UserActor, id: string): Promise<Tender> =>
  db.unitOfWork.read(actor, (work) => tenderById(work, id));
export const linesSeenBy = (db: FreshDatabase, actor: UserActor, tender: Tender): Promise<TenderLine[]> =>
  db.unitOfWork.read(actor, (work) => linesOf(work, tender));
export const bidsSeenBy = async (db: FreshDatabase, actor: UserActor, tender: Tender): Promise<Bid[]> =>
  (await db.unitOfWork.read(actor, (work) => bidsOfTenders(work, [tender.id])))[0] ?? [];

/** A bid on all lines of the first lot at these prices by position. */
export function bidOf(
  lines: readonly TenderLine[],
  prices: readonly string[],
  override: Partial<BidContentInput> = {},
): BidContentInput {
  return {
    currency: 'USD',
    deliveryTerm: 'DAP',
    paymentDays: 30,
    lines: lines.flatMap((line, i) => (prices[i] ? [{ lineId: line.id, price: { amount: prices[i], unit: line.unit } }] : [])),
    ...override,
  };
}

/** Submits prices for the lines of a lot; gives the receipt. */
export async function bids(
  db: FreshDatabase,
  actor: UserActor,
  tender: Tender,
  prices: readonly string[],
  more: { bid?: Partial<BidContentInput>; lot?: number; expectedVersion?: number } = {},
): Promise<BidReceipt> {
  const now = await asSeenBy(db, actor, tender.id);
  const lot = now.lots[more.lot ?? 0];
  if (!lot) throw new Error('the tender has no such lot');
  const lines = (await linesSeenBy(db, actor, now)).filter(({ lotId, droppedIn }) => lotId === lot.id && droppedIn === null);
  const step = { tenderId: now.id, lotId: lot.id, expectedVersion: more.expectedVersion ?? 0, tenderVersion: now.version };
  return success(await db.unitOfWork.run(actor, (work) => submitBid(work, { ...step, bid: bidOf(lines, prices, more.bid) })));
}

/** Lets the deadline of every lot pass: all dates are set back so far that they fit, and the rounds are closed as the clock does it. */
export async function closed(db: FreshDatabase, world: TenderWorld, tender: Tender): Promise<Tender> {
  await passed(db, tender);
  const before = await asSeenBy(db, world.buyer, tender.id);
  for (const lot of before.lots)
    await db.unitOfWork.run(world.buyer, (work) => closeRound(work, { tenderId: tender.id, lotId: lot.id }));
  return asSeenBy(db, world.buyer, tender.id);
}

/** The deadline was a second ago; everything else happened an hour before. */
export async function passed(db: FreshDatabase, tender: Tender): Promise<void> {
  await db.admin(`update tendering.tender set closes_at = clock_timestamp() - interval '1 second' where id = $1`, [tender.id]);
  await db.admin(
    `update tendering.lot_round set opens_at = clock_timestamp() - interval '1 hour', closes_at = clock_timestamp() - interval '1 second' where tender_id = $1 and closed_at is null`,
    [tender.id],
  );
}

/** Points of a member of the buyer, who declares no conflict first. */
export async function givesPoints(
  db: FreshDatabase,
  member: UserActor,
  tender: Tender,
  scores: readonly (readonly [bidId: string, criterionId: string, score: string])[],
): Promise<void> {
  const [lot] = tender.lots;
  success(await db.unitOfWork.run(member, (work) => declareInterests(work, { tenderId: tender.id, hasConflict: false })));
  const given = scores.map(([bidId, criterionId, score]) => ({ bidId, criterionId, score }));
  success(
    await db.unitOfWork.run(member, (work) => givePoints(work, { tenderId: tender.id, lotId: lot?.id ?? '', scores: given })),
  );
}

export const onceKey = (): string => randomUUID();
