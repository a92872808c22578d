import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, bounded, sql, wall } from './support.js';

const tender =
  'foreign key (org_id, tender_id, shown) references tendering.tender (org_id, id, shown) on update cascade on delete cascade';
const lot = 'foreign key (org_id, tender_id, lot_id) references tendering.lot (org_id, tender_id, id) on delete cascade';
const shown = `shown text not null check (shown in ('DRAFT', 'INVITED', 'OPEN'))`;
/** Own; else what is open to every supplier, or what the acting one was invited to. */
const seen = (id: string): string =>
  `org_id = ${ACTING} or shown = 'OPEN' or shown = 'INVITED' and (org_id, ${id}) in (select i.org_id, i.tender_id from tendering.invitation i where i.counterparty_id = ${ACTING})`;

/** What belongs to a tender and is seen by whoever sees the tender; the definer writes it in the name of the buyer. */
function part(table: string, sentence: string, definer: string, id = 'tender_id'): string[] {
  return [
    ...(id === 'id' ? [] : [`create index ${table}_shown on tendering.${table} (org_id, tender_id, shown)`]),
    ...wall('market', `tendering.${table}`, sentence, { app: '', definer, visible: seen(id) }),
    `create policy hand on tendering.${table} to entrepot_definer using (org_id = ${ACTING}) with check (org_id = ${ACTING})`,
  ];
}

/** Tenders: what a buyer asks of whom, by when, and how he will decide. What he alone knows stands in tables of his own. */
export class CreateTenders2026112240101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [...schema, ...invitations, ...tenders, ...lots, ...lines, ...talk, ...own, ...systems, ...rights]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'drop schema tendering cascade',
      ...as(
        'entrepot_definer',
        'organizations',
        granted.flatMap(([, right]) => [
          `update organizations.default_role set permissions = array_remove(permissions, '${right}') where '${right}' = any (permissions)`,
        ]),
      ),
    ]);
  }
}

const schema = ['create schema tendering', 'grant usage on schema tendering to entrepot_app, entrepot_definer, entrepot_jobs'];

const invitations = [
  `create table tendering.invitation (
     org_id uuid not null references organizations.organization, tender_id uuid not null, counterparty_id uuid not null references organizations.organization,
     invited_at timestamptz not null, invited_by uuid, declined_at timestamptz, decline_reason text check (length(decline_reason) between 1 and 500),
     primary key (org_id, tender_id, counterparty_id), check (org_id <> counterparty_id), check (decline_reason is null or declined_at is not null))`,
  'create index invitation_counterparty on tendering.invitation (counterparty_id, org_id, tender_id)',
  'create index invitation_supplier on tendering.invitation (org_id, counterparty_id)',
  ...wall(
    'two-party',
    'tendering.invitation',
    'A supplier (counterparty) whom a buyer (owner) has invited to a tender; no other supplier hears of it.',
    {
      app: '',
      definer: 'select, insert, update (declined_at, decline_reason)',
    },
  ),
  `create policy answer_update on tendering.invitation for update to entrepot_definer using (counterparty_id = ${ACTING}) with check (counterparty_id = ${ACTING})`,
];

