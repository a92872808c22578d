import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrl } from '../../url';

/** Narrows the list; the URL holds what was chosen. */
export function StockFilters() {
  const { t } = useTranslation('selling');
  const [url, change] = useUrl();
  const [part, setPart] = useState(url['part'] ?? '');
  const [place, setPlace] = useState(url['place'] ?? '');
  useEffect(() => setPart(url['part'] ?? ''), [url['part']]);
  useEffect(() => setPlace(url['place'] ?? ''), [url['place']]);
  const first = { after: undefined, before: undefined };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change({ part: part.trim(), place: place.trim(), ...first });
  };
  return (
    <search aria-label={t('stock.filter')}>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <TextInput label={t('stock.findPart')} value={part} onChange={(event) => setPart(event.currentTarget.value)} />
          <TextInput label={t('stock.findPlace')} value={place} onChange={(event) => setPlace(event.currentTarget.value)} />
          <Button type="submit" variant="default">
            {t('stock.filter')}
          </Button>
          <Checkbox
            label={t('stock.onlyStale')}
            checked={url['stale'] === '1'}
            onChange={(event) => change({ stale: event.currentTarget.checked ? '1' : undefined, ...first })}
            mb={8}
          />
        </Group>
      </form>
    </search>
  );
}
