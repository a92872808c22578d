import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, PublicAddress, SecretBox, Sentences, systemActor, type Task, task } from '#libs/platform';
import { armHalf } from '../sealed/arm-half.js';
import { closeRound } from './open-bids.js';
import { tellTender, tenderNews } from './tell-tender.js';

interface Due {
  org_id: string;
  tender_id: string;
  lot_id: string;
  closes_at: string;
}

interface Unarmed {
  org_id: string;
  lot_id: string;
  round: number;
}

/** The clock of tenders, and the letters about them. */
@Injectable()
export class TenderJobs implements JobSource {
  constructor(
    private readonly sentences: Sentences,
    private readonly address: PublicAddress,
    private readonly secrets: SecretBox,
  ) {}

  tasks(): readonly Task[] {
    const told = z.object({ id: z.uuid(), kind: z.enum(tenderNews) });
    return [
      // Every minute, past all organisations. The question itself notes that the clock runs; what a dead worker left open is found by the next one.
      task(runTendersTask, z.unknown(), async ({ sweep, unitOfWork }) => {
        const due = await sweep<Due>('select d.org_id, d.tender_id, d.lot_id, d.closes_at::text from tendering.rounds_due() d');
        // One that fails stops no other; the job fails with it, so that somebody looks.
        const failed: unknown[] = [];
        for (const { org_id, tender_id, lot_id, closes_at } of due)
          await unitOfWork
            .run(systemActor(org_id), (work) => closeRound(work, { tenderId: tender_id, lotId: lot_id, closesAt: closes_at }))
            .catch((error: unknown) => failed.push(error));
        const halves = await sweep<Unarmed>('select h.org_id, h.lot_id, h.round from tendering.halves_to_arm() h');
        for (const { org_id, lot_id, round } of halves)
          await unitOfWork
            .run(systemActor(org_id), (work) => armHalf(work, { lotId: lot_id, round }, this.secrets))
            .catch((error: unknown) => failed.push(error));
        if (failed.length > 0)
          throw new AggregateError(failed, `${failed.length} of ${due.length + halves.length} rounds were not closed or armed`);
      }),
      task('tendering.tell-tender', told, async ({ payload, effect }) => {
        await effect((work) => tellTender(work, { ...payload, letters: { sentences: this.sentences, address: this.address } }));
      }),
    ];
  }
}

/** Started by the clock. */
export const runTendersTask = 'tendering.run-tenders';
