import {
  type Connection,
  connection,
  keyset,
  NotFound,
  type Ordering,
  type PageArgs,
  pageOf,
  type RequestContext,
  rows,
  type UnitOfWork,
  type Work,
} from '#libs/platform';
import { Manufacturer } from '../part/part.entity.js';
import { ManufacturerMerge } from './manufacturer.entity.js';
import { makerAliases } from './manufacturer-alias.js';

/** The manufacturer. Throws NotFound. */
export async function manufacturerById(work: Work, id: string): Promise<Manufacturer> {
  const found = await work.tx.findOneBy(Manufacturer, { id });
  if (!found) throw new NotFound('manufacturer');
  return found;
}

/** A merge of manufacturers, undone ones too. Throws NotFound. */
export async function mergeById(work: Work, id: string): Promise<ManufacturerMerge> {
  const found = await work.tx.findOneBy(ManufacturerMerge, { id });
  if (!found) throw new NotFound('merge');
  return found;
}

const byName: Ordering = {
  name: 'manufacturers:NAME_ASC',
  columns: [
    { sql: 'm.name', cast: 'text' },
    { sql: 'm.id', cast: 'uuid' },
  ],
};

/** One page of manufacturers by name; `text` is a code, a name or a piece of a name. Those that were merged are left out unless asked for. */
export async function listManufacturers(
  work: Work,
  filter: { text?: string | null; merged?: boolean | null },
  args: PageArgs,
): Promise<Connection<Manufacturer>> {
  const page = pageOf(args, byName);
  const key = keyset(page, byName, 4);
  const text = filter.text?.trim() || null;
  const found = await rows<Manufacturer>(
    work,
    `select m.id, m.code_kind as "codeKind", m.code, m.name, m.cages, m.issuing_body as "issuingBody", m.successor_id as "successorId", m.succeeded_on as "succeededOn",
       m.merged_into as "mergedInto", m.version
     from catalog.manufacturer m
     where ($1::text is null or position(lower($1) in lower(m.name)) > 0 or exists (select from catalog.manufacturer_alias a where a.manufacturer_id = m.id and a.alias = any ($2)))
       and ($3::boolean or m.merged_into is null) and ${key.where}
     order by ${key.orderBy} limit ${key.limit}`,
    [text, text ? makerAliases(text) : [], filter.merged ?? false, ...key.values],
  );
  return connection(found, page, (m) => [m.name, m.id]);
}

/** A code or name by which files call a manufacturer. */
export interface ManufacturerName {
  manufacturerId: string;
  kind: 'CODE' | 'NAME';
  value: string;
  retired: boolean;
}

/** Codes and names of the manufacturers of one request, present ones first. */
export function manufacturerNamesLoader(ctx: RequestContext, unitOfWork: UnitOfWork) {
  return ctx.loader<string, ManufacturerName[]>('catalog.manufacturer-names', async (ids) => {
    if (!ctx.actor) throw new NotFound('manufacturer');
    const found = await unitOfWork.read(ctx.actor, (work) =>
      rows<ManufacturerName>(
        work,
        `select a.manufacturer_id as "manufacturerId", case left(a.alias, 1) when 'C' then 'CODE' else 'NAME' end as kind, substr(a.alias, 3) as value, a.retired_at is not null as retired
         from catalog.manufacturer_alias a where a.manufacturer_id = any ($1) order by retired, a.alias`,
        [[...ids]],
      ),
    );
    return ids.map((id) => found.filter((name) => name.manufacturerId === id));
  });
}

const newest: Ordering = { name: 'manufacturerMerges:NEWEST', columns: [{ sql: 'g.id', cast: 'uuid', descending: true }] };

/** Merges of manufacturers, newest first. */
export async function listMerges(work: Work, args: PageArgs): Promise<Connection<ManufacturerMerge>> {
  const page = pageOf(args, newest);
  const key = keyset(page, newest, 1);
  const found = await rows<ManufacturerMerge>(
    work,
    `select g.id, g.from_id as "fromId", g.into_id as "intoId", g.reason, g.made_at as "madeAt", g.undone_at as "undoneAt", g.undone_reason as "undoneReason"
     from catalog.manufacturer_merge g where ${key.where} order by ${key.orderBy} limit ${key.limit}`,
    [...key.values],
  );
  return connection(found, page, (merge) => [merge.id]);
}
