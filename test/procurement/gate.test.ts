import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, keepFile, NotFound, systemActor, type UserActor } from '#libs/platform';
import {
  attachCertificate,
  certificatesOfOrders,
  checkItems,
  confirmOrder,
  endGateRule,
  type GateCheck,
  gateChecksOfOrders,
  gateRule,
  judge,
  ownGateRules,
  placeOrder,
  releaseGate,
  reviewCertificate,
  type SaveGateRuleInput,
  saveGateRule,
  type WholeOrder,
} from '#libs/procurement';
import { saveLots } from '#libs/supply';
import {
  buyerRights,
  codes,
  lineOf,
  memberOf,
  orderInput,
  type PlantedOffer,
  plantOffer,
  stockOf,
  success,
  supplierRights,
  type TradeWorld,
  tradeWorld,
} from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
let buyer: UserActor;
let supplier: UserActor;
const rights = ['certificate:review', 'gate:manage', 'gate:release'];
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
  buyer = memberOf(world.buyer.orgId, [...buyerRights, ...rights]);
  supplier = memberOf(world.supplier.orgId, [...supplierRights, ...rights, 'stock:write']);
});
afterAll(() => db.close());

const rule = (override: Partial<SaveGateRuleInput> = {}): SaveGateRuleInput => ({
  code: `R-${randomUUID().slice(0, 8)}`,
  speaksFor: 'BUYER',
  kind: 'HAZMAT',
  outcome: 'HOLD',
  releaser: 'BUYER',
  conditions: {},
  sentence: 'Ask the safety desk.',
  expectedVersion: 0,
  ...override,
});
const save = (given: SaveGateRuleInput, actor: UserActor = buyer) =>
  db.unitOfWork.run(actor, (work) => saveGateRule(work, given));
const end = (code: string, actor: UserActor = buyer) => db.unitOfWork.run(actor, (work) => endGateRule(work, { code }));
/** An offer of a part with these attributes. */
const offerOf = async (columns: Record<string, string | number>): Promise<PlantedOffer> => {
  const offer = await plantOffer(db, world.supplier.orgId);
  const set = Object.keys(columns).map((column, i) => `${column} = $${i + 2}`);
  await db.admin(`update catalog.part set ${set.join(', ')} where id = $1`, [offer.partId, ...Object.values(columns)]);
  return offer;
};
const place = (offer: PlantedOffer, line: object = {}) =>
  db.unitOfWork.run(buyer, (work) => placeOrder(work, orderInput(world, [lineOf(offer, '1', line)])));
const ordered = async (offer: PlantedOffer, line: object = {}) => success(await place(offer, line))[0] as WholeOrder;
const checksOf = (order: WholeOrder, actor: UserActor = buyer): Promise<GateCheck[]> =>
  db.unitOfWork.read(actor, (work) => gateChecksOfOrders(work, [order.id]));
const shown = async (order: WholeOrder) =>
  (await checksOf(order)).map(({ version, result, reason, status }) => `${version} ${result} ${reason} ${status}`);
const confirm = (order: WholeOrder) =>
  db.unitOfWork.run(supplier, (work) => confirmOrder(work, { orderId: order.id, header: 'ACCEPTED', lines: [] }));
const letPass = async (order: WholeOrder, actor: UserActor = buyer, reason = 'seen') => {
  const [check] = await checksOf(order);
  const at = { orderId: order.id, lineId: check?.lineId ?? '', ruleId: check?.ruleId ?? '' };
  return db.unitOfWork.run(actor, (work) => releaseGate(work, { ...at, reason }));
};
const hazardous = { un_number: 'UN1263', hazard_class: '3' };

