import { Anchor, Box, Button, Drawer, Flex, Group, List, Stack, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Status } from '../../../ui/shown/status';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { type UrlPatch, useUrl } from '../../url';
import { FacetColumn } from './facets';
import { type Found, useFound, wishOf } from './found';
import { Hits } from './hits';

/** Finds parts by number, own number or words; the URL says what was asked. */
export default function SearchPage() {
  const { t } = useTranslation('search');
  const [url, setUrl] = useUrl();
  const wish = wishOf(url);
  const { shown, facets, total, error, isPending, isPlaceholderData, refetch } = useFound(wish);
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [opened, drawer] = useDisclosure(false);
  const narrow = (patch: UrlPatch): void => setUrl({ ...patch, after: undefined });
  const narrowed =
    wish.suppliers.length +
    wish.manufacturers.length +
    wish.approvalBases.length +
    (wish.classification ? 1 : 0) +
    (wish.inStock ? 1 : 0);

  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending || !shown) return <Waiting />;
  const column = facets && (shown.nodes.length > 0 || narrowed > 0) && (
    <FacetColumn facets={facets} wish={wish} onWish={narrow} />
  );
  return (
    <Page
      title={wish.query ? t('title', { query: wish.query }) : t('browse')}
      below={<How found={shown} total={total ?? undefined} capped={facets?.capped ?? false} />}
      actions={
        <>
          {narrowed > 0 && (
            <Button
              size="xs"
              variant="subtle"
              onClick={() =>
                narrow({ supplier: undefined, maker: undefined, class: undefined, stock: undefined, basis: undefined })
              }
            >
              {t('clear', { count: narrowed })}
            </Button>
          )}
          {!wide && column && (
            <Button size="xs" variant="default" leftSection={<IconFilter size={15} aria-hidden />} onClick={drawer.open}>
              {t('narrow')}
            </Button>
          )}
        </>
      }
    >
      <Flex gap="xl" align="flex-start">
        {wide && column && (
          <Box w={230} style={{ flexShrink: 0 }}>
            {column}
          </Box>
        )}
        <Stack gap="md" style={{ flex: 1, minWidth: 0 }}>
          {shown.nodes.length === 0 ? (
            <Nothing found={shown} query={wish.query} narrowed={narrowed > 0} />
          ) : (
            <Hits hits={shown.nodes} stale={isPlaceholderData} csvName={`parts-${wish.query || 'all'}`} />
          )}
          <Pager
            page={{
              hasNextPage: shown.pageInfo.hasNextPage,
              hasPreviousPage: Boolean(wish.after),
              endCursor: shown.pageInfo.endCursor,
            }}
            onPage={({ after }) => setUrl({ after })}
            shown={shown.nodes.length > 0 ? t('onPage', { count: shown.nodes.length }) : undefined}
            busy={isPlaceholderData}
            toFirst
          />
        </Stack>
      </Flex>
      <Drawer
        opened={opened && !wide}
        onClose={drawer.close}
        title={t('narrow')}
        position="right"
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        {column}
      </Drawer>
    </Page>
  );
}

/** How it was found and how much there is. */
function How({ found, total, capped }: { found: Found; total: number | undefined; capped: boolean }) {
  const { t } = useTranslation('search');
  return (
    <Group gap="sm" component="span">
      {found.matchedBy && <Status tone="info">{t(`matchedBy.${found.matchedBy}`)}</Status>}
      {total !== undefined && total > 0 && (
        <span>{capped ? t('atLeast', { count: total }) : t('partsFound', { count: total })}</span>
      )}
    </Group>
  );
}

function Nothing({ found, query, narrowed }: { found: Found; query: string; narrowed: boolean }) {
  const { t } = useTranslation('search');
  return (
    <Stack gap="md">
      <Empty title={t('nothing', { query })} text={narrowed ? t('nothingNarrowed') : t('nothingText')} />
      {found.suggestions.length > 0 && (
        <Box component="section" aria-label={t('suggestions')}>
          <Text fw={600} mb="sm">
            {t('suggestions')}
          </Text>
          <List spacing="xs">
            {found.suggestions.map((part) => (
              <List.Item key={part.id}>
                <Anchor component={Link} to={`/parts/${part.id}`} className="part-number">
                  {part.number}
                </Anchor>{' '}
                <Text span className="quiet">
                  {part.manufacturer.name} · {part.name}
                </Text>
              </List.Item>
            ))}
          </List>
        </Box>
      )}
    </Stack>
  );
}
