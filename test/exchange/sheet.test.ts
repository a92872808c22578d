import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exchangeRoom } from '#libs/exchange';
import { organizationsRoom } from '#libs/organizations';
import { plantOrganization } from '../factories/order.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';
import { workbook } from '../support/workbook.js';

let hub: TestHub;
let clerk: SignedIn;
let guest: SignedIn;
beforeAll(async () => {
  hub = await startTestHub({ rooms: [{ ...organizationsRoom, module: class {} }, exchangeRoom] });
  const orgId = await plantOrganization(hub.db);
  const sign = (permissions: string[]) => hub.signedIn({ orgId, permissions, roles: ['BUYER'] });
  [clerk, guest] = [await sign(['basket:edit']), await sign(['part:read'])];
});
afterAll(() => hub.close());

async function read(body: Uint8Array, { as = clerk, query = '' } = {}) {
  const response = await fetch(`${hub.url}/api/v1/sheets/text${query}`, {
    method: 'POST',
    headers: { authorization: as.authorization, 'content-type': 'application/octet-stream' },
    body: body as never,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const lines = [
  ['Part number', 'Quantity', 'Manufacturer'],
  ['MS20470AD4-6', 100, 'Boeing, Seattle'],
  ['=1+1', "'quoted", 'He said "no",'],
];

describe('a sheet of a workbook as text', () => {
  it('is read as it was typed, the first or the one that is named, and nothing is kept', async () => {
    const file = workbook({ Lines: lines, Other: [['X-1', 5]] });
    expect(await read(file)).toEqual({
      status: 200,
      body: {
        text: '"Part number","Quantity","Manufacturer"\n"MS20470AD4-6","100","Boeing, Seattle"\n"=1+1","\'quoted","He said ""no"","\n',
        sheets: ['Lines', 'Other'],
      },
    });
    expect((await read(file, { query: '?sheet=Other' })).body).toMatchObject({ text: '"X-1","5"\n' });
    expect(await hub.db.admin('select count(*)::int as n from platform.file')).toEqual([{ n: 0 }]);
  });

  it('is refused in words when it is none, is broken, too large, or without the right', async () => {
    const refused = async (body: Uint8Array, more = {}) => {
      const got = await read(body, more);
      return [
        got.status,
        JSON.stringify(got.body).includes('"code":') ? /"code":"(\w+)"/.exec(JSON.stringify(got.body))?.[1] : '',
      ];
    };
    const file = workbook({ Lines: lines });
    expect(await refused(Buffer.from('a;b'))).toEqual([422, 'NOT_A_WORKBOOK']);
    expect((await refused(file.subarray(0, file.length - 40)))[0]).toBe(422);
    expect(await refused(file, { query: '?sheet=None' })).toEqual([422, 'SHEET_UNKNOWN']);
    expect((await refused(Buffer.alloc(2_000_001, 'PK')))[0]).toBe(413);
    const long = workbook({ Lines: Array.from({ length: 400 }, (_, i) => [`P-${i}`, 'x'.repeat(900)]) });
    expect((await refused(long))[0]).toBe(413);
    expect((await refused(file, { as: guest }))[0]).toBe(403);
  });
});
