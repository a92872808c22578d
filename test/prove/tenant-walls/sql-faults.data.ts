/** A hole in a wall, made in a throw-away clone of the database as a careless migration would make it. */
export interface SqlFault {
  name: string;
  /** Table, view or function where it shows. */
  at: string;
  statements: readonly string[];
}

const acting = `(select nullif(current_setting('app.org', true), '')::uuid)`;

export const sqlFaults: readonly SqlFault[] = [
  { name: 'a policy widened to everybody', at: 'organizations.site', statements: ['alter policy owner on organizations.site using (true)'] },
  { name: 'a second policy beside the wall', at: 'procurement.basket', statements: ['create policy helpful on procurement.basket for select to entrepot_app using (true)'] },
  { name: 'row-level security switched off', at: 'procurement.order_private', statements: ['alter table procurement.order_private disable row level security'] },
  { name: 'a two-party policy that forgets who the parties are', at: 'procurement.purchase_order', statements: [`alter policy parties on procurement.purchase_order using (${acting} is not null)`] },
  { name: 'a market without its audience', at: 'supply.offer', statements: [`alter policy market on supply.offer using (${acting} is not null)`] },
  { name: 'a write policy open to all', at: 'supply.catalogue', statements: ['alter policy owner on supply.catalogue using (true) with check (true)'] },
  { name: 'rows may be given to others', at: 'catalog.part_alias', statements: ['alter policy owner on catalog.part_alias with check (true)'] },
  {
    name: 'a view with the rights of its owner', at: 'exchange.recent',
    statements: [
      'create view exchange.recent as select * from exchange.message_body',
      'grant select on exchange.recent to entrepot_app',
    ],
  },
  {
    name: 'a materialised view', at: 'supply.price_list',
    statements: ['create materialized view supply.price_list as select * from supply.agreement_price', 'grant select on supply.price_list to entrepot_app'],
  },
  {
    name: 'a definer function that does not ask who acts', at: 'organizations.tolerance_of',
    statements: [
      `create function organizations.tolerance_of(p_buyer uuid) returns setof organizations.partnership_tolerance language sql security definer
       set search_path = pg_catalog, pg_temp as 'select * from organizations.partnership_tolerance where org_id = p_buyer'`,
    ],
  },
  {
    name: 'a definer function that takes the organisation from its caller', at: 'supply.staged_of',
    statements: [
      `create function supply.staged_of(p_org uuid) returns setof supply.staged_row language plpgsql security definer set search_path = pg_catalog, pg_temp as
       $$ begin perform set_config('app.org', p_org::text, true); return query select * from supply.staged_row where org_id = p_org; end $$`,
    ],
  },
  { name: 'a grant on a system table', at: 'platform.mail', statements: ['grant select on platform.mail to entrepot_app', 'create policy everyone on platform.mail for select to entrepot_app using (true)'] },
  { name: 'a worker that may read whole rows', at: 'exchange.partner_profile', statements: ['grant select on exchange.partner_profile to entrepot_jobs'] },
];
