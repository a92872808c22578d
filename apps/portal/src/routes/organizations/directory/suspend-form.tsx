import { Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { SuspendOrganizationDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import type { Row } from './row';

/** Shuts an organisation out, or lets it in again; the reason goes into the trail. */
export function SuspendForm({ row, onClose }: { row: Row; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [reason, setReason] = useState('');
  const resume = row.status === 'SUSPENDED';
  const go = async (): Promise<boolean> => {
    const input = { organizationId: row.id, reason: reason.trim(), resume };
    if (!(await submit.run(async () => (await ask(SuspendOrganizationDocument, { input })).suspendOrganization))) return false;
    await queries.invalidateQueries();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(resume ? 'suspend.resumeOf' : 'suspend.of', { name: row.name })}
      action={t(resume ? 'suspend.resume' : 'suspend.name')}
      onSubmit={go}
      {...submit}
      fields={['reason']}
      disabled={reason.trim().length < 3}
    >
      <Text>{t(resume ? 'suspend.resumeConsequence' : 'suspend.consequence', { name: row.name })}</Text>
      <Textarea
        label={t('suspend.reason')}
        description={t('suspend.reasonHow')}
        required
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={errorAt(submit.errors, 'reason')}
      />
    </FormDialog>
  );
}
