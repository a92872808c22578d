import { Group, SegmentedControl, Select, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { SightOfBuyerDocument } from '../../../graphql/generated/graphql';
import { formatDecimal } from '../../../i18n/format';
import { Pager } from '../../../ui/pager';
import { Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';

const pageSize = 50;

/** What one buyer sees of each catalogue, offer by offer; the choice stands in the address. */
export function Sight({ buyers }: { buyers: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation('groups');
  const [url, change] = useUrl();
  const buyerId = buyers.find(({ id }) => id === url['buyer'])?.id;
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end">
        <Select
          label={t('sight.buyer')}
          placeholder={t('sight.choose')}
          searchable
          data={buyers.map(({ id, name }) => ({ value: id, label: name }))}
          value={buyerId ?? null}
          onChange={(value) => change({ buyer: value ?? undefined, after: undefined, before: undefined })}
        />
        <SegmentedControl
          aria-label={t('sight.which')}
          data={[
            { value: 'seen', label: t('sight.seen') },
            { value: 'hidden', label: t('sight.hidden') },
          ]}
          value={url['show'] === 'hidden' ? 'hidden' : 'seen'}
          onChange={(value) => change({ show: value, after: undefined, before: undefined })}
        />
      </Group>
      {buyerId ? <Seen buyerId={buyerId} seen={url['show'] !== 'hidden'} /> : <Text className="quiet">{t('sight.how')}</Text>}
    </Stack>
  );
}

function Seen({ buyerId, seen }: { buyerId: string; seen: boolean }) {
  const { t } = useTranslation('groups');
  const [{ after, before }, change] = useUrl();
  const variables = {
    buyerId,
    filter: { buyerId, seen },
    ...(before ? { last: pageSize, before } : { first: pageSize, after }),
  };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['sight-of-buyer', variables],
    queryFn: ({ signal }) => ask(SightOfBuyerDocument, variables, signal),
    placeholderData: (previous) => previous,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { nodes, pageInfo } = data.offersInSight;
  return (
    <Stack gap="md">
      {data.sightOfBuyer.map((catalogue) => (
        <Text key={catalogue.catalogueId} size="sm">
          {t('sight.counts', {
            name: catalogue.name,
            seen: formatDecimal(String(catalogue.seen)),
            active: formatDecimal(String(catalogue.active)),
          })}
        </Text>
      ))}
      <Table.ScrollContainer minWidth={480}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('sight.part')}</Table.Th>
              <Table.Th>{t('sight.name')}</Table.Th>
              <Table.Th>{t('sight.category')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {nodes.map((offer) => (
              <Table.Tr key={offer.offerId}>
                <Table.Td>{offer.supplierPart}</Table.Td>
                <Table.Td>{offer.name}</Table.Td>
                <Table.Td>{offer.category}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Pager
        page={pageInfo}
        onPage={({ after, before }) => change({ after, before })}
        shown={t('sight.shown', { count: nodes.length })}
        busy={isPlaceholderData}
      />
    </Stack>
  );
}
