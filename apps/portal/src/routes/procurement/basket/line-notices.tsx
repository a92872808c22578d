import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { formatDecimal, formatMoney } from '../../../i18n/format';
import { useCodeNames } from '../../../ui/shown/code-name';
import { useBasisText } from '../../../ui/shown/price';
import { TimeLeft } from '../../../ui/shown/time-left';
import type { Line } from './basket';
import type { LineActions } from './line-actions';
import { LineCore } from './terms/line-core';
import { LineRequirements } from './terms/line-requirements';

const consents = ['NONE', 'TWO_WAY', 'ONE_WAY', 'QUALIFIED'] as const;

/** What one must know about a line before ordering it, each with what to do about it. */
export function LineNotices({ line, errors, onChange, onRemove, busy }: { line: Line } & LineActions) {
  const { t } = useTranslation('procurement');
  const { t: s } = useTranslation('stock');
  const names = useCodeNames();
  const basis = useBasisText();
  const { now, notices, priceSeen } = line;
  const has = (notice: Line['notices'][number]): boolean => notices.includes(notice);
  const unit = now ? names.unit(now.minimum.unit, now.nearestAbove ?? '1') : '';
  const seen = t('basket.priceText', { price: formatMoney(priceSeen), basis: basis(priceSeen.basis, priceSeen.unit) });
  return (
    <Stack gap={6}>
      {line.held && line.heldUntil && (
        <Text size="sm" className="quiet">
          {s('basket.lineHeld', { quantity: formatDecimal(normalise(line.held)) })} · <TimeLeft until={line.heldUntil} />
        </Text>
      )}
      {(has('OFFER_WITHDRAWN') || !now) && (
        <Notice text={t('basket.withdrawn')}>
          <Button size="compact-xs" variant="default" onClick={onRemove} disabled={busy}>
            {t('basket.takeOut')}
          </Button>
        </Notice>
      )}
      {has('PRICE_CHANGED') && now?.price && (
        <Notice
          text={t('basket.priceChanged', {
            seen,
            now: t('basket.priceText', { price: formatMoney(now.price), basis: basis(now.price.basis, now.price.unit) }),
          })}
        >
          <Button size="compact-xs" variant="default" onClick={() => onChange({ acceptPrice: true })} disabled={busy}>
            {t('basket.acceptPrice')}
          </Button>
        </Notice>
      )}
      {has('NO_PRICE') && <Notice text={t('basket.noPriceNotice')} />}
      {has('BELOW_SMALLEST_BREAK') && <Notice text={t('basket.belowBreak')} />}
      {has('OUT_OF_STOCK') && (
        <Notice
          text={t('basket.outOfStock', {
            free: formatDecimal(normalise(now?.free ?? '0')),
            unit: now ? names.unit(now.minimum.unit, now.free ?? '0') : '',
          })}
        />
      )}
      {has('QUANTITY_OFF_PACK') && now?.nearestAbove && (
        <Notice text={t('basket.offPack')}>
          {[now.nearestBelow, now.nearestAbove]
            .filter((figure): figure is string => Boolean(figure))
            .map((figure) => (
              <Button
                key={figure}
                size="compact-xs"
                variant="default"
                disabled={busy}
                onClick={() => onChange({ quantity: figure })}
              >
                {t('basket.take', { quantity: formatDecimal(normalise(figure)), unit })}
              </Button>
            ))}
        </Notice>
      )}
      {now?.ncnr && (
        <Checkbox
          size="xs"
          label={t('basket.ncnrTick')}
          checked={line.ncnrAccepted}
          disabled={busy}
          onChange={(event) => onChange({ ncnrAccepted: event.currentTarget.checked })}
          error={has('NCNR_NOT_ACCEPTED') ? t('basket.ncnrNeeded') : undefined}
        />
      )}
      <NativeSelect
        size="xs"
        maw={320}
        label={t('consent.label')}
        value={line.alternatesConsent}
        disabled={busy}
        onChange={(event) => onChange({ alternatesConsent: event.currentTarget.value as Line['alternatesConsent'] })}
        data={consents.map((level) => ({ value: level, label: t(`consent.${level}`) }))}
      />
      {now && <LineCore line={line} onChange={onChange} busy={busy} />}
      {now && <LineRequirements line={line} onChange={onChange} busy={busy} />}
      {now?.budget && (
        <Checkbox
          size="xs"
          label={t('basket.budgetTick')}
          checked={line.budgetAccepted}
          disabled={busy}
          onChange={(event) => onChange({ budgetAccepted: event.currentTarget.checked })}
          error={has('BUDGET_NOT_ACCEPTED') ? t('basket.budgetNeeded') : undefined}
        />
      )}
      {errors.map((error) => (
        <Text key={error} size="sm" c="red" role="alert">
          {error}
        </Text>
      ))}
    </Stack>
  );
}

function Notice({ text, children }: { text: string; children?: React.ReactNode }) {
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <IconAlertTriangle size={16} color="var(--mantine-color-orange-7)" aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
      <Group gap="xs">
        <Text size="sm">{text}</Text>
        {children}
      </Group>
    </Group>
  );
}
