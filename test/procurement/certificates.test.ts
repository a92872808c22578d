import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, keepFile, NotFound, type UserActor } from '#libs/platform';
import {
  type AttachCertificateInput,
  attachCertificate,
  certificateEdges,
  certificateNeeds,
  certificatesOfOrders,
  checkItems,
  type LineCertificate,
  placeOrder,
  promiseCertificate,
  type ReviewCertificateInput,
  reviewCertificate,
  saveCertificateNeeds,
  type WholeOrder,
  waiveCertificate,
} from '#libs/procurement';
import { promiseCertificates, saveLots } from '#libs/supply';
import {
  buyerRights,
  codes,
  lineOf,
  memberOf,
  orderInput,
  type PlantedOffer,
  plantOffer,
  success,
  supplierRights,
  type TradeWorld,
  tradeWorld,
} from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
let reviewer: UserActor;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
  reviewer = memberOf(world.buyer.orgId, [...buyerRights, 'certificate:review']);
});
afterAll(() => db.close());

const place = async (offer: PlantedOffer, requires: object | null, quantity = '2') => {
  const result = await db.unitOfWork.run(world.buyer, (work) =>
    placeOrder(work, orderInput(world, [lineOf(offer, quantity, { requires })])),
  );
  return result.ok ? (result.value[0] as WholeOrder) : result;
};
const ordered = async (requires: object | null, quantity = '2', offer?: PlantedOffer): Promise<WholeOrder> => {
  const order = await place(offer ?? (await plantOffer(db, world.supplier.orgId)), requires, quantity);
  if ('ok' in order) throw new Error(JSON.stringify(order));
  return order;
};
const of = (order: WholeOrder, actor: UserActor = world.buyer) =>
  db.unitOfWork.read(actor, (work) => certificatesOfOrders(work, [order.id]));
const shown = async (order: WholeOrder) => (await of(order)).map(({ kind, source, status }) => `${kind} ${source} ${status}`);
const only = async (order: WholeOrder): Promise<LineCertificate> => {
  const [found] = await of(order);
  if (!found) throw new Error('no certificate is required');
  return found;
};
const fileOf = async (actor: UserActor): Promise<string> => {
  const sha256 = randomUUID().replaceAll('-', '').repeat(2);
  return (
    await db.unitOfWork.run(actor, (work) => keepFile(work, { sha256, size: 9, mediaType: 'application/pdf', name: 'a.pdf' }))
  ).id;
};
const release = { number: 'F-1', issuer: 'EASA.145.1', datedOn: '2026-01-02' };
const attach = async (order: WholeOrder, override: Partial<AttachCertificateInput> = {}, actor = world.supplier) => {
  const { id } = await only(order);
  const fileId = override.fileId ?? (await fileOf(actor));
  return db.unitOfWork.run(actor, (work) =>
    attachCertificate(work, { orderId: order.id, certificateId: id, ...release, ...override, fileId }),
  );
};
const review = async (order: WholeOrder, override: Partial<ReviewCertificateInput> = {}, actor = reviewer) => {
  const { id, files } = await only(order);
  const judged = { accepted: true, checklist: [...checkItems], ...override };
  return db.unitOfWork.run(actor, (work) =>
    reviewCertificate(work, { orderId: order.id, certificateId: id, fileId: files.at(-1)?.id ?? randomUUID(), ...judged }),
  );
};

