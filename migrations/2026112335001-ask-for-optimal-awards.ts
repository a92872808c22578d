import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql, wall } from './support.js';

/** How a tender is best handed out: what a buyer asked, and what the solver answered. */
export class AskForOptimalAwards2026112335001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      `create table tendering.award_scenario (
         org_id uuid not null, id uuid not null, tender_id uuid not null, name text not null check (length(name) between 1 and 100), ask jsonb not null, asks integer not null default 1,
         status text not null default 'ASKED' check (status in ('ASKED', 'SOLVED', 'FAILED')), asked_by uuid, asked_at timestamptz not null, solved_at timestamptz, tender_edits integer, report jsonb,
         check ((status = 'SOLVED') = (report is not null)), check ((status = 'ASKED') = (solved_at is null)),
         primary key (org_id, id), foreign key (org_id, tender_id) references tendering.tender)`,
      'create index award_scenario_tender on tendering.award_scenario (org_id, tender_id, id)',
      ...wall(
        'private',
        'tendering.award_scenario',
        'How a buyer might hand out a tender under his rules, and the best that was found.',
        {
          app: 'insert, update (name, ask, asks, status, asked_by, asked_at, solved_at, tender_edits, report), delete',
        },
      ),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, ['drop table tendering.award_scenario']);
  }
}
