import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, sql } from './support.js';

// What the acting organisation might see of an earlier state: nobody but its supplier, unless it was meant for all or for an audience it is in now.
const meantFor = `not row ? 'audience' or (org_id, (row ->> 'audience')::uuid) in (select m.org_id, m.audience from supply.audience_member m where m.counterparty_id = ${ACTING})`;

// Offers that are seen today, in every published state that was meant for the reader. What a catalogue said in several versions running is
// one row; from when an offer first had its price is unknown where nobody has published it since.
const priceHistory = `
  create function supply.price_history(p_parts uuid[]) returns table (offer_id uuid, supplier_id uuid, supplier_part text, since timestamptz, until timestamptz,
    price numeric, currency text, basis numeric, price_unit text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with seen as (select o.* from supply.offer o where o.part_id = any (p_parts) and o.status = 'ACTIVE' order by o.id limit 100),
    stated as (
      select s.id, s.org_id, s.catalogue_id, s.from_version as version, true as shown, coalesce(s.list_price, (select b.price from supply.price_break b
          where b.org_id = s.org_id and b.offer_id = s.id order by b.from_quantity limit 1)) as price, s.currency, s.basis, s.price_unit from seen s
      union all
      select s.id, s.org_id, s.catalogue_id, h.from_version, h.row ->> 'status' = 'ACTIVE' and h.row ->> 'price_type' is distinct from 'QUOTE',
        coalesce(h.row ->> 'list_price', h.row -> 'break_price' ->> 0)::numeric, h.row ->> 'currency', (h.row ->> 'basis')::numeric, h.row ->> 'price_unit'
      from seen s join supply.offer_history h on h.org_id = s.org_id and h.offer_id = s.id),
    changed as (
      select x.*, row(x.price, x.currency, x.basis, x.price_unit, x.shown) is distinct from
        lag(row(x.price, x.currency, x.basis, x.price_unit, x.shown)) over (partition by x.id order by x.version) as change
      from stated x),
    spans as (
      select c.*, lead(c.version) over (partition by c.id order by c.version) as next from changed c where c.change)
    select s.id, s.org_id, o.supplier_part, p.published_at, n.published_at, s.price, s.currency, s.basis, s.price_unit
    from spans s join seen o on o.id = s.id
    left join supply.publication p on p.org_id = s.org_id and p.catalogue_id = s.catalogue_id and p.version = s.version
    left join supply.publication n on n.org_id = s.org_id and n.catalogue_id = s.catalogue_id and n.version = s.next
    where s.shown and s.price is not null
    order by o.supplier_part, s.id, s.version desc limit 1000
  $$`;

/** The list prices of an offer over time, for those who see the offer. */
export class ReadPriceHistory2026112240003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      `create policy definer on supply.offer_history for select to entrepot_definer using (${ACTING} is not null and (${meantFor}))`,
      'grant select (org_id, catalogue_id, offer_id, from_version, to_version, row) on supply.offer_history to entrepot_definer',
      // When a version was published, and nothing else of it.
      `create policy definer on supply.publication for select to entrepot_definer using (${ACTING} is not null)`,
      'grant select (org_id, catalogue_id, version, published_at) on supply.publication to entrepot_definer',
      as('entrepot_definer', 'supply', [priceHistory, 'grant execute on function supply.price_history(uuid[]) to entrepot_app']),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'drop function supply.price_history(uuid[])',
      'revoke select (org_id, catalogue_id, version, published_at) on supply.publication from entrepot_definer',
      'drop policy definer on supply.publication',
      'revoke select (org_id, catalogue_id, offer_id, from_version, to_version, row) on supply.offer_history from entrepot_definer',
      'drop policy definer on supply.offer_history',
    ]);
  }
}
