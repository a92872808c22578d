import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDecimal } from '../../../../i18n/format';
import { useCodeNames } from '../../../../ui/shown/code-name';
import type { Line } from '../basket';
import type { LineActions } from '../line-actions';
import { RequirementsForm } from './requirements-form';

type Props = { line: Line } & Pick<LineActions, 'onChange' | 'busy'>;

/** What the units of a line must be and which papers must come with them, in words, and the way to change it. */
export function LineRequirements({ line, onChange, busy }: Props) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  const [open, setOpen] = useState(false);
  const { requires, now, fitting, notices } = line;
  const { lots, certificates = [], dualRelease } = requires ?? {};
  const papers = [...new Set([...(lots?.certificates ?? []), ...certificates])];
  const said = [
    (lots?.conditions ?? []).map((code) => names.name('condition', code)).join(' / '),
    papers.map((kind) => names.name('certificate', kind)).join(', '),
    lots?.trace === 'YES' ? t('basket.traceable') : '',
    lots?.shelfDaysMin === null || lots?.shelfDaysMin === undefined ? '' : t('basket.shelfDays', { count: lots.shelfDaysMin }),
    dualRelease ? t('basket.dualShort') : '',
  ].filter(Boolean);
  const unit = now ? names.unit(now.minimum.unit, fitting ?? '0') : '';
  return (
    <>
      <Group gap="xs">
        <Text size="sm" className={said.length === 0 ? 'quiet' : undefined}>
          {said.length === 0 ? t('basket.requiresNothing') : said.join(' · ')}
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={busy}
          onClick={() => setOpen(true)}
          aria-label={t('basket.requiresOf', { part: now?.supplierPart ?? '' })}
        >
          {t('basket.requiresChange')}
        </Button>
      </Group>
      {notices.includes('LOT_MISSING') && (
        <Text size="sm" c="red" role="status">
          {t('basket.lotMissing', { fitting: formatDecimal(fitting ?? '0'), unit })}
        </Text>
      )}
      {open && (
        <RequirementsForm
          requires={requires ?? undefined}
          part={now?.supplierPart ?? ''}
          onSave={(wish) => onChange({ requires: wish })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
