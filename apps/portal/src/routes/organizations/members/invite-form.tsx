import { Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { InviteMemberDocument, type MembersQuery } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { languages } from '../../../i18n/setup';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { RolePicker } from './role-picker';

/** Invites somebody by mail, with the roles he will have. */
export function InviteForm({ roles, onClose }: { roles: MembersQuery['roles']; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [email, setEmail] = useState('');
  const [locale, setLocale] = useState<string>(i18next.language);
  const [chosen, setChosen] = useState<string[]>([]);
  const invite = async (): Promise<boolean> => {
    const input = { email: email.trim(), roles: chosen, locale };
    if (!(await submit.run(async () => (await ask(InviteMemberDocument, { input })).inviteMember))) return false;
    notifications.show({ message: t('members.invited', { email: input.email }) });
    await queries.invalidateQueries();
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('members.invite')}
      action={t('members.send')}
      onSubmit={invite}
      {...submit}
      fields={['email', 'roles']}
      disabled={email.trim() === '' || chosen.length === 0}
    >
      <TextInput
        label={t('members.email')}
        description={t('members.inviteHow')}
        type="email"
        required
        data-autofocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={errorAt(submit.errors, 'email')}
      />
      <Select
        label={t('members.letter')}
        allowDeselect={false}
        data={languages.map(({ tag, name }) => ({ value: tag, label: name }))}
        value={locale}
        onChange={(value) => value && setLocale(value)}
      />
      <RolePicker roles={roles} chosen={chosen} onChange={setChosen} error={errorAt(submit.errors, 'roles')} />
    </FormDialog>
  );
}
