import { Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrl } from '../../url';
import { failedStates } from '../message-state';

const first = { after: undefined, before: undefined };
const states = ['RECEIVED', 'APPLIED', 'REFUSED', 'QUEUED', 'SENDING', 'SENT', 'FAILED', 'DEAD'] as const;
const failed = failedStates.join(' ');

/** What the log shows: all or what failed, one way or both, a state, a number. */
export function MessageFilters() {
  const { t } = useTranslation('exchange');
  const [url, change] = useUrl();
  const [text, setText] = useState(url['text'] ?? '');
  useEffect(() => setText(url['text'] ?? ''), [url['text']]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change({ text: text.trim(), ...first });
  };
  const state = url['state'] ?? '';
  return (
    <search aria-label={t('messages.filter')}>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <SegmentedControl
            aria-label={t('messages.which')}
            value={state === failed ? 'failed' : 'all'}
            onChange={(value) => change({ state: value === 'failed' ? failed : undefined, ...first })}
            data={[
              { value: 'all', label: t('messages.all') },
              { value: 'failed', label: t('messages.failed') },
            ]}
          />
          <Select
            label={t('messages.direction')}
            clearable
            clearButtonProps={{ 'aria-label': t('messages.anyDirection') }}
            placeholder={t('messages.anyDirection')}
            w={170}
            data={(['IN', 'OUT'] as const).map((value) => ({ value, label: t(`direction.${value}`) }))}
            value={url['direction'] ?? null}
            onChange={(value) => change({ direction: value ?? undefined, ...first })}
          />
          <Select
            label={t('messages.state')}
            clearable
            clearButtonProps={{ 'aria-label': t('messages.anyState') }}
            placeholder={t('messages.anyState')}
            w={190}
            data={states.map((value) => ({ value, label: t(`state.${value}`) }))}
            value={(states as readonly string[]).includes(state) ? state : null}
            onChange={(value) => change({ state: value ?? undefined, ...first })}
          />
          <TextInput label={t('messages.text')} value={text} onChange={(event) => setText(event.currentTarget.value)} w={240} />
          <Button type="submit" variant="default" leftSection={<IconSearch size={15} aria-hidden />}>
            {t('messages.find')}
          </Button>
        </Group>
      </form>
    </search>
  );
}
