import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { addJob, affected, type JobSource, type Task, task, type Work } from '#libs/platform';
import { type AwardReport, optimalAward } from '../award/optimal-award.js';
import { ofBids, tenderChanged } from '../tender/tender.events.js';
import { tenderById } from '../tender/tender.reader.js';
import { askedScenario, scenarioQuestion, solveScenarioTask } from './save-scenario.js';
import type { ScenarioReport } from './scenario.entity.js';
import { scenarioReport } from './scenario-report.js';

/** Seconds for each question after the first: every rule, the next best, the conflict. */
const secondsEach = 5;
/** What is proved so far is enough. */
const gap = 0.001;
/** Milliseconds after which a scenario asks again whether the solver is free. */
const waitMs = 1_000;

/** Answers what buyers ask about awards. */
@Injectable()
export class ScenarioJobs implements JobSource {
  /** One at a time in a process: each takes a core and up to half a gigabyte. The others come back later, so that they hold no place of other jobs. */
  private isBusy = false;

  tasks(): readonly Task[] {
    return [
      task(solveScenarioTask, z.object({ id: z.uuid() }), async ({ payload: { id }, job, step, effect }) => {
        const asked = await step(async (work) => {
          const found = await askedScenario(work, id);
          if (!found) return undefined;
          const tender = await tenderById(work, found.tenderId);
          return { ...found, edits: tender.edits, question: await scenarioQuestion(work, tender, found.ask) };
        });
        if (!asked) return;
        if (this.isBusy)
          return effect(async (work) => {
            const runAt = new Date(Date.now() + waitMs);
            await addJob(work, { task: solveScenarioTask, payload: { id }, key: `scenario:${id}`, attemptsMax: 3, runAt });
          });
        const kept = { id, asks: asked.asks, tenderId: asked.tenderId, edits: asked.edits };
        const { question } = asked;
        // The tender went on meanwhile: there is nothing to hand out any more.
        if (!question.ok) return effect((work) => keepAnswer(work, { ...kept, report: null }));
        try {
          const options = { seconds: asked.ask.seconds, secondsEach, gap };
          const solved = await this.alone(() => optimalAward(question.value.scenario, options));
          await effect((work) => keepAnswer(work, { ...kept, report: scenarioReport(question.value, solved) }));
        } catch (error) {
          if (job.attempt < job.attemptsMax) throw error;
          await effect((work) => keepAnswer(work, { ...kept, report: null }));
        }
      }),
    ];
  }

  private async alone(solve: () => Promise<AwardReport>): Promise<AwardReport> {
    this.isBusy = true;
    try {
      return await solve();
    } finally {
      this.isBusy = false;
    }
  }
}

interface Answer {
  id: string;
  asks: number;
  tenderId: string;
  edits: number;
  report: ScenarioReport | null;
}

/** Keeps the answer to what was asked, unless it was asked anew meanwhile; tells the buyer alone. */
async function keepAnswer(work: Work, { id, asks, tenderId, edits, report }: Answer): Promise<void> {
  const kept = await affected(
    work,
    `update tendering.award_scenario set status = case when $4::jsonb is null then 'FAILED' else 'SOLVED' end, report = $4, tender_edits = $5, solved_at = clock_timestamp()
     where org_id = $1 and id = $2 and asks = $3 and status = 'ASKED'`,
    [work.actor.orgId, id, asks, report === null ? null : JSON.stringify(report), edits],
  );
  if (kept > 0) work.notify(tenderChanged, work.actor.orgId, `${tenderId}${ofBids}`);
}
