import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { exchangeRoom } from '#libs/exchange';
import { createApiKey, organizationsRoom } from '#libs/organizations';
import type { Room } from '#libs/platform';
import { placeOrder, procurementRoom, type WholeOrder } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { lineOf, memberOf, orderInput, success } from '../factories/order.factory.js';
import { edifactErp } from '../newcomer/erp-edifact.js';
import { PartnerServer } from '../newcomer/partner-server.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { until } from '../support/until.js';
import {
  boxLine,
  connection,
  type ExchangeWorld,
  exchangeWorld,
  logOf,
  orderCount,
  orderNumbered,
  wantedOrder,
} from './support.js';

class NoDoors {}
Module({})(NoDoors);
const organizations: Room = { name: 'organizations', module: NoDoors, entities: organizationsRoom.entities ?? [] };

let hub: TestHub;
let world: ExchangeWorld;
let partner: PartnerServer;
let buyerKey: string;
let supplierKey: string;
beforeAll(async () => {
  partner = await PartnerServer.start();
  hub = await startTestHub({
    rooms: [organizations, supplyRoom, procurementRoom, exchangeRoom],
    env: { ENTREPOT_WORKER: 'inline', ENTREPOT_OUTBOUND_ALLOW: '127.0.0.1,localhost' },
  });
  world = await exchangeWorld(hub.db);
  const key = async (orgId: string, scopes: string[]): Promise<string> => {
    const maker = memberOf(orgId, ['apikey:manage', ...scopes]);
    return success(await hub.db.unitOfWork.run(maker, (work) => createApiKey(work, { name: 'ERP', scopes }))).secret;
  };
  buyerKey = await key(world.buyer.orgId, ['exchange:send', 'order:place', 'order:read', 'price:read']);
  supplierKey = await key(world.supplier.orgId, ['exchange:send', 'order:confirm', 'order:read']);
});
afterAll(async () => {
  await hub.close();
  await partner.close();
});

async function inbound(body: string | Buffer, key: string): Promise<{ status: number; type: string | null; segments: string[] }> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/edifact' };
  const answer = await fetch(`${hub.url}/exchange/inbound`, { method: 'POST', headers, body: new Uint8Array(Buffer.from(body)) });
  const segments = Buffer.from(await answer.arrayBuffer())
    .toString('latin1')
    .split('\n')
    .filter((line) => line !== '');
  return { status: answer.status, type: answer.headers.get('content-type'), segments };
}
const of = (segments: readonly string[], ...tags: string[]): string[] =>
  segments.filter((segment) => tags.includes(segment.slice(0, 3)));

