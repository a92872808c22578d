import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, sql } from './support.js';

/** How organisations are founded, how people join and leave them, and what a session or key may do at this moment. */
export class CreateMemberFunctions2026112102004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [...rights, as('entrepot_definer', 'organizations', [...cards, ...people, ...actors]), notices]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      'drop trigger tell_card on organizations.organization',
      'drop trigger tell_member on organizations.member',
      'drop trigger tell_role on organizations.role',
      'drop trigger tell_api_key on organizations.api_key',
      'drop trigger tell_session on organizations.session',
      'drop function organizations.tell_card()',
      'drop function organizations.tell_member()',
      'drop function organizations.tell_role()',
      'drop function organizations.tell_revoked()',
      'drop function organizations.tell(text, uuid, uuid)',
      'drop function organizations.load_actor(text, uuid, uuid)',
      'drop function organizations.end_membership(uuid)',
      'drop function organizations.admit_member(uuid, uuid, text, text, text, text, text[])',
      'drop function organizations.member_counts(uuid[])',
      'drop function organizations.set_organization_status(uuid, text)',
      'drop function organizations.change_organization(uuid, jsonb, integer)',
      'drop function organizations.found_organization(uuid, jsonb)',
      'drop function organizations.acts_as_operator()',
      'drop function organizations.permissions_of(text[], text[])',
    ]);
  }
}

const rights = [
  // The rows ADMIN of its kinds bound what anybody in an organisation can be allowed, also by a role of its own.
  `create function organizations.permissions_of(p_kinds text[], p_names text[]) returns text[]
   language sql stable set search_path = pg_catalog, pg_temp as $$
     select coalesce(array_agg(distinct held.permission order by held.permission), '{}') from (
       select unnest(d.permissions) from organizations.default_role d where d.kind = any (p_kinds || 'ANY'::text) and d.name = any (p_names)
       union select unnest(r.permissions) from organizations.role r where r.org_id = ${ACTING} and r.name = any (p_names)) as held (permission)
     where held.permission in (select unnest(a.permissions) from organizations.default_role a where a.kind = any (p_kinds || 'ANY'::text) and a.name = 'ADMIN')
   $$`,
  'grant execute on function organizations.permissions_of(text[], text[]) to entrepot_app, entrepot_definer',
];

const cards = [
  `create function organizations.acts_as_operator() returns boolean
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select exists (select from organizations.organization o where o.id = ${ACTING} and 'OPERATOR' = any (o.roles) and o.status = 'ACTIVE')
   $$`,
  // An operator founds others; the very first organisation of a hub founds itself, as its operator.
  `create function organizations.found_organization(p_id uuid, p_card jsonb) returns uuid
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_roles text[] := array(select jsonb_array_elements_text(p_card -> 'roles'));
   begin
     perform pg_advisory_xact_lock(hashtext('organizations.found_organization'));
     if not organizations.acts_as_operator() and (p_id is distinct from ${ACTING} or not 'OPERATOR' = any (v_roles)
       or exists (select from organizations.organization o where 'OPERATOR' = any (o.roles))) then
       raise exception using errcode = 'EN403', message = 'only an operator founds organisations';
     end if;
     insert into organizations.organization (id, name, roles, country, currency, cage, duns, gln, peppol_id)
     values (p_id, p_card ->> 'name', v_roles, p_card ->> 'country', p_card ->> 'currency', p_card ->> 'cage', p_card ->> 'duns', p_card ->> 'gln', p_card ->> 'peppolId');
     if p_card ->> 'adminEmail' is not null then
       perform platform.add_job_for(p_id, 'organizations.invite-first-admin',
         jsonb_build_object('email', p_card ->> 'adminEmail', 'locale', p_card ->> 'adminLocale'));
     end if;
     return p_id;
   end $$`,
  // What the card is trusted for (roles, identifiers) belongs to the operator: a self-made CAGE would claim another's parts.
  `create function organizations.change_organization(p_id uuid, p_card jsonb, p_expected_version integer) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_operator boolean := organizations.acts_as_operator();
     v_version integer;
   begin
     if p_id is distinct from ${ACTING} and not v_operator then raise exception using errcode = 'EN404', message = 'organisation not found'; end if;
     if not v_operator and p_card ?| array['roles', 'cage', 'duns', 'gln', 'peppolId'] then
       raise exception using errcode = 'EN403', message = 'roles and identifiers are the operator''s to change';
     end if;
     select o.version into v_version from organizations.organization o where o.id = p_id for update;
     if not found then raise exception using errcode = 'EN404', message = 'organisation not found'; end if;
     if v_version is distinct from p_expected_version then return 'VERSION_CONFLICT'; end if;
     update organizations.organization o set
       name = coalesce(p_card ->> 'name', o.name), country = coalesce(p_card ->> 'country', o.country), currency = coalesce(p_card ->> 'currency', o.currency),
       roles = case when p_card ? 'roles' then array(select jsonb_array_elements_text(p_card -> 'roles')) else o.roles end,
       cage = case when p_card ? 'cage' then p_card ->> 'cage' else o.cage end, duns = case when p_card ? 'duns' then p_card ->> 'duns' else o.duns end,
       gln = case when p_card ? 'gln' then p_card ->> 'gln' else o.gln end,
       peppol_id = case when p_card ? 'peppolId' then p_card ->> 'peppolId' else o.peppol_id end, version = o.version + 1
     where o.id = p_id;
     return 'CHANGED';
   end $$`,
  `create function organizations.set_organization_status(p_id uuid, p_status text) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'only an operator suspends organisations'; end if;
     if p_id = ${ACTING} then return 'OWN_ORGANIZATION'; end if;
     update organizations.organization o set status = p_status, version = o.version + 1 where o.id = p_id and o.status <> p_status;
     if found then return 'CHANGED'; end if;
     if exists (select from organizations.organization o where o.id = p_id) then return 'UNCHANGED'; end if;
     raise exception using errcode = 'EN404', message = 'organisation not found';
   end $$`,
  `create function organizations.member_counts(p_ids uuid[]) returns table (org_id uuid, members integer)
   language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
   begin
     if not organizations.acts_as_operator() then return; end if;
     return query select m.org_id, count(*)::integer from organizations.membership m where m.org_id = any (p_ids) group by m.org_id;
   end $$`,
  `grant execute on function organizations.acts_as_operator(), organizations.found_organization(uuid, jsonb), organizations.change_organization(uuid, jsonb, integer),
     organizations.set_organization_status(uuid, text), organizations.member_counts(uuid[]) to entrepot_app`,
];

