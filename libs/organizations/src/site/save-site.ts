import { v7 } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, isCountryCode, isGln, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, NotFound, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { Site } from './site.entity.js';
import { lockSite } from './site.reader.js';

const line = z.string().trim().min(1).max(200);

const input = z.strictObject({
  /** Absent: a new site. */
  siteId: z.uuid().nullish(),
  expectedVersion: z.int().nullish(),
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(200),
  kinds: z
    .array(z.enum(['SHIP_TO', 'BILL_TO', 'WAREHOUSE']))
    .min(1)
    .transform((kinds) => [...new Set(kinds)]),
  address: z.strictObject({
    lines: z.array(line).min(1).max(4),
    city: line,
    region: line.nullish().transform((text) => text ?? null),
    postalCode: z
      .string()
      .trim()
      .min(1)
      .max(20)
      .nullish()
      .transform((text) => text ?? null),
    country: z.string().refine(isCountryCode, { message: 'Not an ISO 3166-1 alpha-2 code.' }),
  }),
  gln: z
    .string()
    .nullish()
    .transform((text) => text ?? null),
});

export type SaveSiteInput = z.input<typeof input>;
export type SaveSiteError = Fault<'SiteCodeTaken' | 'GlnNotValid' | 'VersionConflict'>;

/**
 * Adds an address, or with `siteId` and `expectedVersion` changes one; a retired one comes back by it. Orders keep the snapshot they took.
 * Errors: SiteCodeTaken, GlnNotValid, VersionConflict. Throws Forbidden, NotFound, BadInput.
 */
export async function saveSite(work: Work, given: SaveSiteInput): Promise<Result<Site, SaveSiteError>> {
  requirePermission(work, permissions.manageSites);
  const { siteId, expectedVersion, ...fields } = checkInput(input, given);
  if (fields.gln !== null && !isGln(fields.gln)) return fail({ code: 'GlnNotValid', path: ['gln'], values: { gln: fields.gln } });
  const before = siteId ? await lockSite(work, siteId) : undefined;
  if (before && before.version !== expectedVersion) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });

  const id = before?.id ?? v7();
  const site: Site = { ...fields, orgId: work.actor.orgId, id, status: 'ACTIVE', version: (before?.version ?? 0) + 1 };
  // The code is taken by the unique key itself, so that of two savers at once one is told.
  const free = before ? await renameable(work, site) : await add(work, site);
  if (!free) return fail({ code: 'SiteCodeTaken', path: ['code'], values: { siteCode: site.code } });
  await audit(work, { action: 'site:save', subject: `site:${id}`, detail: { code: site.code, version: site.version } });
  return ok(site);
}

async function add(work: Work, site: Site): Promise<boolean> {
  const count = await affected(
    work,
    `insert into organizations.site (org_id, id, code, name, kinds, address, gln) values ($1, $2, $3, $4, $5::text[], $6::jsonb, $7)
     on conflict (org_id, code) do nothing`,
    [site.orgId, site.id, site.code, site.name, site.kinds, JSON.stringify(site.address), site.gln],
  );
  return count === 1;
}

async function renameable(work: Work, site: Site): Promise<boolean> {
  const other = await work.tx.findOneBy(Site, { orgId: site.orgId, code: site.code });
  if (other && other.id !== site.id) return false;
  const { orgId, id, ...changed } = site;
  const { affected: count } = await work.tx.update(Site, { orgId, id }, changed);
  if (count !== 1) throw new NotFound(`site ${id}`);
  return true;
}