describe('an EDIFACT interchange at the door', () => {
  it('becomes an order, answered by a CONTRL that names interchange and message', async () => {
    const wanted = wantedOrder(world);
    const { body } = edifactErp.order(wanted, buyerKey);
    const control = /UNB\+[^+]*\+[^+]*\+[^+]*\+[^+]*\+(\d+)/.exec(body)![1]!;
    const { status, type, segments } = await inbound(body, buyerKey);
    expect([status, type]).toEqual([200, 'application/edifact']);
    expect(of(segments, 'UNA')).toEqual(["UNA:+.? '"]);
    expect(of(segments, 'UNB')[0]).toMatch(/^UNB\+UNOC:3\+ENTREPOT\+BUYERERP:ZZ\+\d{6}:\d{4}\+\d{9}'$/);
    expect(of(segments, 'UNH', 'UCI', 'UCM')).toEqual([
      "UNH+1+CONTRL:D:3:UN'",
      `UCI+${control}+BUYERERP:ZZ+ENTREPOT+7'`,
      "UCM+1+ORDERS:D:96A:UN+7'",
    ]);
    expect(await orderNumbered(hub.db, world, wanted.number)).toMatchObject({ channel: 'EDIFACT', total: '1050.00' });
    const again = await inbound(body, buyerKey);
    expect(again.segments).toEqual(segments);
  });

  it('that asks for what cannot be is readable all the same, and an APERAK says why it was refused', async () => {
    const before = await orderCount(hub.db);
    const wanted = wantedOrder(world, { lines: [boxLine(world, { amount: '41.00' })] });
    const { segments } = await inbound(edifactErp.order(wanted, buyerKey).body, buyerKey);
    expect(of(segments, 'UNH', 'UCM', 'BGM', 'RFF', 'ERC', 'FTX').map((segment) => segment.slice(0, 60))).toEqual([
      "UNH+1+CONTRL:D:3:UN'",
      "UCM+1+ORDERS:D:96A:UN+7'",
      "UNH+1+APERAK:D:96A:UN'",
      expect.stringMatching(/^BGM\+294\+\d{9}-1\+27'$/),
      `RFF+ACW:${wanted.number}'`,
      "ERC+ZZZ'",
      'FTX+AAO+++PRICE_CHANGED?: Line 00010?: the price 41.00 USD p',
      "RFF+ACW:lines[0].price'",
    ]);
    expect(new Set(of(segments, 'UNB').map((segment) => segment.split('+')[5])).size).toBe(2);
    expect(await orderCount(hub.db)).toBe(before);
  });

  it.each([
    ['a wrong count of segments', (text: string) => text.replace(/UNT\+\d+/, 'UNT+99'), ["UCM+1+ORDERS:D:96A:UN+4+29'"]],
    ['a cut in the middle', (text: string) => text.slice(0, text.indexOf('QTY')), ["UCM+1+ORDERS:D:96A:UN+4+13'"]],
    ['a word for a quantity', (text: string) => text.replace('QTY+21:100', 'QTY+21:many'), ["UCM+1+ORDERS:D:96A:UN+4'"]],
    ['a message nobody reads', (text: string) => text.replace('ORDERS:D', 'IFCSUM:D'), ["UCM+1+IFCSUM:D:96A:UN+4+18'"]],
  ])('with %s is refused by its CONTRL, and nothing is changed', async (_, spoil, said) => {
    const before = await orderCount(hub.db);
    const { status, segments } = await inbound(spoil(edifactErp.order(wantedOrder(world), buyerKey).body), buyerKey);
    expect([status, of(segments, 'UCM')]).toEqual([200, said]);
    expect(segments.join('')).not.toContain('APERAK');
    expect(await orderCount(hub.db)).toBe(before);
  });

  it('of two messages is answered for each, and the good one stands', async () => {
    const [one, two] = [
      wantedOrder(world),
      wantedOrder(world, { lines: [boxLine(world, { supplierPart: 'NO-1', buyerPart: 'NO-2' })] }),
    ];
    const message = (text: string) => /UNH\+[\s\S]*?\nUNT[^']*'/.exec(text)![0];
    const first = edifactErp.order(one, buyerKey).body;
    const second = message(edifactErp.order(two, buyerKey).body).replace('UNH+1+', 'UNH+2+').replace(/\+1'$/, "+2'");
    const { segments } = await inbound(first.replace('\nUNZ+1+', `\n${second}\nUNZ+2+`), buyerKey);
    expect([of(segments, 'UCM').length, of(segments, 'ERC').length]).toEqual([2, 1]);
    expect(await orderNumbered(hub.db, world, one.number)).toBeDefined();
    expect(await orderNumbered(hub.db, world, two.number)).toBeUndefined();
  });
});

describe('a supplier whose ERP speaks EDIFACT', () => {
  const sent = async (): Promise<{ order: WholeOrder; control: string; body: string }> => {
    const order = success(
      await hub.services.unitOfWork.run(world.buyer, (work) =>
        placeOrder(work, orderInput(world, [lineOf(world.boxes, '4', { number: '00010' })])),
      ),
    )[0]!;
    const arrived = () => partner.arrived.find(({ body }) => body.includes(order.number));
    await until(() => arrived() !== undefined);
    const { body } = arrived()!;
    return { order, body, control: /UNB\+[^+]*\+[^+]*\+[^+]*\+[^+]*\+(\d+)/.exec(body)![1]! };
  };
  const contrl = (control: string, action: '4' | '7', own: string): string =>
    [
      `UNB+UNOC:3+PARTNER:ZZ+ENTREPOT:ZZ+261122:1000+${own}'`,
      "UNH+1+CONTRL:D:3:UN'",
      `UCI+${control}+ENTREPOT+PARTNER:ZZ+${action}'`,
      `UCM+1+ORDERS:D:96A:UN+${action}'`,
      "UNT+4+1'",
      `UNZ+1+${own}'`,
    ].join('\n');
  const acknowledged = async (control: string): Promise<string | null | undefined> =>
    (
      await hub.db.admin<{ acknowledged: string | null }>(
        `select acknowledged from exchange.message where org_id = $1 and direction = 'OUT' and control_number = $2`,
        [world.supplier.orgId, control],
      )
    )[0]?.acknowledged;

  it('gets ORDERS and may answer with a CONTRL in the reply, at the door, or with an APERAK', async () => {
    const endpoint = partner.open('/edifact', (body) => {
      const control = /UNB\+[^+]*\+[^+]*\+[^+]*\+[^+]*\+(\d+)/.exec(body)?.[1] ?? '';
      return { status: 200, contentType: 'application/edifact', body: contrl(control, '7', `R${control}`) };
    });
    await connection(hub.db, world.supplier, { role: 'SUPPLIER', format: 'EDIFACT', endpoint });
    const { order, control, body } = await sent();
    expect(body).toMatch(/^UNA:\+\.\? '\nUNB\+UNOC:3\+ENTREPOT\+PARTNER:ZZ\+\d{6}:\d{4}\+\d{9}\+\+\+\+1'\n/);
    await until(async () => (await acknowledged(control)) === 'ACCEPTED');

    const refused = await inbound(contrl(control, '4', '7001'), supplierKey);
    expect([refused.status, refused.segments]).toEqual([200, []]);
    expect(await acknowledged(control)).toBe('REJECTED');

    const aperak = [
      "UNB+UNOC:3+PARTNER:ZZ+ENTREPOT:ZZ+261122:1000+7002'",
      "UNH+1+APERAK:D:96A:UN'",
      "BGM+294+A-1+34'",
      "DTM+137:20261122:102'",
      `RFF+ACW:${order.number}'`,
      "ERC+12'",
      "FTX+AAO+++The part is blocked in the warehouse'",
      "UNT+7+1'",
      "UNZ+1+7002'",
    ].join('\n');
    const { segments } = await inbound(aperak, supplierKey);
    expect(of(segments, 'UCM')).toEqual(["UCM+1+APERAK:D:96A:UN+7'"]);
    expect(await acknowledged(control)).toBe('ACCEPTED_WITH_ERRORS');
    const log = await logOf(hub.db, world.supplier);
    expect(log.at(-1)).toMatchObject({
      coordinate: 'edifact:D.96A:APERAK',
      documentState: 'APPLIED',
      codes: ['PARTNER_FINDING'],
    });
  });

  it('gets what UNOC does not hold in UTF-8, and in its own character set when it has one', async () => {
    const written = async (note: string, settings: object): Promise<string> => {
      const endpoint = partner.open('/charset', () => ({ status: 200, contentType: 'text/plain', body: '' }));
      await connection(hub.db, world.supplier, { role: 'SUPPLIER', format: 'EDIFACT', endpoint, settings });
      const input = { ...orderInput(world, [lineOf(world.boxes, '4')]), note };
      const order = success(await hub.services.unitOfWork.run(world.buyer, (work) => placeOrder(work, input)))[0]!;
      const found = () =>
        hub.db.admin<{ raw: string; state: string }>(
          `select encode(b.raw, 'hex') as raw, m.state from exchange.message m join exchange.message_body b on b.org_id = m.org_id and b.message_id = m.id
           join exchange.document d on d.org_id = m.org_id and d.message_id = m.id where d.order_id = $1 and m.org_id = $2`,
          [order.id, world.supplier.orgId],
        );
      await until(async () => ['SENT', 'DEAD'].includes((await found())[0]?.state ?? ''));
      return Buffer.from((await found())[0]!.raw, 'hex').toString('latin1');
    };
    const own = { id: 'PARTNER', qualifier: 'ZZ' };
    expect(await written('Größe', {})).toContain('Größe');
    expect(await written('漢字', {})).toMatch(/UNB\+UNOY:4[\s\S]*\xe6\xbc\xa2/);
    expect(await written('Größe', { edifact: { own, syntax: 'UNOY' } })).toContain('Gr\xc3\xb6');
    expect(await written('Größe', { edifact: { own, release: 'D.01B', association: 'EAN010' } })).toContain(
      'ORDERS:D:01B:UN:EAN010',
    );
  });
});
