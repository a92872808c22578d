-- The schema as lines of text, equal on 15 and 18. With search_path = pg_catalog every name is printed with its schema.
-- Differences that had to be normalised are marked N1..N3.
with s as (select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'graphile_worker', 'migration')),
rel as (select c.*, c.oid::regclass::text as name from pg_class c join s on s.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S')),
fun as (select p.*, p.oid::regprocedure::text as name from pg_proc p join s on s.oid = p.pronamespace),
-- N1: the MAINTAIN privilege exists since 17; owners' own grants are implied and differ by it, so only grants to others are printed.
acl (kind, name, owner, list) as (
  select 'SCHEMA', n.nspname, n.nspowner, n.nspacl from pg_namespace n join s on s.oid = n.oid
  union all select 'TABLE', r.name, r.relowner, r.relacl from rel r
  union all select 'FUNCTION', f.name, f.proowner, coalesce(f.proacl, acldefault('f', f.proowner)) from fun f
  union all select 'COLUMN', r.name || '.' || quote_ident(a.attname), r.relowner, a.attacl from rel r join pg_attribute a on a.attrelid = r.oid and a.attacl is not null),
line (section, name, sub, line) as (
  select 1, nspname::text, '', format('create schema %s;', nspname) from s
  union all
  select 2, name, lpad(a.attnum::text, 4, '0'), format('%s %s %s %s%s%s%s%s', case relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, name, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
      case when a.attcollation <> t.typcollation then ' collate ' || a.attcollation::regcollation else '' end,
      case when a.attnotnull then ' not null' else '' end,   -- N2: 18 also has a pg_constraint row (contype n) for it
      case a.attgenerated when 's' then ' generated stored as ' when 'v' then ' generated virtual as ' else case when d.oid is null then '' else ' default ' end end,
      coalesce(pg_get_expr(d.adbin, d.adrelid), ''))
    from rel join pg_attribute a on a.attrelid = rel.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = rel.oid and d.adnum = a.attnum where relkind <> 'S'
  union all
  select 3, rel.name, c.conname, format('constraint %s %s %s', rel.name, c.conname, pg_get_constraintdef(c.oid)) from rel join pg_constraint c on c.conrelid = rel.oid where c.contype <> 'n'
  union all
  select 4, rel.name, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from rel join pg_index i on i.indrelid = rel.oid
  union all
  select 5, rel.name, '', format('security %s enable=%s force=%s options=%s', rel.name, relrowsecurity, relforcerowsecurity, reloptions) from rel where relkind <> 'S'
  union all
  select 6, rel.name, p.polname, format('policy %s %s for %s to %s using (%s) with check (%s)', rel.name, p.polname, p.polcmd,
      (select string_agg(r.rolname, ', ' order by r.rolname) from pg_roles r where r.oid = any (p.polroles)), pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    from rel join pg_policy p on p.polrelid = rel.oid
  union all
  -- N3: for a view over one relation 15 writes `p.status`, 16+ writes `status`: qualifiers that are no schema are dropped.
  select 7, rel.name, '', case when (select count(distinct d.refobjid) from pg_rewrite w join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
        and d.refclassid = 'pg_class'::regclass and d.refobjid <> rel.oid where w.ev_class = rel.oid) > 1 then pg_get_viewdef(rel.oid)
      else regexp_replace(pg_get_viewdef(rel.oid), format('\m(?!(%s)\.)[a-z_]+\.', (select string_agg(nspname, '|') from s)), '', 'g') end
    from rel where relkind in ('v', 'm')
  union all
  select 8, rel.name, t.tgname, pg_get_triggerdef(t.oid) from rel join pg_trigger t on t.tgrelid = rel.oid and not t.tgisinternal
  union all
  select 9, fun.name, '', format('%s-- owner %s', pg_get_functiondef(fun.oid), fun.proowner::regrole) from fun
  union all
  select 10, acl.name, a.privilege_type, format('grant %s on %s %s to %s', a.privilege_type, acl.kind, acl.name, case a.grantee when 0 then 'public' else a.grantee::regrole::text end)
    from acl, aclexplode(acl.list) a where a.grantee <> acl.owner
  union all
  select 11, rel.name, d.objsubid::text, format('comment on %s %s is %L', rel.name, d.objsubid, d.description) from rel join pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = rel.oid)
select line from line order by section, name collate "C", sub collate "C", line collate "C"
