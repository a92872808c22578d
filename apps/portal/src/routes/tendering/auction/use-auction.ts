import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../../../graphql/client';
import { AuctionMovedDocument, AuctionRoomDocument, type AuctionRoomQuery } from '../../../graphql/generated/graphql';
import { useLive } from '../../../graphql/live';

export type Auction = NonNullable<AuctionRoomQuery['auction']>;

const ended: ReadonlySet<string> = new Set(['FROZEN', 'AWARDED', 'VOIDED']);
/** How often a running auction is read again in any case: what a lost notice said is not lost for longer. */
const readAgainMs = 10_000;

/**
 * One auction, read again whenever it moved, when the connection comes back, and at the moments at which its clock alone changes something.
 * `skewMs` is how far the clock of the server is ahead of this page's.
 */
export function useAuction(id: string) {
  const room = useQuery({
    queryKey: ['auction', id],
    queryFn: async ({ signal }) => {
      const asked = Date.now();
      const data = await ask(AuctionRoomDocument, { id }, signal);
      // Half of the way there and back is the answer's own.
      const received = (asked + Date.now()) / 2;
      return { auction: data.auction ?? null, skewMs: data.auction ? Date.parse(data.auction.at) - received : 0 };
    },
    staleTime: 0,
    refetchInterval: ({ state }) => (ended.has(state.data?.auction?.status ?? '') ? false : readAgainMs),
    refetchIntervalInBackground: true,
  });
  const { refetch } = room;
  const again = (): void => void refetch();
  const live = useLive(AuctionMovedDocument, { auctionIds: [id] }, { told: again, missed: again });
  useTurn(room.data, again);
  return { ...room, live, moved: async () => void (await refetch()) };
}

interface Read {
  auction: Auction | null;
  skewMs: number;
}

/** Reads again just after the next moment that is known to change the auction. */
function useTurn(read: Read | undefined, again: () => void): void {
  const { auction, skewMs = 0 } = read ?? {};
  const nextAt = auction
    ? [auction.opensAt, auction.closesAt, auction.priceUntil, auction.resumesAt]
        .flatMap((at) => (at ? [Date.parse(at) - skewMs] : []))
        .filter((at) => at > Date.now())
        .sort((a, b) => a - b)[0]
    : undefined;
  useEffect(() => {
    if (nextAt === undefined) return undefined;
    // Longer waits than a day are cut short by the interval anyway.
    const timer = setTimeout(again, Math.min(nextAt - Date.now() + 150, 86_400_000));
    return () => clearTimeout(timer);
  }, [nextAt, again]);
}

/** The server's time, by the quarter of a second. */
export function useServerTime(skewMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return now + skewMs;
}
