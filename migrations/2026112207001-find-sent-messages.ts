import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql } from './support.js';

/** An answer in cXML names the order by the payloadID it came under: what was sent is found by its own id. */
export class FindSentMessages2026112207001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      `create index message_sent_id on exchange.message (org_id, transport_id) where direction = 'OUT' and transport_id is not null`,
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, ['drop index exchange.message_sent_id']);
  }
}
