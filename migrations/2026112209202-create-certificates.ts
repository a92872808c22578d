import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, bounded, rewrite, sql, wall } from './support.js';

const mine = `counterparty_id = ${ACTING}`;
/** Who may take a certificate from where to where; the same as certificate.lifecycle.ts, a test compares the two. */
const edges: readonly [by: string, event: string, from: string][] = [
  ['PROVIDER', 'PROMISE', 'REQUIRED'],
  ...['REQUIRED', 'PROMISED', 'ATTACHED', 'REFUSED'].map((from): [string, string, string] => ['PROVIDER', 'ATTACH', from]),
  ['REVIEWER', 'ACCEPT', 'ATTACHED'],
  ['REVIEWER', 'REFUSE', 'ATTACHED'],
  ...['REQUIRED', 'PROMISED', 'ATTACHED', 'REFUSED'].map((from): [string, string, string] => ['BUYER', 'WAIVE', from]),
];

const tables = [
  // What the buyer requires of whatever he orders, of one supplier or of all.
  `create table procurement.certificate_need (
    org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(), kind text collate "C" not null check (length(kind) between 1 and 30),
    supplier_id uuid references organizations.organization, dual_release boolean not null default false,
    primary key (org_id, id), unique nulls not distinct (org_id, kind, supplier_id))`,
  'create index certificate_need_supplier on procurement.certificate_need (org_id, supplier_id)',
  wall(
    'private',
    'procurement.certificate_need',
    'A certificate that a buyer requires of everything he orders, of one supplier or of all.',
  ),
  `alter table supply.agreement add column required_certificates text[] collate "C" not null default '{}' check (cardinality(required_certificates) <= 20)`,
  'alter table procurement.order_line add column requires jsonb',
  'grant insert (requires) on procurement.order_line to entrepot_app',

  `create table procurement.certificate_edge (
    by_party text collate "C" not null check (by_party in ('PROVIDER', 'REVIEWER', 'BUYER')), event text collate "C" not null, from_status text collate "C" not null, primary key (by_party, event, from_status))`,
  `insert into procurement.certificate_edge values ${edges.map((edge) => `('${edge.join("', '")}')`).join(', ')}`,
  wall(
    'global',
    'procurement.certificate_edge',
    'The legal steps of a required certificate: who may do what to it, from which state.',
    {
      definer: 'select',
    },
  ),

  `create table procurement.line_certificate (
    org_id uuid not null, order_id uuid not null, line_id uuid not null, id uuid not null default platform.uuid_v7(), counterparty_id uuid not null,
    kind text collate "C" not null check (length(kind) between 1 and 30), source text collate "C" not null check (source in ('LINE', 'BUYER', 'AGREEMENT', 'GATE')),
    provider text collate "C" not null check (provider in ('SUPPLIER', 'BUYER')), dual_release boolean not null default false,
    status text collate "C" not null default 'REQUIRED' check (status in ('REQUIRED', 'PROMISED', 'ATTACHED', 'ACCEPTED', 'REFUSED', 'WAIVED')),
    reason text check (length(reason) between 1 and 500), moved_by jsonb, moved_at timestamptz not null default transaction_timestamp(), version integer not null default 1,
    primary key (org_id, order_id, id), unique (org_id, order_id, line_id, kind, provider), unique (org_id, order_id, id, counterparty_id),
    foreign key (org_id, order_id, line_id) references procurement.order_line, foreign key (org_id, order_id, counterparty_id) references procurement.purchase_order (org_id, id, counterparty_id))`,
  'create index line_certificate_order on procurement.line_certificate (org_id, order_id, counterparty_id)',
  'create index line_certificate_counterparty on procurement.line_certificate (counterparty_id, status)',
  wall(
    'two-party',
    'procurement.line_certificate',
    'A certificate that an order line requires, by whose word, and how far it is: promised, attached, reviewed.',
    {
      app: 'insert (org_id, order_id, line_id, id, counterparty_id, kind, source, provider, dual_release, status)',
      definer: 'select, update (status, reason, moved_by, moved_at, version)',
      guard: `status in ('REQUIRED', 'PROMISED')`,
    },
  ),
  `create policy answer_update on procurement.line_certificate for update to entrepot_definer using (${mine}) with check (${mine})`,

  `create table procurement.certificate_file (
    org_id uuid not null, order_id uuid not null, certificate_id uuid not null, id uuid not null default platform.uuid_v7(), counterparty_id uuid not null,
    sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'), size bigint not null check (size > 0), media_type text collate "C" not null, name text not null check (length(name) between 1 and 200),
    number text check (length(number) between 1 and 60), issuer text check (length(issuer) between 1 and 120), dated_on date, part_number text check (length(part_number) between 1 and 70),
    lot_number text check (length(lot_number) between 1 and 60), serial_number text check (length(serial_number) between 1 and 60), dual_release boolean not null default false,
    quantity numeric not null check (quantity > 0 and ${bounded('quantity')}), flags text[] collate "C" not null default '{}',
    status text collate "C" not null default 'ATTACHED' check (status in ('ATTACHED', 'ACCEPTED', 'REFUSED')), checklist text[] collate "C", reason text check (length(reason) between 1 and 500),
    attached_by jsonb not null, attached_at timestamptz not null default transaction_timestamp(), reviewed_by jsonb, reviewed_at timestamptz,
    primary key (org_id, order_id, id), unique (org_id, order_id, certificate_id, sha256, id),
    foreign key (org_id, order_id, certificate_id, counterparty_id) references procurement.line_certificate (org_id, order_id, id, counterparty_id))`,
  'create index certificate_file_certificate on procurement.certificate_file (org_id, order_id, certificate_id, counterparty_id)',
  'create index certificate_file_counterparty on procurement.certificate_file (counterparty_id, id)',
  wall(
    'two-party',
    'procurement.certificate_file',
    'A file attached for a required certificate, by hash, for a quantity of the line; what was found odd about it, and who judged it how.',
    { app: '', definer: 'select, insert, update (status, checklist, reason, reviewed_by, reviewed_at)' },
  ),
  `create policy answer_insert on procurement.certificate_file for insert to entrepot_definer with check (${mine})`,
  `create policy answer_update on procurement.certificate_file for update to entrepot_definer using (${mine}) with check (${mine})`,

  // A version of a rule is never changed, only ended: a decision names its rule and can be made again from it.
  `create table procurement.gate_rule (
    org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(), code text collate "C" not null check (code ~ '^[A-Z0-9][A-Z0-9-]{0,38}[A-Z0-9]$'), version integer not null check (version > 0),
    speaks_for text collate "C" not null check (speaks_for in ('OPERATOR', 'BUYER', 'SUPPLIER')), kind text collate "C" not null check (kind in ('HAZMAT', 'SHELF_LIFE', 'EXPORT')),
    outcome text collate "C" not null check (outcome in ('HOLD', 'REFUSE', 'DOCUMENT')), document text collate "C" check (length(document) between 1 and 30), provider text collate "C" check (provider in ('SUPPLIER', 'BUYER')),
    releaser text collate "C" not null check (releaser in ('BUYER', 'SUPPLIER')), conditions jsonb not null, sentence text not null check (length(sentence) between 1 and 300),
    made_by jsonb not null, valid_from timestamptz not null default transaction_timestamp(), ended_at timestamptz,
    primary key (org_id, id), unique (org_id, code, version), check ((outcome = 'DOCUMENT') = (document is not null)), check ((document is null) = (provider is null)))`,
  'create unique index gate_rule_live on procurement.gate_rule (org_id, code) where ended_at is null',
  'create index gate_rule_speaks_for on procurement.gate_rule (speaks_for) where ended_at is null',
  wall(
    'market',
    'procurement.gate_rule',
    'A version of a rule on dangerous goods, shelf life or export. The operator binds all, a supplier the orders he gets, a buyer his own, which nobody else sees.',
    {
      visible: `speaks_for <> 'BUYER'`,
      app: 'insert (org_id, id, code, version, speaks_for, kind, outcome, document, provider, releaser, conditions, sentence, made_by), update (ended_at)',
      guard: `exists (select from organizations.organization g where g.id = ${ACTING} and gate_rule.speaks_for = any (g.roles))`,
    },
  ),

  // The facts are those of the line, which both may see; with the rule of this id they give the same result again.
  `create table procurement.gate_check (
    org_id uuid not null, order_id uuid not null, line_id uuid not null, rule_org uuid not null, rule_id uuid not null, counterparty_id uuid not null,
    code text collate "C" not null, version integer not null, kind text collate "C" not null, result text collate "C" not null check (result in ('PASS', 'HOLD', 'DOCUMENT')),
    reason text collate "C" not null, facts jsonb not null, sentence text not null, releaser text collate "C" not null check (releaser in ('BUYER', 'SUPPLIER')), certificate_id uuid,
    status text collate "C" not null check (status in ('PASSED', 'OPEN', 'SATISFIED', 'RELEASED')), judged_at timestamptz not null default transaction_timestamp(),
    released_by jsonb, released_at timestamptz, release_reason text check (length(release_reason) between 1 and 500),
    primary key (org_id, order_id, line_id, rule_org, rule_id), check ((result = 'PASS') = (status = 'PASSED')), check ((status = 'RELEASED') = (release_reason is not null)),
    foreign key (org_id, order_id, line_id) references procurement.order_line, foreign key (org_id, order_id, certificate_id, counterparty_id) references procurement.line_certificate (org_id, order_id, id, counterparty_id),
    foreign key (org_id, order_id, counterparty_id) references procurement.purchase_order (org_id, id, counterparty_id))`,
  'create index gate_check_order on procurement.gate_check (org_id, order_id, counterparty_id)',
  'create index gate_check_certificate on procurement.gate_check (org_id, order_id, certificate_id, counterparty_id)',
  'create index gate_check_counterparty on procurement.gate_check (counterparty_id, status)',
  wall(
    'two-party',
    'procurement.gate_check',
    'What a version of a rule decided of an order line, from which facts, and who released it why.',
    {
      app: 'insert (org_id, order_id, line_id, rule_org, rule_id, counterparty_id, code, version, kind, result, reason, facts, sentence, releaser, certificate_id, status)',
      definer: 'select, update (status, released_by, released_at, release_reason)',
      guard: `status in ('PASSED', 'OPEN')`,
    },
  ),
  `create policy answer_update on procurement.gate_check for update to entrepot_definer using (${mine}) with check (${mine})`,
];

