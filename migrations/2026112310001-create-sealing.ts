import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, sql, wall } from './support.js';

const tender =
  'foreign key (org_id, tender_id, shown) references tendering.tender (org_id, id, shown) on update cascade on delete cascade';
const lot = 'foreign key (org_id, tender_id, lot_id) references tendering.lot (org_id, tender_id, id) on delete cascade';
const shown = `shown text not null check (shown in ('DRAFT', 'INVITED', 'OPEN'))`;
const seen = `org_id = ${ACTING} or shown = 'OPEN' or shown = 'INVITED' and (org_id, tender_id) in (select i.org_id, i.tender_id from tendering.invitation i where i.counterparty_id = ${ACTING})`;
const point = (name: string): string => `${name} text collate "C" not null check (${name} ~ '^[A-Za-z0-9_-]{87}$')`;
const envelope = `envelope text not null check (envelope in ('WHOLE', 'QUALIFICATION', 'TECHNICAL', 'COMMERCIAL'))`;
const sealed = 'sealed text not null check (length(sealed) between 1 and 1000)';

/** What hangs on a tender and is seen by whoever sees the tender. */
const part = (table: string, sentence: string, definer: string): string[] => [
  `create index ${table}_shown on tendering.${table} (org_id, tender_id, shown)`,
  ...wall('market', `tendering.${table}`, sentence, { app: '', definer, visible: seen }),
  `create policy hand on tendering.${table} to entrepot_definer using (org_id = ${ACTING}) with check (org_id = ${ACTING})`,
];

/** As the bids were made readable; and the sealed bytes of an envelope from the moment in which the hub gave its part of the key. */
const readable = `org_id = ${ACTING} or counterparty_id = ${ACTING} and (counterparty_id, lot_id, round) in
  (select r.org_id, r.lot_id, r.round from tendering.lot_round r where r.org_id = ${ACTING} and r.bids_from <= clock_timestamp() and (r.confidentiality = 'OPEN' or r.closes_at <= clock_timestamp()))`;
const released = `counterparty_id = ${ACTING} and (counterparty_id, lot_id, round, envelope) in (select h.org_id, h.lot_id, h.round, h.envelope from tendering.half_release h where h.org_id = ${ACTING})`;
/** Who has bid is seen from the first release on. */
const begun = `counterparty_id = ${ACTING} and (counterparty_id, lot_id, round) in (select h.org_id, h.lot_id, h.round from tendering.half_release h where h.org_id = ${ACTING})`;
const policies = (bid: string, visible: string): string[] => [
  'drop policy market on tendering.bid',
  `create policy market on tendering.bid for select to entrepot_app, entrepot_definer using (${ACTING} is not null and (org_id = ${ACTING} or withdrawn_at is null and (${bid})))`,
  'drop policy market on tendering.bid_content',
  `create policy market on tendering.bid_content for select to entrepot_app, entrepot_definer using (${ACTING} is not null and (${visible}))`,
];

const granted = `(kind, name) in (('BUYER', 'ADMIN'), ('BUYER', 'BUYER'))`;

/** Sealed bids: keys in two halves, shares of the officers, what was handed in, what the hub gave when, and what came out of each envelope. */
export class CreateSealing2026112310001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...keys,
      ...arrangements,
      ...halves,
      ...sessions,
      ...releases,
      ...openings,
      ...signing,
      ...policies(`(${readable}) or (${begun})`, `(${readable}) or (${released})`),
      ...as('entrepot_definer', 'organizations', [
        `update organizations.default_role set permissions = permissions || array['tender:open'] where ${granted}`,
      ]),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...policies(readable, readable),
      ...[
        'receipt_key',
        'envelope_opening',
        'half_part',
        'half_release',
        'handed_share',
        'opening_session',
        'hub_secret',
        'hub_half',
        'held_share',
        'sealing',
        'officer_key',
      ].map((table) => `drop table tendering.${table}`),
      ...as('entrepot_definer', 'organizations', [
        `update organizations.default_role set permissions = array_remove(permissions, 'tender:open') where 'tender:open' = any (permissions)`,
      ]),
    ]);
  }
}

