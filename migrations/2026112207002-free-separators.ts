import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql } from './support.js';

/**
 * Separators that nobody chose were stored with every X12 connection as if somebody had. They are taken out again, so that a text with an asterisk no
 * longer stops an order; an interchange says its separators itself, so no partner needs to be told.
 */
export class FreeSeparators2026112207002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      'alter table exchange.partner_profile no force row level security',
      `update exchange.partner_profile set settings = settings #- '{x12,separators}'
       where settings #> '{x12,separators}' = '{"element": "*", "component": ">", "segment": "~"}'`,
      'alter table exchange.partner_profile force row level security',
    ]);
  }

  /** The release before filled them in when it read. */
  async down(): Promise<void> {}
}
