import { ArrayContains } from 'typeorm';
import { NotFound, rows, type Work } from '#libs/platform';
import { Site, type SiteKind } from './site.entity.js';

/** One site of the acting organisation, also a retired one. Throws NotFound. */
export async function siteById(work: Work, id: string): Promise<Site> {
  const site = await work.tx.findOneBy(Site, { orgId: work.actor.orgId, id });
  if (!site) throw new NotFound(`site ${id}`);
  return site;
}

/** Active sites of the acting organisation by code, at most 500; `kind` narrows them. */
export async function sitesOf(work: Work, kind?: SiteKind): Promise<Site[]> {
  const where = { orgId: work.actor.orgId, status: 'ACTIVE' as const, ...(kind ? { kinds: ArrayContains([kind]) } : {}) };
  return work.tx.find(Site, { where, order: { code: 'ASC' }, take: 500 });
}

/** One site, locked. Throws NotFound. */
export async function lockSite(work: Work, id: string): Promise<Site> {
  const [site] = await rows<Site>(
    work,
    `select s.org_id as "orgId", s.id, s.code, s.name, s.kinds, s.address, s.gln, s.status, s.version
     from organizations.site s where s.org_id = $1 and s.id = $2 for update`,
    [work.actor.orgId, id],
  );
  if (!site) throw new NotFound(`site ${id}`);
  return site;
}
