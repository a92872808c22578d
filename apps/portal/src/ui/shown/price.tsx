import { Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { formatDecimal, formatMoney } from '../../i18n/format';
import { useCodeNames } from './code-name';

export interface ShownPrice {
  amount: string;
  currency: string;
  basis: string;
  unit: string;
}

/** Digits a price per single unit may have; a price per 1000 in cents needs five. */
const _scaleMax = 6;

/** `per 100 pieces`, `per box`. */
export function useBasisText(): (basis: string, unit: string) => string {
  const { t } = useTranslation('ui');
  const names = useCodeNames();
  return (basis, unit) =>
    normalise(basis) === '1'
      ? t('price.perOne', { unit: names.unit(unit) })
      : t('price.perMany', { basis: formatDecimal(normalise(basis)), unit: names.unit(unit, basis) });
}

interface Props {
  price: ShownPrice;
  /** Code of where the price comes from. */
  source?: string | null;
  /** What the price rests on, told when the reader opens it. */
  explanation?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
}

/** Amount, basis, unit and source as stated by the seller; opens to its explanation. */
export function PriceText({ price, source, explanation, size = 'sm' }: Props) {
  const { t } = useTranslation('ui');
  const names = useCodeNames();
  const basis = useBasisText();
  const lines = (
    <Stack gap={0} component="span" display="inline-flex">
      <Text span size={size} fw={600} style={{ whiteSpace: 'nowrap' }} className={explanation ? 'explains' : undefined}>
        {formatMoney(price)}
      </Text>
      <Text span size="xs" className="quiet" style={{ whiteSpace: 'nowrap' }}>
        {basis(price.basis, price.unit)}
      </Text>
      {source && (
        <Text span size="xs" className="quiet" style={{ whiteSpace: 'nowrap' }}>
          {names.name('priceSource', source)}
        </Text>
      )}
    </Stack>
  );
  if (!explanation) return lines;
  return (
    <Popover width={320} position="bottom-end" withArrow withinPortal trapFocus>
      <Popover.Target>
        <UnstyledButton title={t('price.explanation')} style={{ textAlign: 'inherit' }}>
          {lines}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('price.explanation')}>{explanation}</Popover.Dropdown>
    </Popover>
  );
}
