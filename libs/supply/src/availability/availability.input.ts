import { z } from 'zod';
import { type ApprovalBasis, approvalBases, makerAliases } from '#libs/catalog';
import { type DecimalText, isCurrencyCode, isLocalDate, isPositiveDecimal, type LocalDate } from '#libs/kernel';
import { type AskedLot, askedLot, wantedLot } from '../lot/wanted-lot.js';

/** Lines of one question at most. */
export const availabilityLinesMax = 200;

/** Text that only finds: controls, NUL among them, and halves of characters are blanks. */
const named = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ').trim())
    .pipe(z.string().min(1).max(most));

const line = z
  .object({
    offerId: z.uuid().nullish(),
    partId: z.uuid().nullish(),
    /** As written, or the buyer's own number; `manufacturer` is a code (CAGE) or a name. */
    number: named(70).nullish(),
    manufacturer: named(120).nullish(),
    quantity: z.string().refine(isPositiveDecimal, 'a decimal above zero'),
    needBy: z.string().refine(isLocalDate, 'a day as CCYY-MM-DD').nullish(),
  })
  .refine(
    (given) => [given.offerId, given.partId, given.number].filter((way) => way != null).length === 1,
    'give one of offerId, partId, number',
  );

/** What an availability question must look like. */
export const availabilityInput = z.object({
  lines: z.array(line).min(1).max(availabilityLinesMax),
  /** A hard filter: offers of another approval basis, or of none known, are no candidates. */
  approvalBases: z.array(z.enum(approvalBases)).min(1).nullish(),
  /** A hard filter: offers without units that are so are no candidates. Shelf life counts on the day of need. */
  lots: wantedLot.nullish(),
  /** Shows every price in this currency too; orders stay in the offer's. */
  displayCurrency: z.string().refine(isCurrencyCode, 'an ISO 4217 code').nullish(),
});

export type AvailabilityInput = z.input<typeof availabilityInput>;

/** One line as `supply.read_asked_lines` takes it, which makes of it what `supply.read_availability` takes. */
export interface AskedLine {
  n: number;
  offer?: string;
  part?: string;
  number?: string;
  /** Aliases of the manufacturer that was named. */
  makers?: readonly string[];
  bases?: readonly ApprovalBasis[];
  /** What its units must be. */
  want?: AskedLot;
  qty: DecimalText;
  needBy?: LocalDate;
}

/** The checked lines in the shape of the database's function. */
export function askedLines({ lines, approvalBases: bases, lots }: z.output<typeof availabilityInput>): AskedLine[] {
  return lines.map(({ offerId, partId, number, manufacturer, quantity, needBy }, n) => {
    const asked: AskedLine = { n, qty: quantity };
    if (needBy != null) asked.needBy = needBy;
    if (offerId != null) asked.offer = offerId;
    else if (partId != null) asked.part = partId;
    else if (number != null) asked.number = number;
    if (number != null && manufacturer != null) asked.makers = makerAliases(manufacturer);
    if (bases != null) asked.bases = bases;
    const want = askedLot(lots, needBy);
    if (want !== undefined) asked.want = want;
    return asked;
  });
}

/** Whether the lines go to the database as they are: by offer alone, without a filter. That is the hot way. */
export function isByOffer(lines: readonly AskedLine[]): boolean {
  return lines.every((line) => line.offer !== undefined && line.bases === undefined && line.want === undefined);
}
