import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readUpload } from '#libs/exchange';
import { type Actor, LocalFileStore } from '#libs/platform';
import { publishCatalogue, startUpload, type Upload, uploadById } from '#libs/supply';
import { readHeldUpload } from '../../libs/exchange/src/upload/hold-upload.js';
import { writeProblemsFile } from '../../libs/exchange/src/upload/problems-file.js';
import { catalogueOf, organization, value } from '../factories/catalogue.factory.js';
import { codes } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let files: LocalFileStore;
let folder: string;
beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db);
  folder = await mkdtemp(path.join(tmpdir(), 'entrepot-uploads-'));
  files = new LocalFileStore(folder);
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

interface Sent {
  catalogueId?: string;
  mode?: 'FULL' | 'DELTA';
  name?: string;
  charset?: string;
  hold?: boolean;
}

async function held(
  content: string | Buffer,
  { catalogueId, mode = 'FULL', name = 'file.csv', charset }: Sent = {},
): Promise<Upload> {
  const stored = await files.put(Readable.from([Buffer.from(content)]));
  const catalogue = catalogueId ?? (await catalogueOf(db, supplier));
  return db.unitOfWork.run(supplier, (work) =>
    startUpload(work, {
      catalogueId: catalogue,
      kind: 'CATALOGUE',
      fileName: name,
      bytes: stored.size,
      sha256: stored.sha256,
      loadMode: mode,
      ...(charset ? { mapping: { charset } } : {}),
    }),
  );
}

async function read(content: string | Buffer, sent: Sent = {}): Promise<Upload> {
  const upload = await held(content, sent);
  return readUpload({ unitOfWork: db.unitOfWork, files }, supplier, upload.id);
}

const problems = async (upload: Upload): Promise<[number, string][]> =>
  (
    await db.admin<{ line: number; code: string }>(
      `select line, code from supply.row_problem where upload_id = $1 and severity = 'ERROR' order by line, code`,
      [upload.id],
    )
  ).map(({ line, code }) => [line, code]);
const warnings = async (upload: Upload): Promise<string[]> =>
  (
    await db.admin<{ code: string }>(
      `select code from supply.row_problem where upload_id = $1 and severity <> 'ERROR' order by code`,
      [upload.id],
    )
  ).map(({ code }) => code);
const offers = (catalogueId: string) =>
  db.admin<Record<string, string | null>>(
    `select supplier_part as part, list_price::text as price, currency, basis::text, category, valid_from::text as "from", name from supply.offer where catalogue_id = $1 and status = 'ACTIVE' order by supplier_part`,
    [catalogueId],
  );
const publish = async (upload: Upload): Promise<void> => {
  value(await db.unitOfWork.run(supplier, (work) => publishCatalogue(work, { uploadId: upload.id })));
};

