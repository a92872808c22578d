import { Button, Checkbox, Group, Popover, Stack } from '@mantine/core';
import { IconColumns, IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { csvOf, saveText } from './csv';

interface Choosable {
  id: string;
  header: string;
  fixed?: boolean;
}

interface Props {
  tools?: ReactNode;
  csvName?: string;
  storageKey?: string;
  columns: readonly Choosable[];
  visible: Readonly<Record<string, boolean>>;
  onVisible: (next: Record<string, boolean>) => void;
  records: () => string[][];
}

/** What stands above a table: the page's own tools, the choice of columns, the file. */
export function TableTools({ tools, csvName, storageKey, columns, visible, onVisible, records }: Props) {
  const { t } = useTranslation('ui');
  if (!tools && !csvName && !storageKey) return null;
  return (
    <Group justify="space-between" mb="sm" gap="sm" className="no-print">
      <Group gap="sm">{tools}</Group>
      <Group gap="sm" ml="auto">
        {storageKey && (
          <Popover position="bottom-end" trapFocus withinPortal>
            <Popover.Target>
              <Button size="xs" variant="default" leftSection={<IconColumns size={15} aria-hidden />}>
                {t('table.columns')}
              </Button>
            </Popover.Target>
            <Popover.Dropdown aria-label={t('table.columns')}>
              <Stack gap="sm">
                {columns.map((column) => (
                  <Checkbox
                    key={column.id}
                    label={column.header}
                    checked={visible[column.id] !== false}
                    disabled={column.fixed}
                    onChange={(event) => onVisible({ ...visible, [column.id]: event.currentTarget.checked })}
                  />
                ))}
              </Stack>
            </Popover.Dropdown>
          </Popover>
        )}
        {csvName && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
            onClick={() => saveText(`${csvName}.csv`, csvOf(records()))}
          >
            {t('table.csv')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
