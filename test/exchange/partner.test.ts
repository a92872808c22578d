import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pollFolder, resendMessage, savePartnerIdentities, savePartnerProfile, sendTestOrder } from '#libs/exchange';
import { Forbidden, NotFound, systemActor } from '#libs/platform';
import { beginDelivery } from '../../libs/exchange/src/outbound/begin-delivery.js';
import { mailOrder } from '../../libs/exchange/src/outbound/mail-order.js';
import { recordDelivery } from '../../libs/exchange/src/outbound/record-delivery.js';
import { sendOrder } from '../../libs/exchange/src/outbound/send-order.js';
import { codes, memberOf, placedOrder, success } from '../factories/order.factory.js';
import { ublErp } from '../newcomer/erp-ubl.js';
import { x12Erp } from '../newcomer/erp-x12.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { connection, delivered, type ExchangeWorld, exchangeWorld, logOf, orderNumbered, wantedOrder } from './support.js';

let db: FreshDatabase;
let world: ExchangeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await exchangeWorld(db);
});
afterAll(() => db.close());
beforeEach(async () => {
  for (const table of ['delivery_attempt', 'document', 'message_body', 'message', 'partner_profile', 'partner_identity'])
    await db.admin(`delete from exchange.${table}`);
});

const manager = () => memberOf(world.supplier.orgId, ['exchange:manage', 'exchange:read']);
const profile = { role: 'SUPPLIER', name: 'ERP', format: 'UBL', transport: 'FOLDER', testMode: false } as const;

describe('a connection', () => {
  it('is made once, changed by who read it last, and by nobody without the right', async () => {
    const save = (more: object = {}, actor = manager()) =>
      db.unitOfWork.run(actor, (work) => savePartnerProfile(work, { ...profile, ...more }));
    const both = await Promise.all([save(), save()]);
    expect(both.map((made) => (made.ok ? 'made' : made.errors[0]?.code)).sort()).toEqual(['VersionConflict', 'made']);
    expect(success(await save({ name: 'Other', expectedVersion: 1 }))).toMatchObject({
      name: 'Other',
      version: 2,
      hasSecret: false,
    });
    expect(codes(await save({ expectedVersion: 1 }))).toEqual(['VersionConflict']);
    await expect(save({}, memberOf(world.supplier.orgId, ['exchange:read']))).rejects.toThrow(Forbidden);
    expect((await db.admin('select 1 from exchange.partner_profile')).length).toBe(1);
  });

  it("lets a partner's habits over the table: his unit code, and a place he leaves empty", async () => {
    const wanted = wantedOrder(world);
    const habit = x12Erp.order(wanted, 'k').body.replace('*100*BX*', '*100*CT*');
    const erp = memberOf(world.buyer.orgId, ['exchange:send', 'order:place', 'order:read']);
    await delivered(db, erp, habit);
    expect(await orderNumbered(db, world, wanted.number)).toBeUndefined();
    await connection(db, world.buyer, {
      role: 'BUYER',
      format: 'X12',
      settings: { adjustments: { 'x12:004010:850': { rename: { 'PO1[]03': { CT: 'BX' } } } } },
    });
    await delivered(db, erp, habit.replaceAll(/(ISA.*\*U\*00401\*|IEA\*1\*)\d{9}/g, '$1000000077'));
    expect((await orderNumbered(db, world, wanted.number))?.lines[0]).toMatchObject({ quantity: '100', orderUnit: 'XBX' });
  });
});

describe('codes of a partner', () => {
  const codesOf = (organizationId: string, identities: { scheme: string; value: string }[], actor = manager()) =>
    db.unitOfWork.run(actor, (work) => savePartnerIdentities(work, { organizationId, identities }));

  it('replace those he had, name one organisation only, and lead his documents to it', async () => {
    expect(
      success(
        await codesOf(world.buyer.orgId, [
          { scheme: 'X12:92', value: 'C-1' },
          { scheme: 'X12:92', value: 'C-1' },
        ]),
      ),
    ).toEqual([{ scheme: 'X12:92', value: 'C-1' }]);
    expect(success(await codesOf(world.buyer.orgId, [{ scheme: 'X12:92', value: 'C-2' }]))).toEqual([
      { scheme: 'X12:92', value: 'C-2' },
    ]);
    expect(codes(await codesOf(world.stranger.orgId, [{ scheme: 'X12:92', value: 'C-2' }]))).toEqual(['IdentityTaken']);
    await expect(codesOf('00000000-0000-7000-8000-000000000000', [])).rejects.toThrow(NotFound);
    await expect(codesOf(world.buyer.orgId, [], memberOf(world.supplier.orgId, []))).rejects.toThrow(Forbidden);
  });
});

describe('a test order', () => {
  it('is sent once per key, marked as a test, in every format, and stands in no list of orders', async () => {
    for (const format of ['UBL', 'CXML', 'X12'] as const) {
      const profileId = await connection(db, world.supplier, { role: 'SUPPLIER', format, testMode: true });
      const actor = manager();
      const send = () => db.unitOfWork.run(actor, (work) => sendTestOrder(work, { profileId, idempotencyKey: `k-${format}` }));
      expect(success(await send())).toBe(success(await send()));
    }
    expect((await logOf(db, world.supplier)).map(({ format, state, codes: found }) => [format, state, found])).toEqual([
      ['UBL', 'QUEUED', []],
      ['CXML', 'QUEUED', []],
      ['X12', 'QUEUED', []],
    ]);
    expect(await db.admin(`select 1 from procurement.purchase_order where number like 'TEST-%'`)).toEqual([]);
    const buyers = await connection(db, world.supplier, { role: 'BUYER', format: 'UBL' });
    expect(
      codes(await db.unitOfWork.run(manager(), (work) => sendTestOrder(work, { profileId: buyers, idempotencyKey: 'x' }))),
    ).toEqual(['ProfileNotForOrders']);
  });
});

