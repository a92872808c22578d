import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const ORACLES = process.env['ORACLES'] ?? join(root, '.data/oracles');
const CORPUS = process.env['CORPUS'] ?? join(root, '../shared/corpus');

/** Whether somebody else judges our OCDS here: the schemas of the standard and their validator (npm run oracles). */
export const judged = existsSync(join(ORACLES, 'node_modules')) && existsSync(CORPUS);
if (!judged) console.warn('skipped: the oracles are not installed (npm run oracles), so nobody else judges the OCDS of tenders');

/** What the schemas of the standard say of each text: nothing when they accept it. */
export function faultsByTheStandard(texts: readonly string[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'ocds-'));
  try {
    const files = texts.map((text, index) => {
      const file = join(folder, `${index}.json`);
      writeFileSync(file, text);
      return file;
    });
    // Its exit says whether all is well; what it printed says what is not.
    const { stdout } = spawnSync(process.execPath, ['validate.mjs', '--json', ...files], {
      cwd: ORACLES,
      encoding: 'utf8',
      env: { ...process.env, CORPUS },
    });
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { valid: boolean; errors: string[] })
      .map(({ valid, errors }) => (valid ? errors : ['not valid', ...errors]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
