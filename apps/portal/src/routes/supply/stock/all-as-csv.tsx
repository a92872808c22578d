import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { OwnStockDocument, type StockFilter } from '../../../graphql/generated/graphql';
import type { DataColumn } from '../../../ui/data-table';
import { csvOf, saveText } from '../../../ui/table/csv';
import type { StockRow } from './stock-row';

/** Every row that fits the filter as one file; pages are fetched one after the other and counted aloud. */
export function AllAsCsv({ filter, columns }: { filter: StockFilter; columns: readonly DataColumn<StockRow>[] }) {
  const { t } = useTranslation(['selling', 'shell']);
  const [count, setCount] = useState<number | undefined>(undefined);
  const walk = async (): Promise<void> => {
    const told = columns.filter((column) => column.text);
    const records = [told.map((column) => column.header)];
    setCount(0);
    try {
      let after: string | undefined;
      do {
        const { stock } = await ask(OwnStockDocument, { filter, first: 200, after });
        records.push(...stock.nodes.map((row) => told.map((column) => column.text!(row))));
        setCount(records.length - 1);
        after = stock.pageInfo.hasNextPage ? (stock.pageInfo.endCursor ?? undefined) : undefined;
      } while (after);
      saveText('stock.csv', csvOf(records));
    } catch {
      notifications.show({ color: 'red', message: t('shell:failure.NETWORK') });
    } finally {
      setCount(undefined);
    }
  };
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconDownload size={15} aria-hidden />}
      disabled={count !== undefined}
      onClick={() => void walk()}
    >
      {count === undefined ? t('stock.csvAll') : t('stock.csvWalking', { count })}
    </Button>
  );
}
