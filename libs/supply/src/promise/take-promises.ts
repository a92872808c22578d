import { affected, requirePermission, type Work } from '#libs/platform';

/**
 * Gives back the stock that reserved promises of the acting buyer hold, because an order of the same work takes it; a refused order rolls
 * that back with everything else. Their share of expected receipts stays claimed: say with `bindPromises` for which order lines. One
 * that holds nothing stays as it is. Throws Forbidden without order:place, NotFound for a promise of others.
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

/** The order line that takes what a promise holds. */
export interface PromisedOrderLine {
  promise: string;
  line: string;
}

/**
 * Says for which order lines the claims of promises stand that were taken: they are given back when nothing of the line is wanted any
 * more. A promise that stands for a line already keeps it. Throws Forbidden without order:place.
 */
export async function bindPromises(work: Work, lines: readonly PromisedOrderLine[]): Promise<void> {
  requirePermission(work, 'order:place');
  if (lines.length > 0) await affected(work, 'select supply.bind_promises($1)', [JSON.stringify(lines)]);
}
