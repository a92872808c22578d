import { Checkbox, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { CreateOrganizationDocument, type OrganizationRole } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { languages } from '../../../i18n/setup';
import { CountrySelect, CurrencySelect } from '../../../ui/forms/code-select';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';

const roles: readonly OrganizationRole[] = ['BUYER', 'SUPPLIER', 'OPERATOR'];
const start = {
  name: '',
  country: null as string | null,
  currency: null as string | null,
  roles: [] as string[],
  adminEmail: '',
  cage: '',
  duns: '',
  gln: '',
  peppolId: '',
};

/** Founds an organisation and invites its first administrator. */
export function CreateForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const submit = useSubmit();
  const { errors } = submit;
  const [form, setForm] = useState(start);
  const [locale, setLocale] = useState<string>(i18next.language);
  const change = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const create = async (): Promise<boolean> => {
    const email = form.adminEmail.trim();
    const input = {
      name: form.name.trim(),
      country: form.country ?? '',
      currency: form.currency ?? '',
      roles: form.roles as OrganizationRole[],
      adminEmail: email || null,
      adminLocale: email ? locale : null,
      cage: form.cage.trim() || null,
      duns: form.duns.trim() || null,
      gln: form.gln.trim() || null,
      peppolId: form.peppolId.trim() || null,
    };
    if (!(await submit.run(async () => (await ask(CreateOrganizationDocument, { input })).createOrganization))) return false;
    notifications.show({ message: t('directory.created', { name: input.name }) });
    await queries.invalidateQueries();
    return true;
  };
  const code = (field: 'cage' | 'duns' | 'gln' | 'peppolId', label: string) => (
    <TextInput
      label={label}
      value={form[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
      error={errorAt(errors, field)}
    />
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('directory.create')}
      action={t('directory.createAction')}
      onSubmit={create}
      {...submit}
      fields={['name', 'country', 'currency', 'roles', 'adminEmail', 'cage', 'duns', 'gln', 'peppolId']}
      disabled={!form.name.trim() || !form.country || !form.currency || form.roles.length === 0}
    >
      <TextInput
        label={t('organization.name')}
        required
        maxLength={200}
        data-autofocus
        value={form.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={errorAt(errors, 'name')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <CountrySelect
          label={t('organization.country')}
          required
          value={form.country}
          onChange={(country) => change({ country })}
          error={errorAt(errors, 'country')}
        />
        <CurrencySelect
          label={t('organization.currency')}
          required
          value={form.currency}
          onChange={(currency) => change({ currency })}
          error={errorAt(errors, 'currency')}
        />
      </SimpleGrid>
      <Checkbox.Group
        label={t('organization.roles')}
        required
        value={form.roles}
        onChange={(value) => change({ roles: value })}
        error={errorAt(errors, 'roles')}
      >
        <Group gap="md" mt="xs">
          {roles.map((role) => (
            <Checkbox key={role} value={role} label={t(`organizationRole.${role}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput
          label={t('directory.admin')}
          description={t('directory.adminHow')}
          type="email"
          value={form.adminEmail}
          onChange={(event) => change({ adminEmail: event.currentTarget.value })}
          error={errorAt(errors, 'adminEmail')}
        />
        <Select
          label={t('members.letter')}
          description={t('directory.letterHow')}
          allowDeselect={false}
          data={languages.map(({ tag, name }) => ({ value: tag, label: name }))}
          value={locale}
          onChange={(value) => value && setLocale(value)}
        />
        {code('cage', 'CAGE')}
        {code('duns', 'D-U-N-S')}
        {code('gln', 'GLN')}
        {code('peppolId', 'Peppol')}
      </SimpleGrid>
    </FormDialog>
  );
}
