import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, sql } from './support.js';

/** The only doors to passwords, sessions, one-time links and keys. */
export class CreateCredentialFunctions2026112102005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      as('entrepot_definer', 'organizations', [...reads, ...sessions, ...links, ...passwords, ...emails, ...keys]),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      'drop function organizations.find_api_key(text)',
      'drop function organizations.store_api_key_secret(uuid, text, bytea)',
      'drop function organizations.refresh_member(uuid)',
      'drop function organizations.confirm_email_change(bytea)',
      'drop function organizations.request_email_change(uuid, text, bytea, interval)',
      'drop function organizations.change_password(uuid, text, text)',
      'drop function organizations.reset_password(bytea, text)',
      'drop function organizations.issue_password_reset(text, bytea, interval)',
      'drop function organizations.request_password_reset(text)',
      'drop function organizations.use_link(bytea, text)',
      'drop function organizations.find_link(bytea, text)',
      'drop function organizations.put_invitation_link(bytea, uuid, interval)',
      'drop function organizations.revoke_sessions(uuid)',
      'drop function organizations.revoke_session_by_token(bytea)',
      'drop function organizations.revoke_session(uuid)',
      'drop function organizations.rotate_session(bytea, bytea, interval)',
      'drop function organizations.open_session(uuid, uuid, bytea, interval, interval, text)',
      'drop function organizations.note_places(uuid, bytea[])',
      'drop function organizations.memberships_of(uuid)',
      'drop function organizations.person_by_id(uuid)',
      'drop function organizations.credentials_of(text, bytea[])',
    ]);
  }
}

const reads = [
  `create function organizations.credentials_of(p_email text, p_places bytea[])
   returns table (id uuid, email text, name text, locale text, password_hash text, known bytea[])
   language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
   begin
     return query select p.id, p.email, p.name, p.locale, p.password_hash,
         array(select k.place from organizations.known_place k where k.person_id = p.id and k.place = any (p_places) and k.seen_at > clock_timestamp() - interval '180 days')
       from organizations.person p where p.email = p_email and p.status = 'ACTIVE';
   end $$`,
  `create function organizations.person_by_id(p_person uuid) returns table (id uuid, email text, name text, locale text)
   language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
   begin
     return query select p.id, p.email, p.name, p.locale from organizations.person p where p.id = p_person and p.status = 'ACTIVE';
   end $$`,
  `create function organizations.memberships_of(p_person uuid) returns table (org_id uuid, name text, roles text[], status text, member_id uuid)
   language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
   begin
     return query select o.id, o.name, o.roles, o.status, m.member_id from organizations.membership m join organizations.organization o on o.id = m.org_id
       where m.person_id = p_person order by o.name, o.id;
   end $$`,
  `create function organizations.note_places(p_person uuid, p_places bytea[]) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     insert into organizations.known_place as k (person_id, place) select p_person, u.place from unnest(p_places) as u (place) order by u.place
       on conflict (person_id, place) do update set seen_at = transaction_timestamp() where k.seen_at < transaction_timestamp() - interval '1 hour';
   end $$`,
  `grant execute on function organizations.credentials_of(text, bytea[]), organizations.person_by_id(uuid), organizations.memberships_of(uuid),
     organizations.note_places(uuid, bytea[]) to entrepot_app`,
];

