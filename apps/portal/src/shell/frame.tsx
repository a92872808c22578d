import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { startLive, stopLive } from '../graphql/live';
import { liveToken, useSignedIn } from '../session/session';
import { Failure, Waiting } from '../ui/states';
import { AccountMenu } from './account-menu';
import { ActionPalette } from './action-palette';
import { GlobalSearch } from './global-search';
import { KeyHelp } from './key-help';
import { useMe } from './me';
import { Navigation } from './navigation';

/** The one shell around every page of a signed-in member: search, organisation, areas by role, actions by key. */
export function Frame() {
  const { t } = useTranslation('shell');
  const [opened, menu] = useDisclosure(false);
  const signedIn = useSignedIn();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { me, error, refetch } = useMe();

  useEffect(() => {
    startLive(liveToken);
    return stopLive;
  }, []);
  useEffect(() => {
    if (!signedIn) void navigate({ to: '/sign-in' });
  }, [signedIn, navigate]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the narrow menu closes whenever the page changes
  useEffect(() => menu.close(), [path]);

  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 212, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', md: 'lg' }}
    >
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" gap="md" wrap="nowrap">
          <Burger opened={opened} onClick={menu.toggle} hiddenFrom="md" size="sm" aria-label={t('menu')} />
          <GlobalSearch rights={new Set(me?.permissions ?? [])} />
          {me && <AccountMenu me={me} />}
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" style={{ overflowY: 'auto' }}>
        <Navigation rights={new Set(me?.permissions ?? [])} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        {error ? <Failure error={error} retry={() => void refetch()} /> : me ? <Outlet /> : <Waiting />}
      </AppShell.Main>
      <ActionPalette rights={new Set(me?.permissions ?? [])} />
      <KeyHelp />
    </AppShell>
  );
}
