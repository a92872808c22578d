import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { writeDocument } from '#libs/documents';
import { billed } from '../../libs/documents/src/canonical/billing/testing.js';
import { changed } from '../../libs/documents/src/canonical/ordering/testing.js';
import { cart } from '../../libs/documents/src/canonical/punchout/testing.js';
import { screws } from '../../libs/documents/src/grammar/testing.js';
import { called } from '../../libs/documents/src/ocds/testing.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const binary = path.join(root, 'dist/apps/cli/src/main.js');

/** Each step is a process of its own, and on a busy machine they take their time. */
jest.setTimeout(400_000);

let folder: string;
let order: string;
beforeAll(async () => {
  if (!existsSync(binary)) throw new Error('The program is not built: node .config/build.mjs --server.');
  folder = await mkdtemp(path.join(os.tmpdir(), 'entrepot-documents-'));
  order = path.join(folder, 'order.edi');
  await writeFile(order, writeDocument(screws, 'x12')!.text);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The real program, without a hub or a database. */
function entrepot(...args: readonly string[]): Promise<{ code: number | null; out: string; errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [binary, 'documents', ...args], {
      env: { PATH: process.env['PATH'] ?? '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ran = { out: '', errors: '' };
    child.stdout.on('data', (chunk: Buffer) => (ran.out += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (ran.errors += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ran, code }));
  });
}

describe('entrepot documents', () => {
  it('check says what is in a file, and where it is wrong', async () => {
    const bad = path.join(folder, 'bad.edi');
    await writeFile(bad, (await readFile(order, 'utf8')).replace('*7*BX*', '*seven*BX*'));
    expect(await entrepot('check', order)).toMatchObject({
      code: 0,
      out: `${order}: x12, 1 documents, ok\n  850 (order) PO-2026-000123\n`,
    });
    const both = await entrepot('check', '--json', order, bad);
    const [good, broken] = both.out
      .trim()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as { ok: boolean; documents: { coordinate: string; problems: { at: string; code: string }[] }[] },
      );
    expect([both.code, good?.ok, broken?.ok]).toEqual([1, true, false]);
    expect(broken?.documents[0]?.problems.map(({ at, code }) => `${code} ${at}`)).toEqual(['NUMBER_NOT_VALID PO1[1]02']);
    expect((await entrepot('check', path.join(folder, 'none'))).code).toBe(3);
    await writeFile(path.join(folder, 'picture'), Uint8Array.from([0, 1, 2]));
    expect(await entrepot('check', path.join(folder, 'picture'))).toMatchObject({ code: 1 });
  });

  it('describe says what a file is, between whom and how much', async () => {
    const { code, out } = await entrepot('describe', order);
    expect([code, out.split('\n').slice(0, 3)]).toEqual([
      0,
      [`${order}: x12, 1 documents`, '  850, X12 004010, order', '    number PO-2026-000123'],
    ]);
    expect(out).toContain('0 errors');
    const told = JSON.parse((await entrepot('describe', '--json', order)).out) as {
      documents: { lines: number; parties: { role: string }[] }[];
    };
    expect([told.documents[0]?.lines, told.documents[0]?.parties.map(({ role }) => role)]).toEqual([
      screws.lines.length,
      expect.arrayContaining(['buyer', 'supplier']),
    ]);
  });

  it('diff finds the value in which two files differ, and none between two writings of the same', async () => {
    const [again, other] = [path.join(folder, 'again.edi'), path.join(folder, 'other.edi')];
    await writeFile(again, writeDocument(screws, 'x12', { control: '77' })!.text);
    await writeFile(other, writeDocument({ ...screws, number: 'PO-9' } as typeof screws, 'x12')!.text);
    expect(await entrepot('diff', order, again)).toMatchObject({ code: 0, out: '' });
    const { code, out } = await entrepot('diff', '--json', order, other);
    expect([code, JSON.parse(out)]).toEqual([1, [{ document: 1, at: 'number', left: 'PO-2026-000123', right: 'PO-9' }]]);
  });

  it('check judges an invoice by the rules it names', async () => {
    const invoice = path.join(folder, 'invoice.xml');
    await writeFile(invoice, writeDocument(billed, 'ubl')!.text.replace('1242.18', '1242.19'));
    const { code, out } = await entrepot('check', invoice);
    expect(code).toBe(1);
    expect(out).toMatch(/error BR-CO-15 Invoice\/LegalMonetaryTotal \(line \d+\)/);
  });

  it('an invoice goes to CII, is judged there by the same rules, and comes back', async () => {
    const [invoice, cii, broken] = ['billed.xml', 'billed-cii.xml', 'broken-cii.xml'].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(invoice, writeDocument(billed, 'ubl')!.text);
    expect(await entrepot('convert', invoice, '--to', 'cii', '--out', cii)).toMatchObject({ code: 0 });
    expect(await entrepot('check', cii)).toMatchObject({
      code: 0,
      out: `${cii}: cii, 1 documents, ok\n  CrossIndustryInvoice (invoice) INV-881\n`,
    });
    await writeFile(broken, (await readFile(cii, 'utf8')).replace('1242.18', '1242.19'));
    const judged = await entrepot('check', broken);
    expect(judged.code).toBe(1);
    expect(judged.out).toMatch(/error BR-CO-15 CrossIndustryInvoice\/\S+MonetarySummation \(line \d+\)/);
    expect((await entrepot('convert', cii, '--to', 'json')).out).toContain('"number": "INV-881"');
  });

  it('an order goes to openTRANS, a notice to OCDS, a cart to OCI, and each is known again', async () => {
    const written = [
      ['order.ot', 'opentrans', screws, 'opentrans, 1 documents, ok\n  ORDER (order) PO-2026-000123'],
      ['call.json', 'ocds', called, 'ocds, 1 documents, ok\n  release (tenderNotice) ocds-213czf-T-2026-000123-02'],
      ['cart.txt', 'oci', cart, 'oci, 1 documents, ok\n  cart (punchOutOrder)'],
    ] as const;
    for (const [name, format, document, said] of written) {
      const file = path.join(folder, name);
      await writeFile(file, writeDocument(document, format)!.text);
      expect(await entrepot('check', file)).toMatchObject({ code: 0, out: `${file}: ${said}\n` });
    }
  });

  it('convert writes the same in another format and names what that cannot say', async () => {
    const out = path.join(folder, 'order.xml');
    expect(await entrepot('convert', order, '--to', 'ubl', '--out', out)).toMatchObject({ code: 0, out: '' });
    expect(await entrepot('check', out)).toMatchObject({
      code: 0,
      out: `${out}: ubl, 1 documents, ok\n  Order (order) PO-2026-000123\n`,
    });
    const cxml = await entrepot('convert', order, '--to', 'cxml');
    expect([cxml.code, cxml.out.includes('orderID="PO-2026-000123"'), cxml.errors.includes('NOT_EXPRESSED buyer.name')]).toEqual([
      0,
      true,
      true,
    ]);
    const json = await entrepot('convert', out, '--to', 'json');
    expect(JSON.parse(json.out)).toMatchObject({
      kind: 'order',
      number: 'PO-2026-000123',
      lines: [{ number: '00010' }, { number: '00020' }],
    });
    expect((await entrepot('convert', order, '--to', 'edifact', '--release', 'D.96A')).out).toContain('ORDERS:D:96A:UN');
  });

  it('convert writes nothing where a format has no such document, or the file has errors', async () => {
    const change = path.join(folder, 'change.edi');
    await writeFile(change, writeDocument(changed, 'x12')!.text);
    expect(await entrepot('convert', change, '--to', 'cxml')).toMatchObject({
      code: 1,
      out: '',
      errors: expect.stringContaining('KIND_NOT_IN_FORMAT'),
    });
    expect(await entrepot('convert', path.join(folder, 'bad.edi'), '--to', 'ubl')).toMatchObject({ code: 1, out: '' });
    expect((await entrepot('convert', order, '--to', 'fax')).code).toBe(2);
  });

  it('kinds tells which format has which', async () => {
    const { code, out } = await entrepot('kinds');
    expect(code).toBe(0);
    expect(out).toContain('orderChange: ubl OrderChange OrderCancellation; x12 860; edifact ORDCHG');
    expect(JSON.parse((await entrepot('kinds', '--json')).out)).toContainEqual(
      expect.objectContaining({ kind: 'punchOutOrder', cxml: ['PunchOutOrderMessage'] }),
    );
  });
});
