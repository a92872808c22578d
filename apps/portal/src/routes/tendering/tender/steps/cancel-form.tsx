import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { CancelTenderDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { Confirm } from '../../../../ui/forms/confirm';
import { errorAt, errorsElsewhere, FormErrors } from '../../../../ui/forms/form-errors';
import { Failure } from '../../../../ui/states';
import type { RunningProps } from '../bought';

/** Calls a tender off for good, with the reason that bidders read. */
export function CancelForm({ tender, moved, onClose }: RunningProps & { onClose: () => void }) {
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const go = async (): Promise<boolean> => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return false;
    const input = { tenderId: tender.id, reason: reason.trim() };
    const done = await submit.run(async () => (await ask(CancelTenderDocument, { input })).cancelTender);
    if (done) await moved();
    return done !== undefined;
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('cancel.title', { number: tender.number })}
      consequence={t('cancel.consequence')}
      action={t('actions.cancel')}
      onConfirm={go}
      danger
    >
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={errorsElsewhere(submit.errors, ['reason'])} />
      <Textarea
        label={t('reason.label')}
        description={t('cancel.reasonHow')}
        required
        data-autofocus
        autosize
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={missing ? t('reason.missing') : errorAt(submit.errors, 'reason')}
      />
    </Confirm>
  );
}
