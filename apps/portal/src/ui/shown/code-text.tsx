import { ActionIcon, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A code that people compare letter by letter: monospace, never wrapped unless it `wraps` as a path or an address does, copied with one click. */
export function CodeText({
  value,
  copy = true,
  onlyCopy = false,
  wraps = false,
  size = 'md',
}: {
  value: string;
  copy?: boolean;
  /** The button alone, beside a link that shows the code. */
  onlyCopy?: boolean;
  wraps?: boolean;
  size?: 'sm' | 'md' | 'lg' | 'xl';
}) {
  const { t } = useTranslation('shell');
  return (
    <Group gap={4} wrap="nowrap" component="span" display="inline-flex">
      {!onlyCopy && (
        <Text
          span
          className="part-number"
          size={size}
          fw="inherit"
          style={wraps ? { whiteSpace: 'normal', overflowWrap: 'anywhere' } : undefined}
        >
          {value}
        </Text>
      )}
      {copy && (
        <CopyButton value={value}>
          {({ copied, copy: run }) => (
            <ActionIcon
              variant="subtle"
              size="sm"
              color="gray"
              className="no-print"
              aria-label={copied ? t('copied', { value }) : t('copy', { value })}
              onClick={(event) => {
                event.preventDefault();
                event.stopPropagation();
                run();
              }}
            >
              {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            </ActionIcon>
          )}
        </CopyButton>
      )}
    </Group>
  );
}