const people = [
  // A person who is known already keeps his name and password: an invitation must not be a way to replace them.
  `create function organizations.admit_member(p_member uuid, p_person uuid, p_email text, p_name text, p_password_hash text, p_locale text, p_roles text[])
   returns table (member_id uuid, person_id uuid, outcome text)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_person record;
     v_member record;
     v_id uuid;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     insert into organizations.person (id, email, name, password_hash, locale, password_changed_at)
       values (p_person, p_email, p_name, p_password_hash, p_locale, case when p_password_hash is not null then transaction_timestamp() end)
       on conflict (email) do update set password_hash = excluded.password_hash, password_changed_at = excluded.password_changed_at
         where person.password_hash is null and excluded.password_hash is not null;
     select p.id, p.name, p.email into v_person from organizations.person p where p.email = p_email for update;
     select m.id, m.status into v_member from organizations.member m where m.org_id = v_org and m.person_id = v_person.id for update;
     if v_member.status = 'ACTIVE' then
       return query select v_member.id, v_person.id, 'ALREADY_MEMBER'::text;
       return;
     end if;
     v_id := coalesce(v_member.id, p_member);
     if v_member.id is null then
       insert into organizations.member (org_id, id, person_id, name, email, roles) values (v_org, v_id, v_person.id, v_person.name, v_person.email, p_roles);
     else
       update organizations.member m set status = 'ACTIVE', left_at = null, joined_at = transaction_timestamp(), roles = p_roles,
         name = v_person.name, email = v_person.email, version = m.version + 1 where m.org_id = v_org and m.id = v_id;
     end if;
     insert into organizations.membership (org_id, person_id, member_id) values (v_org, v_person.id, v_id);
     return query select v_id, v_person.id, 'ADMITTED'::text;
   end $$`,
  `create function organizations.end_membership(p_member uuid) returns boolean
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
   begin
     update organizations.member m set status = 'LEFT', left_at = transaction_timestamp(), roles = '{}', version = m.version + 1
       where m.org_id = v_org and m.id = p_member and m.status = 'ACTIVE';
     if not found then return false; end if;
     delete from organizations.membership m where m.org_id = v_org and m.member_id = p_member;
     update organizations.session s set revoked_at = transaction_timestamp() where s.org_id = v_org and s.member_id = p_member and s.revoked_at is null;
     update organizations.session s set revoked_at = transaction_timestamp() from organizations.break_glass b
       where b.operator_id = v_org and s.id = b.session_id and s.member_id = p_member and s.revoked_at is null;
     return true;
   end $$`,
  `grant execute on function organizations.admit_member(uuid, uuid, text, text, text, text, text[]), organizations.end_membership(uuid) to entrepot_app`,
];

