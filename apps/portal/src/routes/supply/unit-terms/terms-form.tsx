import { Button, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import {
  RemoveUnitTermsDocument,
  SaveExchangeTermsDocument,
  type SaveExchangeTermsInput,
  SaveRepairTermsDocument,
  type SaveRepairTermsInput,
  type UnitOfferFragment,
} from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { emptyTerms, type TermsField, type TypedTerms, termsFields } from './typed-terms';

export type TermsKind = 'exchange' | 'repair';

/** The terms of one offer: of an offer that has some, or of one named by its number. */
export function TermsForm({ kind, offer, onClose }: { kind: TermsKind; offer?: UnitOfferFragment; onClose: () => void }) {
  const { t } = useTranslation('rotables');
  const queries = useQueryClient();
  const submit = useSubmit();
  const present = kind === 'exchange' ? offer?.exchangeTerms : offer?.repairTerms;
  const [typed, setTyped] = useState<TypedTerms>({ ...emptyTerms, ...textsOf(present), supplierPart: offer?.supplierPart ?? '' });
  const fields = termsFields[kind];
  const done = async (answer: object | undefined): Promise<boolean> => {
    await queries.invalidateQueries({ queryKey: ['unit-offers'] });
    return answer !== undefined;
  };
  const save = async (): Promise<boolean> => {
    const named = offer ? { offerId: offer.id } : { supplierPart: typed.supplierPart.trim() };
    const input = { ...named, expectedVersion: present?.version ?? null, ...inputOf(kind, typed) };
    return done(
      await submit.run(async () =>
        kind === 'exchange'
          ? (await ask(SaveExchangeTermsDocument, { input: input as SaveExchangeTermsInput })).saveExchangeTerms
          : (await ask(SaveRepairTermsDocument, { input: input as SaveRepairTermsInput })).saveRepairTerms,
      ),
    );
  };
  const remove = async (): Promise<void> => {
    if (!offer) return;
    const input = { offerId: offer.id, exchange: kind === 'exchange', repair: kind === 'repair' };
    if (await done(await submit.run(async () => (await ask(RemoveUnitTermsDocument, { input })).removeUnitTerms))) onClose();
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`terms.${kind}Title`)}
      action={t('terms.save')}
      onSubmit={save}
      {...submit}
      fields={['supplierPart', ...fields.map(({ name }) => name)]}
      disabled={fields.some(({ name, required }) => required && !typed[name].trim()) || !typed.supplierPart.trim()}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput
          label={t('terms.part')}
          required
          disabled={offer !== undefined}
          value={typed.supplierPart}
          onChange={(event) => setTyped({ ...typed, supplierPart: event.currentTarget.value })}
          error={errorAt(submit.errors, 'supplierPart')}
        />
        {fields.map((field) => (
          <TermField
            key={field.name}
            field={field}
            value={typed[field.name]}
            error={errorAt(submit.errors, field.name)}
            onChange={(value) => setTyped({ ...typed, [field.name]: value })}
          />
        ))}
      </SimpleGrid>
      {present && (
        <Button variant="subtle" color="red" style={{ alignSelf: 'flex-start' }} onClick={() => void remove()}>
          {t('terms.remove')}
        </Button>
      )}
    </FormDialog>
  );
}

interface TermFieldProps {
  field: TermsField;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function TermField({ field: { name, required, choices }, value, error, onChange }: TermFieldProps) {
  const { t } = useTranslation('rotables');
  if (choices)
    return (
      <Select
        label={t(`terms.${name}`)}
        allowDeselect={false}
        data={choices.map((one) => ({ value: one, label: t(`${name}.${one}`) }))}
        value={value}
        onChange={(one) => one && onChange(one)}
        error={error}
      />
    );
  return (
    <TextInput
      label={t(`terms.${name}`)}
      required={required}
      {...(name === 'currency' ? {} : { inputMode: 'decimal' as const })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}

/** What is known as the texts of fields. */
const textsOf = (terms: object | null | undefined): Partial<TypedTerms> =>
  Object.fromEntries(
    Object.entries(terms ?? {})
      .filter(([name, value]) => name in emptyTerms && value !== null)
      .map(([name, value]) => [name, String(value)]),
  );

/** What was typed as the hub wants it: days are numbers, and nothing is null. */
function inputOf(kind: TermsKind, typed: TypedTerms): object {
  return Object.fromEntries(
    termsFields[kind].map(({ name, whole }) => {
      const text = typed[name].trim();
      return [name, text === '' ? null : whole ? Number(text) : text];
    }),
  );
}
