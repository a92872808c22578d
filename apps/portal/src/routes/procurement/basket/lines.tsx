import { Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney } from '../../../i18n/format';
import type { Line, Group as OrderGroup } from './basket';
import type { LineActions } from './line-actions';
import { LineAmount, LineDates, LinePart, LinePrice, LineQuantity, LineRow, RemoveLine } from './line-row';

interface Props {
  groups: readonly OrderGroup[];
  actionsOf: (line: Line, index: number) => LineActions;
}

/** The lines, grouped as the orders they become. */
export function Lines({ groups, actionsOf }: Props) {
  const { t } = useTranslation('procurement');
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  return (
    <Stack gap="lg">
      {groups.map((group) => (
        <Paper key={group.key} withBorder component="section" aria-label={group.supplier ?? t('basket.gone')}>
          <Group justify="space-between" p="md" pb="sm">
            <Title order={2}>{group.supplier ?? t('basket.gone')}</Title>
            {group.total && <Text fw={600}>{t('basket.groupTotal', { amount: formatMoney(group.total) })}</Text>}
          </Group>
          {wide ? <WideLines group={group} actionsOf={actionsOf} /> : <NarrowLines group={group} actionsOf={actionsOf} />}
        </Paper>
      ))}
    </Stack>
  );
}

function WideLines({ group, actionsOf }: { group: OrderGroup; actionsOf: Props['actionsOf'] }) {
  const { t } = useTranslation('procurement');
  return (
    <Table
      verticalSpacing="sm"
      horizontalSpacing="md"
      style={{ verticalAlign: 'top' }}
      aria-label={group.supplier ?? t('basket.gone')}
      className="top-rows"
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('basket.part')}</Table.Th>
          <Table.Th className="figures">{t('basket.price')}</Table.Th>
          <Table.Th>{t('basket.quantity')}</Table.Th>
          <Table.Th>{t('basket.needBy')}</Table.Th>
          <Table.Th className="figures">{t('basket.amount')}</Table.Th>
          <Table.Th>{t('basket.removeColumn')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {group.lines.map(({ line, index }) => (
          <LineRow key={line.id} line={line} {...actionsOf(line, index)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function NarrowLines({ group, actionsOf }: { group: OrderGroup; actionsOf: Props['actionsOf'] }) {
  const { t } = useTranslation('procurement');
  return (
    <Stack gap={0}>
      {group.lines.map(({ line, index }) => {
        const actions = actionsOf(line, index);
        return (
          <Stack key={line.id} gap="sm" p="md" style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <LinePart line={line} {...actions} />
              <RemoveLine line={line} {...actions} />
            </Group>
            <Group justify="space-between" align="flex-start">
              <Named name={t('basket.quantity')}>
                <LineQuantity line={line} {...actions} />
              </Named>
              <div style={{ textAlign: 'end' }}>
                <LinePrice line={line} />
              </div>
            </Group>
            <Group justify="space-between" align="flex-start">
              <Named name={t('basket.needBy')}>
                <LineDates line={line} {...actions} />
              </Named>
              <LineAmount line={line} />
            </Group>
          </Stack>
        );
      })}
    </Stack>
  );
}

function Named({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" className="quiet">
        {name}
      </Text>
      {children}
    </div>
  );
}
