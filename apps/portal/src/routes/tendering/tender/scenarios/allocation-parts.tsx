import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import type { AllocationWholeFragment } from '../../../../graphql/generated/graphql';
import { formatDecimal, formatMoney } from '../../../../i18n/format';
import { useCodeNames } from '../../../../ui/shown/code-name';
import type { BoughtTender } from '../bought';
import type { Bidder } from './scenario-form';

interface Props {
  tender: BoughtTender;
  allocation: AllocationWholeFragment;
  bidders: readonly Bidder[];
}

/** Who gets what: lines by supplier, or whole lots. */
export function AllocationParts({ tender, allocation, bidders }: Props) {
  const { t } = useTranslation('scenarios');
  const names = useCodeNames();
  const titleOf = (lotId: string): string => tender.lots.find(({ id }) => id === lotId)?.title ?? '';
  return (
    <Table.ScrollContainer minWidth={420} mah={320}>
      <Table aria-label={t('parts.label')} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('parts.what')}</Table.Th>
            <Table.Th>{t('form.supplier')}</Table.Th>
            <Table.Th ta="end">{t('parts.quantity')}</Table.Th>
            <Table.Th ta="end">{t('parts.amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {allocation.parts.map(({ lotId, lineId, supplierId, quantity, amount }) => {
            const line = tender.lines.find(({ id }) => id === lineId);
            return (
              <Table.Tr key={`${lotId} ${lineId} ${supplierId}`}>
                <Table.Td>{line ? `${line.number} · ${line.partNumber ?? line.description}` : titleOf(lotId)}</Table.Td>
                <Table.Td>{bidders.find(({ id }) => id === supplierId)?.name}</Table.Td>
                <Table.Td ta="end">
                  {line ? `${formatDecimal(normalise(quantity))} ${names.unit(line.quantity.unit, quantity)}` : t('parts.whole')}
                </Table.Td>
                <Table.Td ta="end">{formatMoney({ amount: normalise(amount), currency: tender.currency })}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
