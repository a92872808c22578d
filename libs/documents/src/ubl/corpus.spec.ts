import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readXml } from '../xml/read-xml.js';
import { decodeUbl, encodeUbl } from './codec.js';
import { ublMessageOf } from './tables.js';
import { errorsOf, rootOf } from './testing.js';

const CORPUS = process.env['CORPUS'] ?? fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url));
const SAMPLES = join(CORPUS, 'ubl/samples');
const present = existsSync(SAMPLES);
if (!present) console.warn('skipped: there is no ../shared/corpus beside this checkout, so no real UBL is read');

interface Tally {
  read: number;
  refused: number;
  whole: number;
}

/** Reads every document of a listed message; what could be read is written and read once more. */
function tallies(): Map<string, Tally> {
  const found = new Map<string, Tally>();
  for (const entry of readdirSync(SAMPLES, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { root } = readXml(readFileSync(join(entry.parentPath, entry.name)));
    const table = root === undefined ? undefined : ublMessageOf(root);
    if (root === undefined || table === undefined) continue;
    const tally = found.get(table.table.message) ?? { read: 0, refused: 0, whole: 0 };
    found.set(table.table.message, tally);
    const { document, problems } = decodeUbl<object>(table as never, root);
    if (document === undefined) {
      expect([entry.name, errorsOf(problems).length]).not.toEqual([entry.name, 0]);
      tally.refused++;
      continue;
    }
    tally.read++;
    const written = encodeUbl<object>(table as never, document);
    if (errorsOf([...problems, ...written.problems]).length > 0) continue;
    const again = decodeUbl<object>(table as never, rootOf(written.text));
    const third = encodeUbl<object>(table as never, again.document ?? {});
    expect([entry.name, third.text === written.text]).toEqual([entry.name, true]);
    tally.whole++;
  }
  return found;
}

(present ? describe : describe.skip)('the UBL documents of the corpus', () => {
  it('are read, those without faults are written, and what is written stays what it is', () => {
    expect(Object.fromEntries([...tallies()].sort(([a], [b]) => a.localeCompare(b)))).toEqual({});
  }, 120_000);
});
