import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiKeyActor, BadInput, Forbidden, NotFound, type UserActor } from '#libs/platform';
import { type Arrangement, arrangeKeys, type Holder, handShare, makeKeyPair } from '#libs/sealing';
import {
  arrangeSealing,
  finishRehearsal,
  handInShare,
  officerKeys,
  openingSession,
  openSession,
  publishTender,
  registerOfficerKey,
  revokeOfficerKey,
  sealingOf,
  type Tender,
} from '#libs/tendering';
import { codes, memberOf, success } from '../factories/order.factory.js';
import {
  arranged,
  type Committee,
  committeeOf,
  hands,
  holdersOf,
  joined,
  officer,
  officerOf,
  passedSealed,
  publishedSealed,
  rehearsalKey,
  rehearsed,
  sessionOf,
} from '../factories/sealing.factory.js';
import { asSeenBy, drafted, published, type TenderWorld, tenderWorld } from '../factories/tender.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TenderWorld;
let committee: Committee;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tenderWorld(db);
  committee = await committeeOf(db, world);
});
afterAll(() => db.close());

const draftSealed = () => drafted(db, world, { confidentiality: 'SEALED' });
const made = (tender: Tender, holders = holdersOf(committee)): Promise<Arrangement> =>
  arrangeKeys({ tender: tender.id, buyer: tender.orgId, threshold: 2, holders });
const arrange = (tender: Tender, arrangement: Partial<Arrangement>, actor = officerOf(world), more: object = {}) =>
  db.unitOfWork.run(actor, (work) =>
    arrangeSealing(work, {
      ...(arrangement as Arrangement),
      tenderId: tender.id,
      expectedVersion: tender.edits,
      envelopes: ['WHOLE'],
      ...more,
    }),
  );
const kinds = async (tender: Tender): Promise<string[]> =>
  (
    await db.admin<{ kind: string }>('select kind from tendering.tender_event where tender_id = $1 order by seq', [tender.id])
  ).map(({ kind }) => kind);
const publish = (tender: Tender) =>
  db.unitOfWork.run(world.buyer, (work) =>
    publishTender(work, { tenderId: tender.id, expectedVersion: tender.edits }, committee.seals),
  );

describe('registerOfficerKey', () => {
  it('keeps a public key of its member once, for two at once too', async () => {
    const { publicKey } = await makeKeyPair();
    const register = (actor: UserActor, key = publicKey, recovery = false) =>
      db.unitOfWork.run(actor, (work) => registerOfficerKey(work, { name: 'Ann', publicKey: key, recovery }));
    const actor = officerOf(world);
    const both = await Promise.all([register(actor), register(actor)]);
    expect(both.flatMap((result) => codes(result))).toEqual(['OfficerKeyTaken']);
    const keys = await db.unitOfWork.read(actor, officerKeys);
    expect(keys.filter((key) => key.publicKey === publicKey)).toMatchObject([
      { memberId: actor.memberId, name: 'Ann', revokedAt: null },
    ]);
    expect(await db.unitOfWork.read(world.first, officerKeys)).toEqual([]);
    expect(codes(await register(actor, 'A'.repeat(87)))).toEqual(['OfficerKeyUnsound']);
    const fresh = (await makeKeyPair()).publicKey;
    await expect(register(world.viewer, fresh)).rejects.toThrow(Forbidden);
    await expect(register(world.buyer, fresh)).rejects.toThrow(Forbidden);
    await expect(register(memberOf(world.buyer.orgId, ['tender:open']), fresh, true)).rejects.toThrow(Forbidden);
    const program: ApiKeyActor = {
      kind: 'apiKey',
      orgId: actor.orgId,
      keyId: actor.memberId,
      permissions: actor.permissions,
      roles: ['BUYER'],
    };
    const named = { name: 'Robot', publicKey: fresh };
    await expect(db.unitOfWork.run(program, (work) => registerOfficerKey(work, named))).rejects.toThrow(Forbidden);
    await expect(register(actor, 'short')).rejects.toThrow(BadInput);
    expect((await db.unitOfWork.read(actor, officerKeys)).filter((key) => key.publicKey === fresh)).toEqual([]);
  });
});

