import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { exchangeRoom } from '#libs/exchange';
import { organizationsRoom } from '#libs/organizations';
import { placeOrder, procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { lineOf, orderInput, plantOffer, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';

const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom, procurementRoom, exchangeRoom];
let hub: TestHub;
let world: TradeWorld;
let buyer: SignedIn;
let seller: SignedIn;
let stranger: SignedIn;
beforeAll(async () => {
  hub = await startTestHub({ rooms });
  world = await tradeWorld(hub.db);
  const sign = (orgId: string, permissions: string[]) => hub.signedIn({ orgId, permissions, roles: ['BUYER', 'SUPPLIER'] });
  buyer = await sign(world.buyer.orgId, [
    'order:read',
    'order:change',
    'part:read',
    'price:read',
    'certificate:review',
    'gate:manage',
    'gate:release',
  ]);
  seller = await sign(world.supplier.orgId, ['order:read', 'order:confirm', 'stock:write', 'content:write', 'part:read']);
  stranger = await sign(world.stranger.orgId, ['order:read', 'part:read']);
});
afterAll(() => hub.close());

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const pdf = () => Buffer.from(`%PDF-1.7\n% ${randomUUID()}\n`);
const send = async (bytes: Buffer, as: SignedIn, name = 'paper.pdf') => {
  const response = await fetch(`${hub.url}/api/v1/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { authorization: as.authorization, 'content-type': 'application/octet-stream' },
    body: bytes as never,
  });
  return {
    status: response.status,
    body: (await response.json()) as { id: string; sha256: string; mediaType: string; name: string; code?: string },
  };
};
const fetched = async (path: string, as: SignedIn) => {
  const response = await fetch(`${hub.url}/api/v1/files/${path}`, { headers: { authorization: as.authorization } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};
const errors = 'errors { ... on UserError { code path } }';

describe('files that people attach', () => {
  it('are told by their bytes, kept once by hash, and are nobody else’s', async () => {
    const bytes = pdf();
    const [first, again] = [await send(bytes, seller, 'Form 1 証明.exe'), await send(bytes, buyer)];
    expect([first.status, first.body.mediaType, first.body.name]).toEqual([201, 'application/pdf', 'Form 1 証明.exe']);
    expect([again.body.sha256 === first.body.sha256, again.body.id === first.body.id]).toEqual([true, false]);
    for (const refused of [Buffer.from('<html>'), Buffer.from('PK\u0003\u0004 a zip'), Buffer.alloc(0)])
      expect((await send(refused, seller)).status).toBe(422);
    expect((await send(Buffer.concat([pdf(), Buffer.alloc(20 * 1024 * 1024)]), seller)).status).toBe(413);
    expect((await send(pdf(), stranger)).status).toBe(403);
  });
});

describe('the papers of an order over GraphQL and REST', () => {
  it('are attached by the supplier, fetched by both parties alone, and reviewed by the buyer', async () => {
    const offer = await plantOffer(hub.db, world.supplier.orgId);
    const [order] = success(
      await hub.db.unitOfWork.run(world.buyer, (work) =>
        placeOrder(work, orderInput(world, [lineOf(offer, '1', { requires: { certificates: ['COFC'] } })])),
      ),
    );
    const papers = `query ($id: ID!) { order(id: $id) { certificates { id kind status files { id flags } } gateChecks { code } lots { lotNumber } } }`;
    const read = async (as: SignedIn) => (await hub.ask(papers, { id: order?.id }, as)).data?.order?.certificates?.[0];
    const { id: certificateId } = await read(seller);
    const at = { orderId: order?.id, certificateId };
    const attach = `mutation ($input: AttachCertificateInput!) { attachCertificate(input: $input) { certificate { status } ${errors} } }`;
    const bytes = pdf();
    const { body } = await send(bytes, seller);
    const attached = await hub.ask(attach, { input: { ...at, fileId: body.id, partNumber: 'OTHER' } }, seller);
    expect(attached.data.attachCertificate).toEqual({ certificate: { status: 'ATTACHED' }, errors: [] });
    const [file] = (await read(buyer)).files;
    expect(file.flags).toEqual(['PART_DIFFERS']);
    const got = await fetched(`order/${file.id}`, buyer);
    expect([
      got.status,
      got.bytes.equals(bytes),
      got.headers.get('content-type'),
      got.headers.get('x-content-type-options'),
    ]).toEqual([200, true, 'application/pdf', 'nosniff']);
    expect(got.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect((await fetched(`order/${file.id}`, stranger)).status).toBe(404);
    expect((await fetched(`lot/${file.id}`, buyer)).status).toBe(404);
    const review = `mutation ($input: ReviewCertificateInput!) { reviewCertificate(input: $input) { certificate { status } ${errors} } }`;
    const judged = await hub.ask(review, { input: { ...at, fileId: file.id, accepted: false } }, buyer);
    expect(judged.data.reviewCertificate).toEqual({
      certificate: null,
      errors: [{ code: 'REVIEW_REASON_MISSING', path: ['reason'] }],
    });
  });
});

describe('lots, content and rules over GraphQL', () => {
  it('are stated, filtered by, shown in the language of the reader, and versioned', async () => {
    const offer = await plantOffer(hub.db, world.supplier.orgId);
    const save = `mutation ($input: SaveLotsInput!) { saveLots(input: $input) { written ${errors} } }`;
    const lot = {
      offerId: offer.id,
      location: 'MAIN',
      serialNumber: 'S1',
      condition: 'OH',
      certificates: ['COFC'],
      trace: 'YES',
      quantity: '1',
    };
    expect((await hub.ask(save, { input: { lots: [lot] } }, seller)).data.saveLots).toEqual({ written: 1, errors: [] });
    const ask = `query ($input: AvailabilityInput!) { availability(input: $input) { lines { offers { fitting } problem { code message } } } }`;
    const lines = [{ partId: offer.partId, quantity: '1' }];
    expect(
      (await hub.ask(ask, { input: { lines, lots: { conditions: ['OH'] } } }, buyer)).data.availability.lines[0].offers,
    ).toEqual([{ fitting: '1' }]);
    expect(
      (await hub.ask(ask, { input: { lines, lots: { conditions: ['NE'] } } }, buyer)).data.availability.lines[0].problem,
    ).toEqual({
      code: 'LOT_REFUSED',
      message: 'There are offers, but none with units that are as you want them.',
    });
    const { body } = await send(png, seller, 'side.png');
    const add = `mutation ($input: AddContentInput!) { addContent(input: $input) { content { id author { id } } ${errors} } }`;
    const picture = {
      partId: offer.partId,
      kind: 'PICTURE',
      series: 'P1',
      title: 'Side',
      alt: 'A bolt from the side',
      fileId: body.id,
    };
    const added = (await hub.ask(add, { input: picture }, seller)).data.addContent.content;
    expect(added.author.id).toBe(world.supplier.orgId);
    const link = { partId: offer.partId, kind: 'DATASHEET', series: 'D1', link: 'https://example.com/d' };
    for (const [language, title] of [
      ['en', 'Sheet'],
      ['zh-CN', '数据表'],
    ])
      expect((await hub.ask(add, { input: { ...link, language, title } }, seller)).data.addContent.errors).toEqual([]);
    const part = `query ($id: ID!) { part(id: $id) { content(languages: ["zh-TW"]) { title alt } offers { lots { serialNumber free } } } }`;
    expect((await hub.ask(part, { id: offer.partId }, stranger)).data.part).toEqual({
      content: [
        { title: 'Side', alt: 'A bolt from the side' },
        { title: '数据表', alt: null },
      ],
      offers: [{ lots: [{ serialNumber: 'S1', free: '1' }] }],
    });
    expect((await fetched(`content/${added.id}`, stranger)).bytes.equals(png)).toBe(true);
    const rule = `mutation ($input: SaveGateRuleInput!) { saveGateRule(input: $input) { rule { version conditions } ${errors} } }`;
    const given = {
      code: 'HAZ',
      speaksFor: 'BUYER',
      kind: 'HAZMAT',
      outcome: 'HOLD',
      releaser: 'BUYER',
      conditions: '{"hazardClasses":["1"]}',
      sentence: 'Ask.',
      expectedVersion: 0,
    };
    expect((await hub.ask(rule, { input: given }, buyer)).data.saveGateRule.rule.version).toBe(1);
    const codes = `{ lotCodes { list code sameAs names { language name } } }`;
    const known = (await hub.ask(codes, {}, buyer)).data.lotCodes as { list: string; code: string; sameAs: string[] }[];
    expect(known.filter(({ code }) => code === 'NU')).toMatchObject([{ list: 'CONDITION', sameAs: ['FN', 'NE', 'NS'] }]);
  });
});
