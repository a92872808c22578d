import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { exchangeRoom, secretPurpose } from '#libs/exchange';
import { createApiKey, organizationsRoom } from '#libs/organizations';
import { type Room, systemActor } from '#libs/platform';
import { cancelOrder, placeOrder, procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { lineOf, memberOf, orderInput, success } from '../factories/order.factory.js';
import { cxmlErp } from '../newcomer/erp-cxml.js';
import { ublErp } from '../newcomer/erp-ubl.js';
import { x12Erp } from '../newcomer/erp-x12.js';
import { PartnerServer } from '../newcomer/partner-server.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';
import { until } from '../support/until.js';
import { connection, type ExchangeWorld, erps, exchangeWorld, logOf, orderCount, wantedOrder } from './support.js';

/** The tables of organizations without its doors: actors are the suite's own. */
class NoDoors {}
Module({})(NoDoors);
const organizations: Room = { name: 'organizations', module: NoDoors, entities: organizationsRoom.entities ?? [] };

let hub: TestHub;
let world: ExchangeWorld;
let partner: PartnerServer;
let manager: SignedIn;
let reader: SignedIn;
let viewer: SignedIn;
let stranger: SignedIn;
let buyerKey: string;
let narrowKey: string;
beforeAll(async () => {
  partner = await PartnerServer.start();
  hub = await startTestHub({
    rooms: [organizations, supplyRoom, procurementRoom, exchangeRoom],
    env: { ENTREPOT_WORKER: 'inline', ENTREPOT_OUTBOUND_ALLOW: '127.0.0.1,localhost' },
  });
  world = await exchangeWorld(hub.db);
  const { orgId } = world.supplier;
  manager = await hub.signedIn({ orgId, permissions: ['exchange:read', 'exchange:manage'] });
  reader = await hub.signedIn({ orgId, permissions: ['exchange:read'] });
  viewer = await hub.signedIn({ orgId, permissions: ['order:read'] });
  stranger = await hub.signedIn({ orgId: world.stranger.orgId, permissions: ['exchange:read', 'exchange:manage'] });
  const key = async (scopes: string[]): Promise<string> => {
    const maker = memberOf(world.buyer.orgId, ['apikey:manage', ...scopes]);
    return success(await hub.db.unitOfWork.run(maker, (work) => createApiKey(work, { name: 'ERP', scopes }))).secret;
  };
  buyerKey = await key(['exchange:send', 'order:place', 'order:read', 'price:read']);
  narrowKey = await key(['order:place', 'order:read']);
});
afterAll(async () => {
  await hub.close();
  await partner.close();
});

const inbound = (body: string | Buffer, headers: Record<string, string>) =>
  fetch(`${hub.url}/exchange/inbound`, { method: 'POST', headers, body: typeof body === 'string' ? body : new Uint8Array(body) });
const bearer = (key: string, type = 'application/xml') => ({ authorization: `Bearer ${key}`, 'content-type': type });

describe('the door for ERPs', () => {
  it('answers nobody without a good key, and stores nothing of his', async () => {
    const order = ublErp.order(wantedOrder(world), buyerKey).body;
    const answers = await Promise.all([
      inbound(order, { 'content-type': 'application/xml' }),
      inbound(order, bearer(`${buyerKey.slice(0, -4)}AAAA`)),
      inbound(order, bearer('nonsense')),
      inbound(cxmlErp.order(wantedOrder(world), 'ek_12345678_wrong').body, { 'content-type': 'text/xml' }),
      inbound(order, bearer(narrowKey)),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 403]);
    expect(answers[0]!.headers.get('content-type')).toContain('application/problem+json');
    expect(await logOf(hub.db, world.buyer)).toEqual([]);
  });

  it('takes every format, each answered in its own way, and repeats the answer for the same delivery', async () => {
    for (const erp of erps) {
      const before = await orderCount(hub.db);
      const { body, headers } = erp.order(wantedOrder(world), buyerKey);
      const first = await inbound(body, headers);
      const text = await first.text();
      expect([erp.format, erp.isTaken({ status: first.status, body: text })]).toEqual([erp.format, true]);
      const again = await inbound(body, headers);
      expect([again.status, (await again.text()).replace('"duplicate":true', '"duplicate":false')]).toEqual([first.status, text]);
      expect(await orderCount(hub.db)).toBe(before + 1);
    }
  });

  it('says that an id was used before: 409, or for cXML a Status inside of a 200; nothing of it is stored', async () => {
    const { body, headers } = ublErp.order(wantedOrder(world), buyerKey);
    await inbound(body, headers);
    const [orders, stored] = [await orderCount(hub.db), (await logOf(hub.db, world.buyer)).length];
    const reused = await inbound(ublErp.order(wantedOrder(world), buyerKey).body, headers);
    expect([reused.status, ((await reused.json()) as { code: string }).code]).toEqual([409, 'TRANSPORT_ID_REUSED']);
    const cxml = cxmlErp.order(wantedOrder(world), buyerKey);
    await inbound(cxml.body, cxml.headers);
    const other = await inbound(cxml.body.replace('quantity="100"', 'quantity="101"'), cxml.headers);
    expect([other.status, /<Status code="(\d+)"/.exec(await other.text())?.[1]]).toEqual([200, '409']);
    expect([await orderCount(hub.db), (await logOf(hub.db, world.buyer)).length]).toEqual([orders + 1, stored + 1]);
  });

  const ubl = () => ublErp.order(wantedOrder(world), buyerKey).body;
  const x12 = () => x12Erp.order(wantedOrder(world), buyerKey).body;
  const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]><Order>&c;</Order>`;
  it.each([
    ['malformed XML', () => ubl().replace('</cbc:ID>', '</cbc:IDx>'), 422, /XML_NOT_WELL_FORMED|NOT_WELL_FORMED/],
    ['a billion laughs', () => laughs, 422, /DOCTYPE/],
    ['200,000 levels', () => `<Order>${'<a>'.repeat(200_000)}`, 422, /more than 64 levels/],
    ['a file cut in the middle', () => ubl().slice(0, 900), 422, /XML|FORMAT/],
    [
      'another encoding than it says',
      () => Buffer.from(ubl().replace('Hangar', 'Häng\u00e4r'), 'latin1'),
      422,
      /CHARSET|ENCODING|UTF/i,
    ],
    ['a ZIP', () => Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(500)]), 422, /FORMAT_UNKNOWN/],
    ['nothing', () => '', 422, /./],
    ['a price with decimals in yen', () => ubl().replaceAll('USD', 'JPY').replace('42.00', '42.5'), 202, /"severity":"error"/],
    ['a negative quantity', () => ubl().replace('>100<', '>-100<'), 202, /"severity":"error"/],
    ['a unit nobody knows', () => ubl().replaceAll('unitCode="XBX"', 'unitCode="QQQ"'), 202, /UNIT/],
    ['the same line twice', () => ubl().replace(/(<cac:OrderLine>[\s\S]*<\/cac:OrderLine>)/, '$1$1'), 202, /"severity":"error"/],
    ['X12 with a wrong segment count', () => x12().replace(/SE\*\d+/, 'SE*99'), 200, /AK5\*R/],
    ['X12 cut in the middle', () => x12().slice(0, 300), 200, /AK9\*R|AK5\*R/],
    ['X12 with a word for a quantity', () => x12().replace('*100*BX*', '*many*BX*'), 200, /AK5\*R/],
  ])('refuses %s with a clear finding and changes nothing', async (_, make, status, finding) => {
    const before = await orderCount(hub.db);
    const body = make();
    const answer = await inbound(body, bearer(buyerKey, 'application/octet-stream'));
    const text = await answer.text();
    expect([answer.status, finding.test(text), finding.test(text) ? '' : text.slice(0, 500)]).toEqual([status, true, '']);
    expect(await orderCount(hub.db)).toBe(before);
  });

  it('takes at most 8 MiB', async () => {
    const answer = await inbound(Buffer.alloc(8 * 1024 * 1024 + 1, 0x20), bearer(buyerKey)).catch(() => ({ status: 413 }));
    expect(answer.status).toBe(413);
  });
});

describe('the exchange log and the connections', () => {
  const log = `{ messages(first: 5) { nodes { id state raw documents { coordinate businessNumber } deliveryAttempts { outcome } } } }`;
  const profiles = `{ partnerProfiles { id role hasSecret } }`;
  const save = `mutation ($input: SavePartnerProfileInput!) { savePartnerProfile(input: $input) { partnerProfile { id hasSecret settingsJson } errors { __typename ... on UserError { code message } } } }`;
  const input = (more: object = {}) => ({
    role: 'SUPPLIER',
    name: 'ERP',
    format: 'UBL',
    transport: 'FOLDER',
    testMode: false,
    ...more,
  });

  it('open to who holds the right in his own organisation, and to nobody else', async () => {
    const asked = async (query: string, as?: SignedIn, variables?: Record<string, unknown>): Promise<string> =>
      (await hub.ask(query, variables, as)).errors?.[0]?.extensions.code ?? 'ok';
    expect([await asked(log), await asked(log, viewer), await asked(log, reader), await asked(log, manager)]).toEqual([
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'ok',
      'ok',
    ]);
    expect([await asked(profiles), await asked(profiles, viewer), await asked(profiles, reader)]).toEqual([
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'ok',
    ]);
    expect([await asked(save, reader, { input: input() }), await asked(save, viewer, { input: input() })]).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
    const [message] = await logOf(hub.db, world.buyer);
    const one = `query ($id: ID!) { message(id: $id) { raw } }`;
    for (const action of ['resendMessage', 'replayMessage'])
      expect(
        await asked(`mutation ($input: MessageInput!) { ${action}(input: $input) { message { id } } }`, stranger, {
          input: { messageId: message!.id },
        }),
      ).toBe('NOT_FOUND');
    expect(await asked(one, stranger, { id: message!.id })).toBe('NOT_FOUND');
    const raw = (as: SignedIn) =>
      fetch(`${hub.url}/api/v1/messages/${message!.id}/raw`, { headers: { authorization: as.authorization } });
    expect([(await raw(stranger)).status, (await raw(viewer)).status]).toEqual([404, 403]);
  });

  it('names every fault of a connection', async () => {
    const codesOf = async (more: object): Promise<string[]> =>
      (await hub.ask(save, { input: input(more) }, manager)).data.savePartnerProfile.errors.map(
        (error: { code: string }) => error.code,
      );
    expect(await codesOf({ transport: 'HTTP' })).toEqual(['ENDPOINT_REFUSED']);
    expect(await codesOf({ transport: 'HTTP', endpoint: 'ftp://x/y' })).toEqual(['ENDPOINT_REFUSED']);
    expect(await codesOf({ transport: 'HTTP', endpoint: 'https://me:pw@x.example/' })).toEqual(['ENDPOINT_REFUSED']);
    expect(await codesOf({ settingsJson: '{' })).toEqual(['SETTINGS_INVALID']);
    expect(await codesOf({ settingsJson: '{"surprise":1}' })).toEqual(['SETTINGS_INVALID']);
    expect(await codesOf({ settingsJson: '{"adjustments":{"x12:004010:999":{}}}' })).toEqual(['SETTINGS_INVALID']);
    expect(await codesOf({ settingsJson: '{"adjustments":{"x12:004010:850":{"relax":["ZZZ99"]}}}' })).toEqual([
      'SETTINGS_INVALID',
    ]);
    expect(await codesOf({ format: 'X12' })).toEqual(['SETTINGS_INCOMPLETE']);
    expect(await codesOf({ format: 'CXML' })).toEqual(['SETTINGS_INCOMPLETE']);
    expect(await codesOf({ expectedVersion: 7 })).toEqual(['VERSION_CONFLICT']);
  });
});

describe('a partner that lies', () => {
  const secret = 'CANARY-shared-with-the-partner';
  const states = () =>
    hub.db.admin<{ state: string; attempts: number }>(
      `select state, attempts from exchange.message where org_id = $1 and direction = 'OUT' order by id desc limit 1`,
      [world.supplier.orgId],
    );
  const now = () => hub.db.admin(`update graphile_worker._private_jobs set run_at = now() where run_at > now()`);
  const orderTo = async (
    path: string,
    replies: (() => { status: number; contentType: string; body: string })[],
    format: 'UBL' | 'CXML' | 'X12' = 'UBL',
  ) => {
    const endpoint = partner.open(path, () => (replies.length > 1 ? replies.shift()! : replies[0]!)());
    const sealedSecret = hub.services.secrets.seal(secret, secretPurpose(world.supplier.orgId, 'SUPPLIER'));
    await connection(hub.db, world.supplier, { role: 'SUPPLIER', format, endpoint, sealedSecret });
    const placed = await hub.services.unitOfWork.run(world.buyer, (work) =>
      placeOrder(work, orderInput(world, [lineOf(world.boxes, '4')])),
    );
    return success(placed)[0]!;
  };
  const ok = () => ({ status: 202, contentType: 'text/plain', body: 'taken' });
  const busy = () => ({ status: 500, contentType: 'text/plain', body: `sorry, ${secret}` });
  const cxml = (code: string) => () => ({
    status: 200,
    contentType: 'text/xml',
    body: `<cXML payloadID="r" timestamp="2026-01-01T00:00:00Z"><Response><Status code="${code}" text="x"/></Response></cXML>`,
  });
  const attempts = () =>
    hub.db.admin<{ outcome: string; status: number; reply: string }>(
      `select a.outcome, a.status, a.reply from exchange.delivery_attempt a where a.message_id = (select id from exchange.message where org_id = $1 and direction = 'OUT' order by id desc limit 1) order by a.number`,
      [world.supplier.orgId],
    );

  it('and fails at first gets the same bytes under the same id again, and no secret comes into the log', async () => {
    const order = await orderTo('/busy', [busy, busy, ok]);
    await until(async () => (await states())[0]?.state === 'FAILED');
    await now();
    await until(async () => (await states())[0]?.attempts === 2 && (await states())[0]?.state === 'FAILED');
    await now();
    await until(async () => (await states())[0]?.state === 'SENT');
    const arrived = partner.arrived.filter(({ path }) => path === '/busy');
    expect([
      arrived.length,
      new Set(arrived.map(({ messageId }) => messageId)).size,
      new Set(arrived.map(({ body }) => body)).size,
    ]).toEqual([3, 1, 1]);
    expect(arrived[0]!.body).toContain(order.number);
    expect((await attempts()).map(({ outcome, status, reply }) => [outcome, status, reply])).toEqual([
      ['REFUSED', 500, 'sorry, [redacted]'],
      ['REFUSED', 500, 'sorry, [redacted]'],
      ['DELIVERED', 202, 'taken'],
    ]);
    expect(hub.log.filter((line) => line.includes('CANARY'))).toEqual([]);
  });

  it('and refuses ends the tries at once; a resend begins them anew', async () => {
    await orderTo('/refusing', [() => ({ status: 400, contentType: 'text/plain', body: 'no' }), ok]);
    await until(async () => (await states())[0]?.state === 'DEAD');
    const [dead] = await hub.db.admin<{ id: string }>(
      `select id from exchange.message where org_id = $1 and state = 'DEAD' order by id desc limit 1`,
      [world.supplier.orgId],
    );
    const resend = `mutation ($input: MessageInput!) { resendMessage(input: $input) { message { state } errors { ... on UserError { code } } } }`;
    const resent = await hub.ask(resend, { input: { messageId: dead!.id } }, manager);
    expect(resent.data.resendMessage).toEqual({ message: { state: 'QUEUED' }, errors: [] });
    await until(async () => (await states())[0]?.state === 'SENT');
    expect((await attempts()).map(({ outcome }) => outcome)).toEqual(['REFUSED', 'DELIVERED']);
  });

  it('and says 200 with a cXML 500 inside has not taken it; with 400 inside he never will', async () => {
    await orderTo('/cxml', [cxml('500'), cxml('200')], 'CXML');
    await until(async () => (await states())[0]?.state === 'FAILED');
    await now();
    await until(async () => (await states())[0]?.state === 'SENT');
    expect(
      partner.arrived
        .filter(({ path }) => path === '/cxml')
        .map(({ body }) => body.includes(`<SharedSecret>${secret}</SharedSecret>`)),
    ).toEqual([true, true]);
    expect((await logOf(hub.db, world.supplier)).filter(({ raw }) => raw.includes('CANARY'))).toEqual([]);
    await orderTo('/cxml-never', [cxml('400')], 'CXML');
    await until(async () => (await states())[0]?.state === 'DEAD');
    await orderTo('/cxml-noise', [() => ({ status: 200, contentType: 'text/html', body: '<html>' })], 'CXML');
    await until(async () => (await states())[0]?.state === 'FAILED');
    expect((await attempts()).map(({ outcome }) => outcome)).toEqual(['REPLY_UNREADABLE']);
  });

  it('a later word about an order waits for the one before', async () => {
    const order = await orderTo('/slow', [busy, ok], 'X12');
    const reached = (times: number) => partner.arrived.filter(({ path }) => path === '/slow').length === times;
    await until(async () => reached(1) && (await states())[0]?.state === 'FAILED');
    await hub.services.unitOfWork.run(world.buyer, (work) => cancelOrder(work, { orderId: order.id, reason: 'not needed' }));
    await until(async () => (await states())[0]?.state === 'QUEUED');
    expect(reached(1)).toBe(true);
    await now();
    await until(() => reached(3));
    expect(partner.arrived.filter(({ path }) => path === '/slow').map(({ body }) => /BEG\*(\d\d)/.exec(body)?.[1])).toEqual([
      '00',
      '00',
      '01',
    ]);
  });

  it('a supplier without a live connection gets the order by mail, with its lines and a link', async () => {
    await connection(hub.db, world.supplier, { role: 'SUPPLIER', format: 'UBL', testMode: true });
    const member = systemActor(world.supplier.orgId);
    await hub.db.admin(
      `with p as (insert into organizations.person (id, email, name, locale) values (gen_random_uuid(), 'sales@fasteners.example', 'Sal Es', 'en') returning id)
       insert into organizations.member (org_id, id, person_id, name, email, roles) select $1, gen_random_uuid(), p.id, 'Sal Es', 'sales@fasteners.example', '{SELLER}' from p`,
      [member.orgId],
    );
    const placed = success(
      await hub.services.unitOfWork.run(world.buyer, (work) =>
        placeOrder(work, orderInput(world, [lineOf(world.boxes, '4', { number: '00010' })])),
      ),
    )[0]!;
    const mails = () =>
      hub.db.admin<{ recipient: string; subject: string; body: string }>(
        `select m::text as body from platform.mail m where m::text like '%' || $1 || '%'`,
        [placed.number],
      );
    await until(async () => (await mails()).length === 1);
    const [mail] = await mails();
    expect(mail!.body).toContain('sales@fasteners.example');
    expect(mail!.body).toContain(`/orders/${placed.id}`);
    expect(mail!.body).toContain(`00010  4 XBX  ${world.boxes.supplierPart}  42.00 USD / 100 EA`);
  });
});