const sessions = [
  // Bound to the organisation of the session; the membership is looked up here, so that no caller can open one without it.
  `create function organizations.open_session(p_session uuid, p_person uuid, p_hash bytea, p_idle interval, p_life interval, p_user_agent text) returns uuid
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_member uuid;
   begin
     select m.member_id into v_member from organizations.membership m join organizations.organization o on o.id = m.org_id
       join organizations.person p on p.id = m.person_id
       where m.org_id = ${ACTING} and m.person_id = p_person and o.status = 'ACTIVE' and p.status = 'ACTIVE';
     if not found then raise exception using errcode = 'EN403', message = 'no membership here'; end if;
     insert into organizations.session (id, kind, person_id, org_id, member_id, user_agent, expires_at)
       values (p_session, 'USER', p_person, ${ACTING}, v_member, left(p_user_agent, 300), transaction_timestamp() + p_life);
     insert into organizations.session_token (hash, session_id, expires_at) values (p_hash, p_session, transaction_timestamp() + p_idle);
     return v_member;
   end $$`,
  // The session's row lock puts twins in line. A token that comes again within ten seconds is a reply that was lost, or a second window: it is
  // exchanged once more, and what came of it before is used up. Later it was copied: the whole family ends.
  `create function organizations.rotate_session(p_hash bytea, p_new_hash bytea, p_idle interval)
   returns table (outcome text, session_id uuid, org_id uuid, person_id uuid, member_id uuid, expires_at timestamptz)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_session record;
     v_token record;
   begin
     select s.id, s.org_id, s.person_id, s.member_id, s.expires_at, s.revoked_at into v_session from organizations.session s
       where s.id = (select t.session_id from organizations.session_token t where t.hash = p_hash) for update;
     if not found then
       return query select 'UNKNOWN'::text, null::uuid, null::uuid, null::uuid, null::uuid, null::timestamptz;
       return;
     end if;
     select t.used_at, t.expires_at into v_token from organizations.session_token t where t.hash = p_hash;
     if v_session.revoked_at is null and v_token.used_at < clock_timestamp() - interval '10 seconds' then
       update organizations.session s set revoked_at = clock_timestamp() where s.id = v_session.id;
       return query select 'REUSED'::text, v_session.id, v_session.org_id, v_session.person_id, v_session.member_id, v_session.expires_at;
       return;
     end if;
     if v_session.revoked_at is not null or least(v_session.expires_at, v_token.expires_at) <= clock_timestamp()
       or not exists (select from organizations.membership m join organizations.organization o on o.id = m.org_id
                      where m.org_id = v_session.org_id and m.member_id = v_session.member_id and o.status = 'ACTIVE') then
       return query select 'ENDED'::text, v_session.id, v_session.org_id, v_session.person_id, v_session.member_id, v_session.expires_at;
       return;
     end if;
     update organizations.session_token t set used_at = clock_timestamp() where t.session_id = v_session.id and t.used_at is null;
     insert into organizations.session_token (hash, session_id, expires_at)
       values (p_new_hash, v_session.id, least(v_session.expires_at, clock_timestamp() + p_idle));
     return query select 'ROTATED'::text, v_session.id, v_session.org_id, v_session.person_id, v_session.member_id, v_session.expires_at;
   end $$`,
  `create function organizations.revoke_session(p_session uuid) returns boolean
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     update organizations.session s set revoked_at = clock_timestamp() where s.id = p_session and s.org_id = ${ACTING} and s.revoked_at is null;
     return found;
   end $$`,
  // Signing out when the access token has ended: the cookie is enough.
  `create function organizations.revoke_session_by_token(p_hash bytea) returns boolean
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     update organizations.session s set revoked_at = clock_timestamp()
       where s.id = (select t.session_id from organizations.session_token t where t.hash = p_hash) and s.revoked_at is null;
     return found;
   end $$`,
  // All sessions of a person, in every organisation: his password or address has changed hands.
  `create function organizations.revoke_sessions(p_person uuid) returns integer
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_count integer;
   begin
     update organizations.session s set revoked_at = clock_timestamp() where s.person_id = p_person and s.revoked_at is null;
     get diagnostics v_count = row_count;
     return v_count;
   end $$`,
  `grant execute on function organizations.open_session(uuid, uuid, bytea, interval, interval, text), organizations.rotate_session(bytea, bytea, interval),
     organizations.revoke_session(uuid), organizations.revoke_session_by_token(bytea) to entrepot_app`,
];

const links = [
  `create function organizations.put_invitation_link(p_hash bytea, p_invitation uuid, p_life interval) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     if ${ACTING} is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     insert into organizations.one_time_token (hash, purpose, org_id, subject_id, expires_at)
       values (p_hash, 'INVITATION', ${ACTING}, p_invitation, transaction_timestamp() + p_life);
   end $$`,
  `create function organizations.find_link(p_hash bytea, p_purpose text) returns table (person_id uuid, org_id uuid, subject_id uuid, email text)
   language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
   begin
     return query select t.person_id, t.org_id, t.subject_id, t.email from organizations.one_time_token t
       where t.hash = p_hash and t.purpose = p_purpose and t.used_at is null and t.expires_at > clock_timestamp();
   end $$`,
  `create function organizations.use_link(p_hash bytea, p_purpose text) returns boolean
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     update organizations.one_time_token t set used_at = clock_timestamp()
       where t.hash = p_hash and t.purpose = p_purpose and t.used_at is null and t.expires_at > clock_timestamp();
     return found;
   end $$`,
  'grant execute on function organizations.put_invitation_link(bytea, uuid, interval), organizations.find_link(bytea, text), organizations.use_link(bytea, text) to entrepot_app',
];