const keys = [
  `create table tendering.officer_key (
     org_id uuid not null references organizations.organization, id uuid not null, member_id uuid, name text not null check (length(name) between 1 and 120), ${point('public_key')},
     registered_at timestamptz not null, revoked_at timestamptz, primary key (org_id, id), unique (org_id, public_key))`,
  ...wall(
    'private',
    'tendering.officer_key',
    'The public key of an officer who opens bids, or, without a member, of the party that keeps the recovery share off-line. Private keys never come here.',
    { app: 'insert, update (revoked_at)', definer: 'select' },
  ),
];

const arrangements = [
  `create table tendering.sealing (
     org_id uuid not null, tender_id uuid not null, ${shown}, ${point('officers_key')}, threshold smallint not null check (threshold >= 2), envelopes text[] not null check (cardinality(envelopes) between 1 and 3),
     rehearsal text not null check (length(rehearsal) between 1 and 20000), arranged_at timestamptz not null, arranged_by uuid, rehearsed_at timestamptz, primary key (org_id, tender_id), ${tender})`,
  ...part(
    'sealing',
    "How bids of a tender are sealed: the officers' half of its key, how many of them open it, which envelopes a bid has.",
    'select, insert, update, delete',
  ),
  `create table tendering.held_share (
     org_id uuid not null, tender_id uuid not null, key_id uuid not null, role text not null check (role in ('OFFICER', 'DEPUTY', 'RECOVERY')), position smallint not null check (position between 1 and 255), ${sealed},
     primary key (org_id, tender_id, key_id), foreign key (org_id, tender_id) references tendering.sealing on delete cascade, foreign key (org_id, key_id) references tendering.officer_key)`,
  'create index held_share_key on tendering.held_share (org_id, key_id)',
  ...wall('private', 'tendering.held_share', "A share of the officers' half of a tender's key, sealed to its holder's own key.", {
    app: '',
    definer: 'select, insert, delete',
  }),
];

const halves = [
  `create table tendering.hub_half (
     org_id uuid not null, tender_id uuid not null, lot_id uuid not null, round smallint not null, ${shown}, ${point('public_key')}, made_at timestamptz not null,
     primary key (org_id, lot_id, round), foreign key (org_id, lot_id, round) references tendering.lot_round on delete cascade, ${tender}, ${lot})`,
  'create index hub_half_lot on tendering.hub_half (org_id, tender_id, lot_id)',
  ...part(
    'hub_half',
    "The hub's half of the key of one round of a lot: bids are sealed to it and to the officers' half at once.",
    'select, insert',
  ),
  // armed_for: the deadline that is sealed with the private half, under a key that is not in the database.
  `create table tendering.hub_secret (
     org_id uuid not null, lot_id uuid not null, round smallint not null, sealed text check (length(sealed) between 1 and 1000), armed_for timestamptz not null, spent_at timestamptz,
     primary key (org_id, lot_id, round), check ((sealed is null) = (spent_at is not null)), foreign key (org_id, lot_id, round) references tendering.hub_half on delete cascade)`,
  ...wall(
    'system',
    'tendering.hub_secret',
    "The hub's private half, sealed with its deadline; destroyed when the last envelope of the round was released.",
    { definer: 'select, insert, update', jobs: 'select (org_id, lot_id, round, armed_for, spent_at)' },
  ),
];

const sessions = [
  `create table tendering.opening_session (
     org_id uuid not null, id uuid not null, tender_id uuid not null, kind text not null check (kind in ('REHEARSAL', 'OPENING')), ${point('public_key')}, opened_at timestamptz not null, member_id uuid,
     primary key (org_id, id), foreign key (org_id, tender_id) references tendering.sealing on delete cascade)`,
  'create index opening_session_tender on tendering.opening_session (org_id, tender_id)',
  ...wall(
    'private',
    'tendering.opening_session',
    'A session for which holders hand in their shares, sealed to a key that only the client of its opener has.',
    {
      app: '',
      definer: 'select, insert',
    },
  ),
  `create table tendering.handed_share (
     org_id uuid not null, session_id uuid not null, key_id uuid not null, position smallint not null, ${sealed}, handed_at timestamptz not null, member_id uuid,
     primary key (org_id, session_id, key_id), foreign key (org_id, session_id) references tendering.opening_session on delete cascade, foreign key (org_id, key_id) references tendering.officer_key)`,
  'create index handed_share_key on tendering.handed_share (org_id, key_id)',
  ...wall('private', 'tendering.handed_share', 'A share that its holder handed in, sealed to the key of the session.', {
    app: '',
    definer: 'select, insert, update (sealed, handed_at, member_id)',
  }),
];

