import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, sql, wall } from './support.js';

/** Whether the acting organisation speaks for the manufacturer of a row: by its CAGE, as catalogues do. */
const speaksForMaker = (table: string) =>
  `exists (select from catalog.manufacturer_alias x join organizations.organization g on x.alias = 'C:' || g.cage where g.id = ${ACTING} and x.manufacturer_id = ${table}.maker_id)`;
const hasRole = (role: string) =>
  `exists (select from organizations.organization g where g.id = ${ACTING} and '${role}' = any (g.roles))`;

const codes = `insert into catalog.interchange_code (list, version, code, meaning, names, valid_from) values
  ('INC', '1', '1', 'ONE_WAY', '{"en": "One-way: the new replaces the old, never the reverse", "zh-CN": "单向：新件可替代旧件，反之不可", "zh-TW": "單向：新件可替代舊件，反之不可"}', '1990-01-01'),
  ('INC', '1', '2', 'TWO_WAY', '{"en": "Two-way interchangeable", "zh-CN": "双向互换", "zh-TW": "雙向互換"}', '1990-01-01'),
  ('INC', '1', '3', 'NOT', '{"en": "Not interchangeable", "zh-CN": "不可互换", "zh-TW": "不可互換"}', '1990-01-01'),
  ('INC', '1', '4', 'SET', '{"en": "As a set, the whole quantity of an installation", "zh-CN": "成套互换，按每次安装的全部数量", "zh-TW": "成套互換，按每次安裝的全部數量"}', '1990-01-01'),
  ('INC', '1', '5', 'QUALIFIED', '{"en": "Qualified, or not for every model", "zh-CN": "有条件互换，或不适用于所有机型", "zh-TW": "有條件互換，或不適用於所有機型"}', '1990-01-01'),
  ('INC', '1', '6', 'REIDENTIFIED', '{"en": "Re-identified only: the same article under another number", "zh-CN": "仅重新标识：同一件品的另一件号", "zh-TW": "僅重新標識：同一件品的另一件號"}', '1990-01-01'),
  ('D590', '1', 'I', 'NONE', '{"en": "I: two-way interchangeable", "zh-CN": "I：双向互换", "zh-TW": "I：雙向互換"}', '1990-01-01'),
  ('D590', '1', 'II', 'CHECK', '{"en": "II: the old is not interchangeable with the new", "zh-CN": "II：旧件不能替代新件", "zh-TW": "II：舊件不能替代新件"}', '1990-01-01'),
  ('D590', '1', 'IIA', 'CHECK', '{"en": "IIA: the old is not interchangeable with the new, limited", "zh-CN": "IIA：旧件不能替代新件（有限制）", "zh-TW": "IIA：舊件不能替代新件（有限制）"}', '1990-01-01'),
  ('D590', '1', 'III', 'KEEP', '{"en": "III: the old part stays active", "zh-CN": "III：旧件继续有效", "zh-TW": "III：舊件繼續有效"}', '1990-01-01'),
  ('D590', '1', 'IV', 'CHECK', '{"en": "IV: the new is not interchangeable with the old in all uses", "zh-CN": "IV：新件并非在所有用途上都能替代旧件", "zh-TW": "IV：新件並非在所有用途上都能替代舊件"}', '1990-01-01'),
  ('D590', '1', 'V', 'BLOCK', '{"en": "V: the old part is an unacceptable risk", "zh-CN": "V：旧件构成不可接受的风险", "zh-TW": "V：舊件構成不可接受的風險"}', '1990-01-01')`;

const lists = [
  `create table catalog.interchange_code (
    list text collate "C" not null check (list in ('INC', 'D590')), version text collate "C" not null, code text collate "C" not null check (length(code) between 1 and 10),
    meaning text collate "C" not null check (case list when 'INC' then meaning in ('ONE_WAY', 'TWO_WAY', 'NOT', 'SET', 'QUALIFIED', 'REIDENTIFIED') else meaning in ('NONE', 'KEEP', 'CHECK', 'BLOCK') end),
    names jsonb not null, valid_from date not null, valid_to date check (valid_to >= valid_from), primary key (list, version, code))`,
  ...wall(
    'global',
    'catalog.interchange_code',
    'Interchangeability codes (INC) and classes (D590) by version, and what the hub does on each; a licensed user corrects a list by a version of its own.',
  ),
  ...as('entrepot_definer', 'catalog', [codes]),
];

