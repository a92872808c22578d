import { Group, MultiSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalBasis } from '../../../graphql/generated/graphql';
import { QuantityField } from '../../../ui/forms/quantity-field';
import { useCodeNames } from '../../../ui/shown/code-name';
import { approvalBases } from './identity/bases';

interface Props {
  wanted: string;
  needBy: string | null;
  unit: string | undefined;
  onWanted: (quantity: string) => void;
  onNeedBy: (day: string | null) => void;
  /** Empty: any. */
  bases: readonly ApprovalBasis[];
  onBases: (bases: ApprovalBasis[]) => void;
  aside: ReactNode;
}

/** What the reader needs: how many, and by when. Every offer below is recalculated for it. */
export function Asked({ wanted, needBy, unit, onWanted, onNeedBy, bases, onBases, aside }: Props) {
  const { t } = useTranslation('part');
  const names = useCodeNames();
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
      <MultiSelect
        label={t('basis')}
        placeholder={bases.length === 0 ? t('anyBasis') : undefined}
        data={approvalBases.map((value) => ({ value, label: names.name('approval', value) }))}
        value={[...bases]}
        onChange={(list) => onBases(list as ApprovalBasis[])}
        hidePickedOptions
        miw={220}
        maw={420}
      />
      <Group mb={8}>{aside}</Group>
    </Group>
  );
}
