import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, rewrite, rewriteDefiners, sql, undone, wall } from './support.js';

type Pieces = readonly (readonly [string, string])[];

const drafted: Pieces = [
  ['push_hours = v_new.push_hours,', `push_hours = v_new.push_hours, rule_pack = coalesce(v_new.rule_pack, 'PRIVATE'),`],
];

/** p: ..., standstills: [{ id, lotId, pack, statement, endsAt, plan, awards: [id], notices: [{ supplierId, body }] }] of lots whose decision waits. */
const decided: Pieces = [
  [
    '-- Never more than was asked for, over all awards that stand.',
    `insert into tendering.standstill (org_id, id, tender_id, lot_id, pack, statement, decided_at, ends_at)
       select v_tender.org_id, s.id, v_tender.id, s."lotId", s.pack, s.statement, v_now, s."endsAt"
       from jsonb_to_recordset(coalesce(p -> 'standstills', '[]')) as s (id uuid, "lotId" uuid, pack text, statement text, "endsAt" timestamptz);
     insert into tendering.award_plan (org_id, standstill_id, plan)
       select v_tender.org_id, s.id, s.plan from jsonb_to_recordset(coalesce(p -> 'standstills', '[]')) as s (id uuid, plan jsonb);
     insert into tendering.award_notice (org_id, standstill_id, counterparty_id, tender_id, lot_id, body, sent_at)
       select v_tender.org_id, s.id, n."supplierId", v_tender.id, s."lotId", n.body, v_now
       from jsonb_to_recordset(coalesce(p -> 'standstills', '[]')) as s (id uuid, "lotId" uuid, notices jsonb) cross join lateral jsonb_to_recordset(s.notices) as n ("supplierId" uuid, body jsonb);
     update tendering.award a set standstill_id = s.id from jsonb_to_recordset(coalesce(p -> 'standstills', '[]')) as s (id uuid, awards jsonb)
       where a.org_id = v_tender.org_id and a.id in (select x::uuid from jsonb_array_elements_text(s.awards) x);
     update tendering.lot l set held_at = v_now from jsonb_to_recordset(coalesce(p -> 'standstills', '[]')) as s ("lotId" uuid) where l.org_id = v_tender.org_id and l.id = s."lotId";
     -- Never more than was asked for, over all awards that stand.`,
  ],
  [
    `perform tendering.tell_tender(v_tender, 'AWARDED', '{}');`,
    `perform tendering.tell_tender(v_tender, case when jsonb_array_length(coalesce(p -> 'standstills', '[]')) > 0 then 'AWARD_DECIDED' else 'AWARDED' end, '{}');`,
  ],
];

const cancelled: Pieces = [
  [
    'update tendering.lot l set awarded_at = null where l.org_id = v_award.org_id and l.id = v_award.lot_id;',
    `update tendering.lot l set awarded_at = null where l.org_id = v_award.org_id and l.id = v_award.lot_id;
     perform tendering.end_standstill(v_award.standstill_id);`,
  ],
];

const lot: Pieces = [
  [
    `when p_lot ->> 'awardedAt' is not null then 'AWARDED'`,
    `when p_lot ->> 'awardedAt' is not null then case when p_lot ->> 'heldAt' is null then 'AWARDED' else 'STANDSTILL' end`,
  ],
];
const tender: Pieces = [[`'EVALUATION', 'AWARDED'`, `'EVALUATION', 'STANDSTILL', 'AWARDED'`]];

const changed = { save_tender: drafted, award_lots: decided, cancel_award: cancelled };
const rolled = Object.fromEntries(Object.entries(changed).map(([name, pieces]) => [name, undone(pieces)]));

/** A decision waits before it becomes contracts, and who bid may challenge it meanwhile. */
export class KeepStandstills2026112342001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      `alter table tendering.tender add rule_pack text collate "C" not null default 'PRIVATE' check (rule_pack in ('PRIVATE', 'EU_2014_24', 'EU_2014_25', 'PROZORRO'))`,
      'alter table tendering.lot add held_at timestamptz',
      ...standstills,
      ...notices,
      'alter table tendering.award add standstill_id uuid, add constraint award_standstill foreign key (org_id, standstill_id) references tendering.standstill',
      'create index award_standstill on tendering.award (org_id, standstill_id)',
      'grant update (standstill_id) on tendering.award to entrepot_definer',
    ]);
    await rewrite(runner, 'tendering.lot_status', lot);
    await rewrite(runner, 'tendering.tender_status', tender);
    await rewriteDefiners(runner, 'tendering', changed);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'tendering', rolled);
    await rewrite(runner, 'tendering.tender_status', undone(tender));
    await rewrite(runner, 'tendering.lot_status', undone(lot));
    await sql(runner, [
      'alter table tendering.award drop column standstill_id',
      'drop policy bidder on tendering.standstill',
      'drop policy market on tendering.standstill',
      'drop table tendering.challenge',
      'drop table tendering.award_notice',
      'drop table tendering.award_plan',
      'drop table tendering.standstill',
      'alter table tendering.lot drop column held_at',
      'alter table tendering.tender drop column rule_pack',
    ]);
  }
}

