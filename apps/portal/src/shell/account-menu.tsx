import { Button, Menu, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown, IconLogout, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import i18next from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../graphql/client';
import { type MeQuery, SignOutDocument, SwitchOrganizationDocument } from '../graphql/generated/graphql';
import { chooseLanguage, type LanguageTag, languages } from '../i18n/setup';
import { beginSession, endSession } from '../session/session';

type Me = NonNullable<MeQuery['me']>;

/** Person, organisation switcher, language, theme and density. */
export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation('shell');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [density, setDensity] = useLocalStorage({ key: 'entrepot.density', defaultValue: 'dense' });
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);

  const switchTo = async (organizationId: string): Promise<void> => {
    const { switchOrganization: answer } = await ask(SwitchOrganizationDocument, { input: { organizationId } });
    if (!answer.accessToken || !answer.expiresAt) return;
    beginSession(answer.accessToken, answer.expiresAt);
    queries.clear();
    await navigate({ to: '/' });
  };
  const signOut = async (): Promise<void> => {
    await ask(SignOutDocument, {}).catch(() => undefined);
    queries.clear();
    endSession();
  };
  return (
    <Menu position="bottom-end" width={280} withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          ml="auto"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          px="xs"
          styles={{ label: { maxWidth: 'min(14rem, 28vw)' } }}
        >
          <Text span truncate fw={600} size="sm">
            {me.organization.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.person?.name} · {me.person?.email}
        </Menu.Label>
        <Menu.Item leftSection={<IconUser size={16} aria-hidden />} component={Link} to="/account">
          {t('account')}
        </Menu.Item>
        {me.memberships.length > 1 && <Menu.Label>{t('switchOrganization')}</Menu.Label>}
        {me.memberships
          .filter((m) => m.organizationId !== me.organization.id && m.status === 'ACTIVE')
          .map((m) => (
            <Menu.Item key={m.organizationId} onClick={() => void switchTo(m.organizationId)}>
              {m.name}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Stack gap="xs" p="sm">
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('language')}
            value={i18next.language}
            onChange={(tag) => void chooseLanguage(tag as LanguageTag)}
            data={languages.map(({ tag, name }) => ({ value: tag, label: name }))}
          />
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('theme')}
            value={colorScheme}
            onChange={(scheme) => setColorScheme(scheme as 'light' | 'dark' | 'auto')}
            data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`themes.${value}`) }))}
          />
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('density')}
            value={density}
            onChange={setDensity}
            data={(['dense', 'comfortable'] as const).map((value) => ({ value, label: t(`densities.${value}`) }))}
          />
        </Stack>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
