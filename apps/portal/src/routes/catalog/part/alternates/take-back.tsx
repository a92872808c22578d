import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { RevokeLinkApprovalDocument, WithdrawLinkDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { Confirm } from '../../../../ui/forms/confirm';
import { FormErrors } from '../../../../ui/forms/form-errors';
import { Failure } from '../../../../ui/states';
import { type Link, ownApprovals, targetText } from './link';

/** Revokes the reader's approvals of a link, or takes back a link of his own; asks once, and why. */
export function TakeBack({ link, what, onClose }: { link: Link; what: 'approval' | 'link'; onClose: () => void }) {
  const { t } = useTranslation('alternates');
  const queries = useQueryClient();
  const { errors, failure, run } = useSubmit();
  const [reason, setReason] = useState('');
  const isApproval = what === 'approval';
  const take = async (): Promise<boolean> => {
    const why = reason.trim() || null;
    const calls = isApproval
      ? ownApprovals(link).map(
          ({ id }) =>
            async () =>
              (await ask(RevokeLinkApprovalDocument, { input: { approvalId: id, reason: why } })).revokeLinkApproval,
        )
      : [async () => (await ask(WithdrawLinkDocument, { input: { linkId: link.id, reason: why } })).withdrawLink];
    for (const call of calls) if (!(await run<{ errors: readonly { message?: string }[] }>(call))) return false;
    await queries.invalidateQueries({ queryKey: ['alternates'] });
    return true;
  };
  const names = { from: link.from.number, to: targetText(link) };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={isApproval ? t('revoke.title', names) : t('withdraw.title', names)}
      consequence={isApproval ? t('revoke.consequence') : t('withdraw.consequence')}
      action={isApproval ? t('revoke.action') : t('withdraw.action')}
      onConfirm={take}
      danger
    >
      {failure !== undefined && <Failure error={failure} />}
      <FormErrors errors={errors} />
      <TextInput
        label={t('why')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </Confirm>
  );
}
