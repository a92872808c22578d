import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, rewriteDefiners, sql, undone, wall } from './support.js';

type Pieces = readonly (readonly [string, string])[];

const drafted: Pieces = [
  [
    'shares = v_new.shares, bids_min = v_new.bids_min,',
    'shares = v_new.shares, bids_min = v_new.bids_min, agreement_from = v_new.agreement_from, agreement_to = v_new.agreement_to,',
  ],
];

const awarded: Pieces = [
  [
    'insert into tendering.award (org_id, id, counterparty_id, tender_id, lot_id, bid_id, round, rank, reason, currency, digest, makes, awarded_at)',
    'insert into tendering.award (org_id, id, counterparty_id, tender_id, lot_id, bid_id, round, currency, digest, makes, awarded_at)',
  ],
  [
    `a."lotId", a."bidId", l.round, a.rank, a.reason, a.currency, a.digest, a.makes, v_now
       from jsonb_to_recordset(p -> 'awards') as a (id uuid, "lotId" uuid, "bidId" uuid, "supplierId" uuid, rank smallint, reason text, currency text, digest text, makes text)
       join tendering.lot l on l.org_id = v_tender.org_id and l.id = a."lotId";`,
    `a."lotId", a."bidId", b.round, a.currency, a.digest, a.makes, v_now
       from jsonb_to_recordset(p -> 'awards') as a (id uuid, "lotId" uuid, "bidId" uuid, "supplierId" uuid, currency text, digest text, makes text)
       join tendering.bid b on b.org_id = a."supplierId" and b.id = a."bidId";
     insert into tendering.award_note (org_id, award_id, tender_id, rank, reason)
       select v_tender.org_id, a.id, v_tender.id, a.rank, a.reason from jsonb_to_recordset(p -> 'awards') as a (id uuid, rank smallint, reason text);`,
  ],
];

const signed: Pieces = [
  [
    `'validTo', p ->> 'validTo',
       'award'`,
    `'validTo', p ->> 'validTo',
       'paymentTerms', p ->> 'paymentTerms', 'incoterm', p ->> 'incoterm', 'edition', p ->> 'edition', 'place', p ->> 'place', 'award'`,
  ],
];

const agreed: Pieces = [
  [
    'insert into supply.agreement (org_id, id, counterparty_id, number, currency, valid_from, valid_to, signed_by)',
    'insert into supply.agreement (org_id, id, counterparty_id, number, currency, valid_from, valid_to, payment_terms, incoterm, incoterm_edition, incoterm_place, signed_by)',
  ],
  [
    `(p ->> 'validTo')::date, jsonb_build_object('kind', 'award'`,
    `(p ->> 'validTo')::date, p ->> 'paymentTerms', case when v_named then p ->> 'incoterm' end, case when v_named then (p ->> 'edition')::smallint end, case when v_named then p ->> 'place' end, jsonb_build_object('kind', 'award'`,
  ],
  [
    `v_supplier uuid := (p ->> 'supplierId')::uuid;`,
    `v_supplier uuid := (p ->> 'supplierId')::uuid;
     -- An agreement names a term of delivery whole or not at all.
     v_named boolean := num_nulls(p ->> 'incoterm', p ->> 'edition', p ->> 'place') = 0;`,
  ],
  [
    `return 'SIGNED';`,
    `-- As supply's own openAgreed: an agreed price of an offer that its buyer cannot see would be worth nothing.
     insert into supply.audience_member (org_id, audience, counterparty_id, agreement_id, until)
       select distinct v_supplier, o.audience, ${ACTING}, (p ->> 'id')::uuid, (p ->> 'validTo')::date
       from jsonb_to_recordset(p -> 'items') as i ("offerId" uuid) join supply.offer o on o.org_id = v_supplier and o.id = i."offerId"
       where o.audience is not null and (p ->> 'validTo')::date >= (transaction_timestamp() at time zone 'UTC')::date on conflict do nothing;
     return 'SIGNED';`,
  ],
];

