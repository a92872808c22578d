import { randomBytes } from 'node:crypto';
import { SecretBox, type UserActor } from '#libs/platform';
import {
  arrangeKeys,
  contentKeyOf,
  type Holder,
  handShare,
  joinShares,
  type KeyPair,
  makeKeyPair,
  type OfficersHalf,
  partFor,
  readEnvelope,
  type SealedBid,
  sealBid,
} from '#libs/sealing';
import {
  arrangeSealing,
  type BidContentInput,
  type BidEnvelope,
  type BidReceipt,
  bidContent,
  finishRehearsal,
  handInShare,
  inviteSuppliers,
  linesOf,
  openingSession,
  openSession,
  publishTender,
  registerOfficerKey,
  releasedEnvelopes,
  releaseHalf,
  sealingOf,
  submitSealedBid,
  type Tender,
  type TenderInput,
} from '#libs/tendering';
import type { FreshDatabase } from '../support/fresh-database.js';
import { memberOf, success } from './order.factory.js';
import { asSeenBy, bidOf, drafted, linesSeenBy, passed, type TenderWorld, tenderRights } from './tender.factory.js';

/** A box of secrets of this test alone. */
export const sealsOf = (): SecretBox => new SecretBox([randomBytes(32)]);

/** Somebody with a key for shares. */
export interface Officer {
  actor: UserActor;
  keyId: string;
  pair: KeyPair;
}

/** Three officers, a deputy of the first, and a recovery key: each with a registered key of his own. */
export interface Committee {
  officers: [Officer, Officer, Officer];
  deputy: Officer;
  recovery: Officer;
  seals: SecretBox;
}

export const officerOf = (world: TenderWorld): UserActor => memberOf(world.buyer.orgId, [...tenderRights, 'tender:open']);

export async function officer(db: FreshDatabase, actor: UserActor, recovery = false): Promise<Officer> {
  const pair = await makeKeyPair();
  const key = { name: recovery ? 'Notary' : 'Officer', publicKey: pair.publicKey, recovery };
  const { id } = success(await db.unitOfWork.run(actor, (work) => registerOfficerKey(work, key)));
  return { actor, keyId: id, pair };
}

export async function committeeOf(db: FreshDatabase, world: TenderWorld): Promise<Committee> {
  const some = async (recovery = false) => officer(db, officerOf(world), recovery);
  return {
    officers: [await some(), await some(), await some()],
    deputy: await some(),
    recovery: await some(true),
    seals: sealsOf(),
  };
}

export const holdersOf = ({ officers, deputy, recovery }: Committee): Holder[] => [
  ...officers.map(({ keyId, pair }, i) => ({ keyId, publicKey: pair.publicKey, role: 'OFFICER' as const, position: i + 1 })),
  { keyId: deputy.keyId, publicKey: deputy.pair.publicKey, role: 'DEPUTY', position: 1 },
  { keyId: recovery.keyId, publicKey: recovery.pair.publicKey, role: 'RECOVERY', position: 4 },
];

/** Arranges a sealed draft for 2 of 3 officers. */
export async function arranged(
  db: FreshDatabase,
  tender: Tender,
  { committee, envelopes = ['WHOLE'] }: { committee: Committee; envelopes?: BidEnvelope[] },
): Promise<Tender> {
  const { actor } = committee.officers[0];
  const made = await arrangeKeys({ tender: tender.id, buyer: tender.orgId, threshold: 2, holders: holdersOf(committee) });
  const input = { ...made, tenderId: tender.id, expectedVersion: tender.edits, envelopes };
  return success(await db.unitOfWork.run(actor, (work) => arrangeSealing(work, input)));
}

/** One holder hands in his share for a session. */
export async function hands(db: FreshDatabase, who: Officer, sessionId: string): Promise<void> {
  const session = await db.unitOfWork.read(who.actor, (work) => openingSession(work, sessionId));
  const sealing = await db.unitOfWork.read(who.actor, (work) => sealingOf(work, session.tenderId));
  const share = sealing?.holders.find(({ keyId }) => keyId === who.keyId);
  if (!share) throw new Error('this officer holds no share');
  const sealed = await handShare(who.pair, share, { id: session.id, tender: session.tenderId, publicKey: session.publicKey });
  success(await db.unitOfWork.run(who.actor, (work) => handInShare(work, { sessionId, keyId: who.keyId, sealed })));
}

