import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { addJob, affected, audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { scenarioFaults } from '../award/scenario-faults.js';
import { standingAwards } from '../awarding/award.reader.js';
import { judgedLots } from '../judging/judging.reader.js';
import type { Tender } from '../tender/tender.entity.js';
import { memberOf } from '../tender/tender.mover.js';
import { lockTender } from '../tender/tender.reader.js';
import { type LotScenario, lotScenario } from './lot-scenario.js';
import type { Scenario } from './scenario.entity.js';
import { type SaveScenarioInput, type ScenarioAsk, saveScenarioInput } from './scenario.input.js';
import { scenariosOf } from './scenario.reader.js';

/** Scenarios of one tender. */
const scenariosMax = 20;
/** Prices and breaks of all bids on all lines together: what the solver is given at once. */
const pricesMax = 20_000;

export const solveScenarioTask = 'tendering.solve-scenario';

type Unfit = Fault<'BidsNotOpen' | 'AwardSplitNotPublished' | 'TenderLotUnknown' | 'ScenarioUnfit'>;
export type SaveScenarioFault = Unfit | Fault<'TooManyScenarios' | 'ScenarioUnknown'>;
const unknown: Fault<'ScenarioUnknown'> = { code: 'ScenarioUnknown', path: ['scenarioId'] };

/**
 * Asks how open lots of a tender are best handed out under these rules; the answer comes of a job, and `tenderChanged` tells. A known scenario is asked anew. Errors: BidsNotOpen,
 * AwardSplitNotPublished where shares were published, TenderLotUnknown, ScenarioUnfit (a rule names who does not bid, or there are more than 20,000 prices), ScenarioUnknown, TooManyScenarios above 20.
 * Throws Forbidden without tender:award, NotFound, BadInput.
 */
export async function saveScenario(work: Work, raw: SaveScenarioInput): Promise<Result<Scenario[], SaveScenarioFault>> {
  requirePermission(work, 'tender:award');
  const { tenderId, scenarioId, name, ask } = checkInput(saveScenarioInput, raw);
  const tender = await lockTender(work, tenderId);
  const question = await scenarioQuestion(work, tender, ask);
  if (!question.ok) return question;
  const id = scenarioId ?? uuid();
  const values = [work.actor.orgId, id, tenderId, name, JSON.stringify(ask), memberOf(work)];
  if (scenarioId) {
    const changed = await affected(
      work,
      `update tendering.award_scenario set name = $4, ask = $5, asked_by = $6, asks = asks + 1, status = 'ASKED', report = null, tender_edits = null, solved_at = null, asked_at = clock_timestamp()
       where org_id = $1 and id = $2 and tender_id = $3`,
      values,
    );
    if (changed === 0) return fail(unknown);
  } else {
    const added = await affected(
      work,
      `insert into tendering.award_scenario (org_id, id, tender_id, name, ask, asked_by, asked_at)
       select $1, $2, $3, $4, $5, $6, clock_timestamp() where (select count(*) from tendering.award_scenario s where s.org_id = $1 and s.tender_id = $3) < ${scenariosMax}`,
      values,
    );
    if (added === 0) return fail({ code: 'TooManyScenarios', path: ['tenderId'], values: { most: scenariosMax } });
  }
  await addJob(work, { task: solveScenarioTask, payload: { id }, key: `scenario:${id}`, attemptsMax: 3 });
  await audit(work, { action: 'tender:save-scenario', subject: `tender:${tenderId}`, detail: { scenario: id, name } });
  const [all = []] = await scenariosOf(work, [tenderId]);
  return ok(all);
}

const removeInput = z.strictObject({ tenderId: z.uuid(), scenarioId: z.uuid() });

/** Takes a scenario away. Errors: ScenarioUnknown. Throws Forbidden without tender:award, NotFound, BadInput. */
export async function removeScenario(
  work: Work,
  raw: z.input<typeof removeInput>,
): Promise<Result<Scenario[], Fault<'ScenarioUnknown'>>> {
  requirePermission(work, 'tender:award');
  const { tenderId, scenarioId } = checkInput(removeInput, raw);
  await lockTender(work, tenderId);
  const gone = await affected(work, 'delete from tendering.award_scenario where org_id = $1 and tender_id = $2 and id = $3', [
    work.actor.orgId,
    tenderId,
    scenarioId,
  ]);
  if (gone === 0) return fail(unknown);
  await audit(work, { action: 'tender:remove-scenario', subject: `tender:${tenderId}`, detail: { scenario: scenarioId } });
  const [all = []] = await scenariosOf(work, [tenderId]);
  return ok(all);
}

/** The question to the solver as the tender stands. */
export async function scenarioQuestion(
  work: Pick<Work, 'tx' | 'actor'>,
  tender: Tender,
  ask: ScenarioAsk,
): Promise<Result<LotScenario, Unfit>> {
  if (tender.awardMode === 'SHARES')
    return fail({ code: 'AwardSplitNotPublished', path: ['tenderId'], values: { mode: 'SHARES' } });
  const stray = ask.lotIds?.find((id) => !tender.lots.some((lot) => lot.id === id));
  if (stray) return fail({ code: 'TenderLotUnknown', path: ['ask', 'lotIds'], values: { lot: stray, lots: tender.lots.length } });
  const judged = (await judgedLots(work, tender, ask.lotIds ?? undefined)).filter(({ lot }) => lot.status === 'EVALUATION');
  if (judged.length === 0) return fail({ code: 'BidsNotOpen', path: ['tenderId'], values: { status: tender.status } });
  const prices = judged.flatMap(({ bids }) => bids).flatMap(({ lines }) => lines.map(({ offered }) => 1 + offered.breaks.length));
  const count = prices.reduce((sum, one) => sum + one, 0);
  if (count > pricesMax) return unfit(`TooManyPrices ${count}`);
  const { taken, held } = await standingAwards(work, tender.id);
  const question = lotScenario(tender, judged, { ask, taken, held });
  const [fault] = scenarioFaults(question.scenario);
  return fault ? unfit(`${fault.code} ${fault.path.join(' ')}`) : ok(question);
}

const unfit = (reason: string): Result<never, Unfit> => fail({ code: 'ScenarioUnfit', path: ['ask'], values: { reason } });

/** What a scenario asks now, for the job; undefined when it is gone or answered. */
export async function askedScenario(
  work: Pick<Work, 'tx' | 'actor'>,
  id: string,
): Promise<{ tenderId: string; asks: number; ask: ScenarioAsk } | undefined> {
  return one(
    work,
    `select s.tender_id as "tenderId", s.asks, s.ask from tendering.award_scenario s where s.org_id = $1 and s.id = $2 and s.status = 'ASKED'`,
    [work.actor.orgId, id],
  );
}
