import { type AlternativeStep, alternativesOf } from '#libs/catalog';
import { rows, type Work } from '#libs/platform';
import type { OrderLine, ScheduleLine, WholeOrder } from '../order/order.entity.js';
import { covers } from './consent.js';

/** A proposed substitute that the consent of its line covers: the part it is, and the way that leads there. */
export interface CoveredSubstitute {
  scheduleId: string;
  partId: string;
  reason: string;
  path: AlternativeStep[];
}

interface Proposed {
  line: OrderLine;
  schedule: ScheduleLine;
}

/**
 * Which of the substitutes proposed on an order the buyer's consent covers, for the buyer: the named part must be exactly one that he
 * may see, and an alternative of the ordered part on links whose word counts for him. Two statements for the whole order.
 */
export async function coveredSubstitutes(work: Work, order: WholeOrder): Promise<Map<string, CoveredSubstitute>> {
  const proposed = order.lines
    .filter((line) => line.alternatesConsent !== 'NONE')
    .flatMap((line) =>
      line.schedules.filter(({ status }) => status === 'SUBSTITUTE_PROPOSED').map((schedule) => ({ line, schedule })),
    );
  if (proposed.length === 0) return new Map();
  const parts = await partsNamed(work, order.counterpartyId, proposed);
  const questions = proposed.map(({ line }) => ({
    partId: line.partId,
    consentQualified: line.alternatesConsent === 'QUALIFIED',
    first: 100,
  }));
  // An order has up to 500 lines, a question up to 200.
  const answers = (await Promise.all(slices(questions).map((slice) => alternativesOf(work, slice)))).flat();
  const covered = proposed.flatMap(({ line, schedule }, i): [string, CoveredSubstitute][] => {
    const partId = parts.get(schedule.id);
    const found = answers[i]?.find(({ parts: [first, second] }) => first?.partId === partId && second === undefined);
    if (!partId || !found || !covers(line.alternatesConsent, found.reason)) return [];
    return [[schedule.id, { scheduleId: schedule.id, partId, reason: found.reason, path: found.path }]];
  });
  return new Map(covered);
}

function slices<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / 200) }, (_, i) => items.slice(i * 200, i * 200 + 200));
}

/** The one part that each substitute names, by the supplier's number among his visible offers and by the maker's number; what contradicts itself, or could be several, is left out; a merged part is the one it turned out to be. */
async function partsNamed(work: Work, supplierId: string, proposed: readonly Proposed[]): Promise<Map<string, string>> {
  const asked = proposed.map(({ schedule }) => ({ id: schedule.id, ...schedule.proposal?.substitute }));
  const found = await rows<{ id: string; part: string }>(
    work,
    `select x.id, min(y.part::text) as part
     from jsonb_to_recordset($1) as x (id uuid, "supplierPart" text, "manufacturerPart" text, manufacturer text)
     cross join lateral (
       select o.part_id as part from supply.offer o
       where o.org_id = $2 and o.supplier_part = x."supplierPart" and o.status = 'ACTIVE'
         and (x."manufacturerPart" is null or exists (select 1 from catalog.part p where p.id = o.part_id and p.key = catalog.part_key(x."manufacturerPart")))
       union
       select p.id from catalog.part p join catalog.manufacturer m on m.id = p.manufacturer_id
       where x."supplierPart" is null and p.number = upper(btrim(x."manufacturerPart")) and p.key = catalog.part_key(x."manufacturerPart")
         and (x.manufacturer is null or upper(m.name) = upper(btrim(x.manufacturer)) or m.code = upper(btrim(x.manufacturer)) or upper(btrim(x.manufacturer)) = any (m.cages))) c
     cross join lateral (select coalesce((select k.to_part from catalog.identity_correction k where k.from_part = c.part and k.kind = 'MERGE' and k.undone_at is null), c.part) as part) y
     group by x.id having count(distinct y.part) = 1`,
    [JSON.stringify(asked), supplierId],
  );
  return new Map(found.map(({ id, part }) => [id, part]));
}
