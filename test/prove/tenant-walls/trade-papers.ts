import { randomBytes, randomUUID } from 'node:crypto';
import { addContent } from '#libs/catalog';
import { keepFile, type UserActor } from '#libs/platform';
import {
  attachCertificate,
  certificatesOfOrders,
  placeOrder,
  reviewCertificate,
  saveCertificateNeeds,
  saveGateRule,
  type WholeOrder,
} from '#libs/procurement';
import { attachLotCertificate, lotsOfOffers, promiseCertificates, saveLots } from '#libs/supply';
import { value } from '../../factories/catalogue.factory.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Trade } from './trade.js';

/** Lots with their files, an order of the hidden offer that wants papers, its gate, what is written about the part, and what a file is known by. */
export async function papers(db: FreshDatabase, trade: Trade): Promise<void> {
  const { buyer, supplier } = trade;
  const [hidden] = await db.admin<{ id: string; partId: string }>(
    'select id, part_id as "partId" from supply.offer where org_id = $1 and audience is not null',
    [supplier.org.id],
  );
  if (!hidden) throw new Error('the trade has no hidden offer');
  await lots(db, supplier.actor, hidden.id);
  await rules(db, trade);
  await reviewed(db, trade, await ordered(db, trade, hidden.id));
  const about = { partId: hidden.partId, kind: 'DATASHEET' as const, series: 'DS-1', title: 'Datasheet' };
  const fileId = await file(db, supplier.actor);
  value(await db.unitOfWork.run(supplier.actor, (work) => addContent(work, { ...about, fileId })));
  await known(db, supplier.org.id);
  value(
    await db.unitOfWork.run(buyer.actor, (work) =>
      saveCertificateNeeds(work, { needs: [{ kind: 'ATA_106', supplierId: supplier.org.id }] }),
    ),
  );
}

async function file(db: FreshDatabase, actor: UserActor): Promise<string> {
  const sha256 = randomBytes(32).toString('hex');
  const kept = { sha256, size: 9, mediaType: 'application/pdf', name: 'form-1.pdf' };
  return (await db.unitOfWork.run(actor, (work) => keepFile(work, kept))).id;
}

async function lots(db: FreshDatabase, actor: UserActor, offerId: string): Promise<void> {
  const unit = { offerId, location: 'MAIN', condition: 'OH', certificates: ['EASA_FORM_1'], trace: 'YES' as const };
  const stated = [
    { ...unit, lotNumber: 'L-77', shelfLifeOn: '2031-01-01', quantity: '40' },
    { ...unit, serialNumber: 'SN-4711', quantity: '1' },
  ];
  value(await db.unitOfWork.run(actor, (work) => saveLots(work, { lots: stated })));
  value(await db.unitOfWork.run(actor, (work) => promiseCertificates(work, { offerId, certificates: ['COFC'] })));
  const found = await db.unitOfWork.read(actor, (work) => lotsOfOffers(work, [offerId]));
  const fileId = await file(db, actor);
  for (const [place, { id: lotId }] of found.entries()) {
    const certificate = { lotId, fileId, kind: 'EASA_FORM_1', number: 'F-1', issuer: 'EASA.145.1', shown: place === 0 };
    value(await db.unitOfWork.run(actor, (work) => attachLotCertificate(work, certificate)));
  }
}

/** Every side's own rule; both hold what is ordered. */
async function rules(db: FreshDatabase, { buyer, supplier }: Trade): Promise<void> {
  const rule = {
    kind: 'EXPORT' as const,
    outcome: 'HOLD' as const,
    conditions: { eccns: ['9A991'], unknown: true },
    expectedVersion: 0,
  };
  for (const [{ actor }, side] of [
    [buyer, 'BUYER'],
    [supplier, 'SUPPLIER'],
  ] as const) {
    const spoken = { ...rule, code: `${side}-1`, speaksFor: side, releaser: side, sentence: 'Ask export control first' };
    value(await db.unitOfWork.run(actor, (work) => saveGateRule(work, spoken)));
  }
}

async function ordered(db: FreshDatabase, { buyer }: Trade, offerId: string): Promise<WholeOrder> {
  const [site] = await db.admin<{ id: string }>('select id from organizations.site where org_id = $1', [buyer.org.id]);
  const priceSeen = { amount: '4.20', currency: 'EUR', basis: '100' };
  const requires = { certificates: ['EASA_FORM_1', 'FAA_8130_3'], dualRelease: true, lots: { conditions: ['OH'] } };
  const lines = [{ offerId, quantity: '4', priceSeen, requires }];
  const [order] = value(
    await db.unitOfWork.run(buyer.actor, (work) =>
      placeOrder(work, { idempotencyKey: randomUUID(), shipTo: { siteId: site?.id ?? '' }, lines }),
    ),
  );
  if (!order) throw new Error('no order was placed');
  return order;
}

/** One file refused and one waiting to be judged. */
async function reviewed(db: FreshDatabase, { buyer, supplier }: Trade, { id: orderId }: WholeOrder): Promise<void> {
  const paper = { orderId, number: 'F-2', issuer: 'FAA.145.1', partNumber: 'X-1', lotNumber: 'L-9', quantity: '4' };
  for (const { id: certificateId } of await db.unitOfWork.read(buyer.actor, (work) => certificatesOfOrders(work, [orderId]))) {
    const attach = { ...paper, certificateId, fileId: await file(db, supplier.actor) };
    value(await db.unitOfWork.run(supplier.actor, (work) => attachCertificate(work, attach)));
  }
  const [first] = await db.unitOfWork.read(buyer.actor, (work) => certificatesOfOrders(work, [orderId]));
  const judged = { orderId, certificateId: first?.id ?? '', fileId: first?.files[0]?.id ?? '' };
  value(
    await db.unitOfWork.run(buyer.actor, (work) =>
      reviewCertificate(work, { ...judged, accepted: false, reason: 'Of another lot' }),
    ),
  );
}

/** Records of the last file, those that the waiting one repeats, and the hour for which it waits. */
async function known(db: FreshDatabase, orgId: string): Promise<void> {
  const upload = `select u.org_id, u.id from supply.upload u where u.org_id = $1 order by u.created_at desc limit 1`;
  await db.admin(
    `insert into supply.record_block (org_id, upload_id, block, digests, parts) select w.org_id, w.id, 0, $2, '{B-1}' from (${upload}) w`,
    [orgId, randomBytes(16)],
  );
  await db.admin(
    `insert into supply.staged_same (org_id, upload_id, block, base_version, row_nos, lines, parts, stock_locations, stock_quantities)
     select w.org_id, w.id, 0, 1, '{9}', '{9}', '{B-1}', '{"{MAIN}"}', '{"{7}"}' from (${upload}) w`,
    [orgId],
  );
  await db.admin(
    `update supply.upload u set publish_at = now() + interval '30 days', publish_zone = 'Europe/Berlin' from (${upload}) w where u.org_id = w.org_id and u.id = w.id`,
    [orgId],
  );
}