describe('a delivery', () => {
  const outcome = (more: object) => ({
    outcome: 'UNREACHABLE' as const,
    again: true,
    startedAt: new Date(),
    endedAt: new Date(),
    ...more,
  });
  const supplierSystem = () => systemActor(world.supplier.orgId);
  const queued = async (): Promise<string> => {
    await connection(db, world.supplier, { role: 'SUPPLIER', format: 'UBL' });
    const { order } = await placedOrder(db, world);
    for (let i = 0; i < 2; i++) await db.unitOfWork.run(supplierSystem(), (work) => sendOrder(work, { orderId: order.id }));
    const log = await logOf(db, world.supplier);
    expect(log.length).toBe(1);
    return log[0]!.id;
  };
  const begin = (id: string) => db.unitOfWork.run(supplierSystem(), (work) => beginDelivery(work, id));
  const record = (id: string, more: object) =>
    db.unitOfWork.run(supplierSystem(), (work) => recordDelivery(work, id, outcome(more)));
  const resend = (id: string) => db.unitOfWork.run(manager(), (work) => resendMessage(work, { messageId: id }));
  const pausesOf = (id: string) =>
    db.admin<{ state: string; pause: number | null }>(
      `select state, round(extract(epoch from next_attempt_at - clock_timestamp()) / 10)::int * 10 as pause from exchange.message where id = $1`,
      [id],
    );

  it('is tried with growing pauses, and given up after ten more', async () => {
    const id = await queued();
    const seen: unknown[] = [];
    for (let tries = 0; tries < 11; tries++) {
      await begin(id);
      await record(id, {});
      seen.push(await pausesOf(id).then(([row]) => [row!.state, row!.pause]));
    }
    const waits = [10, 30, 120, 600, 1800, 3600, 10_800, 21_600, 43_200, 86_400];
    expect(seen).toEqual([...waits.map((pause) => ['FAILED', pause]), ['DEAD', null]]);
    expect((await db.admin('select 1 from exchange.delivery_attempt where message_id = $1', [id])).length).toBe(11);
    expect(await begin(id)).toBeUndefined();
    expect(success(await resend(id))).toMatchObject({ state: 'QUEUED', attempts: 0 });
    expect(codes(await resend(id))).toEqual(['MessageNotResendable']);
    await expect(
      db.unitOfWork.run(memberOf(world.stranger.orgId, ['exchange:manage']), (work) => resendMessage(work, { messageId: id })),
    ).rejects.toThrow(NotFound);
  });

  it('waits while its connection is paused, and is given up when that speaks another format', async () => {
    const id = await queued();
    await db.admin(`update exchange.partner_profile set status = 'PAUSED'`);
    expect([await begin(id), (await pausesOf(id))[0]?.state]).toEqual([undefined, 'QUEUED']);
    await db.admin(`update exchange.partner_profile set status = 'ACTIVE', format = 'CXML'`);
    expect([await begin(id), (await pausesOf(id))[0]?.state]).toEqual([undefined, 'DEAD']);
    expect((await logOf(db, world.supplier))[0]).toMatchObject({ documentState: 'DEAD', codes: ['FORMAT_CHANGED'] });
  });

  it('by mail reaches nobody when nobody may confirm', async () => {
    const { order } = await placedOrder(db, world);
    const told = await db.unitOfWork.run(supplierSystem(), async (work) => {
      const sent = await sendOrder(work, { orderId: order.id });
      if (sent.by !== 'MAIL') throw new Error('there is no connection');
      return mailOrder(work, { ...sent, what: 'Placed', sentences: { of: (code) => code }, publicUrl: 'https://hub.example' });
    });
    expect(told).toBe(0);
  });
});

describe('a drop folder', () => {
  it('is emptied once: each settled file received and answered beside it; links, folders and unfinished files are left alone', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'entrepot-drop-'));
    const actor = systemActor(world.buyer.orgId);
    const past = new Date(Date.now() - 60_000);
    try {
      expect(await pollFolder(db.unitOfWork, actor, folder)).toBe(0);
      const wanted = wantedOrder(world);
      for (const [name, body] of [
        ['order.xml', ublErp.order(wanted, 'k').body],
        ['half.xml.part', 'x'],
      ] as const) {
        await writeFile(path.join(folder, 'in', name), body);
        await utimes(path.join(folder, 'in', name), past, past);
      }
      await writeFile(path.join(folder, 'in', 'young.xml'), 'still being written');
      const later = new Date(Date.now() + 3_600_000);
      await utimes(path.join(folder, 'in', 'young.xml'), later, later);
      await symlink('/etc/hostname', path.join(folder, 'in', 'link.xml'));
      expect(await pollFolder(db.unitOfWork, actor, folder)).toBe(1);
      expect([await readdir(path.join(folder, 'done')), (await readdir(path.join(folder, 'in'))).sort()]).toEqual([
        ['order.xml'],
        ['half.xml.part', 'link.xml', 'young.xml'],
      ]);
      expect(JSON.parse(await readFile(path.join(folder, 'replies', 'order.xml.reply'), 'utf8'))).toMatchObject({
        duplicate: false,
      });
      expect((await orderNumbered(db, world, wanted.number))?.total).toBe('1050.00');
      await mkdir(path.join(folder, 'in', 'a-folder'));
      expect(await pollFolder(db.unitOfWork, actor, folder)).toBe(0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
