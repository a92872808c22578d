import { NotFound, one, type Work } from '#libs/platform';
import { Catalogue } from './catalogue.entity.js';

/** The catalogue, locked against publications and edits until the end of the work. Throws NotFound for a foreign or unknown one. */
export async function lockCatalogue(
  work: Work,
  catalogueId: string,
  mode: 'pessimistic_write' | 'pessimistic_read' = 'pessimistic_write',
): Promise<Catalogue> {
  const catalogue = await work.tx.findOne(Catalogue, { where: { orgId: work.actor.orgId, id: catalogueId }, lock: { mode } });
  if (!catalogue) throw new NotFound('catalogue');
  return catalogue;
}

/** The catalogue as it stands. Throws NotFound for a foreign or unknown one. */
export async function catalogueById(work: Work, catalogueId: string): Promise<Catalogue> {
  const catalogue = await work.tx.findOneBy(Catalogue, { orgId: work.actor.orgId, id: catalogueId });
  if (!catalogue) throw new NotFound('catalogue');
  return catalogue;
}

/** All catalogues of the acting organisation by name; a supplier has a handful. */
export async function cataloguesOf(work: Work): Promise<Catalogue[]> {
  return work.tx.find(Catalogue, { where: { orgId: work.actor.orgId }, order: { name: 'ASC' }, take: 200 });
}

/** The maker that rows without one get: nobody, the supplier itself by its CAGE or name, or the one the catalogue names. */
export async function makerOf(work: Work, catalogue: Catalogue): Promise<{ code?: string; name?: string } | undefined> {
  if (catalogue.makerRule === 'FILE') return undefined;
  if (catalogue.makerRule === 'FIXED')
    return { code: catalogue.makerCode ?? '', ...(catalogue.makerName ? { name: catalogue.makerName } : {}) };
  const own = await one<{ name: string; cage: string | null }>(
    work,
    'select name, cage from organizations.organization where id = $1',
    [catalogue.orgId],
  );
  return own ? { name: own.name, ...(own.cage ? { code: own.cage } : {}) } : undefined;
}
