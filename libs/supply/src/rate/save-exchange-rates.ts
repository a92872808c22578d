import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, requirePermission, rows, type Work } from '#libs/platform';
import { currency, day, overlapping, positive } from '../price/pricing.input.js';
import { rateKinds } from './rate.js';

/** Rates of one call at most. */
export const ratesMax = 1000;

const rate = z
  .strictObject({
    kind: z.enum(rateKinds),
    /** The buyer or supplier it was agreed with; CONTRACT only. */
    partnerId: z.uuid().nullish(),
    from: currency,
    to: currency,
    /** What 1 of `from` is in `to`. */
    rate: positive,
    /** Who says so: ECB, the treasury, contract 4711. */
    source: z.string().trim().min(1).max(120),
    /** The day of a DAY rate, else the first day. */
    validFrom: day,
    validTo: day.nullish(),
  })
  .refine((given) => given.from !== given.to, { path: ['to'], message: 'another currency' })
  .refine((given) => (given.kind === 'CONTRACT') === (given.partnerId != null), {
    path: ['partnerId'],
    message: 'with CONTRACT and only there',
  })
  .refine((given) => (given.kind === 'DAY') === (given.validTo == null), {
    path: ['validTo'],
    message: 'not with DAY, and with all others',
  })
  .refine((given) => given.validTo == null || given.validFrom <= given.validTo, {
    path: ['validTo'],
    message: 'ends before it begins',
  });

const input = z.strictObject({ rates: z.array(rate).min(1).max(ratesMax) });
export type RateInput = z.input<typeof rate>;
type CheckedRate = z.output<typeof rate>;

export type SaveExchangeRatesError = Fault<'RateOverlaps' | 'RatePartnerUnknown'>;

/**
 * Records rates by which prices are shown in another currency: of a DAY (recorded again for the same day it replaces the earlier),
 * FROZEN for a time, or a CONTRACT with a partner for a time, which the partner sees too. A CONTRACT counts when its owner is the
 * supplier of a price. Orders never use them. All of them or none.
 * Errors: RateOverlaps (the same currencies on one day, not DAY), RatePartnerUnknown. Throws Forbidden without rate:manage, BadInput.
 */
export async function saveExchangeRates(
  work: Work,
  given: z.input<typeof input>,
): Promise<Result<{ written: number }, SaveExchangeRatesError>> {
  requirePermission(work, 'rate:manage');
  const { rates } = checkInput(input, given);
  await affected(work, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`exchange rates ${work.actor.orgId}`]);
  const asked = rates.map((one, n) => ({ ...one, n, party: one.partnerId ?? work.actor.orgId }));
  const faults = [...(await strangers(work, asked)), ...(await overlaps(work, asked))];
  if (faults.length > 0) return fail(...faults);

  const written = await affected(
    work,
    `insert into supply.exchange_rate as x (org_id, counterparty_id, kind, from_currency, to_currency, rate, source, valid_from, valid_to)
     select distinct on (r.kind, r.party, r."from", r."to", r."validFrom") $1, r.party, r.kind, r."from", r."to", r.rate, r.source, r."validFrom", r."validTo"
     from jsonb_to_recordset($2) as r (n int, kind text, party uuid, "from" text, "to" text, rate numeric, source text, "validFrom" date, "validTo" date)
     order by r.kind, r.party, r."from", r."to", r."validFrom", r.n desc
     on conflict (org_id, from_currency, to_currency, valid_from) where kind = 'DAY' do update set rate = excluded.rate, source = excluded.source, recorded_at = transaction_timestamp()`,
    [work.actor.orgId, JSON.stringify(asked)],
  );
  await audit(work, { action: 'rate:save', subject: `organization:${work.actor.orgId}`, detail: { written } });
  return ok({ written });
}

type Asked = CheckedRate & { n: number; party: string };

async function strangers(work: Work, asked: readonly Asked[]): Promise<SaveExchangeRatesError[]> {
  const partners = asked.flatMap((one) => (one.kind === 'CONTRACT' ? [one.party] : []));
  if (partners.length === 0) return [];
  const known = await rows<{ id: string }>(
    work,
    `select case when p.org_id = $1 then p.counterparty_id else p.org_id end as id from organizations.partnership p
     where p.status = 'ACTIVE' and (p.org_id = $1 and p.counterparty_id = any ($2) or p.counterparty_id = $1 and p.org_id = any ($2))`,
    [work.actor.orgId, partners],
  );
  return asked.flatMap((one) =>
    one.kind === 'CONTRACT' && !known.some(({ id }) => id === one.party)
      ? [{ code: 'RatePartnerUnknown' as const, path: ['rates', String(one.n), 'partnerId'] }]
      : [],
  );
}

/** Of periods that meet, among the rates given and with those recorded. */
async function overlaps(work: Work, asked: readonly Asked[]): Promise<SaveExchangeRatesError[]> {
  const lasting = asked.filter((one) => one.kind !== 'DAY');
  if (lasting.length === 0) return [];
  const found = await rows<{ n: number }>(
    work,
    `select distinct r.n from jsonb_to_recordset($2) as r (n int, kind text, party uuid, "from" text, "to" text, "validFrom" date, "validTo" date)
     join supply.exchange_rate x on x.org_id = $1 and x.counterparty_id = r.party and x.kind = r.kind and x.from_currency = r."from" and x.to_currency = r."to"
       and x.valid_from <= r."validTo" and x.valid_to >= r."validFrom" order by r.n`,
    [work.actor.orgId, JSON.stringify(lasting)],
  );
  const among = overlapping(
    lasting.map((one) => ({
      key: `${one.kind} ${one.party} ${one.from} ${one.to}`,
      validFrom: one.validFrom,
      validTo: one.validTo ?? '',
    })),
  ).map((i) => lasting[i]?.n ?? 0);
  return [...new Set([...found.map(({ n }) => n), ...among])].map((n) => ({ code: 'RateOverlaps', path: ['rates', String(n)] }));
}
