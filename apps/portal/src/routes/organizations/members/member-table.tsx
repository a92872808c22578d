import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { ChangeMemberRolesDocument, type MembersQuery, RemoveMemberDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatDate } from '../../../i18n/format';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { Confirm } from '../../../ui/forms/confirm';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt, FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';
import { useRoleName } from '../role-name';
import { RolePicker } from './role-picker';

type Member = MembersQuery['members']['nodes'][number];

export function MemberTable({ data }: { data: MembersQuery }) {
  const { t } = useTranslation('organizations');
  const roleName = useRoleName();
  const [changing, setChanging] = useState<Member | undefined>(undefined);
  const [removing, setRemoving] = useState<Member | undefined>(undefined);
  const self = data.me.person?.email;
  const columns: DataColumn<Member>[] = [
    {
      id: 'name',
      header: t('members.name'),
      fixed: true,
      text: (row) => row.name,
      cell: (row) => (row.email === self ? t('members.self', { name: row.name }) : row.name),
    },
    { id: 'email', header: t('members.email'), text: (row) => row.email, cell: (row) => row.email },
    {
      id: 'roles',
      header: t('members.roles'),
      text: (row) => row.roles.map(roleName).join(', '),
      cell: (row) => row.roles.map(roleName).join(', '),
    },
    {
      id: 'joined',
      header: t('members.joined'),
      text: (row) => row.joinedAt,
      cell: (row) => (
        <time dateTime={row.joinedAt} title={row.joinedAt}>
          {formatDate(row.joinedAt)}
        </time>
      ),
    },
    {
      id: 'actions',
      header: t('action'),
      cell: (row) => (
        <Group gap="xs" wrap="nowrap">
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('members.changeOf', { name: row.name })}
            onClick={() => setChanging(row)}
          >
            {t('members.change')}
          </Button>
          {row.email !== self && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('members.removeOf', { name: row.name })}
              onClick={() => setRemoving(row)}
            >
              {t('members.remove')}
            </Button>
          )}
        </Group>
      ),
    },
  ];
  return (
    <>
      <DataTable
        label={t('members.title')}
        rows={data.members.nodes}
        columns={columns}
        rowKey={(row) => row.id}
        csvName="members"
      />
      {changing && <ChangeRoles member={changing} roles={data.roles} onClose={() => setChanging(undefined)} />}
      {removing && <Remove member={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}

function ChangeRoles({ member, roles, onClose }: { member: Member; roles: MembersQuery['roles']; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [chosen, setChosen] = useState<string[]>([...member.roles]);
  const save = async (): Promise<boolean> => {
    const input = { memberId: member.id, roles: chosen, expectedVersion: member.version };
    if (!(await submit.run(async () => (await ask(ChangeMemberRolesDocument, { input })).changeMemberRoles))) return false;
    await queries.invalidateQueries();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('members.changeOf', { name: member.name })}
      action={t('save')}
      onSubmit={save}
      {...submit}
      fields={['roles']}
      disabled={chosen.length === 0}
    >
      <RolePicker roles={roles} chosen={chosen} onChange={setChosen} error={errorAt(submit.errors, 'roles')} />
      <Text size="sm" className="quiet">
        {t('members.felt')}
      </Text>
    </FormDialog>
  );
}

function Remove({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const { errors, failure, run } = useSubmit();
  const remove = async (): Promise<boolean> => {
    const done = await run(async () => (await ask(RemoveMemberDocument, { input: { memberId: member.id } })).removeMember);
    if (done) await queries.invalidateQueries();
    return done !== undefined;
  };
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('members.removeTitle', { name: member.name })}
      consequence={t('members.removeConsequence', { name: member.name })}
      action={t('members.remove')}
      onConfirm={remove}
      danger
    >
      {failure !== undefined && <Failure error={failure} />}
      <FormErrors errors={errors} />
    </Confirm>
  );
}
