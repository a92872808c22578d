import { Checkbox, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  type AgreementFactsFragment,
  type PricingDate,
  ReplaceAgreementDocument,
  SignAgreementDocument,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { CurrencySelect } from '../../../ui/forms/code-select';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt, type FieldError } from '../../../ui/forms/form-errors';
import { readDiscounts, readItems } from './read-terms';

interface Props {
  /** The agreement to be followed; absent: a new one. */
  before?: AgreementFactsFragment | undefined;
  buyers: readonly { id: string; name: string }[];
  currency: string;
  onClose: () => void;
}

const dates: readonly PricingDate[] = ['ORDER', 'DELIVERY', 'DESPATCH'];
const shown = ['buyerId', 'number', 'currency', 'validFrom', 'validTo', 'paymentTerms', 'incoterm', 'items', 'categories'];

/** Signs an agreement, or the next version of one. Prices are typed or pasted, a line each. */
export function AgreementForm({ before, buyers, currency, onClose }: Props) {
  const { t } = useTranslation('pricing');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [typed, setTyped] = useState({
    buyerId: before?.buyer.id ?? '',
    number: before?.number ?? '',
    currency: before?.currency ?? currency,
    validFrom: '',
    validTo: '',
    pricingDate: before?.pricingDate ?? ('ORDER' as PricingDate),
    paymentTerms: before?.paymentTerms ?? '',
    code: before?.incoterm?.code ?? '',
    edition: before?.incoterm?.edition ?? 2020,
    place: before?.incoterm?.place ?? '',
    bestPrice: before?.bestPrice ?? false,
    items: '',
    categories: (before?.terms ?? [])
      .flatMap((term) => (term.category ? [`${term.category}; ${term.discountPercent}`] : []))
      .join('\n'),
  });
  const [unread, setUnread] = useState<readonly FieldError[]>([]);
  const errors = [...submit.errors, ...unread];
  const set = (change: Partial<typeof typed>): void => setTyped({ ...typed, ...change });
  const text = (name: 'number' | 'validFrom' | 'validTo' | 'paymentTerms' | 'code' | 'place') => ({
    label: t(`agreement.${name}`),
    value: typed[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => set({ [name]: event.currentTarget.value }),
  });

  const sign = async (): Promise<boolean> => {
    const [items, discounts] = [readItems(typed.items), readDiscounts(typed.categories)];
    const wrong = [
      ...items.unreadable.map((line) => ({ message: t('unreadable', { line }), path: ['items'] })),
      ...discounts.unreadable.map((line) => ({ message: t('unreadable', { line }), path: ['categories'] })),
    ];
    setUnread(wrong);
    if (wrong.length > 0) return false;
    const terms = {
      currency: typed.currency,
      validFrom: typed.validFrom,
      validTo: typed.validTo,
      pricingDate: typed.pricingDate,
      paymentTerms: typed.paymentTerms.trim() || null,
      incoterm: typed.code ? { code: typed.code.toUpperCase(), edition: typed.edition, place: typed.place } : null,
      bestPrice: typed.bestPrice,
      items: items.items,
      categories: discounts.categories,
    };
    const done = before
      ? await submit.run(
          async () => (await ask(ReplaceAgreementDocument, { input: { ...terms, agreementId: before.id } })).replaceAgreement,
        )
      : await submit.run(
          async () =>
            (await ask(SignAgreementDocument, { input: { ...terms, buyerId: typed.buyerId, number: typed.number } }))
              .signAgreement,
        );
    if (done) await queries.invalidateQueries();
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={before ? t('agreement.replaceTitle', { number: before.number }) : t('agreement.signTitle')}
      action={before ? t('agreement.replace') : t('agreement.sign')}
      onSubmit={sign}
      busy={submit.busy}
      failure={submit.failure}
      errors={errors}
      fields={shown}
      disabled={!typed.validFrom || !typed.validTo || !typed.buyerId || !typed.number.trim()}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Select
          label={t('agreement.buyer')}
          data={buyers.map(({ id, name }) => ({ value: id, label: name }))}
          value={typed.buyerId || null}
          disabled={before !== undefined}
          onChange={(buyerId) => set({ buyerId: buyerId ?? '' })}
          error={errorAt(errors, 'buyerId')}
        />
        <TextInput {...text('number')} disabled={before !== undefined} error={errorAt(errors, 'number')} />
        <TextInput {...text('validFrom')} type="date" error={errorAt(errors, 'validFrom')} />
        <TextInput {...text('validTo')} type="date" error={errorAt(errors, 'validTo')} />
        <CurrencySelect
          label={t('agreement.currency')}
          value={typed.currency}
          onChange={(code) => set({ currency: code ?? currency })}
          error={errorAt(errors, 'currency')}
        />
        <Select
          label={t('agreement.pricingDate')}
          data={dates.map((value) => ({ value, label: t(`pricingDate.${value}`) }))}
          value={typed.pricingDate}
          allowDeselect={false}
          onChange={(value) => set({ pricingDate: (value ?? 'ORDER') as PricingDate })}
        />
        <TextInput {...text('paymentTerms')} placeholder="NET30" />
        <TextInput {...text('code')} placeholder="FCA" error={errorAt(errors, 'incoterm')} />
        <NumberInput
          label={t('agreement.edition')}
          value={typed.edition}
          min={1936}
          max={2100}
          hideControls
          onChange={(value) => set({ edition: Number(value) })}
        />
        <TextInput {...text('place')} />
      </SimpleGrid>
      <Checkbox
        label={t('agreement.bestPrice')}
        checked={typed.bestPrice}
        onChange={(event) => set({ bestPrice: event.currentTarget.checked })}
      />
      <Textarea
        label={t('agreement.items')}
        description={t('agreement.itemsHow')}
        autosize
        minRows={4}
        maxRows={14}
        value={typed.items}
        onChange={(event) => set({ items: event.currentTarget.value })}
        error={errorAt(errors, 'items')}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        placeholder="AN3-10; 42.00; 100; 1000 = 38.50"
      />
      <Textarea
        label={t('agreement.categories')}
        description={t('agreement.categoriesHow')}
        autosize
        minRows={2}
        maxRows={8}
        value={typed.categories}
        onChange={(event) => set({ categories: event.currentTarget.value })}
        error={errorAt(errors, 'categories')}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
    </FormDialog>
  );
}
