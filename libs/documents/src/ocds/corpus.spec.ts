import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { errorsOf } from '../ubl/testing.js';
import { decodeOcds, readOcds } from './codec.js';
import { encodeRecordPackage, encodeReleasePackage } from './package.js';

const CORPUS = process.env['CORPUS'] ?? fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url));
const present = existsSync(join(CORPUS, 'ocds'));
if (!present) console.warn('skipped: there is no ../shared/corpus beside this checkout, so no real OCDS is read');

const publication = { uri: 'https://hub.example/ocds/1', publishedAt: '2026-05-02T10:00:00Z', publisher: 'Nobody' };
const filesOf = (folder: string) =>
  readdirSync(join(CORPUS, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name));

/** The value without what says nothing: empty lists where the format knows a list. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, inner]) => !(Array.isArray(inner) && inner.length === 0) && inner !== '')
    .map(([key, inner]): [string, unknown] => [key, said(inner)])
    .filter(([, inner]) => !(typeof inner === 'object' && inner !== null && Object.keys(inner).length === 0));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Parsed {
  releases?: object[];
  records?: { releases?: object[]; compiledRelease?: object }[];
}

/** Every release that a file holds, as JSON.parse reads it. */
function releasesOf(parsed: Parsed): object[] {
  const held = (release: object) => 'ocid' in release || !('url' in release);
  if (parsed.records !== undefined)
    return parsed.records.flatMap(({ releases = [], compiledRelease }) => [
      ...(Array.isArray(releases) ? releases.filter(held) : []),
      ...(compiledRelease === undefined ? [] : [compiledRelease]),
    ]);
  return parsed.releases ?? [parsed];
}

(present ? describe : describe.skip)('the OCDS files of the corpus', () => {
  it('are read, and what is read is written as it was, key by key', () => {
    const tally = { files: 0, releases: 0, refused: 0, whole: 0 };
    const changed: string[] = [];
    for (const path of filesOf('ocds/samples')) {
      tally.files++;
      const bytes = readFileSync(path);
      const file = readOcds(bytes);
      if (file.releases.length === 0) continue;
      const parsed = releasesOf(JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')) as Parsed);
      file.releases.forEach(({ release }, index) => {
        const { document, problems } = decodeOcds(release);
        if (document === undefined) {
          tally.refused++;
          expect(errorsOf(problems).length).toBeGreaterThan(0);
          return;
        }
        tally.releases++;
        const { text, problems: found } = encodeReleasePackage([document], publication);
        if (errorsOf([...problems, ...found]).length > 0) return;
        tally.whole++;
        const [told] = (JSON.parse(text) as { releases: object[] }).releases;
        const was = said({ initiationType: 'tender', ...parsed[index] });
        if (JSON.stringify(said(told)) !== JSON.stringify(was)) changed.push(`${path.slice(CORPUS.length)} ${index}`);
        expect(encodeRecordPackage([document], publication).problems).toEqual(found);
      });
    }
    expect(changed).toEqual([]);
    expect(tally).toEqual({ files: 109, releases: 123, refused: 21, whole: 120 });
  }, 120_000);

  it('the cases of merging never throw', () => {
    for (const path of filesOf('ocds/merge'))
      for (const { release } of readOcds(readFileSync(path)).releases) decodeOcds(release);
  });
});
