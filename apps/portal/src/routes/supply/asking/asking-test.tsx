import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normalise } from '#libs/kernel';
import { ask } from '../../../graphql/client';
import { TestAskingDocument, type TestAskingMutation } from '../../../graphql/generated/graphql';
import { formatDecimal, formatInstant } from '../../../i18n/format';
import { Failure } from '../../../ui/states';

/** Asks once by hand; what was understood is shown and not taken. */
export function AskingTest({ profileId }: { profileId: string }) {
  const { t } = useTranslation('stock');
  const queries = useQueryClient();
  const [part, setPart] = useState('');
  const [busy, setBusy] = useState(false);
  const [heard, setHeard] = useState<TestAskingMutation['testAsking'] | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(undefined);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      setHeard((await ask(TestAskingDocument, { input: { profileId, supplierPart: part.trim() } })).testAsking);
      setFailure(undefined);
      await queries.invalidateQueries({ queryKey: ['asking-calls', profileId] });
    } catch (refused) {
      setFailure(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="sm">
      <form onSubmit={(event) => void send(event)} noValidate>
        <Group align="flex-end" gap="sm">
          <TextInput label={t('asking.testPart')} value={part} onChange={(event) => setPart(event.currentTarget.value)} />
          <Button type="submit" variant="default" loading={busy} disabled={part.trim() === ''}>
            {t('asking.test')}
          </Button>
        </Group>
      </form>
      {failure !== undefined && <Failure error={failure} />}
      {heard && (
        <Alert
          color={heard.outcome === 'ANSWERED' && heard.problems.length === 0 ? 'green' : 'orange'}
          role="status"
          title={t('asking.heard', { outcome: t(`outcome.${heard.outcome}`), ms: heard.ms })}
        >
          {heard.figures.map((figure) => (
            <Text key={figure.location} size="sm">
              {t('asking.figure', {
                location: figure.location,
                quantity: formatDecimal(normalise(figure.quantity)),
                at: formatInstant(figure.asOf),
              })}
            </Text>
          ))}
          {heard.problems.map(({ at, code }) => (
            <Text key={`${at} ${code}`} size="sm">
              {`${at}: ${code}`}
            </Text>
          ))}
        </Alert>
      )}
    </Stack>
  );
}
