import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, bounded, sql, wall } from './support.js';

/**
 * The buyer reads a bid when its round says so and not a microsecond before, whatever asks: an open one from its arrival, a timed one when the
 * round was closed by the clock, a sealed one when it was opened. The bidder always reads his own; no other supplier ever reads it.
 */
const readable = `org_id = ${ACTING} or counterparty_id = ${ACTING} and (counterparty_id, lot_id, round) in
  (select r.org_id, r.lot_id, r.round from tendering.lot_round r where r.org_id = ${ACTING} and r.bids_from <= clock_timestamp() and (r.confidentiality = 'OPEN' or r.closes_at <= clock_timestamp()))`;
/** A foreign key checks past every policy: the definer's hand writes only for lots that its bidder sees. */
const own = `org_id = ${ACTING} and (counterparty_id, lot_id) in (select l.org_id, l.id from tendering.lot l)`;
const ofBid = `bid_id uuid not null, counterparty_id uuid not null, tender_id uuid not null, lot_id uuid not null, round smallint not null`;
const bid =
  'foreign key (org_id, bid_id, counterparty_id, tender_id, lot_id, round) references tendering.bid (org_id, id, counterparty_id, tender_id, lot_id, round)';
const envelope = `envelope text not null default 'WHOLE' check (envelope in ('WHOLE', 'QUALIFICATION', 'TECHNICAL', 'COMMERCIAL'))`;
/** In clear, or encrypted by the bidder to the tender's key. */
const content = `body text, sealed bytea, digest text collate "C" not null check (digest ~ '^[0-9a-f]{64}$'), check ((body is null) <> (sealed is null))`;

function bidTable(table: string, sentence: string, definer: string, visible = readable): string[] {
  return [
    `create index ${table}_read on tendering.${table} (counterparty_id, lot_id, round)`,
    ...wall('market', `tendering.${table}`, sentence, { app: '', definer, visible }),
    `create policy hand on tendering.${table} to entrepot_definer using (org_id = ${ACTING}) with check (${own})`,
  ];
}

/** Bids with their ledger and receipts, and what was awarded. */
export class CreateBids2026112240102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [...bids, ...awards]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'drop table tendering.award_line',
      'drop table tendering.award',
      'drop table tendering.bid_draft',
      'drop table tendering.bid_receipt',
      'drop table tendering.bid_version',
      'drop table tendering.bid_content',
      'drop table tendering.bid',
      'drop table tendering.arrival',
    ]);
  }
}

const bids = [
  // The order of arrival at a lot, which parts bids of the same microsecond; nobody reads from it how many others there are.
  'create table tendering.arrival (tender_org uuid not null, lot_id uuid not null, last bigint not null check (last > 0), primary key (tender_org, lot_id))',
  ...wall('system', 'tendering.arrival', 'How many bids have arrived at a lot; counted under its lock.'),
  `create table tendering.bid (
     org_id uuid not null references organizations.organization, id uuid not null, counterparty_id uuid not null, tender_id uuid not null, lot_id uuid not null, round smallint not null check (round > 0),
     seq integer not null check (seq > 0), tender_version integer not null check (tender_version > 0), digest text collate "C" not null check (digest ~ '^[0-9a-f]{64}$'), sequence bigint not null,
     first_at timestamptz not null, accepted_at timestamptz not null, withdrawn_at timestamptz,
     primary key (org_id, id), unique (org_id, lot_id, round), unique (org_id, id, counterparty_id, tender_id, lot_id, round), check (org_id <> counterparty_id),
     foreign key (counterparty_id, lot_id) references tendering.lot (org_id, id))`,
  'create index bid_lot on tendering.bid (org_id, counterparty_id, lot_id)',
  'create index bid_tender on tendering.bid (org_id, tender_id)',
  ...bidTable(
    'bid',
    'The bid of a supplier (owner) on a lot in one round, as it stands: its last version that was accepted, and when.',
    'select, insert, update',
    `org_id = ${ACTING} or withdrawn_at is null and (${readable})`,
  ),
  `create table tendering.bid_content (
     org_id uuid not null, ${ofBid}, ${envelope}, ${content}, primary key (org_id, bid_id, envelope), ${bid})`,
  'create index bid_content_bid on tendering.bid_content (org_id, bid_id, counterparty_id, tender_id, lot_id, round)',
  ...bidTable(
    'bid_content',
    'What a bid says now, one row for each envelope, with the hash that its receipt names.',
    'select, insert, update, delete',
  ),
  // The ledger: rows are only ever added.
  `create table tendering.bid_version (
     org_id uuid not null, ${ofBid}, seq integer not null check (seq > 0), ${envelope}, kind text not null check (kind in ('SUBMITTED', 'CONFIRMED', 'WITHDRAWN')),
     tender_version integer not null, ${content}, accepted_at timestamptz not null, member_id uuid, primary key (org_id, bid_id, seq, envelope), ${bid})`,
  'create index bid_version_bid on tendering.bid_version (org_id, bid_id, counterparty_id, tender_id, lot_id, round)',
  ...wall(
    'private',
    'tendering.bid_version',
    'Every version of a bid as its bidder submitted, confirmed or withdrew it; the buyer reads none but the last.',
    {
      app: '',
      definer: 'select, insert',
    },
  ),
  `create table tendering.bid_receipt (
     org_id uuid not null, ${ofBid}, seq integer not null check (seq > 0), kind text not null check (kind in ('SUBMITTED', 'CONFIRMED', 'WITHDRAWN')),
     digest text collate "C" not null check (digest ~ '^[0-9a-f]{64}$'), accepted_at timestamptz not null, sequence bigint not null, primary key (org_id, bid_id, seq), ${bid})`,
  'create index bid_receipt_bid on tendering.bid_receipt (org_id, bid_id, counterparty_id, tender_id, lot_id, round)',
  ...bidTable(
    'bid_receipt',
    'What was accepted when, by hash: the bidder has it at once, the buyer with the bids. Rows are only ever added.',
    'select, insert',
  ),
  `create table tendering.bid_draft (
     org_id uuid not null references organizations.organization, lot_id uuid not null, round smallint not null, tender_org uuid not null, tender_id uuid not null, body jsonb not null,
     edits integer not null default 1, saved_at timestamptz not null, primary key (org_id, lot_id, round))`,
  'create index bid_draft_tender on tendering.bid_draft (org_id, tender_id)',
  ...wall('private', 'tendering.bid_draft', 'What a bidder has not submitted yet.', {
    app: 'insert, update (body, edits, saved_at), delete',
    definer: 'select, delete',
  }),
];