const tenders = [
  `create table tendering.tender (
     org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(), ${shown},
     number text collate "C" not null check (length(number) between 1 and 40), title text not null check (length(title) between 1 and 200), description text check (length(description) <= 10000),
     procedure text not null check (procedure in ('OPEN', 'SELECTIVE', 'SINGLE_SOURCE')), single_reason text check (length(single_reason) between 1 and 2000),
     confidentiality text not null check (confidentiality in ('OPEN', 'TIMED', 'SEALED')),
     currency text collate "C" not null check (currency ~ '^[A-Z]{3}$'), rates jsonb not null default '{}',
     formula jsonb not null, criteria jsonb not null default '[]', quality_min numeric check (quality_min between 0 and 1), tie_break jsonb not null default '[]', low_bid jsonb,
     delivery_term text not null check (length(delivery_term) between 1 and 160), payment_days smallint not null default 30 check (payment_days between 0 and 365), yearly_rate numeric check (yearly_rate between 0 and 1),
     award_mode text not null check (award_mode in ('LOT', 'LINE', 'SHARES')), shares text[] not null default '{}', bids_min smallint not null default 1 check (bids_min between 1 and 9),
     questions_close_at timestamptz, closes_at timestamptz, stagger_minutes smallint not null default 0 check (stagger_minutes between 0 and 120),
     push_hours smallint not null default 24 check (push_hours between 0 and 240), pushed_version integer not null default 0,
     /* Of what was published: 1 at first, one more with each amendment. */
     version integer not null default 0 check (version >= 0), edits integer not null default 1,
     created_at timestamptz not null default transaction_timestamp(), published_at timestamptz, cancelled_at timestamptz, cancel_reason text check (length(cancel_reason) between 1 and 2000),
     primary key (org_id, id), unique (org_id, number), unique (org_id, id, shown),
     check ((published_at is null) = (shown = 'DRAFT')), check (published_at is null or closes_at is not null), check ((procedure = 'SINGLE_SOURCE') = (single_reason is not null)),
     check ((award_mode = 'SHARES') = (cardinality(shares) > 0)))`,
  'create index tender_by_id on tendering.tender (id)',
  'create index tender_own on tendering.tender (org_id, created_at, id)',
  `create index tender_open on tendering.tender (published_at, id) where shown = 'OPEN'`,
  ...part(
    'tender',
    'What a buyer asks suppliers to bid for: terms, dates, and how it is decided.',
    'select, insert, update',
    'id',
  ),
  'alter table tendering.invitation add foreign key (org_id, tender_id) references tendering.tender on delete cascade',
  // For locks only: the app writes nothing here.
  'grant update (edits) on tendering.tender to entrepot_app',
];

const lots = [
  `create table tendering.lot (
     org_id uuid not null, tender_id uuid not null, id uuid not null, ${shown}, position smallint not null check (position > 0), title text not null check (length(title) between 1 and 200),
     round smallint not null default 1 check (round > 0), confirm_from integer not null default 1, seed text,
     awarded_at timestamptz, unsuccessful_at timestamptz, cancelled_at timestamptz, cancel_reason text check (length(cancel_reason) between 1 and 2000),
     primary key (org_id, id), unique (org_id, tender_id, id), check (num_nonnulls(awarded_at, unsuccessful_at, cancelled_at) <= 1), ${tender})`,
  'create index lot_by_id on tendering.lot (id)',
  ...part('lot', 'What is evaluated and awarded by itself; a tender has at least one.', 'select, insert, update, delete'),
  // A bid is taken under the lock of its lot, which its bidder may hold and not change.
  `create policy bidder_lock on tendering.lot for update to entrepot_definer
     using (shown <> 'DRAFT' and ${ACTING} is not null and (${seen('tender_id')})) with check (org_id = ${ACTING})`,
  `create table tendering.lot_round (
     org_id uuid not null, tender_id uuid not null, lot_id uuid not null, round smallint not null check (round > 0), ${shown},
     kind text not null check (kind in ('FIRST', 'ROUND', 'BEST_AND_FINAL')), confidentiality text not null check (confidentiality in ('OPEN', 'TIMED', 'SEALED')),
     opens_at timestamptz not null, closes_at timestamptz not null, closed_at timestamptz, bids_from timestamptz, rescheduled smallint not null default 0,
     primary key (org_id, lot_id, round), check (opens_at < closes_at), check (closed_at is null or closed_at >= closes_at),
     check (bids_from is null or confidentiality = 'OPEN' or bids_from >= closes_at), ${tender}, ${lot})`,
  'create index lot_round_lot on tendering.lot_round (org_id, tender_id, lot_id)',
  'create index lot_round_readable on tendering.lot_round (org_id, bids_from)',
  'create index lot_round_due on tendering.lot_round (org_id, closes_at) where closed_at is null',
  ...part(
    'lot_round',
    'When bids for a lot are taken, until which moment of the database, and from when the buyer reads them.',
    'select, insert, update, delete',
  ),
  'create policy jobs on tendering.lot_round to entrepot_jobs using (true) with check (true)',
  'grant select (org_id, tender_id, lot_id, round, closes_at, closed_at) on tendering.lot_round to entrepot_jobs',
  `create table tendering.round_admission (
     org_id uuid not null, lot_id uuid not null, round smallint not null check (round > 0), counterparty_id uuid not null references organizations.organization, admitted_at timestamptz not null,
     primary key (org_id, lot_id, round, counterparty_id), foreign key (org_id, lot_id, round) references tendering.lot_round on delete cascade)`,
  'create index round_admission_counterparty on tendering.round_admission (counterparty_id, org_id)',
  'create index round_admission_supplier on tendering.round_admission (org_id, counterparty_id)',
  ...wall('two-party', 'tendering.round_admission', 'A bidder (counterparty) whom the buyer (owner) lets into a further round.', {
    app: '',
    definer: 'select, insert',
  }),
];