const moves = [
  // p_step: { event, by, file?, review?: { file, accepted, checklist, reason, by }, reason? }. Gives the new status, null for an illegal step. Who may is judged here again.
  `create function procurement.move_certificate(p_order uuid, p_certificate uuid, p_step jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_row procurement.line_certificate;
     v_party text;
     v_event text := p_step ->> 'event';
     v_status text;
     v_wanted numeric;
   begin
     select c.* into v_row from procurement.line_certificate c where c.order_id = p_order and c.id = p_certificate and v_org in (c.org_id, c.counterparty_id) for update;
     if not found then raise exception using errcode = 'EN404', message = 'certificate not found'; end if;
     v_party := case when v_event = 'WAIVE' then case when v_org = v_row.org_id and v_row.source <> 'GATE' then 'BUYER' end
       when (v_org = v_row.org_id) = (v_row.provider = 'BUYER') then 'PROVIDER' else 'REVIEWER' end;
     if not exists (select from procurement.certificate_edge e where e.by_party = v_party and e.event = v_event and e.from_status = v_row.status) then return null; end if;
     if v_event = 'ATTACH' then
       insert into procurement.certificate_file (org_id, order_id, certificate_id, counterparty_id, sha256, size, media_type, name, number, issuer, dated_on, part_number, lot_number, serial_number, dual_release, quantity, flags, attached_by)
         select v_row.org_id, v_row.order_id, v_row.id, v_row.counterparty_id, f.sha256, f.size, f."mediaType", f.name, f.number, f.issuer, f."datedOn", f."partNumber", f."lotNumber", f."serialNumber", f."dualRelease", f.quantity,
           array(select jsonb_array_elements_text(f.flags)), p_step -> 'by'
         from jsonb_to_record(p_step -> 'file') as f (sha256 text, size bigint, "mediaType" text, name text, number text, issuer text, "datedOn" date, "partNumber" text, "lotNumber" text, "serialNumber" text, "dualRelease" boolean, quantity numeric, flags jsonb);
     elsif v_event in ('ACCEPT', 'REFUSE') then
       update procurement.certificate_file f set status = case v_event when 'ACCEPT' then 'ACCEPTED' else 'REFUSED' end, checklist = array(select jsonb_array_elements_text(p_step -> 'checklist')),
           reason = p_step ->> 'reason', reviewed_by = p_step -> 'by', reviewed_at = transaction_timestamp()
         where f.org_id = v_row.org_id and f.order_id = v_row.order_id and f.certificate_id = v_row.id and f.id = (p_step ->> 'file')::uuid and f.status = 'ATTACHED';
       if not found then return null; end if;
     end if;
     select l.quantity into v_wanted from procurement.order_line l where l.org_id = v_row.org_id and l.order_id = v_row.order_id and l.id = v_row.line_id;
     -- One certificate may come in several files, per lot: it is accepted when those that were cover the line.
     v_status := case v_event when 'PROMISE' then 'PROMISED' when 'WAIVE' then 'WAIVED' else
       (select case when bool_or(f.status = 'ATTACHED') then 'ATTACHED' when coalesce(sum(f.quantity) filter (where f.status = 'ACCEPTED'), 0) >= v_wanted then 'ACCEPTED'
          when (array_agg(f.status order by f.reviewed_at desc, f.id desc))[1] = 'REFUSED' then 'REFUSED' else 'PROMISED' end
        from procurement.certificate_file f where f.org_id = v_row.org_id and f.order_id = v_row.order_id and f.certificate_id = v_row.id) end;
     update procurement.line_certificate c set status = v_status, reason = p_step ->> 'reason', moved_by = p_step -> 'by', moved_at = transaction_timestamp(), version = c.version + 1
       where c.org_id = v_row.org_id and c.order_id = v_row.order_id and c.id = v_row.id;
     if v_status = 'ACCEPTED' then
       update procurement.gate_check g set status = 'SATISFIED' where g.org_id = v_row.org_id and g.order_id = v_row.order_id and g.certificate_id = v_row.id and g.status = 'OPEN';
     end if;
     perform pg_notify('entrepot', json_build_object('topic', 'order.changed', 'orgId', t.org, 'id', p_order)::text) from (values (v_row.org_id), (v_row.counterparty_id)) t (org);
     return v_status;
   end $$`,
  // Lets an order line pass a rule, by the side that the rule names. Gives false when nothing is open for it.
  `create function procurement.release_gate(p_order uuid, p_line uuid, p_rule uuid, p_release jsonb) returns boolean
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_row procurement.gate_check;
   begin
     select g.* into v_row from procurement.gate_check g where g.order_id = p_order and g.line_id = p_line and g.rule_id = p_rule
       and v_org = case g.releaser when 'BUYER' then g.org_id else g.counterparty_id end for update;
     if not found then raise exception using errcode = 'EN404', message = 'nothing to release'; end if;
     update procurement.gate_check g set status = 'RELEASED', released_by = p_release -> 'by', released_at = transaction_timestamp(), release_reason = p_release ->> 'reason'
       where (g.org_id, g.order_id, g.line_id, g.rule_org, g.rule_id) = (v_row.org_id, v_row.order_id, v_row.line_id, v_row.rule_org, v_row.rule_id) and g.status = 'OPEN';
     if not found then return false; end if;
     perform pg_notify('entrepot', json_build_object('topic', 'order.changed', 'orgId', t.org, 'id', p_order)::text) from (values (v_row.org_id), (v_row.counterparty_id)) t (org);
     return true;
   end $$`,
];

