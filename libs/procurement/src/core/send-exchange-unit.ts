import { z } from 'zod';
import type { Fault, Result } from '#libs/kernel';
import { checkInput, type Work } from '#libs/platform';
import type { Rotable } from '../rotable/rotable.entity.js';
import { certificate, serial, text, which } from '../rotable/rotable.input.js';
import { moveRotable, type RotableStepError, requireHand } from '../rotable/rotable.mover.js';
import { coreById } from '../rotable/rotable.reader.js';
import { coreDueAt, coreMarks } from '../rotable/rotable.rules.js';

const input = z.strictObject({ ...which, serial, ...certificate, waybill: text(60).nullish() });

export type SendExchangeUnitInput = z.input<typeof input>;
export type SendExchangeUnitError = RotableStepError | Fault<'SerialTaken'>;

/**
 * The supplier says which unit has left in exchange, with its certificate. From then on the core is owed: the deposit is charged, the due
 * date counts on the supplier's calendar, late fees and the bill are wound up. A serial that is out already cannot be sent twice.
 * Errors: VersionConflict, RotableNotPossible, SerialTaken. Throws Forbidden without order:confirm, NotFound (also for the buyer), BadInput.
 */
export async function sendExchangeUnit(
  work: Work,
  given: SendExchangeUnitInput,
): Promise<Result<Rotable, SendExchangeUnitError>> {
  const asked = checkInput(input, given);
  const core = await coreById(work, asked.rotableId);
  requireHand(work, core, 'SUPPLIER');
  const dueAt = coreDueAt(core.terms, work.now);
  const { waybill = null, certificateNumber } = asked;
  return (await moveRotable(work, core, {
    event: 'SEND',
    expectedVersion: asked.expectedVersion,
    set: { outSerial: asked.serial, waybill, certificate: asked.certificate, certificateNumber, dueAt },
    marks: coreMarks(core.terms, { start: work.now, dueAt }),
    detail: { serial: asked.serial, waybill, dueAt: dueAt.toISOString() },
  })) as Result<Rotable, SendExchangeUnitError>;
}
