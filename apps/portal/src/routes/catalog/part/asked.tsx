import { Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QuantityField } from '../../../ui/forms/quantity-field';

interface Props {
  wanted: string;
  needBy: string | null;
  unit: string | undefined;
  onWanted: (quantity: string) => void;
  onNeedBy: (day: string | null) => void;
  aside: ReactNode;
}

/** What the reader needs: how many, and by when. Every offer below is recalculated for it. */
export function Asked({ wanted, needBy, unit, onWanted, onNeedBy, aside }: Props) {
  const { t } = useTranslation('part');
  return (
    <Group align="flex-end" gap="md" component="section" aria-label={t('asked')}>
      <QuantityField label={t('wanted')} value={wanted} unit={unit} onCommit={onWanted} w={190} />
      <TextInput
        type="date"
        label={t('needBy')}
        value={needBy ?? ''}
        onChange={(event) => onNeedBy(event.currentTarget.value || null)}
        w={170}
      />
      <Group mb={8}>{aside}</Group>
    </Group>
  );
}