describe('saveGateRule', () => {
  it('makes versions that are never changed, only ended', async () => {
    const first = success(await save(rule({ code: 'haz-1' })));
    expect([first.code, first.version, first.conditions]).toEqual([
      'HAZ-1',
      1,
      { hazardClasses: [], unNumbers: [], destinations: [], unknown: false },
    ]);
    expect(codes(await save(rule({ code: 'HAZ-1' })))).toEqual(['VersionConflict']);
    const second = success(await save(rule({ code: 'HAZ-1', expectedVersion: 1, outcome: 'REFUSE' })));
    const versions = (await db.unitOfWork.read(buyer, ownGateRules)).filter(({ code }) => code === 'HAZ-1');
    expect(versions.map(({ id, version, outcome, endedAt }) => [id, version, outcome, endedAt === null])).toEqual([
      [second.id, 2, 'REFUSE', true],
      [first.id, 1, 'HOLD', false],
    ]);
    const both = await Promise.all([
      save(rule({ code: 'HAZ-1', expectedVersion: 2 })),
      save(rule({ code: 'HAZ-1', expectedVersion: 2 })),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(success(await end('HAZ-1'))).toBe('HAZ-1');
    await expect(end('HAZ-1')).rejects.toThrow(NotFound);
  });

  it('is refused to who may not, speaks otherwise than he is, or says what the kind does not know', async () => {
    await expect(save(rule(), world.buyer)).rejects.toThrow(Forbidden);
    await expect(end('X1', world.buyer)).rejects.toThrow(Forbidden);
    expect(codes(await save(rule({ speaksFor: 'OPERATOR' })))).toEqual(['VoiceNotYours']);
    expect(codes(await save(rule({ outcome: 'DOCUMENT', document: 'NONE', provider: 'BUYER' })))).toEqual(['CertificateUnknown']);
    await expect(save(rule({ outcome: 'DOCUMENT' }))).rejects.toThrow(BadInput);
    await expect(save(rule({ conditions: { eccns: ['9A610'] } }))).rejects.toThrow(BadInput);
    await expect(save(rule({ kind: 'SHELF_LIFE' }))).rejects.toThrow(BadInput);
    await expect(end('UNKNOWN', supplier)).rejects.toThrow(NotFound);
  });

  it('is seen by its owner alone when it speaks for a buyer', async () => {
    const mine = success(await save(rule()));
    const theirs = success(await save(rule({ speaksFor: 'SUPPLIER' }), supplier));
    const seen = (id: string, actor: UserActor) =>
      db.unitOfWork.read(actor, (work) => gateRule(work, id)).then((found) => found?.code);
    expect([await seen(mine.id, supplier), await seen(mine.id, buyer), await seen(theirs.id, buyer)]).toEqual([
      undefined,
      mine.code,
      theirs.code,
    ]);
    await end(mine.code);
    await end(theirs.code, supplier);
  });
});

describe('the gate of an order', () => {
  it('refuses with rule and version, and nothing of the call is written', async () => {
    const offer = await offerOf(hazardous);
    const { code } = success(await save(rule({ outcome: 'REFUSE', conditions: { hazardClasses: ['3'], destinations: ['US'] } })));
    expect(await place(offer)).toEqual({
      ok: false,
      errors: [
        {
          code: 'GateRefused',
          path: ['lines', '0'],
          values: { rule: code, version: 1, sentence: 'Ask the safety desk.', reason: 'CLASS' },
        },
      ],
    });
    expect((await stockOf(db, offer)).reserved).toBe('0');
    success(await place(await plantOffer(db, world.supplier.orgId)));
    await end(code);
    success(await place(offer));
  });

  it('holds a line until a person of the named side releases it with a reason', async () => {
    const offer = await offerOf(hazardous);
    const { code } = success(await save(rule()));
    const order = await ordered(offer);
    expect(await shown(order)).toEqual(['1 HOLD CLASS OPEN']);
    expect(codes(await confirm(order))).toEqual(['LineHeldByGate']);
    await expect(letPass(order, world.buyer)).rejects.toThrow(Forbidden);
    await expect(letPass(order, supplier)).rejects.toThrow(Forbidden);
    await expect(letPass(order, { ...systemActor(buyer.orgId), permissions: new Set(rights) } as never)).rejects.toThrow(
      Forbidden,
    );
    await expect(letPass(order, buyer, '')).rejects.toThrow(BadInput);
    const both = await Promise.all([letPass(order), letPass(order)]);
    expect(both.flatMap((result) => (result.ok ? [result.value.releaseReason] : codes(result))).sort()).toEqual([
      'GateNotOpen',
      'seen',
    ]);
    expect(await shown(order)).toEqual(['1 HOLD CLASS RELEASED']);
    expect(success(await confirm(order)).status).toBe('CONFIRMED');
    const trail = await db.admin(
      `select actor ->> 'memberId' as "memberId", detail ->> 'reason' as reason from platform.audit_event where action = 'gate:release' and subject = $1`,
      [`order:${order.id}`],
    );
    expect(trail).toEqual([{ memberId: buyer.memberId, reason: 'seen' }]);
    await end(code);
  });

  it('lets a held line be rejected', async () => {
    const { code } = success(await save(rule()));
    const order = await ordered(await offerOf(hazardous));
    const rejected = await db.unitOfWork.run(supplier, (work) =>
      confirmOrder(work, { orderId: order.id, header: 'REJECTED', reason: 'no' }),
    );
    expect(success(rejected).status).toBe('REJECTED');
    await end(code);
  });

  it('asks for a document, and opens when the other side accepts it', async () => {
    const document = {
      outcome: 'DOCUMENT' as const,
      document: 'END_USER',
      provider: 'BUYER' as const,
      releaser: 'SUPPLIER' as const,
    };
    const { code } = success(
      await save(rule({ ...document, speaksFor: 'SUPPLIER', kind: 'EXPORT', conditions: { eccns: ['9A610'] } }), supplier),
    );
    const offer = await offerOf({ eccn: '9A610.X' });
    await db.admin(`update organizations.organization set country = 'DE' where id = $1`, [world.supplier.orgId]);
    const order = await ordered(offer);
    const [certificate] = await db.unitOfWork.read(supplier, (work) => certificatesOfOrders(work, [order.id]));
    expect([await shown(order), certificate?.kind, certificate?.source, certificate?.provider]).toEqual([
      ['1 DOCUMENT ECCN OPEN'],
      'END_USER',
      'GATE',
      'BUYER',
    ]);
    expect(codes(await confirm(order))).toEqual(['LineHeldByGate']);
    const sha256 = randomUUID().replaceAll('-', '').repeat(2);
    const file = await db.unitOfWork.run(buyer, (work) =>
      keepFile(work, { sha256, size: 9, mediaType: 'application/pdf', name: 'end.pdf' }),
    );
    const at = { orderId: order.id, certificateId: certificate?.id ?? '' };
    const attached = success(await db.unitOfWork.run(buyer, (work) => attachCertificate(work, { ...at, fileId: file.id })));
    const fileId = attached.files[0]?.id ?? '';
    success(
      await db.unitOfWork.run(supplier, (work) =>
        reviewCertificate(work, { ...at, fileId, accepted: true, checklist: [...checkItems] }),
      ),
    );
    expect(await shown(order)).toEqual(['1 DOCUMENT ECCN SATISFIED']);
    success(await confirm(order));
    await end(code, supplier);
    await db.admin(`update organizations.organization set country = 'US' where id = $1`, [world.supplier.orgId]);
  });

  it('judges the shelf life of the units that the line takes, on the day of need', async () => {
    const offer = await offerOf({ shelf_life_days: 365 });
    const lot = { offerId: offer.id, location: 'MAIN', condition: 'NE', trace: 'YES' as const, quantity: '1' };
    const lots = [
      { ...lot, lotNumber: 'OLD', shelfLifeOn: '2099-02-01' },
      { ...lot, lotNumber: 'NEW', condition: 'OH', shelfLifeOn: '2099-12-31' },
    ];
    success(await db.unitOfWork.run(supplier, (work) => saveLots(work, { lots })));
    const { code } = success(await save(rule({ kind: 'SHELF_LIFE', conditions: { daysMin: 60 } })));
    const needBy = '2099-01-01';
    const any = await ordered(offer, { needBy });
    const fresh = await ordered(offer, { needBy, requires: { lots: { conditions: ['OH'] } } });
    expect([await shown(any), await shown(fresh)]).toEqual([['1 HOLD SHELF_LIFE_SHORT OPEN'], ['1 PASS NOT_MET PASSED']]);
    expect(await shown(await ordered(await offerOf({ shelf_life_days: 90 })))).toEqual(['1 HOLD SHELF_LIFE_UNKNOWN OPEN']);
    await end(code);
  });

  it('keeps each decision with its facts: rule and facts give it again after newer versions, and both parties read it', async () => {
    const made = success(await save(rule()));
    const order = await ordered(await offerOf(hazardous));
    success(await save(rule({ code: made.code, expectedVersion: 1, outcome: 'REFUSE' })));
    const [check] = await checksOf(order);
    const version = await db.unitOfWork.read(buyer, (work) => gateRule(work, check?.ruleId ?? ''));
    if (!check || !version) throw new Error('the decision was not kept');
    expect(judge(version, check.facts)).toEqual({ result: check.result, reason: check.reason });
    expect(check.facts).toMatchObject({ hazardous: true, unNumber: 'UN1263', hazardClass: '3', shipFrom: 'US', shipTo: 'US' });
    expect([(await checksOf(order, supplier)).length, (await checksOf(order, world.stranger)).length]).toEqual([1, 0]);
    await end(made.code);
  });
});
