import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import type { Manufacturer } from '../part/part.entity.js';
import { permissions } from '../permissions.js';
import { manufacturerById } from './manufacturer.reader.js';
import { manufacturerAlias } from './manufacturer-alias.js';

const input = z
  .strictObject({
    manufacturerId: z.uuid(),
    /** CAGE, or another code. */
    code: z.string().trim().min(1).max(120).nullish(),
    name: z.string().trim().min(1).max(120).nullish(),
  })
  .refine(({ code, name }) => (code == null) !== (name == null), 'give one of code, name');

export type NameManufacturerInput = z.input<typeof input>;
export type NameManufacturerError = Fault<'ManufacturerNameTaken'> | Fault<'ManufacturerNameInvalid'>;
export type RetireManufacturerNameError = Fault<'ManufacturerNameUnknown'> | Fault<'ManufacturerNameInvalid'>;

/**
 * Adds a code or a name by which files may call a manufacturer, for an operator; a retired one holds again. What belongs to another
 * manufacturer is refused: merge the two instead. Errors: ManufacturerNameTaken, ManufacturerNameInvalid. Throws Forbidden, NotFound.
 */
export async function nameManufacturer(
  work: Work,
  given: NameManufacturerInput,
): Promise<Result<Manufacturer, NameManufacturerError>> {
  const outcome = await written(work, given, false);
  if (outcome.ok && outcome.value === 'TAKEN') return fail({ code: 'ManufacturerNameTaken', path: [pathOf(given)] });
  return outcome.ok ? ok(await manufacturerById(work, given.manufacturerId)) : outcome;
}

/**
 * Retires a code or name: it is no longer shown as one of the manufacturer's, and still finds, because old files use it. For an
 * operator. Errors: ManufacturerNameUnknown, ManufacturerNameInvalid. Throws Forbidden, NotFound.
 */
export async function retireManufacturerName(
  work: Work,
  given: NameManufacturerInput,
): Promise<Result<Manufacturer, RetireManufacturerNameError>> {
  const outcome = await written(work, given, true);
  if (outcome.ok && outcome.value === 'UNKNOWN') return fail({ code: 'ManufacturerNameUnknown', path: [pathOf(given)] });
  return outcome.ok ? ok(await manufacturerById(work, given.manufacturerId)) : outcome;
}

const pathOf = ({ code }: NameManufacturerInput): string => (code == null ? 'name' : 'code');

async function written(
  work: Work,
  given: NameManufacturerInput,
  retire: boolean,
): Promise<Result<string, Fault<'ManufacturerNameInvalid'>>> {
  requirePermission(work, permissions.operateParts);
  const { manufacturerId, code, name } = checkInput(input, given);
  const alias = manufacturerAlias({ code: code ?? '', name: name ?? '' });
  // A name of punctuation alone leaves nothing to find it by.
  if (!alias) return fail({ code: 'ManufacturerNameInvalid', path: [pathOf(given)] });
  const set = await one<{ outcome: string }>(work, 'select catalog.name_manufacturer($1, $2, $3) as outcome', [
    manufacturerId,
    alias,
    retire,
  ]);
  const outcome = set?.outcome ?? '';
  if (outcome === 'NAMED' || outcome === 'RETIRED') {
    const action = retire ? 'manufacturer:retire-name' : 'manufacturer:name';
    await audit(work, { action, subject: `manufacturer:${manufacturerId}`, detail: { alias } });
  }
  return ok(outcome);
}
