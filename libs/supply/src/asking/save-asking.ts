import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { type AskingMapping, type AskingProfile, askingMapping, everyPlace } from './asking.js';
import { askingProfile } from './asking.reader.js';

const input = z.strictObject({
  /** `*`: every place that the ERP names. */
  location: z.string().trim().min(1).max(40).default(everyPlace),
  url: z.string().trim().max(2000),
  header: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/)
    .nullish(),
  /** Sealed by the edge; undefined leaves the stored one, null removes it. */
  sealedSecret: z.string().nullish(),
  mappingJson: z.string().max(20_000).nullish(),
  timeoutMs: z.number().int().min(50).max(5000).default(600),
  callsMax: z.number().int().min(1).max(16).default(4),
  cacheSeconds: z.number().int().min(0).max(3600).default(30),
  freshSeconds: z.number().int().min(1).max(3600).default(60),
  keepMinutes: z.number().int().min(1).max(43_200).default(1440),
  paused: z.boolean().default(false),
  /** The version read; absent for a new one. */
  expectedVersion: z.number().int().nullish(),
});

export type SaveAskingInput = z.input<typeof input>;
export type SaveAskingFault = Fault<'AskingUrlRefused' | 'AskingMappingInvalid' | 'VersionConflict'>;

/**
 * Says how the acting supplier's ERP is asked for the stock of a place, or of all places it names. Errors: AskingUrlRefused (by its
 * form, or because the stored secret would go to another host, under another name or unencrypted; its address is checked at every call), AskingMappingInvalid (the first fault and its place), VersionConflict. Throws Forbidden without stock:write, BadInput.
 */
export async function saveAsking(work: Work, given: SaveAskingInput): Promise<Result<AskingProfile, SaveAskingFault>> {
  requirePermission(work, 'stock:write');
  const wish = checkInput(input, given);
  const mapping = readMapping(wish.mappingJson ?? '{}');
  const faults = [...urlFaults(wish.url), ...(mapping.ok ? [] : mapping.errors), ...(await secretFaults(work, wish))];
  if (faults.length > 0 || !mapping.ok) return fail(...faults);
  const id = await write(work, wish, mapping.value);
  if (id === undefined) return fail({ code: 'VersionConflict' as const, path: ['expectedVersion'] });
  await audit(work, { action: 'stock:write', subject: `asking:${id}`, detail: { location: wish.location, paused: wish.paused } });
  // Every process drops what it knows of this supplier.
  work.notify('asking.changed', work.actor.orgId, id);
  return ok(await askingProfile(work, id));
}

/** Forgets how a place is asked, with its log. Figures stay until they are too old. Gives whether there was one. Throws Forbidden without stock:write. */
export async function removeAsking(work: Work, given: { profileId: string }): Promise<Result<boolean, never>> {
  requirePermission(work, 'stock:write');
  const { profileId } = checkInput(z.strictObject({ profileId: z.uuid() }), given);
  const gone = await affected(work, 'delete from supply.asking_profile where org_id = $1 and id = $2', [
    work.actor.orgId,
    profileId,
  ]);
  if (gone > 0) await audit(work, { action: 'stock:write', subject: `asking:${profileId}`, detail: { removed: true } });
  work.notify('asking.changed', work.actor.orgId, profileId);
  return ok(gone > 0);
}

/** undefined: another version is there, or none. */
async function write(work: Work, wish: z.output<typeof input>, mapping: AskingMapping): Promise<string | undefined> {
  const values = [
    work.actor.orgId,
    wish.location,
    wish.url,
    wish.header ?? null,
    wish.sealedSecret ?? null,
    JSON.stringify(mapping),
    wish.timeoutMs,
    wish.callsMax,
    wish.cacheSeconds,
    wish.freshSeconds,
    wish.keepMinutes,
    wish.paused ? 'PAUSED' : 'ACTIVE',
  ];
  const row = await (wish.expectedVersion == null
    ? one<{ id: string }>(
        work,
        `insert into supply.asking_profile (org_id, location, url, header, secret, mapping, timeout_ms, calls_max, cache_seconds, fresh_seconds, keep_minutes, status)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (org_id, location) do nothing returning id`,
        values,
      )
    : one<{ id: string }>(
        work,
        `update supply.asking_profile set url = $3, header = $4, secret = case when $13 then $5 else secret end, mapping = $6, timeout_ms = $7, calls_max = $8,
           cache_seconds = $9, fresh_seconds = $10, keep_minutes = $11, status = $12, version = version + 1
         where org_id = $1 and location = $2 and version = $14 returning id`,
        [...values, wish.sealedSecret !== undefined, wish.expectedVersion],
      ));
  return row?.id;
}

function readMapping(text: string): Result<AskingMapping, SaveAskingFault> {
  const invalid = (path: readonly string[], reason: string): Result<AskingMapping, SaveAskingFault> =>
    fail({ code: 'AskingMappingInvalid', path: ['mappingJson', ...path], values: { reason } });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return invalid([], 'not JSON');
  }
  const read = askingMapping.safeParse(json);
  if (read.success) return ok(read.data);
  const first = read.error.issues[0];
  const path = (first?.path ?? []).map(String);
  return invalid(path, `${path.join('.')}: ${first?.message ?? 'is wrong'}`);
}

/** Whoever may change the address must not thereby learn the secret: it goes where it was given for, and never in clear text past this machine. */
async function secretFaults(work: Work, wish: z.output<typeof input>): Promise<SaveAskingFault[]> {
  if (!URL.canParse(wish.url)) return [];
  const { origin, protocol, hostname } = new URL(wish.url);
  const stored = await one<{ url: string; header: string | null }>(
    work,
    'select url, header from supply.asking_profile where org_id = $1 and location = $2 and secret is not null',
    [work.actor.orgId, wish.location],
  );
  const sent = wish.sealedSecret === undefined ? stored !== undefined : wish.sealedSecret !== null;
  if (sent && protocol === 'http:' && !/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname))
    return refused('a secret is sent over https only');
  if (wish.sealedSecret !== undefined || !stored) return [];
  return new URL(stored.url).origin === origin && (wish.header == null || stored.header === wish.header)
    ? []
    : refused('the host or the header changed: give the secret again');
}

function refused(reason: string): SaveAskingFault[] {
  return [{ code: 'AskingUrlRefused', path: ['url'], values: { reason } }];
}

function urlFaults(text: string): SaveAskingFault[] {
  if (!URL.canParse(text)) return refused('not a URL');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refused('neither https nor http');
  return url.username || url.password ? refused('credentials belong into the secret, not into the URL') : [];
}
