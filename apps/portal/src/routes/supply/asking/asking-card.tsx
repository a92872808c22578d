import { Button, Group, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  AskingCallsDocument,
  type AskingCallsQuery,
  type AskingFactsFragment,
  RemoveAskingDocument,
} from '../../../graphql/generated/graphql';
import { formatInstant } from '../../../i18n/format';
import { Confirm } from '../../../ui/forms/confirm';
import { Section } from '../../../ui/section';
import { Status } from '../../../ui/shown/status';
import { AskingTest } from './asking-test';

const tones = { CLOSED: 'good', HALF_OPEN: 'attention', OPEN: 'bad' } as const;

/** One place: where the question goes, how the line stands, a test and the last questions. */
export function AskingCard({ profile, onEdit }: { profile: AskingFactsFragment; onEdit: () => void }) {
  const { t } = useTranslation('stock');
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['asking-calls', profile.id],
    queryFn: ({ signal }) => ask(AskingCallsDocument, { profileId: profile.id, first: 20 }, signal),
  });
  const [removing, setRemoving] = useState(false);
  const remove = async (): Promise<boolean> => {
    await ask(RemoveAskingDocument, { input: { profileId: profile.id } });
    await queries.invalidateQueries();
    return true;
  };
  const place = profile.location === '*' ? t('asking.everyPlace') : profile.location;
  return (
    <Section
      title={place}
      actions={
        <>
          <Button size="xs" variant="default" onClick={onEdit}>
            {t('asking.edit')}
          </Button>
          <Button size="xs" variant="default" color="red" onClick={() => setRemoving(true)}>
            {t('asking.remove')}
          </Button>
        </>
      }
    >
      <Group gap="sm">
        <Text className="code">{profile.url}</Text>
        <Status tone={profile.paused ? 'quiet' : tones[profile.line]}>
          {profile.paused ? t('asking.pausedNow') : t(`line.${profile.line}`)}
        </Status>
        <Text size="sm" className="quiet">
          {t('asking.limits', { timeout: profile.timeoutMs, calls: profile.callsMax, cache: profile.cacheSeconds })}
        </Text>
      </Group>
      <Confirm
        opened={removing}
        onClose={() => setRemoving(false)}
        title={t('asking.removeTitle', { place })}
        consequence={t('asking.removeConsequence')}
        action={t('asking.remove')}
        onConfirm={remove}
        danger
      />
      <AskingTest profileId={profile.id} />
      {data && data.askingCalls.nodes.length > 0 && <Calls nodes={data.askingCalls.nodes} />}
    </Section>
  );
}

function Calls({ nodes }: { nodes: AskingCallsQuery['askingCalls']['nodes'] }) {
  const { t } = useTranslation('stock');
  return (
    <Table aria-label={t('asking.log')} verticalSpacing={4} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('ledger.at')}</Table.Th>
          <Table.Th>{t('asking.outcome')}</Table.Th>
          <Table.Th className="figures">{t('asking.ms')}</Table.Th>
          <Table.Th className="figures">{t('asking.figures')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {nodes.map((call) => (
          <Table.Tr key={call.id}>
            <Table.Td title={call.at}>{formatInstant(call.at)}</Table.Td>
            <Table.Td>
              {[t(`outcome.${call.outcome}`), call.status, call.test && t('asking.byHand')].filter(Boolean).join(' · ')}
              {call.problems.length > 0 && (
                <Text size="xs" className="quiet">
                  {call.problems.map(({ at, code }) => `${at}: ${code}`).join(', ')}
                </Text>
              )}
            </Table.Td>
            <Table.Td className="figures">{call.ms}</Table.Td>
            <Table.Td className="figures">{t('asking.figuresOf', { figures: call.figures, lines: call.lines })}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
