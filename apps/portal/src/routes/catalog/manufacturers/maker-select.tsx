import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../../graphql/client';
import { FindManufacturersDocument } from '../../../graphql/generated/graphql';

interface Props {
  label: string;
  value: string | null;
  /** What stands there before anything was typed. */
  known?: { id: string; name: string } | null;
  /** Not to be chosen. */
  except?: string;
  clearable?: boolean;
  placeholder?: string;
  onChange: (id: string | null) => void;
  error?: string | undefined;
}

/** A manufacturer, by typing its code or a piece of its name. */
export function MakerSelect({ known, except, onChange, ...field }: Props) {
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 200);
  const { data } = useQuery({
    queryKey: ['manufacturers', 'find', text],
    queryFn: ({ signal }) => ask(FindManufacturersDocument, { text }, signal),
    placeholderData: (previous) => previous,
  });
  const found = (data?.manufacturers.nodes ?? [])
    .filter(({ id }) => id !== except)
    .map(({ id, name, code }) => ({ value: id, label: name === code ? name : `${name} (${code})` }));
  const start = known && !found.some(({ value }) => value === known.id) ? [{ value: known.id, label: known.name }] : [];
  return (
    <Select
      {...field}
      searchable
      data={[...start, ...found]}
      // The hub has found them already: by codes and former names too, which the label does not show.
      filter={({ options }) => options}
      onSearchChange={setTyped}
      onChange={onChange}
    />
  );
}
