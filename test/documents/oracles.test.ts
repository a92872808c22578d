import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  decodeCxmlConfirmationRequest,
  decodeCxmlOrderRequest,
  decodeSet,
  decodeUblOrder,
  decodeUblOrderResponse,
  detectFormat,
  encodeCxmlConfirmationRequest,
  encodeCxmlOrderRequest,
  encodeSet,
  encodeUblOrder,
  encodeUblOrderResponse,
  functionalAcknowledgement997,
  hasError,
  order850,
  orderResponse855,
  readInterchanges,
  readXml,
} from '#libs/documents';
import { charged, orders, responses, split } from '../../libs/documents/src/grammar/testing.js';
import { interchange, written } from './documents.js';

const root = new URL('../../', import.meta.url).pathname;
const oracles = join(root, '.data/oracles');
const corpus = join(root, '../shared/corpus');
const installed = existsSync(join(oracles, 'node_modules')) && existsSync(corpus);
if (!installed)
  console.warn(
    'skipped: the oracles are not installed in .data/oracles (npm run oracles), so no other judge looks at what is written',
  );

interface Verdict {
  file: string;
  valid: boolean;
  errors: unknown[];
}

/** The judges' findings for texts by file name: only those that are not valid. */
function refused(texts: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'entrepot-oracles-'));
  try {
    const files = Object.entries(texts).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
    const env = { ...process.env, CORPUS: corpus, ORACLE_CACHE: join(oracles, '.cache') };
    let out: string;
    try {
      out = execFileSync(process.execPath, [join(oracles, 'validate.mjs'), '--json', ...files], {
        env,
        encoding: 'utf8',
        maxBuffer: 64_000_000,
      });
    } catch (error) {
      out = String((error as { stdout?: string }).stdout);
    }
    const verdicts = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Verdict);
    expect(verdicts.length).toBe(files.length);
    return verdicts
      .filter((verdict) => !verdict.valid)
      .map((verdict) => `${verdict.file}: ${JSON.stringify(verdict.errors.slice(0, 3))}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const header = {
  payloadId: '1@hub',
  timestamp: '2026-03-02T10:00:00Z',
  test: true,
  from: { value: 'A' },
  to: { value: 'B' },
  sender: { value: 'A' },
  userAgent: 'Entrepot',
};

/** A corpus file read and written again in its own format; undefined when it cannot be read whole or written without an error. */
function rewritten(bytes: Uint8Array): string | undefined {
  const { format, message } = detectFormat(bytes);
  if (format === 'x12') return rewrittenSet(bytes);
  const { root: top } = format === 'ubl' || format === 'cxml' ? readXml(bytes) : { root: undefined };
  if (top === undefined) return undefined;
  const again = <T>(
    decoded: { document?: T; problems: Parameters<typeof hasError>[0] },
    encode: (document: T) => ReturnType<typeof encodeUblOrder>,
  ) => {
    if (decoded.document === undefined || hasError(decoded.problems)) return undefined;
    const { text, problems } = encode(decoded.document);
    return hasError(problems) ? undefined : text;
  };
  if (message === 'Order') return again(decodeUblOrder(top), (order) => encodeUblOrder(order));
  if (message === 'OrderResponse') return again(decodeUblOrderResponse(top), (response) => encodeUblOrderResponse(response));
  if (message === 'OrderRequest') return again(decodeCxmlOrderRequest(top), (order) => encodeCxmlOrderRequest(order, header));
  return message === 'ConfirmationRequest'
    ? again(decodeCxmlConfirmationRequest(top), (response) => encodeCxmlConfirmationRequest(response, header))
    : undefined;
}

function rewrittenSet(bytes: Uint8Array): string | undefined {
  const set = readInterchanges(bytes).interchanges[0]?.groups[0]?.sets[0];
  if (set?.release.slice(0, 6) !== '004010') return undefined;
  const again = <T>(table: Parameters<typeof decodeSet<T>>[0]) => {
    const { document, problems } = decodeSet(table, set);
    if (document === undefined || hasError(problems)) return undefined;
    const encoded = encodeSet(table, document);
    return hasError(encoded.problems) ? undefined : interchange(set.type, encoded.segments);
  };
  if (set.type === '850') return again(order850);
  if (set.type === '855') return again(orderResponse855);
  return set.type === '997' ? again(functionalAcknowledgement997) : undefined;
}

(installed ? describe : describe.skip)('other judges accept what is written', () => {
  it('the golden documents', () => expect(refused(written())).toEqual([]));

  it('charges, a price per pieces of a box answered, a place without a code, and texts that hold the usual separators', () => {
    const note = ['Fragile * ~ : temp > 20'];
    const shipTo = { ...charged.shipTo!, identifiers: [{ value: '', scheme: 'ASSIGNED_BY_BUYER' }] };
    const quantity = { value: '2', unit: 'XBX' };
    const price = { amount: '42.00', basis: '100', unit: 'EA', factor: { numerator: '25', denominator: '1' } };
    const lines = [{ ...split.lines[0]!, quantity, schedules: [{ status: 'changed' as const, quantity, price }] }];
    expect(refused(written({ ...charged, note, shipTo }, { ...split, note, lines }))).toEqual([]);
  });

  it('any order and answer, in all three formats', () => {
    const [drawn, answered] = [fc.sample(orders, { numRuns: 4, seed: 1 }), fc.sample(responses, { numRuns: 4, seed: 1 })];
    const endpoint = { value: '7300010000001', scheme: '0088' };
    const texts = drawn.flatMap((order, index) => {
      const response = answered[index]!;
      const both = { buyer: { ...order.buyer, endpoint }, supplier: { ...order.supplier, endpoint } };
      return Object.entries(
        written(
          { ...order, ...both },
          { ...response, buyer: { ...response.buyer, endpoint }, supplier: { ...response.supplier, endpoint } },
        ),
      ).map(([name, text]) => [`${index}-${name}`, text]);
    });
    expect(refused(Object.fromEntries(texts))).toEqual([]);
  });

  it('every corpus document that was valid, read and written again', () => {
    const texts: Record<string, string> = {};
    let unread = 0;
    for (const standard of ['ubl', 'cxml', 'x12']) {
      const results = JSON.parse(readFileSync(join(corpus, standard, 'oracle-results.json'), 'utf8')) as {
        file: string;
        valid: boolean;
      }[];
      for (const { file, valid } of results) {
        if (!valid || !/\/samples\//.test(file)) continue;
        const bytes = readFileSync(join(corpus, file));
        if (!/^(?:Order|OrderResponse|OrderRequest|ConfirmationRequest|850|855|997)$/.test(detectFormat(bytes).message ?? ''))
          continue;
        const text = rewritten(bytes);
        if (text === undefined) unread++;
        else texts[file.replaceAll('/', '_')] = text;
      }
    }
    console.info(
      `${Object.keys(texts).length} corpus documents written again, ${unread} not readable whole or not ours to write`,
    );
    expect(refused(texts)).toEqual([]);
  });
});
