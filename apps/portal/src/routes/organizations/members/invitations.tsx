import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type MembersQuery, RevokeInvitationDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatDate } from '../../../i18n/format';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';
import { useRoleName } from '../role-name';

type Invitation = MembersQuery['invitations'][number];

/** Invitations that are still open; each can be taken back. */
export function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  const { t } = useTranslation('organizations');
  const roleName = useRoleName();
  const queries = useQueryClient();
  const { busy, errors, failure, run } = useSubmit();
  const revoke = async ({ id, email }: Invitation): Promise<void> => {
    if (await run(async () => (await ask(RevokeInvitationDocument, { input: { invitationId: id } })).revokeInvitation))
      notifications.show({ message: t('invitations.revoked', { email }) });
    await queries.invalidateQueries();
  };
  const columns: DataColumn<Invitation>[] = [
    { id: 'email', header: t('members.email'), cell: (row) => row.email },
    { id: 'roles', header: t('members.roles'), cell: (row) => row.roles.map(roleName).join(', ') },
    { id: 'sent', header: t('invitations.sent'), cell: (row) => formatDate(row.createdAt) },
    { id: 'ends', header: t('invitations.ends'), cell: (row) => formatDate(row.expiresAt) },
    {
      id: 'action',
      header: t('action'),
      cell: (row) => (
        <Button
          size="compact-xs"
          variant="default"
          loading={busy}
          aria-label={t('invitations.revokeOf', { email: row.email })}
          onClick={() => void revoke(row)}
        >
          {t('invitations.revoke')}
        </Button>
      ),
    },
  ];
  return (
    <>
      {failure !== undefined && <Failure error={failure} />}
      <FormErrors errors={errors} />
      <DataTable label={t('invitations.title')} rows={invitations} columns={columns} rowKey={(row) => row.id} keys={false} />
    </>
  );
}
