import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql } from './support.js';

/**
 * A stored delivery that cannot be applied is tried with growing pauses and not for ever; and the oldest that were tried least come first, so that
 * those of one organisation never hide those of another.
 */
export class CountLeftoverTries2026112207003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      'alter table exchange.message add column tries integer not null default 0 check (tries >= 0)',
      `comment on column exchange.message.tries is 'How often the sweep failed to apply it.'`,
      'grant select (tries) on exchange.message to entrepot_jobs',
      ...as('entrepot_jobs', 'exchange', [
        leftOver(
          `m.created_at < clock_timestamp() - interval '1 minute' * power(2, least(m.tries, 10))`,
          'm.tries, m.created_at, m.org_id, m.id',
        ),
      ]),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      ...as('entrepot_jobs', 'exchange', [leftOver(`m.created_at < clock_timestamp() - interval '1 minute'`, 'm.org_id, m.id')]),
      'revoke select (tries) on exchange.message from entrepot_jobs',
      'alter table exchange.message drop column tries',
    ]);
  }
}

const leftOver = (due: string, order: string): string =>
  `create or replace function exchange.messages_left_over() returns table (org_id uuid, id uuid)
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select m.org_id, m.id from exchange.message m where m.direction = 'IN' and m.state = 'RECEIVED' and ${due}
     order by ${order} limit 1000
   $$`;
