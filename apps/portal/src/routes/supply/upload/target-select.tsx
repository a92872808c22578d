import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFamilyTarget } from './mapping';

interface Props {
  column: string;
  value: string | undefined;
  targets: readonly string[];
  onChange: (target: string | undefined) => void;
  error?: string;
}

/** A target in words; one with a parameter, or several joined, shows what it is made of. */
export function useTargetName(): (target: string) => string {
  const { t } = useTranslation('selling');
  const one = (target: string): string => {
    const [, head, separator, parameter] = /^(\w+)([:@])(.+)$/.exec(target) ?? [];
    if (head && separator && parameter) return t(`targetFamily.${head}`, { parameter, defaultValue: target });
    return t(`target.${target}`, { defaultValue: target });
  };
  return (target) =>
    target.includes('+')
      ? new Intl.ListFormat(undefined, { type: 'unit' }).format(target.split('+').map((x) => one(x.trim())))
      : one(target);
}

/** What one column means. Targets with a parameter, such as `price@100`, are typed. */
export function TargetSelect({ column, value, targets, onChange, error }: Props) {
  const { t } = useTranslation('selling');
  const name = useTargetName();
  const [typed, setTyped] = useState('');
  const extra = [value, isFamilyTarget(typed) ? typed.trim() : undefined].filter(
    (one, i, all): one is string => one !== undefined && !targets.includes(one) && all.indexOf(one) === i,
  );
  return (
    <Select
      aria-label={t('mapping.meaningOf', { column })}
      placeholder={t('mapping.notRead')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('mapping.clear', { column }) }}
      nothingFoundMessage={t('mapping.noTarget')}
      data={[...extra, ...targets].map((target) => ({ value: target, label: name(target) }))}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      onSearchChange={setTyped}
      filter={({ options, search }) => {
        const words = search.trim().toLowerCase();
        return options.filter(
          (option) =>
            'value' in option &&
            (`${option.value} ${option.label}`.toLowerCase().includes(words) || option.value.toLowerCase() === words),
        );
      }}
      error={error}
      miw={220}
    />
  );
}
