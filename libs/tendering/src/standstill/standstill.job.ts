import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, systemActor, type Task, task, type UnitOfWork } from '#libs/platform';
import { concludeAward, noteFailedAward } from './conclude-award.js';
import type { HeldFault } from './standstill.entity.js';

interface Due {
  org_id: string;
  standstill_id: string;
  ends_at: string;
}

/** The clock of standstills: makes contracts of decisions that nobody challenged. */
@Injectable()
export class StandstillJobs implements JobSource {
  tasks(): readonly Task[] {
    return [
      // Every minute, past all organisations. One that fails stops no other.
      task(concludeAwardsTask, z.unknown(), async ({ sweep, unitOfWork }) => {
        const due = await sweep<Due>('select d.org_id, d.standstill_id, d.ends_at::text from tendering.standstills_due() d');
        const failed: unknown[] = [];
        for (const one of due) await concludeOne(unitOfWork, one).catch((error: unknown) => failed.push(error));
        if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of ${due.length} standstills did not end`);
      }),
    ];
  }
}

/** Started by the clock. */
export const concludeAwardsTask = 'tendering.conclude-awards';

async function concludeOne(unitOfWork: UnitOfWork, { org_id, standstill_id, ends_at }: Due): Promise<void> {
  const actor = systemActor(org_id);
  const note = (faults: readonly HeldFault[]) =>
    unitOfWork.run(actor, async (work) => {
      await noteFailedAward(work, { standstillId: standstill_id, faults });
      return { ok: true as const, value: null };
    });
  const done = await unitOfWork
    .run(actor, (work) => concludeAward(work, { standstillId: standstill_id, endsAt: ends_at }))
    .catch(async (error: unknown) => {
      // Not tried each minute for ever and unseen: its buyer reads that it failed, and the operator why.
      await note([{ code: 'AwardInterrupted', path: [] }]);
      throw error;
    });
  if (done.ok) return;
  // Somebody else was faster, or a challenge came: the next sweep looks again.
  const faults = done.errors.filter((fault) => fault.code !== 'StandstillRuns' && fault.code !== 'StandstillOver');
  if (faults.length === done.errors.length) await note(faults as HeldFault[]);
}
