import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, rewriteDefiners, sql, undone, wall } from './support.js';

const held = "v_event = 'BILL' and v_row.status = 'SHIPPED' and v_row.late_since is null";
// What was agreed runs its time: by hand a core is billed only where no day was agreed, or where that day has passed while it was on its way.
const untilAgreed = `v_event = 'BILL' and (v_row.status = 'SHIPPED' and v_row.late_since is null or exists (select from procurement.rotable_clock c
         where c.org_id = p_buyer and c.rotable_id = p_id and c.mark = 'BILL' and c.fired_at is null and c.settled_at is null))`;
const lateness = "late_since = case v_event when 'EXTEND' then null else r.late_since end";
// A repair is late by the clock that runs: what ends that clock ends it, and the log keeps that it was.
const ownLateness =
  "late_since = case when v_event = 'EXTEND' or r.kind = 'REPAIR' and p_step ? 'settle' then null else r.late_since end";
const unbounded = 'for n in 1 .. floor(v_line.live)::integer - v_line.cores loop';
// changeOrder refuses more; nothing that gets past it makes a hundred thousand cores in one statement.
const bounded = 'for n in 1 .. least(floor(v_line.live), 100)::integer - v_line.cores loop';

const moving: readonly (readonly [string, string])[] = [
  [held, untilAgreed],
  [lateness, ownLateness],
];
const fitting: readonly (readonly [string, string])[] = [[unbounded, bounded]];

const member = (standing: string): string =>
  `${ACTING} is not null and (not row ? 'audience' or (org_id, (row ->> 'audience')::uuid) in (select m.org_id, m.audience from supply.audience_member m where m.counterparty_id = ${ACTING}${standing}))`;
const today = " and (m.until is null or m.until >= (transaction_timestamp() at time zone 'UTC')::date)";

/** Terms of exchange and repair that were removed keep their count; cores are billed when agreed; a membership that ended shows no earlier price. */
export class MendRotables2026112260001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      `create table supply.unit_terms_past (
         org_id uuid not null, offer_id uuid not null, kind text not null check (kind in ('EXCHANGE', 'REPAIR')), version integer not null check (version > 0),
         primary key (org_id, offer_id, kind), foreign key (org_id, offer_id) references supply.offer)`,
      wall(
        'private',
        'supply.unit_terms_past',
        'The last version of terms that were removed: those that come after count on, so that nobody has seen them before.',
        {
          app: 'insert, update (version)',
        },
      ),
      `alter policy definer on supply.offer_history using (${member(today)})`,
      // When a catalogue was published, for who sees an offer in it.
      `alter policy definer on supply.publication using (${ACTING} is not null and exists (select from supply.offer o where o.org_id = publication.org_id and o.catalogue_id = publication.catalogue_id))`,
    ]);
    await rewriteDefiners(runner, 'procurement', { move_rotable: moving, fit_cores: fitting });
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'procurement', { move_rotable: undone(moving), fit_cores: undone(fitting) });
    await sql(runner, [
      `alter policy definer on supply.publication using (${ACTING} is not null)`,
      `alter policy definer on supply.offer_history using (${member('')})`,
      'drop table supply.unit_terms_past',
    ]);
  }
}