/** A session and its key, opened by an officer. */
export async function sessionOf(
  db: FreshDatabase,
  who: Officer,
  { tenderId, kind }: { tenderId: string; kind: 'REHEARSAL' | 'OPENING' },
): Promise<{ id: string; pair: KeyPair }> {
  const pair = await makeKeyPair();
  const tried = success(
    await db.unitOfWork.run(who.actor, (work) => openSession(work, { tenderId, kind, publicKey: pair.publicKey })),
  );
  if ('refused' in tried) throw new Error(tried.refused.code);
  return { id: tried.done.id, pair };
}

/** What the client of the session's opener puts together. */
export async function joined(
  db: FreshDatabase,
  who: Officer,
  session: { id: string; pair: KeyPair },
): Promise<OfficersHalf | undefined> {
  const { tenderId, shares } = await db.unitOfWork.read(who.actor, (work) => openingSession(work, session.id));
  const sealing = await db.unitOfWork.read(who.actor, (work) => sealingOf(work, tenderId));
  if (!sealing) throw new Error('the tender is not sealed');
  return joinShares(session, sealing, shares);
}

/** Every holder hands in his share, and the first officer opens the rehearsal's envelope. */
export async function rehearsed(db: FreshDatabase, tender: Tender, committee: Committee): Promise<Tender> {
  const { officers, deputy, recovery } = committee;
  const session = await sessionOf(db, officers[0], { tenderId: tender.id, kind: 'REHEARSAL' });
  for (const who of [...officers, deputy, recovery]) await hands(db, who, session.id);
  const contentKey = await rehearsalKey(db, officers[0], session);
  return success(
    await db.unitOfWork.run(officers[0].actor, (work) => finishRehearsal(work, { sessionId: session.id, contentKey })),
  );
}

export async function rehearsalKey(db: FreshDatabase, who: Officer, session: { id: string; pair: KeyPair }): Promise<string> {
  const half = await joined(db, who, session);
  const { tenderId } = await db.unitOfWork.read(who.actor, (work) => openingSession(work, session.id));
  const sealing = await db.unitOfWork.read(who.actor, (work) => sealingOf(work, tenderId));
  const envelope = readEnvelope(sealing?.rehearsal ?? '');
  if (!half) throw new Error('there are not enough shares');
  return contentKeyOf(envelope, [await partFor(half.pair, envelope.epk)]);
}

/** A published sealed tender to which both suppliers are invited. */
export async function publishedSealed(
  db: FreshDatabase,
  world: TenderWorld,
  given: { committee: Committee; envelopes?: BidEnvelope[]; terms?: Partial<TenderInput>; invited?: readonly UserActor[] },
): Promise<Tender> {
  const draft = await drafted(db, world, { confidentiality: 'SEALED', ...given.terms });
  const invited = given.invited ?? [world.first, world.second];
  const suppliers = { tenderId: draft.id, supplierIds: invited.map(({ orgId }) => orgId) };
  if (invited.length > 0) success(await db.unitOfWork.run(world.buyer, (work) => inviteSuppliers(work, suppliers)));
  const ready = await rehearsed(db, await arranged(db, draft, given), given.committee);
  const step = { tenderId: draft.id, expectedVersion: ready.edits };
  return success(await db.unitOfWork.run(world.buyer, (work) => publishTender(work, step, given.committee.seals)));
}

/** Seals a bid as its bidder's client does. */
export async function sealedFor(
  db: FreshDatabase,
  actor: UserActor,
  given: { tender: Tender; bid: BidContentInput; lot?: number },
): Promise<SealedBid> {
  const tender = await asSeenBy(db, actor, given.tender.id);
  const lot = tender.lots[given.lot ?? 0]!;
  const sealing = await db.unitOfWork.read(actor, (work) => sealingOf(work, tender.id));
  const half = sealing?.halves.find(({ lotId, round }) => lotId === lot.id && round === lot.round);
  if (!sealing || !half) throw new Error('the tender is not sealed');
  const lines = await db.unitOfWork.read(actor, (work) => linesOf(work, tender));
  return sealBid(bidContent.parse(given.bid), {
    tender: tender.id,
    version: tender.version,
    lot: lot.id,
    round: lot.round,
    bidder: actor.orgId,
    envelopes: sealing.envelopes,
    criteria: tender.criteria,
    lines: lines.length,
    keys: [half.publicKey, sealing.officersKey],
  });
}