describe('revokeOfficerKey', () => {
  it('lets no new tender use the key, and is the same twice', async () => {
    const who = await officer(db, officerOf(world));
    const revoke = (actor: UserActor, keyId = who.keyId) => db.unitOfWork.run(actor, (work) => revokeOfficerKey(work, { keyId }));
    await expect(revoke(memberOf(world.buyer.orgId, ['tender:open']))).rejects.toThrow(Forbidden);
    await expect(revoke(world.stranger)).rejects.toThrow(NotFound);
    const first = success(await revoke(world.buyer));
    expect(first.revokedAt).not.toBeNull();
    expect(success(await revoke(world.buyer)).revokedAt).toEqual(first.revokedAt);
    const draft = await draftSealed();
    const holders = holdersOf({ ...committee, deputy: who });
    expect(codes(await arrange(draft, await made(draft, holders)))).toEqual(['OfficerKeyUnknown']);
  });
});

describe('arrangeSealing', () => {
  it('keeps key and shares of a draft, and nothing of it is a secret of two officers', async () => {
    const draft = await draftSealed();
    const tender = await arranged(db, draft, { committee });
    expect(tender.edits).toBe(draft.edits + 1);
    const sealing = await db.unitOfWork.read(world.buyer, (work) => sealingOf(work, draft.id));
    expect(sealing).toMatchObject({ threshold: 2, envelopes: ['WHOLE'], rehearsedAt: null, halves: [] });
    expect(sealing?.holders.map(({ role, position }) => [role, position])).toEqual([
      ['OFFICER', 1],
      ['DEPUTY', 1],
      ['OFFICER', 2],
      ['OFFICER', 3],
      ['RECOVERY', 4],
    ]);
    expect(await db.unitOfWork.read(world.first, (work) => sealingOf(work, draft.id))).toBeNull();
    const again = await arranged(db, tender, { committee, envelopes: ['QUALIFICATION', 'COMMERCIAL'] });
    const second = await db.unitOfWork.read(world.buyer, (work) => sealingOf(work, draft.id));
    expect([second?.envelopes, second?.officersKey === sealing?.officersKey]).toEqual([['QUALIFICATION', 'COMMERCIAL'], false]);
    expect(await kinds(again)).toEqual(['DRAFTED', 'SEALING_ARRANGED', 'SEALING_ARRANGED']);
  });

  it('refuses what would not keep bids closed, or would keep them closed for ever', async () => {
    const draft = await draftSealed();
    const good = await made(draft);
    const reasons = async (arrangement: Partial<Arrangement>, more = {}) => {
      const result = await arrange(draft, { ...good, ...arrangement }, officerOf(world), more);
      return result.ok ? [] : result.errors.map(({ code, values }) => `${code} ${values?.['reason']}`);
    };
    const shares = good.shares;
    expect(await reasons({ threshold: 3 })).toEqual(['SealingUnsound TOO_FEW_OFFICERS']);
    expect(await reasons({ threshold: 1 })).toEqual(['SealingUnsound THRESHOLD_TOO_LOW']);
    expect(await reasons({ shares: shares.slice(0, 4) })).toEqual(['SealingUnsound RECOVERY_NOT_ONE']);
    expect(await reasons({ shares: [...shares, { ...shares[3]!, position: 2 }] })).toEqual(['SealingUnsound KEY_TWICE']);
    expect(await reasons({ officersKey: (await makeKeyPair()).publicKey })).toEqual(['SealingUnsound REHEARSAL_UNSOUND']);
    expect(await reasons({ rehearsal: '{}' })).toEqual(['SealingUnsound REHEARSAL_UNSOUND']);
    expect(await reasons({}, { envelopes: ['COMMERCIAL', 'TECHNICAL'] })).toEqual(['SealingUnsound ENVELOPES_UNKNOWN']);
    const recovery = shares.map((share) => (share.role === 'RECOVERY' ? { ...share, keyId: shares[3]!.keyId } : share));
    expect(await reasons({ shares: recovery.filter(({ role }) => role !== 'DEPUTY') })).toEqual(['SealingUnsound OTHER_ROLE']);
    // One person with two keys is not two officers.
    const { actor } = committee.officers[0];
    const twin = await officer(db, actor);
    const holders: Holder[] = holdersOf({ ...committee, deputy: twin });
    expect(await reasons(await made(draft, holders))).toEqual(['SealingUnsound ONE_HOLDER_TWICE']);
    expect(await kinds(draft)).toEqual(['DRAFTED']);
  });

  it('is for who manages a sealed draft, and for one of two at once', async () => {
    const draft = await draftSealed();
    const good = await made(draft);
    await expect(arrange(draft, good, memberOf(world.buyer.orgId, ['tender:open']))).rejects.toThrow(Forbidden);
    await expect(arrange(draft, good, world.stranger)).rejects.toThrow(NotFound);
    const both = await Promise.all([arrange(draft, good), arrange(draft, good)]);
    expect(both.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
    const timed = await drafted(db, world);
    expect(codes(await arrange(timed, await made(timed)))).toEqual(['SealingNotPossible']);
    const open = await published(db, world);
    expect(codes(await arrange(open, await made(open)))).toEqual(['SealingNotPossible']);
  });
});

describe('openSession and handInShare', () => {
  it('take each holder his own share and nobody another', async () => {
    const tender = await arranged(db, await draftSealed(), { committee });
    const [first, second, third] = committee.officers;
    const session = await sessionOf(db, first, { tenderId: tender.id, kind: 'REHEARSAL' });
    await hands(db, second, session.id);
    await hands(db, second, session.id);
    const hand = (actor: UserActor, keyId: string, sessionId = session.id) =>
      db.unitOfWork.run(actor, (work) => handInShare(work, { sessionId, keyId, sealed: 'x' }));
    expect(codes(await hand(third.actor, second.keyId))).toEqual(['ShareNotYours']);
    expect(codes(await hand(third.actor, (await officer(db, third.actor)).keyId))).toEqual(['ShareNotYours']);
    await expect(hand(world.buyer, third.keyId)).rejects.toThrow(Forbidden);
    await expect(hand({ ...world.stranger, permissions: third.actor.permissions }, third.keyId)).rejects.toThrow(NotFound);
    await expect(hand(third.actor, third.keyId, tender.id)).rejects.toThrow(NotFound);
    expect((await db.unitOfWork.read(first.actor, (work) => openingSession(work, session.id))).shares).toMatchObject([
      { keyId: second.keyId, position: 2 },
    ]);
    expect(await joined(db, first, session)).toBeUndefined();
    const rows = await db.unitOfWork.read(world.first, (work) => work.tx.query('select 1 from tendering.handed_share'));
    expect(rows).toEqual([]);
  });

  it('open no session before the close, and note the try', async () => {
    const { publicKey } = await makeKeyPair();
    const { actor } = committee.officers[0];
    const open = (tender: Tender, kind: 'REHEARSAL' | 'OPENING', as = actor) =>
      db.unitOfWork.run(as, (work) => openSession(work, { tenderId: tender.id, kind, publicKey }));
    const code = async (...given: Parameters<typeof open>) => {
      const tried = success(await open(...given));
      return 'refused' in tried ? tried.refused.code : 'OPENED';
    };
    const draft = await draftSealed();
    expect(await code(draft, 'REHEARSAL')).toBe('SealingNotArranged');
    const tender = await publishedSealed(db, world, { committee });
    expect(await code(tender, 'REHEARSAL')).toBe('SessionNotPossible');
    expect(await code(tender, 'OPENING')).toBe('OpeningTooEarly');
    expect((await kinds(tender)).at(-1)).toBe('OPENING_REFUSED');
    const trail = await db.admin(`select 1 from platform.audit_event where action = 'tender:session-refused' and subject = $1`, [
      `tender:${tender.id}`,
    ]);
    expect(trail).toHaveLength(2);
    await expect(open(tender, 'OPENING', world.buyer)).rejects.toThrow(Forbidden);
    // What the deadline has closed needs no clock any more; two at once close it once.
    await passedSealed(db, tender, committee);
    expect(await Promise.all([code(tender, 'OPENING'), code(tender, 'OPENING')])).toEqual(['OPENED', 'OPENED']);
    expect((await kinds(tender)).slice(-3)).toEqual(['CLOSED', 'SESSION_OPENED', 'SESSION_OPENED']);
    await expect(open(tender, 'OPENING', { ...world.stranger, permissions: actor.permissions })).rejects.toThrow(NotFound);
  });
});

describe('finishRehearsal', () => {
  it('needs every share and the key of the envelope; without it nothing is published', async () => {
    const draft = await draftSealed();
    expect(codes(await publish(draft)).sort()).toEqual(['SealingNotRehearsed', 'TenderNeedsInvitations']);
    const tender = await arranged(db, draft, { committee });
    const { officers, deputy, recovery } = committee;
    const session = await sessionOf(db, officers[0], { tenderId: tender.id, kind: 'REHEARSAL' });
    const finish = (contentKey: string, actor = officers[0].actor) =>
      db.unitOfWork.run(actor, (work) => finishRehearsal(work, { sessionId: session.id, contentKey }));
    for (const who of [...officers, deputy]) await hands(db, who, session.id);
    const contentKey = await rehearsalKey(db, officers[0], session);
    expect(codes(await finish(contentKey))).toEqual(['SharesMissing']);
    await hands(db, recovery, session.id);
    expect(codes(await finish('A'.repeat(43)))).toEqual(['ContentKeyWrong']);
    await expect(finish(contentKey, world.buyer)).rejects.toThrow(Forbidden);
    await expect(finish(contentKey, { ...world.stranger, permissions: officers[0].actor.permissions })).rejects.toThrow(NotFound);
    success(await finish(contentKey));
    const sealing = await db.unitOfWork.read(world.buyer, (work) => sealingOf(work, tender.id));
    expect(sealing?.rehearsedAt).not.toBeNull();
    // Arranging anew forgets the rehearsal.
    await arranged(db, await asSeenBy(db, world.buyer, tender.id), { committee });
    expect((await db.unitOfWork.read(world.buyer, (work) => sealingOf(work, tender.id)))?.rehearsedAt).toBeNull();
    await expect(finish(contentKey)).rejects.toThrow(NotFound);
  });

  it('names who handed in a bad share', async () => {
    const tender = await arranged(db, await draftSealed(), { committee });
    const [first, second, third] = committee.officers;
    const session = await sessionOf(db, first, { tenderId: tender.id, kind: 'REHEARSAL' });
    for (const who of [first, second]) await hands(db, who, session.id);
    const sealing = await db.unitOfWork.read(first.actor, (work) => sealingOf(work, tender.id));
    const other = sealing!.holders.find(({ keyId }) => keyId === second.keyId)!;
    const sealed = await handShare(second.pair, other, { id: session.id, tender: tender.id, publicKey: session.pair.publicKey });
    success(
      await db.unitOfWork.run(third.actor, (work) => handInShare(work, { sessionId: session.id, keyId: third.keyId, sealed })),
    );
    expect((await joined(db, first, session))?.bad).toEqual([third.keyId]);
  });

  it('lets a tender be published once, with a half of the hub for each lot', async () => {
    const draft = await drafted(db, world, {
      confidentiality: 'SEALED',
      lots: ['One', 'Two'],
      lines: [1, 2].map((lot) => ({ lot, description: 'Bolt', quantity: '1' })),
      procedure: 'OPEN',
    });
    const ready = await rehearsed(db, await arranged(db, draft, { committee }), committee);
    const both = await Promise.all([publish(ready), publish(ready)]);
    expect(both.map((result) => result.ok).sort()).toEqual([false, true]);
    const seen = await db.unitOfWork.read(world.first, (work) => sealingOf(work, draft.id));
    expect(seen).toMatchObject({ threshold: 2, holders: [], rehearsal: null, halves: [{ round: 1 }, { round: 1 }] });
    expect(new Set(seen?.halves.map(({ publicKey }) => publicKey)).size).toBe(2);
    await expect(db.unitOfWork.read(world.buyer, (work) => work.tx.query('select 1 from tendering.hub_secret'))).rejects.toThrow(
      /permission denied/,
    );
  });
});
