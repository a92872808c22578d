import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { billed, credited } from '../../canonical/billing/testing.js';
import { elementsOf, textOf, type XmlElement } from '../../xml/element.js';
import { readXml } from '../../xml/read-xml.js';
import { ublCreditNote, ublInvoice } from '../billing/invoice.js';
import { encodeUbl } from '../codec.js';
import { checkUblInvoice, en16931Rules, peppolBillingRules } from './check-invoice.js';

const CORPUS = process.env['CORPUS'] ?? fileURLToPath(new URL('../../../../../../shared/corpus', import.meta.url));
const SETS = join(CORPUS, 'ubl/testsets');
const rootOf = (text: string | Uint8Array) => readXml(typeof text === 'string' ? new TextEncoder().encode(text) : text).root!;
const codes = (root: XmlElement) => checkUblInvoice(root).map(({ code }) => code);
const known = new Set([...en16931Rules, ...peppolBillingRules].map(({ id }) => id));

interface Expectation {
  id: string;
  kind: string;
  number: number | undefined;
}

/** Every document of a set with what its publisher expects of it. */
function casesOf(folder: string): { name: string; expected: Expectation[]; document: XmlElement }[] {
  return readdirSync(join(SETS, folder))
    .filter((file) => file.endsWith('.xml'))
    .flatMap((file) =>
      elementsOf(rootOf(readFileSync(join(SETS, folder, file))), 'test').flatMap((test, index) => {
        const [assert, document] = [
          elementsOf(test, 'assert')[0],
          elementsOf(test).find(({ name }) => ['Invoice', 'CreditNote'].includes(name)),
        ];
        if (assert === undefined || document === undefined) return [];
        const expected = elementsOf(assert)
          .filter(({ name }) => ['success', 'error', 'warning', 'fatal'].includes(name))
          .flatMap((element) =>
            textOf(element)
              .split(/[\s,]+/)
              .filter((id) => id !== '')
              .map((id) => ({
                id,
                kind: element.name,
                number: Number(element.attributes.find(({ name }) => name === 'number')?.value) || undefined,
              })),
          );
        return [{ name: `${file}#${index + 1}`, expected, document }];
      }),
    );
}

if (!existsSync(SETS))
  console.warn('skipped: there is no ../shared/corpus beside this checkout, so the official cases are not judged');

(existsSync(SETS) ? describe : describe.skip)('the official cases', () => {
  it.each([
    ['en16931/Invoice-unit-UBL', 0.9],
    ['en16931/CreditNote-unit-UBL', 0.9],
    ['peppol-billing/unit-UBL-PEPPOL', 0.8],
  ])(
    '%s come out as their publishers expect',
    (folder, share) => {
      const wrong: string[] = [];
      const [judged, skipped] = [new Set<string>(), new Set<string>()];
      for (const { name, expected, document } of casesOf(folder)) {
        const found = codes(document);
        for (const { id, kind, number } of expected) {
          if (!known.has(id)) {
            skipped.add(id);
            continue;
          }
          judged.add(id);
          const fired = found.filter((code) => code === id).length;
          const isRight = kind === 'success' ? fired === 0 : number === undefined ? fired > 0 : fired === number;
          if (!isRight) wrong.push(`${name} ${id} expected ${kind}, fired ${fired}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(judged.size / (judged.size + skipped.size)).toBeGreaterThanOrEqual(share);
    },
    300_000,
  );
});

(existsSync(SETS) ? describe : describe.skip)('real invoices', () => {
  it('that the judges call valid break none', () => {
    const judged = JSON.parse(readFileSync(join(CORPUS, 'ubl/oracle-results.json'), 'utf8')) as {
      file: string;
      valid: boolean;
    }[];
    const wrong: string[] = [];
    let valid = 0;
    for (const { file } of judged.filter((one) => one.valid && one.file.endsWith('.xml'))) {
      const bytes = readFileSync(join(CORPUS, file));
      const text = bytes.toString('latin1');
      if (!/<(?:\w+:)?(?:Invoice|CreditNote)[\s>]/.test(text) || !text.includes('en16931:2017')) continue;
      const { root } = readXml(bytes);
      if (root === undefined || !['Invoice', 'CreditNote'].includes(root.name)) continue;
      valid += 1;
      const broken = checkUblInvoice(root, { peppol: text.includes('peppol.eu:2017:poacc:billing:3.0') });
      wrong.push(...broken.filter(({ severity }) => severity === 'error').map(({ code, at }) => `${file} ${code} ${at}`));
    }
    expect([valid > 0, wrong]).toEqual([true, []]);
  }, 300_000);
});

describe('the rules', () => {
  it('have each an id of their own', () => {
    const ids = [...en16931Rules, ...peppolBillingRules].map(({ id }) => id);
    expect(ids.length).toBe(new Set(ids).size);
  });

  it('find nothing in what we write, and each breach with its place', () => {
    const text = encodeUbl(ublInvoice, billed).text;
    expect(checkUblInvoice(rootOf(text))).toEqual([]);
    expect(checkUblInvoice(rootOf(encodeUbl(ublCreditNote, credited).text))).toEqual([]);
    const broken = checkUblInvoice(
      rootOf(
        text
          .replace('1242.18', '1242.19')
          .replace('<cbc:EndpointID schemeID="0088">7300010000001', '<cbc:EndpointID schemeID="0088">7300010000002'),
      ),
    );
    expect(broken.map(({ code, at, severity }) => `${severity} ${code} ${at}`)).toEqual([
      'error BR-CO-15 Invoice/LegalMonetaryTotal',
      'error BR-CO-16 Invoice/LegalMonetaryTotal',
      'error PEPPOL-COMMON-R040 Invoice/AccountingCustomerParty/Party/EndpointID',
    ]);
    expect(broken[0]?.line).toBeGreaterThan(1);
    expect(checkUblInvoice(rootOf(text), { peppol: false })).toEqual([]);
  });

  it('say nothing of another document and never throw for rubbish', () => {
    expect(checkUblInvoice(rootOf('<Order/>'))).toEqual([]);
    expect(
      codes(rootOf('<Invoice><LegalMonetaryTotal><PayableAmount>1e99</PayableAmount></LegalMonetaryTotal></Invoice>')),
    ).toContain('BR-01');
  });
});
