import { Button, Group, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type CorrectionReason, CorrectStockDocument } from '../../../graphql/generated/graphql';
import { useIdempotencyKey } from '../../../graphql/idempotency';
import { useSubmit } from '../../../graphql/submit';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Failure } from '../../../ui/states';
import type { StockRow } from './stock-row';

const reasons: readonly CorrectionReason[] = ['COUNT', 'RECEIPT', 'RETURN', 'DAMAGE', 'LOSS', 'SCRAP', 'OTHER'];

/** Corrects the quantity of one place, with the reason that its ledger keeps. */
export function CorrectionForm({ row }: { row: StockRow }) {
  const { t } = useTranslation('stock');
  const queries = useQueryClient();
  const submit = useSubmit();
  const key = useIdempotencyKey();
  const [form, setForm] = useState({ quantity: '', reason: 'COUNT' as CorrectionReason, note: '', times: 0 });
  const change = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const typed = form.quantity.trim().replace(',', '.');
  const readable = /^\d+(\.\d+)?$/.test(typed);
  const noted = form.reason !== 'OTHER' || form.note.trim() !== '';

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { offerId, location } = row;
    const lines = [{ offerId, location, quantity: typed, reason: form.reason, note: form.note.trim() || null }];
    const idempotencyKey = key.of({ lines, times: form.times });
    if (!(await submit.run(async () => (await ask(CorrectStockDocument, { input: { lines, idempotencyKey } })).correctStock)))
      return;
    setForm({ quantity: '', reason: 'COUNT', note: '', times: form.times + 1 });
    await queries.invalidateQueries();
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate aria-label={t('correct.title')}>
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('correct.quantity')}
          inputMode="decimal"
          w={120}
          value={form.quantity}
          onChange={(event) => change({ quantity: event.currentTarget.value })}
        />
        <Select
          label={t('correct.reason')}
          w={180}
          allowDeselect={false}
          data={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          value={form.reason}
          onChange={(value) => change({ reason: (value ?? 'COUNT') as CorrectionReason })}
        />
        <TextInput
          label={t('correct.note')}
          maxLength={500}
          style={{ flex: 1, minWidth: 140 }}
          required={form.reason === 'OTHER'}
          value={form.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        <Button type="submit" loading={submit.busy} disabled={!readable || !noted}>
          {t('correct.action')}
        </Button>
      </Group>
    </form>
  );
}