const passwords = [
  // The same work for a known and for an unknown address: one job. The worker finds out, out of the caller's sight.
  `create function organizations.request_password_reset(p_email text) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     perform platform.add_job_for(null, 'organizations.mail-password-reset', jsonb_build_object('email', p_email),
       'password-reset:' || encode(sha256(convert_to(p_email, 'UTF8')), 'hex'));
   end $$`,
  `create function organizations.issue_password_reset(p_email text, p_hash bytea, p_life interval) returns table (id uuid, email text, name text, locale text)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_person record;
   begin
     select p.id, p.email, p.name, p.locale into v_person from organizations.person p where p.email = p_email and p.status = 'ACTIVE' for update;
     if not found then return; end if;
     update organizations.one_time_token t set used_at = clock_timestamp() where t.person_id = v_person.id and t.purpose = 'PASSWORD_RESET' and t.used_at is null;
     insert into organizations.one_time_token (hash, purpose, person_id, expires_at) values (p_hash, 'PASSWORD_RESET', v_person.id, clock_timestamp() + p_life);
     return query select v_person.id, v_person.email, v_person.name, v_person.locale;
   end $$`,
  `create function organizations.reset_password(p_hash bytea, p_password_hash text) returns table (id uuid, email text, name text, locale text)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_person uuid;
   begin
     update organizations.one_time_token t set used_at = clock_timestamp()
       where t.hash = p_hash and t.purpose = 'PASSWORD_RESET' and t.used_at is null and t.expires_at > clock_timestamp() returning t.person_id into v_person;
     if not found then return; end if;
     update organizations.person p set password_hash = p_password_hash, password_changed_at = clock_timestamp(), version = p.version + 1 where p.id = v_person;
     update organizations.one_time_token t set used_at = clock_timestamp() where t.person_id = v_person and t.used_at is null;
     perform organizations.revoke_sessions(v_person);
     return query select p.id, p.email, p.name, p.locale from organizations.person p where p.id = v_person;
   end $$`,
  // Compare and set: whoever changes it must have verified exactly the hash that is still there.
  `create function organizations.change_password(p_person uuid, p_old_hash text, p_new_hash text) returns boolean
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     update organizations.person p set password_hash = p_new_hash, password_changed_at = clock_timestamp(), version = p.version + 1
       where p.id = p_person and p.password_hash = p_old_hash;
     if not found then return false; end if;
     update organizations.one_time_token t set used_at = clock_timestamp() where t.person_id = p_person and t.used_at is null;
     perform organizations.revoke_sessions(p_person);
     return true;
   end $$`,
  `grant execute on function organizations.request_password_reset(text), organizations.issue_password_reset(text, bytea, interval),
     organizations.reset_password(bytea, text), organizations.change_password(uuid, text, text) to entrepot_app`,
];

const emails = [
  `create function organizations.request_email_change(p_person uuid, p_email text, p_hash bytea, p_life interval) returns boolean
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     update organizations.one_time_token t set used_at = clock_timestamp() where t.person_id = p_person and t.purpose = 'EMAIL_CHANGE' and t.used_at is null;
     if exists (select from organizations.person p where p.email = p_email) then return false; end if;
     insert into organizations.one_time_token (hash, purpose, person_id, email, expires_at)
       values (p_hash, 'EMAIL_CHANGE', p_person, p_email, transaction_timestamp() + p_life);
     return true;
   end $$`,
  // Each organisation's own copy of the address follows by a job of that organisation.
  `create function organizations.confirm_email_change(p_hash bytea) returns table (outcome text, id uuid, old_email text, new_email text, name text, locale text)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_link record;
     v_person record;
   begin
     update organizations.one_time_token t set used_at = clock_timestamp()
       where t.hash = p_hash and t.purpose = 'EMAIL_CHANGE' and t.used_at is null and t.expires_at > clock_timestamp()
       returning t.person_id, t.email into v_link;
     if not found then return; end if;
     select p.id, p.email, p.name, p.locale into v_person from organizations.person p where p.id = v_link.person_id and p.status = 'ACTIVE' for update;
     if not found then return; end if;
     begin
       update organizations.person p set email = v_link.email, version = p.version + 1 where p.id = v_person.id;
     exception when unique_violation then
       return query select 'TAKEN'::text, v_person.id, v_person.email, v_link.email, v_person.name, v_person.locale;
       return;
     end;
     update organizations.one_time_token t set used_at = clock_timestamp() where t.person_id = v_person.id and t.used_at is null;
     perform platform.add_job_for(m.org_id, 'organizations.refresh-member', jsonb_build_object('id', m.member_id))
       from organizations.membership m where m.person_id = v_person.id;
     return query select 'CHANGED'::text, v_person.id, v_person.email, v_link.email, v_person.name, v_person.locale;
   end $$`,
  `create function organizations.refresh_member(p_member uuid) returns boolean
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     update organizations.member m set email = p.email, name = p.name
       from organizations.person p where p.id = m.person_id and m.org_id = ${ACTING} and m.id = p_member;
     return found;
   end $$`,
  `grant execute on function organizations.request_email_change(uuid, text, bytea, interval), organizations.confirm_email_change(bytea),
     organizations.refresh_member(uuid) to entrepot_app`,
];

const keys = [
  `create function organizations.store_api_key_secret(p_key uuid, p_prefix text, p_hash bytea) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     if not exists (select from organizations.api_key k where k.org_id = ${ACTING} and k.id = p_key and k.prefix = p_prefix) then
       raise exception using errcode = 'EN404', message = 'key not found';
     end if;
     insert into organizations.api_key_secret (prefix, org_id, key_id, hash) values (p_prefix, ${ACTING}, p_key, p_hash);
   end $$`,
  `create function organizations.find_api_key(p_prefix text) returns table (org_id uuid, key_id uuid, hash bytea)
   language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
   begin
     return query select s.org_id, s.key_id, s.hash from organizations.api_key_secret s where s.prefix = p_prefix;
   end $$`,
  'grant execute on function organizations.store_api_key_secret(uuid, text, bytea), organizations.find_api_key(text) to entrepot_app',
];