describe('what an order line requires', () => {
  it('comes from the line, the agreement, the buyer; the nearest word counts, once', async () => {
    const save = (needs: { kind: string; supplierId?: string | null; dualRelease?: boolean }[], actor = reviewer) =>
      db.unitOfWork.run(actor, (work) => saveCertificateNeeds(work, { needs }));
    await expect(save([{ kind: 'COFC', supplierId: randomUUID() }])).rejects.toThrow(NotFound);
    success(
      await save([
        { kind: 'COFC' },
        { kind: 'ATA_106', supplierId: world.stranger.orgId },
        { kind: 'FAA_8130_3', dualRelease: true },
      ]),
    );
    const order = await ordered({ certificates: ['FAA_8130_3', 'EASA_FORM_1'] });
    expect(await shown(order)).toEqual(['COFC BUYER REQUIRED', 'EASA_FORM_1 LINE REQUIRED', 'FAA_8130_3 LINE REQUIRED']);
    expect((await of(order)).filter(({ dualRelease }) => dualRelease).map(({ kind }) => kind)).toEqual(['FAA_8130_3']);
    expect(codes(await save([{ kind: 'NONE' }, { kind: 'COFC' }, { kind: 'COFC' }]))).toEqual([
      'CertificateUnknown',
      'CertificateRepeated',
    ]);
    await expect(save([], world.buyer)).rejects.toThrow(Forbidden);
    expect((await db.unitOfWork.read(reviewer, certificateNeeds)).map(({ kind }) => kind)).toEqual([
      'ATA_106',
      'COFC',
      'FAA_8130_3',
    ]);
    expect(await db.unitOfWork.read(world.supplier, certificateNeeds)).toEqual([]);
    success(await save([]));
    expect(await shown(await ordered(null))).toEqual([]);
  });

  it('is promised where the offer, or every unit that is taken, brings it', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const keeper = memberOf(world.supplier.orgId, ['stock:write']);
    await db.unitOfWork.run(keeper, (work) => promiseCertificates(work, { offerId: offer.id, certificates: ['COFC'] }));
    expect(await shown(await ordered({ certificates: ['COFC', 'ATA_106'] }, '1', offer))).toEqual([
      'ATA_106 LINE REQUIRED',
      'COFC LINE PROMISED',
    ]);
    const lot = { offerId: offer.id, location: 'MAIN', condition: 'OH', trace: 'YES' as const, quantity: '1' };
    success(
      await db.unitOfWork.run(keeper, (work) =>
        saveLots(work, {
          lots: [
            { ...lot, serialNumber: 'S1', certificates: ['EASA_FORM_1'] },
            { ...lot, serialNumber: 'S2', certificates: ['EASA_FORM_1', 'ATA_106'] },
          ],
        }),
      ),
    );
    const order = await ordered(
      { lots: { conditions: ['OH'], certificates: ['EASA_FORM_1'] }, certificates: ['ATA_106'] },
      '2',
      offer,
    );
    expect(await shown(order)).toEqual(['ATA_106 LINE REQUIRED', 'EASA_FORM_1 LINE PROMISED']);
    const short = await place(offer, { lots: { conditions: ['OH'] } }, '1');
    expect(codes(short as never)).toEqual(['LotMissing']);
    expect(codes((await place(offer, { certificates: ['NONE'] })) as never)).toEqual(['CertificateUnknown']);
  });
});

