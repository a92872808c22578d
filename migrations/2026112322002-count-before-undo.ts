import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteDefiners, undone } from './support.js';

const place = 's.org_id = v_org and s.offer_id = v_row.offer_id and s.location = v_row.location';
const byAge = `case when s.source <> 'MANAGED' and s.as_of > v_row.at then 0 else v_row.away end`;
const before = `update supply.stock s set reserved = s.reserved + v_row.held, quantity = s.quantity + ${byAge}
         where ${place}
         returning ${byAge} into v_back;`;
const after = `select case when case when s.source = 'MANAGED' then exists (select from supply.stock_ledger g where g.org_id = v_org and g.offer_id = v_row.offer_id
           and g.location = v_row.location and g.kind in ('CORRECT', 'OPEN') and g.at > v_row.at) else s.as_of > v_row.at end then 0 else v_row.away end
         into v_back from supply.stock s where ${place};
       update supply.stock s set reserved = s.reserved + v_row.held, quantity = s.quantity + v_back where ${place};`;
const pieces = [[before, after]] as const;

/** Where the hub keeps the count, too, units that were corrected after a despatch were never away from that count: its undoing adds nothing to it. */
export class CountBeforeUndo2026112322002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'supply', { return_shipped: pieces });
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'supply', { return_shipped: undone(pieces) });
  }
}
