import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeRecordPackage, encodeReleasePackage } from './package.js';
import { notices, published } from './testing.js';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const ORACLES = process.env['ORACLES'] ?? join(root, '.data/oracles');
const CORPUS = process.env['CORPUS'] ?? join(root, '../shared/corpus');
const present = existsSync(join(ORACLES, 'node_modules')) && existsSync(CORPUS);
if (!present) console.warn('skipped: the oracles are not installed (npm run oracles), so nobody else judges our OCDS');

const publication = {
  uri: 'https://hub.example/ocds/1',
  publishedAt: '2026-05-02T10:00:00Z',
  publisher: 'Nordic Air Maintenance AS',
};

(present ? describe : describe.skip)('what we write in OCDS', () => {
  it('is accepted by the schemas of the standard', () => {
    const all = [published, ...fc.sample(notices, { numRuns: 20, seed: 1 })];
    const texts = [
      ...all.map((notice) => encodeReleasePackage([notice], publication).text),
      encodeReleasePackage(all, publication).text,
      encodeRecordPackage(all, publication).text,
    ];
    const folder = mkdtempSync(join(tmpdir(), 'ocds-'));
    const files = texts.map((text, index) => {
      const file = join(folder, `${index}.json`);
      writeFileSync(file, text);
      return file;
    });
    try {
      const said = execFileSync(process.execPath, ['validate.mjs', '--json', ...files], {
        cwd: ORACLES,
        encoding: 'utf8',
        env: { ...process.env, CORPUS },
      });
      const verdicts = said
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { valid: boolean; errors: string[] });
      expect(verdicts.map(({ valid, errors }) => [valid, errors])).toEqual(texts.map(() => [true, []]));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