const lines = [
  `create table tendering.tender_line (
     org_id uuid not null, tender_id uuid not null, lot_id uuid not null, id uuid not null, ${shown}, position smallint not null check (position > 0),
     number text collate "C" not null check (length(number) between 1 and 36), part_id uuid references catalog.part, part_number text check (length(part_number) between 1 and 70),
     description text not null check (length(description) between 1 and 2000), quantity numeric not null check (quantity > 0 and ${bounded('quantity')}), unit text collate "C" not null check (length(unit) between 2 and 3),
     need_by date, ship_to jsonb, alternates_allowed boolean not null default false, revision text check (length(revision) <= 40),
     target numeric check (target > 0 and ${bounded('target')}), target_basis numeric check (target_basis > 0 and ${bounded('target_basis')}), dropped_in integer,
     primary key (org_id, id), unique (org_id, tender_id, id), check ((target is null) = (target_basis is null)), ${tender}, ${lot})`,
  'create index tender_line_lot on tendering.tender_line (org_id, tender_id, lot_id, position)',
  'create index tender_line_part on tendering.tender_line (org_id, part_id)',
  ...part(
    'tender_line',
    'What is wanted: a part or free text, how much, by when, where; a target price only when it is shown.',
    'select, insert, update, delete',
  ),
];

const talk = [
  `create table tendering.question (
     org_id uuid not null, tender_id uuid not null, id uuid not null, ${shown}, lot_id uuid, body text not null check (length(body) between 1 and 4000), in_time boolean not null,
     asked_at timestamptz not null, answer text check (length(answer) between 1 and 10000), answered_at timestamptz,
     primary key (org_id, id), check ((answer is null) = (answered_at is null)), ${tender}, ${lot})`,
  'create index question_lot on tendering.question (org_id, tender_id, lot_id)',
  'create index question_shown on tendering.question (org_id, tender_id, shown)',
  // Seen by its asker and the buyer at once, by everybody when it is answered. Who asked stands nowhere but in a table of the asker.
  `create table tendering.question_asker (
     org_id uuid not null references organizations.organization, question_id uuid not null, tender_org uuid not null, tender_id uuid not null, member_id uuid, primary key (org_id, question_id))`,
  'create index question_asker_tender on tendering.question_asker (org_id, tender_id)',
  ...wall(
    'private',
    'tendering.question_asker',
    'Which questions an organisation has asked; nobody else reads it, the buyer neither.',
    {
      app: '',
      definer: 'select, insert',
    },
  ),
  ...wall('market', 'tendering.question', 'A question about a tender without its asker, and the answer that all read.', {
    app: '',
    definer: 'select, insert, update (answer, answered_at)',
    visible: `org_id = ${ACTING} or (${seen('tender_id')}) and (answered_at is not null or id in (select a.question_id from tendering.question_asker a where a.org_id = ${ACTING}))`,
  }),
  `create policy hand on tendering.question for update to entrepot_definer using (org_id = ${ACTING}) with check (org_id = ${ACTING})`,
  `create policy asked on tendering.question for insert to entrepot_definer with check (org_id <> ${ACTING} and (${seen('tender_id')}))`,
  `create table tendering.amendment (
     org_id uuid not null, tender_id uuid not null, version integer not null check (version > 0), ${shown}, reason text not null check (length(reason) between 1 and 2000),
     changes jsonb not null, confirm boolean not null, made_at timestamptz not null, closes_at timestamptz not null, primary key (org_id, tender_id, version), ${tender})`,
  ...part(
    'amendment',
    'A version of a published tender: what was changed, why, and whether bids must be confirmed.',
    'select, insert',
  ),
  `create table tendering.tender_document (
     org_id uuid not null, tender_id uuid not null, id uuid not null, ${shown}, title text not null check (length(title) between 1 and 200), name text not null check (length(name) between 1 and 200),
     sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'), size bigint not null check (size >= 0), media_type text not null, version integer not null, added_at timestamptz not null,
     primary key (org_id, id), ${tender})`,
  ...part('tender_document', 'A document of a tender, by the hash of its content.', 'select, insert'),
];

