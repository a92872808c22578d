import { In } from 'typeorm';
import { partKey } from '#libs/kernel';
import { rows, type Work } from '#libs/platform';
import { makerAliases } from '../manufacturer/manufacturer-alias.js';
import { Manufacturer, Part } from './part.entity.js';

/** The part, or undefined: parts are known to everybody. */
export async function partById(work: Work, partId: string): Promise<Part | undefined> {
  return (await work.tx.findOneBy(Part, { id: partId })) ?? undefined;
}

/** Parts by id, in no order; unknown ids are left out. */
export async function partsById(work: Work, partIds: readonly string[]): Promise<Part[]> {
  return partIds.length === 0 ? [] : work.tx.findBy(Part, { id: In([...partIds]) });
}

/** Manufacturers by id, in no order. */
export async function manufacturersById(work: Work, ids: readonly string[]): Promise<Manufacturer[]> {
  return ids.length === 0 ? [] : work.tx.findBy(Manufacturer, { id: In([...ids]) });
}

/**
 * Parts that a number may mean, those written exactly so first, then what everybody calls so, then those that share its key; at most
 * 20. A part that was merged stands for the one it is. `manufacturer` narrows by code or by name, present or former. Several hits
 * are a choice for the reader: nobody guesses for him (trade-rules 8).
 */
export async function partsByNumber(work: Work, asked: { number: string; manufacturer?: string }): Promise<Part[]> {
  const key = partKey(asked.number);
  if (key === '') return [];
  const makers = asked.manufacturer ? makerAliases(asked.manufacturer) : null;
  const found = await rows<{ id: string }>(
    work,
    `select p.id from (
       select coalesce(c.to_part, u.id) as id, min(u.step) as step from (
         select k.id, case when k.number = $3 then 1 else 3 end as step from catalog.part k where k.key = $1
         union all
         select a.part_id, 2 from catalog.common_alias a where a.key = any (catalog.alias_keys($1)) and (a.key = $1 or a.kind = 'GTIN')
           and a.valid_from <= current_date and coalesce(a.valid_to, current_date) >= current_date) u
       left join catalog.identity_correction c on c.from_part = u.id and c.kind = 'MERGE' and c.undone_at is null group by 1) h
     join catalog.part p on p.id = h.id join catalog.manufacturer m on m.id = p.manufacturer_id
     where $2::text[] is null or upper(m.name) = upper(btrim($4)) or exists (select from catalog.manufacturer_alias y where y.manufacturer_id = m.id and y.alias = any ($2))
     order by h.step, m.name, p.number, p.id limit 20`,
    [key, makers, asked.number.trim().replace(/\s+/g, ' ').toUpperCase(), asked.manufacturer ?? null],
  );
  const ids = found.map(({ id }) => id);
  const parts = new Map((await partsById(work, ids)).map((part) => [part.id, part]));
  return ids.flatMap((id) => parts.get(id) ?? []);
}
