import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '#libs/platform';

const oracles = path.join(projectRoot, '.data/oracles');
const corpus = path.join(projectRoot, '../shared/corpus');

/** Whether the independent judges are here (`npm run oracles`). */
export const oraclesInstalled = existsSync(path.join(oracles, 'node_modules')) && existsSync(corpus);

/** What the judges have against a document; empty when it is valid. */
export async function judged(name: string, text: string): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'entrepot-newcomer-'));
  try {
    const file = path.join(folder, name);
    await writeFile(file, text);
    const env = { ...process.env, CORPUS: corpus, ORACLE_CACHE: path.join(oracles, '.cache') };
    const out = await new Promise<string>((resolve) => {
      execFile(
        process.execPath,
        [path.join(oracles, 'validate.mjs'), '--json', file],
        { env, maxBuffer: 16_000_000 },
        (_, stdout) => resolve(stdout),
      );
    });
    const verdict = JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as { valid?: boolean; errors?: unknown[] };
    return verdict.valid ? [] : (verdict.errors ?? ['no verdict']).map((error) => JSON.stringify(error));
  } finally {
    await rm(folder, { recursive: true });
  }
}
