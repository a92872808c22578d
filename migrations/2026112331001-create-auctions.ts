import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, bounded, rewriteDefiners, sql, undone, wall } from './support.js';

type Pieces = readonly (readonly [string, string])[];

const ofAuction = 'primary key (org_id, auction_id), foreign key (org_id, auction_id) references tendering.auction (org_id, id)';
/** The buyer, and those who take part; no other bidder of the tender. */
const parties = (id: string): string =>
  `org_id = ${ACTING} or (org_id, ${id}) in (select b.org_id, b.auction_id from tendering.auction_bidder b where b.counterparty_id = ${ACTING})`;
const sealed =
  '(org_id, auction_id) in (select a.org_id, a.id from tendering.auction a where a.sealed_at is not null and a.voided_at is null)';
const digested = `digest text collate "C" not null check (digest ~ '^[0-9a-f]{64}$')`;

const drafted: Pieces = [['agreement_to = v_new.agreement_to,', 'agreement_to = v_new.agreement_to, auction = v_new.auction,']];
/** Bids that are fought over by auction are not asked for in a further round. */
const opened: Pieces = [
  [
    "r.kind = 'BEST_AND_FINAL') then return 'NOT_POSSIBLE'; end if;",
    `r.kind = 'BEST_AND_FINAL')
       or exists (select from tendering.auction a where a.org_id = v_lot.org_id and a.lot_id = v_lot.id and a.voided_at is null) then return 'NOT_POSSIBLE'; end if;`,
  ],
];
/** Nothing is awarded while an auction runs, nor before its result is there. */
const awarded: Pieces = [
  [
    "then return 'NO_SUCH_BID'; end if;",
    `then return 'NO_SUCH_BID'; end if;
     if exists (select from tendering.auction a join jsonb_to_recordset(p -> 'awards') as w ("lotId" uuid) on w."lotId" = a.lot_id where a.org_id = v_tender.org_id and a.voided_at is null
       and not exists (select from tendering.auction_result x where x.org_id = a.org_id and x.auction_id = a.id)) then return 'AUCTION_RUNS'; end if;`,
  ],
];
const changed: Record<string, Pieces> = { save_tender: drafted, open_round: opened, award_lots: awarded };

/** Auctions of lots: what is published, who takes part, the ledger that nobody changes, and the file by which anybody checks it. */
export class CreateAuctions2026112331001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, ['alter table tendering.tender add auction jsonb', ...auctions, ...ledger, ...files]);
    await rewriteDefiners(runner, 'tendering', changed);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(
      runner,
      'tendering',
      Object.fromEntries(Object.entries(changed).map(([name, pieces]) => [name, undone(pieces)])),
    );
    await sql(runner, [
      'drop table tendering.auction_result',
      'drop table tendering.auction_file',
      'drop table tendering.auction_act',
      'drop table tendering.auction_head',
      'drop policy market on tendering.auction',
      'drop table tendering.auction_bidder',
      'drop table tendering.auction',
      'alter table tendering.tender drop column auction',
    ]);
  }
}

const auctions = [
  `create table tendering.auction (
     org_id uuid not null references organizations.organization, id uuid not null, tender_id uuid not null, lot_id uuid not null,
     kind text not null check (kind in ('ENGLISH', 'ROUNDS', 'DUTCH', 'JAPANESE')), terms jsonb not null, started_at timestamptz not null, opens_at timestamptz not null,
     paused_at timestamptz, resumes_at timestamptz, pause_reason text check (length(pause_reason) between 1 and 2000), sealed_at timestamptz,
     voided_at timestamptz, void_reason text check (length(void_reason) between 1 and 2000),
     primary key (org_id, id), foreign key (org_id, tender_id, lot_id) references tendering.lot (org_id, tender_id, id),
     check ((voided_at is null) = (void_reason is null)), check (resumes_at is null or paused_at is not null))`,
  'create index auction_by_id on tendering.auction (id)',
  'create index auction_lot on tendering.auction (org_id, tender_id, lot_id)',
  'create unique index auction_live on tendering.auction (org_id, lot_id) where voided_at is null',
  `create table tendering.auction_bidder (
     org_id uuid not null, auction_id uuid not null, counterparty_id uuid not null references organizations.organization, bid_id uuid not null, label text collate "C" not null check (label ~ '^bidder-[0-9]{1,3}$'),
     coefficient text not null check (length(coefficient) <= 200), addition text not null check (length(addition) <= 60), first_amount numeric check (first_amount > 0 and ${bounded('first_amount')}),
     primary key (org_id, auction_id, counterparty_id), unique (org_id, auction_id, label), foreign key (org_id, auction_id) references tendering.auction (org_id, id))`,
  'create index auction_bidder_counterparty on tendering.auction_bidder (counterparty_id, org_id, auction_id)',
  'create index auction_bidder_supplier on tendering.auction_bidder (org_id, counterparty_id)',
  ...wall(
    'two-party',
    'tendering.auction_bidder',
    'A bidder (counterparty) in an auction of a buyer (owner): his label, under which alone the others meet him, and what was fixed for him before.',
    { app: '', definer: 'select, insert' },
  ),
  ...wall(
    'market',
    'tendering.auction',
    'An auction of a lot among admitted bids: its terms as they were published, and how it was steered.',
    {
      app: '',
      definer: 'select, insert, update',
      visible: parties('id'),
    },
  ),
  `create policy hand on tendering.auction to entrepot_definer using (org_id = ${ACTING}) with check (org_id = ${ACTING})`,
];

