import type { HomeQuery, TenderRowFragment } from '../../graphql/generated/graphql';
import { unsettled } from '../tendering/standstill/unsettled';
import type { WorkItem } from './work-item';

/** What closes within two days is worth a look today. */
const soonMs = 2 * 86_400_000;

/** Tenders that wait: to be opened, auctioned, awarded, concluded or answered by their buyer; to be bid for or confirmed by a supplier. */
export const tenderWork = (home: HomeQuery, now: number): WorkItem[] => [
  ...(home.asked?.nodes ?? []).flatMap((tender) => ofBuyer(tender, now)),
  ...(home.offered?.nodes ?? []).flatMap((tender) => ofBidder(tender, now)),
];

function ofBuyer(tender: NonNullable<HomeQuery['asked']>['nodes'][number], now: number): WorkItem[] {
  const { status, tally, runningAuction } = tender;
  const { challenged, notMade } = unsettled(tender.standstills);
  const item = (sentence: string, urgent: boolean, count = 0): WorkItem =>
    itemOf(tender, { side: 'buy', sentence, urgent, count });
  const takesBids = status === 'BIDDING' || status === 'ANNOUNCED';
  return [
    ...(challenged ? [item('CHALLENGED', true)] : []),
    ...(notMade ? [item('NOT_MADE', true)] : []),
    ...(status === 'CLOSED' ? [item('OPEN', true)] : []),
    // Of several lots another may wait for its award; of one the auction comes first.
    ...(status === 'EVALUATION' ? [item('AWARD', runningAuction == null, tally.bidders ?? 0)] : []),
    ...(runningAuction == null ? [] : [{ ...item('AUCTION', false), to: `/auctions/${runningAuction}` }]),
    ...(tally.questionsOpen > 0 ? [item('ANSWER', true, tally.questionsOpen)] : []),
    ...(takesBids && isSoon(tender, now) ? [item('CLOSING', false)] : []),
  ];
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
  dueOn: tender.status === 'BIDDING' || tender.status === 'ANNOUNCED' ? (tender.tally.closesNext ?? undefined) : undefined,
  urgent,
});
