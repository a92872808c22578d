import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { MergeManufacturersDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { ReasonField } from '../reason-field';
import type { Maker } from './maker';
import { MakerSelect } from './maker-select';

/** Makes a manufacturer one with another, with a reason and what follows from it. */
export function MergeForm({ maker, onClose }: { maker: Maker; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [intoId, setIntoId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const merge = async (): Promise<boolean> => {
    if (!intoId) return false;
    const input = { fromId: maker.id, intoId, reason: reason.trim() };
    if (!(await submit.run(async () => (await ask(MergeManufacturersDocument, { input })).mergeManufacturers))) return false;
    await queries.invalidateQueries();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('maker.mergeOf', { name: maker.name })}
      action={t('maker.merge')}
      onSubmit={merge}
      {...submit}
      fields={['intoId', 'reason']}
      disabled={!intoId || reason.trim().length < 3}
    >
      <Text>{t('maker.consequence', { name: maker.name })}</Text>
      <MakerSelect
        label={t('maker.into')}
        except={maker.id}
        value={intoId}
        onChange={setIntoId}
        error={errorAt(submit.errors, 'intoId')}
      />
      <ReasonField value={reason} onChange={setReason} error={errorAt(submit.errors, 'reason')} />
    </FormDialog>
  );
}
