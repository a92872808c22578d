import { useTranslation } from 'react-i18next';

/** Built-in roles by their name in the reader's language; an own role by the name it was given. */
export function useRoleName(): (name: string) => string {
  const { t } = useTranslation('organizations');
  return (name) => t(`role.${name}`, { defaultValue: name });
}

/** A right in words. */
export function usePermissionName(): (permission: string) => string {
  const { t } = useTranslation('organizations');
  return (permission) => t(`permission.${permission.replace(':', '_')}`, { defaultValue: permission });
}
