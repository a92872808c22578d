import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, one, requirePermission, type Work } from '#libs/platform';
import { requireSide } from '../order/order.access.js';
import type { Side } from '../order/schedule-status.js';
import type { Rotable, RotableEventName } from './rotable.entity.js';
import { rotableById } from './rotable.reader.js';
import type { RotableMark } from './rotable.rules.js';

/** One step, as `procurement.move_rotable` takes it. */
interface Step {
  event: RotableEventName;
  expectedVersion: number;
  set?: Readonly<Record<string, unknown>>;
  detail?: Readonly<Record<string, string | number | null | undefined>>;
  /** Whether what runs stops; what is due by now fires first. */
  settle?: true;
  /** What runs from now on. */
  marks?: readonly RotableMark[];
}

export type RotableStepError = Fault<'VersionConflict' | 'RotableNotPossible'>;
export type SerialError = Fault<'SerialTaken' | 'SerialMissing' | 'SameUnit'>;

type Outcome = 'MOVED' | 'VERSION_CONFLICT' | 'NOT_POSSIBLE' | 'SERIAL_TAKEN' | 'SERIAL_MISSING' | 'SAME_UNIT' | 'QUOTE_EXPIRED';

/**
 * Throws unless the actor speaks for that side and may act for it: Forbidden without its right (order:change for the buyer,
 * order:confirm for the supplier), NotFound when he is not that party.
 */
export function requireHand(work: Work, rotable: Pick<Rotable, 'orgId' | 'supplierId'>, side: Side): void {
  requirePermission(work, side === 'BUYER' ? 'order:change' : 'order:confirm');
  requireSide(work, { orgId: rotable.orgId, counterpartyId: rotable.supplierId }, side);
}

/** Takes a step of the acting party; gives the unit afterwards. Throws NotFound. */
export async function moveRotable(
  work: Work,
  rotable: Rotable,
  step: Step,
): Promise<Result<Rotable, RotableStepError | SerialError | Fault<'QuoteExpired'>>> {
  const member = work.actor.kind === 'user' ? work.actor.memberId : null;
  const answer = await one<{ outcome: Outcome }>(work, 'select procurement.move_rotable($1, $2, $3) as outcome', [
    rotable.orgId,
    rotable.id,
    JSON.stringify({ ...step, now: work.now, member }),
  ]);
  const serial = String(step.set?.['inSerial'] ?? step.set?.['outSerial'] ?? rotable.inSerial ?? '');
  switch (answer?.outcome) {
    case 'MOVED':
      break;
    case 'VERSION_CONFLICT':
      return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
    case 'SERIAL_TAKEN':
      return fail({ code: 'SerialTaken', path: ['serial'], values: { serial } });
    case 'SERIAL_MISSING':
      return fail({ code: 'SerialMissing', path: ['serial'] });
    case 'SAME_UNIT':
      return fail({ code: 'SameUnit', path: ['serial'], values: { serial } });
    case 'QUOTE_EXPIRED':
      return fail({ code: 'QuoteExpired', path: ['rotableId'] });
    default:
      return fail({ code: 'RotableNotPossible', path: ['rotableId'], values: { status: rotable.status } });
  }
  await audit(work, {
    action: `rotable:${step.event.toLowerCase()}`,
    subject: `rotable:${rotable.id}`,
    detail: { ...step.detail },
  });
  return ok(await rotableById(work, rotable.id));
}

/** `moveRotable` of steps that name no serial and approve nothing. */
export async function stepRotable(work: Work, rotable: Rotable, step: Step): Promise<Result<Rotable, RotableStepError>> {
  return (await moveRotable(work, rotable, step)) as Result<Rotable, RotableStepError>;
}
