import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { exchangeRoom } from '#libs/exchange';
import { organizationsRoom } from '#libs/organizations';
import { procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { type AlternateWorld, alternateWorld } from '../factories/alternate.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';

const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom, procurementRoom, exchangeRoom];
let hub: TestHub;
let world: AlternateWorld;
let maker: SignedIn;
let reader: SignedIn;
let cage: string;

beforeAll(async () => {
  hub = await startTestHub({ rooms });
  world = await alternateWorld(hub.db);
  const sign = (permissions: string[]) => hub.signedIn({ orgId: world.maker.orgId, permissions, roles: ['SUPPLIER'] });
  [maker, reader] = [await sign(['alternate:assert']), await sign(['part:read'])];
  cage = (
    await hub.db.admin<{ cage: string }>('select cage from organizations.organization where id = $1', [world.maker.orgId])
  )[0]!.cage;
});
afterAll(() => hub.close());

async function send(body: string | Uint8Array, as = maker, language = 'en') {
  const response = await fetch(`${hub.url}/api/v1/interchange-links`, {
    method: 'POST',
    headers: { authorization: as.authorization, 'content-type': 'text/csv', 'accept-language': language },
    body: body as never,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const unknownPart = '没有这个零件。';
const count = async () => (await hub.db.admin<{ n: number }>('select count(*)::int as n from catalog.interchange_link'))[0]?.n;

describe('a file of links', () => {
  it('is taken whole, under its own names of columns, in any order, once', async () => {
    const file = `\ufeffRemark;Old part number;Old CAGE;New part number;New CAGE;INC;Set;Qty\nx;A;${cage};B;${cage};2;;\n;A;${cage};C;${cage};4;KIT;2\n;A;${cage};D;${cage};4;KIT;1\n`;
    expect(await send(file)).toEqual({ status: 200, body: { rows: 3, added: 2, unchanged: 0, problems: [] } });
    expect(await send(file)).toEqual({ status: 200, body: { rows: 3, added: 0, unchanged: 2, problems: [] } });
  });

  it('is refused whole, with line, column, code and a sentence in the language of the reader', async () => {
    const before = await count();
    const file = `fromNumber,toNumber,code,effectiveFrom\nA,E,2,\nA,F,22,\nA,NONE,1,yesterday\n`;
    expect(await send(file)).toEqual({
      status: 422,
      body: {
        rows: 0,
        added: 0,
        unchanged: 0,
        problems: [
          {
            line: 3,
            column: 'code',
            code: 'LINK_CODE_UNKNOWN',
            message: '"22" is not an interchangeability code; the nearest is "2".',
          },
          {
            line: 4,
            column: 'effectiveFrom',
            code: 'LINK_CELL_INVALID',
            message: '"yesterday" cannot stand in the column effectiveFrom.',
          },
        ],
      },
    });
    const chinese = await send(`fromNumber,toNumber,code\nA,NONE,1\n`, maker, 'zh-CN');
    expect((chinese.body['problems'] as { message: string }[])[0]?.message).toBe(unknownPart);
    expect(await send('fromNumber,code\nA,2\n')).toMatchObject({
      status: 422,
      body: { problems: [{ line: 1, column: 'toNumber', code: 'LINK_CELL_MISSING' }] },
    });
    expect(await count()).toBe(before);
  });

  it('is for those who may assert, and is no picture', async () => {
    const before = await count();
    expect((await send('fromNumber,toNumber,code\nA,H,2\n', reader)).status).toBe(403);
    expect((await send(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 1))).status).toBe(422);
    expect((await send('')).status).toBe(422);
    expect(await count()).toBe(before);
  });
});
