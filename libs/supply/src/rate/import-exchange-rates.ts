import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { BadInput, checkInput, requirePermission, type Work } from '#libs/platform';
import { readRates } from './rate-csv.js';
import { ratesMax, type SaveExchangeRatesError, saveExchangeRates } from './save-exchange-rates.js';

const input = z.strictObject({ csv: z.string().min(1).max(200_000) });

export type ImportExchangeRatesError = SaveExchangeRatesError | Fault<'RateLineUnreadable' | 'RateLineInvalid'>;

/**
 * Records the rates of a CSV text (columns: see `readRates`), up to 1,000 lines; all of them or none.
 * Errors, each with its line: RateLineUnreadable, RateLineInvalid, and those of saveExchangeRates. Throws Forbidden without rate:manage, BadInput.
 */
export async function importExchangeRates(
  work: Work,
  given: z.input<typeof input>,
): Promise<Result<{ written: number }, ImportExchangeRatesError>> {
  requirePermission(work, 'rate:manage');
  const { rates, faults } = readRates(checkInput(input, given).csv);
  if (faults.length > 0) return fail(...faults.slice(0, 100));
  if (rates.length > ratesMax || rates.length === 0)
    return fail({ code: 'RateLineUnreadable', path: ['csv', '1'], values: { line: rates.length + 1, found: `${rates.length}` } });
  const lineOf = (index: string | undefined): number => rates[Number(index)]?.line ?? 1;
  try {
    const saved = await saveExchangeRates(work, { rates: rates.map(({ rate }) => rate) });
    if (saved.ok) return ok(saved.value);
    return fail(...saved.errors.map((fault) => ({ ...fault, path: ['csv', String(lineOf(fault.path[1]))] })));
  } catch (error) {
    // What the verb takes for a client's mistake is a person's here: it goes back with its line.
    if (!(error instanceof BadInput)) throw error;
    return fail(
      ...error.problems.slice(0, 100).map(({ path, message }) => ({
        code: 'RateLineInvalid' as const,
        path: ['csv', String(lineOf(path[1]))],
        values: { line: lineOf(path[1]), column: path.at(-1) ?? '', expected: message },
      })),
    );
  }
}
