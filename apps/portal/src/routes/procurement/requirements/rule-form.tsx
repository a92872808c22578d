import { Checkbox, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  type CertificateSide,
  type GateKind,
  type GateOutcome,
  type GateVoice,
  type OrganizationRole,
  SaveGateRuleDocument,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { useLotCodes } from '../../supply/lot-codes';
import { conditionFields, conditionsOf, isNumber, type Rule, typedOf } from './rule';

const kinds: readonly GateKind[] = ['HAZMAT', 'SHELF_LIFE', 'EXPORT'];
const outcomes: readonly GateOutcome[] = ['HOLD', 'REFUSE', 'DOCUMENT'];
const sides: readonly CertificateSide[] = ['BUYER', 'SUPPLIER'];
const voices: readonly GateVoice[] = ['OPERATOR', 'BUYER', 'SUPPLIER'];

interface Props {
  rule: Rule | undefined;
  /** All versions: a code that was used before goes on counting. */
  versions: readonly Rule[];
  roles: readonly OrganizationRole[];
  onClose: () => void;
}

/** A rule as it shall hold from now on; of one that is there, its code and what it is about stay. */
export function RuleForm({ rule, versions, roles, onClose }: Props) {
  const { t } = useTranslation('requirements');
  const codes = useLotCodes();
  const queries = useQueryClient();
  const submit = useSubmit();
  const mine = voices.filter((voice) => roles.includes(voice));
  const [form, setForm] = useState({
    code: rule?.code ?? '',
    speaksFor: rule?.speaksFor ?? mine[0] ?? 'BUYER',
    kind: rule?.kind ?? ('SHELF_LIFE' as GateKind),
    outcome: rule?.outcome ?? ('HOLD' as GateOutcome),
    document: rule?.document ?? 'COFC',
    provider: rule?.provider ?? ('SUPPLIER' as CertificateSide),
    releaser: rule?.releaser ?? ('BUYER' as CertificateSide),
    sentence: rule?.sentence ?? '',
  });
  const [said, setSaid] = useState(rule ? typedOf(rule.kind, rule.conditions) : { typed: {}, unknown: true });
  const put = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const save = async (): Promise<boolean> => {
    const { document, provider, ...rest } = form;
    const code = form.code.trim().toUpperCase();
    const known = versions.filter((one) => one.code === code).map(({ version }) => version);
    const asks = form.outcome === 'DOCUMENT';
    const input = {
      ...rest,
      code,
      document: asks ? document : null,
      provider: asks ? provider : null,
      conditions: conditionsOf(form.kind, said),
      sentence: form.sentence.trim(),
      expectedVersion: rule ? rule.version : Math.max(0, ...known),
    };
    const done = await submit.run(async () => (await ask(SaveGateRuleDocument, { input })).saveGateRule);
    if (done) await queries.invalidateQueries({ queryKey: ['gate-rules'] });
    return done !== undefined;
  };
  const choice = <V extends string>(
    name: 'speaksFor' | 'kind' | 'outcome' | 'provider' | 'releaser',
    values: readonly V[],
    group: string,
  ) => (
    <Select
      label={t(`form.${name}`)}
      allowDeselect={false}
      disabled={rule !== undefined && name === 'kind'}
      data={values.map((value) => ({ value: value as string, label: t(`${group}.${value}`) }))}
      value={form[name]}
      onChange={(value) => value && put({ [name]: value })}
      error={errorAt(submit.errors, name)}
    />
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={rule ? t('form.changeTitle', { code: rule.code }) : t('form.title')}
      action={t('form.save')}
      onSubmit={save}
      {...submit}
      fields={['code', 'speaksFor', 'kind', 'outcome', 'document', 'provider', 'releaser', 'sentence']}
      disabled={!form.code.trim() || !form.sentence.trim()}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput
          label={t('form.code')}
          required
          disabled={rule !== undefined}
          maxLength={40}
          value={form.code}
          onChange={(event) => put({ code: event.currentTarget.value })}
          error={errorAt(submit.errors, 'code')}
        />
        {mine.length > 1 && choice('speaksFor', mine, 'voice')}
        {choice('kind', kinds, 'about')}
        {choice('outcome', outcomes, 'outcome')}
        {form.outcome === 'DOCUMENT' && (
          <Select
            label={t('form.document')}
            allowDeselect={false}
            data={codes.certificates}
            value={form.document}
            onChange={(document) => document && put({ document })}
            error={errorAt(submit.errors, 'document')}
          />
        )}
        {form.outcome === 'DOCUMENT' && choice('provider', sides, 'side')}
        {form.outcome !== 'REFUSE' && choice('releaser', sides, 'side')}
        {conditionFields[form.kind].map((field) => (
          <TextInput
            key={field}
            label={t(`condition.${field}`)}
            description={isNumber(field) ? undefined : t('form.listHow')}
            inputMode={isNumber(field) ? 'numeric' : 'text'}
            value={said.typed[field] ?? ''}
            onChange={(event) => setSaid({ ...said, typed: { ...said.typed, [field]: event.currentTarget.value } })}
          />
        ))}
      </SimpleGrid>
      <Checkbox
        label={t('form.unknown')}
        checked={said.unknown}
        onChange={(event) => setSaid({ ...said, unknown: event.currentTarget.checked })}
      />
      <Textarea
        label={t('form.sentence')}
        required
        maxLength={300}
        autosize
        minRows={2}
        value={form.sentence}
        onChange={(event) => put({ sentence: event.currentTarget.value })}
        error={errorAt(submit.errors, 'sentence')}
      />
    </FormDialog>
  );
}
