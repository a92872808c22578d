import { NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TenderOfBidderFragment } from '../../../graphql/generated/graphql';
import { errorAt } from '../../../ui/forms/form-errors';
import type { OwnBid } from './use-bid';

/** Terms of a bid as a whole. */
export function BidHead({ own: { typed, set, errors }, tender }: { own: OwnBid; tender: TenderOfBidderFragment }) {
  const { t } = useTranslation('tendering');
  const elsewhere = typed.deliveryTerm.trim() !== '' && typed.deliveryTerm.trim() !== tender.deliveryTerm;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
        <Select
          label={t('basis.currency')}
          allowDeselect={false}
          data={[tender.currency, ...tender.rates.map(({ currency }) => currency)]}
          value={typed.currency}
          onChange={(currency) => currency && set({ currency })}
          error={errorAt(errors, 'bid', 'currency') ?? errorAt(errors, 'currency')}
        />
        <TextInput
          label={t('bid.deliveryTerm')}
          description={elsewhere ? t('bid.otherTerm', { term: tender.deliveryTerm }) : undefined}
          maxLength={160}
          value={typed.deliveryTerm}
          onChange={(event) => set({ deliveryTerm: event.currentTarget.value })}
          error={errorAt(errors, 'bid', 'deliveryTerm')}
        />
        <NumberInput
          label={t('basis.paymentDays')}
          min={0}
          max={365}
          value={typed.paymentDays}
          onChange={(value) => set({ paymentDays: Number(value) || 0 })}
        />
        <TextInput
          type="date"
          label={t('bid.validUntil')}
          value={typed.validUntil}
          onChange={(event) => set({ validUntil: event.currentTarget.value })}
          error={errorAt(errors, 'bid', 'validUntil') ?? errorAt(errors, 'validUntil')}
        />
      </SimpleGrid>
      <Textarea
        label={t('bid.note')}
        autosize
        maxLength={4000}
        value={typed.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </>
  );
}
