import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql, wall } from './support.js';

const up: readonly string[] = [
  // Blocks and not rows: remembering a hundred thousand records costs fifty rows. Digests hold 16 bytes a record, in the order of parts.
  `create table supply.record_block (
    org_id uuid not null, upload_id uuid not null, block integer not null, digests bytea not null, habits integer[], parts text[] collate "C" not null,
    primary key (org_id, upload_id, block), foreign key (org_id, upload_id) references supply.upload, check (octet_length(digests) = 16 * cardinality(parts)))`,
  'alter table supply.record_block alter digests set storage external',
  ...wall(
    'private',
    'supply.record_block',
    'Records of a file that were accepted as they stand, so that the next file need not be read where it repeats them.',
  ),

  // No crash survived, as for the rows beside them; lists of a stock are text, one array a record.
  `create unlogged table supply.staged_same (
    org_id uuid not null, upload_id uuid not null, block integer not null, base_version integer not null,
    row_nos integer[] not null, lines integer[] not null, parts text[] collate "C" not null, stock_locations text[] not null, stock_quantities text[] not null,
    primary key (org_id, upload_id, block))`,
  ...wall(
    'private',
    'supply.staged_same',
    'Records of an upload that say what they said in the file of an earlier version: not read again.',
  ),

  // Written by the judgement of the set where the offer is no longer what the record says; judged again, it begins anew.
  'alter table supply.staged_row add unfolded boolean not null default false',
];

/** A file of tomorrow that repeats the records of today is compared by their digests. */
export class RememberRecords2026112209001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'alter table supply.staged_row drop unfolded',
      'drop table supply.staged_same',
      'drop table supply.record_block',
    ]);
  }
}
