import { Alert, List, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UploadFactsFragment } from '../../../../graphql/generated/graphql';
import { formatDecimal } from '../../../../i18n/format';
import { Scheduled } from './schedule';

interface Props {
  upload: UploadFactsFragment;
  catalogue: { name: string; version: number } | undefined;
}

/** Where the file stands and what it is worth, in one look. */
export function Outcome({ upload, catalogue }: Props) {
  return (
    <Stack gap="md">
      <Verdict upload={upload} catalogue={catalogue} />
      {upload.counts && <Figures upload={upload} counts={upload.counts} />}
    </Stack>
  );
}

const looks = {
  STAGED: ['blue', IconInfoCircle],
  NEEDS_CONFIRMATION: ['orange', IconAlertTriangle],
  BLOCKED: ['red', IconCircleX],
  FAILED: ['red', IconCircleX],
  PUBLISHED: ['teal', IconCircleCheck],
  DISCARDED: ['gray', IconInfoCircle],
} as const;

function Verdict({ upload, catalogue }: Props) {
  const { t } = useTranslation('selling');
  const [color, Icon] = looks[upload.state as keyof typeof looks] ?? looks.STAGED;
  const reasons = upload.failure ? [upload.failure, ...upload.reasons] : upload.reasons;
  const stock = upload.kind === 'STOCK';
  const text =
    upload.state === 'PUBLISHED' && !stock
      ? t('verdict.PUBLISHED', { catalogue: catalogue?.name ?? '', version: upload.publicationVersion ?? '' })
      : stock && upload.state === 'PUBLISHED'
        ? t('verdict.stock')
        : t(`verdict.${upload.state}`);
  return (
    <Alert color={color} icon={<Icon aria-hidden />} title={t(`verdictTitle.${upload.state}`)} role="status">
      <Stack gap="xs">
        <Text size="sm">{text}</Text>
        {upload.state === 'STAGED' && <Scheduled at={upload.publishAt} zone={upload.publishZone} />}
        {reasons.length > 0 && upload.state !== 'PUBLISHED' && (
          <List size="sm">
            {reasons.map((reason) => (
              <List.Item key={`${reason.code} ${reason.message}`}>{reason.message}</List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Alert>
  );
}

function Figures({ upload, counts }: { upload: UploadFactsFragment; counts: NonNullable<UploadFactsFragment['counts']> }) {
  const { t } = useTranslation('selling');
  const figures: [string, number][] =
    upload.kind === 'STOCK'
      ? [
          [t('counts.rows'), counts.rows],
          [t('counts.taken'), counts.ok],
          [t('counts.refused'), counts.refused],
          [t('counts.warnings'), counts.warnings],
        ]
      : [
          [t('counts.rows'), counts.rows],
          [t('counts.new'), counts.new],
          [t('counts.changed'), counts.changed],
          [t('counts.unchanged'), counts.unchanged],
          [t('counts.withdrawn'), counts.withdrawn],
          [t('counts.refused'), counts.refused],
          [t('counts.warnings'), counts.warnings],
          [t('counts.stock'), counts.stock],
        ];
  return (
    <SimpleGrid cols={{ base: 2, xs: 4, lg: 8 }} spacing="sm" component="dl" m={0}>
      {figures.map(([label, value]) => (
        <Paper key={label} withBorder px="md" py="sm">
          <Text component="dt" size="xs" className="quiet">
            {label}
          </Text>
          <Text component="dd" m={0} size="xl" fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
            {formatDecimal(String(value))}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
