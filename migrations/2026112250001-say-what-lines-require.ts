import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql } from './support.js';

/** A basket line says what its units must be and which papers must come with them, and which core its owner has seen that he will owe. */
export class SayWhatLinesRequire2026112250001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      `alter table procurement.basket_line add column requires jsonb check (jsonb_typeof(requires) = 'object'), add column core_seen jsonb check (jsonb_typeof(core_seen) = 'object')`,
      'grant update (requires, core_seen) on procurement.basket_line to entrepot_app',
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, ['alter table procurement.basket_line drop column requires, drop column core_seen']);
  }
}