const header = 'part number,manufacturer,manufacturer part number,name,unit,price,currency,price per,moq';
const csv = (...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;
const good = (n: number): string => `P-${n},Acme,M-${n},Bolt ${n},EA,4.20,USD,100,1`;

const article = (part: string, prices: string, more = ''): string => `<PRODUCT mode="new"><SUPPLIER_PID>${part}</SUPPLIER_PID>
  <PRODUCT_DETAILS><DESCRIPTION_SHORT>Bolt</DESCRIPTION_SHORT><MANUFACTURER_PID>${part}</MANUFACTURER_PID><MANUFACTURER_NAME>Acme</MANUFACTURER_NAME></PRODUCT_DETAILS>
  <PRODUCT_ORDER_DETAILS><ORDER_UNIT>EA</ORDER_UNIT><PRICE_QUANTITY>100</PRICE_QUANTITY></PRODUCT_ORDER_DETAILS>${prices}${more}</PRODUCT>`;
const price = (amount: string, { currency = 'USD', from = '', to = '', bound = '1' } = {}): string =>
  `<PRODUCT_PRICE_DETAILS>${from ? `<DATETIME type="valid_start_date"><DATE>${from}</DATE></DATETIME>` : ''}${to ? `<DATETIME type="valid_end_date"><DATE>${to}</DATE></DATETIME>` : ''}
  <PRODUCT_PRICE price_type="net_customer"><PRICE_AMOUNT>${amount}</PRICE_AMOUNT><PRICE_CURRENCY>${currency}</PRICE_CURRENCY><LOWER_BOUND>${bound}</LOWER_BOUND></PRODUCT_PRICE></PRODUCT_PRICE_DETAILS>`;
const bmecat = (content: string, { transaction = 'T_NEW_CATALOG', groups = '' } = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?><BMECAT version="2005"><HEADER><CATALOG><LANGUAGE>eng</LANGUAGE><CATALOG_ID>C</CATALOG_ID><CATALOG_VERSION>1</CATALOG_VERSION></CATALOG><SUPPLIER><SUPPLIER_NAME>S</SUPPLIER_NAME></SUPPLIER></HEADER><${transaction}>${groups}${content}</${transaction}></BMECAT>`;

describe('prices of a catalogue file', () => {
  const today = new Date().toISOString().slice(0, 10);
  const days = (n: number): string => new Date(Date.parse(today) + n * 86_400_000).toISOString().slice(0, 10);

  it('are those of today in the currency of the catalogue; what comes later is left out and told', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    const prices = [
      price('9.00', { from: '2001-01-01', to: '2001-12-31' }),
      price('3.00', { from: days(30) }),
      price('4.00', { currency: 'EUR' }),
      price('4.20', { from: days(-10) }),
      price('4.00', { from: days(-10), bound: '500' }),
    ].join('');
    const upload = await read(bmecat(article('A-1', prices)), { catalogueId, name: 'a.xml' });
    expect([upload.state, upload.format, upload.counts?.ok]).toEqual(['STAGED', 'bmecat', 1]);
    expect(await warnings(upload)).toEqual(['FUTURE_PRICE_LEFT_OUT', 'OTHER_PRICE_LEFT_OUT', 'OTHER_PRICE_LEFT_OUT']);
    await publish(upload);
    expect(await offers(catalogueId)).toMatchObject([
      { part: 'A-1', price: '4.20', currency: 'USD', basis: '100', from: days(-10) },
    ]);
    expect(
      await db.admin(
        'select b.from_quantity::text as q, b.price::text as p from supply.price_break b join supply.offer o on o.id = b.offer_id where o.catalogue_id = $1',
        [catalogueId],
      ),
    ).toEqual([{ q: '500', p: '4.00' }]);
  });

  it('that only begin later wait on the offer with their day', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    await publish(await read(bmecat(article('A-2', price('5.00', { from: days(30) }))), { catalogueId, name: 'a.xml' }));
    expect(await offers(catalogueId)).toMatchObject([{ part: 'A-2', price: '5.00', from: days(30) }]);
  });

  it('of an update that is silent about its basis keep the published one', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    await publish(await read(bmecat(article('A-3', price('5.00'))), { catalogueId, name: 'a.xml' }));
    const update = `<PRODUCT><SUPPLIER_PID>A-3</SUPPLIER_PID>${price('6.00')}</PRODUCT>`;
    const upload = await read(bmecat(update, { transaction: 'T_UPDATE_PRICES' }), { catalogueId, name: 'u.xml', mode: 'DELTA' });
    expect([upload.state, await problems(upload)]).toEqual(['STAGED', []]);
    await publish(upload);
    expect(await offers(catalogueId)).toMatchObject([{ part: 'A-3', price: '6.00', basis: '100' }]);
  });
});

it('groups that a BMEcat tells after its products become their categories, with the groups above', async () => {
  const catalogueId = await catalogueOf(db, supplier);
  const structure = (id: string, parent: string, name: string, type: string): string =>
    `<CATALOG_STRUCTURE type="${type}"><GROUP_ID>${id}</GROUP_ID><GROUP_NAME>${name}</GROUP_NAME><PARENT_ID>${parent}</PARENT_ID></CATALOG_STRUCTURE>`;
  const groups = `<CATALOG_GROUP_SYSTEM>${structure('1', '0', 'Everything', 'root')}${structure('2', '1', 'Fasteners', 'node')}${structure('3', '2', 'Screws', 'leaf')}</CATALOG_GROUP_SYSTEM>`;
  const map =
    '<PRODUCT_TO_CATALOGGROUP_MAP><PROD_ID>A-4</PROD_ID><CATALOG_GROUP_ID>3</CATALOG_GROUP_ID></PRODUCT_TO_CATALOGGROUP_MAP>';
  await publish(await read(bmecat(article('A-4', price('5.00')) + map, { groups }), { catalogueId, name: 'g.xml' }));
  expect(await offers(catalogueId)).toMatchObject([{ part: 'A-4', category: 'Fasteners / Screws' }]);
});

describe('an encoding that the file does not say', () => {
  it('is taken from its sender, for the preview, the offers and the error file', async () => {
    const catalogueId = await catalogueOf(db, supplier);
    const content = Buffer.concat([
      Buffer.from(`${header}\nP-1,Acme,M-1,`),
      Buffer.from([0xc2, 0xdd, 0xcb, 0xa8]),
      Buffer.from(',EA,4.20,USD,100,1\nP-2,Acme,M-2,'),
      Buffer.from([0xc2, 0xdd, 0xcb, 0xa8]),
      Buffer.from(',EA,-1,USD,100,1\n'),
    ]);
    const upload = await read(content, { catalogueId, charset: 'gb18030' });
    await publish(upload);
    expect(await offers(catalogueId)).toMatchObject([{ part: 'P-1', name: '螺栓' }]);
    expect(await errorFile(upload)).toContain(',螺栓,EA,');
  });

  it('that nobody knows is refused, and so is a mapping of another shape; what was read is not read again', async () => {
    const upload = await held(csv(good(1)));
    const plan = (more: object) => db.unitOfWork.run(supplier, (work) => readHeldUpload(work, { uploadId: upload.id, ...more }));
    expect(codes(await plan({ charset: 'klingon' }))).toEqual(['UploadCharsetUnknown']);
    expect(codes(await plan({ mappingJson: '{' }))).toEqual(['UploadMappingInvalid']);
    expect(codes(await plan({ mappingJson: '{"columns":{"a":"nothing"},"decimalSeparator":"."}' }))).toEqual([
      'UploadMappingInvalid',
    ]);
    expect(codes(await plan({ charset: 'windows-1252', loadMode: 'DELTA' }))).toEqual([]);
    await readUpload({ unitOfWork: db.unitOfWork, files }, supplier, upload.id);
    expect(codes(await plan({}))).toEqual(['UploadNotHeld']);
    const done = await db.unitOfWork.read(supplier, (work) => uploadById(work, upload.id));
    expect([done.loadMode, done.mapping]).toEqual(['DELTA', { charset: 'windows-1252' }]);
  });
});

async function errorFile(upload: Upload): Promise<string> {
  const to = new PassThrough();
  const chunks: Buffer[] = [];
  to.on('data', (chunk: Buffer) => chunks.push(chunk));
  const current = await db.unitOfWork.read(supplier, (work) => uploadById(work, upload.id));
  await writeProblemsFile({ unitOfWork: db.unitOfWork, files }, supplier, { upload: current, to });
  return Buffer.concat(chunks).toString('utf8');
}

describe('the file of what was refused', () => {
  it("is the supplier's own CSV with columns in front, and comes back corrected", async () => {
    const upload = await read(csv(good(1), 'P-2,Acme,M-2,Bolt 2,EA,-4.20,USD,100,1', good(3)));
    const lines = (await errorFile(upload)).replace('\ufeff', '').trim().split(/\r?\n/);
    expect(lines.length).toBe(2);
    expect(lines[0]).toBe(`Entrepôt line,Entrepôt part,Entrepôt code,Entrepôt column,Entrepôt error,${header}`);
    expect(lines[1]).toMatch(/^3,P-2,PRICE_NEGATIVE,price,.*,P-2,Acme,M-2,Bolt 2,EA,'?-4.20,USD,100,1$/);
  });

  it('names part, line and element of a BMEcat product, which has no cells', async () => {
    const upload = await read(bmecat(`${article('A-5', price('5.00'))}\n${article('A-6', price('-5.00'))}`), { name: 'b.xml' });
    const lines = (await errorFile(upload)).replace('\ufeff', '').trim().split(/\r?\n/);
    expect([lines.length, lines[0]]).toEqual([2, 'Entrepôt line,Entrepôt part,Entrepôt code,Entrepôt column,Entrepôt error']);
    expect(lines[1]).toContain(',A-6,PRICE_NEGATIVE,');
  });
});

describe('bad files, each with a clear finding and nothing changed', () => {
  const rows: [string, string | Buffer, string, number[]][] = [
    ['duplicate part numbers', csv(good(1), good(2), good(1)), 'DUPLICATE_SUPPLIER_PART', [2, 4]],
    ['a negative price', csv(good(1), 'P-2,Acme,M-2,Bolt,EA,-1.00,USD,100,1'), 'PRICE_NEGATIVE', [3]],
    ['a unit nobody knows', csv(good(1), 'P-2,Acme,M-2,Bolt,QQQQ,1.00,USD,100,1'), 'UNIT_UNKNOWN', [3]],
    ['yen with decimals', csv(good(1), 'P-2,Acme,M-2,Bolt,EA,1.50,JPY,100,1'), 'PRICE_DECIMALS', [3]],
  ];
  it.each(rows)('%s: the row is refused, the others stand', async (_, content, code, lines) => {
    const upload = await read(content);
    expect([upload.state, await problems(upload)]).toEqual(['STAGED', lines.map((line) => [line, code])]);
    expect(upload.counts?.ok).toBe(1);
  });

  const deep = `<BMECAT>${'<a>'.repeat(200_000)}`;
  const laughs = '<!DOCTYPE BMECAT [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><BMECAT>&b;</BMECAT>';
  const utf8Lie = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="UTF-8"?><BMECAT version="2005"><HEADER>'),
    Buffer.from([0xe4, 0xf6]),
    Buffer.from('</HEADER></BMECAT>'),
  ]);
  const whole: [string, string | Buffer, string][] = [
    ['malformed XML', bmecat('<PRODUCT><SUPPLIER_PID>A</SUPPLIER></PRODUCT>'), 'XML_NOT_WELL_FORMED'],
    ['a billion laughs', laughs, 'XML_INTERNAL_SUBSET'],
    ['200,000 levels', deep, 'XML_TOO_DEEP'],
    ['a ZIP named .csv', Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(200)]), 'WORKBOOK_UNREADABLE'],
    ['another encoding than it says', utf8Lie, 'CHARSET_WRONG'],
    ['a file cut in the middle', bmecat(article('A-7', price('5.00'))).slice(0, -80), 'FILE_TRUNCATED'],
    ['a line of 10 MB', `${header}\n${'x'.repeat(10_000_000)}`, 'RECORD_TOO_LONG'],
  ];
  it.each(whole)('%s: nothing of the file can be published', async (_, content, code) => {
    const catalogueId = await catalogueOf(db, supplier);
    await publish(await read(csv(good(1)), { catalogueId }));
    const upload = await read(content, { catalogueId });
    expect(upload.state).toBe('BLOCKED');
    expect((await problems(upload)).map(([, found]) => found)).toContain(code);
    expect(codes(await db.unitOfWork.run(supplier, (work) => publishCatalogue(work, { uploadId: upload.id }))).length).toBe(1);
    expect(await offers(catalogueId)).toMatchObject([{ part: 'P-1', price: '4.20' }]);
  });
});