const own = [
  `create table tendering.tender_private (
     org_id uuid not null, tender_id uuid not null, internal_note text check (length(internal_note) <= 4000), cost_reference text check (length(cost_reference) <= 100),
     budget numeric check (budget > 0 and ${bounded('budget')}), ship_to_site uuid, source jsonb not null default '{}', created_by uuid,
     primary key (org_id, tender_id), foreign key (org_id, tender_id) references tendering.tender on delete cascade)`,
  ...wall('private', 'tendering.tender_private', 'What a buyer alone knows of his tender.', {
    app: '',
    definer: 'select, insert, update',
  }),
  `create table tendering.line_private (
     org_id uuid not null, line_id uuid not null, target numeric check (target > 0 and ${bounded('target')}), target_basis numeric check (target_basis > 0 and ${bounded('target_basis')}),
     primary key (org_id, line_id), foreign key (org_id, line_id) references tendering.tender_line on delete cascade, check ((target is null) = (target_basis is null)))`,
  ...wall('private', 'tendering.line_private', 'The target price of a line that a buyer keeps to himself.', {
    app: '',
    definer: 'select, insert, update, delete',
  }),
  // `once` names a stage that happens once: the second to write it fails.
  `create table tendering.tender_event (
     org_id uuid not null, tender_id uuid not null, seq integer not null check (seq > 0), kind text not null check (length(kind) between 1 and 40), once text check (length(once) <= 120),
     at timestamptz not null, member_id uuid, detail jsonb not null default '{}', primary key (org_id, tender_id, seq), foreign key (org_id, tender_id) references tendering.tender)`,
  'create unique index tender_event_once on tendering.tender_event (org_id, tender_id, once) where once is not null',
  ...wall('private', 'tendering.tender_event', 'The log of a tender as its buyer reads it; rows are only ever added.', {
    app: '',
    definer: 'select, insert',
  }),
  `create table tendering.evaluation (
     org_id uuid not null, tender_id uuid not null, lot_id uuid not null, n integer not null check (n > 0), round smallint not null, body text not null, digest text collate "C" not null check (digest ~ '^[0-9a-f]{64}$'),
     made_at timestamptz not null, member_id uuid, primary key (org_id, lot_id, n), ${lot})`,
  'create index evaluation_lot on tendering.evaluation (org_id, tender_id, lot_id)',
  ...wall(
    'private',
    'tendering.evaluation',
    'How the bids on a lot were ranked: the text that was shown, and its hash. Rows are only ever added.',
    {
      app: 'insert',
      definer: 'select',
    },
  ),
];

const systems = [
  'create table tendering.follower (tender_org uuid not null, tender_id uuid not null, org_id uuid not null, since timestamptz not null, primary key (tender_org, tender_id, org_id))',
  ...wall(
    'system',
    'tendering.follower',
    'Who is told of the moves of a tender; a buyer must not read here who thinks of bidding.',
  ),
  'create table tendering.clock_beat (at timestamptz not null, primary key (at))',
  ...wall(
    'system',
    'tendering.clock_beat',
    'When the clock of the tenders ran: a deadline that fell while it stood still is not held against anybody.',
    { definer: 'select, insert, delete' },
  ),
];

const granted: [string, string][] = [
  [`(kind, name) in (('BUYER', 'ADMIN'), ('BUYER', 'BUYER'), ('SUPPLIER', 'ADMIN'), ('SUPPLIER', 'SELLER'))`, 'tender:read'],
  [`(kind, name) in (('BUYER', 'ADMIN'), ('BUYER', 'BUYER'))`, 'tender:manage'],
  [`(kind, name) in (('BUYER', 'ADMIN'), ('BUYER', 'BUYER'))`, 'tender:award'],
  [`(kind, name) in (('SUPPLIER', 'ADMIN'), ('SUPPLIER', 'SELLER'))`, 'bid:submit'],
];
const rights = as(
  'entrepot_definer',
  'organizations',
  granted.map(
    ([roles, right]) => `update organizations.default_role set permissions = permissions || array['${right}'] where ${roles}`,
  ),
);
