import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { FindPartsDocument, type FindPartsQuery } from '../../../graphql/generated/graphql';

export type FoundPart = FindPartsQuery['partByNumber'][number];

interface Props {
  label: string;
  part: FoundPart | undefined;
  onPart: (part: FoundPart | undefined) => void;
  error?: string | undefined;
  autoFocus?: boolean;
}

/** A part, by typing its number. Several are a choice. */
export function PartSelect({ label, part, onPart, error, autoFocus }: Props) {
  const { t } = useTranslation('identity');
  const [typed, setTyped] = useState('');
  const [number] = useDebouncedValue(typed.trim(), 250);
  const { data } = useQuery({
    queryKey: ['parts', 'find', number],
    queryFn: ({ signal }) => ask(FindPartsDocument, { number }, signal),
    enabled: number.length > 1,
    placeholderData: (previous) => previous,
  });
  const found = data?.partByNumber ?? [];
  const known = part && !found.some(({ id }) => id === part.id) ? [part, ...found] : found;
  return (
    <Select
      label={label}
      placeholder={t('identity.choose')}
      required
      searchable
      data-autofocus={autoFocus || undefined}
      nothingFoundMessage={number.length > 1 ? t('identity.noPart') : undefined}
      data={known.map((one) => ({ value: one.id, label: `${one.number} · ${one.manufacturer.name}` }))}
      filter={({ options }) => options}
      onSearchChange={setTyped}
      value={part?.id ?? null}
      onChange={(id) => onPart(known.find((one) => one.id === id))}
      error={error}
    />
  );
}
