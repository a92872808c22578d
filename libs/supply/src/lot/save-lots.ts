import { z } from 'zod';
import { type Fault, fail, isDecimal, isLocalDate, isNegative, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, rows, type Work } from '#libs/platform';
import { keepShown } from '../audience/audience.reader.js';
import { permissions } from '../permissions.js';
import { traces } from './lot.entity.js';

/** Lots of one call at most: they are written by one statement. */
export const lotsMax = 1000;

const name = (most: number) => z.string().trim().min(1).max(most);
const lot = z
  .strictObject({
    offerId: z.uuid().nullish(),
    /** The supplier's own part number, as in his catalogue. */
    supplierPart: name(70).nullish(),
    location: name(40),
    lotNumber: name(60).nullish(),
    serialNumber: name(60).nullish(),
    condition: name(30),
    certificates: z
      .array(name(30))
      .max(20)
      .default([])
      .transform((kinds) => [...new Set(kinds)].sort()),
    trace: z.enum(traces),
    shelfLifeOn: z.string().refine(isLocalDate, 'a day as CCYY-MM-DD').nullish(),
    quantity: z.string().refine((text) => isDecimal(text) && !isNegative(text), 'a decimal not below zero'),
  })
  .refine(({ offerId, supplierPart }) => (offerId == null) !== (supplierPart == null), 'give offerId or supplierPart, not both')
  .refine(({ lotNumber, serialNumber }) => lotNumber != null || serialNumber != null, 'give lotNumber or serialNumber')
  .refine(({ serialNumber, quantity }) => serialNumber == null || Number(quantity) === 0 || Number(quantity) === 1, {
    path: ['quantity'],
    message: 'a serial is one unit, or none',
  });
const input = z.strictObject({ lots: z.array(lot).min(1).max(lotsMax) });

export type SaveLotsInput = z.input<typeof input>;
export type LotFault = Fault<
  'LotOfferUnknown' | 'LotOfferAmbiguous' | 'LotCodeUnknown' | 'LotNotSold' | 'LotTaken' | 'LotRepeated'
>;

interface Judged {
  n: number;
  /** The offers that the line names: one, when all is well. */
  own: number;
  repeated: boolean;
  unknown: string | null;
  sold: boolean;
  taken: string | null;
}

/**
 * States lots and serials of the acting supplier's offers, up to 1,000, all or none: where, in what condition, with which certificates,
 * trace and shelf life, how many. Offer, place, lot and serial name a lot; stated again it is replaced, quantity 0 ends it.
 * An offer is named by its id or by the supplier's own number. Stock (setStock) says how many units there are, lots say what they are. Gives how many were written.
 * Errors, with `path` to the line: LotOfferUnknown, LotOfferAmbiguous (the number stands in several catalogues), LotCodeUnknown, LotNotSold (on request, stolen, scrap), LotTaken (orders have
 * taken more), LotRepeated. Throws Forbidden without stock:write, BadInput.
 */
export async function saveLots(work: Work, given: SaveLotsInput): Promise<Result<number, LotFault>> {
  requirePermission(work, permissions.writeStock);
  const { lots } = checkInput(input, given);
  await keepShown(work);
  const json = JSON.stringify(lots.map((line, n) => ({ n, ...line })));
  const faults = (await rows<Judged>(work, judge, [work.actor.orgId, json])).flatMap(faultOf);
  if (faults.length > 0) return fail(...faults);
  const written = await rows(work, write, [work.actor.orgId, json]);
  // An order took a unit between the look and the write.
  if (written.length < lots.length) return fail({ code: 'LotTaken', path: ['lots'], values: { taken: null } });
  await audit(work, { action: 'stock:lots', subject: `organization:${work.actor.orgId}`, detail: { lots: lots.length } });
  return ok(written.length);
}

const given = `given as (select * from jsonb_to_recordset($2) as g (n integer, "offerId" uuid, "supplierPart" text, location text, "lotNumber" text, "serialNumber" text,
    condition text, certificates jsonb, trace text, "shelfLifeOn" date, quantity numeric)),
  named as (select g.*, f.offer, f.audience, coalesce(f.own, 0)::integer as own from given g left join lateral (
    select (array_agg(o.id))[1] as offer, (array_agg(o.audience))[1] as audience, count(*) as own from (
      select o.id, o.audience from supply.offer o where o.org_id = $1 and o.id = g."offerId"
      union all select o.id, o.audience from supply.offer o where o.org_id = $1 and o.supplier_part = g."supplierPart") o) f on true)`;

const judge = `with ${given} select g.n, g.own, count(*) over (partition by g.offer, g.location, g."lotNumber", g."serialNumber") > 1 as repeated,
    (select min(w.code) from (select g.condition as code, 'CONDITION' as list union all select c, 'CERTIFICATE' from jsonb_array_elements_text(g.certificates) c) w
      where not exists (select from supply.lot_code k where k.list = w.list and k.code = w.code and coalesce(k.valid_to, current_date) >= current_date)) as unknown,
    coalesce((select k.sold from supply.lot_code k where k.list = 'CONDITION' and k.code = g.condition order by k.version desc limit 1), true) as sold,
    case when l.taken > g.quantity then trim_scale(l.taken)::text end as taken
  from named g left join supply.lot l on l.org_id = $1 and l.offer_id = g.offer and l.location = g.location
    and l.lot_number is not distinct from g."lotNumber" and l.serial_number is not distinct from g."serialNumber" order by g.n`;

const write = `with ${given} insert into supply.lot as l (org_id, offer_id, audience, location, lot_number, serial_number, condition, certificates, trace, shelf_life_on, quantity)
  select $1, g.offer, g.audience, g.location, g."lotNumber", g."serialNumber", g.condition, array(select jsonb_array_elements_text(g.certificates)), g.trace, g."shelfLifeOn", g.quantity
  from named g where g.own = 1 order by g.offer, g.location, g."lotNumber", g."serialNumber"
  on conflict (org_id, offer_id, location, lot_number, serial_number) do update set audience = excluded.audience, condition = excluded.condition,
    certificates = excluded.certificates, trace = excluded.trace, shelf_life_on = excluded.shelf_life_on, quantity = excluded.quantity, as_of = transaction_timestamp()
  where l.taken <= excluded.quantity returning l.id`;

function faultOf({ n, own, repeated, unknown, sold, taken }: Judged): LotFault[] {
  const path = ['lots', String(n)];
  if (own !== 1) return [{ code: own === 0 ? 'LotOfferUnknown' : 'LotOfferAmbiguous', path: [...path, 'offerId'] }];
  const faults: LotFault[] = [];
  if (repeated) faults.push({ code: 'LotRepeated', path });
  if (unknown !== null) faults.push({ code: 'LotCodeUnknown', path, values: { name: unknown } });
  if (!sold) faults.push({ code: 'LotNotSold', path: [...path, 'condition'] });
  if (taken !== null) faults.push({ code: 'LotTaken', path: [...path, 'quantity'], values: { taken } });
  return faults;
}
