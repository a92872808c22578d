import { Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface PageState {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor?: string | null;
  endCursor?: string | null;
}

/** Keyset paging: forwards and backwards from the rows at hand, never by number. The cursor belongs in the URL. */
export function Pager({
  page,
  onPage,
  shown,
  busy,
  toFirst,
}: {
  page: PageState;
  onPage: (where: { after?: string; before?: string }) => void;
  /** What is on this page, in words. */
  shown?: string;
  busy?: boolean;
  /** Backwards leads to the first page: some lists are read forwards only. */
  toFirst?: boolean;
}) {
  const { t } = useTranslation('ui');
  if (!page.hasNextPage && !page.hasPreviousPage && !shown) return null;
  return (
    <Group component="nav" aria-label={t('pager.label')} justify="space-between" gap="sm" className="no-print">
      <Text size="sm" className="quiet" aria-live="polite">
        {shown}
      </Text>
      {(page.hasNextPage || page.hasPreviousPage) && (
        <Group gap="sm">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconChevronLeft size={15} aria-hidden />}
            disabled={!page.hasPreviousPage || busy}
            onClick={() => onPage({ before: page.startCursor ?? undefined })}
          >
            {toFirst ? t('pager.first') : t('pager.previous')}
          </Button>
          <Button
            size="xs"
            variant="default"
            rightSection={<IconChevronRight size={15} aria-hidden />}
            disabled={!page.hasNextPage || busy}
            onClick={() => onPage({ after: page.endCursor ?? undefined })}
          >
            {t('pager.next')}
          </Button>
        </Group>
      )}
    </Group>
  );
}
