import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApplicationResponse, writeDocument } from '#libs/documents';
import type { ExchangeFormat } from '#libs/exchange';
import type { Actor } from '#libs/platform';
import { placeOrder, type WholeOrder } from '#libs/procurement';
import { sendOrder } from '../../libs/exchange/src/outbound/send-order.js';
import { lineOf, memberOf, orderInput, success } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { connection, delivered, type ExchangeWorld, exchangeWorld, logOf } from './support.js';

let db: FreshDatabase;
let world: ExchangeWorld;
let erp: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  world = await exchangeWorld(db);
  erp = memberOf(world.supplier.orgId, ['exchange:send']);
});
afterAll(() => db.close());

/** An order that went out in a format: its number and its control number. */
async function sent(format: ExchangeFormat): Promise<{ order: WholeOrder; control: string; id: string }> {
  await connection(db, world.supplier, { role: 'SUPPLIER', format });
  const input = orderInput(world, [lineOf(world.boxes, '4', { number: '00010' })]);
  const [order] = success(await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, input)));
  await db.unitOfWork.run(world.supplierSystem, (work) => sendOrder(work, { orderId: order!.id }));
  const [message] = await db.admin<{ control: string; id: string }>(
    `select m.control_number as control, m.id from exchange.message m join exchange.document d on d.org_id = m.org_id and d.message_id = m.id where d.order_id = $1 and m.direction = 'OUT'`,
    [order!.id],
  );
  return { order: order!, control: message!.control, id: message!.id };
}
const acknowledged = async (id: string): Promise<string | null | undefined> =>
  (await db.admin<{ acknowledged: string | null }>('select acknowledged from exchange.message where id = $1', [id]))[0]
    ?.acknowledged;
const last = async () => (await logOf(db, world.supplier)).filter(({ direction }) => direction === 'IN').at(-1)!;

let count = 0;
function verdict(order: string, status: ApplicationResponse['status']): ApplicationResponse {
  count += 1;
  const party = (gln: string) => ({
    identifiers: [{ value: gln, scheme: '0088' }],
    endpoint: { value: gln, scheme: '0088' },
    name: 'X',
    address: { lines: [] },
  });
  return {
    kind: 'applicationResponse',
    number: `AR-${count}`,
    issuedOn: '2026-11-22',
    note: [],
    sender: party(world.cards.supplier.gln),
    receiver: party('7300010000001'),
    status,
    document: { number: order },
    findings: [],
  };
}

