import { Anchor, Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import i18next from 'i18next';
import { type ReactNode, useEffect } from 'react';
import { chooseLanguage, languages } from '../i18n/setup';

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
        <Group justify="center" gap="lg">
          {languages.map(({ tag, name }) => (
            <Anchor
              key={tag}
              component="button"
              type="button"
              size="sm"
              lang={tag}
              fw={i18next.language === tag ? 700 : 400}
              aria-pressed={i18next.language === tag}
              onClick={() => void chooseLanguage(tag)}
            >
              {name}
            </Anchor>
          ))}
        </Group>
      </Stack>
    </Box>
  );
}
