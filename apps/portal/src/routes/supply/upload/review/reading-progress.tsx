import { Alert, Anchor, Progress, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadFactsFragment } from '../../../../graphql/generated/graphql';
import { formatDecimal } from '../../../../i18n/format';
import { formatSpan } from '../../../../i18n/sizes';

/** Share of the work that is done, 0 to 1; undefined while nobody can know. */
function shareOf({ state, progress }: UploadFactsFragment): number | undefined {
  if (state === 'PUBLISHING') return progress.steps ? ((progress.step ?? 1) - 1) / progress.steps : undefined;
  if (!progress.bytesTotal || progress.bytesTotal === '0') return undefined;
  return Math.min(1, Number(progress.bytesRead ?? 0) / Number(progress.bytesTotal));
}

/** Seconds that are left at the speed seen so far on this page; undefined until there is a speed. */
function useEstimate(share: number | undefined): number | undefined {
  const first = useRef<{ at: number; share: number } | undefined>(undefined);
  const [left, setLeft] = useState<number | undefined>(undefined);
  useEffect(() => {
    if (share === undefined) return;
    const now = Date.now();
    if (!first.current || share < first.current.share) first.current = { at: now, share };
    const done = share - first.current.share;
    const seconds = (now - first.current.at) / 1000;
    setLeft(done > 0.01 && seconds > 1 ? ((1 - share) * seconds) / done : undefined);
  }, [share]);
  return left;
}

/** The hub at work on a file. It goes on when this page is left. */
export function ReadingProgress({ upload }: { upload: UploadFactsFragment }) {
  const { t } = useTranslation('selling');
  const share = shareOf(upload);
  const left = useEstimate(share);
  const rows = upload.progress.rows ?? 0;
  if (upload.state === 'QUARANTINED')
    return (
      <Alert color="blue" title={t('progress.held')} role="status">
        <Stack gap="sm" align="flex-start">
          {t('progress.heldText')}
          <Anchor renderRoot={(props) => <Link {...props} to="/sell/upload" search={{ upload: upload.id }} />}>
            {t('progress.toColumns')}
          </Anchor>
        </Stack>
      </Alert>
    );
  const publishing = upload.state === 'PUBLISHING';
  return (
    <Stack gap="xs" role="status" aria-live="polite">
      <Text fw={600}>{publishing ? t('progress.publishing') : t('progress.reading')}</Text>
      <Progress
        value={share === undefined ? 100 : share * 100}
        animated={share === undefined}
        striped={share === undefined}
        size="lg"
        aria-label={publishing ? t('progress.publishing') : t('progress.reading')}
      />
      <Text size="sm" className="quiet">
        {publishing && upload.progress.steps
          ? t('progress.step', { step: upload.progress.step ?? 1, steps: upload.progress.steps })
          : t('progress.rows', {
              count: rows,
              rows: formatDecimal(String(rows)),
              refused: formatDecimal(String(upload.progress.errors ?? 0)),
            })}{' '}
        {left !== undefined && t('progress.left', { span: formatSpan(left) })}
      </Text>
      <Text size="sm" className="quiet">
        {t('progress.leave')}
      </Text>
    </Stack>
  );
}
