import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type ApproveLinkInput,
  alternativesOf,
  approveLink,
  type InterchangeLink,
  linkByKey,
  revokeApproval,
  withdrawLink,
} from '#libs/catalog';
import { type Actor, Forbidden, NotFound } from '#libs/platform';
import { type AlternateWorld, alternateWorld, plantLink } from '../factories/alternate.factory.js';
import { value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: AlternateWorld;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(async () => {
  world = await alternateWorld(db);
});
afterAll(() => db.close());

const approve = (actor: Actor, link: InterchangeLink, more: Partial<ApproveLinkInput> = {}) =>
  db.unitOfWork.run(actor, (work) => approveLink(work, { linkOrg: link.orgId, linkId: link.id, ...more }));
const revoke = (actor: Actor, approvalId: string) =>
  db.unitOfWork.run(actor, (work) => revokeApproval(work, { approvalId, reason: 'fatigue' }));
const withdraw = (actor: Actor, linkId: string) =>
  db.unitOfWork.run(actor, (work) => withdrawLink(work, { linkId, reason: 'wrong' }));
const found = (actor: Actor, partId: string, more = {}) =>
  db.unitOfWork.read(actor, async (work) =>
    (await alternativesOf(work, [{ partId, ...more }]))[0]!.map(({ parts }) => parts[0]?.partId),
  );
const claim = () => plantLink(db, world.supplier, { fromPartId: world.parts.A, toPartId: world.parts.W, code: '1' });

describe('approveLink', () => {
  it("makes a claim usable: by the maker of the old part for all, by a buyer for himself, by nobody's supplier", async () => {
    const { A, W } = world.parts;
    const link = await claim();
    expect(await found(world.buyer, A)).toEqual([]);
    const approved = value(await approve(world.buyer, link, { note: 'ETR 55' }));
    expect(approved.standing).toBe('OWN_APPROVED');
    expect(approved.approvals).toMatchObject([
      { orgId: world.buyer.orgId, kind: 'BUYER', fleet: null, note: 'ETR 55', revokedAt: null },
    ]);
    expect([await found(world.buyer, A), await found(world.stranger, A)]).toEqual([[W], []]);
    // He who makes the new part only may not approve it for all; he is no buyer either.
    expect(await approve(world.pma, link)).toEqual({ ok: false, errors: [{ code: 'ApprovalNotYours', path: ['kind'] }] });
    expect(await approve(world.supplier, link)).toMatchObject({ errors: [{ code: 'ApprovalNotYours' }] });
    expect(value(await approve(world.maker, link)).standing).toBe('MANUFACTURER_APPROVED');
    expect(await found(world.stranger, A)).toEqual([W]);
    // A buyer's approvals are his secret.
    const seen = await db.unitOfWork.read(world.supplier, (work) => linkByKey(work, link));
    expect(seen.approvals.map(({ kind }) => kind)).toEqual(['MANUFACTURER']);
  });

  it('holds for its days and its fleet', async () => {
    const { A, W } = world.parts;
    const link = await claim();
    value(await approve(world.buyer, link, { fleet: 'neo', validFrom: '2030-01-01', validTo: '2030-12-31' }));
    const on = (day: string, fleet?: string) => found(world.buyer, A, { on: day, fleet });
    expect([await on('2029-12-31', 'NEO'), await on('2030-01-01', 'neo'), await on('2030-12-31', 'NEO')]).toEqual([[], [W], [W]]);
    expect([await on('2031-01-01', 'NEO'), await on('2030-06-01', 'CEO'), await on('2030-06-01')]).toEqual([[], [], []]);
  });

  it('is given anew for the days after it ran out, never twice for one day', async () => {
    const link = await claim();
    value(await approve(world.buyer, link, { validFrom: '2020-01-01', validTo: '2020-12-31' }));
    expect(await found(world.buyer, world.parts.A)).toEqual([]);
    expect(await approve(world.buyer, link, { validFrom: '2020-12-31' })).toMatchObject({ errors: [{ code: 'LinkApproved' }] });
    value(await approve(world.buyer, link, { validFrom: '2021-01-01' }));
    expect(await found(world.buyer, world.parts.A)).toEqual([world.parts.W]);
    expect(await approve(world.buyer, link, { validTo: '2020-01-01' })).toMatchObject({
      errors: [{ code: 'ApprovalDatesInverted' }],
    });
  });

  it('refuses what stands already, inverted days, a fleet of a manufacturer, and withdrawn links', async () => {
    const link = await claim();
    const two = await Promise.all([approve(world.buyer, link), approve(world.buyer, link)]);
    expect(two.map((result) => (result.ok ? 'made' : result.errors[0]?.code)).sort()).toEqual(['LinkApproved', 'made']);
    expect(await approve(world.buyer, link, { validFrom: '2030-02-01', validTo: '2030-01-01' })).toEqual({
      ok: false,
      errors: [{ code: 'ApprovalDatesInverted', path: ['validTo'] }],
    });
    expect(await approve(world.maker, link, { fleet: 'NEO' })).toMatchObject({ errors: [{ code: 'ApprovalNotYours' }] });
    value(await withdraw(world.supplier, link.id));
    expect(await approve(world.buyer, link, { fleet: 'X' })).toEqual({
      ok: false,
      errors: [{ code: 'LinkWithdrawn', path: ['linkId'] }],
    });
  });

  it('is for those who may approve, of links they may see; the wall refuses forged kinds', async () => {
    const link = await claim();
    const own = await plantLink(db, world.buyer, { fromPartId: world.parts.B, toPartId: world.parts.C });
    await expect(approve(world.stranger, own)).rejects.toThrow(NotFound);
    const seller = { ...world.buyer, permissions: new Set(['part:read', 'alternate:assert']) } as Actor;
    await expect(approve(seller, link)).rejects.toThrow(Forbidden);
    const [maker] = await db.admin<{ id: string }>('select manufacturer_id as id from catalog.part where id = $1', [
      world.parts.A,
    ]);
    for (const kind of ['MANUFACTURER', 'BUYER']) {
      const forged = db.unitOfWork.run(world.pma, (work) =>
        work.tx.query(
          `insert into catalog.interchange_approval (org_id, link_org, link_id, kind, maker_id, approved_by) values ($1, $2, $3, $4, $5, '{}')`,
          [world.pma.orgId, link.orgId, link.id, kind, kind === 'MANUFACTURER' ? maker!.id : null],
        ),
      );
      await expect(forged).rejects.toThrow(/row-level security/);
    }
    expect(await db.admin('select from catalog.interchange_approval where link_id = any ($1)', [[link.id, own.id]])).toEqual([]);
  });
});

describe('revokeApproval', () => {
  it('ends an approval at once; it can be given anew', async () => {
    const { A, W } = world.parts;
    const link = await claim();
    const [approval] = value(await approve(world.buyer, link)).approvals;
    const two = await Promise.all([revoke(world.buyer, approval!.id), revoke(world.buyer, approval!.id)]);
    expect(two.map((result) => (result.ok ? 'done' : result.errors[0]?.code)).sort()).toEqual(['ApprovalRevoked', 'done']);
    expect(await found(world.buyer, A)).toEqual([]);
    expect(value(await approve(world.buyer, link)).approvals).toHaveLength(2);
    expect(await found(world.buyer, A)).toEqual([W]);
  });

  it('is for the approver alone', async () => {
    const link = await claim();
    const [approval] = value(await approve(world.maker, link)).approvals;
    await expect(revoke(world.buyer, approval!.id)).rejects.toThrow(NotFound);
    await expect(revoke({ ...world.maker, permissions: new Set(['part:read']) } as Actor, approval!.id)).rejects.toThrow(
      Forbidden,
    );
    expect(await found(world.buyer, world.parts.A)).toEqual([world.parts.W]);
  });
});

describe('withdrawLink', () => {
  it('ends a link for all, keeps it readable, and lets it be said anew', async () => {
    const { A, B } = world.parts;
    const link = await plantLink(db, world.maker, { fromPartId: A, toPartId: B });
    const two = await Promise.all([withdraw(world.maker, link.id), withdraw(world.maker, link.id)]);
    expect(two.map((result) => (result.ok ? 'done' : result.errors[0]?.code)).sort()).toEqual(['LinkWithdrawn', 'done']);
    expect(await found(world.buyer, A)).toEqual([]);
    const kept = await db.unitOfWork.read(world.buyer, (work) => linkByKey(work, link));
    expect([kept.withdrawnAt === null, kept.withdrawnReason]).toEqual([false, 'wrong']);
    await plantLink(db, world.maker, { fromPartId: A, toPartId: B });
    expect(await found(world.buyer, B)).toEqual([A]);
  });

  it('is for whoever asserted it', async () => {
    const link = await plantLink(db, world.maker, { fromPartId: world.parts.A, toPartId: world.parts.B });
    await expect(withdraw(world.supplier, link.id)).rejects.toThrow(NotFound);
    const reader = { ...world.maker, permissions: new Set(['part:read']) } as Actor;
    await expect(withdraw(reader, link.id)).rejects.toThrow(Forbidden);
    expect(await found(world.buyer, world.parts.A)).toEqual([world.parts.B]);
  });
});
