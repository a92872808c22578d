import { Alert, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { ChangePasswordDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { beginSession } from '../../../session/session';
import { errorAt, errorsElsewhere, FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';

/** Changes the password; every other device is signed out. */
export function PasswordForm({ email }: { email: string }) {
  const { t } = useTranslation('account');
  const [currentPassword, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [changed, setChanged] = useState(false);
  const { busy, errors, failure, run } = useSubmit();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setChanged(false);
    const done = await run(
      async () => (await ask(ChangePasswordDocument, { input: { currentPassword, password } })).changePassword,
    );
    if (!done?.accessToken || !done.expiresAt) return;
    beginSession(done.accessToken, done.expiresAt);
    setCurrent('');
    setPassword('');
    setChanged(true);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        {changed && (
          <Alert color="teal" icon={<IconCircleCheck aria-hidden />} role="status">
            {t('account.passwordChanged')}
          </Alert>
        )}
        {failure !== undefined && <Failure error={failure} />}
        <FormErrors errors={errorsElsewhere(errors, ['currentPassword', 'password'])} />
        <Text size="sm" className="quiet">
          {t('account.passwordHow')}
        </Text>
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label={t('currentPassword')}
          name="current-password"
          autoComplete="current-password"
          required
          value={currentPassword}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={errorAt(errors, 'currentPassword')}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <PasswordInput
          label={t('newPassword')}
          description={t('passwordRule')}
          name="new-password"
          autoComplete="new-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={errorAt(errors, 'password')}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
          {t('account.changePassword')}
        </Button>
      </Stack>
    </form>
  );
}