const awards = [
  `create table tendering.award (
     org_id uuid not null references organizations.organization, id uuid not null, counterparty_id uuid not null references organizations.organization, tender_id uuid not null, lot_id uuid not null,
     bid_id uuid not null, round smallint not null, rank smallint check (rank > 0), reason text check (length(reason) between 1 and 2000), currency text collate "C" not null check (currency ~ '^[A-Z]{3}$'),
     digest text collate "C" not null, makes text not null check (makes in ('ORDERS', 'AGREEMENTS', 'NOTHING')), order_id uuid, agreement_id uuid, awarded_at timestamptz not null,
     cancelled_at timestamptz, cancel_reason text check (length(cancel_reason) between 1 and 2000), check ((cancelled_at is null) = (cancel_reason is null)),
     primary key (org_id, id), unique (org_id, id, counterparty_id), foreign key (org_id, tender_id, lot_id) references tendering.lot (org_id, tender_id, id))`,
  'create unique index award_once on tendering.award (org_id, lot_id, bid_id) where cancelled_at is null',
  'create index award_lot on tendering.award (org_id, tender_id, lot_id)',
  'create index award_counterparty on tendering.award (counterparty_id, tender_id)',
  'create index award_supplier on tendering.award (org_id, counterparty_id)',
  ...wall(
    'two-party',
    'tendering.award',
    'What a buyer (owner) has awarded to a bidder (counterparty), and what came of it; a cancelled one stays.',
    {
      app: '',
      definer: 'select, insert, update (order_id, agreement_id, cancelled_at, cancel_reason)',
    },
  ),
  `create table tendering.award_line (
     org_id uuid not null, award_id uuid not null, line_id uuid not null, counterparty_id uuid not null, quantity numeric not null check (quantity > 0 and ${bounded('quantity')}),
     unit text collate "C" not null, price numeric not null check (price >= 0 and ${bounded('price')}), basis numeric not null check (basis > 0 and ${bounded('basis')}), price_unit text collate "C" not null,
     factor_num numeric not null check (factor_num > 0), factor_den numeric not null check (factor_den > 0), currency text collate "C" not null, lead_days integer, offer_id uuid, alternate text check (length(alternate) <= 300),
     breaks jsonb not null default '[]',
     primary key (org_id, award_id, line_id), foreign key (org_id, award_id, counterparty_id) references tendering.award (org_id, id, counterparty_id),
     foreign key (org_id, line_id) references tendering.tender_line)`,
  'create index award_line_award on tendering.award_line (org_id, award_id, counterparty_id)',
  'create index award_line_line on tendering.award_line (org_id, line_id)',
  'create index award_line_counterparty on tendering.award_line (counterparty_id, award_id)',
  ...wall('two-party', 'tendering.award_line', 'How much of a line is awarded at which price, as the bid had it.', {
    app: '',
    definer: 'select, insert',
  }),
];
