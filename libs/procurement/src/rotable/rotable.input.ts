import { z } from 'zod';
import { isLocalDate } from '#libs/kernel';

export const text = (most: number) => z.string().trim().min(1).max(most);
/** A serial number as written: trimmed, inner blanks to one, upper case. */
export const serial = text(40).transform((given) => given.replace(/\s+/g, ' ').toUpperCase());
/** A part number as written. */
export const partNumber = text(70).transform((given) => given.replace(/\s+/g, ' ').toUpperCase());
export const localDate = z.string().refine(isLocalDate, 'a date as CCYY-MM-DD');
export const which = { rotableId: z.uuid(), expectedVersion: z.int() };
/** The certificate that comes with a unit: its kind (8130-3, EASA Form 1, CoC) and number. */
export const certificate = { certificate: text(40), certificateNumber: text(60) };
