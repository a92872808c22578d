import { compareRatios, exact, type Fault, fail, ok, per, type Result } from '#libs/kernel';
import { affected, type Work } from '#libs/platform';
import { placeAwarded } from '#libs/procurement';
import { isOfPart } from '#libs/sealing';
import type { Tender, TenderLine } from '../tender/tender.entity.js';
import { outcomeOf } from '../tender/tender.mover.js';
import type { AwardProduct } from './award.entity.js';
import type { CheckedAward } from './award.input.js';
import { type OrderableOffer, offersToOrder } from './award.reader.js';
import type { DraftAward } from './award.rules.js';

export type ProductFault = Fault<
  | 'AwardNeedsOffer'
  | 'AwardUnitDiffers'
  | 'AwardNotOrderable'
  | 'AwardAgreementRefused'
  | 'AwardAgreementNotPublished'
  | 'AwardAddendsNotAgreed'
>;
export type NamedAward = DraftAward & { id: string };
type NamedLine = NamedAward['lines'][number];

/** What orders and agreements are made of; plain, so that it can wait for the end of a standstill. */
export interface MadeAward {
  id: string;
  shipTo: string | null;
  paymentDays: number;
  deliveryTerm: string;
  /** The last day on which the bid binds; absent: without an end. */
  validUntil?: string | null;
  lines: NamedAward['lines'];
}
/** What the buyer wants to come of awards. */
export type Wanted = Pick<CheckedAward, 'makes' | 'shipToSiteId' | 'costReference' | 'ncnrAccepted' | 'agreement'>;

/** An award with the bid's own terms of payment and delivery. */
export function madeAward({ id, shipTo, lines, compared: { bid } }: NamedAward, tender: Tender): MadeAward {
  const { paymentDays, deliveryTerm } = bid.content ?? tender;
  return { id, shipTo, paymentDays, deliveryTerm, validUntil: bid.content?.validUntil ?? null, lines };
}

interface Making {
  input: Wanted;
  tender: Tender;
  awards: readonly MadeAward[];
  lines: readonly TenderLine[];
}

/** The awards with every line led to an offer of its supplier: the one that the bid names, else his only one of the part. Not needed when nothing comes of them. */
export async function withOffers(
  work: Work,
  awards: readonly NamedAward[],
  { lines, makes }: { lines: readonly TenderLine[]; makes: AwardProduct },
): Promise<Result<NamedAward[], ProductFault>> {
  if (makes === 'NOTHING') return ok([...awards]);
  const askedOf = new Map(lines.map((line) => [line.id, line]));
  const offers = await offersToOrder(work, {
    suppliers: [...new Set(awards.map(({ compared }) => compared.bid.orgId))],
    offers: awards.flatMap((award) => award.lines.flatMap(({ offerId }) => offerId ?? [])),
    parts: awards.flatMap((award) => award.lines.flatMap(({ lineId }) => askedOf.get(lineId)?.partId ?? [])),
  });
  const faults: ProductFault[] = [];
  const led = awards.map((award) => ({
    ...award,
    lines: award.lines.map((line) => {
      const asked = askedOf.get(line.lineId);
      const offer = asked && offerFor(award, line, { asked, offers });
      faults.push(...offerFaults(line, { asked, offer, makes }));
      return { ...line, offerId: offer?.id ?? null };
    }),
  }));
  return faults.length > 0 ? fail(...faults) : ok(led);
}

/** The offer by which a line can be had; never one of another part than the line or its alternate names. */
function offerFor(
  { compared }: NamedAward,
  line: NamedLine,
  { asked, offers }: { asked: TenderLine; offers: readonly OrderableOffer[] },
): OrderableOffer | undefined {
  const own = offers.filter(({ supplierId }) => supplierId === compared.bid.orgId);
  const bidLine = compared.lines.find(({ lineId }) => lineId === line.lineId)?.offered;
  if (line.offerId && bidLine) return own.find(({ id, partId }) => id === line.offerId && isOfPart(partId, bidLine, asked));
  const ofPart = own.filter(({ partId }) => partId === asked.partId);
  return line.alternate === null && ofPart.length === 1 ? ofPart[0] : undefined;
}

/** An order counts in the offer's order unit; an agreement takes its place, and so counts as the offer does in everything. */
function offerFaults(
  line: NamedLine,
  { asked, offer, makes }: { asked: TenderLine | undefined; offer: OrderableOffer | undefined; makes: AwardProduct },
): ProductFault[] {
  const number = asked?.number ?? '';
  const path = ['lines', number];
  if (!offer) return [{ code: 'AwardNeedsOffer', path, values: { line: number } }];
  const unit = otherUnit(line, offer, makes);
  return [
    ...(unit === undefined ? [] : [{ code: 'AwardUnitDiffers' as const, path, values: { line: number, unit } }]),
    // An agreed price holds for any quantity, and for nothing besides.
    ...(makes === 'AGREEMENTS' && (line.charges.length > 0 || line.bounded)
      ? [{ code: 'AwardAddendsNotAgreed' as const, path, values: { line: number } }]
      : []),
  ];
}

