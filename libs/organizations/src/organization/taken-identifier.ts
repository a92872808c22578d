import type { Fault } from '#libs/kernel';
import { one, type Work } from '#libs/platform';

/** Identifiers of an organisation that the world gives out once. */
export interface Identifiers {
  cage?: string | null | undefined;
  duns?: string | null | undefined;
  gln?: string | null | undefined;
  peppolId?: string | null | undefined;
}

/** The first identifier that another organisation than `except` has already, as a fault of its field. Two founders at once meet the unique key. */
export async function takenIdentifier(
  work: Work,
  given: Identifiers,
  except?: string,
): Promise<Fault<'IdentifierTaken'> | undefined> {
  const found = await one<{ field: keyof Identifiers }>(
    work,
    `select case when o.cage = $1 then 'cage' when o.duns = $2 then 'duns' when o.gln = $3 then 'gln' else 'peppolId' end as field
     from organizations.organization o
     where (o.cage = $1 or o.duns = $2 or o.gln = $3 or o.peppol_id = $4) and ($5::uuid is null or o.id <> $5) order by o.id limit 1`,
    [given.cage ?? null, given.duns ?? null, given.gln ?? null, given.peppolId ?? null, except ?? null],
  );
  if (!found) return undefined;
  return { code: 'IdentifierTaken', path: [found.field], values: { identifier: given[found.field] ?? null } };
}
