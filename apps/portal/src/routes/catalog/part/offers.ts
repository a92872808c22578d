import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { isDecimal, normalise } from '#libs/kernel';
import { ask } from '../../../graphql/client';
import {
  type ApprovalBasis,
  OfferQuantitiesDocument,
  PartDocument,
  StockChangedDocument,
  type WantedLotInput,
} from '../../../graphql/generated/graphql';
import { useLive } from '../../../graphql/live';
import { listOf } from '../../url';
import { type Answer, orderQuantity } from './quantities';

export interface OfferRow {
  answer: Answer;
  /** Asked quantity in order units of the offer. */
  quantity: string;
}
type Moved = Pick<Answer, 'available' | 'stock'>;

/** Quantities set for single offers, as the URL holds them: `offer:quantity` parted by blanks. */
export const setQuantities = (text: string | undefined): Map<string, string> =>
  new Map(
    listOf(text)
      .map((pair) => pair.split(':') as [string, string])
      .filter(([offer, quantity]) => /^[0-9a-f-]{36}$/.test(offer) && isDecimal(quantity ?? '')),
  );

interface Asked {
  wanted: string;
  needBy: string | null;
  own: ReadonlyMap<string, string>;
  bases: readonly ApprovalBasis[];
  lots: WantedLotInput | undefined;
}

/**
 * All offers of a part side by side, each for the order units that bring the wanted quantity. One operation answers when offers count in
 * the same unit; packs of different content take a second one, since only the first tells what is inside.
 */
export function usePartOffers(partId: string, { wanted, needBy, own, bases, lots }: Asked) {
  const first = useQuery({
    queryKey: ['part', partId, wanted, needBy, bases, lots],
    queryFn: ({ signal }) => {
      const approvalBases = bases.length > 0 ? [...bases] : null;
      const input = { lines: [{ partId, quantity: wanted, needBy }], approvalBases, lots: lots ?? null };
      return ask(PartDocument, { id: partId, input }, signal);
    },
    placeholderData: keepPreviousData,
  });
  const known = first.data?.availability.lines[0]?.offers;
  const asked = useMemo(
    () =>
      (known ?? []).map(({ offer }) => ({
        offerId: offer.id,
        quantity: own.get(offer.id) ?? orderQuantity(offer, wanted),
        needBy,
      })),
    [known, own, wanted, needBy],
  );
  const differ = asked.some((line) => normalise(line.quantity) !== normalise(wanted));
  const second = useQuery({
    queryKey: ['part', partId, 'quantities', asked, lots],
    queryFn: ({ signal }) => ask(OfferQuantitiesDocument, { input: { lines: asked.slice(0, 200), lots: lots ?? null } }, signal),
    enabled: differ,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo((): OfferRow[] => {
    const exact = new Map(
      (differ ? second.data?.availability.lines : [])?.flatMap((line) => line.offers.map((o) => [o.offer.id, o])),
    );
    return (known ?? []).map((answer, i) => ({
      answer: exact.get(answer.offer.id) ?? answer,
      quantity: asked[i]?.quantity ?? wanted,
    }));
  }, [known, asked, second.data, differ, wanted]);
  return {
    part: first.data?.part,
    problem: first.data?.availability.lines[0]?.problem,
    rows: useSteadyOrder(rows),
    error: first.error ?? second.error,
    isPending: first.isPending || (differ && second.isPending),
    isStale: first.isPlaceholderData || second.isPlaceholderData,
    refetch: () => Promise.all([first.refetch(), ...(differ ? [second.refetch()] : [])]),
  };
}

/** Keeps rows where the reader saw them first: newer answers change figures, not places. */
function useSteadyOrder(rows: OfferRow[]): OfferRow[] {
  const [order] = useState(() => new Map<string, number>());
  return useMemo(() => {
    for (const { answer } of rows) if (!order.has(answer.offer.id)) order.set(answer.offer.id, order.size);
    return [...rows].sort((a, b) => order.get(a.answer.offer.id)! - order.get(b.answer.offer.id)!);
  }, [rows, order]);
}

/** Stock as it moves while the page is open, laid over what was asked. */
export function useMovedStock(partId: string): { moved: ReadonlyMap<string, Moved>; live: boolean; forget: () => void } {
  const [moved, setMoved] = useState<ReadonlyMap<string, Moved>>(new Map());
  const queries = useQueryClient();
  const forget = (): void => setMoved(new Map());
  const live = useLive(
    StockChangedDocument,
    { partIds: [partId] },
    {
      told: ({ stockChanged }) =>
        setMoved((before) => new Map([...before, ...stockChanged.offers.map((offer) => [offer.offerId, offer] as const)])),
      missed: () => {
        forget();
        void queries.invalidateQueries({ queryKey: ['part', partId] });
      },
    },
  );
  return { moved, live, forget };
}