/** In what the offer counts otherwise than the bid; a bid in another price unit of the same order unit can be ordered all the same. */
function otherUnit(line: NamedLine, offer: OrderableOffer, makes: AwardProduct): string | undefined {
  if (offer.orderUnit !== line.unit) return offer.orderUnit;
  if (offer.priceUnit !== line.priceUnit) return makes === 'AGREEMENTS' ? offer.priceUnit : undefined;
  const same = compareRatios(factorOf(offer), factorOf(line)) === 0;
  return same ? undefined : `${offer.factorNum}/${offer.factorDen} ${offer.priceUnit}`;
}

const factorOf = ({ factorNum, factorDen }: Pick<OrderableOffer, 'factorNum' | 'factorDen'>) =>
  per(exact(factorNum), exact(factorDen));

/** Orders in procurement or agreements in supply, in the transaction of the award: all of them or none. */
export async function makeProducts(work: Work, making: Making): Promise<ProductFault[]> {
  if (making.input.makes === 'NOTHING') return [];
  const faults: ProductFault[] = [];
  for (const award of making.awards)
    faults.push(
      ...(making.input.makes === 'ORDERS' ? await placeOrder(work, award, making) : await signAgreement(work, award, making)),
    );
  return faults;
}

/** What would stand against orders and agreements if they were made now; nothing is made, and nobody hears of it. */
export async function triedProducts(work: Work, making: Making): Promise<ProductFault[]> {
  const quiet = { actor: work.actor, now: work.now, emit: () => undefined, notify: () => undefined };
  const tried = await work.tx
    .transaction(async (tx) => {
      throw new Tried(await makeProducts({ ...quiet, tx }, making));
    })
    .catch((error: unknown) => error);
  if (tried instanceof Tried) return tried.faults;
  throw tried;
}

/** Carries what a try found out of its savepoint, which it takes back. */
class Tried extends Error {
  constructor(readonly faults: ProductFault[]) {
    super('tried');
  }
}

/** One order of each award, so that taking one back leaves the others alone. */
async function placeOrder(work: Work, award: MadeAward, { input, tender, lines }: Making): Promise<ProductFault[]> {
  const askedOf = (lineId: string): TenderLine | undefined => lines.find(({ id }) => id === lineId);
  const placed = await placeAwarded(work, {
    shipTo: award.shipTo === null ? { siteId: input.shipToSiteId ?? '' } : { code: award.shipTo },
    costReference: input.costReference ?? null,
    note: `${tender.number} ${tender.title}`.slice(0, 2000),
    ...termsOf(award),
    ncnrAccepted: input.ncnrAccepted,
    lines: award.lines.map((line) => ({
      offerId: line.offerId ?? '',
      quantity: line.quantity,
      needBy: askedOf(line.lineId)?.needBy ?? null,
      note: null,
      price: { amount: line.price, basis: line.basis, currency: line.currency, unit: line.priceUnit },
      factor: { numerator: line.factorNum, denominator: line.factorDen },
      leadDays: line.leadDays,
      charges: line.charges,
    })),
  });
  if (!placed.ok)
    return placed.errors.map(({ code, path }) => {
      const number = askedOf(award.lines[Number(path[1])]?.lineId ?? '')?.number ?? '';
      return {
        code: 'AwardNotOrderable' as const,
        path: path[0] === 'lines' ? ['lines', number] : ['shipToSiteId'],
        values: { line: number, reason: code },
      };
    });
  for (const order of placed.value) await affected(work, 'select tendering.link_award($1, $2)', [award.id, order.id]);
  return [];
}

function termsOf({ paymentDays, deliveryTerm }: MadeAward) {
  return { paymentTerms: `NET ${paymentDays}`, deliveryTerms: deliveryTermsOf(deliveryTerm) };
}

/** Characters that the place of an agreement's delivery term may have. */
const incotermPlaceMax = 120;

/** 'DAP 2020 Hamburg' as an order has it; what names no term of three letters is a place in words. */
function deliveryTermsOf(term: string): Record<string, unknown> {
  const [, code, edition, place] = /^([A-Z]{3})(?: (1936|1953|1967|1976|1980|1990|2000|2010|2020))?(?: (.+))?$/.exec(term) ?? [];
  if (code === undefined) return { place: term };
  return { code, ...(edition ? { edition: Number(edition) } : {}), ...(place ? { place } : {}) };
}

async function signAgreement(
  work: Work,
  award: MadeAward,
  { input: { agreement: terms }, tender }: Making,
): Promise<ProductFault[]> {
  if (!terms) return [];
  const { agreementFrom: from, agreementTo: to } = tender;
  if (from === null || to === null || terms.validFrom < from || terms.validTo > to)
    return [{ code: 'AwardAgreementNotPublished', path: ['agreement'], values: { from: from ?? '-', to: to ?? '-' } }];
  const { paymentTerms, deliveryTerms } = termsOf(award);
  const { code, edition, place } = deliveryTerms;
  const outcome = await outcomeOf(work, 'tendering.sign_award($1, $2)', [
    award.id,
    JSON.stringify({
      ...terms,
      // By the award, not by the buyer's choice: numbers are the supplier's, and none of his others shows by a clash.
      number: `${tender.number}-${award.id.slice(-12)}`,
      paymentTerms,
      incoterm: code ?? null,
      edition: edition ?? null,
      place: typeof place === 'string' && place.length <= incotermPlaceMax ? place : null,
    }),
  ]);
  return outcome === 'SIGNED' ? [] : [{ code: 'AwardAgreementRefused', path: ['agreement'], values: { reason: outcome } }];
}
