import { Alert, Anchor, Button, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { StopWatchMailDocument } from '../../../graphql/generated/graphql';
import { OpenPage } from '../../../ui/open-page';
import { Failure } from '../../../ui/states';
import { useLinkToken } from '../../organizations/link-token';

/** A press stops the mails: mail scanners open links, but they do not press. */
export default function StopPage() {
  const { t } = useTranslation('account');
  const token = useLinkToken();
  const [state, setState] = useState<{ stopped?: boolean; failure?: unknown; busy?: boolean }>({});
  const stop = async (): Promise<void> => {
    setState({ busy: true });
    try {
      setState({ stopped: (await ask(StopWatchMailDocument, { token: token ?? '' })).stopWatchMail });
    } catch (failure) {
      setState({ failure });
    }
  };
  return (
    <OpenPage title={t('stopWatch.title')} below={token && state.stopped === undefined ? t('stopWatch.below') : undefined}>
      <Stack gap="md">
        {state.failure !== undefined && <Failure error={state.failure} />}
        {(!token || state.stopped === false) && (
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
            {t('stopWatch.invalid')}
          </Alert>
        )}
        {state.stopped && (
          <Alert color="teal" icon={<IconCircleCheck aria-hidden />} role="status">
            {t('stopWatch.done')}
          </Alert>
        )}
        {token && state.stopped === undefined && (
          <Button loading={state.busy ?? false} onClick={() => void stop()}>
            {t('stopWatch.action')}
          </Button>
        )}
        <Anchor component={Link} to="/sign-in" size="sm" ta="center">
          {t('backToSignIn')}
        </Anchor>
      </Stack>
    </OpenPage>
  );
}
