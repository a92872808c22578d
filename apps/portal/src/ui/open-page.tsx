import { Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { LanguageLinks } from './language-links';

/** Frame of the pages that need no session: one form in the middle, the language below. */
export function OpenPage({ title, below, children }: { title: string; below?: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Entrepôt`;
  }, [title]);
  return (
    <Box component="main" mih="100dvh" p="md" display="grid" style={{ placeItems: 'center' }}>
      <Stack w="100%" maw={420} gap="lg">
        <Group gap="sm" justify="center">
          <img src="/favicon.svg" alt="" width={28} height={28} />
          <Text fw={700} size="xl">
            Entrepôt
          </Text>
        </Group>
        <Paper withBorder p="xl" radius="md">
          <Stack gap="md">
            <div>
              <Title order={1}>{title}</Title>
              {below && <Text className="quiet">{below}</Text>}
            </div>
            {children}
          </Stack>
        </Paper>
        <LanguageLinks />
      </Stack>
    </Box>
  );
}
