import { one, type Work } from '#libs/platform';
import type { Ways } from './stock-map.rules.js';

/** The ways of these suppliers to a site of the acting organisation, by one statement; null when it has no such active site. */
export async function waysTo(work: Work, siteId: string, suppliers: readonly string[]): Promise<Ways | null> {
  const found = await one<Ways>(
    work,
    `with dock as materialized (select s.address ->> 'country' as country, upper(coalesce(s.address ->> 'region', '')) as region
       from organizations.site s where s.org_id = $1 and s.id = $2 and s.status = 'ACTIVE')
     select jsonb_build_object('country', d.country, 'region', d.region) as "shipTo",
       coalesce((select jsonb_agg(jsonb_build_object('orgId', t.org_id, 'place', t.place, 'country', t.country, 'region', upper(t.region), 'method', t.method, 'days', t.days, 'kind', t.day_kind))
         from supply.transit t where t.org_id = any ($3) and t.country in ('', d.country) and upper(t.region) in ('', d.region)), '[]') as transit
     from dock d`,
    [work.actor.orgId, siteId, [...suppliers]],
  );
  return found ?? null;
}
