import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  affected,
  type JobContext,
  type JobSource,
  systemActor,
  type Task,
  task,
  type UnitOfWork,
  type Work,
} from '#libs/platform';
import { forgetEarlier } from '../memory/record-memory.reader.js';
import { finishStaging } from '../staging/finish-staging.js';
import { discardUpload } from '../upload/discard-upload.js';
import { failUpload } from '../upload/fail-upload.js';
import { clearStagedRows } from '../upload/upload.reader.js';
import type { PublishInput } from './publish-catalogue.js';
import { publishInSteps } from './publish-in-steps.js';
import { publishUploadTask } from './request-publication.js';

const payload = z.object({ uploadId: z.uuid() });
type Phase = Parameters<NonNullable<PublishInput['onStep']>>[0];
const phases: readonly Phase[] = ['PARTS', 'OFFERS', 'STOCK', 'SUMMARY'];

/** Publishes uploads, clears the staging that publications leave behind, and discards uploads that nobody came back to. */
@Injectable()
export class PublicationJobs implements JobSource {
  tasks(): readonly Task[] {
    return [
      task(publishUploadTask, payload, publishUpload),
      // Subscribes to catalogue.published.v1: the rows have become offers; deleting them later keeps the publication short.
      task(clearStagingTask, z.object({ uploadId: z.uuid().optional() }), async ({ payload: { uploadId }, effect }) => {
        if (!uploadId) return;
        await effect(async (work) => {
          await clearStagedRows(work, uploadId);
          await forgetEarlier(work, uploadId);
        });
      }),
      task(sweepUploadsTask, z.unknown(), async ({ sweep, unitOfWork }) => {
        const stale = await sweep<{ org_id: string; id: string }>('select * from supply.stale_uploads()');
        for (const { org_id, id } of stale)
          await unitOfWork.run(systemActor(org_id), (work) => discardUpload(work, { uploadId: id }));
      }),
    ];
  }
}

/** Jobs of this file that others start: by the event of a publication, and by the clock. */
export const clearStagingTask = 'supply.clear-staging';
export const sweepUploadsTask = 'supply.sweep-uploads';

async function publishUpload({
  payload: { uploadId },
  job,
  orgId,
  effect,
  step,
  unitOfWork,
}: JobContext<{ uploadId: string }>): Promise<void> {
  if (orgId === undefined) throw new Error('A publication belongs to an organisation.');
  const onStep = (phase: Phase) => showProgress(unitOfWork, { orgId, uploadId, phase });
  const before = <T>(fn: (work: Work) => Promise<T>): Promise<T> => unitOfWork.run(systemActor(orgId), fn);
  try {
    const result = await publishInSteps({ before, last: effect }, { uploadId, onStep });
    if (!result.ok) await step((work) => afterRefusal(work, uploadId, result.errors));
  } catch (error) {
    // The last attempt tells the supplier; the job itself stays visible as failed.
    if (job.attempt >= job.attemptsMax)
      await step((work) => failUpload(work, { uploadId, code: 'PUBLICATION_FAILED', facts: { attempts: job.attempt } }));
    throw error;
  }
}

async function afterRefusal(work: Work, uploadId: string, errors: readonly { code: string }[]): Promise<void> {
  const codes = errors.map((error) => error.code);
  // The preview is out of date: it is made anew and waits for a person again, as nobody has agreed to what it says now.
  if (codes.includes('CatalogueMoved')) await finishStaging(work, { uploadId });
  if (codes.includes('StagingLost')) await failUpload(work, { uploadId, code: 'STAGING_LOST' });
}

/** Beside the publication's own transaction, which shows nothing until it is committed. The row's version stays: nobody decided anything. */
async function showProgress(unitOfWork: UnitOfWork, at: { orgId: string; uploadId: string; phase: Phase }): Promise<void> {
  await unitOfWork.run(systemActor(at.orgId), async (work) => {
    await affected(
      work,
      `update supply.upload set progress = progress || $3::jsonb where org_id = $1 and id = $2 and state = 'PUBLISHING'`,
      [at.orgId, at.uploadId, JSON.stringify({ phase: at.phase, step: phases.indexOf(at.phase) + 1, steps: phases.length })],
    );
    work.notify('upload.changed', at.orgId, at.uploadId);
  });
}
