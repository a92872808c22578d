import type { AuctionStatus, HomeQuery, TenderRowFragment } from '../../graphql/generated/graphql';
import type { WorkItem } from './work-item';

/** What closes within two days is worth a look today. */
const soonMs = 2 * 86_400_000;
/** An auction that still changes who wins. */
const running: ReadonlySet<AuctionStatus> = new Set(['SCHEDULED', 'PREVIEW', 'OPEN', 'EXTENDED', 'PAUSED']);

/** Tenders that wait: to be opened, auctioned, awarded or answered by their buyer; to be bid for or confirmed by a supplier. */
export const tenderWork = (home: HomeQuery, now: number): WorkItem[] => [
  ...(home.asked?.nodes ?? []).flatMap((tender) => ofBuyer(tender, now)),
  ...(home.offered?.nodes ?? []).flatMap((tender) => ofBidder(tender, now)),
];

function ofBuyer(tender: NonNullable<HomeQuery['asked']>['nodes'][number], now: number): WorkItem[] {
  const { status, tally } = tender;
  const auction = tender.auctions.find((one) => running.has(one.status));
  const item = (sentence: string, urgent: boolean, count = 0): WorkItem =>
    itemOf(tender, { side: 'buy', sentence, urgent, count });
  const questions = tally.questionsOpen > 0 ? [item('ANSWER', true, tally.questionsOpen)] : [];
  if (status === 'CLOSED') return [item('OPEN', true), ...questions];
  if (auction) return [{ ...item('AUCTION', false), to: `/auctions/${auction.id}` }, ...questions];
  if (status === 'EVALUATION') return [item('AWARD', true, tally.bidders ?? 0)];
  return isSoon(tender, now) ? [...questions, item('CLOSING', false)] : questions;
}

function ofBidder(tender: NonNullable<HomeQuery['offered']>['nodes'][number], now: number): WorkItem[] {
  const { tally, invitations } = tender;
  const item = (sentence: string, urgent: boolean): WorkItem[] => [itemOf(tender, { side: 'sell', sentence, urgent, count: 0 })];
  if (tally.lotsToConfirm > 0) return item('CONFIRM', true);
  if (tally.lotsDrafted > 0) return item('DRAFT', isSoon(tender, now));
  const asked = tally.invited && invitations.every(({ declinedAt }) => declinedAt == null);
  return asked && tally.lotsBid === 0 ? item('BID', isSoon(tender, now)) : [];
}

const isSoon = (tender: TenderRowFragment, now: number): boolean => {
  const at = tender.tally.closesNext;
  return at != null && Date.parse(at) - now < soonMs;
};

interface Said {
  side: 'buy' | 'sell';
  sentence: string;
  urgent: boolean;
  count: number;
}

const itemOf = (tender: TenderRowFragment, { side, sentence, urgent, count }: Said): WorkItem => ({
  key: `tender ${sentence} ${tender.id}`,
  group: 'tenders',
  sentence: `tender.${sentence}`,
  values: { number: tender.number, title: tender.title, partner: tender.buyer.name, count },
  to: `/${side}/tenders/${tender.id}${sentence === 'OPEN' && tender.confidentiality === 'SEALED' ? '/opening' : ''}`,
  since: tender.publishedAt ?? tender.createdAt,
  dueOn: tender.status === 'EVALUATION' || tender.status === 'CLOSED' ? undefined : (tender.tally.closesNext ?? undefined),
  urgent,
});
