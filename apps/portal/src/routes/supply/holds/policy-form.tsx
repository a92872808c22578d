import { NumberInput, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { SaveHoldPolicyDocument, type StockHoldsQuery } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';

type Policy = StockHoldsQuery['holdPolicy'];
const fields = [
  ['basketMinutes', 1440],
  ['quoteHours', 720],
  ['approvalHours', 720],
  ['namedMinutes', 60],
] as const;

/** How long buyers may hold one's stock. */
export function PolicyForm({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const { t } = useTranslation('stock');
  const queries = useQueryClient();
  const submit = useSubmit();
  const { version, ...present } = policy;
  const [terms, setTerms] = useState(present);
  const wrong = terms.namedMinutes !== 0 && terms.namedMinutes < 15;
  const save = async (): Promise<boolean> => {
    if (wrong) return false;
    const input = { ...terms, expectedVersion: version };
    if (!(await submit.run(async () => (await ask(SaveHoldPolicyDocument, { input })).saveHoldPolicy))) return false;
    await queries.invalidateQueries();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('policy.title')}
      action={t('policy.save')}
      onSubmit={save}
      {...submit}
      fields={[]}
    >
      <Text>{t('policy.text')}</Text>
      {fields.map(([name, max], index) => (
        <NumberInput
          key={name}
          label={t(`policy.${name}`)}
          min={0}
          max={max}
          clampBehavior="strict"
          allowDecimal={false}
          {...(index === 0 ? { 'data-autofocus': true } : {})}
          value={terms[name]}
          onChange={(value) => setTerms({ ...terms, [name]: Number(value) || 0 })}
          error={name === 'namedMinutes' && wrong ? t('policy.namedRange') : undefined}
        />
      ))}
    </FormDialog>
  );
}
