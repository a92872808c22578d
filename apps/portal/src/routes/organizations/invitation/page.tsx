import { Alert, Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { AcceptInvitationDocument, InvitationDocument, type InvitationQuery } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { errorAt, errorsElsewhere, FormErrors } from '../../../ui/forms/form-errors';
import { OpenPage } from '../../../ui/open-page';
import { Failure, Waiting } from '../../../ui/states';
import { useLinkToken } from '../link-token';

/** What an invitation leads to, and the one form that accepts it. */
export default function InvitationPage() {
  const { t } = useTranslation('account');
  const token = useLinkToken();
  const { data, error, isPending } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => ask(InvitationDocument, { token: token! }),
    enabled: token !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (token && isPending) return <Waiting />;
  const preview = data?.invitationPreview;
  return (
    <OpenPage
      title={preview ? t('invitation.title', { organization: preview.organizationName }) : t('invitation.titleNone')}
      below={preview ? t('invitation.below', { email: preview.email }) : undefined}
    >
      {error && <Failure error={error} />}
      {!error && !preview && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
          {t('invitation.invalid')}
        </Alert>
      )}
      {preview && token && <Accept preview={preview} token={token} />}
    </OpenPage>
  );
}

function Accept({ preview, token }: { preview: NonNullable<InvitationQuery['invitationPreview']>; token: string }) {
  const { t } = useTranslation('account');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [joined, setJoined] = useState(false);
  const { busy, errors, failure, run } = useSubmit();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = { token, password, ...(preview.hasAccount ? {} : { name: name.trim() }) };
    if (await run(async () => (await ask(AcceptInvitationDocument, { input })).acceptInvitation)) setJoined(true);
  };
  if (joined)
    return (
      <Stack gap="md">
        <Alert color="teal" icon={<IconCircleCheck aria-hidden />} role="status">
          {t('invitation.joined', { organization: preview.organizationName })}
        </Alert>
        <Anchor component={Link} to="/sign-in" ta="center">
          {t('backToSignIn')}
        </Anchor>
      </Stack>
    );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        {failure !== undefined && <Failure error={failure} />}
        <FormErrors errors={errorsElsewhere(errors, ['name', 'password'])} />
        {!preview.hasAccount && (
          <TextInput
            label={t('name')}
            name="name"
            autoComplete="name"
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={errorAt(errors, 'name')}
          />
        )}
        <PasswordInput
          label={preview.hasAccount ? t('password') : t('newPassword')}
          description={preview.hasAccount ? t('invitation.ownPassword') : t('passwordRule')}
          name="password"
          autoComplete={preview.hasAccount ? 'current-password' : 'new-password'}
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={errorAt(errors, 'password')}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" loading={busy}>
          {t('invitation.accept')}
        </Button>
      </Stack>
    </form>
  );
}
