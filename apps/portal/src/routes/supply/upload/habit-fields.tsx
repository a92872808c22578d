import { Fieldset, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CurrencySelect } from '../../../ui/forms/code-select';
import { dateFormats, hasTarget, type Mapping } from './mapping';

interface Props {
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** How the file writes numbers and dates, and what holds for all its rows. */
export function HabitFields({ mapping, onChange }: Props) {
  const { t } = useTranslation('selling');
  const constant = (target: string, value: string): void => {
    const { [target]: _, ...others } = mapping.constants ?? {};
    onChange({ ...mapping, constants: value === '' ? others : { ...others, [target]: value } });
  };
  const priced = !hasTarget(mapping.columns, 'currency');
  const unit = !hasTarget(mapping.columns, 'orderUnit');
  const maker = !hasTarget(mapping.columns, 'manufacturer') && !hasTarget(mapping.columns, 'cage');
  return (
    <Fieldset legend={t('habits.title')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
        <Select
          label={t('habits.decimal')}
          allowDeselect={false}
          data={[
            { value: '.', label: t('habits.point') },
            { value: ',', label: t('habits.comma') },
          ]}
          value={mapping.decimalSeparator}
          onChange={(value) => value && onChange({ ...mapping, decimalSeparator: value as Mapping['decimalSeparator'] })}
        />
        <Select
          label={t('habits.date')}
          allowDeselect={false}
          data={[...dateFormats]}
          value={mapping.dateFormat ?? 'YYYY-MM-DD'}
          onChange={(value) => value && onChange({ ...mapping, dateFormat: value })}
        />
        {priced && (
          <CurrencySelect
            label={t('habits.currency')}
            description={t('habits.noColumn')}
            value={mapping.currency ?? null}
            onChange={(value) => onChange({ ...mapping, currency: value ?? undefined })}
          />
        )}
        {unit && (
          <TextInput
            label={t('habits.unit')}
            description={t('habits.noColumn')}
            maxLength={20}
            value={mapping.constants?.['orderUnit'] ?? ''}
            onChange={(event) => constant('orderUnit', event.currentTarget.value)}
          />
        )}
        {maker && (
          <TextInput
            label={t('habits.maker')}
            description={t('habits.makerHow')}
            maxLength={200}
            value={mapping.constants?.['manufacturer'] ?? ''}
            onChange={(event) => constant('manufacturer', event.currentTarget.value)}
          />
        )}
      </SimpleGrid>
    </Fieldset>
  );
}
