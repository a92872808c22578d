import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql, wall } from './support.js';

/**
 * Mails wait here until they are sent, also those of people who are not signed in (a forgotten password), so the
 * table is walled off and reached by four functions. Bodies may hold one-time links: only an operator reads them.
 */
export class CreateOutbox2026112101003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      `create table platform.mail (
         id uuid primary key default platform.uuid_v7(), org_id uuid, recipient text not null, subject text not null,
         text text not null, html text, state text not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'KEPT', 'FAILED')),
         attempts integer not null default 0, error text, created_at timestamptz not null default clock_timestamp(), sent_at timestamptz)`,
      ...wall(
        'system',
        'platform.mail',
        'The outbox: KEPT says that no mail server is configured and the operator reads it here.',
      ),
      ...as('entrepot_definer', 'platform', functions),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      'drop function platform.queue_mail(text, text, text, text)',
      'drop function platform.take_mail(uuid)',
      'drop function platform.settle_mail(uuid, text, text)',
      'drop function platform.read_outbox(uuid, integer)',
      'drop table platform.mail',
    ]);
  }
}

const functions = [
  `create function platform.queue_mail(p_to text, p_subject text, p_text text, p_html text) returns uuid
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_id uuid;
   begin
     insert into platform.mail (org_id, recipient, subject, text, html) values (v_org, p_to, p_subject, p_text, p_html) returning id into v_id;
     perform platform.add_job_for(v_org, 'platform.send-mail', jsonb_build_object('id', v_id));
     return v_id;
   end $$`,
  // Counts the attempt first, so that a worker that dies while sending leaves a trace.
  `create function platform.take_mail(p_id uuid) returns table (id uuid, recipient text, subject text, text text, html text, attempts integer)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     return query update platform.mail m set attempts = m.attempts + 1 where m.id = p_id and m.state in ('QUEUED', 'FAILED', 'KEPT')
       returning m.id, m.recipient, m.subject, m.text, m.html, m.attempts;
   end $$`,
  `create function platform.settle_mail(p_id uuid, p_state text, p_error text) returns boolean
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     update platform.mail m set state = p_state, error = p_error, sent_at = case p_state when 'SENT' then clock_timestamp() end
       where m.id = p_id and m.state <> 'SENT';
     return found;
   end $$`,
  // The operator is an organisation whose public card says so; anybody else reads nothing.
  `create function platform.read_outbox(p_before uuid, p_limit integer)
   returns table (id uuid, org_id uuid, recipient text, subject text, text text, html text, state text, attempts integer, error text, created_at timestamptz, sent_at timestamptz)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     return query select m.id, m.org_id, m.recipient, m.subject, m.text, m.html, m.state, m.attempts, m.error, m.created_at, m.sent_at
       from platform.mail m
       where (p_before is null or m.id < p_before)
         and exists (select from organizations.organization o
                     where o.id = nullif(current_setting('app.org', true), '')::uuid and 'OPERATOR' = any (o.roles) and o.status = 'ACTIVE')
       order by m.id desc limit least(p_limit, 101);
   end $$`,
  `grant execute on function platform.queue_mail(text, text, text, text), platform.take_mail(uuid), platform.settle_mail(uuid, text, text),
     platform.read_outbox(uuid, integer) to entrepot_app`,
];