/** Submits prices, sealed; gives the receipt and what the bidder keeps. */
export async function bidsSealed(
  db: FreshDatabase,
  actor: UserActor,
  given: { tender: Tender; prices: readonly string[]; bid?: Partial<BidContentInput>; lot?: number; expectedVersion?: number },
): Promise<{ receipt: BidReceipt; sealed: SealedBid }> {
  const tender = await asSeenBy(db, actor, given.tender.id);
  const lot = tender.lots[given.lot ?? 0]!;
  const lines = (await linesSeenBy(db, actor, tender)).filter(({ lotId }) => lotId === lot.id);
  const sealed = await sealedFor(db, actor, { ...given, bid: bidOf(lines, given.prices, given.bid) });
  const input = {
    tenderId: tender.id,
    lotId: lot.id,
    expectedVersion: given.expectedVersion ?? 0,
    tenderVersion: tender.version,
    envelopes: sealed.envelopes as { envelope: BidEnvelope; sealed: string }[],
  };
  return { sealed, receipt: success(await db.unitOfWork.run(actor, (work) => submitSealedBid(work, input))) };
}

/** The hub gives its part for one kind of envelopes of the first lot. Throws with the code of a refusal. */
export async function releases(
  db: FreshDatabase,
  tender: Tender,
  { committee, envelope = 'WHOLE' }: { committee: Committee; envelope?: BidEnvelope },
): Promise<number> {
  const input = { tenderId: tender.id, lotId: tender.lots[0]!.id, envelope };
  const tried = success(
    await db.unitOfWork.run(committee.officers[1].actor, (work) => releaseHalf(work, input, { seals: committee.seals })),
  );
  if ('refused' in tried) throw new Error(tried.refused.code);
  return tried.done.envelopes;
}

/** The content keys of released envelopes, unwrapped by the second officer with the shares of two. */
export async function unwrapped(
  db: FreshDatabase,
  tender: Tender,
  { committee, envelope = 'WHOLE' }: { committee: Committee; envelope?: BidEnvelope },
): Promise<{ bidId: string; supplierId: string; contentKey: string }[]> {
  const [, second, third] = committee.officers;
  const session = await sessionOf(db, second, { tenderId: tender.id, kind: 'OPENING' });
  for (const who of [second, third]) await hands(db, who, session.id);
  const half = await joined(db, second, session);
  if (!half) throw new Error('there are not enough shares');
  const lotId = tender.lots[0]!.id;
  const released = await db.unitOfWork.read(second.actor, (work) => releasedEnvelopes(work, { lotId, envelope }));
  return Promise.all(
    released.map(async ({ bidId, supplierId, sealed, part }) => {
      const outside = readEnvelope(sealed);
      return { bidId, supplierId, contentKey: await contentKeyOf(outside, [part, await partFor(half.pair, outside.epk)]) };
    }),
  );
}

/** Lets the deadline pass as if it had been so from the beginning: the hub's halves are armed for it, which only who has the hub's keys can do. */
export async function passedSealed(db: FreshDatabase, tender: Tender, { seals }: Committee): Promise<void> {
  await passed(db, tender);
  const found = await db.admin<{ org_id: string; lot_id: string; round: number; sealed: string; closes_at: string }>(
    `select s.org_id, s.lot_id, s.round, s.sealed, to_char(r.closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as closes_at from tendering.hub_secret s
     join tendering.lot_round r on r.org_id = s.org_id and r.lot_id = s.lot_id and r.round = s.round where r.tender_id = $1 and s.sealed is not null`,
    [tender.id],
  );
  for (const { org_id, lot_id, round, sealed, closes_at } of found) {
    const purpose = `tendering.hub_secret:${org_id}:${lot_id}:${round}`;
    const half = { ...JSON.parse(seals.open(sealed, purpose)), notBefore: closes_at };
    await db.admin(
      'update tendering.hub_secret set sealed = $4, armed_for = $5 where org_id = $1 and lot_id = $2 and round = $3',
      [...[org_id, lot_id, round], seals.seal(JSON.stringify(half), purpose), closes_at],
    );
  }
}
