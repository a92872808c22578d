import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  type CatalogueCardFragment,
  ChangeCatalogueDocument,
  CreateCatalogueDocument,
  type MakerRule,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { CurrencySelect } from '../../../ui/forms/code-select';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { decimalOrTyped } from '../../../ui/forms/typed-decimal';

interface Props {
  opened: boolean;
  onClose: () => void;
  /** The catalogue to change; a new one without. */
  present?: CatalogueCardFragment;
  currency?: string;
  onCreated?: (id: string) => void;
}

const rules: readonly MakerRule[] = ['FILE', 'OWN', 'FIXED'];

/** Opens a catalogue or changes its settings. */
export function CatalogueForm({ opened, onClose, present, currency, onCreated }: Props) {
  const { t } = useTranslation('selling');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [form, setForm] = useState({
    name: present?.name ?? '',
    currency: present?.currency ?? currency ?? 'EUR',
    rule: present?.makerRule ?? ('FILE' as MakerRule),
    code: present?.makerCode ?? '',
    makerName: present?.makerName ?? '',
    withdrawPercentMax: present?.withdrawPercentMax ?? '5',
    shownTo: '' as '' | 'EVERYBODY' | 'NOBODY',
  });
  const change = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const { errors } = submit;

  const save = async (): Promise<boolean> => {
    const input = {
      name: form.name.trim(),
      currency: form.currency,
      withdrawPercentMax: decimalOrTyped(form.withdrawPercentMax) || '5',
      maker:
        form.rule === 'FIXED'
          ? { rule: form.rule, code: form.code.trim(), name: form.makerName.trim() || null }
          : { rule: form.rule },
    };
    const saved = await submit.run(async () =>
      present
        ? (
            await ask(ChangeCatalogueDocument, {
              input: { ...input, catalogueId: present.id, expectedRevision: present.revision },
            })
          ).changeCatalogue
        : (await ask(CreateCatalogueDocument, { input: { ...input, shownTo: { to: form.shownTo || 'NOBODY' } } }))
            .createCatalogue,
    );
    if (!saved) return false;
    await queries.invalidateQueries();
    if (!present && saved.catalogue) onCreated?.(saved.catalogue.id);
    return true;
  };
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={present ? t('catalogue.settings') : t('catalogue.new')}
      action={present ? t('catalogue.save') : t('catalogue.create')}
      onSubmit={save}
      {...submit}
      fields={['name', 'currency', 'maker', 'withdrawPercentMax']}
      disabled={!present && form.shownTo === ''}
    >
      <TextInput
        label={t('catalogue.name')}
        description={t('catalogue.nameHow')}
        required
        maxLength={120}
        data-autofocus
        value={form.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={errorAt(errors, 'name')}
      />
      <CurrencySelect
        label={t('catalogue.currency')}
        description={t('catalogue.currencyHow')}
        required
        allowDeselect={false}
        value={form.currency}
        onChange={(value) => value && change({ currency: value })}
        error={errorAt(errors, 'currency')}
      />
      <Radio.Group
        label={t('catalogue.maker')}
        description={t('catalogue.makerHow')}
        value={form.rule}
        onChange={(value) => change({ rule: value as MakerRule })}
        error={form.rule === 'FIXED' ? undefined : errorAt(errors, 'maker')}
      >
        <Stack gap="sm" mt="sm">
          {rules.map((rule) => (
            <Radio key={rule} value={rule} label={t(`makerRule.${rule}`)} description={t(`makerRuleHow.${rule}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {form.rule === 'FIXED' && (
        <>
          <TextInput
            label={t('catalogue.makerCode')}
            description={t('catalogue.makerCodeHow')}
            required
            maxLength={120}
            value={form.code}
            onChange={(event) => change({ code: event.currentTarget.value })}
            error={errorAt(errors, 'maker')}
          />
          <TextInput
            label={t('catalogue.makerName')}
            maxLength={200}
            value={form.makerName}
            onChange={(event) => change({ makerName: event.currentTarget.value })}
          />
        </>
      )}
      {!present && (
        <Radio.Group
          label={t('catalogue.shownTo')}
          description={t('catalogue.shownToHow')}
          required
          value={form.shownTo}
          onChange={(value) => change({ shownTo: value as 'EVERYBODY' | 'NOBODY' })}
        >
          <Stack gap="sm" mt="sm">
            <Radio value="EVERYBODY" label={t('catalogue.shownToEverybody')} />
            <Radio value="NOBODY" label={t('catalogue.shownToNobody')} />
          </Stack>
        </Radio.Group>
      )}
      <TextInput
        label={t('catalogue.brake')}
        description={t('catalogue.brakeHow')}
        inputMode="decimal"
        rightSection={<Text size="sm">%</Text>}
        value={form.withdrawPercentMax}
        onChange={(event) => change({ withdrawPercentMax: event.currentTarget.value })}
        error={errorAt(errors, 'withdrawPercentMax')}
        maw={220}
      />
    </FormDialog>
  );
}
