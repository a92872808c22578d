import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TenderChoicesQuery } from '../../../../graphql/generated/graphql';
import { errorAt } from '../../../../ui/forms/form-errors';
import { Section } from '../../../../ui/section';
import type { Draft } from '../use-draft';

/** Where the goods go, and what the buyer keeps to himself. */
export function OwnFields({ draft: { typed, set, errors }, sites }: { draft: Draft; sites: TenderChoicesQuery['sites'] }) {
  const { t } = useTranslation('tendering');
  return (
    <Section title={t('own.title')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
        <Select
          label={t('own.site')}
          description={t('own.siteHow')}
          clearable
          data={sites
            .filter(({ status }) => status === 'ACTIVE')
            .map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
          value={typed.shipToSiteId}
          onChange={(shipToSiteId) => set({ shipToSiteId })}
          error={errorAt(errors, 'shipToSiteId')}
        />
        <TextInput
          label={t('own.costReference')}
          description={t('own.onlyYou')}
          maxLength={100}
          value={typed.costReference}
          onChange={(event) => set({ costReference: event.currentTarget.value })}
        />
        <TextInput
          label={t('own.budget')}
          description={t('own.budgetHow', { currency: typed.currency })}
          inputMode="decimal"
          value={typed.budget}
          onChange={(event) => set({ budget: event.currentTarget.value })}
          error={errorAt(errors, 'budget')}
        />
      </SimpleGrid>
      <Textarea
        label={t('own.note')}
        description={t('own.onlyYou')}
        autosize
        minRows={2}
        maxLength={4000}
        value={typed.internalNote}
        onChange={(event) => set({ internalNote: event.currentTarget.value })}
      />
    </Section>
  );
}