const placed: readonly (readonly [string, string])[] = [
  ['need_by, revision, note, reserved)', 'need_by, revision, note, requires, reserved)'],
  ['l.revision, l.note,', 'l.revision, l.note, l.requires,'],
  ['revision text, note text)', 'revision text, note text, requires jsonb)'],
];

const grants: readonly [string, string][] = [
  [
    `(kind, name) in (('BUYER', 'ADMIN'), ('BUYER', 'BUYER'), ('SUPPLIER', 'ADMIN'), ('SUPPLIER', 'SELLER'))`,
    'certificate:review',
  ],
  [`(kind, name) in (('BUYER', 'ADMIN'), ('SUPPLIER', 'ADMIN'))`, 'gate:release'],
  [`(kind, name) in (('BUYER', 'ADMIN'), ('SUPPLIER', 'ADMIN'), ('OPERATOR', 'ADMIN'))`, 'gate:manage'],
];

/** Certificates of order lines from required to reviewed, and the gate of an order with its rules, its decisions and their release. */
export class CreateCertificates2026112209202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...tables,
      as('entrepot_definer', 'procurement', [
        ...moves,
        'grant execute on function procurement.move_certificate(uuid, uuid, jsonb), procurement.release_gate(uuid, uuid, uuid, jsonb) to entrepot_app',
      ]),
      as(
        'entrepot_definer',
        'organizations',
        grants.map(
          ([roles, right]) =>
            `update organizations.default_role set permissions = permissions || array['${right}'] where ${roles}`,
        ),
      ),
    ]);
    await rewrite(runner, 'procurement.place_orders', placed);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewrite(
      runner,
      'procurement.place_orders',
      placed.map(([from, to]) => [to, from] as const),
    );
    await sql(runner, [
      as(
        'entrepot_definer',
        'organizations',
        grants.map(
          ([roles, right]) =>
            `update organizations.default_role set permissions = array_remove(permissions, '${right}') where ${roles}`,
        ),
      ),
      'drop function procurement.release_gate(uuid, uuid, uuid, jsonb)',
      'drop function procurement.move_certificate(uuid, uuid, jsonb)',
      'drop table procurement.gate_check',
      'drop table procurement.gate_rule',
      'drop table procurement.certificate_file',
      'drop table procurement.line_certificate',
      'drop table procurement.certificate_edge',
      'alter table procurement.order_line drop column requires',
      'alter table supply.agreement drop column required_certificates',
      'drop table procurement.certificate_need',
    ]);
  }
}
