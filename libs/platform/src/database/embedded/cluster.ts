import { type SpawnOptions, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '../start-error.js';
import { exists } from './binaries.js';
import type { RunAs } from './run-as.js';

/** Major version of the embedded PostgreSQL; a data folder belongs to one major version. */
export const embeddedMajor = '18';
export const superuser = 'entrepot_admin';

/** Makes the data folder unless it is there, and gives the superuser's password. */
export async function ensureCluster(dir: string, bin: string, as: RunAs): Promise<string> {
  const data = path.join(dir, 'data');
  const secret = path.join(dir, 'password');
  await assertUsable(data, secret);
  if (!(await exists(path.join(data, 'PG_VERSION')))) await initialise({ dir, data, secret, bin }, as);
  return (await readFile(secret, 'utf8')).trim();
}

async function assertUsable(data: string, secret: string): Promise<void> {
  const entries = await readdir(data).catch(() => []);
  if (entries.length === 0) return;
  const version = (await readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (!version)
    throw new StartError(
      `The data folder ${data} is not a complete PostgreSQL database (PG_VERSION is missing): restore it from a backup, or move it away to begin anew.`,
    );
  if (version !== embeddedMajor)
    throw new StartError(
      `The data folder ${data} was written by PostgreSQL ${version} and the embedded one is ${embeddedMajor}: start that version on it and set DATABASE_URL, or move the folder away.`,
    );
  if (!(await exists(path.join(data, 'global', 'pg_control'))))
    throw new StartError(
      `The data folder ${data} is damaged (global/pg_control is missing): restore it from a backup, or move it away to begin anew.`,
    );
  if (!(await exists(secret)))
    throw new StartError(
      `The password of the database in ${data} is missing (${secret}): restore that file, or move the folder away.`,
    );
}

async function initialise(at: { dir: string; data: string; secret: string; bin: string }, as: RunAs): Promise<void> {
  await writeFile(at.secret, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' }).catch(unless('EEXIST'));
  if (as.uid !== undefined) await chown(at.secret, as.uid, as.gid!);
  const fresh = `${at.data}.init.${process.pid}.${randomBytes(3).toString('hex')}`;
  const args = [
    '-D',
    fresh,
    '-U',
    superuser,
    '-A',
    'scram-sha-256',
    `--pwfile=${at.secret}`,
    '-E',
    'UTF8',
    '--no-locale',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  await run(path.join(at.bin, 'initdb'), args, { ...as, cwd: at.dir });
  // Two processes may start at once: the loser's rename fails on the winner's folder.
  await rename(fresh, at.data).catch(async (error: NodeJS.ErrnoException) => {
    await rm(fresh, { recursive: true, force: true });
    unless('ENOTEMPTY', 'EEXIST', 'EPERM')(error);
  });
}

/** Process and port of a server that works on the data folder now, whoever started it. */
export async function runningServer(data: string): Promise<{ pid: number; port: number } | undefined> {
  const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!pid || !lines[3] || !isAlive(pid)) return undefined;
  // A container whose first process reaps nothing keeps a dead server as a zombie, and postgres takes its pid file for live.
  if (/^\d+ \(.*\) Z /s.test(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''))) {
    await rm(path.join(data, 'postmaster.pid'), { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3]) };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function unless(...codes: string[]): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (!codes.includes(error.code ?? '')) throw error;
  };
}

async function run(file: string, args: string[], options: SpawnOptions): Promise<void> {
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0)
    throw new StartError(
      `${path.basename(file)} could not make a database: ${said.trim().split('\n').at(-1) ?? `exit code ${code}`}`,
    );
}
