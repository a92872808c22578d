import { Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { AssertLinkDocument, InterchangeCodesDocument, PartChoicesDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';

const empty = {
  way: 'replaced',
  other: '',
  choice: '',
  code: '2',
  class: '',
  model: '',
  from: '',
  until: '',
  authority: '',
  remark: '',
};
const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null);

/** Says that another part may stand for this one, or this one for another. A supplier's word is shown as a claim. */
export function AssertLink({ partId, number, onClose }: { partId: string; number: string; onClose: () => void }) {
  const { t } = useTranslation('alternates');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [form, setForm] = useState({ ...empty, msnFrom: '', msnTo: '' });
  const change = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const { data: codes } = useQuery({ queryKey: ['interchange-codes'], queryFn: () => ask(InterchangeCodesDocument, {}) });
  const other = form.other.trim();
  const { data: found } = useQuery({
    queryKey: ['part-choices', other],
    queryFn: ({ signal }) => ask(PartChoicesDocument, { number: other }, signal),
    enabled: other !== '',
  });
  const choices = (found?.partByNumber ?? []).filter((part) => part.id !== partId);
  const chosen = choices.find((part) => part.id === form.choice) ?? (choices.length === 1 ? choices[0] : undefined);
  const listed = (list: string) =>
    (codes?.interchangeCodes ?? [])
      .filter((entry) => entry.list === list && (list !== 'INC' || entry.code !== '4'))
      .map((entry) => ({ value: entry.code, label: list === 'INC' ? `${entry.code} · ${entry.name}` : entry.name }));
  const save = async (): Promise<boolean> => {
    if (!chosen) return false;
    const [fromPartId, toPartId] = form.way === 'replaced' ? [partId, chosen.id] : [chosen.id, partId];
    const limit = { model: form.model.trim() || null, msnFrom: wholeNumber(form.msnFrom), msnTo: wholeNumber(form.msnTo) };
    const input = {
      fromPartId,
      toPartId,
      code: form.code,
      class: form.class || null,
      applicability: Object.values(limit).some((value) => value !== null) ? [limit] : [],
      effectiveFrom: form.from || null,
      effectiveTo: form.until || null,
      authority: form.authority.trim() || null,
      remark: form.remark.trim() || null,
    };
    const done = await submit.run(async () => (await ask(AssertLinkDocument, { input })).assertLink);
    if (done) await queries.invalidateQueries({ queryKey: ['alternates'] });
    return done !== undefined;
  };
  const field = (name: keyof typeof form, label: string, most: number) => (
    <TextInput
      label={label}
      maxLength={most}
      value={form[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      error={errorAt(submit.errors, name)}
    />
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('assert.title', { number })}
      action={t('assert.action')}
      onSubmit={save}
      busy={submit.busy}
      errors={submit.errors}
      failure={submit.failure}
      fields={['code', 'class', 'authority', 'remark']}
      disabled={!chosen}
    >
      <SegmentedControl
        aria-label={t('assert.way')}
        value={form.way}
        onChange={(way) => change({ way })}
        data={[
          { value: 'replaced', label: t('assert.replaced') },
          { value: 'replaces', label: t('assert.replaces') },
        ]}
      />
      <Stack gap="xs">
        <TextInput
          label={t('assert.other')}
          maxLength={70}
          value={form.other}
          onChange={(event) => change({ other: event.currentTarget.value, choice: '' })}
          data-autofocus
        />
        {other !== '' && found && choices.length === 0 && <Text size="sm">{t('assert.unknown')}</Text>}
        {chosen && choices.length === 1 && (
          <Text size="sm" role="status">
            {`${chosen.number} · ${chosen.manufacturer.name} · ${chosen.name}`}
          </Text>
        )}
        {choices.length > 1 && (
          <Select
            label={t('assert.choose')}
            value={form.choice || null}
            onChange={(choice) => change({ choice: choice ?? '' })}
            data={choices.map((part) => ({ value: part.id, label: `${part.number} · ${part.manufacturer.name}` }))}
          />
        )}
      </Stack>
      <Group grow align="flex-start">
        <Select
          label={t('column.code')}
          allowDeselect={false}
          value={form.code}
          onChange={(code) => change({ code: code ?? '2' })}
          data={listed('INC')}
          error={errorAt(submit.errors, 'code')}
        />
        <Select
          label={t('assert.class')}
          clearable
          value={form.class || null}
          onChange={(value) => change({ class: value ?? '' })}
          data={listed('D590')}
          error={errorAt(submit.errors, 'class')}
        />
      </Group>
      <Group grow>
        {field('model', t('model'), 40)}
        {field('msnFrom', t('assert.msnFrom'), 9)}
        {field('msnTo', t('assert.msnTo'), 9)}
      </Group>
      <Group grow>
        <TextInput
          type="date"
          label={t('from')}
          value={form.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('until')}
          value={form.until}
          onChange={(event) => change({ until: event.currentTarget.value })}
        />
      </Group>
      {field('authority', t('column.authority'), 200)}
      {field('remark', t('assert.remark'), 500)}
      <Text size="sm" className="quiet">
        {t('assert.means')}
      </Text>
    </FormDialog>
  );
}
