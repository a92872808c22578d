import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type AgreementFactsFragment, EndAgreementDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';

/** Brings the last day of an agreement forward. */
export function EndForm({ agreement, onClose }: { agreement: AgreementFactsFragment; onClose: () => void }) {
  const { t } = useTranslation('pricing');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [lastDay, setLastDay] = useState('');
  const [reason, setReason] = useState('');
  const end = async (): Promise<boolean> => {
    const input = { agreementId: agreement.id, lastDay, reason };
    const done = await submit.run(async () => (await ask(EndAgreementDocument, { input })).endAgreement);
    if (done) await queries.invalidateQueries();
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('agreement.endTitle', { number: agreement.number })}
      action={t('agreement.end')}
      onSubmit={end}
      busy={submit.busy}
      failure={submit.failure}
      errors={submit.errors}
      fields={['lastDay']}
      disabled={!lastDay || !reason.trim()}
    >
      <TextInput
        type="date"
        label={t('agreement.lastDay')}
        description={t('agreement.lastDayHow')}
        value={lastDay}
        onChange={(event) => setLastDay(event.currentTarget.value)}
        error={errorAt(submit.errors, 'lastDay')}
      />
      <TextInput
        label={t('agreement.reason')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
