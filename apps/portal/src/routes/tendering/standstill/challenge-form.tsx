import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { ChallengeAwardDocument, type StandstillWholeFragment } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { Confirm } from '../../../ui/forms/confirm';
import { errorAt, errorsElsewhere, FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';

export interface HeldFormProps {
  held: StandstillWholeFragment;
  lot: string;
  moved: () => Promise<void>;
  onClose: () => void;
}

/** Challenges a decision, once, with the reason that its buyer reads. */
export function ChallengeForm({ held, lot, moved, onClose }: HeldFormProps) {
  const { t } = useTranslation('standstill');
  const submit = useSubmit();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const go = async (): Promise<boolean> => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return false;
    const input = { standstillId: held.id, reason: reason.trim() };
    const done = await submit.run(async () => (await ask(ChallengeAwardDocument, { input })).challengeAward);
    if (done) await moved();
    return done !== undefined;
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('challenge.title', { lot })}
      consequence={t('challenge.consequence')}
      action={t('challenge.action')}
      onConfirm={go}
    >
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={errorsElsewhere(submit.errors, ['reason'])} />
      <Textarea
        label={t('challenge.reason')}
        description={t('challenge.reasonHow')}
        required
        data-autofocus
        autosize
        minRows={2}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={missing ? t('challenge.missing') : errorAt(submit.errors, 'reason')}
      />
    </Confirm>
  );
}
