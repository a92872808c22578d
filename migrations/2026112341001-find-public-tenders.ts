import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql } from './support.js';

/** The words of public tenders by their trigrams: strangers search them, and a search that finds nothing must not read them all. */
export class FindPublicTenders2026112341001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, ['create index public_tender_words on tendering.public_tender using gin (words public.gin_trgm_ops)']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, ['drop index tendering.public_tender_words']);
  }
}
