import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconMail } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { RequestPasswordResetDocument, ResetPasswordDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { errorAt, errorsElsewhere, FormErrors } from '../../../ui/forms/form-errors';
import { OpenPage } from '../../../ui/open-page';
import { Failure } from '../../../ui/states';
import { useLinkToken } from '../link-token';

/** Without a link: ask for one. With a link: choose the new password. */
export default function PasswordResetPage() {
  const token = useLinkToken();
  return token ? <ChoosePassword token={token} /> : <AskForLink />;
}

function AskForLink() {
  const { t } = useTranslation('account');
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const { busy, errors, failure, run } = useSubmit();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const asked = await run(
      async () => (await ask(RequestPasswordResetDocument, { input: { email: email.trim() } })).requestPasswordReset,
    );
    if (asked) setSent(true);
  };
  return (
    <OpenPage title={t('reset.askTitle')} below={sent ? undefined : t('reset.askBelow')}>
      {sent ? (
        <Alert color="teal" icon={<IconMail aria-hidden />} role="status">
          {t('reset.sent', { email: email.trim() })}
        </Alert>
      ) : (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack gap="md">
            {failure !== undefined && <Failure error={failure} />}
            <FormErrors errors={errorsElsewhere(errors, ['email'])} />
            <TextInput
              label={t('email')}
              name="email"
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              error={errorAt(errors, 'email')}
            />
            <Button type="submit" loading={busy}>
              {t('reset.ask')}
            </Button>
          </Stack>
        </form>
      )}
      <BackToSignIn />
    </OpenPage>
  );
}

function ChoosePassword({ token }: { token: string }) {
  const { t } = useTranslation('account');
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const { busy, errors, failure, run } = useSubmit();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await run(async () => (await ask(ResetPasswordDocument, { input: { token, password } })).resetPassword)) setDone(true);
  };
  return (
    <OpenPage title={t('reset.chooseTitle')}>
      {done ? (
        <Alert color="teal" icon={<IconCircleCheck aria-hidden />} role="status">
          <Text>{t('reset.done')}</Text>
        </Alert>
      ) : (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack gap="md">
            {failure !== undefined && <Failure error={failure} />}
            <FormErrors errors={errorsElsewhere(errors, ['password'])} />
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
            <Button type="submit" loading={busy}>
              {t('reset.choose')}
            </Button>
          </Stack>
        </form>
      )}
      <BackToSignIn />
    </OpenPage>
  );
}

function BackToSignIn() {
  const { t } = useTranslation('account');
  return (
    <Anchor component={Link} to="/sign-in" size="sm" ta="center">
      {t('backToSignIn')}
    </Anchor>
  );
}
