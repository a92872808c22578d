import { Select, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { OpenBreakGlassDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import type { Row } from './row';

const lengths = [10, 30, 60];

/** Opens a read-only look into another organisation, which is told of it with the reason. */
export function LookForm({ row, onClose }: { row: Row; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState('10');
  const open = async (): Promise<boolean> => {
    const input = { organizationId: row.id, reason: reason.trim(), minutes: Number(minutes) };
    if (!(await submit.run(async () => (await ask(OpenBreakGlassDocument, { input })).openBreakGlass))) return false;
    await queries.invalidateQueries();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('looks.of', { name: row.name })}
      action={t('looks.open')}
      onSubmit={open}
      {...submit}
      fields={['reason', 'minutes']}
      disabled={reason.trim().length < 10}
    >
      <Text>{t('looks.consequence', { name: row.name })}</Text>
      <Textarea
        label={t('looks.reason')}
        description={t('looks.reasonHow')}
        required
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={errorAt(submit.errors, 'reason')}
      />
      <Select
        label={t('looks.length')}
        allowDeselect={false}
        data={lengths.map((count) => ({ value: String(count), label: t('looks.minutes', { count }) }))}
        value={minutes}
        onChange={(value) => value && setMinutes(value)}
        error={errorAt(submit.errors, 'minutes')}
        w={200}
      />
    </FormDialog>
  );
}
