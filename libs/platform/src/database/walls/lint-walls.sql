-- The walls, checked in the catalogue. Every statement returns (object, problem) and must return no row; $1 is the allowlist as JSON.
-- `-- rule: name` begins a statement. Our schemas: all but PostgreSQL's own, public, graphile_worker and the history of migrations.
create or replace temp view our_schema as
  select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'graphile_worker', 'migration');
create or replace temp view our_table as
  select c.oid, c.oid::regclass::text as name, c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.relowner,
    substring(obj_description(c.oid, 'pg_class') from '^wall: (private|two-party|market|global|public|system)\. .') as wall
  from pg_class c join our_schema s on s.oid = c.relnamespace where c.relkind in ('r', 'p');
create or replace temp view our_policy as
  select t.name || '.' || p.polname as object, t.oid as table_oid, t.wall, p.oid, p.polcmd, p.polroles, to_regrole('entrepot_app') = any (p.polroles) as for_app,
    replace(pg_get_expr(p.polqual, p.polrelid), acting, 'ACTING') as reads, replace(pg_get_expr(p.polwithcheck, p.polrelid), acting, 'ACTING') as writes
  from (values ('( SELECT (NULLIF(current_setting(''app.org''::text, true), ''''::text))::uuid AS "nullif")')) as a (acting) cross join pg_policy p join our_table t on t.oid = p.polrelid;

-- rule: wall-named
select name, 'comment does not say "wall: <kind>. <sentence>"' from our_table where wall is null;

-- rule: rls-forced
select name, 'row level security is not enabled and forced' from our_table where not (relrowsecurity and relforcerowsecurity);

-- rule: policy-role
select object, 'policy for PUBLIC: name the role' from our_policy where 0 = any (polroles);

-- rule: policy-complete
select object, 'USING or WITH CHECK is missing' from our_policy
where polcmd in ('r', 'w', 'd', '*') and reads is null or polcmd in ('a', 'w', '*') and writes is null;

-- rule: policy-read
select object, 'read of a ' || wall || ' table does not test what its wall demands' from our_policy
where for_app and polcmd in ('r', '*') and not case wall
  when 'private' then reads = '(org_id = ACTING)'
  when 'two-party' then reads in ('(org_id = ACTING)', '((org_id = ACTING) OR (counterparty_id = ACTING))')
  when 'market' then reads = '(org_id = ACTING)' or reads like '((ACTING IS NOT NULL) AND %'
  when 'global' then reads = 'true' when 'public' then reads = 'true' else false end;

-- rule: policy-write
select object, 'the app writes rows whose org_id is not the acting organisation' from our_policy
where for_app and (wall in ('global', 'system') and polcmd <> 'r'
  or polcmd in ('w', 'd', '*') and reads <> '(org_id = ACTING)'
  or polcmd in ('a', 'w', '*') and writes <> '(org_id = ACTING)' and writes not like '((org_id = ACTING) AND %');

-- rule: policy-once (a bare current_setting, or any function of ours, runs once per row)
select object, 'current_setting outside a scalar sub-select' from our_policy
where concat(reads, writes) ~ 'current_setting'
union all
select p.object, 'calls ' || d.refobjid::regprocedure from our_policy p
join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_proc'::regclass;

-- rule: definer-bound
select object, 'the definer is not bound to the acting organisation' from our_policy
where wall in ('private', 'two-party', 'market') and to_regrole('entrepot_definer') = any (polroles)
  and (coalesce(reads, 'ACTING') !~ 'ACTING' or coalesce(writes, 'ACTING') !~ 'ACTING');

-- rule: grant-system
select t.name, 'a system table is granted to the app' from our_table t, aclexplode(t.relacl) a
where t.wall = 'system' and a.grantee in (0, to_regrole('entrepot_app'));

-- rule: key-org-first
select i.indexrelid::regclass::text, 'key or index does not begin with org_id' from our_table t
join pg_index i on i.indrelid = t.oid
left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
where t.wall in ('private', 'two-party', 'market', 'public') and a.attname is distinct from 'org_id'
  and not (t.wall = 'two-party' and not i.indisunique and a.attname = 'counterparty_id')
  and not (t.wall in ('market', 'public') and not i.indisunique);

-- rule: foreign-key (checked past every policy: it must stay inside the organisation, point to a global table, or be guarded by a policy that
-- reads the target; system tables are free, because nobody who could probe writes them)
select t.name || '.' || c.conname, 'foreign key crosses the wall without a guard' from our_table t
join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
join our_table target on target.oid = c.confrelid
where t.wall <> 'system' and target.wall not in ('global', 'public') and a.attname <> 'org_id'
  and not exists (select from our_policy p join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid
                  and d.refclassid = 'pg_class'::regclass and d.refobjid = c.confrelid where p.table_oid = t.oid and p.writes is not null);

-- rule: definer-function
with allowed as (select signature, owner from json_to_recordset($1::json) as a (signature text, owner text))
select f.oid::regprocedure::text, case when a.signature is null then 'SECURITY DEFINER function is not on the allowlist'
    when r.rolname <> a.owner then 'owned by ' || r.rolname else 'search_path is not fixed to pg_catalog, pg_temp' end
from pg_proc f join our_schema s on s.oid = f.pronamespace join pg_roles r on r.oid = f.proowner
left join allowed a on a.signature = f.oid::regprocedure::text
where f.prosecdef and (a.signature is null or r.rolname <> a.owner or not coalesce(f.proconfig @> array['search_path=pg_catalog, pg_temp'], false))
union all
select a.signature, 'is on the allowlist and does not exist' from allowed a
where not exists (select from pg_proc f join our_schema s on s.oid = f.pronamespace where f.prosecdef and f.oid::regprocedure::text = a.signature);

-- rule: execute-public
select f.oid::regprocedure::text, 'PUBLIC may execute' from pg_proc f join our_schema s on s.oid = f.pronamespace
where exists (select from aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) a where a.grantee = 0);

-- rule: role-attributes
select rolname, 'has an attribute or membership it must not have' from pg_roles r
where rolname in ('entrepot_app', 'entrepot_jobs', 'entrepot_definer', 'entrepot_owner')
  and (rolsuper or rolbypassrls or rolcreaterole or rolreplication or rolname = 'entrepot_definer' and rolcanlogin or rolname = 'entrepot_owner' and rolinherit
    or rolname <> 'entrepot_owner' and exists (select from pg_auth_members m where m.member = r.oid));

-- rule: app-owns-nothing
select pg_describe_object(d.classid, d.objid, d.objsubid), 'is owned by entrepot_app' from pg_shdepend d
where d.dbid in (0, (select oid from pg_database where datname = current_database())) and d.refobjid = to_regrole('entrepot_app') and d.deptype = 'o';

-- rule: app-privileges
select t.name, a.privilege_type || ' is granted to the app' from our_table t, aclexplode(t.relacl) a
where a.grantee in (0, to_regrole('entrepot_app')) and a.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
union all
select s.nspname, 'CREATE is granted' from our_schema s join pg_namespace n on n.oid = s.oid, aclexplode(n.nspacl) a
where a.privilege_type = 'CREATE' and a.grantee <> n.nspowner;

-- rule: view-invoker
select c.oid::regclass::text, 'view is not security_invoker' from pg_class c join our_schema s on s.oid = c.relnamespace
where c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false);

-- rule: matview-granted
select c.oid::regclass::text, 'materialized view is granted: no policy protects it' from pg_class c join our_schema s on s.oid = c.relnamespace
where c.relkind = 'm' and exists (select from aclexplode(c.relacl) a where a.grantee <> c.relowner);

-- rule: foreign-key-index (without it a change of the target reads the whole table; org_id may stand before the key's columns)
select t.name || '.' || c.conname, 'no index begins with the columns of this foreign key' from our_table t
join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
join pg_attribute o on o.attrelid = t.oid and o.attnum > 0
where (o.attname = 'org_id' or not exists (select from pg_attribute x where x.attrelid = t.oid and x.attname = 'org_id') and o.attnum = 1)
  and not exists (select from pg_index i where i.indrelid = t.oid and i.indisvalid
    and ((i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey or i.indkey[0] = o.attnum and (i.indkey::int2[])[1:cardinality(c.conkey)] @> c.conkey));
