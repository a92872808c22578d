import { Button, DataList, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlayerPause, IconPlayerPlay, IconSend } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  type PartnerProfileRole,
  type ProfileFactsFragment,
  SavePartnerProfileDocument,
  SendTestOrderDocument,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { useRights } from '../../../shell/me';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { CodeText } from '../../../ui/shown/code-text';
import { Status } from '../../../ui/shown/status';
import { Empty, Failure } from '../../../ui/states';
import { ConnectionForm } from './connection-form';

/** The connection of one role: how it speaks, whether it sends, and what can be tried with it. */
export function ConnectionCard({ role, profile }: { role: PartnerProfileRole; profile: ProfileFactsFragment | undefined }) {
  const { t } = useTranslation('exchange');
  const rights = useRights();
  const [editing, setEditing] = useState(false);
  const manage = rights.has('exchange:manage');
  const edit = manage && (
    <Button variant={profile ? 'default' : 'filled'} onClick={() => setEditing(true)}>
      {profile ? t('connection.change') : t('connection.make')}
    </Button>
  );
  return (
    <Section title={t(`role.${role}`)} actions={profile && edit}>
      {profile ? (
        <Present profile={profile} manage={manage} />
      ) : (
        <Empty title={t('connection.none')} text={t(`connection.noneText.${role}`)} action={edit} />
      )}
      {editing && <ConnectionForm role={role} present={profile} onClose={() => setEditing(false)} />}
    </Section>
  );
}

function Present({ profile, manage }: { profile: ProfileFactsFragment; manage: boolean }) {
  const { t } = useTranslation('exchange');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const submit = useSubmit();
  const paused = profile.status === 'PAUSED';
  const turn = async (): Promise<void> => {
    const { role, name, format, transport, endpoint, settingsJson, testMode, version } = profile;
    const status = paused ? ('ACTIVE' as const) : ('PAUSED' as const);
    const input = { role, name, format, transport, endpoint, settingsJson, testMode, status, expectedVersion: version };
    await submit.run(async () => (await ask(SavePartnerProfileDocument, { input })).savePartnerProfile);
    await queries.invalidateQueries();
  };
  const test = async (): Promise<void> => {
    const input = { profileId: profile.id, idempotencyKey: crypto.randomUUID() };
    const sent = await submit.run(async () => (await ask(SendTestOrderDocument, { input })).sendTestOrder);
    if (!sent?.messageId) return;
    notifications.show({ message: t('connection.testSent') });
    await queries.invalidateQueries();
    await navigate({ to: '/exchange/messages/$messageId', params: { messageId: sent.messageId } });
  };
  const facts: [string, ReactNode][] = [
    [t('connection.name'), profile.name],
    [t('connection.format'), t(`format.${profile.format}`)],
    [t('connection.transport'), t(`transport.${profile.transport}`)],
    profile.folder
      ? [t('connection.folder'), <CodeText key="f" value={profile.folder} size="sm" wraps />]
      : [
          t('connection.endpoint'),
          <span key="e" style={{ overflowWrap: 'anywhere' }}>
            {profile.endpoint}
          </span>,
        ],
    [t('connection.secret'), profile.hasSecret ? t('connection.secretThere') : t('connection.secretNone')],
  ];
  return (
    <>
      <Group gap="sm">
        {paused ? (
          <Status tone="attention">{t('connection.paused')}</Status>
        ) : (
          <Status tone="good">{t('connection.active')}</Status>
        )}
        {profile.testMode && <Status tone="info">{t('connection.testMode')}</Status>}
      </Group>
      {profile.testMode && (
        <Text size="sm" className="quiet">
          {t('connection.testModeHow')}
        </Text>
      )}
      {paused && (
        <Text size="sm" className="quiet">
          {t('connection.pausedHow')}
        </Text>
      )}
      <DataList>
        {facts.map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      {manage && (
        <Group gap="sm">
          {profile.role === 'SUPPLIER' && (
            <Button loading={submit.busy} leftSection={<IconSend size={16} aria-hidden />} onClick={() => void test()}>
              {t('connection.test')}
            </Button>
          )}
          <Button
            variant="default"
            loading={submit.busy}
            leftSection={paused ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />}
            onClick={() => void turn()}
          >
            {paused ? t('connection.resume') : t('connection.pause')}
          </Button>
        </Group>
      )}
    </>
  );
}
