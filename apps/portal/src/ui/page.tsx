import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

/** Head of every page: its title (also the window's), a line below, and its actions. */
export function Page({
  title,
  heading,
  below,
  actions,
  children,
}: {
  title: string;
  /** What is read on the page, where it is more than the title's text. */
  heading?: ReactNode;
  below?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Entrepôt`;
  }, [title]);
  return (
    <Stack gap="lg" maw="var(--page-width)" mx="auto">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Box>
          <Title order={1}>{heading ?? title}</Title>
          {below && (
            <Text className="quiet" component="div">
              {below}
            </Text>
          )}
        </Box>
        {actions && (
          <Group gap="sm" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}
