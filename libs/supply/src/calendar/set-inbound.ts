import { type Fault, ok, type Result } from '#libs/kernel';
import { checkInput, requirePermission, rows, type Work } from '#libs/platform';
import { keepShown } from '../audience/audience.reader.js';
import { inboundInput, type SetInboundInput } from './calendar.input.js';

export type InboundFault = Fault<'InboundOfferUnknown' | 'InboundOfferAmbiguous' | 'InboundRepeated'>;

/** What became of the lines: `written` were taken, the others are refused with their reasons. */
export interface InboundReport {
  written: number;
  refused: readonly InboundFault[];
}

interface Answer {
  n: number;
  outcome: 'WRITTEN' | InboundFault['code'];
}

/**
 * Takes up to 1,000 receipts that the acting supplier expects: an offer, a place, his reference, a quantity in order units and the day.
 * The same reference again replaces what was said of it; quantity 0 takes it off the list, because it does not come or is counted as
 * stock now. What promises claim of it stays claimed, also when the reference is listed anew. Lines stand alone: a refused one leaves the others. Refused: InboundOfferUnknown,
 * InboundOfferAmbiguous (the number stands in several catalogues), InboundRepeated. Throws Forbidden without stock:write, BadInput.
 */
export async function setInbound(work: Work, given: SetInboundInput): Promise<Result<InboundReport, InboundFault>> {
  requirePermission(work, 'stock:write');
  const { lines } = checkInput(inboundInput, given);
  const asked = lines.map((line, n) => ({
    n,
    offer: line.offerId ?? undefined,
    part: line.supplierPart ?? undefined,
    location: line.location,
    reference: line.reference,
    quantity: line.quantity,
    day: line.expectedOn ?? undefined,
  }));
  await keepShown(work);
  const answers = await write(work, JSON.stringify(asked));
  const refused = answers.flatMap(({ n, outcome }): InboundFault[] =>
    outcome === 'WRITTEN' ? [] : [{ code: outcome, path: ['lines', String(n)] }],
  );
  return ok({ written: answers.length - refused.length, refused });
}

/** One statement: resolve, take away, write, answer every line. Of two lines of one receipt the first holds. */
async function write(work: Work, asked: string): Promise<Answer[]> {
  return rows<Answer>(
    work,
    `with asked as (select * from jsonb_to_recordset($2) as a (n int, offer uuid, part text, location text, reference text, quantity numeric, day date)),
     found as (
       select a.*, o.id as offer_id, o.audience, count(*) over (partition by a.n) as hits
       from asked a cross join lateral (
         select o.id, o.audience from supply.offer o where o.org_id = $1 and o.id = a.offer
         union all
         select o.id, o.audience from supply.offer o where o.org_id = $1 and o.supplier_part = a.part) o),
     once as (select distinct on (f.offer_id, f.location, f.reference) f.* from found f where f.hits = 1 order by f.offer_id, f.location, f.reference, f.n),
     gone as (
       delete from supply.inbound i using once f where i.org_id = $1 and i.offer_id = f.offer_id and i.location = f.location and i.reference = f.reference
         and f.quantity = 0),
     written as (
       insert into supply.inbound (org_id, offer_id, location, reference, audience, quantity, expected_on)
       select $1, f.offer_id, f.location, f.reference, f.audience, f.quantity, f.day from once f where f.quantity > 0 order by f.offer_id, f.location, f.reference
       on conflict (org_id, offer_id, location, reference) do update set quantity = excluded.quantity, expected_on = excluded.expected_on, reported_at = excluded.reported_at)
     select a.n, case when count(f.n) = 0 then 'InboundOfferUnknown' when count(f.n) > 1 then 'InboundOfferAmbiguous' when count(c.n) = 0 then 'InboundRepeated' else 'WRITTEN' end as outcome
     from asked a left join found f on f.n = a.n left join once c on c.n = a.n group by a.n order by a.n`,
    [work.actor.orgId, asked],
  );
}
