import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, rewriteDefiners, sql, undone } from './support.js';

// EXISTS may be answered from a hash of all stock there is, which is what the planner does for a slice of 20,000 parts: fifty slices
// of a large load read the whole table fifty times. An aggregate is asked once for each offer, by its key.
const pieces: [string, string][] = [
  [
    'exists (select 1 from supply.stock s where s.org_id = o.org_id and s.offer_id = o.id and s.quantity > s.reserved) as stocked',
    'coalesce((select bool_or(s.quantity > s.reserved) from supply.stock s where s.org_id = o.org_id and s.offer_id = o.id), false) as stocked',
  ],
];

const summary = 'alter function supply.refresh_part_supply(uuid[])';

/** The summary of a part reads its own offers and their stock, however many parts are summed up at once. */
export class ProbeStockOfSummaries2026112230003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'supply', { refresh_part_supply: pieces });
    // Of offers that came in the same transaction there are no statistics: the planner would read them all for each slice.
    await sql(runner, as('entrepot_definer', 'supply', [`${summary} set enable_seqscan to off`]));
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, as('entrepot_definer', 'supply', [`${summary} reset enable_seqscan`]));
    await rewriteDefiners(runner, 'supply', { refresh_part_supply: undone(pieces) });
  }
}
