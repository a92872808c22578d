import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { SaveWatchDocument, type WatchCardFragment, type WatchDelivery } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { CurrencySelect } from '../../../ui/forms/code-select';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { decimalOrTyped } from '../../../ui/forms/typed-decimal';

interface Props {
  /** The watch to change; absent: a new one, of the part or else of a search. */
  present?: WatchCardFragment;
  part?: { id: string; number: string };
  onClose: () => void;
}

/** What shall be told of a part or a search, and how. */
export function WatchForm({ present, part, onClose }: Props) {
  const { t } = useTranslation('watch');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [form, setForm] = useState({
    name: present?.name ?? part?.number ?? '',
    query: '',
    onOffer: present?.onOffer ?? true,
    onStock: present?.onStock ?? true,
    onPrice: present?.onPrice ?? true,
    stockMin: present?.stockMin ?? '',
    priceMax: present?.priceMax ?? '',
    priceCurrency: present?.priceCurrency ?? 'USD',
    delivery: present?.delivery ?? ('DAILY' as WatchDelivery),
    byMail: present?.byMail ?? true,
  });
  const change = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const searched = !present && !part;
  const save = async (): Promise<boolean> => {
    const priceMax = decimalOrTyped(form.priceMax) || null;
    const input = {
      name: form.name.trim() || form.query.trim(),
      onOffer: form.onOffer,
      onStock: form.onStock,
      onPrice: form.onPrice,
      stockMin: decimalOrTyped(form.stockMin) || null,
      priceMax,
      priceCurrency: priceMax ? form.priceCurrency : null,
      delivery: form.delivery,
      byMail: form.byMail,
      ...(present
        ? { watchId: present.id, expectedVersion: present.version }
        : part
          ? { partId: part.id }
          : { query: form.query.trim() }),
    };
    if (!(await submit.run(async () => (await ask(SaveWatchDocument, { input })).saveWatch))) return false;
    await queries.invalidateQueries();
    return true;
  };
  const nothing = !(form.onOffer || form.onStock || form.onPrice);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={present ? t('change') : t('create')}
      action={t('save')}
      onSubmit={save}
      {...submit}
      fields={['query']}
      disabled={nothing || (searched ? form.query.trim().length < 3 : form.name.trim() === '')}
    >
      {searched && (
        <TextInput
          label={t('query')}
          description={t('queryHow')}
          required
          maxLength={200}
          data-autofocus
          value={form.query}
          onChange={(event) => change({ query: event.currentTarget.value })}
          error={errorAt(submit.errors, 'query')}
        />
      )}
      <TextInput
        label={t('name')}
        maxLength={120}
        value={form.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Checkbox
        label={t('onOffer')}
        checked={form.onOffer}
        onChange={(event) => change({ onOffer: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('onStock')}
        checked={form.onStock}
        onChange={(event) => change({ onStock: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('onPrice')}
        checked={form.onPrice}
        onChange={(event) => change({ onPrice: event.currentTarget.checked })}
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label={t('stockMin')}
          inputMode="decimal"
          value={form.stockMin}
          disabled={!form.onStock}
          onChange={(event) => change({ stockMin: event.currentTarget.value })}
        />
        <TextInput
          label={t('priceMax')}
          inputMode="decimal"
          value={form.priceMax}
          disabled={!form.onPrice}
          onChange={(event) => change({ priceMax: event.currentTarget.value })}
        />
        <CurrencySelect
          label={t('priceCurrency')}
          allowDeselect={false}
          value={form.priceCurrency}
          onChange={(value) => value && change({ priceCurrency: value })}
        />
      </SimpleGrid>
      <Checkbox label={t('byMail')} checked={form.byMail} onChange={(event) => change({ byMail: event.currentTarget.checked })} />
      <Select
        label={t('delivery')}
        data={[
          { value: 'AT_ONCE', label: t('deliveries.AT_ONCE') },
          { value: 'DAILY', label: t('deliveries.DAILY') },
        ]}
        value={form.delivery}
        allowDeselect={false}
        disabled={!form.byMail}
        onChange={(value) => value && change({ delivery: value as WatchDelivery })}
      />
    </FormDialog>
  );
}
