import { JsonInput, NumberInput, PasswordInput, SimpleGrid, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type AskingFactsFragment, SaveAskingDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';

const numbers = [
  ['timeoutMs', 50, 5000],
  ['callsMax', 1, 16],
  ['cacheSeconds', 0, 3600],
  ['freshSeconds', 1, 3600],
  ['keepMinutes', 1, 43_200],
] as const;
const byDefault = { timeoutMs: 600, callsMax: 4, cacheSeconds: 30, freshSeconds: 60, keepMinutes: 1440 };

/** Says how the ERP is asked for a place, or for every place it names. */
export function AskingForm({ present, onClose }: { present: AskingFactsFragment | undefined; onClose: () => void }) {
  const { t } = useTranslation('stock');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [form, setForm] = useState({
    location: present && present.location !== '*' ? present.location : '',
    url: present?.url ?? '',
    header: present?.header ?? '',
    secret: '',
    mappingJson: present?.mappingJson ?? '{}',
    paused: present?.paused ?? false,
  });
  const [limits, setLimits] = useState(
    present ? (Object.fromEntries(numbers.map(([name]) => [name, present[name]])) as typeof byDefault) : byDefault,
  );
  const change = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const save = async (): Promise<boolean> => {
    const { location, secret, header, ...rest } = form;
    const input = {
      ...rest,
      ...limits,
      url: form.url.trim(),
      location: location.trim() || '*',
      header: header.trim() || null,
      ...(secret === '' ? {} : { secret }),
      expectedVersion: present?.version ?? null,
    };
    if (!(await submit.run(async () => (await ask(SaveAskingDocument, { input })).saveAsking))) return false;
    await queries.invalidateQueries();
    return true;
  };
  const { errors } = submit;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('asking.formTitle')}
      action={t('asking.save')}
      onSubmit={save}
      {...submit}
      fields={['url', 'mappingJson']}
      size="xl"
    >
      <TextInput
        label={t('asking.location')}
        description={t('asking.locationHow')}
        maxLength={40}
        disabled={present !== undefined}
        value={form.location}
        onChange={(event) => change({ location: event.currentTarget.value })}
      />
      <TextInput
        label={t('asking.url')}
        type="url"
        required
        data-autofocus
        placeholder="https://erp.example/stock"
        value={form.url}
        onChange={(event) => change({ url: event.currentTarget.value })}
        error={errorAt(errors, 'url')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('asking.header')}
          placeholder="Authorization"
          value={form.header}
          onChange={(event) => change({ header: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('asking.secret')}
          description={present?.hasSecret ? t('asking.secretKept') : undefined}
          autoComplete="off"
          value={form.secret}
          onChange={(event) => change({ secret: event.currentTarget.value })}
        />
        {numbers.map(([name, min, max]) => (
          <NumberInput
            key={name}
            label={t(`asking.${name}`)}
            min={min}
            max={max}
            clampBehavior="blur"
            allowDecimal={false}
            value={limits[name]}
            onChange={(value) => setLimits({ ...limits, [name]: Number(value) || min })}
          />
        ))}
      </SimpleGrid>
      <JsonInput
        label={t('asking.mapping')}
        description={t('asking.mappingHow')}
        autosize
        minRows={3}
        maxRows={14}
        value={form.mappingJson}
        onChange={(mappingJson) => change({ mappingJson })}
        error={errorAt(errors, 'mappingJson')}
      />
      <Switch
        label={t('asking.paused')}
        checked={form.paused}
        onChange={(event) => change({ paused: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}
