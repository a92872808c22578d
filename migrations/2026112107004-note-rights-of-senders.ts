import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql } from './support.js';

/** A delivery that is applied later, because the process died between, is applied with the rights of the key that brought it and no more. */
export class NoteRightsOfSenders2026112107004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      `alter table exchange.message add column rights text[] check (cardinality(rights) <= 200)`,
      `comment on column exchange.message.rights is 'Rights of the key that delivered it; null: the hub itself took it from a folder.'`,
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, ['alter table exchange.message drop column rights']);
  }
}
