import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql } from './support.js';

/** What belongs to a tender is read by the id of the tender, whoever its buyer is. */
const children = ['lot', 'amendment', 'tender_document', 'question', 'bid', 'bid_receipt'];
const single = ['tender_document', 'question'];

/** Reads of a tender, the lists of tenders and their search by index; a line number stands for one line. */
export class IndexTenderReads2026112321003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...children.map((table) => `create index ${table}_of_tender on tendering.${table} (tender_id)`),
      ...single.map((table) => `create index ${table}_by_id on tendering.${table} (id)`),
      // Behind a policy lower() finds no index, a column does.
      'alter table tendering.tender add column title_key text collate "C" generated always as (lower(title)) stored',
      'create index tender_title on tendering.tender (org_id, title_key)',
      `create index tender_open_title on tendering.tender (title_key) where shown = 'OPEN'`,
      `create index tender_open_number on tendering.tender (number) where shown = 'OPEN'`,
      // Amendments could give a number twice: the later of two lines says where it stands.
      'alter table tendering.tender_line no force row level security',
      `update tendering.tender_line l set number = left(l.number, 20) || '-' || right(l.id::text, 12) from tendering.tender_line x
         where x.org_id = l.org_id and x.tender_id = l.tender_id and x.number = l.number and (x.position, x.id) < (l.position, l.id)`,
      'alter table tendering.tender_line force row level security',
      'create unique index tender_line_number on tendering.tender_line (org_id, tender_id, number)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'drop index tendering.tender_line_number',
      'drop index tendering.tender_open_number',
      'drop index tendering.tender_open_title',
      'drop index tendering.tender_title',
      'alter table tendering.tender drop column title_key',
      ...single.map((table) => `drop index tendering.${table}_by_id`),
      ...children.map((table) => `drop index tendering.${table}_of_tender`),
    ]);
  }
}
