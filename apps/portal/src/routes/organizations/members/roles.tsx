import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type MembersQuery, SaveRoleDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { type DataColumn, DataTable } from '../../../ui/data-table';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { PermissionPicker } from '../permission-picker';
import { usePermissionName, useRoleName } from '../role-name';

type Role = MembersQuery['roles'][number];

/** What each role allows; built-in ones follow from what the organisation does, own ones are made here. */
export function Roles({ data }: { data: MembersQuery }) {
  const { t } = useTranslation('organizations');
  const roleName = useRoleName();
  const permissionName = usePermissionName();
  const [editing, setEditing] = useState<Role | 'new' | undefined>(undefined);
  const manage = data.me.permissions.includes('role:manage');
  const columns: DataColumn<Role>[] = [
    { id: 'name', header: t('roles.name'), width: 160, cell: (row) => roleName(row.name) },
    {
      id: 'kind',
      header: t('roles.kind'),
      width: 90,
      cell: (row) => (row.builtIn ? t('roles.builtIn') : t('roles.own')),
    },
    {
      id: 'rights',
      header: t('roles.allows'),
      width: 320,
      text: (row) => row.permissions.join(' '),
      cell: (row) => row.permissions.map(permissionName).join(' · '),
    },
    {
      id: 'action',
      header: t('action'),
      cell: (row) =>
        manage &&
        !row.builtIn && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('roles.editOf', { name: row.name })}
            onClick={() => setEditing(row)}
          >
            {t('roles.edit')}
          </Button>
        ),
    },
  ];
  return (
    <Section
      title={t('roles.title')}
      actions={
        manage && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEditing('new')}>
            {t('roles.new')}
          </Button>
        )
      }
    >
      <DataTable label={t('roles.title')} rows={data.roles} columns={columns} rowKey={(row) => row.name} keys={false} />
      {editing && (
        <RoleForm
          role={editing === 'new' ? undefined : editing}
          offered={data.me.permissions}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Section>
  );
}

function RoleForm({ role, offered, onClose }: { role: Role | undefined; offered: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [name, setName] = useState(role?.name ?? '');
  const [chosen, setChosen] = useState<string[]>([...(role?.permissions ?? [])]);
  const save = async (): Promise<boolean> => {
    const input = { name: name.trim(), permissions: chosen, expectedVersion: role?.version ?? null };
    if (!(await submit.run(async () => (await ask(SaveRoleDocument, { input })).saveRole))) return false;
    await queries.invalidateQueries();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={role ? t('roles.editOf', { name: role.name }) : t('roles.new')}
      action={t('save')}
      onSubmit={save}
      {...submit}
      fields={['name', 'permissions']}
      size="xl"
    >
      <TextInput
        label={t('roles.name')}
        required
        maxLength={60}
        data-autofocus
        disabled={role !== undefined}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errorAt(submit.errors, 'name')}
      />
      <PermissionPicker
        label={t('roles.allows')}
        how={t('roles.allowsHow')}
        offered={offered}
        chosen={chosen}
        onChange={setChosen}
        error={errorAt(submit.errors, 'permissions')}
      />
    </FormDialog>
  );
}
