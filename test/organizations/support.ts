import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { Result } from '#libs/kernel';
import { loadTokenKeys, Throttle, TokenIssuer } from '#libs/platform';
import { Passports } from '../../libs/organizations/src/proof/passports.js';
import { letters } from '../factories/organization.factory.js';
import type { FreshDatabase } from '../support/fresh-database.js';

/** A checksum of every row of the room, past all walls. */
export async function everything(db: FreshDatabase): Promise<string> {
  const tables = await db.admin<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'organizations'::regnamespace and c.relkind = 'r' order by 1`,
  );
  const sums = tables.map(
    ({ name }) => `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${name} t`,
  );
  return JSON.stringify(await db.admin(`${sums.join(' union all ')} order by 1`));
}

/** The work is refused with this code, and no row of the room is another one afterwards. */
export async function expectRefused(
  db: FreshDatabase,
  code: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND',
  run: () => Promise<unknown>,
): Promise<void> {
  const before = await everything(db);
  await expect(run()).rejects.toMatchObject({ code });
  expect(await everything(db)).toBe(before);
}

/** The work fails with exactly these user errors, and no row of the room is another one afterwards. */
export async function expectFaults<E extends { code: string }>(
  db: FreshDatabase,
  codes: string[],
  run: () => Promise<Result<unknown, E>>,
): Promise<readonly E[]> {
  const before = await everything(db);
  const result = await run();
  expect(result.ok ? [] : result.errors.map((error) => error.code)).toEqual(codes);
  expect(await everything(db)).toBe(before);
  return result.ok ? [] : result.errors;
}

/** Subject and text of the letters to an address, oldest first. */
export function mailsTo(db: FreshDatabase, to: string): Promise<{ subject: string; text: string }[]> {
  return db.admin('select subject, text from platform.mail where recipient = $1 order by id', [to]);
}

/** The secret in a letter's link. */
export function secretIn(text: string | undefined): string {
  return /#token=([\w-]{43})/.exec(text ?? '')?.[1] ?? '';
}

/** Actions of an organisation's trail, oldest first. */
export async function trail(db: FreshDatabase, orgId: string): Promise<string[]> {
  const lines = await db.admin<{ action: string }>('select action from platform.audit_event where org_id = $1 order by seq', [
    orgId,
  ]);
  return lines.map(({ action }) => action);
}

let places = 0;
/** A network where nobody has been before, so that the counts of two tests do not meet. */
export function somewhere(): { address: string; device: undefined; userAgent: string } {
  places += 1;
  return { address: `11.${places >> 8}.${places & 255}.1`, device: undefined, userAgent: 'test' };
}

/** Everything that signing in and its kin work with, on real counts and keys. */
export async function makeDesk(db: FreshDatabase) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'entrepot-desk-'));
  const throttle = new Throttle(db.jobsUrl);
  const tokens = new TokenIssuer(await loadTokenKeys(path.join(folder, 'token.json')));
  const { unitOfWork } = db;
  const close = async (): Promise<void> => {
    await throttle.close();
    await rm(folder, { recursive: true });
  };
  return { unitOfWork, throttle, tokens, letters, passports: new Passports({ unitOfWork, throttle }), close };
}
