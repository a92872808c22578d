import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { DecideChallengeDocument, type StandstillWholeFragment } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { formatInstant } from '../../../i18n/format';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { Status } from '../../../ui/shown/status';

type Challenge = StandstillWholeFragment['challenges'][number];

interface Props {
  held: StandstillWholeFragment;
  buyer: boolean;
  mayDecide: boolean;
  moved: () => Promise<void>;
}

/** Who challenges the decision, why, and what became of it. */
export function Challenges({ held, buyer, mayDecide, moved }: Props) {
  const { t } = useTranslation('standstill');
  const [deciding, setDeciding] = useState<Challenge | undefined>(undefined);
  if (held.challenges.length === 0) return null;
  return (
    <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {held.challenges.map((challenge) => (
        <Group key={challenge.id} component="li" justify="space-between" align="flex-start" gap="sm">
          <Stack gap={2}>
            <Group gap="sm">
              <Text size="sm" fw={600}>
                {buyer ? t('challenge.of', { supplier: challenge.supplier.name }) : t('challenge.own')}
              </Text>
              <Status tone={challenge.decision ? 'quiet' : 'attention'}>{t(`decision.${challenge.decision ?? 'NONE'}`)}</Status>
            </Group>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {challenge.reason}
            </Text>
            {challenge.answer && (
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {t('challenge.answer', { answer: challenge.answer })}
              </Text>
            )}
            <Text size="xs" className="quiet">
              {formatInstant(challenge.decidedAt ?? challenge.madeAt)}
            </Text>
          </Stack>
          {mayDecide && !challenge.decision && (
            <Button size="xs" onClick={() => setDeciding(challenge)}>
              {t('decide.open')}
            </Button>
          )}
        </Group>
      ))}
      {deciding && <DecideForm challenge={deciding} moved={moved} onClose={() => setDeciding(undefined)} />}
    </Stack>
  );
}

/** Upholds a challenge or rejects it; nothing is chosen beforehand. */
function DecideForm({ challenge, moved, onClose }: { challenge: Challenge; moved: () => Promise<void>; onClose: () => void }) {
  const { t } = useTranslation('standstill');
  const submit = useSubmit();
  const [upheld, setUpheld] = useState<string>('');
  const [answer, setAnswer] = useState('');
  const [missing, setMissing] = useState(false);
  const send = async (): Promise<boolean> => {
    setMissing(answer.trim() === '');
    if (answer.trim() === '') return false;
    const input = { challengeId: challenge.id, upheld: upheld === 'UPHELD', answer: answer.trim() };
    const done = await submit.run(async () => (await ask(DecideChallengeDocument, { input })).decideChallenge);
    if (done) await moved();
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('decide.title', { supplier: challenge.supplier.name })}
      action={t('decide.action')}
      onSubmit={send}
      busy={submit.busy}
      failure={submit.failure}
      errors={submit.errors}
      fields={['answer']}
      disabled={upheld === ''}
    >
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {challenge.reason}
      </Text>
      <Radio.Group label={t('decide.how')} required value={upheld} onChange={setUpheld}>
        <Stack gap="xs" mt="xs">
          {(['UPHELD', 'REJECTED'] as const).map((value) => (
            <Radio key={value} value={value} label={t(`decide.${value}`)} description={t(`decide.means.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('decide.answer')}
        description={t('decide.answerHow')}
        required
        autosize
        minRows={2}
        maxLength={4000}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
        error={missing ? t('decide.missing') : errorAt(submit.errors, 'answer')}
      />
    </FormDialog>
  );
}
