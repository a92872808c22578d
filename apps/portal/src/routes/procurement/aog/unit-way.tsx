import { Select, Text, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type AogPageQuery, OrderRepairDocument, PlaceOrderDocument } from '../../../graphql/generated/graphql';
import { useIdempotencyKey } from '../../../graphql/idempotency';
import { useSubmit } from '../../../graphql/submit';
import { formatMoney } from '../../../i18n/format';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { Facts } from '../../../ui/shown/facts';
import type { Way } from './way-columns';

interface Props {
  way: Way;
  asked: { quantity: string; shipTo: string; needAt: string };
  onClose: () => void;
}

/** Orders a way in exchange: the fee now, and the core that will be owed, as it is agreed. */
export function ExchangeForm({ way, asked, onClose }: Props) {
  const { t } = useTranslation('rotables');
  const navigate = useNavigate();
  const submit = useSubmit();
  const key = useIdempotencyKey();
  const { exchangeTerms: terms } = way.offer;
  if (!terms || !way.price) return null;
  const { price } = way;
  const money = (amount: string): string => formatMoney({ amount, currency: terms.currency });
  const order = async (): Promise<boolean> => {
    const { version, coreValue, currency, coreDays } = terms;
    const exchangeSeen = { version, coreValue, currency, coreDays };
    const line = {
      offerId: way.offer.id,
      quantity: asked.quantity,
      priceSeen: price,
      needBy: asked.needAt.slice(0, 10),
      exchangeSeen,
    };
    const wish = { shipToId: asked.shipTo, lines: [line] };
    const done = await submit.run(
      async () => (await ask(PlaceOrderDocument, { input: { ...wish, idempotencyKey: key.of(wish) } })).placeOrder,
    );
    const id = done?.orders?.[0]?.id;
    if (id) await navigate({ to: '/orders/$orderId', params: { orderId: id } });
    return id !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('way.exchangeTitle', { part: way.offer.supplierPart, name: way.offer.supplier.name })}
      action={t('way.exchange')}
      onSubmit={order}
      {...submit}
      fields={[]}
    >
      <Text size="sm">{t('way.exchangeText')}</Text>
      <Facts
        facts={[
          [t('terms.fee'), way.lineAmount ? formatMoney(way.lineAmount) : '–'],
          [t('terms.coreValue'), money(terms.coreValue)],
          [t('terms.deposit'), money(terms.deposit)],
          [t('terms.coreDays'), t(`terms.days.${terms.dayKind}`, { count: terms.coreDays })],
          [t('terms.lateFee'), t('terms.lateFeeEach', { amount: money(terms.lateFee), count: terms.lateDays })],
          [t('terms.billedAt'), t(`billedAt.${terms.billedAt}`)],
        ]}
      />
    </FormDialog>
  );
}

/** Orders the repair of a unit of one's own on the terms of the way. */
export function RepairForm({ way, asked, sites, onClose }: Props & { sites: AogPageQuery['sites'] }) {
  const { t } = useTranslation('rotables');
  const navigate = useNavigate();
  const submit = useSubmit();
  const key = useIdempotencyKey();
  const [form, setForm] = useState({ serial: '', complaint: '', shipTo: asked.shipTo });
  const { repairTerms: terms } = way.offer;
  if (!terms) return null;
  const order = async (): Promise<boolean> => {
    const { version, currency, price } = terms;
    const wish = {
      offerId: way.offer.id,
      serial: form.serial.trim(),
      complaint: form.complaint.trim(),
      shipTo: form.shipTo,
      termsSeen: { version, currency, price: price ?? null },
    };
    const done = await submit.run(
      async () => (await ask(OrderRepairDocument, { input: { ...wish, idempotencyKey: key.of(wish) } })).orderRepair,
    );
    if (!done?.rotable) return false;
    await navigate({ to: '/rotables', search: { side: 'buy', id: done.rotable.id } });
    return true;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('way.repairTitle', { part: way.offer.supplierPart, name: way.offer.supplier.name })}
      action={t('way.repair')}
      onSubmit={order}
      {...submit}
      fields={['serial', 'complaint', 'shipTo']}
      disabled={!form.serial.trim() || !form.complaint.trim()}
    >
      <Facts
        facts={[
          [t('terms.price'), terms.price ? formatMoney({ amount: terms.price, currency: terms.currency }) : t('pricing.QUOTE')],
          [t('terms.evaluationFee'), formatMoney({ amount: terms.evaluationFee, currency: terms.currency })],
          [t('terms.turnDays'), t(`terms.days.${terms.dayKind}`, { count: terms.turnDays })],
        ]}
      />
      <TextInput
        label={t('ask.serial')}
        required
        value={form.serial}
        onChange={(event) => setForm({ ...form, serial: event.currentTarget.value })}
        error={errorAt(submit.errors, 'serial')}
      />
      <Textarea
        label={t('fact.complaint')}
        required
        autosize
        value={form.complaint}
        onChange={(event) => setForm({ ...form, complaint: event.currentTarget.value })}
        error={errorAt(submit.errors, 'complaint')}
      />
      <Select
        label={t('way.backTo')}
        allowDeselect={false}
        data={sites.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
        value={form.shipTo}
        onChange={(shipTo) => shipTo && setForm({ ...form, shipTo })}
        error={errorAt(submit.errors, 'shipTo')}
      />
    </FormDialog>
  );
}
