import { Drawer, Stack, Switch, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { ask } from '../../../graphql/client';
import { ManageLocationDocument, StockLedgerDocument, type StockLedgerQuery } from '../../../graphql/generated/graphql';
import { formatDecimal, formatInstant } from '../../../i18n/format';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { CorrectionForm } from './correction-form';
import type { StockRow } from './stock-row';

/** What moved the stock of one offer at one place, a form to correct it, and whether the place is managed here. */
export function Ledger({ row, onClose }: { row: StockRow; onClose: () => void }) {
  const { t } = useTranslation('stock');
  const queries = useQueryClient();
  const { offerId, location } = row;
  const [failure, setFailure] = useState<unknown>(undefined);
  const { data, error, refetch } = useQuery({
    queryKey: ['stock-ledger', offerId, location],
    queryFn: ({ signal }) => ask(StockLedgerDocument, { offerId, location, first: 50 }, signal),
  });
  const managed = data?.stockLocations.find((place) => place.location === location)?.managed ?? false;
  const manage = async (on: boolean): Promise<void> => {
    try {
      await ask(ManageLocationDocument, { input: { location, managed: on } });
      setFailure(undefined);
      await queries.invalidateQueries();
    } catch (refused) {
      setFailure(refused);
    }
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title={t('ledger.title', { part: row.supplierPart, location })}
      closeButtonProps={{ 'aria-label': t('ledger.close') }}
    >
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : (
        <Stack gap="lg">
          {failure !== undefined && <Failure error={failure} />}
          <Switch
            label={t('ledger.managed', { location })}
            description={t('ledger.managedHow')}
            checked={managed}
            onChange={(event) => void manage(event.currentTarget.checked)}
          />
          <CorrectionForm row={row} />
          {data.stockMovements.nodes.length === 0 ? (
            <Empty title={t('ledger.none')} text={t('ledger.noneText')} />
          ) : (
            <Movements nodes={data.stockMovements.nodes} />
          )}
        </Stack>
      )}
    </Drawer>
  );
}

function Movements({ nodes }: { nodes: StockLedgerQuery['stockMovements']['nodes'] }) {
  const { t } = useTranslation('stock');
  return (
    <Table aria-label={t('ledger.movements')} verticalSpacing={4} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('ledger.at')}</Table.Th>
          <Table.Th>{t('ledger.what')}</Table.Th>
          <Table.Th className="figures">{t('ledger.quantity')}</Table.Th>
          <Table.Th className="figures">{t('ledger.held')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {nodes.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td title={one.at}>{formatInstant(one.at)}</Table.Td>
            <Table.Td>
              {t(`movement.${one.kind}`)}
              <Text size="xs" className="quiet">
                {[one.buyer?.name, one.reason && t(`reason.${one.reason}`), one.note].filter(Boolean).join(' · ')}
              </Text>
            </Table.Td>
            <Table.Td className="figures">{signed(one.quantityDelta)}</Table.Td>
            <Table.Td className="figures">{signed(one.reservedDelta)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function signed(figure: string): string {
  const plain = normalise(figure);
  if (plain === '0') return '–';
  return plain.startsWith('-') ? formatDecimal(plain) : `+${formatDecimal(plain)}`;
}
