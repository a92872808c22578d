import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandstillWholeFragment, TenderSharedFragment } from '../../../graphql/generated/graphql';
import { formatInstant } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { Section } from '../../../ui/section';
import { Status, type Tone } from '../../../ui/shown/status';
import { ChallengeForm } from './challenge-form';
import { Challenges } from './challenges';
import { ConcludeForm } from './conclude-form';
import { AwardLetter, AwardLetters } from './letters';

export interface StandstillProps {
  tender: Pick<TenderSharedFragment, 'lots' | 'currency' | 'standstills'>;
  /** Whether the reader is its buyer; else he has bid. */
  buyer: boolean;
  moved: () => Promise<void>;
}

type Stage = 'WAITS' | 'SUSPENDED' | 'OVER' | 'FAILED' | 'CONCLUDED' | 'TAKEN_BACK';
const tones: Record<Stage, Tone> = {
  WAITS: 'waiting',
  SUSPENDED: 'attention',
  OVER: 'waiting',
  FAILED: 'bad',
  CONCLUDED: 'good',
  TAKEN_BACK: 'quiet',
};

/** Where a decision stands, from its dates and the clock of the reader; the hub alone judges by it. */
export function stageOf(held: StandstillWholeFragment, now: number): Stage {
  if (held.takenBackAt) return 'TAKEN_BACK';
  if (held.concludedAt) return 'CONCLUDED';
  if (held.suspendedAt) return 'SUSPENDED';
  if (held.failedAt) return 'FAILED';
  return now > Date.parse(held.endsAt) ? 'OVER' : 'WAITS';
}

/** Decisions that wait before they become contracts: until when, why, who was told what, and who challenges them. */
export function Standstills({ tender, buyer, moved }: StandstillProps) {
  const { t } = useTranslation('standstill');
  if (tender.standstills.length === 0) return null;
  return (
    <Section title={t('title')}>
      <Stack gap="lg" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {[...tender.standstills].reverse().map((held) => (
          <li key={held.id}>
            <Held held={held} tender={tender} buyer={buyer} moved={moved} />
          </li>
        ))}
      </Stack>
    </Section>
  );
}

function Held({ held, tender, buyer, moved }: StandstillProps & { held: StandstillWholeFragment }) {
  const { t } = useTranslation('standstill');
  const rights = useRights();
  const [doing, setDoing] = useState<'challenge' | 'conclude' | undefined>(undefined);
  const stage = stageOf(held, Date.now());
  const lot = tender.lots.find(({ id }) => id === held.lotId)?.title ?? '';
  const [letter] = held.notices;
  const mayChallenge =
    // Whether it is still time the hub judges, not the clock of this browser.
    !buyer && rights.has('bid:submit') && held.challenges.length === 0 && !held.concludedAt && !held.takenBackAt;
  const close = (): void => setDoing(undefined);
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {lot}
        </Text>
        <Status tone={tones[stage]}>{t(`stage.${stage}`)}</Status>
      </Group>
      <Text size="sm">
        {t(stage === 'OVER' && !buyer ? 'means.OVER_BIDDER' : `means.${stage}`, {
          end: formatInstant(held.endsAt),
          since: formatInstant(held.suspendedAt ?? held.failedAt ?? held.endsAt),
        })}
      </Text>
      <Stack gap={2}>
        <Text size="sm" fw={600}>
          {t('reasons')}
        </Text>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {held.statement}
        </Text>
      </Stack>
      {buyer ? (
        <AwardLetters held={held} currency={tender.currency} />
      ) : (
        letter && <AwardLetter letter={letter} currency={tender.currency} />
      )}
      <Challenges held={held} buyer={buyer} mayDecide={buyer && rights.has('tender:award')} moved={moved} />
      <Group gap="sm">
        {mayChallenge && (
          <Button variant="default" onClick={() => setDoing('challenge')}>
            {t('challenge.open')}
          </Button>
        )}
        {buyer && rights.has('tender:award') && (stage === 'FAILED' || stage === 'OVER') && (
          <Button onClick={() => setDoing('conclude')}>{t('conclude.open')}</Button>
        )}
      </Group>
      {doing === 'challenge' && <ChallengeForm held={held} lot={lot} moved={moved} onClose={close} />}
      {doing === 'conclude' && <ConcludeForm held={held} lot={lot} moved={moved} onClose={close} />}
    </Stack>
  );
}
