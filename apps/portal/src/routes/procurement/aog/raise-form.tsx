import { Checkbox, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type AogPageQuery, RaiseUrgentDocument } from '../../../graphql/generated/graphql';
import { useIdempotencyKey } from '../../../graphql/idempotency';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import type { Way } from './way-columns';

interface Props {
  way: Way;
  asked: { quantity: string; shipTo: string; needAt: string };
  priorities: AogPageQuery['priorities'];
  onClose: () => void;
}

/** The intake: what a desk asks before it runs. */
export function RaiseForm({ way, asked, priorities, onClose }: Props) {
  const { t } = useTranslation('promise');
  const navigate = useNavigate();
  const submit = useSubmit();
  const key = useIdempotencyKey();
  const [form, setForm] = useState({ priority: 'AOG', tail: '', groundedAt: '', contact: '', minimumQuantity: '', note: '' });
  const [checks, setChecks] = useState({ hold: true, poToFollow: false });
  const raise = async (): Promise<boolean> => {
    const wish = {
      ...asked,
      ...checks,
      offerId: way.offer.id,
      priority: form.priority,
      contact: form.contact.trim(),
      tail: form.tail.trim() || null,
      groundedAt: form.groundedAt.trim() || null,
      minimumQuantity: form.minimumQuantity.trim() || null,
      note: form.note.trim() || null,
    };
    const input = { ...wish, idempotencyKey: key.of(wish) };
    const done = await submit.run(async () => (await ask(RaiseUrgentDocument, { input })).raiseUrgent);
    if (!done?.request) return false;
    notifications.show({ message: t('aog.raised', { number: done.request.number }) });
    await navigate({ to: '/urgent', search: { side: 'buy', id: done.request.id } });
    return true;
  };
  const text = (field: 'tail' | 'groundedAt' | 'contact' | 'minimumQuantity', required = false) => (
    <TextInput
      label={t(`intake.${field}`)}
      required={required}
      value={form[field]}
      onChange={(event) => setForm({ ...form, [field]: event.currentTarget.value })}
      error={errorAt(submit.errors, field)}
    />
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('aog.raiseTitle', { part: way.offer.supplierPart, name: way.offer.supplier.name })}
      action={t('aog.raise')}
      onSubmit={raise}
      {...submit}
      fields={['tail', 'groundedAt', 'contact', 'minimumQuantity', 'priority', 'poToFollow']}
      disabled={!form.contact.trim()}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Select
          label={t('intake.priority')}
          allowDeselect={false}
          data={priorities
            .filter((one) => one.shipMinutes != null)
            .map(({ code }) => ({ value: code, label: t(`priority.${code}`, code) }))}
          value={form.priority}
          onChange={(priority) => priority && setForm({ ...form, priority })}
          error={errorAt(submit.errors, 'priority')}
        />
        {text('contact', true)}
        {text('tail', form.priority === 'AOG')}
        {text('groundedAt', form.priority === 'AOG')}
        {text('minimumQuantity')}
      </SimpleGrid>
      <Textarea
        label={t('intake.note')}
        value={form.note}
        onChange={(event) => setForm({ ...form, note: event.currentTarget.value })}
      />
      <Checkbox
        label={t('intake.hold')}
        checked={checks.hold}
        onChange={(event) => setChecks({ ...checks, hold: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('intake.poToFollow')}
        checked={checks.poToFollow}
        onChange={(event) => setChecks({ ...checks, poToFollow: event.currentTarget.checked })}
        error={errorAt(submit.errors, 'poToFollow')}
      />
    </FormDialog>
  );
}