const changed = { save_tender: drafted, award_lots: awarded, sign_award: signed };
const rolled = Object.fromEntries(Object.entries(changed).map(([name, pieces]) => [name, undone(pieces)]));

/**
 * What an award binds to is published: the days of an agreement. Why it went to whom is the buyer's own, and so are the points that his members give.
 */
export class PublishAgreements2026112322001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      `alter table tendering.tender add agreement_from date, add agreement_to date,
         add constraint tender_agreement_check check (num_nulls(agreement_from, agreement_to) <> 1 and agreement_from <= agreement_to)`,
      ...notes,
      ...committee,
      // A bidder gets more of a lot later, and one order for each place of delivery.
      // Lists by deadline.
      `create index tender_own_closes on tendering.tender (org_id, coalesce(closes_at, 'infinity'::timestamptz), id)`,
      `create index tender_open_closes on tendering.tender (coalesce(closes_at, 'infinity'::timestamptz), id) where shown = 'OPEN'`,
      'drop index tendering.award_once',
      'alter table tendering.award drop column rank, drop column reason',
      `create policy awarded_insert on supply.audience_member for insert to entrepot_definer with check (counterparty_id = ${ACTING})`,
      'grant insert on supply.audience_member to entrepot_definer',
    ]);
    await rewriteDefiners(runner, 'tendering', changed);
    await rewriteDefiners(runner, 'supply', { sign_awarded: agreed });
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'supply', { sign_awarded: undone(agreed) });
    await rewriteDefiners(runner, 'tendering', rolled);
    await sql(runner, [
      'drop index tendering.tender_open_closes, tendering.tender_own_closes',
      'revoke insert on supply.audience_member from entrepot_definer',
      'drop policy awarded_insert on supply.audience_member',
      'alter table tendering.award add rank smallint check (rank > 0), add reason text check (length(reason) between 1 and 2000)',
      'create unique index award_once on tendering.award (org_id, lot_id, bid_id) where cancelled_at is null',
      'drop table tendering.bid_score',
      'drop table tendering.interest',
      'drop table tendering.award_note',
      'alter table tendering.tender drop column agreement_from, drop column agreement_to',
    ]);
  }
}

const notes = [
  `create table tendering.award_note (
     org_id uuid not null, award_id uuid not null, tender_id uuid not null, rank smallint check (rank > 0), reason text check (length(reason) between 1 and 2000),
     primary key (org_id, award_id), foreign key (org_id, award_id) references tendering.award)`,
  'create index award_note_tender on tendering.award_note (org_id, tender_id)',
  ...wall('private', 'tendering.award_note', 'Why a bidder got an award, and which rank his bid had: for the buyer alone.', {
    app: '',
    definer: 'select, insert',
  }),
];

const committee = [
  `create table tendering.interest (
     org_id uuid not null, tender_id uuid not null, member_id uuid not null, has_conflict boolean not null, note text check (length(note) between 1 and 1000), declared_at timestamptz not null,
     primary key (org_id, tender_id, member_id), foreign key (org_id, tender_id) references tendering.tender)`,
  ...wall('private', 'tendering.interest', 'What a member of the buyer says of his interests before he scores bids.', {
    app: 'insert, update (has_conflict, note, declared_at)',
  }),
  `create table tendering.bid_score (
     org_id uuid not null, tender_id uuid not null, lot_id uuid not null, bid_id uuid not null, criterion_id text collate "C" not null check (length(criterion_id) <= 40), member_id uuid not null,
     score numeric check (score >= 0), passed boolean, note text check (length(note) between 1 and 1000), given_at timestamptz not null, check (num_nonnulls(score, passed) = 1),
     primary key (org_id, bid_id, criterion_id, member_id), foreign key (org_id, tender_id, lot_id) references tendering.lot (org_id, tender_id, id))`,
  'create index bid_score_tender on tendering.bid_score (org_id, tender_id, lot_id)',
  ...wall('private', 'tendering.bid_score', 'Points of a member of the buyer for a bid in a criterion, or whether it passes.', {
    app: 'insert, update (score, passed, note, given_at)',
  }),
];
