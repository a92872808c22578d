import { unwrapResolverError } from '@apollo/server/errors';
import { actorKey } from '../auth/actor.js';
import type { RequestContext } from '../auth/request-context.js';
import type { Logger } from '../observability/logger.js';
import { Refusal } from '../work/refusal.js';
import type { UnitOfWork } from '../work/unit-of-work.js';
import { writeAudit } from './audit.js';

/** Lines per actor and minute; an attacker may fill neither the disk nor the pool with his refusals. */
const linesMax = 30;
const actorsMax = 10_000;

/** Writes denied attempts to the trail in a transaction of their own, after the attempt was rolled back. */
export class Denials {
  private counts = new Map<string, number>();
  private minute = 0;
  private readonly writing = new Set<Promise<void>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly logger: Logger,
  ) {}

  /** Notes that an actor was denied. Guests have no trail, they are in the access log. Never throws, never waits. */
  readonly denied = (error: unknown, context: RequestContext): void => {
    const { actor } = context;
    const refusal = unwrapResolverError(error);
    if (!actor || !this.admits(actor.orgId + actorKey(actor))) return;
    const action = refusal instanceof Refusal && refusal.reason ? refusal.reason : 'unknown';
    const entry = { action, subject: `request:${context.requestId}`, detail: { address: context.address } };
    const written = this.unitOfWork
      .run(actor.kind === 'user' ? { ...actor, eyesOnly: false } : actor, (work) => writeAudit(work, entry, 'DENIED'))
      .catch((failure: unknown) => this.logger.error({ error: failure }, 'a denied attempt could not be written to the trail'));
    this.writing.add(written);
    void written.finally(() => this.writing.delete(written));
  };

  /** Waits for what is being written. */
  async settled(): Promise<void> {
    await Promise.all(this.writing);
  }

  private admits(key: string): boolean {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.minute || this.counts.size > actorsMax) {
      this.minute = minute;
      this.counts = new Map();
    }
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count <= linesMax;
  }
}