describe('what a partner says of what he got', () => {
  it.each([
    ['UBL', 'ubl'],
    ['EDIFACT', 'edifact'],
  ] as const)('in %s is noted on the newest message about the order, and moves nothing', async (format, name) => {
    const { order, id } = await sent(format);
    for (const [status, noted] of [
      ['accepted', 'ACCEPTED'],
      ['rejected', 'REJECTED'],
    ] as const) {
      const { text } = writeDocument(verdict(order.number, status), name, { control: String(60_000 + count), test: false })!;
      await delivered(db, erp, text);
      expect([await last(), await acknowledged(id)]).toEqual([expect.objectContaining({ documentState: 'APPLIED' }), noted]);
    }
    const [still] = await db.admin<{ status: string; version: number }>(
      'select status, version from procurement.purchase_order where id = $1',
      [order.id],
    );
    expect(still).toEqual({ status: 'SENT', version: 1 });
  });

  it('of nothing the hub has sent changes nothing, nor does what others say', async () => {
    const { order, id } = await sent('EDIFACT');
    const text = (number: string) =>
      writeDocument(verdict(number, 'rejected'), 'edifact', { control: String(61_000 + count), test: false })!.text;
    await delivered(db, erp, text('NOBODY-1'));
    expect(await last()).toMatchObject({ documentState: 'IGNORED', codes: expect.arrayContaining(['MESSAGE_UNKNOWN']) });
    await delivered(db, memberOf(world.stranger.orgId, ['exchange:send']), text(order.number));
    expect(await acknowledged(id)).toBeNull();
  });

  it('in X12 as a TA1 is noted on its interchange', async () => {
    const { id, control } = await sent('X12');
    const ta1 = (number: string, code: string, note: string, own: string) =>
      [
        `ISA*00*          *00*          *ZZ*PARTNER        *ZZ*ENTREPOT       *261122*1000*U*00401*${own}*0*P*>~`,
        `TA1*${number}*261122*1000*${code}*${note}~`,
        `IEA*0*${own}~`,
      ].join('\n');
    await delivered(db, erp, ta1(control, 'A', '000', '000000801'));
    expect([await last(), await acknowledged(id)]).toEqual([
      expect.objectContaining({ coordinate: 'x12:004010:TA1', documentState: 'APPLIED', codes: [] }),
      'ACCEPTED',
    ]);
    await delivered(db, erp, ta1(control, 'R', '018', '000000802'));
    expect([(await last()).codes, await acknowledged(id)]).toEqual([['PARTNER_FINDING'], 'REJECTED']);
    await delivered(db, erp, ta1('999999999', 'A', '000', '000000803'));
    expect(await last()).toMatchObject({ documentState: 'IGNORED', codes: ['INTERCHANGE_UNKNOWN'] });
  });

  it('in X12 as a 999 is noted like a 997', async () => {
    const { id, control } = await sent('X12');
    const body = [
      'ISA*00*          *00*          *ZZ*PARTNER        *ZZ*ENTREPOT       *261122*1000*^*00501*000000901*0*P*>~',
      'GS*FA*PARTNER*ENTREPOT*20261122*1000*901*X*005010X231A1~',
      'ST*999*0001*005010X231A1~',
      `AK1*PO*${Number(control)}*004010~`,
      'AK2*850*0001~',
      'IK5*R*5~',
      'AK9*R*1*1*0~',
      'SE*6*0001~',
      'GE*1*901~',
      'IEA*1*000000901~',
    ].join('\n');
    const { reply } = await delivered(db, erp, body);
    expect([reply.body.toString(), await acknowledged(id)]).toEqual(['', 'REJECTED']);
  });

  it.each(['X12', 'EDIFACT'] as const)(
    'in %s is of the connection on which it came: each counts its own numbers',
    async (format) => {
      const own = (name: string) =>
        format === 'X12' ? { x12: { own: { qualifier: 'ZZ', id: name } } } : { edifact: { own: { id: name, qualifier: 'ZZ' } } };
      const { id, control } = await sent(format);
      await connection(db, world.supplier, { role: 'BUYER', format, settings: own('BUYING') });
      const from = (name: string, number: string) =>
        format === 'X12'
          ? [
              `ISA*00*          *00*          *ZZ*${name.padEnd(15)}*ZZ*ENTREPOT       *261122*1000*U*00401*${number}*0*P*>~`,
              `GS*FA*${name}*ENTREPOT*20261122*1000*9*X*004010~`,
              'ST*997*0001~',
              `AK1*PO*${Number(control)}~`,
              'AK9*A*1*1*1~',
              'SE*4*0001~',
              'GE*1*9~',
              `IEA*1*${number}~`,
            ].join('\n')
          : [
              `UNB+UNOC:3+${name}:ZZ+ENTREPOT:ZZ+261122:1000+${number}'`,
              "UNH+1+CONTRL:D:3:UN'",
              `UCI+${control}+ENTREPOT+${name}:ZZ+7'`,
              "UNT+3+1'",
              `UNZ+1+${number}'`,
            ].join('\n');
      await delivered(db, erp, from('BUYING', '000000811'));
      expect([(await last()).codes, await acknowledged(id)]).toEqual([['GROUP_UNKNOWN'], null]);
      await delivered(db, erp, from('NOBODY', '000000812'));
      expect(await acknowledged(id)).toBeNull();
      await delivered(db, erp, from('PARTNER', '000000813'));
      expect(await acknowledged(id)).toBe('ACCEPTED');
    },
  );

  it.each(['X12', 'EDIFACT'] as const)(
    'in %s marks nothing where two connections go by one address and each has sent that number',
    async (format) => {
      const { id, control } = await sent(format);
      const other = await connection(db, world.supplier, { role: 'BUYER', format });
      const twin = randomUUID();
      const planted = (table: string, key: string, change: object) =>
        db.admin(
          `insert into exchange.${table} select (jsonb_populate_record(o, $2)).* from exchange.${table} o where o.${key} = $1`,
          [id, JSON.stringify(change)],
        );
      await planted('message', 'id', { id: twin, profile_id: other });
      await planted('document', 'message_id', { id: randomUUID(), message_id: twin, caused_by: `twin:${twin}` });
      const number = String(Number(control) + 500_000).padStart(9, '0');
      const text =
        format === 'X12'
          ? [
              `ISA*00*          *00*          *ZZ*PARTNER        *ZZ*ENTREPOT       *261122*1000*U*00401*${number}*0*P*>~`,
              `TA1*${control}*261122*1000*A*000~`,
              `IEA*0*${number}~`,
            ].join('\n')
          : `UNB+UNOC:3+PARTNER:ZZ+ENTREPOT:ZZ+261122:1000+${number}'UNH+1+CONTRL:D:3:UN'UCI+${control}+ENTREPOT+PARTNER:ZZ+7'UNT+3+1'UNZ+1+${number}'`;
      await delivered(db, erp, text);
      expect([(await last()).codes, await acknowledged(id), await acknowledged(twin)]).toEqual([
        ['ACKNOWLEDGEMENT_AMBIGUOUS'],
        null,
        null,
      ]);
    },
  );

  it('in cXML is found by the payloadID, whoever carries it', async () => {
    const { id } = await sent('CXML');
    const own = { domain: 'NetworkId', identity: 'AN02' };
    await connection(db, world.supplier, { role: 'BUYER', format: 'CXML', settings: { cxml: { own } } });
    const [{ payload }] = (await db.admin<{ payload: string }>(
      'select transport_id as payload from exchange.message where id = $1',
      [id],
    )) as [{ payload: string }];
    const said = (of: string, key: string) =>
      `<?xml version="1.0" encoding="UTF-8"?><cXML payloadID="${key}" timestamp="2026-11-22T10:00:00+00:00"><Header>
        <From><Credential domain="NetworkId"><Identity>AN01</Identity></Credential></From>
        <To><Credential domain="NetworkId"><Identity>ENTREPOT</Identity></Credential></To>
        <Sender><Credential domain="NetworkId"><Identity>THE-NETWORK</Identity></Credential><UserAgent>Network</UserAgent></Sender></Header>
        <Request deploymentMode="production"><StatusUpdateRequest><DocumentReference payloadID="${of}"/><Status code="200" text="OK">Fine</Status></StatusUpdateRequest></Request></cXML>`;
    await delivered(db, erp, said('none@hub', 'status-1@network'));
    expect([(await last()).codes, await acknowledged(id)]).toEqual([['MESSAGE_UNKNOWN'], null]);
    await delivered(db, erp, said(payload, 'status-2@network'));
    expect([await last(), await acknowledged(id)]).toEqual([
      expect.objectContaining({ documentState: 'APPLIED', codes: [] }),
      'ACCEPTED',
    ]);
  });
});
