import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// What the specs of every format share: the documents of others beside this checkout, and the judges.

const root = fileURLToPath(new URL('../../..', import.meta.url));
const ORACLES = process.env['ORACLES'] ?? join(root, '.data/oracles');

/** Where real documents are, when they are there. */
export const CORPUS = process.env['CORPUS'] ?? join(root, '../shared/corpus');

/** Whether somebody else can judge what we write; who asks says it aloud when not. */
export const hasJudges = existsSync(join(ORACLES, 'node_modules')) && existsSync(CORPUS);

/** Name, verdict and errors of each document, given as its file name and text. A verdict of invalid ends the judge with status 1, which is no failure of his. */
export function judge(documents: readonly (readonly [string, string])[]): (readonly [string, boolean, readonly string[]])[] {
  const folder = mkdtempSync(join(tmpdir(), 'judged-'));
  try {
    const files = documents.map(([name, text]) => {
      const file = join(folder, name);
      writeFileSync(file, text);
      return file;
    });
    return said(files)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; valid: boolean; errors: string[] })
      .map(({ file, valid, errors }) => [file.split(/[\\/]/).at(-1) ?? '', valid, errors] as const);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function said(files: readonly string[]): string {
  const options = {
    cwd: ORACLES,
    encoding: 'utf8' as const,
    env: { ...process.env, CORPUS, ORACLE_CACHE: join(ORACLES, '.cache') },
  };
  try {
    return execFileSync(process.execPath, ['validate.mjs', '--json', ...files], options);
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
