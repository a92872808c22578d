import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, sql } from './support.js';

// A rate agreed with the supplier goes before one's own frozen one, and that before the newest of a day; as recorded before backwards.
// plpgsql, so that it is never planned into the statement around it: there the organisation is bound while the statement runs.
const rateFor = `create function supply.rate_for(p_supplier uuid, p_from text, p_to text)
  returns table (rate_kind text, rate numeric, rate_source text, rate_from date, rate_inverse boolean) language plpgsql stable as $$
  declare
    v_today date := (transaction_timestamp() at time zone 'UTC')::date;
  begin
    if p_from is null or p_from = p_to then return; end if;
    return query select r.kind, r.rate, r.source, r.valid_from, r.from_currency <> p_from
      from supply.exchange_rate r
      where r.counterparty_id = ${ACTING} and r.org_id in (${ACTING}, p_supplier) and r.from_currency in (p_from, p_to) and r.to_currency in (p_from, p_to)
        and r.valid_from <= v_today and coalesce(r.valid_to, v_today) >= v_today
      order by case r.kind when 'CONTRACT' then 1 when 'FROZEN' then 2 else 3 end, r.valid_from desc, r.from_currency <> p_from limit 1;
  end $$`;

const managers = `(kind, name) in (('BUYER', 'ADMIN'), ('BUYER', 'BUYER'), ('SUPPLIER', 'ADMIN'), ('SUPPLIER', 'SELLER'))`;

/** The rate a price is shown by, and who may record rates. */
export class ReadRates2026112205004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      rateFor,
      'grant execute on function supply.rate_for(uuid, text, text) to entrepot_app',
      as('entrepot_definer', 'organizations', [
        `update organizations.default_role set permissions = permissions || array['rate:manage'] where ${managers}`,
      ]),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      as('entrepot_definer', 'organizations', [
        `update organizations.default_role set permissions = array_remove(permissions, 'rate:manage') where ${managers}`,
      ]),
      'drop function supply.rate_for(uuid, text, text)',
    ]);
  }
}
