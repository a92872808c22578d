import { Button, Group, NumberInput, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TenderConfidentiality } from '../../../../graphql/generated/graphql';
import { errorAt } from '../../../../ui/forms/form-errors';
import { Section } from '../../../../ui/section';
import { ownZone, toLocalField } from '../../shared/dates';
import type { Draft } from '../use-draft';

const days = [3, 7, 14] as const;
const confidentialities: readonly TenderConfidentiality[] = ['TIMED', 'OPEN', 'SEALED'];

/** Until when questions and bids are taken, in the reader's zone, and when the buyer reads them. */
export function TimeFields({ draft: { typed, set, errors } }: { draft: Draft }) {
  const { t } = useTranslation('tendering');
  return (
    <Section title={t('when.title')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextInput
          type="datetime-local"
          label={t('when.closesAt')}
          description={t('when.zone', { zone: ownZone() })}
          required
          value={typed.closesAt}
          onChange={(event) => set({ closesAt: event.currentTarget.value })}
          error={errorAt(errors, 'closesAt')}
        />
        <TextInput
          type="datetime-local"
          label={t('when.questions')}
          description={t('when.questionsHow')}
          value={typed.questionsCloseAt}
          onChange={(event) => set({ questionsCloseAt: event.currentTarget.value })}
          error={errorAt(errors, 'questionsCloseAt')}
        />
      </SimpleGrid>
      <Group gap="sm" role="group" aria-label={t('when.closesAt')}>
        {days.map((count) => (
          <Button
            key={count}
            size="compact-xs"
            variant="default"
            onClick={() => set({ closesAt: toLocalField(new Date(Date.now() + count * 86_400_000).toISOString()) })}
          >
            {t('when.inDays', { count })}
          </Button>
        ))}
      </Group>
      <Radio.Group
        label={t('when.confidentiality')}
        value={typed.confidentiality}
        onChange={(value) => set({ confidentiality: value as TenderConfidentiality })}
      >
        <Stack gap="xs" mt="xs">
          {confidentialities.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`confidentiality.${value}`)}
              description={t(`confidentialityMeans.${value}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <NumberInput
          label={t('when.pushHours')}
          description={t('when.pushHoursHow')}
          min={0}
          max={240}
          value={typed.pushHours}
          onChange={(value) => set({ pushHours: Number(value) || 0 })}
        />
        {typed.lots.length > 1 && (
          <NumberInput
            label={t('when.stagger')}
            description={t('when.staggerHow')}
            min={0}
            max={120}
            value={typed.staggerMinutes}
            onChange={(value) => set({ staggerMinutes: Number(value) || 0 })}
          />
        )}
      </SimpleGrid>
    </Section>
  );
}
