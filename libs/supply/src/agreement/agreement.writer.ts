import { v7 } from 'uuid';
import type { Fault } from '#libs/kernel';
import { actorKey, affected, rows, type Work } from '#libs/platform';
import { openAgreed } from '../audience/open-groups.js';
import { Agreement } from './agreement.entity.js';
import type { CheckedAgreement, LedAgreement } from './agreement.input.js';

export type TermFault = Fault<'AgreementOverlaps' | 'AgreementOfferUnknown' | 'AgreementTermRepeated'>;
type SignedInput = LedAgreement & { version: number };

/** What is wrong with the terms, all at once; else the agreement with each item led to its offer, and the offers' price units. */
export async function termFaults(
  work: Work,
  given: CheckedAgreement,
): Promise<{ input: LedAgreement; offers: OfferUnits; faults: TermFault[] }> {
  const input = await led(work, given);
  const offers = await offersOf(work, input);
  return { input, offers, faults: [...repeated(input), ...unknown(input, offers), ...(await overlaps(work, input))] };
}

/** Items by the supplier's own part number get its offer; one that leads to none or to several gets the number, which is no offer. */
async function led(work: Work, given: CheckedAgreement): Promise<LedAgreement> {
  const named = given.items.flatMap((item) => item.supplierPart ?? []);
  const found =
    named.length === 0
      ? []
      : await rows<{ part: string; id: string }>(
          work,
          `select o.supplier_part as part, min(o.id::text) as id from supply.offer o
           where o.org_id = $1 and o.supplier_part = any ($2) and o.status = 'ACTIVE' group by 1 having count(*) = 1`,
          [work.actor.orgId, named],
        );
  const byPart = new Map(found.map(({ part, id }) => [part, id]));
  const items = given.items.map((item) => ({
    ...item,
    offerId: item.offerId ?? byPart.get(item.supplierPart ?? '') ?? item.supplierPart ?? '',
  }));
  return { ...given, items };
}

/** Writes an agreement whose terms were found faultless, and opens the offers it names to the buyer. */
export async function writeAgreement(work: Work, input: SignedInput, offers: OfferUnits): Promise<Agreement> {
  const agreement = await write(work, input);
  await writeTerms(work, agreement, { input, offers });
  await openAgreed(work, { agreementId: agreement.id });
  return agreement;
}

export type OfferUnits = Map<string, string>;

/** Price units of the offers that are the supplier's own, by id. */
async function offersOf(work: Work, input: LedAgreement): Promise<OfferUnits> {
  const found = await rows<{ id: string; priceUnit: string }>(
    work,
    'select o.id, o.price_unit as "priceUnit" from supply.offer o where o.org_id = $1 and o.id = any ($2)',
    [work.actor.orgId, offerIds(input)],
  );
  return new Map(found.map(({ id, priceUnit }) => [id, priceUnit]));
}

/** Without the numbers that lead to none. */
function offerIds(input: LedAgreement): string[] {
  return input.items.map((item) => item.offerId).filter((id) => /^[0-9a-f-]{36}$/i.test(id));
}

function repeated(input: LedAgreement): TermFault[] {
  const again = (list: 'items' | 'categories', keys: readonly string[]): TermFault[] =>
    keys.flatMap((key, i) =>
      keys.indexOf(key) < i ? [{ code: 'AgreementTermRepeated' as const, path: [list, String(i)] }] : [],
    );
  return [
    ...again(
      'items',
      input.items.map((item) => item.offerId),
    ),
    ...again(
      'categories',
      input.categories.map((term) => term.category),
    ),
  ];
}

function unknown(input: LedAgreement, offers: OfferUnits): TermFault[] {
  return input.items.flatMap((item, i) =>
    offers.has(item.offerId) ? [] : [{ code: 'AgreementOfferUnknown' as const, path: ['items', String(i), 'offerId'] }],
  );
}

async function overlaps(work: Work, input: LedAgreement): Promise<TermFault[]> {
  const found = await rows<{ offerId: string | null; category: string | null; number: string }>(
    work,
    `select p.offer_id as "offerId", p.category, a.number from supply.agreement_price p join supply.agreement a on a.org_id = p.org_id and a.id = p.agreement_id
     where p.org_id = $1 and p.counterparty_id = $2 and p.valid_from <= $4::date and p.valid_to >= $3::date and (p.offer_id = any ($5) or p.category = any ($6))`,
    [
      work.actor.orgId,
      input.buyerId,
      input.validFrom,
      input.validTo,
      offerIds(input),
      input.categories.map((term) => term.category),
    ],
  );
  return found.map(({ offerId, category, number }) => {
    const path = offerId
      ? ['items', String(input.items.findIndex((item) => item.offerId === offerId))]
      : ['categories', String(input.categories.findIndex((term) => term.category === category))];
    return { code: 'AgreementOverlaps' as const, path, values: { number } };
  });
}

async function write(work: Work, input: SignedInput): Promise<Agreement> {
  const agreement: Agreement = {
    orgId: work.actor.orgId,
    id: v7(),
    counterpartyId: input.buyerId,
    number: input.number,
    currency: input.currency,
    validFrom: input.validFrom,
    validTo: input.validTo,
    pricingDate: input.pricingDate,
    version: input.version,
    paymentTerms: input.paymentTerms ?? null,
    incoterm: input.incoterm?.code ?? null,
    incotermEdition: input.incoterm?.edition ?? null,
    incotermPlace: input.incoterm?.place ?? null,
    bestPrice: input.bestPrice,
    requiredCertificates: [...new Set(input.requiredCertificates)],
    endedAt: null,
    endedBy: null,
    endReason: null,
    signedBy: { kind: work.actor.kind, id: actorKey(work.actor) },
    signedAt: work.now,
  };
  await work.tx.insert(Agreement, agreement);
  return agreement;
}

async function writeTerms(work: Work, agreement: Agreement, from: { input: LedAgreement; offers: OfferUnits }): Promise<void> {
  const items = from.input.items.map((item) => ({
    offer: item.offerId,
    price: item.price ?? null,
    basis: item.basis,
    unit: from.offers.get(item.offerId),
    mode: item.breakMode,
    counted: item.breakUnit,
    scope: item.breakScope,
    from: item.breaks.length > 0 ? item.breaks.map((step) => step.from) : null,
    prices: item.breaks.length > 0 ? item.breaks.map((step) => step.price) : null,
  }));
  const discounts = from.input.categories.map(({ category, discountPercent }) => ({ category, discount: discountPercent }));
  await affected(
    work,
    `insert into supply.agreement_price (org_id, agreement_id, counterparty_id, offer_id, category, price, break_from, break_price, basis, price_unit,
       discount_percent, break_mode, break_unit, break_scope, best, currency, valid_from, valid_to, pricing_date)
     select a.org_id, a.id, a.counterparty_id, t.offer, t.category, t.price, t."from", t.prices, t.basis, t.unit, t.discount, coalesce(t.mode, 'WHOLE'), coalesce(t.counted, 'ORDER'), coalesce(t.scope, 'LINE'),
       a.best_price, a.currency, a.valid_from, a.valid_to, a.pricing_date
     from supply.agreement a, jsonb_to_recordset($3) as t (offer uuid, category text, price numeric, "from" numeric[], prices numeric[], basis numeric, unit text, discount numeric, mode text, counted text, scope text)
     where a.org_id = $1 and a.id = $2`,
    [agreement.orgId, agreement.id, JSON.stringify([...items, ...discounts])],
  );
}
