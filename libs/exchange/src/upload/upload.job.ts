import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { FileStore, type JobSource, systemActor, type Task, task, UnitOfWork } from '#libs/platform';
import { failUpload, uploadById } from '#libs/supply';
import { readUpload } from './read-upload.js';

/** Reading uploaded files. */
@Injectable()
export class UploadJobs implements JobSource {
  constructor(
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  tasks(): readonly Task[] {
    return [
      /** Reads a file into staging. A worker that died leaves a half-read upload: its staging is emptied and the file read again. */
      task('exchange.read-upload', z.object({ id: z.uuid() }), async ({ payload, job, orgId, step, effect }) => {
        const state = await step(async (work) => (await uploadById(work, payload.id)).state);
        if (state !== 'QUARANTINED' && state !== 'PARSING') return;
        const actor = systemActor(orgId!);
        try {
          await readUpload({ unitOfWork: this.unitOfWork, files: this.files }, actor, payload.id);
        } catch (error) {
          if (job.attempt < job.attemptsMax) throw error;
          await effect((work) => failUpload(work, { uploadId: payload.id, code: 'READING_FAILED' }));
        }
      }),
    ];
  }
}
