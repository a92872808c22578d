import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { RequestEmailChangeDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { errorAt, errorsElsewhere, FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';

/** Asks for another address; the old one holds until the link sent to the new one is opened. */
export function EmailForm() {
  const { t } = useTranslation('account');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [sentTo, setSentTo] = useState<string | undefined>(undefined);
  const { busy, errors, failure, run } = useSubmit();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = { email: email.trim(), password };
    if (!(await run(async () => (await ask(RequestEmailChangeDocument, { input })).requestEmailChange))) return;
    setSentTo(input.email);
    setPassword('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        {sentTo && (
          <Alert color="teal" icon={<IconMail aria-hidden />} role="status">
            {t('account.emailSent', { email: sentTo })}
          </Alert>
        )}
        {failure !== undefined && <Failure error={failure} />}
        <FormErrors errors={errorsElsewhere(errors, ['email', 'password'])} />
        <Text size="sm" className="quiet">
          {t('account.emailHow')}
        </Text>
        <TextInput
          label={t('newEmail')}
          name="new-email"
          type="email"
          autoComplete="email"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={errorAt(errors, 'email')}
        />
        <PasswordInput
          label={t('password')}
          name="password-for-email"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={errorAt(errors, 'password')}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
          {t('account.sendLink')}
        </Button>
      </Stack>
    </form>
  );
}
