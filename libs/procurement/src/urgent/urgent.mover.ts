import type { Fault, Result } from '#libs/kernel';
import { fail, ok } from '#libs/kernel';
import { one, type Work } from '#libs/platform';
import type { ClockMark, ClockName } from '../priority/clock.rules.js';
import { type UrgentEventKind, type UrgentRequest, urgentById } from './urgent.reader.js';

/** One step of a request, as `procurement.move_urgent` takes it. */
interface Step {
  kind: UrgentEventKind;
  expectedVersion?: number;
  detail?: Readonly<Record<string, unknown>>;
  set?: Readonly<Record<string, unknown>>;
  /** Clocks that stop by it; what is due by now fires first. */
  settle?: readonly ClockName[];
  /** New marks instead of those settled. */
  marks?: readonly ClockMark[];
}

export type UrgentStepError = Fault<'VersionConflict' | 'UrgentNotPossible'>;

/** Takes a step of the acting party; gives the request afterwards. Throws NotFound. */
export async function moveUrgent(
  work: Work,
  request: UrgentRequest,
  step: Step,
): Promise<Result<UrgentRequest, UrgentStepError>> {
  const answer = await one<{ outcome: 'MOVED' | 'VERSION_CONFLICT' | 'NOT_POSSIBLE' }>(
    work,
    'select procurement.move_urgent($1, $2, $3) as outcome',
    [
      request.orgId,
      request.id,
      JSON.stringify({
        ...step,
        settle: step.settle ?? [],
        now: work.now,
        member: work.actor.kind === 'user' ? work.actor.memberId : null,
      }),
    ],
  );
  if (answer?.outcome === 'VERSION_CONFLICT') return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  if (answer?.outcome !== 'MOVED')
    return fail({ code: 'UrgentNotPossible', path: ['requestId'], values: { status: request.status } });
  return ok(await urgentById(work, request.id));
}
