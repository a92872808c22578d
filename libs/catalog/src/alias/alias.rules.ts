import { z } from 'zod';
import { type Fault, isGtin, isLocalDate, isNsn, partKey, partNumberAsWritten } from '#libs/kernel';
import { checkInput } from '#libs/platform';
import { type AliasKind, aliasKinds } from './alias.entity.js';

/** Numbers of one call at most. */
export const aliasLinesMax = 500;

/** One number for one part. */
export interface AliasLine {
  /** 1-70 characters. */
  number: string;
  partId: string;
  /** Default OWN_STOCK_NUMBER. */
  kind?: AliasKind | null | undefined;
  /** First day it holds, as CCYY-MM-DD; default today. */
  validFrom?: string | null | undefined;
  /** Last day it holds; default for ever. */
  validTo?: string | null | undefined;
}

export type AliasFault =
  | Fault<'PartNumberInvalid'>
  | Fault<'NsnInvalid'>
  | Fault<'GtinInvalid'>
  | Fault<'PeriodReversed'>
  | Fault<'PartUnknown'>
  | Fault<'TooManyLines'>;

const shape = z.array(
  z.object({
    number: z.string(),
    partId: z.string(),
    kind: z.enum(aliasKinds).nullish(),
    validFrom: z.string().refine(isLocalDate, 'a day as CCYY-MM-DD').nullish(),
    validTo: z.string().refine(isLocalDate, 'a day as CCYY-MM-DD').nullish(),
  }),
);
/** Controls and halves of characters: no number has them, and no document could carry one. */
const unwritable = /[\p{Cc}\p{Cs}]/u;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A line as it is stored. */
export interface WrittenAlias {
  kind: AliasKind;
  number: string;
  partId: string;
  validFrom: string | null;
  validTo: string | null;
}

/** Ids of the parts that the lines name, as far as they are ids. */
export function partIdsOf(lines: readonly AliasLine[]): string[] {
  return lines.map((line) => line.partId.toLowerCase()).filter((id) => uuid.test(id));
}

/** Every fault of every line, and the lines as written; `known` are the parts that exist. Throws BadInput. */
export function checkedAliases(
  given: readonly AliasLine[],
  { known, today }: { known: ReadonlySet<string>; today: string },
): { errors: AliasFault[]; written: WrittenAlias[] } {
  const lines = checkInput(shape, given);
  const errors = lines.flatMap((line, i) => faultsOf(line, { known, today }).map((fault) => at(fault, i)));
  const written = lines.map((line) => ({
    kind: line.kind ?? 'OWN_STOCK_NUMBER',
    number: partNumberAsWritten(line.number) ?? '',
    partId: line.partId,
    validFrom: line.validFrom ?? null,
    validTo: line.validTo ?? null,
  }));
  return { errors, written };
}

function at(fault: AliasFault, line: number): AliasFault {
  return { ...fault, path: ['lines', String(line), ...fault.path] };
}

function faultsOf(line: AliasLine, { known, today }: { known: ReadonlySet<string>; today: string }): AliasFault[] {
  const errors: AliasFault[] = [];
  const number = partNumberAsWritten(line.number);
  const values = { value: line.number.slice(0, 80) };
  const path = ['number'];
  if (!number || partKey(number) === '' || unwritable.test(number)) errors.push({ code: 'PartNumberInvalid', path, values });
  else if (line.kind === 'NSN' && !isNsn(number)) errors.push({ code: 'NsnInvalid', path, values });
  else if (line.kind === 'GTIN' && !isGtin(number)) errors.push({ code: 'GtinInvalid', path, values });
  if (line.validTo && line.validTo < (line.validFrom ?? today)) errors.push({ code: 'PeriodReversed', path: ['validTo'] });
  if (!known.has(line.partId.toLowerCase())) errors.push({ code: 'PartUnknown', path: ['partId'] });
  return errors;
}
