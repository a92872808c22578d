import type { TFunction } from 'i18next';
import type { BidWholeFragment, TenderEventLogQuery, TenderReceiptLogQuery } from '../../../../graphql/generated/graphql';
import type { Sheet, SheetCell } from '../../../../ui/workbook/save-workbook';
import type { BoughtTender } from '../bought';

/** Everything of a tender that its buyer may read of bids, whole. */
export interface BidLog {
  tender: Pick<BoughtTender, 'lots' | 'lines'>;
  bids: readonly BidWholeFragment[];
  receipts: TenderReceiptLogQuery['tenderReceipts']['nodes'];
  events: TenderEventLogQuery['tenderEvents']['nodes'];
}

/** Bids with their hashes and times, every line that was offered, the receipts, and the log of the tender. */
export const logSheets = (log: BidLog, t: TFunction<'tendering'>): Sheet[] => [
  { name: t('export.bids'), widths: [6, 7, 26, 38, 8, 28, 28, 8, 9, 14, 12, 12, 24, 66], rows: bidRows(log) },
  { name: t('export.lines'), widths: [38, 26, 8, 12, 9, 8, 8, 26, 12, 12, 9, 26, 30, 30], rows: lineRows(log) },
  { name: t('receipts.title'), widths: [6, 7, 38, 8, 14, 30, 66], rows: receiptRows(log) },
  { name: t('log.title'), widths: [6, 24, 28, 80], rows: eventRows(log) },
];

const bidHeads =
  'lot round supplier bid version accepted withdrawn counts currency deliveryTerm paymentDays validUntil note sha256';
const bidRows = ({ tender, bids }: BidLog): SheetCell[][] =>
  headed(
    bidHeads,
    bids.map(({ content, ...bid }) => [
      ...[
        lotOf(tender, bid.lotId),
        figure(bid.round),
        text(bid.supplier.name),
        text(bid.id),
        figure(bid.seq),
        text(bid.acceptedAt),
      ],
      ...[text(bid.withdrawnAt), text(bid.counts ? 'yes' : 'no'), text(content?.currency), text(content?.deliveryTerm)],
      ...[figure(content?.paymentDays), text(content?.validUntil), text(content?.note), text(bid.digest)],
    ]),
  );

const lineHeads =
  'bid supplier line price currency basis unit breaks minQuantity maxQuantity leadDays addends alternate conditions';
function lineRows({ tender, bids }: BidLog): SheetCell[][] {
  const numbers = new Map(tender.lines.map(({ id, number }) => [id, number]));
  const rows = bids.flatMap(({ id, supplier, content }) =>
    (content?.lines ?? []).map((line) => [
      ...[text(id), text(supplier.name), text(numbers.get(line.lineId)), figure(line.price.amount), text(content?.currency)],
      ...[figure(line.price.basis), text(line.price.unit)],
      text(line.breaks.map(({ from, amount }) => `${from} = ${amount}`).join('; ')),
      ...[figure(line.minQuantity), figure(line.maxQuantity), figure(line.leadDays)],
      text(line.addends.map(({ kind, amount }) => `${kind} = ${amount}`).join('; ')),
      ...[text(line.alternate?.description), text(line.conditions)],
    ]),
  );
  return headed(lineHeads, rows);
}

const receiptRows = ({ tender, receipts }: BidLog): SheetCell[][] =>
  headed(
    'lot round bid version kind accepted sha256',
    receipts.map(({ lotId, round, bidId, seq, kind, acceptedText, digest }) => [
      ...[lotOf(tender, lotId), figure(round), text(bidId), figure(seq), text(kind), text(acceptedText), text(digest)],
    ]),
  );

const eventRows = ({ events }: BidLog): SheetCell[][] =>
  headed(
    'n kind at detail',
    events.map(({ seq, kind, at, detail }) => [figure(seq), text(kind), text(at), text(detail)]),
  );

/** Machine names as heads: such a log is read by other programs, in every language the same. */
const headed = (heads: string, rows: readonly SheetCell[][]): SheetCell[][] => [
  heads.split(' ').map((name) => ({ text: name, strong: true })),
  ...rows,
];
const text = (said: string | null | undefined): SheetCell => ({ text: said ?? '' });
const figure = (said: string | number | null | undefined): SheetCell => (said == null ? {} : { figure: String(said) });
const lotOf = ({ lots }: BidLog['tender'], id: string): SheetCell => figure(lots.find((lot) => lot.id === id)?.position);
