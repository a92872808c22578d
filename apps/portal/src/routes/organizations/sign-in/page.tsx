import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { SignInDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { beginSession } from '../../../session/session';
import { errorAt, errorsElsewhere, FormErrors } from '../../../ui/forms/form-errors';
import { OpenPage } from '../../../ui/open-page';
import { Failure } from '../../../ui/states';
import { useUrl } from '../../url';

/** Only a path of this portal is a way back. */
const localPath = (back: string | undefined): string => (back && /^\/(?![/\\])/.test(back) ? back : '/');

export default function SignInPage() {
  const { t } = useTranslation('account');
  const [url] = useUrl();
  const router = useRouter();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { busy, errors, failure, run } = useSubmit();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await run(async () => (await ask(SignInDocument, { input: { email: email.trim(), password } })).signIn);
    if (!done?.accessToken || !done.expiresAt) return;
    queries.clear();
    beginSession(done.accessToken, done.expiresAt);
    router.history.push(localPath(url['back']));
  };
  return (
    <OpenPage title={t('signIn.title')} below={t('signIn.below')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          {failure !== undefined && <Failure error={failure} />}
          <FormErrors errors={errorsElsewhere(errors, ['email', 'password'])} title={t('signIn.refused')} />
          <TextInput
            label={t('email')}
            name="email"
            type="email"
            autoComplete="username"
            required
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={errorAt(errors, 'email')}
          />
          <PasswordInput
            label={t('password')}
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={errorAt(errors, 'password')}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          />
          <Button type="submit" loading={busy} fullWidth>
            {t('signIn.action')}
          </Button>
          <Anchor component={Link} to="/password-reset" size="sm" ta="center">
            {t('signIn.forgot')}
          </Anchor>
          <Anchor component={Link} to="/tenders/public" size="sm" ta="center">
            {t('signIn.publicTenders')}
          </Anchor>
        </Stack>
      </form>
    </OpenPage>
  );
}