const releases = [
  `create table tendering.half_release (
     org_id uuid not null, tender_id uuid not null, lot_id uuid not null, round smallint not null, ${envelope}, released_at timestamptz not null, member_id uuid, primary key (org_id, lot_id, round, envelope), ${lot})`,
  'create index half_release_lot on tendering.half_release (org_id, tender_id, lot_id)',
  ...wall(
    'private',
    'tendering.half_release',
    'That the hub gave its part of the keys of one kind of envelopes of a round: once, and at or after the deadline.',
    { app: '', definer: 'select, insert' },
  ),
  `create table tendering.half_part (
     org_id uuid not null, lot_id uuid not null, round smallint not null, ${envelope}, bid_id uuid not null, part text collate "C" not null check (part ~ '^[A-Za-z0-9_-]{43}$'),
     primary key (org_id, lot_id, round, envelope, bid_id), foreign key (org_id, lot_id, round, envelope) references tendering.half_release on delete cascade)`,
  ...wall(
    'private',
    'tendering.half_part',
    "The hub's part of the key of one envelope; without the officers' part it opens nothing. A bid that failed before has none.",
    { app: '', definer: 'select, insert' },
  ),
];

const openings = [
  `create table tendering.envelope_opening (
     org_id uuid not null references organizations.organization, bid_id uuid not null, ${envelope}, counterparty_id uuid not null references organizations.organization, tender_id uuid not null, lot_id uuid not null, round smallint not null,
     outcome text not null check (outcome in ('OPENED', 'UNOPENABLE')), reason text check (length(reason) between 1 and 60), content_key text check (content_key ~ '^[A-Za-z0-9_-]{43}$'), body text, opened_at timestamptz not null, member_id uuid,
     verdict text check (verdict in ('PASSED', 'FAILED')), verdict_reason text check (length(verdict_reason) between 1 and 2000), judged_at timestamptz,
     primary key (org_id, bid_id, envelope), check ((outcome = 'OPENED') = (body is not null)), check ((outcome = 'OPENED') = (content_key is not null)), check ((outcome = 'UNOPENABLE') = (reason is not null)),
     check ((verdict is null) = (judged_at is null)), check (verdict is null or outcome = 'OPENED'), check (verdict is distinct from 'FAILED' or verdict_reason is not null), ${lot})`,
  'create index envelope_opening_lot on tendering.envelope_opening (org_id, tender_id, lot_id)',
  'create index envelope_opening_bidder on tendering.envelope_opening (counterparty_id, tender_id)',
  'create index envelope_opening_supplier on tendering.envelope_opening (org_id, counterparty_id)',
  ...wall(
    'two-party',
    'tendering.envelope_opening',
    'What came out of an envelope, proven to be what was sealed, or why nothing did; and whether it passed. Its bidder (counterparty) reads it too.',
    { app: '', definer: 'select, insert, update' },
  ),
  `create policy rebut_update on tendering.envelope_opening for update to entrepot_definer using (counterparty_id = ${ACTING}) with check (counterparty_id = ${ACTING})`,
];

const signing = [
  `create table tendering.receipt_key (one boolean not null primary key check (one), ${point('public_key')}, ${sealed}, made_at timestamptz not null)`,
  ...wall(
    'system',
    'tendering.receipt_key',
    'The key with which the hub signs receipts; its private half is sealed under a key that is not in the database.',
    {
      definer: 'select, insert',
    },
  ),
];
