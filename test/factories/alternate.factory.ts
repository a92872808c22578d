import { type AssertLinkInput, assertLink, type InterchangeLink } from '#libs/catalog';
import type { Actor } from '#libs/platform';
import type { FreshDatabase } from '../support/fresh-database.js';
import { organization, value } from './catalogue.factory.js';

let counter = 0;

/** A manufacturer with a CAGE, past every wall. */
export async function plantMaker(db: FreshDatabase, cage: string): Promise<string> {
  const [maker] = await db.admin<{ id: string }>(
    `insert into catalog.manufacturer (code_kind, code, name, cages) values ('CAGE', $1, $2, array[$1]) returning id`,
    [cage, `Maker ${cage}`],
  );
  await db.admin(`insert into catalog.manufacturer_alias (alias, manufacturer_id) values ('C:' || $1, $2)`, [cage, maker!.id]);
  return maker!.id;
}

/** Parts of a manufacturer by the numbers given, past every wall; ids by number. */
export async function plantParts<const T extends string>(
  db: FreshDatabase,
  makerId: string,
  numbers: readonly T[],
): Promise<Record<T, string>> {
  const org = '00000000-0000-7000-8000-000000000001';
  const made = await db.admin<{ id: string; number: T }>(
    `insert into catalog.part (manufacturer_id, number, key, name, source_org, source_rank)
     select $1, n, catalog.part_key(n), 'Part ' || n, $2, 1 from unnest($3::text[]) as n returning id, number`,
    [makerId, org, numbers],
  );
  return Object.fromEntries(made.map(({ id, number }) => [number, id])) as Record<T, string>;
}

/** The five who speak of interchangeability, and parts A to H of one manufacturer, W to Z of another (a PMA house). */
export interface AlternateWorld {
  maker: Actor;
  pma: Actor;
  operator: Actor;
  supplier: Actor;
  buyer: Actor;
  stranger: Actor;
  parts: Record<'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'W' | 'X' | 'Y' | 'Z', string>;
}

export async function alternateWorld(db: FreshDatabase): Promise<AlternateWorld> {
  const [own, other] = [String(10_000 + ++counter), String(20_000 + counter)];
  const makers = [await plantMaker(db, own), await plantMaker(db, other)] as const;
  const parts = {
    ...(await plantParts(db, makers[0], ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])),
    ...(await plantParts(db, makers[1], ['W', 'X', 'Y', 'Z'])),
  };
  return {
    maker: await organization(db, { cage: own }),
    pma: await organization(db, { cage: other }),
    operator: await organization(db, { roles: ['OPERATOR'] }),
    supplier: await organization(db),
    buyer: await organization(db, { roles: ['BUYER'] }),
    stranger: await organization(db, { roles: ['BUYER'] }),
    parts,
  };
}

/** A link that must be a success: two-way unless told otherwise. */
export async function plantLink(
  db: FreshDatabase,
  actor: Actor,
  input: Partial<AssertLinkInput> & { fromPartId: string },
): Promise<InterchangeLink> {
  return value(await db.unitOfWork.run(actor, (work) => assertLink(work, { code: '2', ...input })));
}
