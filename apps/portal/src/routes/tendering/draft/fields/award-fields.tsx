import { Fieldset, NumberInput, Radio, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AwardMode } from '../../../../graphql/generated/graphql';
import { CurrencySelect } from '../../../../ui/forms/code-select';
import { errorAt } from '../../../../ui/forms/form-errors';
import { Section } from '../../../../ui/section';
import type { Draft } from '../use-draft';

const modes: readonly AwardMode[] = ['LINE', 'LOT', 'SHARES'];

/** On which basis bids are compared, and in which ways the tender may be awarded. */
export function AwardFields({ draft: { typed, set, errors } }: { draft: Draft }) {
  const { t } = useTranslation('tendering');
  return (
    <Section title={t('basis.title')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
        <CurrencySelect
          label={t('basis.currency')}
          allowDeselect={false}
          value={typed.currency}
          onChange={(currency) => currency && set({ currency })}
          error={errorAt(errors, 'currency')}
        />
        <TextInput
          label={t('basis.deliveryTerm')}
          placeholder="DAP Hamburg"
          maxLength={160}
          value={typed.deliveryTerm}
          onChange={(event) => set({ deliveryTerm: event.currentTarget.value })}
          error={errorAt(errors, 'deliveryTerm')}
        />
        <NumberInput
          label={t('basis.paymentDays')}
          min={0}
          max={365}
          value={typed.paymentDays}
          onChange={(value) => set({ paymentDays: Number(value) || 0 })}
        />
        <TextInput
          label={t('basis.yearlyRate')}
          placeholder="0.06"
          inputMode="decimal"
          value={typed.yearlyRate}
          onChange={(event) => set({ yearlyRate: event.currentTarget.value })}
          error={errorAt(errors, 'yearlyRate')}
        />
      </SimpleGrid>
      <Textarea
        label={t('basis.rates')}
        description={t('basis.ratesHow', { currency: typed.currency })}
        placeholder={typed.currency === 'EUR' ? 'USD = 0.92' : 'EUR = 1.08'}
        autosize
        minRows={1}
        value={typed.rates}
        onChange={(event) => set({ rates: event.currentTarget.value })}
        error={errorAt(errors, 'rates')}
      />
      <Radio.Group
        label={t('basis.awardMode')}
        value={typed.awardMode}
        onChange={(value) => set({ awardMode: value as AwardMode })}
      >
        <Stack gap="xs" mt="xs">
          {modes.map((value) => (
            <Radio key={value} value={value} label={t(`awardMode.${value}`)} description={t(`awardModeMeans.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
        {typed.awardMode === 'SHARES' && (
          <TextInput
            label={t('basis.shares')}
            description={t('basis.sharesHow')}
            value={typed.shares}
            onChange={(event) => set({ shares: event.currentTarget.value })}
            error={errorAt(errors, 'shares')}
          />
        )}
        <NumberInput
          label={t('basis.bidsMin')}
          description={t('basis.bidsMinHow')}
          min={1}
          max={9}
          value={typed.bidsMin}
          onChange={(value) => set({ bidsMin: Number(value) || 1 })}
        />
        <TextInput
          label={t('basis.belowMean')}
          description={t('basis.belowMeanHow')}
          placeholder="0.4"
          inputMode="decimal"
          value={typed.belowMean}
          onChange={(event) => set({ belowMean: event.currentTarget.value })}
          error={errorAt(errors, 'belowMean')}
        />
      </SimpleGrid>
      <Fieldset legend={t('basis.agreement')}>
        <Text size="sm" className="quiet" mb="xs">
          {t('basis.agreementHow')}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
          <TextInput
            label={t('award.validFrom')}
            type="date"
            value={typed.agreementFrom}
            onChange={(event) => set({ agreementFrom: event.currentTarget.value })}
            error={errorAt(errors, 'agreement')}
          />
          <TextInput
            label={t('award.validTo')}
            type="date"
            min={typed.agreementFrom || undefined}
            value={typed.agreementTo}
            onChange={(event) => set({ agreementTo: event.currentTarget.value })}
          />
        </SimpleGrid>
      </Fieldset>
    </Section>
  );
}
