import { Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { ReleaseHoldsDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import type { HoldRow } from './hold-columns';

/** Takes held stock back from a buyer; he reads why. */
export function ReleaseDialog({ hold, onClose }: { hold: HoldRow; onClose: () => void }) {
  const { t } = useTranslation('stock');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [reason, setReason] = useState('');
  const release = async (): Promise<boolean> => {
    const input = { holdIds: [hold.id], reason: reason.trim() || null };
    if (!(await submit.run(async () => (await ask(ReleaseHoldsDocument, { input })).releaseHolds))) return false;
    await queries.invalidateQueries();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('holds.releaseTitle', { buyer: hold.buyer.name })}
      action={t('holds.release')}
      onSubmit={release}
      {...submit}
      fields={['reason']}
    >
      <Text>{t('holds.releaseText')}</Text>
      <Textarea
        label={t('holds.reason')}
        required
        maxLength={500}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={errorAt(submit.errors, 'reason')}
      />
    </FormDialog>
  );
}
