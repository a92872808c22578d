import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { csvOf, saveText } from '../../../ui/table/csv';
import type { QuickLine } from './resolved';

/** The lines that lead to no offer as a file, in the columns that this page reads, with what is wrong behind them: it comes back corrected. */
export function ProblemLines({ lines }: { lines: readonly QuickLine[] }) {
  const { t } = useTranslation('procurement');
  const wrong = lines.filter((line) => line.problem);
  if (wrong.length === 0) return null;
  const save = (): void => {
    const head = [t('quick.number'), t('basket.quantity'), t('quick.maker'), t('quick.problemColumn'), t('quick.line')];
    const rows = wrong.map((line) => {
      const quantity = line.problem === 'QUANTITY_UNREADABLE' ? '' : line.quantity;
      return [line.number, quantity, line.manufacturer ?? '', t(`quick.problem.${line.problem!}`), String(line.line)];
    });
    saveText('quick-order-problems.csv', csvOf([head, ...rows]));
  };
  return (
    <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
      {t('quick.problemFile', { count: wrong.length })}
    </Button>
  );
}
