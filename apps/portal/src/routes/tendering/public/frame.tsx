import { Anchor, Box, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageLinks } from '../../../ui/language-links';

/** What surrounds the pages that everybody reads: the hub's name, the way in, and the languages. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('notices');
  return (
    <Stack mih="100dvh" p="md" gap="lg">
      <Group component="header" justify="space-between" maw="var(--page-width)" w="100%" mx="auto">
        <Anchor component={Link} to="/tenders/public" underline="never" c="inherit">
          <Group gap="sm">
            <img src="/favicon.svg" alt="" width={28} height={28} />
            <Text fw={700} size="xl">
              Entrepôt
            </Text>
          </Group>
        </Anchor>
        <Anchor component={Link} to="/sign-in" size="sm">
          {t('frame.signIn')}
        </Anchor>
      </Group>
      <Box component="main" style={{ flex: 1 }}>
        {children}
      </Box>
      <footer>
        <LanguageLinks />
      </footer>
    </Stack>
  );
}