const ledger = [
  // Amounts of everybody stand here, and floors of proxy orders: no session reads it but through tendering.read_auction, under labels.
  `create table tendering.auction_head (
     org_id uuid not null, auction_id uuid not null, opening text not null, sequence integer not null default 0 check (sequence >= 0), hash text collate "C" not null check (hash ~ '^[0-9a-f]{64}$'),
     at_us bigint not null default 0, closes jsonb not null, held_us bigint, held_by xid8, beat_us bigint, next_us bigint, ${ofAuction})`,
  'create index auction_head_next on tendering.auction_head (next_us) where next_us is not null',
  ...wall(
    'system',
    'tendering.auction_head',
    'Where an auction stands: its opening text, the end of its ledger, the closes as they are known, and when its clock looks next.',
    {
      definer: 'select, insert, update',
      jobs: 'select (org_id, auction_id, next_us)',
    },
  ),
  `create table tendering.auction_act (
     org_id uuid not null, auction_id uuid not null, sequence integer not null check (sequence > 0), at timestamptz not null, at_us bigint not null, by text not null check (by in ('BIDDER', 'BUYER', 'CLOCK')),
     kind text not null check (kind in ('BID', 'PROXY', 'TAKE_BACK', 'ACCEPT', 'STAY', 'VOID_BID', 'PAUSE', 'RESUME', 'RESCHEDULE', 'VOID', 'SEAL', 'AWARD')), label text collate "C", amount numeric check (${bounded('amount')}),
     value text check (length(value) <= 400), act text not null, hash text collate "C" not null check (hash ~ '^[0-9a-f]{64}$'), member_id uuid,
     primary key (org_id, auction_id, sequence), foreign key (org_id, auction_id) references tendering.auction (org_id, id), check ((by = 'BIDDER') = (label is not null)))`,
  ...wall(
    'system',
    'tendering.auction_act',
    'The ledger of an auction: what was entered when by the clock of the database, under the label of the bidder, chained by hash. Rows are only ever added.',
    {
      definer: 'select, insert',
    },
  ),
];

const files = [
  `create table tendering.auction_file (org_id uuid not null, auction_id uuid not null, body text not null, ${digested}, published_at timestamptz not null default clock_timestamp(), ${ofAuction})`,
  ...wall(
    'market',
    'tendering.auction_file',
    'The terms and the whole ledger of a sealed auction under labels, published to those who took part before its result. Rows are only ever added.',
    {
      app: 'insert (org_id, auction_id, body, digest)',
      visible: parties('auction_id'),
      guard: sealed,
    },
  ),
  // The file comes first: the foreign key says so.
  `create table tendering.auction_result (org_id uuid not null, auction_id uuid not null, body text not null, ${digested}, made_at timestamptz not null default clock_timestamp(),
     primary key (org_id, auction_id), foreign key (org_id, auction_id) references tendering.auction_file (org_id, auction_id))`,
  ...wall(
    'market',
    'tendering.auction_result',
    'How an auction came out, replayed from its published file. Rows are only ever added.',
    {
      app: 'insert (org_id, auction_id, body, digest)',
      visible: parties('auction_id'),
      guard: sealed,
    },
  ),
];
