import { Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { ConcludeAwardDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { Confirm } from '../../../ui/forms/confirm';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';
import type { HeldFormProps } from './challenge-form';

/** Makes the contracts of a decision once more, where the clock could not, or says that they are made elsewhere. */
export function ConcludeForm({ held, lot, moved, onClose }: HeldFormProps) {
  const { t } = useTranslation('standstill');
  const submit = useSubmit();
  const [nothing, setNothing] = useState(false);
  const go = async (): Promise<boolean> => {
    const input = { standstillId: held.id, makesNothing: nothing };
    const done = await submit.run(async () => (await ask(ConcludeAwardDocument, { input })).concludeAward);
    if (done) await moved();
    return done !== undefined;
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('conclude.title', { lot })}
      consequence={t(nothing ? 'conclude.nothingMade' : 'conclude.consequence')}
      action={t('conclude.action')}
      onConfirm={go}
    >
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      <Text size="sm">{t('conclude.why', { faults: held.faults.map(({ message }) => message).join(' ') })}</Text>
      <Checkbox label={t('conclude.nothing')} checked={nothing} onChange={(event) => setNothing(event.currentTarget.checked)} />
    </Confirm>
  );
}
