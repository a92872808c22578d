import { JsonInput, PasswordInput, SegmentedControl, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  type ExchangeFormat,
  type ExchangeTransport,
  type PartnerProfileRole,
  type ProfileFactsFragment,
  SavePartnerProfileDocument,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { Field } from './field';
import { FormatFields } from './format-fields';
import { prepared, readSettings, type Settings, settingsText } from './settings';

interface Props {
  role: PartnerProfileRole;
  present: ProfileFactsFragment | undefined;
  onClose: () => void;
}
const formats: readonly ExchangeFormat[] = ['UBL', 'CXML', 'X12', 'EDIFACT', 'OPENTRANS'];
const transports: readonly ExchangeTransport[] = ['HTTP', 'FOLDER'];

/** Makes or changes the connection of one role: fields per format, the JSON behind them for what no field knows. */
export function ConnectionForm({ role, present, onClose }: Props) {
  const { t } = useTranslation('exchange');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [form, setForm] = useState({
    name: present?.name ?? t(`role.${role}`),
    format: present?.format ?? ('UBL' as ExchangeFormat),
    transport: present?.transport ?? ('HTTP' as ExchangeTransport),
    endpoint: present?.endpoint ?? '',
    secret: '',
    testMode: present?.testMode ?? true,
  });
  const [settings, setSettings] = useState<Settings>(() =>
    prepared(readSettings(present?.settingsJson ?? '{}') ?? {}, form.format),
  );
  const [raw, setRaw] = useState<string | undefined>(undefined);
  const change = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const { errors } = submit;

  const save = async (): Promise<boolean> => {
    const { endpoint, secret, ...others } = form;
    const input = {
      ...others,
      role,
      endpoint: form.transport === 'HTTP' ? endpoint.trim() : null,
      ...(secret === '' ? {} : { secret }),
      settingsJson: raw ?? JSON.stringify(settings),
      status: present?.status ?? ('ACTIVE' as const),
      expectedVersion: present?.version ?? null,
    };
    if (!(await submit.run(async () => (await ask(SavePartnerProfileDocument, { input })).savePartnerProfile))) return false;
    await queries.invalidateQueries();
    return true;
  };
  /** The JSON view takes over the fields and gives back what can be read. */
  const toggleRaw = (on: boolean): void => {
    if (on) setRaw(settingsText(settings));
    else {
      setSettings(prepared(readSettings(raw ?? '') ?? settings, form.format));
      setRaw(undefined);
    }
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`connection.edit.${role}`)}
      action={t('connection.save')}
      onSubmit={save}
      {...submit}
      fields={['name', 'endpoint', 'settingsJson', 'secret']}
      size="xl"
    >
      <TextInput
        label={t('connection.name')}
        required
        maxLength={100}
        data-autofocus
        value={form.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={errorAt(errors, 'name')}
      />
      <Field label={t('connection.format')} how={t('connection.formatHow')}>
        <SegmentedControl
          aria-label={t('connection.format')}
          value={form.format}
          onChange={(value) => {
            change({ format: value as ExchangeFormat });
            setSettings(prepared(settings, value));
          }}
          data={formats.map((value) => ({ value, label: t(`format.${value}`) }))}
        />
      </Field>
      <Field label={t('connection.transport')} how={t(`connection.transportHow.${form.transport}`)}>
        <SegmentedControl
          aria-label={t('connection.transport')}
          value={form.transport}
          onChange={(value) => change({ transport: value as ExchangeTransport })}
          data={transports.map((value) => ({ value, label: t(`transport.${value}`) }))}
        />
      </Field>
      {form.transport === 'HTTP' && (
        <TextInput
          label={t('connection.endpoint')}
          description={t('connection.endpointHow')}
          type="url"
          required
          placeholder="https://erp.example/orders"
          value={form.endpoint}
          onChange={(event) => change({ endpoint: event.currentTarget.value })}
          error={errorAt(errors, 'endpoint')}
        />
      )}
      {form.transport === 'HTTP' && (
        <PasswordInput
          label={t('connection.secret')}
          description={present?.hasSecret ? t('connection.secretKept') : t(`connection.secretHow.${form.format}`)}
          autoComplete="new-password"
          value={form.secret}
          onChange={(event) => change({ secret: event.currentTarget.value })}
          visibilityToggleButtonProps={{ 'aria-label': t('connection.showSecret') }}
          error={errorAt(errors, 'secret')}
        />
      )}
      {raw === undefined ? (
        <FormatFields format={form.format} settings={settings} onChange={setSettings} error={errorAt(errors, 'settingsJson')} />
      ) : (
        <JsonInput
          label={t('connection.json')}
          description={t('connection.jsonHow')}
          autosize
          minRows={8}
          formatOnBlur
          value={raw}
          onChange={setRaw}
          error={errorAt(errors, 'settingsJson') ?? (readSettings(raw) ? undefined : t('connection.notJson'))}
        />
      )}
      <Stack gap="sm">
        <Switch
          label={t('connection.asJson')}
          checked={raw !== undefined}
          onChange={(event) => toggleRaw(event.currentTarget.checked)}
        />
        <Switch
          label={t('connection.testMode')}
          description={t('connection.testModeHow')}
          checked={form.testMode}
          onChange={(event) => change({ testMode: event.currentTarget.checked })}
        />
        {present && !form.testMode && present.testMode && <Text size="sm">{t('connection.goesLive')}</Text>}
      </Stack>
    </FormDialog>
  );
}
