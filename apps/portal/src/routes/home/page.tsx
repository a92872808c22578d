import { Anchor, Badge, Box, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../graphql/client';
import { HomeDocument } from '../../graphql/generated/graphql';
import { formatAge, formatDate, formatInstant } from '../../i18n/format';
import { useMe, useRights } from '../../shell/me';
import { Page } from '../../ui/page';
import { useMinute } from '../../ui/shown/stock';
import { Failure, Waiting } from '../../ui/states';
import { Checklist } from './checklist';
import { buyerSteps, supplierSteps, workOf } from './work';
import type { WorkGroup, WorkItem } from './work-item';

const groups: readonly WorkGroup[] = ['orders', 'tenders', 'uploads', 'messages', 'partners'];
/** The work list is read again at this pace while the page is open. */
const refreshMs = 30_000;

/** What waits for this member, and for a newcomer the way to the first order or catalogue. */
export default function HomePage() {
  const { t } = useTranslation('home');
  const { me } = useMe();
  const rights = useRights();
  const has = (right: string): boolean => rights.has(right);
  const variables = {
    orders: has('order:read'),
    catalogues: has('catalogue:read'),
    exchange: has('exchange:read'),
    baskets: has('basket:edit'),
    tenders: has('tender:manage'),
    bids: has('bid:submit'),
  };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['needs', variables],
    queryFn: () => ask(HomeDocument, variables),
    refetchInterval: refreshMs,
    enabled: me !== undefined,
  });
  const work = useMemo(() => (data && me ? workOf(data, me.organization.id) : []), [data, me]);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending || !me) return <Waiting />;
  const roles = me.organization.roles as readonly string[];
  return (
    <Page title={t('title')} below={work.length > 0 ? t('count', { count: work.length }) : undefined}>
      <Group align="flex-start" gap="lg">
        <Box style={{ flex: '2 1 28rem', minWidth: 0 }}>{work.length === 0 ? <AllDone /> : <WorkList work={work} />}</Box>
        <Stack gap="lg" style={{ flex: '1 1 18rem', maxWidth: '32rem' }}>
          {roles.includes('BUYER') && has('order:place') && (
            <Checklist kind="buyer" steps={buyerSteps(data, me.organization.id)} />
          )}
          {roles.includes('SUPPLIER') && has('catalogue:upload') && (
            <Checklist kind="supplier" steps={supplierSteps(data, me.organization.id)} />
          )}
          <Ways rights={rights} />
        </Stack>
      </Group>
    </Page>
  );
}

/** All that waits, by kind; j and k walk, Enter opens. */
function WorkList({ work }: { work: readonly WorkItem[] }) {
  const { t } = useTranslation('home');
  const list = useRef<HTMLDivElement>(null);
  const move = (step: number): void => {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-work]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
  };
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
  ]);
  return (
    <Stack gap="lg" ref={list}>
      {groups.map((group) => {
        const items = work.filter((item) => item.group === group);
        if (items.length === 0) return null;
        return (
          <Paper key={group} withBorder component="section" aria-label={t(`group.${group}`)}>
            <Group gap="sm" p="md" pb="sm">
              <Title order={2}>{t(`group.${group}`)}</Title>
              <Badge variant="light" color="gray">
                {items.length}
              </Badge>
            </Group>
            <Stack gap={0} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((item) => (
                <WorkRow key={item.key} item={item} />
              ))}
            </Stack>
          </Paper>
        );
      })}
    </Stack>
  );
}

function WorkRow({ item }: { item: WorkItem }) {
  const { t } = useTranslation('home');
  const now = useMinute();
  return (
    <Group component="li" gap="sm" px="md" py="sm" wrap="nowrap" style={{ borderTop: '1px solid var(--line-soft)' }}>
      {item.urgent ? (
        <IconAlertTriangle size={16} color="var(--mantine-color-orange-7)" aria-label={t('urgent')} style={{ flexShrink: 0 }} />
      ) : (
        <IconClock size={16} color="var(--quiet)" aria-label={t('waiting')} style={{ flexShrink: 0 }} />
      )}
      <Anchor component={Link} to={item.to} size="sm" style={{ flex: 1, minWidth: 0 }} data-work>
        {t(item.sentence, item.values)}
      </Anchor>
      <Text size="xs" className="quiet" ta="end" style={{ whiteSpace: 'nowrap' }}>
        {item.dueOn ? (
          t('due', { date: formatDate(item.dueOn) })
        ) : item.since ? (
          <span title={formatInstant(item.since)}>{formatAge(item.since, now)}</span>
        ) : null}
      </Text>
    </Group>
  );
}

function AllDone() {
  const { t } = useTranslation('home');
  return (
    <Paper withBorder p="xl">
      <Group gap="md" wrap="nowrap">
        <IconCircleCheck size={32} stroke={1.4} color="var(--mantine-color-teal-6)" aria-hidden />
        <div>
          <Title order={2}>{t('doneTitle')}</Title>
          <Text size="sm" className="quiet">
            {t('doneText')}
          </Text>
        </div>
      </Group>
    </Paper>
  );
}

const ways = [
  { to: '/search', key: 'search', right: 'basket:edit' },
  { to: '/quick-order', key: 'quickOrder', right: 'basket:edit' },
  { to: '/buy/tenders/new', key: 'tender', right: 'tender:manage' },
  { to: '/sell/upload', key: 'upload', right: 'catalogue:upload' },
  { to: '/help', key: 'help', right: undefined },
] as const;

function Ways({ rights }: { rights: ReadonlySet<string> }) {
  const { t } = useTranslation('home');
  const navigate = useNavigate();
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('ways')}>
      <Stack gap="sm" align="flex-start">
        <Title order={2}>{t('ways')}</Title>
        {ways
          .filter((way) => !way.right || rights.has(way.right))
          .map((way) => (
            <Button key={way.to} variant="subtle" size="xs" px={0} onClick={() => void navigate({ to: way.to as '/search' })}>
              {t(`way.${way.key}`)}
            </Button>
          ))}
      </Stack>
    </Paper>
  );
}
