import type { TFunction } from 'i18next';
import { compare, isDecimal, isInteger, isUnitCode } from '#libs/kernel';
import { bidFaults, type KeptKey, sealBid } from '#libs/sealing';
import { ask } from '../../../../graphql/client';
import {
  type BidContentInput,
  SubmitSealedBidDocument,
  type SubmitSealedBidMutation,
  type TenderOfBidderFragment,
} from '../../../../graphql/generated/graphql';
import type { FieldError } from '../../../../ui/forms/form-errors';
import { linesOfLot } from '../typed-bid';

type Lot = TenderOfBidderFragment['lots'][number];
type Answer = NonNullable<BidContentInput['answers']>[number];

/** A bid as it was sealed and accepted: its bidder keeps it, with the keys that open it and the hub's signed receipt. */
export interface SentBid {
  number: string;
  lot: number;
  seq: number;
  digest: string;
  acceptedAt: string;
  envelopes: readonly { envelope: string; sealed: string }[];
  kept: readonly KeptKey[];
  signed: string;
}

/** Of the four kinds of answer the one that is there. */
const answerOf = ({ passed, score, option, amount }: Answer) => {
  if (passed != null) return { passed };
  if (score != null) return { score };
  return option == null ? { amount: amount ?? '' } : { option };
};

const textOr = (id: string | number | null | undefined): string | null => (id == null ? null : String(id));

/** The bid as envelopes hold it: answers by their criteria, and what is not said left out as null. */
const contentOf = ({ answers, lines, ...bid }: BidContentInput) => ({
  ...bid,
  validUntil: bid.validUntil ?? null,
  lines: lines.map((line) => ({
    ...line,
    lineId: String(line.lineId),
    factor: line.factor ?? null,
    breaks: line.breaks ?? [],
    minQuantity: line.minQuantity ?? null,
    maxQuantity: line.maxQuantity ?? null,
    alternate: line.alternate ? { ...line.alternate, partId: textOr(line.alternate.partId) } : null,
    offerId: textOr(line.offerId),
    addends: line.addends ?? [],
  })),
  answers: Object.fromEntries((answers ?? []).map((answer) => [answer.criterionId, answerOf(answer)])),
});

type Criterion = Parameters<typeof bidFaults>[1]['criteria'][number];
const criterionOf = ({ id, kind, scoreMax, options }: TenderOfBidderFragment['criteria'][number]): Criterion => {
  if (kind === 'FEATURE')
    return { id, kind, options: Object.fromEntries((options ?? []).map(({ name, value }) => [name, value])) };
  return kind === 'SCORED' || kind === 'WORTH' ? { id, kind, scoreMax: scoreMax ?? '0' } : { id, kind };
};

type Line = BidContentInput['lines'][number];
const counts = (text: string): boolean =>
  isDecimal(text) && isInteger(text) && compare(text, '0') > 0 && compare(text, '1000000') <= 0;
const isAmount = (text: string): boolean => isDecimal(text) && compare(text, '0') >= 0;
const pairsMax = 20;
const leadDaysMax = 3650;

/** Fields of a line that no envelope may hold: the hub could not read the bid, and it would not count. */
function unreadable({
  price,
  factor,
  breaks,
  addends,
  minQuantity,
  maxQuantity,
  leadDays,
  alternate,
  conditions,
}: Line): string[] {
  const steps = breaks ?? [];
  const more = addends ?? [];
  const wrong = {
    price: !isAmount(price.amount),
    basis: !counts(price.basis ?? '1'),
    unit: !isUnitCode(price.unit),
    factor: factor != null && !(counts(factor.numerator) && counts(factor.denominator)),
    breaks: steps.length > pairsMax || steps.some(({ from, amount }) => !isAmount(from) || !isAmount(amount)),
    addends: more.length > pairsMax || more.some(({ amount }) => !isAmount(amount)),
    minQuantity: minQuantity != null && !(isAmount(minQuantity) && compare(minQuantity, '0') > 0),
    maxQuantity: maxQuantity != null && !(isAmount(maxQuantity) && compare(maxQuantity, '0') > 0),
    leadDays: leadDays != null && leadDays > leadDaysMax,
    alternate: (alternate?.description ?? '').length > 300,
    alternateNumber: (alternate?.number ?? '').length > 70,
    conditions: (conditions ?? '').length > 2000,
  };
  return Object.entries(wrong).flatMap(([field, is]) => (is ? [field] : []));
}

/** What the hub would say against this bid when it is opened. Whether an offer is of the right part it says only then. */
export function sealedFaults(
  bid: BidContentInput,
  { tender, lot, t }: { tender: TenderOfBidderFragment; lot: Lot; t: TFunction<'tendering'> },
): FieldError[] {
  const broken = bid.lines.flatMap((line, i) =>
    unreadable(line).map((field) => ({ path: ['lines', String(i), field], message: t(`bidFault.${field}`) })),
  );
  if (broken.length > 0) return broken;
  const content = contentOf(bid);
  const lines = linesOfLot(tender, lot.id);
  const closesAt = lot.rounds.find(({ round }) => round === lot.round)?.closesAt ?? '';
  const faults = bidFaults(content, {
    currency: tender.currency,
    rates: Object.fromEntries(tender.rates.map(({ currency, rate }) => [currency, rate])),
    criteria: tender.criteria.map(criterionOf),
    lines: lines.map(({ id, number, partId, quantity, alternatesAllowed }) => ({
      id,
      number,
      partId: partId ?? null,
      unit: quantity.unit,
      alternatesAllowed,
    })),
    closesOn: closesAt.slice(0, 10),
    ownOffers: new Map(
      content.lines.flatMap(({ offerId, lineId, alternate }) =>
        offerId ? [[offerId, alternate?.partId ?? lines.find(({ id }) => id === lineId)?.partId ?? ''] as const] : [],
      ),
    ),
  });
  return faults.map(({ code, path, values }) => ({ path: path ?? [], message: t(`sealing:bidFault.${code}`, { ...values }) }));
}

interface Sending {
  tender: TenderOfBidderFragment;
  lot: Lot;
  bidder: string;
  expectedVersion: number;
}

/** Seals a bid in this browser and sends the envelopes. A receipt without `sent`: the hub answers for other bytes than were sent. */
export async function sendSealed(
  bid: BidContentInput,
  { tender, lot, bidder, expectedVersion }: Sending,
): Promise<SubmitSealedBidMutation['submitSealedBid'] & { sent?: SentBid }> {
  const { sealing } = tender;
  const half = sealing?.halves.find(({ lotId, round }) => lotId === lot.id && round === lot.round);
  if (!sealing || !half || bidder === '') throw new Error('the tender has no keys to seal to');
  const sealed = await sealBid(contentOf(bid), {
    tender: tender.id,
    version: tender.version,
    lot: lot.id,
    round: lot.round,
    bidder,
    envelopes: sealing.envelopes,
    criteria: tender.criteria,
    lines: linesOfLot(tender, lot.id).length,
    keys: [half.publicKey, sealing.officersKey],
  });
  const { envelopes } = sealed;
  const which = { tenderId: tender.id, lotId: lot.id, expectedVersion, tenderVersion: tender.version };
  const answer = (await ask(SubmitSealedBidDocument, { input: { ...which, envelopes: envelopes as never } })).submitSealedBid;
  if (!answer.receipt) return answer;
  const { seq, digest, acceptedAt, signed } = answer.receipt;
  if (digest !== sealed.digest) return answer;
  const sent = { number: tender.number, lot: lot.position, seq, digest, acceptedAt, signed, envelopes, kept: sealed.kept };
  return { ...answer, sent };
}
