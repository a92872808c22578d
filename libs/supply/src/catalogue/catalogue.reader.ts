import { NotFound, one, rows, type Work } from '#libs/platform';
import { Catalogue } from './catalogue.entity.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id itself; what is no id names nothing, and PostgreSQL is not asked. Throws NotFound. */
export function idOf(id: string, thing: string): string {
  if (!uuid.test(id)) throw new NotFound(thing);
  return id;
}

/** The catalogue, locked against publications and edits until the end of the work. Throws NotFound for a foreign or unknown one. */
export async function lockCatalogue(
  work: Work,
  catalogueId: string,
  mode: 'pessimistic_write' | 'pessimistic_read' = 'pessimistic_write',
): Promise<Catalogue> {
  const catalogue = await work.tx.findOne(Catalogue, {
    where: { orgId: work.actor.orgId, id: idOf(catalogueId, 'catalogue') },
    lock: { mode },
  });
  if (!catalogue) throw new NotFound('catalogue');
  return catalogue;
}

/** The catalogue as it stands. Throws NotFound for a foreign or unknown one. */
export async function catalogueById(work: Work, catalogueId: string): Promise<Catalogue> {
  const catalogue = await work.tx.findOneBy(Catalogue, { orgId: work.actor.orgId, id: idOf(catalogueId, 'catalogue') });
  if (!catalogue) throw new NotFound('catalogue');
  return catalogue;
}

/** All catalogues of the acting organisation by name; a supplier has a handful. */
export async function cataloguesOf(work: Work): Promise<Catalogue[]> {
  return work.tx.find(Catalogue, { where: { orgId: work.actor.orgId }, order: { name: 'ASC' }, take: 200 });
}

/** How many offers of each catalogue can be ordered now; a catalogue without one is absent. */
export async function activeOffersOf(work: Work, catalogueIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counted = await rows<{ id: string; active: number }>(
    work,
    `select catalogue_id as id, count(*)::int as active from supply.offer
     where org_id = $1 and catalogue_id = any ($2) and status = 'ACTIVE' group by 1`,
    [work.actor.orgId, catalogueIds],
  );
  return new Map(counted.map(({ id, active }) => [id, active]));
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
