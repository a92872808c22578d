import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteDefiners, sql, undone } from './support.js';

type Pieces = readonly (readonly [string, string])[];

/** A letter to each who was written to about a decision: who never bid has heard nothing of it. */
const toNoticed = (kind: string, where: string): string =>
  `perform platform.add_job_for(n.counterparty_id, 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', v_tender.id, 'kind', '${kind}', 'detail', '{}'::jsonb))
         from (select distinct x.counterparty_id from tendering.award_notice x where x.org_id = v_tender.org_id and ${where}) n;`;

const decided: Pieces = [
  [
    `perform tendering.tell_tender(v_tender, case when jsonb_array_length(coalesce(p -> 'standstills', '[]')) > 0 then 'AWARD_DECIDED' else 'AWARDED' end, '{}');`,
    `${toNoticed('AWARD_DECIDED', `x.standstill_id in (select s.id from jsonb_to_recordset(coalesce(p -> 'standstills', '[]')) as s (id uuid))`)}
     -- What does not wait is told to all, as ever.
     if exists (select from (select a ->> 'lotId' as lot from jsonb_array_elements(p -> 'awards') a union select jsonb_array_elements_text(p -> 'settled') union select jsonb_array_elements_text(p -> 'unsuccessful')) w
       where w.lot not in (select s ->> 'lotId' from jsonb_array_elements(coalesce(p -> 'standstills', '[]')) s)) then
       perform tendering.tell_tender(v_tender, 'AWARDED', '{}');
     end if;`,
  ],
];

/** As long as a decision waits, it is news to all who were written to that something of it was taken back. */
const cancelled: Pieces = [
  [
    `return 'CANCELLED';`,
    `${toNoticed(
      'AWARD_CANCELLED',
      `x.counterparty_id <> v_award.counterparty_id and x.standstill_id = v_award.standstill_id and exists (select from tendering.standstill s where s.org_id = x.org_id and s.id = x.standstill_id and s.concluded_at is null)`,
    )}
     return 'CANCELLED';`,
  ],
];

/** The answer is the challenger's; the winner, who reads why his award was taken back, learns that a challenge was upheld. */
const upheld: Pieces = [
  [`cancel_reason = left(p ->> 'answer', 2000)`, `cancel_reason = 'A challenge to the decision was upheld.'`],
  [
    `perform tendering.tell_tender(v_tender, 'AWARD_CANCELLED', '{}');`,
    toNoticed('AWARD_CANCELLED', 'x.standstill_id = v_held.id'),
  ],
];

const changed = { award_lots: decided, cancel_award: cancelled, decide_challenge: upheld };
const rolled = Object.fromEntries(Object.entries(changed).map(([name, pieces]) => [name, undone(pieces)]));

/** Who is told of a decision and what he learns of it, and how its standstill is found. */
export class MendStandstills2026112344001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'tendering', changed);
    await sql(runner, [
      'create index standstill_of_tender on tendering.standstill (tender_id)',
      'create index standstill_by_id on tendering.standstill (id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, ['drop index tendering.standstill_by_id', 'drop index tendering.standstill_of_tender']);
    await rewriteDefiners(runner, 'tendering', rolled);
  }
}
