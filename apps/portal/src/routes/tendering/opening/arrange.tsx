import { ActionIcon, Alert, Anchor, Button, Group, List, NumberInput, Select, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { arrangeKeys } from '#libs/sealing';
import { ask } from '../../../graphql/client';
import { ArrangeSealingDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { Failure } from '../../../ui/states';
import { canSeal } from '../shared/fingerprint';
import { type Choice, choiceFaults, choiceOf, emptySeat, envelopesOf, holdersOf, type KnownKey, sets } from './arrange-choice';
import type { OpenedTender } from './session-key';

/** Officers of one tender, with deputies and the recovery share: the hub takes 40 holders. */
const seatsMax = 19;

interface Props {
  tender: OpenedTender;
  keys: readonly KnownKey[];
  buyer: string;
  moved: () => Promise<void>;
  onDone: () => void;
}

/** Chooses who opens the bids, then makes the officers' half in this browser, splits it among them and forgets it. */
export function Arrange({ tender, keys, buyer, moved, onDone }: Props) {
  const { t } = useTranslation('sealing');
  const submit = useSubmit();
  const [choice, setChoice] = useState<Choice>(() => choiceOf(tender.sealing));
  const [shown, setShown] = useState(false);
  const able = keys.filter(({ revokedAt }) => revokedAt == null);
  const faults = choiceFaults(choice, able);
  const arrange = async (): Promise<void> => {
    setShown(true);
    if (faults.length > 0) return;
    const done = await submit.run(async () => {
      const { threshold } = choice;
      const made = await arrangeKeys({ tender: tender.id, buyer, threshold, holders: holdersOf(choice, able) });
      const input = { ...made, tenderId: tender.id, expectedVersion: tender.edits, envelopes: envelopesOf(choice) };
      return (await ask(ArrangeSealingDocument, { input })).arrangeSealing;
    });
    if (!done) return;
    await moved();
    onDone();
  };
  return (
    <Section title={t('arrange.title')}>
      <Text size="sm">{t('arrange.how')}</Text>
      <MissingKeys keys={able} />
      <Seats choice={choice} keys={able} onChange={setChoice} />
      <Group gap="md" align="flex-start">
        <NumberInput
          label={t('arrange.threshold')}
          description={t('arrange.thresholdHow')}
          min={2}
          max={Math.max(2, choice.seats.length - 1)}
          value={choice.threshold}
          onChange={(value) => setChoice({ ...choice, threshold: Number(value) || 2 })}
        />
        <Select
          label={t('arrange.envelopes')}
          description={t('arrange.envelopesHow')}
          allowDeselect={false}
          miw={320}
          data={sets.map((value) => ({ value, label: t(`envelopeSet.${value.replaceAll(' ', '_')}`) }))}
          value={choice.envelopes}
          onChange={(envelopes) => envelopes && setChoice({ ...choice, envelopes })}
        />
      </Group>
      {shown && faults.length > 0 && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('arrange.refused')}>
          <List size="sm">
            {[...new Set(faults)].map((fault) => (
              <List.Item key={fault}>{t(`arrangeFault.${fault}`)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      <Group gap="sm">
        <Button loading={submit.busy} disabled={!canSeal()} onClick={() => void arrange()}>
          {t('arrange.action')}
        </Button>
        {tender.sealing && (
          <Button variant="default" onClick={onDone}>
            {t('arrange.leave')}
          </Button>
        )}
      </Group>
    </Section>
  );
}

/** Says what lacks before anybody can be chosen, and where it is made. */
function MissingKeys({ keys }: { keys: readonly KnownKey[] }) {
  const { t } = useTranslation('sealing');
  const members = new Set(keys.flatMap(({ memberId }) => memberId ?? [])).size;
  const recovery = keys.some(({ memberId }) => memberId == null);
  if (members >= 3 && recovery) return null;
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('arrange.keysMissing')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('arrange.keysMissingText', { count: members })}</Text>
        <Anchor component={Link} to="/buy/tenders/keys" size="sm">
          {t('arrange.toKeys')}
        </Anchor>
      </Stack>
    </Alert>
  );
}

function Seats({ choice, keys, onChange }: { choice: Choice; keys: readonly KnownKey[]; onChange: (choice: Choice) => void }) {
  const { t } = useTranslation('sealing');
  const { seats, recovery } = choice;
  const options = (ofMember: boolean) =>
    keys.filter(({ memberId }) => (memberId != null) === ofMember).map(({ id, name }) => ({ value: id, label: name }));
  const change = (at: number, patch: Partial<Choice['seats'][number]>): void =>
    onChange({ ...choice, seats: seats.map((seat, i) => (i === at ? { ...seat, ...patch } : seat)) });
  return (
    <Stack gap="sm">
      {seats.map(({ officer, deputy }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place
        <Group key={i} gap="sm" align="flex-end" role="group" aria-label={t('arrange.seat', { n: i + 1 })}>
          <Select
            label={t('arrange.officer', { n: i + 1 })}
            data={options(true)}
            value={officer}
            onChange={(value) => change(i, { officer: value })}
          />
          <Select
            label={t('arrange.deputy', { n: i + 1 })}
            placeholder={t('arrange.noDeputy')}
            clearable
            data={options(true)}
            value={deputy}
            onChange={(value) => change(i, { deputy: value })}
          />
          {seats.length > 3 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('arrange.remove', { n: i + 1 })}
              onClick={() => onChange({ ...choice, seats: seats.filter((_, at) => at !== i) })}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      {seats.length < seatsMax && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange({ ...choice, seats: [...seats, emptySeat] })}
        >
          {t('arrange.add')}
        </Button>
      )}
      <Select
        label={t('arrange.recovery')}
        description={t('arrange.recoveryHow')}
        maw={420}
        data={options(false)}
        value={recovery}
        onChange={(value) => onChange({ ...choice, recovery: value })}
      />
    </Stack>
  );
}
