import { z } from 'zod';
import type { Result } from '#libs/kernel';
import { checkInput, type Work } from '#libs/platform';
import type { Rotable } from './rotable.entity.js';
import { partNumber, serial, text, which } from './rotable.input.js';
import { moveRotable, type RotableStepError, requireHand, type SerialError } from './rotable.mover.js';
import { rotableById } from './rotable.reader.js';

const input = z.strictObject({
  ...which,
  serial: serial.nullish(),
  partNumber: partNumber.nullish(),
  waybill: text(60).nullish(),
});

export type ShipUnitInput = z.input<typeof input>;
export type ShipUnitError = RotableStepError | SerialError;

/**
 * The buyer says that his unit is on its way: the core he owes, by its serial, or what is to be repaired. It does not stop the clock of
 * a core: what counts is that the supplier has it.
 * Errors: VersionConflict, RotableNotPossible, SerialMissing (a core without one), SerialTaken (the unit settles another debt of
 * this buyer), SameUnit (the very unit that the supplier sent). Throws Forbidden without order:change, NotFound (also for the supplier), BadInput.
 */
export async function shipUnit(work: Work, given: ShipUnitInput): Promise<Result<Rotable, ShipUnitError>> {
  const asked = checkInput(input, given);
  const rotable = await rotableById(work, asked.rotableId);
  requireHand(work, rotable, 'BUYER');
  const unit = unitOf(rotable, asked);
  return (await moveRotable(work, rotable, {
    event: 'SHIP',
    expectedVersion: asked.expectedVersion,
    set: { ...unit, waybill: asked.waybill ?? null },
    detail: { serial: unit.inSerial ?? rotable.inSerial, waybill: asked.waybill },
  })) as Result<Rotable, ShipUnitError>;
}

/** What the caller says of the unit; a rejected core is not the one that is sent in its place. */
export function unitOf(
  rotable: Rotable,
  asked: { serial?: string | null | undefined; partNumber?: string | null | undefined },
): { inSerial?: string; inPart?: string } {
  return {
    ...(asked.serial ? { inSerial: asked.serial } : {}),
    ...(asked.partNumber
      ? { inPart: asked.partNumber }
      : rotable.kind === 'CORE' && asked.serial
        ? { inPart: (rotable.status === 'REJECTED' ? null : rotable.inPart) ?? rotable.partNumber }
        : {}),
  };
}
