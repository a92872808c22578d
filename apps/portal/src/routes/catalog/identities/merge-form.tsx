import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { MergePartsDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { ReasonField } from '../reason-field';
import { type FoundPart, PartSelect } from './part-select';

/** Two parts that are one. */
export function MergeForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [from, setFrom] = useState<FoundPart | undefined>(undefined);
  const [into, setInto] = useState<FoundPart | undefined>(undefined);
  const [reason, setReason] = useState('');
  const merge = async (): Promise<boolean> => {
    if (!from || !into) return false;
    const input = { fromId: from.id, intoId: into.id, reason: reason.trim() };
    if (!(await submit.run(async () => (await ask(MergePartsDocument, { input })).mergeParts))) return false;
    await queries.invalidateQueries();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('identity.merge')}
      action={t('maker.merge')}
      onSubmit={merge}
      {...submit}
      fields={['fromId', 'intoId', 'reason']}
      disabled={!from || !into || reason.trim().length < 3}
    >
      <Text>{t('identity.mergeConsequence')}</Text>
      <PartSelect label={t('identity.fromPart')} part={from} onPart={setFrom} autoFocus />
      <PartSelect label={t('identity.intoPart')} part={into} onPart={setInto} error={errorAt(submit.errors, 'intoId')} />
      <ReasonField value={reason} onChange={setReason} error={errorAt(submit.errors, 'reason')} />
    </FormDialog>
  );
}
