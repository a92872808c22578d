import { v7 } from 'uuid';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { actorKey, affected, audit, checkInput, one, requirePermission, rows, type Work } from '#libs/platform';
import { Agreement } from './agreement.entity.js';
import { agreementInput, type CheckedAgreement, type SignAgreementInput } from './agreement.input.js';

export type SignAgreementError = Fault<
  'AgreementNumberTaken' | 'AgreementOverlaps' | 'AgreementOfferUnknown' | 'AgreementTermRepeated' | 'AgreementPartnerInactive'
>;

/**
 * Signs prices of the acting supplier with one of his buyers: prices of offers, with breaks in order units, and discounts on his
 * categories. From then on the buyer sees the audiences of the offers named, and pays these prices from `validFrom` to
 * `validTo`, both included. Nothing is taken back later: a new agreement begins when this one ends.
 * Errors, all at once: AgreementOverlaps (another agreement prices the same thing on one of the days), AgreementOfferUnknown,
 * AgreementTermRepeated, AgreementNumberTaken, AgreementPartnerInactive. Throws Forbidden without agreement:manage, BadInput.
 */
export async function signAgreement(work: Work, given: SignAgreementInput): Promise<Result<Agreement, SignAgreementError>> {
  requirePermission(work, 'agreement:manage');
  const input = checkInput(agreementInput, given);
  const partner = `select 1 from organizations.partnership where org_id = $1 and counterparty_id = $2 and status = 'ACTIVE'`;
  if (!(await one(work, partner, [input.buyerId, work.actor.orgId]))) {
    return fail({ code: 'AgreementPartnerInactive', path: ['buyerId'] });
  }

  await lockTerms(work);
  const offers = await offersOf(work, input);
  const faults = [
    ...repeated(input),
    ...unknown(input, offers),
    ...(await overlaps(work, input)),
    ...(await numberTaken(work, input)),
  ];
  if (faults.length > 0) return fail(...faults);

  const agreement = await write(work, input);
  await writeTerms(work, agreement, { input, offers });
  await openAudiences(work, agreement);
  await audit(work, {
    action: 'agreement:sign',
    subject: `agreement:${agreement.id}`,
    detail: { buyerId: input.buyerId, terms: input.items.length + input.categories.length },
  });
  return ok(agreement);
}

/** Agreements of one supplier are signed one after the other, as their numbers are his; the table's constraints stand behind this. */
async function lockTerms(work: Work): Promise<void> {
  await affected(work, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`agreement ${work.actor.orgId}`]);
}

type OfferUnits = Map<string, string>;

/** Price units of the offers that are the supplier's own, by id. */
async function offersOf(work: Work, input: CheckedAgreement): Promise<OfferUnits> {
  const found = await rows<{ id: string; priceUnit: string }>(
    work,
    'select o.id, o.price_unit as "priceUnit" from supply.offer o where o.org_id = $1 and o.id = any ($2)',
    [work.actor.orgId, input.items.map((item) => item.offerId)],
  );
  return new Map(found.map(({ id, priceUnit }) => [id, priceUnit]));
}

function repeated(input: CheckedAgreement): SignAgreementError[] {
  const again = (list: 'items' | 'categories', keys: readonly string[]): SignAgreementError[] =>
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

function unknown(input: CheckedAgreement, offers: OfferUnits): SignAgreementError[] {
  return input.items.flatMap((item, i) =>
    offers.has(item.offerId) ? [] : [{ code: 'AgreementOfferUnknown' as const, path: ['items', String(i), 'offerId'] }],
  );
}

async function overlaps(work: Work, input: CheckedAgreement): Promise<SignAgreementError[]> {
  const found = await rows<{ offerId: string | null; category: string | null; number: string }>(
    work,
    `select p.offer_id as "offerId", p.category, a.number from supply.agreement_price p join supply.agreement a on a.org_id = p.org_id and a.id = p.agreement_id
     where p.org_id = $1 and p.counterparty_id = $2 and p.valid_from <= $4::date and p.valid_to >= $3::date and (p.offer_id = any ($5) or p.category = any ($6))`,
    [
      work.actor.orgId,
      input.buyerId,
      input.validFrom,
      input.validTo,
      input.items.map((item) => item.offerId),
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

async function numberTaken(work: Work, input: CheckedAgreement): Promise<SignAgreementError[]> {
  const taken = await work.tx.existsBy(Agreement, { orgId: work.actor.orgId, number: input.number });
  return taken ? [{ code: 'AgreementNumberTaken', path: ['number'], values: { number: input.number } }] : [];
}

async function write(work: Work, input: CheckedAgreement): Promise<Agreement> {
  const agreement: Agreement = {
    orgId: work.actor.orgId,
    id: v7(),
    counterpartyId: input.buyerId,
    number: input.number,
    currency: input.currency,
    validFrom: input.validFrom,
    validTo: input.validTo,
    pricingDate: input.pricingDate,
    signedBy: { kind: work.actor.kind, id: actorKey(work.actor) },
    signedAt: work.now,
  };
  await work.tx.insert(Agreement, agreement);
  return agreement;
}

async function writeTerms(
  work: Work,
  agreement: Agreement,
  from: { input: CheckedAgreement; offers: OfferUnits },
): Promise<void> {
  const items = from.input.items.map((item) => ({
    offer: item.offerId,
    price: item.price ?? null,
    basis: item.basis,
    unit: from.offers.get(item.offerId),
    from: item.breaks.length > 0 ? item.breaks.map((step) => step.from) : null,
    prices: item.breaks.length > 0 ? item.breaks.map((step) => step.price) : null,
  }));
  const discounts = from.input.categories.map(({ category, discountPercent }) => ({ category, discount: discountPercent }));
  await affected(
    work,
    `insert into supply.agreement_price (org_id, agreement_id, counterparty_id, offer_id, category, price, break_from, break_price, basis, price_unit,
       discount_percent, currency, valid_from, valid_to, pricing_date)
     select a.org_id, a.id, a.counterparty_id, t.offer, t.category, t.price, t."from", t.prices, t.basis, t.unit, t.discount, a.currency, a.valid_from, a.valid_to, a.pricing_date
     from supply.agreement a, jsonb_to_recordset($3) as t (offer uuid, category text, price numeric, "from" numeric[], prices numeric[], basis numeric, unit text, discount numeric)
     where a.org_id = $1 and a.id = $2`,
    [agreement.orgId, agreement.id, JSON.stringify([...items, ...discounts])],
  );
}

/** An agreed price of an offer that its buyer cannot see would be worth nothing. */
async function openAudiences(work: Work, agreement: Agreement): Promise<void> {
  await affected(
    work,
    `insert into supply.audience_member (org_id, audience, counterparty_id)
     select distinct o.org_id, o.audience, $3::uuid from supply.agreement_price p join supply.offer o on o.org_id = p.org_id and o.id = p.offer_id
     where p.org_id = $1 and p.agreement_id = $2 and o.audience is not null on conflict do nothing`,
    [agreement.orgId, agreement.id, agreement.counterpartyId],
  );
}
