import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import {
  type BidWholeFragment,
  TenderBidLogDocument,
  TenderEventLogDocument,
  TenderReceiptLogDocument,
} from '../../../../graphql/generated/graphql';
import { Failure } from '../../../../ui/states';
import { saveWorkbook } from '../../../../ui/workbook/save-workbook';
import type { BoughtTender } from '../bought';
import type { Compared } from '../compare/ranking';
import { comparisonSheet } from './comparison-sheets';
import { logSheets } from './log-sheets';

interface Props {
  tender: BoughtTender;
  lot: BoughtTender['lots'][number];
  bids: readonly BidWholeFragment[];
  compared: readonly Compared[];
}

/** The comparison of a lot, and all that is known of the bids of the tender, as workbooks. They are made in the browser: the hub keeps no copy. */
export function ExportButtons({ tender, lot, bids, compared }: Props) {
  const { t } = useTranslation('tendering');
  const [busy, setBusy] = useState<'comparison' | 'log' | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const go = async (what: 'comparison' | 'log', make: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setFailure(undefined);
    await make().catch(setFailure);
    setBusy(undefined);
  };
  const saveComparison = (): Promise<void> =>
    saveWorkbook(`${tender.number}-${lot.position}-comparison.xlsx`, [
      comparisonSheet({ tender, lotId: lot.id, bids, compared, t }),
    ]);
  const saveLog = async (): Promise<void> => {
    const which = { tenderId: tender.id };
    const log = {
      tender,
      bids: await allOf(async (after) => (await ask(TenderBidLogDocument, { ...which, after })).tenderBids),
      receipts: await allOf(async (after) => (await ask(TenderReceiptLogDocument, { ...which, after })).tenderReceipts),
      events: await allOf(async (after) => (await ask(TenderEventLogDocument, { ...which, after })).tenderEvents),
    };
    await saveWorkbook(`${tender.number}-bids.xlsx`, logSheets(log, t));
  };
  const button = (what: 'comparison' | 'log', make: () => Promise<void>) => (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconDownload size={15} aria-hidden />}
      loading={busy === what}
      disabled={busy !== undefined && busy !== what}
      onClick={() => void go(what, make)}
    >
      {t(`export.${what}Button`)}
    </Button>
  );
  return (
    <>
      {failure !== undefined && <Failure error={failure} />}
      {compared.length > 0 && button('comparison', saveComparison)}
      {button('log', saveLog)}
    </>
  );
}

interface PageOf<T> {
  nodes: readonly T[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** All pages of a list, in their order. */
async function allOf<T>(page: (after: string | null) => Promise<PageOf<T>>): Promise<T[]> {
  const found: T[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: PageOf<T> = await page(after);
    found.push(...nodes);
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return found;
}
