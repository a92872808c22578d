import { affected, requirePermission, type Work } from '#libs/platform';

/**
 * Gives back what reserved promises of the acting buyer hold, because an order of the same work takes it; a refused order rolls that
 * back with everything else. One that holds nothing stays as it is. Throws Forbidden without order:place, NotFound for a promise of others.
 */
export async function takePromises(work: Work, promises: readonly string[]): Promise<void> {
  requirePermission(work, 'order:place');
  if (promises.length === 0) return;
  const ids = [...new Set(promises)].sort();
  await affected(
    work,
    `select supply.release_promise(p.id, 'ORDERED') from unnest($1::uuid[]) with ordinality as p (id, place) order by p.place`,
    [ids],
  );
}
