import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql } from './support.js';

/** An ERP delivers documents under `exchange:send`: administrators may hand it to a key, integrations carry it. Any kind of organisation has an ERP. */
export class GrantExchangeSend2026112107003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, as('entrepot_definer', 'organizations', [granted]));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, as('entrepot_definer', 'organizations', [taken]));
  }
}

const granted = `update organizations.default_role set permissions = permissions || array['exchange:send']
  where kind = 'ANY' and name in ('ADMIN', 'INTEGRATION') and not 'exchange:send' = any (permissions)`;
const taken = `update organizations.default_role set permissions = array_remove(permissions, 'exchange:send')
  where kind = 'ANY' and name in ('ADMIN', 'INTEGRATION')`;