const actors = [
  // Asked with the organisation of a verified token bound: a session of another organisation is not found.
  `create function organizations.load_actor(p_kind text, p_sid uuid, p_member uuid)
   returns table (kind text, roles text[], permissions text[], person_id uuid, member_id uuid, expires_at timestamptz)
   language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_roles text[];
     v_session record;
   begin
     select o.roles into v_roles from organizations.organization o where o.id = v_org and o.status = 'ACTIVE';
     if not found then return; end if;
     if p_kind = 'apiKey' then
       return query select 'API_KEY'::text, v_roles,
           array(select unnest(k.scopes) intersect select unnest(organizations.permissions_of(v_roles, array['ADMIN']))), null::uuid, null::uuid, k.expires_at
         from organizations.api_key k where k.org_id = v_org and k.id = p_sid and k.revoked_at is null and k.expires_at > clock_timestamp();
       return;
     end if;
     select s.kind, s.person_id, s.member_id, s.expires_at into v_session from organizations.session s join organizations.person p on p.id = s.person_id
       where s.id = p_sid and s.org_id = v_org and s.member_id = p_member and s.revoked_at is null and s.expires_at > clock_timestamp() and p.status = 'ACTIVE';
     if not found then return; end if;
     if v_session.kind = 'BREAK_GLASS' then
       -- Eyes only, and only while the glass is open and the person is still in an operator's organisation.
       return query select 'BREAK_GLASS'::text, v_roles,
           array(select a.permission from unnest(organizations.permissions_of(v_roles, array['ADMIN'])) as a (permission) where a.permission like '%:read'),
           v_session.person_id, v_session.member_id, v_session.expires_at
         from organizations.break_glass b join organizations.membership m on m.org_id = b.operator_id and m.person_id = b.person_id
           join organizations.organization o on o.id = b.operator_id
         where b.session_id = p_sid and b.closed_at is null and o.status = 'ACTIVE' and 'OPERATOR' = any (o.roles);
       return;
     end if;
     return query select 'USER'::text, v_roles, organizations.permissions_of(v_roles, m.roles), v_session.person_id, m.id, v_session.expires_at
       from organizations.member m where m.org_id = v_org and m.id = p_member and m.person_id = v_session.person_id and m.status = 'ACTIVE';
   end $$`,
  'grant execute on function organizations.load_actor(text, uuid, uuid) to entrepot_app',
];

/** Every way of losing a right tells all processes when it is committed; no verb can forget it. */
const notices = [
  `create function organizations.tell(p_topic text, p_org uuid, p_id uuid) returns void language sql set search_path = pg_catalog, pg_temp as $$
     select pg_notify('entrepot', json_build_object('topic', p_topic, 'orgId', p_org, 'id', p_id)::text)
   $$`,
  'grant execute on function organizations.tell(text, uuid, uuid) to entrepot_app, entrepot_definer',
  `create function organizations.tell_revoked() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
   begin
     perform organizations.tell('session.revoked', new.org_id, new.id);
     return null;
   end $$`,
  `create trigger tell_session after update of revoked_at on organizations.session
     for each row when (new.revoked_at is distinct from old.revoked_at) execute function organizations.tell_revoked()`,
  `create trigger tell_api_key after update of revoked_at on organizations.api_key
     for each row when (new.revoked_at is distinct from old.revoked_at) execute function organizations.tell_revoked()`,
  `create function organizations.tell_member() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
   begin
     perform organizations.tell('member.changed', new.org_id, new.id);
     return null;
   end $$`,
  `create trigger tell_member after update of roles, status on organizations.member
     for each row when (new.roles is distinct from old.roles or new.status <> old.status) execute function organizations.tell_member()`,
  `create function organizations.tell_role() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
   begin
     perform organizations.tell('role.changed', old.org_id, old.id);
     return null;
   end $$`,
  `create trigger tell_role after update or delete on organizations.role for each row execute function organizations.tell_role()`,
  `create function organizations.tell_card() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
   begin
     perform organizations.tell('organization.changed', new.id, new.id);
     -- Runs inside the definer functions that change cards: what a suspended operator had opened elsewhere ends too.
     if new.status <> 'ACTIVE' or not 'OPERATOR' = any (new.roles) then
       update organizations.session s set revoked_at = clock_timestamp() from organizations.break_glass b
         where b.operator_id = new.id and s.id = b.session_id and s.revoked_at is null;
     end if;
     return null;
   end $$`,
  `create trigger tell_card after update of status, roles on organizations.organization
     for each row when (new.roles is distinct from old.roles or new.status <> old.status) execute function organizations.tell_card()`,
];
