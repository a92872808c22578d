import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  type PartnershipSide,
  PartnershipsDocument,
  type PartnershipsQuery,
  ProposePartnershipDocument,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { useCodeNames } from '../../../ui/shown/code-name';

const incoterms = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'];

/** Proposes trade: with whom, on which side, on which terms. */
export function ProposeForm({ own, onClose }: { own: PartnershipsQuery['me']['organization']; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const names = useCodeNames();
  const submit = useSubmit();
  const sides = (['BUYER', 'SUPPLIER'] as const).filter((side) => own.roles.includes(side));
  const [form, setForm] = useState({
    side: (sides[0] ?? 'BUYER') as PartnershipSide,
    partnerId: null as string | null,
    account: '',
    payment: '',
    term: null as string | null,
    place: '',
  });
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 250);
  const change = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const role = form.side === 'BUYER' ? ('SUPPLIER' as const) : ('BUYER' as const);
  const { data, isFetching } = useQuery({
    queryKey: ['partners-to-propose', role, text],
    queryFn: ({ signal }) => ask(PartnershipsDocument, { role, text: text.trim() || null }, signal),
    placeholderData: (previous) => previous,
  });
  const save = async (): Promise<boolean> => {
    const input = {
      side: form.side,
      partnerId: form.partnerId ?? '',
      accountNumber: form.account.trim() || null,
      paymentTerms: form.payment.trim() || null,
      deliveryTerms: form.term ? { code: form.term, place: form.place.trim() } : null,
    };
    if (!(await submit.run(async () => (await ask(ProposePartnershipDocument, { input })).proposePartnership))) return false;
    await queries.invalidateQueries();
    return true;
  };
  const known = (data?.organizations.nodes ?? []).filter((one) => one.id !== own.id);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('partnerships.propose')}
      action={t('partnerships.send')}
      onSubmit={save}
      {...submit}
      fields={['partnerId', 'accountNumber', 'paymentTerms', 'deliveryTerms']}
      disabled={!form.partnerId}
    >
      {sides.length > 1 && (
        <Select
          label={t('partnerships.side')}
          allowDeselect={false}
          data={sides.map((side) => ({ value: side, label: t(side === 'BUYER' ? 'partnerships.weBuy' : 'partnerships.weSell') }))}
          value={form.side}
          onChange={(side) => side && change({ side: side as PartnershipSide, partnerId: null })}
        />
      )}
      <Select
        label={t('partnerships.with')}
        description={t('partnerships.withHow')}
        required
        searchable
        data-autofocus
        filter={({ options }) => options}
        nothingFoundMessage={isFetching ? undefined : t('partnerships.nobody')}
        data={known.map((one) => ({
          value: one.id,
          label: t('partnerships.named', { name: one.name, country: names.country(one.country) }),
        }))}
        value={form.partnerId}
        onChange={(partnerId) => change({ partnerId })}
        onSearchChange={setTyped}
        error={errorAt(submit.errors, 'partnerId')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput
          label={t('partnerships.account')}
          description={t('partnerships.accountHow')}
          value={form.account}
          onChange={(event) => change({ account: event.currentTarget.value })}
          error={errorAt(submit.errors, 'accountNumber')}
        />
        <TextInput
          label={t('partnerships.payment')}
          description={t('partnerships.paymentHow')}
          value={form.payment}
          onChange={(event) => change({ payment: event.currentTarget.value })}
          error={errorAt(submit.errors, 'paymentTerms')}
        />
        <Select
          label={t('partnerships.delivery')}
          clearable
          data={incoterms}
          value={form.term}
          onChange={(term) => change({ term })}
          error={errorAt(submit.errors, 'deliveryTerms')}
        />
        {form.term && (
          <TextInput
            label={t('partnerships.place')}
            required
            value={form.place}
            onChange={(event) => change({ place: event.currentTarget.value })}
          />
        )}
      </SimpleGrid>
    </FormDialog>
  );
}
