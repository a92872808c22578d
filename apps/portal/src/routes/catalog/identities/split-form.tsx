import { Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { SplitPartDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { MakerSelect } from '../manufacturers/maker-select';
import { ReasonField } from '../reason-field';
import { type FoundPart, PartSelect } from './part-select';

/** What one supplier offers as a part, and what it is in truth. */
export function SplitForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  const submit = useSubmit();
  const [part, setPart] = useState<FoundPart | undefined>(undefined);
  const [supplierId, setSupplierId] = useState<string | null>(null);
  const [manufacturerId, setManufacturerId] = useState<string | null>(null);
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const suppliers = new Map((part?.offers ?? []).map(({ supplier }) => [supplier.id, supplier.name]));
  const ready = part && supplierId && manufacturerId && number.trim() && name.trim() && reason.trim().length >= 3;
  const split = async (): Promise<boolean> => {
    if (!part || !supplierId || !manufacturerId) return false;
    const input = { partId: part.id, supplierId, manufacturerId, number, name, reason: reason.trim() };
    if (!(await submit.run(async () => (await ask(SplitPartDocument, { input })).splitPart))) return false;
    await queries.invalidateQueries();
    return true;
  };
  const choose = (found: FoundPart | undefined): void => {
    setPart(found);
    setSupplierId(null);
    setManufacturerId(found?.manufacturer.id ?? null);
    setName(found?.name ?? '');
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('identity.split')}
      action={t('identity.split')}
      onSubmit={split}
      {...submit}
      fields={['number', 'reason']}
      disabled={!ready}
    >
      <PartSelect label={t('identity.from')} part={part} onPart={choose} autoFocus />
      <Select
        label={t('identity.supplier')}
        required
        disabled={!part}
        data={[...suppliers].map(([value, label]) => ({ value, label }))}
        value={supplierId}
        onChange={setSupplierId}
      />
      <MakerSelect
        label={t('identity.trueMaker')}
        known={part ? { id: part.manufacturer.id, name: part.manufacturer.name } : null}
        value={manufacturerId}
        onChange={setManufacturerId}
      />
      <TextInput
        label={t('identity.trueNumber')}
        required
        maxLength={70}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        error={errorAt(submit.errors, 'number')}
      />
      <TextInput
        label={t('identity.trueName')}
        required
        maxLength={400}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ReasonField value={reason} onChange={setReason} error={errorAt(submit.errors, 'reason')} />
    </FormDialog>
  );
}
