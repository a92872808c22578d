import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { compare, divideExact } from '#libs/kernel';
import { ask } from '../../../graphql/client';
import {
  type AvailabilityInput,
  type OfferAnswerFragment,
  OffersOfChoiceDocument,
  type PricedOfferFragment,
  QuickOrderDocument,
  type QuickOrderQuery,
} from '../../../graphql/generated/graphql';

export type QuickLine = QuickOrderQuery['resolveQuickOrder'][number];
export type Offer = PricedOfferFragment;

/** What the reader decided about one line. */
export interface Decision {
  offerId?: string;
  quantity?: string;
  partId?: string;
  ncnrAccepted?: boolean;
  left?: boolean;
}

/** The first offer that can be ordered, else the first: the hub puts what can leave first in front. */
export const offerOf = (line: QuickLine, decision: Decision | undefined): Offer | undefined =>
  line.offers.find((offer) => offer.offerId === decision?.offerId) ?? line.offers.find((offer) => offer.price) ?? line.offers[0];

/** A quantity that keeps the pack: the asked one, else the nearest above, which is said at the line. */
export const quantityOf = (line: QuickLine, decision: Decision | undefined, offer: Offer | undefined): string =>
  decision?.quantity ?? offer?.nearestAbove ?? line.quantity;

/** What the line costs, when the hub has priced exactly this quantity. */
export function amountOf(line: QuickLine, decision: Decision | undefined, offer: Offer | undefined): Offer['amount'] {
  if (!offer?.amount || offer.nearestAbove) return null;
  return compare(quantityOf(line, decision, offer), line.quantity) === 0 ? offer.amount : null;
}

export function useQuickOrder() {
  const [lines, setLines] = useState<readonly QuickLine[] | undefined>(undefined);
  const [decisions, setDecisions] = useState<ReadonlyMap<number, Decision>>(new Map());
  const resolve = useMutation({
    mutationFn: (text: string) => ask(QuickOrderDocument, { text }),
    onSuccess: ({ resolveQuickOrder }) => {
      setLines(resolveQuickOrder);
      setDecisions(new Map());
    },
  });
  const decide = (line: number, patch: Decision): void =>
    setDecisions((before) => new Map([...before, [line, { ...before.get(line), ...patch }]]));
  const choose = useMutation({
    mutationFn: async ({ line, partId }: { line: QuickLine; partId: string }) => {
      const input: AvailabilityInput = { lines: [{ partId, quantity: line.quantity }] };
      const { availability } = await ask(OffersOfChoiceDocument, { input });
      return availability.lines[0]?.offers ?? [];
    },
    onSuccess: (offers, { line, partId }) => {
      const choice = line.choices.find((c) => c.partId === partId);
      const shown = offers.map((answer) => offerFrom(answer, choice));
      setLines((before) =>
        before?.map((other) =>
          other.line === line.line
            ? { ...other, offers: shown, problem: shown.length === 0 ? ('NO_OFFER' as const) : null }
            : other,
        ),
      );
      decide(line.line, { partId, offerId: undefined, quantity: undefined });
    },
  });
  return { lines, setLines, decisions, decide, resolve, choose };
}

/** An answer of availability in the words of the quick order. */
function offerFrom(answer: OfferAnswerFragment, choice: QuickLine['choices'][number] | undefined): Offer {
  const { offer, packRule } = answer;
  return {
    offerId: offer.id,
    supplierId: offer.supplierId,
    supplierName: offer.supplier.name,
    partId: choice?.partId ?? '',
    supplierPart: offer.supplierPart,
    manufacturerPart: choice?.number ?? null,
    manufacturer: choice?.manufacturerName ?? null,
    name: offer.name,
    content:
      offer.priceUnit === offer.orderUnit
        ? null
        : { value: divideExact(offer.priceFactor.numerator, offer.priceFactor.denominator, 6), unit: offer.priceUnit },
    minimum: { value: packRule.minimum, unit: offer.orderUnit },
    multiple: { value: packRule.multiple, unit: offer.orderUnit },
    price: answer.price ?? null,
    priceSource: answer.priceSource ?? null,
    amount: answer.lineAmount ?? null,
    free: answer.available,
    earliest: answer.earliest ?? null,
    nearestBelow: packRule.nearest?.below ?? null,
    nearestAbove: packRule.nearest?.above ?? null,
    ncnr: offer.ncnr,
  };
}
