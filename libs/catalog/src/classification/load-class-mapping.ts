import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, rows, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { classRowsMax, faultsMax, type MappingRow } from './classification.rules.js';
import { systemName } from './load-classification.js';

const version = z.string().min(1).max(20);
const input = z.strictObject({ fromSystem: systemName, fromVersion: version, toSystem: systemName, toVersion: version });

export type LoadClassMappingInput = z.input<typeof input>;
export type LoadClassMappingError =
  | Fault<'ClassificationUnknown'>
  | Fault<'ClassUnknown'>
  | Fault<'ClassRelationUnknown'>
  | Fault<'TooManyLines'>;

/**
 * Loads what classes of one system are in another, for an operator; loading it again replaces it. SAME holds in both directions: who
 * searches one finds parts classed by the other. CONTAINS holds downward only. Gives how many pairs. Errors: those of all rows,
 * the first 100; then nothing is loaded. Throws Forbidden, BadInput.
 */
export async function loadClassMapping(
  work: Work,
  given: LoadClassMappingInput,
  pairs: readonly MappingRow[],
): Promise<Result<number, LoadClassMappingError>> {
  requirePermission(work, permissions.operateParts);
  const between = checkInput(input, given);
  if (pairs.length > classRowsMax) return fail({ code: 'TooManyLines', path: ['rows'], values: { limit: classRowsMax } });
  const faults = await faultsOf(work, between, pairs);
  if (faults.length > 0) return fail(...faults);
  const stored = [...new Map(pairs.map((pair) => [`${pair.from} ${pair.to}`, { ...pair, relation: relationOf(pair) }])).values()];
  const loaded = await one<{ pairs: number }>(work, 'select catalog.load_class_mapping($1, $2) as pairs', [
    JSON.stringify(between),
    JSON.stringify(stored),
  ]);
  const subject = `classification:${between.fromSystem}-${between.fromVersion}`;
  await audit(work, { action: 'classification:map', subject, detail: { ...between, pairs: loaded?.pairs ?? 0 } });
  return ok(loaded?.pairs ?? 0);
}

const relationOf = ({ relation }: MappingRow): string => relation.trim().toUpperCase() || 'SAME';

async function faultsOf(
  work: Work,
  between: z.output<typeof input>,
  pairs: readonly MappingRow[],
): Promise<LoadClassMappingError[]> {
  const [from, to] = [
    await codesOf(work, between.fromSystem, between.fromVersion),
    await codesOf(work, between.toSystem, between.toVersion),
  ];
  if (from.size === 0) return [{ code: 'ClassificationUnknown', path: ['fromVersion'] }];
  if (to.size === 0) return [{ code: 'ClassificationUnknown', path: ['toVersion'] }];
  const faults = pairs.flatMap((pair): LoadClassMappingError[] => {
    const path = ['rows', String(pair.line)];
    const unknown = !from.has(pair.from) ? pair.from : !to.has(pair.to) ? pair.to : undefined;
    if (unknown !== undefined) return [{ code: 'ClassUnknown', path, values: { line: pair.line, value: unknown.slice(0, 80) } }];
    const known = ['SAME', 'CONTAINS'].includes(relationOf(pair));
    return known ? [] : [{ code: 'ClassRelationUnknown', path, values: { line: pair.line, value: pair.relation.slice(0, 80) } }];
  });
  return faults.slice(0, faultsMax);
}

async function codesOf(work: Work, system: string, version: string): Promise<Set<string>> {
  const found = await rows<{ code: string }>(
    work,
    'select c.code from catalog.classification c where c.system = $1 and c.version = $2',
    [system, version],
  );
  return new Set(found.map(({ code }) => code));
}
