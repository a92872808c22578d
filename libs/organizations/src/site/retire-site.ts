import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { Site } from './site.entity.js';
import { lockSite } from './site.reader.js';

const input = z.strictObject({ siteId: z.uuid(), expectedVersion: z.int() });

export type RetireSiteInput = z.input<typeof input>;
export type RetireSiteError = Fault<'VersionConflict'>;

/** Takes an address out of use; what refers to it stays, and its code stays taken. Errors: VersionConflict. Throws Forbidden, NotFound. */
export async function retireSite(work: Work, given: RetireSiteInput): Promise<Result<Site, RetireSiteError>> {
  requirePermission(work, permissions.manageSites);
  const { siteId, expectedVersion } = checkInput(input, given);
  const site = await lockSite(work, siteId);
  if (site.version !== expectedVersion) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  const changed = { status: 'RETIRED', version: site.version + 1 } as const;
  await work.tx.update(Site, { orgId: site.orgId, id: site.id }, changed);
  await audit(work, { action: 'site:retire', subject: `site:${site.id}`, detail: { code: site.code } });
  return ok({ ...site, ...changed });
}
