import { MultiSelect, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { SaveLotsDocument, type Trace } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { decimalOrTyped } from '../../../ui/forms/typed-decimal';
import { useLotCodes } from '../lot-codes';
import type { OwnLot } from './lot';

export const traces: readonly Trace[] = ['YES', 'NAV', 'NAP'];
const names = ['supplierPart', 'location', 'lotNumber', 'serialNumber'] as const;
const most = { supplierPart: 70, location: 40, lotNumber: 60, serialNumber: 60 } as const;

const typedOf = (lot: OwnLot | undefined) => ({
  supplierPart: lot?.supplierPart ?? '',
  location: lot?.location ?? '',
  lotNumber: lot?.lotNumber ?? '',
  serialNumber: lot?.serialNumber ?? '',
  condition: lot?.condition ?? 'NE',
  certificates: lot?.certificates ?? [],
  trace: lot?.trace ?? ('NAV' as Trace),
  shelfLifeOn: lot?.shelfLifeOn ?? '',
  quantity: lot?.quantity ?? '1',
});

/** States one lot; of one that is there, what names it stays. */
export function LotForm({ lot, onClose }: { lot: OwnLot | undefined; onClose: () => void }) {
  const { t } = useTranslation('lots');
  const codes = useLotCodes();
  const queries = useQueryClient();
  const submit = useSubmit();
  const [typed, setTyped] = useState(typedOf(lot));
  const at = (field: string) => errorAt(submit.errors, 'lots', 0, field);
  const save = async (): Promise<boolean> => {
    const { supplierPart, lotNumber, serialNumber, shelfLifeOn, quantity, location, ...rest } = typed;
    const line = {
      ...rest,
      ...(lot ? { offerId: lot.offerId } : { supplierPart: supplierPart.trim() }),
      location: location.trim(),
      lotNumber: lotNumber.trim() || null,
      serialNumber: serialNumber.trim() || null,
      shelfLifeOn: shelfLifeOn || null,
      quantity: decimalOrTyped(quantity),
    };
    const done = await submit.run(async () => (await ask(SaveLotsDocument, { input: { lots: [line] } })).saveLots);
    if (done) await queries.invalidateQueries({ queryKey: ['own-lots'] });
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={lot ? t('form.changeTitle') : t('form.title')}
      action={t('form.save')}
      onSubmit={save}
      busy={submit.busy}
      failure={submit.failure}
      errors={submit.errors.filter(({ path }) => path.length < 3)}
      fields={[]}
      disabled={!typed.supplierPart.trim() || !typed.location.trim() || !(typed.lotNumber.trim() || typed.serialNumber.trim())}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {names.map((name) => (
          <TextInput
            key={name}
            label={t(`form.${name}`)}
            required={name === 'supplierPart' || name === 'location'}
            disabled={lot !== undefined}
            maxLength={most[name]}
            value={typed[name]}
            onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
            error={name === 'supplierPart' ? at('offerId') : at(name)}
          />
        ))}
        <Select
          label={t('form.condition')}
          allowDeselect={false}
          data={codes.conditions}
          value={typed.condition}
          onChange={(condition) => condition && setTyped({ ...typed, condition })}
          error={at('condition')}
        />
        <Select
          label={t('form.trace')}
          allowDeselect={false}
          data={traces.map((value) => ({ value, label: t(`trace.${value}`) }))}
          value={typed.trace}
          onChange={(trace) => trace && setTyped({ ...typed, trace: trace as Trace })}
        />
        <TextInput
          type="date"
          label={t('form.shelfLifeOn')}
          value={typed.shelfLifeOn}
          onChange={(event) => setTyped({ ...typed, shelfLifeOn: event.currentTarget.value })}
        />
        <TextInput
          label={t('form.quantity')}
          description={t('form.quantityHow')}
          inputMode="decimal"
          required
          value={typed.quantity}
          onChange={(event) => setTyped({ ...typed, quantity: event.currentTarget.value })}
          error={at('quantity')}
        />
      </SimpleGrid>
      <MultiSelect
        label={t('form.certificates')}
        data={codes.certificates}
        value={typed.certificates}
        onChange={(certificates) => setTyped({ ...typed, certificates })}
        hidePickedOptions
        searchable
      />
    </FormDialog>
  );
}
