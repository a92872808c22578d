import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import {
  type JobSource,
  LOGGER,
  type Logger,
  Notices,
  PublicAddress,
  Sentences,
  systemActor,
  type Task,
  task,
  UnitOfWork,
} from '#libs/platform';
import { checkWatches } from './check-watches.js';
import { followPublication, followStock } from './follow-parts.js';
import { mailNotices } from './mail-notices.js';
import { muteWatches } from './stop-watch-mail.js';

/** Started by the clock. */
export const digestWatchesTask = 'procurement.digest-watches';
export const recheckWatchesTask = 'procurement.recheck-watches';
export const followPublicationTask = 'procurement.follow-publication';

/** Milliseconds in which notices of moved stock are gathered: a file of counts is one look, not a thousand. */
const gatherMs = 1_000;

/** From what suppliers publish and count to what members are told. */
@Injectable()
export class WatchJobs implements JobSource, OnModuleInit, OnModuleDestroy {
  /** Parts that moved, by the organisation whose stock it is. */
  private readonly moved = new Map<string, Set<string>>();
  private timer: NodeJS.Timeout | undefined;
  private forget: (() => void) | undefined;

  constructor(
    private readonly sentences: Sentences,
    private readonly address: PublicAddress,
    private readonly notices: Notices,
    private readonly unitOfWork: UnitOfWork,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.forget = this.notices.on('stock.changed', ({ orgId, id, missed }) => {
      // What was missed is found by the clock's look at every watched part.
      if (missed) return;
      const parts = this.moved.get(orgId) ?? new Set();
      for (const part of id.split(',')) parts.add(part);
      this.moved.set(orgId, parts);
      this.timer ??= setTimeout(() => void this.follow(), gatherMs).unref();
    });
  }

  onModuleDestroy(): void {
    this.forget?.();
    clearTimeout(this.timer);
  }

  private async follow(): Promise<void> {
    this.timer = undefined;
    const moved = [...this.moved];
    this.moved.clear();
    for (const [orgId, parts] of moved) {
      await this.unitOfWork
        .run(systemActor(orgId), (work) => followStock(work, [...parts]))
        .catch((error: unknown) => this.logger.warn({ err: error }, 'watches were not told of moved stock'));
    }
  }

  tasks(): readonly Task[] {
    const letters = { sentences: this.sentences, address: this.address };
    const published = z.object({ id: z.uuid(), seq: z.int().positive() });
    return [
      task(followPublicationTask, published, async ({ payload: { id, seq }, effect }) => {
        await effect((work) => followPublication(work, { catalogueId: id, version: seq }));
      }),
      task('procurement.check-watches', z.unknown(), async ({ effect }) => {
        await effect(async (work) => {
          for (const personId of await checkWatches(work)) await mailNotices(work, { personId, delivery: 'AT_ONCE', ...letters });
        });
      }),
      task('procurement.stop-watch-mail', z.object({ personId: z.uuid() }), async ({ payload, effect }) => {
        await effect((work) => muteWatches(work, payload.personId));
      }),
      task(digestWatchesTask, z.unknown(), async ({ sweep, unitOfWork }) => {
        const due = await sweep<{ org_id: string; person_id: string }>(`select * from procurement.watch_mails_due('DAILY')`);
        for (const { org_id, person_id } of due)
          await unitOfWork.run(systemActor(org_id), (work) =>
            mailNotices(work, { personId: person_id, delivery: 'DAILY', ...letters }),
          );
      }),
      task(recheckWatchesTask, z.unknown(), async ({ sweep }) => {
        await sweep('select procurement.recheck_watches()');
      }),
    ];
  }
}
