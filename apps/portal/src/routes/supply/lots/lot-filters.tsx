import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrl } from '../../url';

const keys = ['part', 'number', 'ends'] as const;
type Typed = Record<(typeof keys)[number], string>;
const typedOf = (url: Readonly<Record<string, string>>): Typed => ({
  part: url['part'] ?? '',
  number: url['number'] ?? '',
  ends: url['ends'] ?? '',
});

/** Narrows the list; the URL holds what was chosen. */
export function LotFilters() {
  const { t } = useTranslation('lots');
  const [url, change] = useUrl();
  const [typed, setTyped] = useState<Typed>(typedOf(url));
  useEffect(() => setTyped(typedOf(url)), [url]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change({ ...typed, after: undefined, before: undefined });
  };
  return (
    <search aria-label={t('filter')}>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          {keys.map((key) => (
            <TextInput
              key={key}
              label={t(`find.${key}`)}
              type={key === 'ends' ? 'date' : 'text'}
              value={typed[key]}
              onChange={(event) => setTyped({ ...typed, [key]: event.currentTarget.value })}
            />
          ))}
          <Button type="submit" variant="default">
            {t('filter')}
          </Button>
        </Group>
      </form>
    </search>
  );
}
