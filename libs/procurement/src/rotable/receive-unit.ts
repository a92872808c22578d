import { z } from 'zod';
import type { Result } from '#libs/kernel';
import { checkInput, type Work } from '#libs/platform';
import type { Rotable } from './rotable.entity.js';
import { partNumber, serial, which } from './rotable.input.js';
import { moveRotable, requireHand } from './rotable.mover.js';
import { rotableById } from './rotable.reader.js';
import { daysLater, marksUntil, type RotableMark } from './rotable.rules.js';
import { type ShipUnitError, unitOf } from './ship-unit.js';

const input = z.strictObject({ ...which, serial: serial.nullish(), partNumber: partNumber.nullish() });

export type ReceiveUnitInput = z.input<typeof input>;

/**
 * The supplier has the buyer's unit in his hands, whether it was announced or not; the serial he reads on it counts. The clock of a core
 * stops; that of a repair begins: until the quote, or until the unit is back at a fixed price.
 * Errors: VersionConflict, RotableNotPossible, SerialMissing, SerialTaken (it settles another debt, or is in the shop), SameUnit. Throws
 * Forbidden without order:confirm, NotFound (also for the buyer), BadInput.
 */
export async function receiveUnit(work: Work, given: ReceiveUnitInput): Promise<Result<Rotable, ShipUnitError>> {
  const asked = checkInput(input, given);
  const rotable = await rotableById(work, asked.rotableId);
  requireHand(work, rotable, 'SUPPLIER');
  const unit = unitOf(rotable, asked);
  const clock = clockOf(rotable, work.now);
  return (await moveRotable(work, rotable, {
    event: 'RECEIVE',
    expectedVersion: asked.expectedVersion,
    settle: true,
    set: { ...unit, ...(clock && { dueAt: clock.dueAt }) },
    ...(clock && { marks: clock.marks }),
    detail: { serial: unit.inSerial ?? rotable.inSerial },
  })) as Result<Rotable, ShipUnitError>;
}

function clockOf(rotable: Rotable, now: Date): { dueAt: Date; marks: RotableMark[] } | undefined {
  if (rotable.kind === 'CORE') return undefined;
  const { calendar, dayKind, pricing, quoteDays, turnDays } = rotable.terms;
  const dueAt = daysLater(calendar, now, { days: pricing === 'FIXED' ? turnDays : quoteDays, dayKind });
  return { dueAt, marks: marksUntil(pricing === 'FIXED' ? 'TURN' : 'QUOTE', now, dueAt) };
}
