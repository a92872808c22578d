import { equalRow, type ProofRow } from '../programme.js';
import { noneOf } from '../support/checker.js';
import { unopened } from './canaries.js';
import type { Outcome } from './doors.js';

/** Kinds of canaries that owners must be shown at least: fewer would mean that the walk no longer gets to what it guards. */
const ownedMin = 75;

/** The figures of a walk through the doors. */
export function doorRows({ coverage, operations, rest, found, owned, leaks, changed, requests }: Outcome): ProofRow[] {
  const missing = (all: readonly string[], done: ReadonlySet<string>): string[] => all.filter((one) => !done.has(one));
  const taken = new Set(found.flatMap((f) => f.taken));
  const shallow = new Map(
    found.flatMap((f) => f.refused.filter(({ name }) => !taken.has(name)).map(({ name, said }) => [name, said])),
  );
  const compared = found.reduce((sum, f) => sum + f.compared, 0);
  return [
    noneOf(
      `of ${operations.length} root fields, ${coverage.allFields.length} fields in all, not asked for`,
      missing(coverage.allFields, coverage.fields),
    ),
    noneOf(`of ${coverage.allInputs.length} arguments and input fields not given`, missing(coverage.allInputs, coverage.inputs)),
    equalRow('REST routes called', rest.called.size, rest.specs.length),
    noneOf('fields and routes that the generator could not call', [
      ...coverage.unfillable,
      ...rest.unfillable,
      ...coverage.refused,
    ]),
    noneOf(
      'root fields whose input was refused by form each time, so that nothing behind it was tried',
      [...shallow].map(([name, said]) => `${name}: ${said}`),
    ),
    {
      promise: 'kinds of canaries that the search sees when their owner asks',
      figure: owned.size,
      wanted: `at least ${ownedMin}`,
      ok: owned.size >= ownedMin,
    },
    equalRow('bidders who are shown their timed bid before its close', Number(owned.has(unopened)), 1),
    noneOf(`leaks in every byte received by guests, strangers and members without right (${requests} requests)`, leaks),
    noneOf(
      `foreign ids answered otherwise than ids of nothing (${compared} pairs)`,
      found.flatMap(({ told }) => told),
    ),
    noneOf(
      'doors open to those who may not',
      found.flatMap(({ gates }) => gates),
    ),
    noneOf('tables in which a row of the victim was changed by others', changed),
  ];
}
