import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, type Work } from '#libs/platform';
import { placeAwarded } from '#libs/procurement';
import type { Tender, TenderLine } from '../tender/tender.entity.js';
import { outcomeOf } from '../tender/tender.mover.js';
import type { CheckedAward } from './award.input.js';
import { offersToOrder } from './award.reader.js';
import type { DraftAward } from './award.rules.js';

export type ProductFault = Fault<'AwardNeedsOffer' | 'AwardUnitDiffers' | 'AwardNotOrderable' | 'AwardAgreementRefused'>;
export type NamedAward = DraftAward & { id: string };

/** The awards with every line led to an offer of its supplier: the one that the bid names, else his only one of the part. Not needed when nothing comes of them. */
export async function withOffers(
  work: Work,
  awards: readonly NamedAward[],
  { lines, makes }: { lines: readonly TenderLine[]; makes: CheckedAward['makes'] },
): Promise<Result<NamedAward[], ProductFault>> {
  if (makes === 'NOTHING') return ok([...awards]);
  const partOf = new Map(lines.map(({ id, partId }) => [id, partId]));
  const offers = await offersToOrder(work, {
    suppliers: [...new Set(awards.map(({ compared }) => compared.bid.orgId))],
    offers: awards.flatMap((award) => award.lines.flatMap(({ offerId }) => offerId ?? [])),
    parts: awards.flatMap((award) => award.lines.flatMap(({ lineId }) => partOf.get(lineId) ?? [])),
  });
  const faults: ProductFault[] = [];
  const led = awards.map((award) => ({
    ...award,
    lines: award.lines.map((line) => {
      const number = lines.find(({ id }) => id === line.lineId)?.number ?? '';
      const own = offers.filter(({ supplierId }) => supplierId === award.compared.bid.orgId);
      const ofPart = own.filter(({ partId }) => partId === partOf.get(line.lineId));
      const offer = line.offerId
        ? own.find(({ id }) => id === line.offerId)
        : line.alternate === null && ofPart.length === 1
          ? ofPart[0]
          : undefined;
      if (!offer) faults.push({ code: 'AwardNeedsOffer', path: ['lines', number], values: { line: number } });
      else if (makes === 'ORDERS' ? offer.orderUnit !== line.unit : offer.priceUnit !== line.priceUnit)
        faults.push({
          code: 'AwardUnitDiffers',
          path: ['lines', number],
          values: { line: number, unit: makes === 'ORDERS' ? offer.orderUnit : offer.priceUnit },
        });
      return { ...line, offerId: offer?.id ?? null };
    }),
  }));
  return faults.length > 0 ? fail(...faults) : ok(led);
}

/** Orders in procurement or agreements in supply, in the transaction of the award: all of them or none. */
export async function makeProducts(
  work: Work,
  {
    input,
    tender,
    awards,
    lines,
  }: { input: CheckedAward; tender: Tender; awards: readonly NamedAward[]; lines: readonly TenderLine[] },
): Promise<ProductFault[]> {
  if (awards.length === 0 || input.makes === 'NOTHING') return [];
  return input.makes === 'ORDERS'
    ? placeOrders(work, { input, tender, awards, lines })
    : signAgreements(work, { input, tender, awards });
}

async function placeOrders(
  work: Work,
  {
    input,
    tender,
    awards,
    lines,
  }: { input: CheckedAward; tender: Tender; awards: readonly NamedAward[]; lines: readonly TenderLine[] },
): Promise<ProductFault[]> {
  const wanted = awards.flatMap((award) =>
    award.lines.map((line) => ({ award, line, asked: lines.find(({ id }) => id === line.lineId) })),
  );
  const placed = await placeAwarded(work, {
    shipTo: { siteId: input.shipToSiteId ?? '' },
    costReference: input.costReference ?? null,
    note: `${tender.number} ${tender.title}`.slice(0, 2000),
    lines: wanted.map(({ line, asked }) => ({
      offerId: line.offerId ?? '',
      quantity: line.quantity,
      needBy: asked?.needBy ?? null,
      note: null,
      price: { amount: line.price, basis: line.basis, currency: line.currency, unit: line.priceUnit },
      factor: { numerator: line.factorNum, denominator: line.factorDen },
      leadDays: line.leadDays,
      charges: line.charges,
    })),
  });
  if (!placed.ok)
    return placed.errors.map(({ code, path }) => {
      const number = wanted[Number(path[1])]?.asked?.number ?? '';
      return {
        code: 'AwardNotOrderable' as const,
        path: path[0] === 'lines' ? ['lines', number] : ['shipToSiteId'],
        values: { line: number, reason: code },
      };
    });
  for (const order of placed.value)
    for (const award of awards.filter(
      ({ compared, lines: [line] }) => compared.bid.orgId === order.counterpartyId && line?.currency === order.currency,
    ))
      await affected(work, 'select tendering.link_award($1, $2)', [award.id, order.id]);
  return [];
}

async function signAgreements(
  work: Work,
  { input, awards, tender }: { input: CheckedAward; awards: readonly NamedAward[]; tender: Tender },
): Promise<ProductFault[]> {
  const terms = input.agreement;
  if (!terms) return [];
  const faults: ProductFault[] = [];
  for (const award of awards) {
    const lot = tender.lots.find(({ id }) => id === award.lotId);
    const number = tender.lots.length === 1 ? terms.number : `${terms.number}-${lot?.position ?? 0}`;
    const outcome = await outcomeOf(work, 'tendering.sign_award($1, $2)', [award.id, JSON.stringify({ ...terms, number })]);
    if (outcome !== 'SIGNED')
      faults.push({ code: 'AwardAgreementRefused', path: ['agreement'], values: { reason: outcome, number } });
  }
  return faults;
}
