import type { TFunction } from 'i18next';
import type { BidWholeFragment } from '../../../../graphql/generated/graphql';
import type { Sheet, SheetCell } from '../../../../ui/workbook/save-workbook';
import type { BoughtTender } from '../bought';
import type { Compared } from '../compare/ranking';

interface Given {
  tender: Pick<BoughtTender, 'lines' | 'currency'>;
  lotId: string;
  bids: readonly BidWholeFragment[];
  compared: readonly Compared[];
  t: TFunction<'tendering'>;
}

const head = (text: string): SheetCell => ({ text, strong: true });

/** Lines by suppliers, the ranked first: of each the price as it was bid, every addend, and what it comes to on one basis; the best of a line is marked. */
export function comparisonSheet({ tender, lotId, bids, compared, t }: Given): Sheet {
  const lines = tender.lines.filter((line) => line.lotId === lotId && line.droppedIn == null);
  const blocks = compared.map((one) => blockOf(one, { bids, tender, t }));
  const heads = [
    ...[t('lines.number'), t('lines.line'), t('lines.description'), t('lines.quantity'), t('lines.unit')].map(head),
    ...blocks.flatMap(({ heads: own }) => own),
  ];
  const rows = lines.map((line): SheetCell[] => [
    { text: line.number },
    { text: line.partNumber ?? '' },
    { text: line.description },
    { figure: line.quantity.value },
    { text: line.quantity.unit },
    ...blocks.flatMap(({ cells }) => cells(line.id)),
  ]);
  const totals = [head(t('ranking.total')), {}, {}, {}, {}, ...blocks.flatMap(({ total }) => total)];
  return { name: t('export.comparison'), rows: [heads, ...rows, totals], widths: [8, 20, 36, 12, 8, 18] };
}

/** The columns of one supplier. */
function blockOf(
  { bidId, supplier, rank, total, lines }: Compared,
  { bids, tender, t }: Pick<Given, 'bids' | 't'> & { tender: Pick<BoughtTender, 'currency'> },
) {
  const content = bids.find(({ id }) => id === bidId)?.content;
  const kinds = [...new Set(lines.flatMap(({ steps }) => steps.map(({ kind }) => kind)))];
  const name = rank ? t('ranking.place', { rank, supplier: supplier.name }) : supplier.name;
  const heads = [
    head(`${name} · ${t('bidLines.price')}`),
    head(`${name} · ${t('bidLines.basis')}`),
    ...kinds.map((kind) => head(`${name} · ${t(`addend.${kind as 'GOODS'}`)} (${tender.currency})`)),
    head(`${name} · ${t('matrix.comparable')} (${tender.currency})`),
  ];
  const cells = (lineId: string): SheetCell[] => {
    const compared = lines.find((line) => line.lineId === lineId);
    const offered = content?.lines.find((line) => line.lineId === lineId);
    const amountOf = (kind: string): SheetCell => {
      const amount = compared?.steps.find((step) => step.kind === kind)?.amount;
      return amount === undefined ? {} : { figure: amount };
    };
    return [
      offered ? { figure: offered.price.amount } : {},
      offered ? { text: `${content?.currency ?? ''} / ${offered.price.basis} ${offered.price.unit}` } : {},
      ...kinds.map(amountOf),
      compared?.total
        ? { figure: compared.total, best: compared.best }
        : {
            text:
              compared?.reasons
                .map((reason) => t(`notComparable.${reason as 'UNIT_WITHOUT_FACTOR'}`, { defaultValue: reason }))
                .join('; ') ?? '',
          },
    ];
  };
  const sum: SheetCell[] = [{}, {}, ...kinds.map(() => ({})), total ? { figure: total, strong: true, best: rank === 1 } : {}];
  return { heads, cells, total: sum };
}
