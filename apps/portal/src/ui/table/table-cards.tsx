import { Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

/** The rows of a table as cards, for a phone. */
export function TableCards({
  label,
  rows,
  stale,
}: {
  label: string;
  rows: readonly { key: string; content: ReactNode }[];
  stale?: boolean;
}) {
  return (
    <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none', opacity: stale ? 0.6 : 1 }} aria-label={label}>
      {rows.map(({ key, content }) => (
        <Paper key={key} component="li" withBorder p="md">
          {content}
        </Paper>
      ))}
    </Stack>
  );
}
