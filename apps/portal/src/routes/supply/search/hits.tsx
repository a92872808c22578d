import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { formatMoney } from '../../../i18n/format';
import { type DataColumn, DataTable, Nothing } from '../../../ui/data-table';
import { CodeText } from '../../../ui/shown/code-text';
import { useBasisText } from '../../../ui/shown/price';
import { Status } from '../../../ui/shown/status';
import { nameOf } from '../../catalog/part/part-facts';
import type { Hit } from './found';

/** Parts found, one row each; all offers of a part stand on its page. */
export function Hits({ hits, stale, csvName }: { hits: readonly Hit[]; stale: boolean; csvName: string }) {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const basis = useBasisText();
  const columns = useMemo(
    (): DataColumn<Hit>[] => [
      {
        id: 'number',
        header: t('column.number'),
        fixed: true,
        width: 170,
        cell: ({ part }) => (
          <Group gap={2} wrap="nowrap">
            <Anchor component={Link} to={`/parts/${part.id}`} className="part-number" fw={600}>
              {part.number}
            </Anchor>
            <CodeText value={part.number} size="sm" onlyCopy />
          </Group>
        ),
        text: ({ part }) => part.number,
      },
      {
        id: 'manufacturer',
        header: t('column.manufacturer'),
        width: 130,
        cell: ({ part }) => (
          <OneLine text={part.manufacturer.name} title={`${part.manufacturer.name} (${part.manufacturer.code})`} most={130} />
        ),
        text: ({ part }) => part.manufacturer.name,
      },
      {
        id: 'name',
        header: t('column.name'),
        width: 190,
        cell: ({ part }) => <TwoLines text={nameOf(part)} most={200} />,
        text: ({ part }) => nameOf(part),
      },
      {
        id: 'price',
        header: t('column.price'),
        align: 'end',
        width: 150,
        cell: ({ lowestPrices }) =>
          lowestPrices.length === 0 ? (
            <Nothing />
          ) : (
            <Stack gap={0}>
              {lowestPrices.slice(0, 2).map((price) => (
                <span key={`${price.currency} ${price.unit}`} style={{ whiteSpace: 'nowrap' }}>
                  <Text span fw={600} size="sm">
                    {formatMoney({ ...price, amount: normalise(price.amount) })}
                  </Text>{' '}
                  <Text span size="xs" className="quiet">
                    {basis(price.basis, price.unit)}
                  </Text>
                </span>
              ))}
            </Stack>
          ),
        text: ({ lowestPrices }) => lowestPrices.map((p) => `${p.amount} ${p.currency}/${p.basis} ${p.unit}`).join('; '),
      },
      {
        id: 'offers',
        header: t('column.offers'),
        align: 'end',
        width: 90,
        cell: (hit) => (
          <span title={t('suppliersCount', { count: hit.supplierCount })}>{t('offersCount', { count: hit.offerCount })}</span>
        ),
        text: (hit) => String(hit.offerCount),
        compare: (a, b) => a.offerCount - b.offerCount,
      },
      {
        id: 'stock',
        header: t('column.stock'),
        width: 130,
        cell: (hit) => <Status tone={hit.inStock ? 'good' : 'quiet'}>{hit.inStock ? t('inStock') : t('leadTime')}</Status>,
        text: (hit) => (hit.inStock ? t('inStock') : t('leadTime')),
        compare: (a, b) => Number(b.inStock) - Number(a.inStock),
      },
    ],
    [t, basis],
  );
  return (
    <DataTable
      label={t('found')}
      rows={hits}
      columns={columns}
      rowKey={({ part }) => part.id}
      onOpen={({ part }) => void navigate({ to: '/parts/$partId', params: { partId: part.id } })}
      storageKey="search"
      csvName={csvName}
      stale={stale}
      card={(hit) => <HitCard hit={hit} />}
    />
  );
}

/** A long name does not make its row higher than the others; `most` is what 1440 px can spare with the facets beside it. */
function OneLine({ text, title = text, most }: { text: string; title?: string; most: number }) {
  return (
    <Text span size="sm" truncate display="block" maw={most} title={title}>
      {text}
    </Text>
  );
}

/** What tells one bearing from the next often stands at the end of its name: two small lines are as high as a row. */
function TwoLines({ text, most }: { text: string; most: number }) {
  return (
    <Text span lineClamp={2} fz={12} lh="15px" maw={most} title={text}>
      {text}
    </Text>
  );
}

function HitCard({ hit }: { hit: Hit }) {
  const { t } = useTranslation('search');
  const basis = useBasisText();
  const price = hit.lowestPrices[0];
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Anchor component={Link} to={`/parts/${hit.part.id}`} className="part-number" fw={600}>
          {hit.part.number}
        </Anchor>
        <Status tone={hit.inStock ? 'good' : 'quiet'}>{hit.inStock ? t('inStock') : t('leadTime')}</Status>
      </Group>
      <Text size="sm">{nameOf(hit.part)}</Text>
      <Text size="xs" className="quiet">
        {hit.part.manufacturer.name}
      </Text>
      <Group justify="space-between" gap="sm">
        {price ? (
          <Text size="sm">
            <b>{formatMoney({ ...price, amount: normalise(price.amount) })}</b> {basis(price.basis, price.unit)}
          </Text>
        ) : (
          <Nothing />
        )}
        <Text size="xs" className="quiet">
          {t('offersCount', { count: hit.offerCount })}
        </Text>
      </Group>
    </Stack>
  );
}
