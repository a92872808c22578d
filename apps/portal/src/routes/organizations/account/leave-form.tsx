import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { LeaveOrganizationDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { endSession } from '../../../session/session';
import { Confirm } from '../../../ui/forms/confirm';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';

/** Gives the membership up; only somebody who stays can invite again. */
export function LeaveForm({ organization }: { organization: string }) {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { errors, failure, run, clear } = useSubmit();
  const leave = async (): Promise<boolean> => {
    const gone = await run(async () => (await ask(LeaveOrganizationDocument, {})).leaveOrganization);
    if (!gone) return false;
    queries.clear();
    endSession();
    return true;
  };
  return (
    <>
      <Text size="sm" className="quiet">
        {t('account.leaveHow')}
      </Text>
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => {
          clear();
          setAsking(true);
        }}
      >
        {t('account.leaveAction')}
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('account.leave', { organization })}
        consequence={t('account.leaveConsequence', { organization })}
        action={t('account.leaveAction')}
        onConfirm={leave}
        danger
      >
        <FormErrors errors={errors} />
        {failure !== undefined && <Failure error={failure} />}
      </Confirm>
    </>
  );
}
