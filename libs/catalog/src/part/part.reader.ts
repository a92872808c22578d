import { In } from 'typeorm';
import { partKey } from '#libs/kernel';
import { rows, type Work } from '#libs/platform';
import { Manufacturer, Part, PartAlias } from './part.entity.js';

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
 * Parts that a number may mean, those written exactly so first, then those that share its key; at most 20. `manufacturer` narrows
 * by code or by name. Several hits are a choice for the reader: nobody guesses for him (trade-rules 8).
 */
export async function partsByNumber(work: Work, asked: { number: string; manufacturer?: string }): Promise<Part[]> {
  const key = partKey(asked.number);
  if (key === '') return [];
  const maker = asked.manufacturer?.trim().toUpperCase() ?? null;
  const found = await rows<{ id: string }>(
    work,
    `select p.id from catalog.part p join catalog.manufacturer m on m.id = p.manufacturer_id
     where p.key = $1 and ($2::text is null or m.code = $2 or $2 = any (m.cages) or upper(m.name) = $2)
     order by p.number <> $3, m.name, p.number, p.id limit 20`,
    [key, maker, asked.number.trim().replace(/\s+/g, ' ').toUpperCase()],
  );
  const parts = new Map(
    (
      await partsById(
        work,
        found.map(({ id }) => id),
      )
    ).map((part) => [part.id, part]),
  );
  return found.flatMap(({ id }) => parts.get(id) ?? []);
}

/** The acting organisation's own numbers for these parts that hold today. */
export async function aliasesOf(work: Work, partIds: readonly string[]): Promise<PartAlias[]> {
  if (partIds.length === 0) return [];
  return work.tx
    .createQueryBuilder(PartAlias, 'a')
    .where('a.orgId = :org and a.partId in (:...parts)', { org: work.actor.orgId, parts: [...partIds] })
    .andWhere('a.validFrom <= current_date and (a.validTo is null or a.validTo >= current_date)')
    .orderBy('a.number')
    .getMany();
}