describe('a required certificate', () => {
  it('is promised and attached by the supplier, reviewed and accepted by the buyer', async () => {
    const order = await ordered({ certificates: ['EASA_FORM_1'] });
    const { id } = await only(order);
    const promise = (actor: UserActor) =>
      db.unitOfWork.run(actor, (work) => promiseCertificate(work, { orderId: order.id, certificateId: id }));
    await expect(promise(world.buyer)).rejects.toThrow(Forbidden);
    expect(success(await promise(world.supplier)).status).toBe('PROMISED');
    expect(codes(await promise(world.supplier))).toEqual(['CertificateSettled']);
    const attached = success(await attach(order, { serialNumber: 'SN1' }));
    expect([attached.status, attached.files.map(({ flags, quantity }) => [flags, quantity])]).toEqual(['ATTACHED', [[[], '2']]]);
    expect(codes(await review(order, { checklist: ['DATE'] }))).toEqual(['ChecklistIncomplete']);
    expect(success(await review(order)).status).toBe('ACCEPTED');
    expect(codes(await review(order))).toEqual(['CertificateSettled']);
    expect(codes(await attach(order))).toEqual(['CertificateSettled']);
    expect((await of(order, world.supplier))[0]?.status).toBe('ACCEPTED');
    expect(await of(order, world.stranger)).toEqual([]);
  });

  it('comes in several files, and is accepted when they cover the line; a refused one is brought anew', async () => {
    const order = await ordered({ certificates: ['EASA_FORM_1'] });
    success(await attach(order, { quantity: '1' }));
    expect(success(await review(order)).status).toBe('PROMISED');
    success(await attach(order, { quantity: '1' }));
    expect(codes(await review(order, { accepted: false }))).toEqual(['ReviewReasonMissing']);
    const refused = success(await review(order, { accepted: false, reason: 'unsigned' }));
    expect([refused.status, refused.files.map(({ status }) => status)]).toEqual(['REFUSED', ['ACCEPTED', 'REFUSED']]);
    success(await attach(order, { quantity: '1' }));
    expect(success(await review(order)).status).toBe('ACCEPTED');
  });

  it('is flagged where it differs, and then accepted with a reason alone', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const keeper = memberOf(world.supplier.orgId, ['stock:write']);
    const lot = {
      offerId: offer.id,
      location: 'MAIN',
      serialNumber: 'S1',
      condition: 'OH',
      trace: 'YES' as const,
      quantity: '1',
    };
    success(await db.unitOfWork.run(keeper, (work) => saveLots(work, { lots: [lot] })));
    const order = await ordered({ lots: { conditions: ['OH'] }, certificates: ['EASA_FORM_1'], dualRelease: true }, '1', offer);
    const attached = success(await attach(order, { serialNumber: 'S2', number: null }));
    expect(attached.files[0]?.flags).toEqual(['SERIAL_DIFFERS', 'DUAL_RELEASE_MISSING', 'NUMBER_MISSING']);
    expect(codes(await review(order))).toEqual(['ChecklistIncomplete', 'ReviewReasonMissing']);
    const whole = { checklist: [...checkItems, 'DUAL_RELEASE' as const], reason: 'seen with the shop' };
    expect(success(await review(order, whole)).status).toBe('ACCEPTED');
  });

  it('is waived by the buyer alone, with a reason', async () => {
    const order = await ordered({ certificates: ['COFC'] });
    const { id } = await only(order);
    const waive = (actor: UserActor, reason = 'not needed') =>
      db.unitOfWork.run(actor, (work) => waiveCertificate(work, { orderId: order.id, certificateId: id, reason }));
    await expect(waive(memberOf(world.supplier.orgId, ['certificate:review']))).rejects.toThrow(NotFound);
    await expect(waive(world.buyer)).rejects.toThrow(Forbidden);
    await expect(waive(reviewer, ' ')).rejects.toThrow(BadInput);
    expect(success(await waive(reviewer)).status).toBe('WAIVED');
    expect(codes(await attach(order))).toEqual(['CertificateSettled']);
  });

  it('is for the parties, each with his right, and only by files of his own', async () => {
    const order = await ordered({ certificates: ['COFC'] });
    await expect(attach(order, {}, world.buyer)).rejects.toThrow(Forbidden);
    await expect(attach(order, {}, memberOf(world.supplier.orgId, []))).rejects.toThrow(Forbidden);
    await expect(attach(order, {}, world.stranger)).rejects.toThrow(NotFound);
    expect(codes(await attach(order, { fileId: await fileOf(world.buyer) }))).toEqual(['FileUnknown']);
    success(await attach(order));
    await expect(review(order, {}, world.buyer)).rejects.toThrow(Forbidden);
    await expect(review(order, {}, memberOf(world.supplier.orgId, [...supplierRights, 'certificate:review']))).rejects.toThrow(
      Forbidden,
    );
    await expect(review(order, {}, memberOf(world.stranger.orgId, ['certificate:review']))).rejects.toThrow(NotFound);
    expect((await only(order)).status).toBe('ATTACHED');
  });

  it('is judged once when two review it at once', async () => {
    const order = await ordered({ certificates: ['COFC'] });
    success(await attach(order));
    const both = await Promise.all([review(order), review(order, { accepted: false, reason: 'no' })]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await only(order)).files).toHaveLength(1);
  });

  it('moves along the same edges in code and database', async () => {
    const stored = await db.admin<{ edge: string }>(
      `select by_party || ' ' || event || ' ' || from_status as edge from procurement.certificate_edge`,
    );
    expect(stored.map(({ edge }) => edge).sort()).toEqual(
      certificateEdges.map(({ by, event, from }) => `${by} ${event} ${from}`).sort(),
    );
  });
});
