import { affected, rows, type Work } from '#libs/platform';

/** Parts touched by one call: bounds its memory. */
const slice = 5000;

/** Has the watches look that parts with moved stock concern. */
export async function followStock(work: Work, partIds: readonly string[]): Promise<void> {
  await affected(work, 'select procurement.touch_watches($1, false)', [partIds]);
}

/**
 * Has the watches look that a version of the acting supplier's catalogue concerns: those of the parts whose offers came, changed or went, and searches
 * that may find such a part. Reads what the version wrote, never all watches. Gives how many offers there were.
 */
export async function followPublication(work: Work, published: { catalogueId: string; version: number }): Promise<number> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (let count = 0; ; ) {
    const offers = await rows<{ id: string; partId: string }>(
      work,
      `select o.id, o.part_id as "partId" from supply.offer o
       where o.org_id = $1 and o.catalogue_id = $2 and o.from_version = $3 and o.id > $4 order by o.id limit $5`,
      [work.actor.orgId, published.catalogueId, published.version, last, slice],
    );
    if (offers.length > 0)
      await affected(work, 'select procurement.touch_watches($1, true)', [[...new Set(offers.map(({ partId }) => partId))]]);
    count += offers.length;
    if (offers.length < slice) return count;
    last = offers.at(-1)?.id ?? last;
  }
}
