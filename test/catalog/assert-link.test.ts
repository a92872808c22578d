import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AssertLinkInput, alternativesOf, approveLink, assertLink, linkByKey, linksAround } from '#libs/catalog';
import { type Actor, BadInput, Forbidden, NotFound } from '#libs/platform';
import { type AlternateWorld, alternateWorld, plantLink } from '../factories/alternate.factory.js';
import { value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: AlternateWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await alternateWorld(db);
});
afterAll(() => db.close());

const assert = (actor: Actor, input: Partial<AssertLinkInput>) =>
  db.unitOfWork.run(actor, (work) => assertLink(work, { fromPartId: world.parts.A, code: '2', ...input }));
const rows = async () => (await db.admin<{ n: number }>('select count(*)::int as n from catalog.interchange_link'))[0]?.n;

describe('assertLink', () => {
  it('keeps what was said, in whose capacity, with the meaning of the code', async () => {
    const { A, B } = world.parts;
    const made = value(
      await assert(world.maker, {
        toPartId: B,
        code: '1',
        class: 'ii',
        applicability: [{ model: ' 737-800 ', msnFrom: 100, msnTo: 200 }, {}],
        effectiveFrom: '2026-01-01',
        effectiveTo: '2030-12-31',
        authority: 'SB 737-24-1123',
        remark: 'Line fit from MSN 100.',
      }),
    );
    expect(made).toMatchObject({
      orgId: world.maker.orgId,
      fromPart: A,
      toPart: B,
      members: [],
      code: '1',
      meaning: 'ONE_WAY',
      class: 'II',
      effect: 'CHECK',
      assertedAs: 'MANUFACTURER',
      applicability: [{ model: '737-800', msnFrom: 100, msnTo: 200, modification: null }],
      effectiveFrom: '2026-01-01',
      effectiveTo: '2030-12-31',
      authority: 'SB 737-24-1123',
      remark: 'Line fit from MSN 100.',
      standing: 'MANUFACTURER',
      reverseStanding: null,
      approvals: [],
    });
    expect(made.codeNames['en']).toBe('One-way: the new replaces the old, never the reverse');
  });

  it('keeps a set with its quantities', async () => {
    const { A, C, D } = world.parts;
    const set = value(
      await assert(world.operator, {
        code: '4',
        setNumber: 'KIT-1',
        members: [
          { partId: C, quantity: '2' },
          { partId: D, quantity: '1.50' },
        ],
      }),
    );
    expect([set.fromPart, set.toPart, set.setNumber, set.assertedAs]).toEqual([A, null, 'KIT-1', 'OPERATOR']);
    expect(new Map(set.members.map((member) => [member.partId, member.quantity]))).toEqual(
      new Map([
        [C, '2'],
        [D, '1.50'],
      ]),
    );
  });

  it('takes each in the strongest capacity that he has, and no stronger one', async () => {
    const { E, X } = world.parts;
    const capacity = async (actor: Actor, more: Partial<AssertLinkInput> = {}) => {
      const result = await assert(actor, { fromPartId: E, toPartId: X, code: '1', ...more });
      return result.ok ? [result.value.assertedAs, result.value.standing] : result.errors.map((error) => error.code);
    };
    expect(await capacity(world.maker)).toEqual(['MANUFACTURER', 'MANUFACTURER']);
    // Who makes only the new part is its supplier: he cannot say that it replaces another's.
    expect(await capacity(world.pma)).toEqual(['SUPPLIER', 'CLAIM']);
    expect(await capacity(world.operator)).toEqual(['OPERATOR', 'OPERATOR']);
    expect(await capacity(world.supplier)).toEqual(['SUPPLIER', 'CLAIM']);
    expect(await capacity(world.buyer)).toEqual(['BUYER', 'OWN']);
    expect(await capacity(world.supplier, { capacity: 'MANUFACTURER', code: '2' })).toEqual(['CapacityNotYours']);
    expect(await capacity(world.buyer, { capacity: 'OPERATOR', code: '2' })).toEqual(['CapacityNotYours']);
    const both = value(await assert(world.pma, { fromPartId: E, toPartId: X, code: '2' }));
    expect([both.assertedAs, both.standing, both.reverseStanding]).toEqual(['MANUFACTURER', 'CLAIM', 'MANUFACTURER']);
  });

  it("takes a buyer's word at once only from who may approve; else it is a claim that he may approve", async () => {
    const { F, G } = world.parts;
    const clerk = { ...world.buyer, permissions: new Set(['part:read', 'alternate:assert']) } as Actor;
    const said = value(await assert(clerk, { fromPartId: F, toPartId: G }));
    expect([said.assertedAs, said.standing, said.reverseStanding]).toEqual(['BUYER', 'CLAIM', 'CLAIM']);
    const offered = async () => {
      const [found] = await db.unitOfWork.read(world.buyer, (work) => alternativesOf(work, [{ partId: F }]));
      return found?.flatMap(({ parts }) => parts.map(({ partId }) => partId));
    };
    expect(await offered()).toEqual([]);
    const approved = value(
      await db.unitOfWork.run(world.buyer, (work) => approveLink(work, { linkOrg: said.orgId, linkId: said.id })),
    );
    expect(approved.standing).toBe('OWN_APPROVED');
    expect(await offered()).toEqual([G]);
    await expect(db.unitOfWork.run(clerk, (work) => approveLink(work, { linkOrg: said.orgId, linkId: said.id }))).rejects.toThrow(
      Forbidden,
    );
  });

  it('names every fault at once, the nearest code too, and writes nothing', async () => {
    const before = await rows();
    const { A, B } = world.parts;
    const absent = '00000000-0000-7000-8000-00000000dead';
    const result = await assert(world.maker, {
      toPartId: absent,
      code: '22',
      class: 'VI',
      effectiveFrom: '2027-01-01',
      effectiveTo: '2026-01-01',
      applicability: [{ msnFrom: 5, msnTo: 4 }],
    });
    expect(result).toEqual({
      ok: false,
      errors: [
        { code: 'PartUnknown', path: ['toPartId'] },
        { code: 'LinkCodeUnknown', path: ['code'], values: { value: '22', nearest: '2' } },
        { code: 'LinkClassUnknown', path: ['class'], values: { value: 'VI', nearest: 'I' } },
        { code: 'ApplicationInverted', path: ['applicability', '0', 'msnTo'] },
        { code: 'LinkDatesInverted', path: ['effectiveTo'] },
      ],
    });
    const codes = async (input: Partial<AssertLinkInput>) => {
      const refused = await assert(world.maker, input);
      return refused.ok ? [] : refused.errors.map((error) => [error.code, ...error.path]);
    };
    expect(await codes({ toPartId: A })).toEqual([['LinkToItself', 'toPartId']]);
    expect(await codes({ toPartId: B, code: '4' })).toEqual([['LinkSetMismatch', 'code']]);
    const twice = [
      { partId: B, quantity: '1' },
      { partId: B, quantity: '2' },
    ];
    expect(await codes({ members: twice })).toEqual([
      ['LinkMemberRepeated', 'members', '1', 'partId'],
      ['LinkSetMismatch', 'members'],
    ]);
    await expect(assert(world.maker, {})).rejects.toThrow(BadInput);
    await expect(assert(world.maker, { toPartId: B, members: [{ partId: B, quantity: '0' }] })).rejects.toThrow(BadInput);
    expect(await rows()).toBe(before);
  });

  it('is said once, also by two at once', async () => {
    const { G, H } = world.parts;
    const both = await Promise.all([1, 2].map(() => assert(world.maker, { fromPartId: G, toPartId: H })));
    expect(both.map((result) => (result.ok ? 'made' : result.errors[0]?.code)).sort()).toEqual(['LinkExists', 'made']);
  });

  it('is for those who may assert, and the wall stands behind them', async () => {
    const before = await rows();
    const reader = { ...world.supplier, permissions: new Set(['part:read']) } as Actor;
    await expect(assert(reader, { toPartId: world.parts.B })).rejects.toThrow(Forbidden);
    // Past the verb: nobody writes himself up as manufacturer or operator.
    for (const [as, maker] of [
      ['OPERATOR', null],
      ['MANUFACTURER', (await db.admin<{ id: string }>('select manufacturer_id as id from catalog.part limit 1'))[0]?.id],
    ]) {
      const forged = db.unitOfWork.run(world.stranger, (work) =>
        work.tx.query(
          `insert into catalog.interchange_link (org_id, from_part, to_part, code, code_version, meaning, asserted_as, maker_id, asserted_by)
           values ($1, $2, $3, '2', '1', 'TWO_WAY', $4, $5, '{}')`,
          [world.stranger.orgId, world.parts.A, world.parts.B, as, maker],
        ),
      );
      await expect(forged).rejects.toThrow(/row-level security/);
    }
    expect(await rows()).toBe(before);
  });

  it("shows a supplier's claim to all and a buyer's word to nobody else", async () => {
    const { W, Y, Z } = world.parts;
    const own = await plantLink(db, world.buyer, { fromPartId: W, toPartId: Y });
    const claim = await plantLink(db, world.supplier, { fromPartId: Y, toPartId: Z });
    const seen = (actor: Actor, depth = 1) =>
      db.unitOfWork.read(actor, async (work) => (await linksAround(work, W, depth)).map((link) => link.id));
    expect(await seen(world.buyer)).toEqual([own.id]);
    expect(await seen(world.buyer, 2)).toEqual([own.id, claim.id]);
    expect(await seen(world.stranger, 2)).toEqual([]);
    await expect(db.unitOfWork.read(world.stranger, (work) => linkByKey(work, own))).rejects.toThrow(NotFound);
    expect((await db.unitOfWork.read(world.stranger, (work) => linkByKey(work, claim))).standing).toBe('CLAIM');
  });
});
