import { Alert, Anchor, Button, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { ConfirmEmailChangeDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormErrors } from '../../../ui/forms/form-errors';
import { OpenPage } from '../../../ui/open-page';
import { Failure } from '../../../ui/states';
import { useLinkToken } from '../link-token';

/** A press takes the new address into use: mail scanners open links, but they do not press. */
export default function EmailChangePage() {
  const { t } = useTranslation('account');
  const token = useLinkToken();
  const [email, setEmail] = useState<string | undefined>(undefined);
  const { busy, errors, failure, run } = useSubmit();
  const confirm = async (): Promise<void> => {
    const done = await run(
      async () => (await ask(ConfirmEmailChangeDocument, { input: { token: token ?? '' } })).confirmEmailChange,
    );
    if (done) setEmail(done.email ?? '');
  };
  return (
    <OpenPage title={t('emailChange.title')} below={token && email === undefined ? t('emailChange.below') : undefined}>
      <Stack gap="md">
        {failure !== undefined && <Failure error={failure} />}
        <FormErrors errors={errors} />
        {!token && (
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
            {t('emailChange.invalid')}
          </Alert>
        )}
        {email !== undefined && (
          <Alert color="teal" icon={<IconCircleCheck aria-hidden />} role="status">
            {t('emailChange.done', { email })}
          </Alert>
        )}
        {token && email === undefined && (
          <Button loading={busy} onClick={() => void confirm()}>
            {t('emailChange.action')}
          </Button>
        )}
        <Anchor component={Link} to="/sign-in" size="sm" ta="center">
          {t('backToSignIn')}
        </Anchor>
      </Stack>
    </OpenPage>
  );
}
