import { Alert, Group, SimpleGrid, Switch, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type PartnershipFactsFragment, SetTolerancesDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { CurrencySelect } from '../../../ui/forms/code-select';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { decimalOrTyped } from '../../../ui/forms/typed-decimal';

const decimal = (text: string): string | null => decimalOrTyped(text) || null;
const days = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : null);

/** What the buyer lets pass without asking; the supplier never sees it. */
export function TolerancesForm({ row, onClose }: { row: PartnershipFactsFragment; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const submit = useSubmit();
  const now = row.tolerances;
  const [form, setForm] = useState({
    pricePercent: now?.pricePercent ?? '',
    priceAbsolute: now?.priceAbsolute ?? '',
    currency: now?.currency ?? null,
    quantityPercent: now?.quantityPercent ?? '',
    daysEarly: now?.daysEarly?.toString() ?? '',
    daysLate: now?.daysLate?.toString() ?? '',
    packRounding: now?.packRounding ?? false,
  });
  const change = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const save = async (): Promise<boolean> => {
    const input = {
      supplierId: row.supplier.id,
      expectedVersion: now?.version ?? 0,
      pricePercent: decimal(form.pricePercent),
      priceAbsolute: decimal(form.priceAbsolute),
      currency: decimal(form.priceAbsolute) ? form.currency : null,
      quantityPercent: decimal(form.quantityPercent),
      daysEarly: days(form.daysEarly),
      daysLate: days(form.daysLate),
      packRounding: form.packRounding,
    };
    if (!(await submit.run(async () => (await ask(SetTolerancesDocument, { input })).setTolerances))) return false;
    await queries.invalidateQueries();
    return true;
  };
  const field = (name: 'pricePercent' | 'priceAbsolute' | 'quantityPercent' | 'daysEarly' | 'daysLate') => (
    <TextInput
      label={t(`tolerances.${name}`)}
      description={t(`tolerances.${name}How`)}
      inputMode="decimal"
      value={form[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      error={errorAt(submit.errors, name)}
    />
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('tolerances.of', { partner: row.supplier.name })}
      action={t('save')}
      onSubmit={save}
      {...submit}
      fields={['pricePercent', 'priceAbsolute', 'currency', 'quantityPercent', 'daysEarly', 'daysLate']}
    >
      <Alert icon={<IconLock size={16} aria-hidden />} color="gray">
        {t('tolerances.private', { partner: row.supplier.name })}
      </Alert>
      {field('pricePercent')}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {field('priceAbsolute')}
        <CurrencySelect
          label={t('organization.currency')}
          description={t('tolerances.currencyHow')}
          clearable
          value={form.currency}
          onChange={(currency) => change({ currency })}
          error={errorAt(submit.errors, 'currency')}
        />
      </SimpleGrid>
      {field('quantityPercent')}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {field('daysEarly')}
        {field('daysLate')}
      </SimpleGrid>
      <Group>
        <Switch
          label={t('tolerances.packRounding')}
          description={t('tolerances.packRoundingHow')}
          checked={form.packRounding}
          onChange={(event) => change({ packRounding: event.currentTarget.checked })}
        />
      </Group>
    </FormDialog>
  );
}
