import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MembersQuery } from '../../../graphql/generated/graphql';
import { useRoleName } from '../role-name';

interface Props {
  roles: MembersQuery['roles'];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  error?: string;
}

/** Roles to tick; rights are the sum of all. */
export function RolePicker({ roles, chosen, onChange, error }: Props) {
  const { t } = useTranslation('organizations');
  const roleName = useRoleName();
  return (
    <Checkbox.Group
      label={t('members.roles')}
      description={t('members.rolesHow')}
      value={[...chosen]}
      onChange={onChange}
      error={error}
      required
    >
      <Stack gap="sm" mt="sm">
        {roles.map((role) => (
          <Checkbox
            key={role.name}
            value={role.name}
            label={roleName(role.name)}
            description={
              role.builtIn
                ? t(`roleHow.${role.name}`, { defaultValue: '' })
                : t('roles.rights', { count: role.permissions.length })
            }
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