/** Who got a letter about the decision reads how it goes on. */
const told = `(org_id, id) in (select n.org_id, n.standstill_id from tendering.award_notice n where n.counterparty_id = ${ACTING})`;

const standstills = [
  `create table tendering.standstill (
     org_id uuid not null references organizations.organization, id uuid not null, tender_id uuid not null, lot_id uuid not null, pack text collate "C" not null check (length(pack) between 1 and 20),
     statement text not null check (length(statement) between 1 and 4000), decided_at timestamptz not null, ends_at timestamptz not null check (ends_at > decided_at), suspended_at timestamptz,
     concluded_at timestamptz, taken_back_at timestamptz, check (num_nonnulls(suspended_at, concluded_at, taken_back_at) <= 1),
     primary key (org_id, id), foreign key (org_id, tender_id, lot_id) references tendering.lot (org_id, tender_id, id))`,
  'create index standstill_lot on tendering.standstill (org_id, tender_id, lot_id)',
  'create index standstill_due on tendering.standstill (ends_at) where num_nonnulls(suspended_at, concluded_at, taken_back_at) = 0',
  `create table tendering.award_notice (
     org_id uuid not null, standstill_id uuid not null, counterparty_id uuid not null references organizations.organization, tender_id uuid not null, lot_id uuid not null, body jsonb not null, sent_at timestamptz not null,
     primary key (org_id, standstill_id, counterparty_id), foreign key (org_id, standstill_id) references tendering.standstill)`,
  'create index award_notice_tender on tendering.award_notice (org_id, tender_id)',
  'create index award_notice_counterparty on tendering.award_notice (counterparty_id, tender_id)',
  ...wall(
    'two-party',
    'tendering.award_notice',
    'What a buyer (owner) wrote to a bidder (counterparty) about the decision on a lot, and why.',
    {
      app: '',
      definer: 'select, insert',
    },
  ),
  ...wall(
    'market',
    'tendering.standstill',
    'A decision on a lot that waits before it becomes contracts; who bid reads how long.',
    {
      app: '',
      definer: 'select, insert, update (ends_at, suspended_at, concluded_at, taken_back_at)',
      jobs: 'select (org_id, id, ends_at, suspended_at, concluded_at, taken_back_at)',
      visible: `org_id = ${ACTING} or ${told}`,
    },
  ),
  `create policy hand on tendering.standstill to entrepot_definer using (org_id = ${ACTING}) with check (org_id = ${ACTING})`,
  `create policy bidder on tendering.standstill for update to entrepot_definer using (${told}) with check (${told})`,
];

const notices = [
  `create table tendering.award_plan (
     org_id uuid not null, standstill_id uuid not null, plan jsonb not null, failed_at timestamptz, faults jsonb, check ((failed_at is null) = (faults is null)),
     primary key (org_id, standstill_id), foreign key (org_id, standstill_id) references tendering.standstill)`,
  ...wall(
    'private',
    'tendering.award_plan',
    'What a buyer makes of his decision when its standstill is over, and why that failed.',
    {
      app: '',
      definer: 'select, insert, update (failed_at, faults)',
      jobs: 'select (org_id, standstill_id, failed_at)',
    },
  ),
  `create table tendering.challenge (
     org_id uuid not null, id uuid not null, counterparty_id uuid not null references organizations.organization, standstill_id uuid not null, tender_id uuid not null, lot_id uuid not null,
     reason text not null check (length(reason) between 1 and 4000), made_at timestamptz not null, decision text check (decision in ('UPHELD', 'REJECTED', 'LAPSED')),
     answer text check (length(answer) between 1 and 4000), decided_at timestamptz, check (num_nulls(decision, decided_at) <> 1), check (decision not in ('UPHELD', 'REJECTED') or answer is not null),
     primary key (org_id, id), unique (org_id, standstill_id, counterparty_id), foreign key (org_id, standstill_id) references tendering.standstill)`,
  'create index challenge_counterparty on tendering.challenge (counterparty_id, tender_id)',
  'create index challenge_tender on tendering.challenge (org_id, tender_id)',
  ...wall(
    'two-party',
    'tendering.challenge',
    'That a bidder (counterparty) challenges a decision of the buyer (owner), and what became of it.',
    {
      app: '',
      definer: 'select, insert, update (decision, answer, decided_at)',
    },
  ),
  `create policy challenge on tendering.challenge for insert to entrepot_definer with check (counterparty_id = ${ACTING} and (org_id, standstill_id) in
     (select n.org_id, n.standstill_id from tendering.award_notice n where n.counterparty_id = ${ACTING}))`,
];
