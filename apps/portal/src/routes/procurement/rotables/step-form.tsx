import { Select, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../../../graphql/submit';
import { formatMoney } from '../../../i18n/format';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import type { Rotable } from './rotable-columns';
import { callOf, type Field, fieldsOf, type Step, type Typed } from './step-calls';

const rejections = ['BEYOND_REPAIR', 'WRONG_PART', 'INCOMPLETE', 'NO_TRACE', 'DAMAGED', 'OTHER'];
const nothing: Typed = {
  serial: '',
  partNumber: '',
  waybill: '',
  certificate: 'FAA 8130-3',
  certificateNumber: '',
  findings: '',
  reasonCode: 'BEYOND_REPAIR',
  reason: '',
  dueOn: '',
  amount: '',
  disposition: 'RETURN_AS_IS',
};

/** One step of a core or repair with what it needs to be told. */
export function StepForm({ kind, rotable, onClose }: { kind: Step; rotable: Rotable; onClose: () => void }) {
  const { t } = useTranslation('rotables');
  const queries = useQueryClient();
  const submit = useSubmit();
  const known = kind !== 'SEND' && rotable.status !== 'REJECTED' ? (rotable.inSerial ?? '') : '';
  const [typed, setTyped] = useState<Typed>({ ...nothing, serial: known });
  const fields = fieldsOf[kind];
  const send = async (): Promise<boolean> => {
    const which = { rotableId: rotable.id, expectedVersion: rotable.version };
    const trimmed = Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, value.trim()])) as unknown as Typed;
    const done = await submit.run(() => callOf[kind](which, trimmed, rotable));
    await queries.invalidateQueries({ queryKey: ['rotables'] });
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${t(`step.${kind}`)} · ${rotable.number}`}
      action={t(`step.${kind}`)}
      onSubmit={send}
      {...submit}
      fields={fields.map(([field]) => field)}
      disabled={fields.some(([field, required]) => required && !typed[field].trim())}
    >
      {kind === 'APPROVE' && rotable.quoted && (
        <Text size="sm">{t('ask.approve', { amount: formatMoney({ amount: rotable.quoted, currency: rotable.currency }) })}</Text>
      )}
      {kind === 'ACCEPT' && <Text size="sm">{t('ask.accept')}</Text>}
      {kind === 'SCRAP' && <Text size="sm">{t('ask.scrap')}</Text>}
      {fields.map(([field, required]) => (
        <StepField
          key={field}
          field={field}
          required={required}
          value={typed[field]}
          error={errorAt(submit.errors, field)}
          onChange={(value) => setTyped({ ...typed, [field]: value })}
        />
      ))}
    </FormDialog>
  );
}

interface FieldProps {
  field: Field;
  required: boolean;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** One answer: a choice, a day, a longer text or a short one. */
function StepField({ field, required, value, error, onChange }: FieldProps) {
  const { t } = useTranslation('rotables');
  const label = t(`ask.${field}`);
  if (field === 'reasonCode' || field === 'disposition') {
    const values = field === 'reasonCode' ? rejections : ['RETURN_AS_IS', 'SCRAP'];
    const words = field === 'reasonCode' ? 'rejection' : 'disposition';
    return (
      <Select
        label={label}
        allowDeselect={false}
        data={values.map((one) => ({ value: one, label: t(`${words}.${one}`) }))}
        value={value}
        onChange={(one) => one && onChange(one)}
        error={error}
      />
    );
  }
  if (field === 'reason' || field === 'findings')
    return (
      <Textarea
        label={label}
        required={required}
        autosize
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
      />
    );
  return (
    <TextInput
      type={field === 'dueOn' ? 'date' : 'text'}
      label={label}
      required={required}
      {...(field === 'amount' ? { inputMode: 'decimal' as const } : {})}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}
