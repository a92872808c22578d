import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  CONFIG,
  type Config,
  type JobSource,
  LOGGER,
  type Logger,
  systemActor,
  type Task,
  task,
  UnitOfWork,
} from '#libs/platform';
import { pollFolder } from '../transport/poll-folder.js';
import { applyLeftover } from './receive-message.js';

interface Pair {
  org_id: string;
  id: string;
}

/** What the clock does for inbound documents: drop folders, and deliveries that a dying process left unapplied. */
@Injectable()
export class InboundJobs implements JobSource {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  tasks(): readonly Task[] {
    return [
      task('exchange.poll-folders', z.unknown(), async ({ sweep }) => {
        for (const pair of await sweep<Pair>('select * from exchange.folders_to_poll()')) {
          await pollFolder(
            this.unitOfWork,
            systemActor(pair.org_id),
            path.resolve(this.config.dataDir, 'exchange', pair.id),
          ).catch((error: unknown) => this.logger.warn({ error, profile: pair.id }, 'a drop folder could not be read'));
        }
      }),
      task('exchange.apply-leftovers', z.unknown(), async ({ sweep }) => {
        for (const pair of await sweep<Pair>('select * from exchange.messages_left_over()')) {
          await applyLeftover(this.unitOfWork, pair.org_id, pair.id).catch((error: unknown) =>
            this.logger.error({ error, message: pair.id }, 'a stored delivery could not be applied'),
          );
        }
      }),
    ];
  }
}
