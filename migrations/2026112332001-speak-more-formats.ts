import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql } from './support.js';

const before = ['UBL', 'CXML', 'X12'];
const since = [...before, 'EDIFACT', 'OPENTRANS'];

/** Tables that say a format or a channel, and what else they may say. */
const columns = [
  { table: 'exchange.partner_profile', column: 'format', first: [], last: [] },
  { table: 'exchange.message', column: 'format', first: [], last: ['UNKNOWN'] },
  { table: 'procurement.purchase_order', column: 'channel', first: ['PORTAL', 'API'], last: [] },
  { table: 'procurement.order_event', column: 'channel', first: ['PORTAL', 'API'], last: ['RULE'] },
] as const;

function limited(formats: readonly string[]): string[] {
  return columns.flatMap(({ table, column, first, last }) => {
    const name = `${table.split('.')[1]}_${column}_check`;
    const values = [...first, ...formats, ...last].map((value) => `'${value}'`).join(', ');
    return [
      `alter table ${table} drop constraint ${name}`,
      `alter table ${table} add constraint ${name} check (${column} in (${values}))`,
    ];
  });
}

/** ERPs may speak EDIFACT and openTRANS. Going back is refused while a document of theirs is kept. */
export class SpeakMoreFormats2026112332001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, limited(since));
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, limited(before));
  }
}
