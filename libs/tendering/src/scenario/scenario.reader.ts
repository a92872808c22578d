import { rows, type Work } from '#libs/platform';
import type { Scenario } from './scenario.entity.js';

type Reading = Pick<Work, 'tx' | 'actor'>;

/** Scenarios of tenders of the acting buyer, in the order of the tenders and then of their making. */
export async function scenariosOf(work: Reading, tenderIds: readonly string[]): Promise<Scenario[][]> {
  const found = await rows<Scenario>(
    work,
    `select s.id, s.tender_id as "tenderId", s.name, s.ask, s.status, s.asked_at as "askedAt", s.solved_at as "solvedAt", s.tender_edits as "tenderEdits", s.report
     from tendering.award_scenario s where s.org_id = $1 and s.tender_id = any ($2) order by s.id`,
    [work.actor.orgId, tenderIds],
  );
  return tenderIds.map((id) => found.filter(({ tenderId }) => tenderId === id));
}
