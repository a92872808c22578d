import { affected, type KeyColumn, keyset, NotFound, type Ordering, one, type Page, rows, type Work } from '#libs/platform';
import { idOf } from '../catalogue/catalogue.reader.js';
import type { Agreement, AgreementPrice } from './agreement.entity.js';

const columns: readonly KeyColumn[] = [
  { sql: 'a.valid_from', cast: 'date', descending: true },
  { sql: 'a.id', cast: 'uuid', descending: true },
];

/** The latest beginning first. */
export const agreementOrdering: Ordering = { name: 'agreements', columns };

/** Sort values of an agreement, for its cursor. */
export function agreementKey(agreement: Agreement): string[] {
  return [agreement.validFrom, agreement.id];
}

const columnsOf = `a.org_id as "orgId", a.id, a.counterparty_id as "counterpartyId", a.number, a.currency, a.valid_from as "validFrom", a.valid_to as "validTo",
       a.pricing_date as "pricingDate", a.version, a.payment_terms as "paymentTerms", a.incoterm, a.incoterm_edition as "incotermEdition",
       a.incoterm_place as "incotermPlace", a.best_price as "bestPrice", a.required_certificates as "requiredCertificates", a.ended_at as "endedAt", a.ended_by as "endedBy", a.end_reason as "endReason",
       a.signed_by as "signedBy", a.signed_at as "signedAt"`;

/**
 * One of the acting supplier's own agreements, locked. Agreements of one supplier are signed and ended one after the other, as
 * their numbers are his; the tables' constraints stand behind this. Throws NotFound for what is not his.
 */
export async function lockAgreement(work: Work, id: string): Promise<Agreement> {
  await lockAgreements(work);
  const found = await one<Agreement>(work, `select ${columnsOf} from supply.agreement a where a.org_id = $1 and a.id = $2`, [
    work.actor.orgId,
    id,
  ]);
  if (!found) throw new NotFound('agreement');
  return found;
}

/** Lets the acting supplier's agreements change one after the other. */
export async function lockAgreements(work: Work): Promise<void> {
  await affected(work, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`agreement ${work.actor.orgId}`]);
}

/** One agreement of the acting organisation, on either side; undefined when there is none. */
export async function agreementById(work: Work, id: string): Promise<Agreement | undefined> {
  return one<Agreement>(
    work,
    `select ${columnsOf} from supply.agreement a where (a.org_id = $1 or a.counterparty_id = $1) and a.id = $2`,
    [work.actor.orgId, idOf(id, 'agreement')],
  );
}

/** Agreements of the acting organisation, as supplier and as buyer; `partnerId` narrows to one partner, `on` to those in force that day. */
export async function agreementsOf(
  work: Work,
  filter: { partnerId?: string | null; on?: string | null },
  page: Page,
): Promise<Agreement[]> {
  const { where, orderBy, limit, values } = keyset(page, agreementOrdering, 4);
  return rows<Agreement>(
    work,
    `select ${columnsOf}
     from supply.agreement a
     where (a.org_id = $1 or a.counterparty_id = $1) and ($2::uuid is null or a.org_id = $2 or a.counterparty_id = $2)
       and ($3::date is null or a.valid_from <= $3 and a.valid_to >= $3) and ${where}
     order by ${orderBy} limit ${limit}`,
    [work.actor.orgId, filter.partnerId == null ? null : idOf(filter.partnerId, 'partner'), filter.on ?? null, ...values],
  );
}

/** Terms shown of one agreement at most. */
const termsMax = 500;

/** Terms of agreements the acting organisation is a party of, in the order of the agreements given; each at most the first 500 by id. */
export async function termsOf(work: Work, agreements: readonly string[]): Promise<AgreementPrice[][]> {
  const found = await rows<AgreementPrice>(
    work,
    `select t.org_id as "orgId", t.id, t.agreement_id as "agreementId", t.counterparty_id as "counterpartyId", t.offer_id as "offerId", t.category, t.price,
       t.break_from as "breakFrom", t.break_price as "breakPrice", t.basis, t.price_unit as "priceUnit", t.discount_percent as "discountPercent", t.currency,
       t.break_mode as "breakMode", t.break_unit as "breakUnit", t.break_scope as "breakScope", t.valid_from as "validFrom", t.valid_to as "validTo", t.pricing_date as "pricingDate"
     from (select p.*, row_number() over (partition by p.agreement_id order by p.id) as place from supply.agreement_price p where p.agreement_id = any ($1)) t
     where t.place <= $2 order by t.agreement_id, t.id`,
    [agreements, termsMax],
  );
  return agreements.map((id) => found.filter((term) => term.agreementId === id));
}