const links = [
  `create table catalog.interchange_link (
    org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(),
    from_part uuid not null references catalog.part, to_part uuid references catalog.part check (to_part <> from_part), set_size smallint check (set_size between 1 and 50),
    code text collate "C" not null, code_version text collate "C" not null,
    meaning text collate "C" not null check (meaning in ('ONE_WAY', 'TWO_WAY', 'NOT', 'SET', 'QUALIFIED', 'REIDENTIFIED')),
    class text collate "C", effect text collate "C" not null default 'NONE' check (effect in ('NONE', 'KEEP', 'CHECK', 'BLOCK')),
    set_number text collate "C" check (length(set_number) between 1 and 40),
    asserted_as text collate "C" not null check (asserted_as in ('MANUFACTURER', 'OPERATOR', 'BUYER', 'SUPPLIER')), maker_id uuid references catalog.manufacturer,
    visibility text collate "C" not null generated always as (case asserted_as when 'BUYER' then 'PRIVATE' else 'MARKET' end) stored,
    applicability jsonb not null default '[]' check (jsonb_typeof(applicability) = 'array' and jsonb_array_length(applicability) <= 50),
    effective_from date not null default current_date, effective_to date check (effective_to >= effective_from),
    authority text check (length(authority) between 1 and 200), remark text check (length(remark) between 1 and 500),
    asserted_by jsonb not null, asserted_at timestamptz not null default transaction_timestamp(), withdrawn_at timestamptz, withdrawn_reason text check (length(withdrawn_reason) <= 500),
    primary key (org_id, id), unique (org_id, id, visibility),
    check ((to_part is null) = (set_size is not null)), check (meaning = 'QUALIFIED' or (meaning = 'SET') = (to_part is null)), check ((asserted_as = 'MANUFACTURER') = (maker_id is not null)))`,
  'create unique index interchange_link_once on catalog.interchange_link (org_id, from_part, to_part, code, effective_from) where withdrawn_at is null and to_part is not null',
  'create unique index interchange_link_set_once on catalog.interchange_link (org_id, from_part, set_number, effective_from) nulls not distinct where withdrawn_at is null and to_part is null',
  'create index interchange_link_from on catalog.interchange_link (from_part, meaning)',
  'create index interchange_link_to on catalog.interchange_link (to_part, meaning)',
  'create index interchange_link_maker on catalog.interchange_link (org_id, maker_id)',
  wall(
    'market',
    'catalog.interchange_link',
    'One direction of interchangeability as somebody asserts it: the new part, or the set, that may stand for the old. A buyer sees his own; a supplier speaks to all, and it is a claim.',
    {
      app: 'insert (org_id, id, from_part, to_part, set_size, code, code_version, meaning, class, effect, set_number, asserted_as, maker_id, applicability, effective_from, effective_to, authority, remark, asserted_by), update (withdrawn_at, withdrawn_reason)',
      visible: `visibility = 'MARKET'`,
      guard: `(asserted_as <> 'MANUFACTURER' or ${speaksForMaker('interchange_link')}) and (asserted_as = 'MANUFACTURER' or exists (select from organizations.organization g where g.id = ${ACTING} and interchange_link.asserted_as = any (g.roles)))`,
    },
  ),

  `create table catalog.interchange_member (
    org_id uuid not null, link_id uuid not null, part_id uuid not null references catalog.part, visibility text collate "C" not null,
    quantity numeric not null check (quantity > 0 and quantity < 1e13 and scale(quantity) <= 10),
    primary key (org_id, link_id, part_id), foreign key (org_id, link_id, visibility) references catalog.interchange_link (org_id, id, visibility))`,
  'create index interchange_member_link on catalog.interchange_member (org_id, link_id, visibility)',
  'create index interchange_member_part on catalog.interchange_member (part_id)',
  wall('market', 'catalog.interchange_member', 'A part of a set with its quantity; a set is offered whole or not at all.', {
    app: 'insert',
    visible: `visibility = 'MARKET'`,
  }),

  `create table catalog.interchange_approval (
    org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(),
    link_org uuid not null, link_id uuid not null, kind text collate "C" not null check (kind in ('MANUFACTURER', 'BUYER')), maker_id uuid references catalog.manufacturer,
    fleet text collate "C" check (length(fleet) between 1 and 60), valid_from date not null default current_date, valid_to date check (valid_to >= valid_from),
    note text check (length(note) <= 500), approved_by jsonb not null, approved_at timestamptz not null default transaction_timestamp(),
    revoked_at timestamptz, revoked_reason text check (length(revoked_reason) <= 500),
    primary key (org_id, id), foreign key (link_org, link_id) references catalog.interchange_link,
    check ((kind = 'MANUFACTURER') = (maker_id is not null)), check (kind = 'BUYER' or fleet is null))`,
  'create unique index interchange_approval_once on catalog.interchange_approval (org_id, link_org, link_id, kind, maker_id, fleet, valid_from) nulls not distinct where revoked_at is null',
  'create index interchange_approval_link on catalog.interchange_approval (link_org, link_id)',
  'create index interchange_approval_maker on catalog.interchange_approval (org_id, maker_id)',
  wall(
    'market',
    'catalog.interchange_approval',
    'Whoever may say so stands behind a link: the manufacturer for all, a buyer for himself (or one of his fleets), until revoked.',
    {
      app: 'insert (org_id, id, link_org, link_id, kind, maker_id, fleet, valid_from, valid_to, note, approved_by), update (revoked_at, revoked_reason)',
      visible: `kind = 'MANUFACTURER'`,
      guard: `exists (select from catalog.interchange_link l where l.org_id = interchange_approval.link_org and l.id = interchange_approval.link_id)
        and (kind <> 'MANUFACTURER' or ${speaksForMaker('interchange_approval')}) and (kind <> 'BUYER' or ${hasRole('BUYER')})`,
    },
  ),
];

/** Who may assert and approve: the built-in roles of each kind of organisation. An engineer gets a role of the buyer's own with these rights alone. */
const rights = (change: (set: string) => string) =>
  as('entrepot_definer', 'organizations', [
    `update organizations.default_role set permissions = ${change(`array['alternate:assert', 'alternate:approve']`)} where kind in ('BUYER', 'SUPPLIER', 'OPERATOR') and name = 'ADMIN'`,
    `update organizations.default_role set permissions = ${change(`array['alternate:assert']`)} where kind = 'SUPPLIER' and name in ('SELLER', 'INTEGRATION') or kind = 'BUYER' and name = 'INTEGRATION'`,
  ]);

/** Interchangeability: versioned codes, links with their sets, approvals. */
export class CreateInterchange2026112203101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [...lists, ...links, rights((set) => `permissions || ${set}`)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      rights(
        (set) =>
          `array(select p from unnest(permissions) with ordinality as u (p, place) where p <> all (${set}) order by place)`,
      ),
      'drop table catalog.interchange_approval',
      'drop table catalog.interchange_member',
      'drop table catalog.interchange_link',
      'drop table catalog.interchange_code',
    ]);
  }
}
