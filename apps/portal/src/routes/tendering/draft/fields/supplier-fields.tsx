import { Checkbox, MultiSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { SuppliersToInviteDocument, type TenderChoicesQuery, type TenderProcedure } from '../../../../graphql/generated/graphql';
import { errorAt } from '../../../../ui/forms/form-errors';
import { Section } from '../../../../ui/section';
import type { Draft, Supplier } from '../use-draft';

const procedures: readonly TenderProcedure[] = ['SELECTIVE', 'OPEN', 'SINGLE_SOURCE'];

/** Who may bid: invited suppliers, partners or not, everybody, or one for a reason. */
export function SupplierFields({
  draft,
  choices,
  invited,
}: {
  draft: Draft;
  choices: TenderChoicesQuery;
  invited: readonly Supplier[];
}) {
  const { t } = useTranslation('tendering');
  const { typed, set, chosen, setChosen, errors } = draft;
  const own = choices.me.organization.id;
  const partners = choices.partnerships.filter(({ status, buyer }) => status === 'ACTIVE' && buyer.id === own);
  return (
    <Section title={t('who.title')}>
      <Radio.Group
        label={t('who.procedure')}
        value={typed.procedure}
        onChange={(procedure) => set({ procedure: procedure as TenderProcedure })}
      >
        <Stack gap="xs" mt="xs">
          {procedures.map((value) => (
            <Radio key={value} value={value} label={t(`procedure.${value}`)} description={t(`procedureMeans.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {typed.procedure === 'OPEN' && (
        <Checkbox
          label={t('who.public')}
          description={t('who.publicHow')}
          checked={typed.isPublic}
          onChange={(event) => set({ isPublic: event.currentTarget.checked })}
        />
      )}
      {typed.procedure === 'SINGLE_SOURCE' && (
        <Textarea
          label={t('who.singleReason')}
          required
          maxLength={2000}
          autosize
          value={typed.singleReason}
          onChange={(event) => set({ singleReason: event.currentTarget.value })}
          error={errorAt(errors, 'singleReason')}
        />
      )}
      {typed.procedure !== 'OPEN' && (
        <>
          {invited.length > 0 && (
            <Text size="sm">{t('who.invitedAlready', { names: invited.map(({ name }) => name).join(', ') })}</Text>
          )}
          <SuppliersSelect
            label={t('who.suppliers')}
            description={t('who.suppliersHow')}
            partners={partners.map(({ supplier }) => supplier)}
            without={[own, ...invited.map(({ id }) => id)]}
            chosen={chosen}
            onChange={setChosen}
            error={errorAt(errors, 'suppliers')}
          />
        </>
      )}
    </Section>
  );
}

interface SelectProps {
  label: string;
  description?: string;
  /** Offered before anything is typed. */
  partners: readonly Supplier[];
  without: readonly string[];
  chosen: readonly Supplier[];
  onChange: (suppliers: readonly Supplier[]) => void;
  error?: string | undefined;
}

/** Suppliers of the hub by name, partners first. */
export function SuppliersSelect({ label, description, partners, without, chosen, onChange, error }: SelectProps) {
  const { t } = useTranslation('tendering');
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 250);
  const { data } = useQuery({
    queryKey: ['suppliers-to-invite', text],
    queryFn: ({ signal }) => ask(SuppliersToInviteDocument, { text: text || null }, signal),
    placeholderData: keepPreviousData,
  });
  const known = new Map<string, string>();
  for (const { id, name } of [...chosen, ...partners, ...(data?.organizations.nodes ?? [])])
    if (!without.includes(id) && !known.has(id)) known.set(id, name);
  const isPartner = (id: string): boolean => partners.some((partner) => partner.id === id);
  return (
    <MultiSelect
      label={label}
      description={description}
      searchable
      hidePickedOptions
      data={[...known].map(([value, name]) => ({ value, label: name }))}
      renderOption={({ option }) => (
        <span>
          {option.label}
          {isPartner(option.value) && (
            <Text span size="xs" className="quiet">
              {' · '}
              {t('who.partner')}
            </Text>
          )}
        </span>
      )}
      nothingFoundMessage={t('who.nobody')}
      searchValue={typed}
      onSearchChange={setTyped}
      value={chosen.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.map((id) => ({ id, name: known.get(id) ?? id })))}
      error={error}
    />
  );
}
