import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { ReceiveOrderDocument, ShipOrderDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';
import { decimalOrTyped } from '../../../../ui/forms/typed-decimal';
import { useCodeNames } from '../../../../ui/shown/code-name';
import type { Order } from '../order';
import { movable } from './movable';

interface Props {
  what: 'ship' | 'receive';
  order: Order;
  show: (order: Order) => void;
  onClose: () => void;
}

const fields = {
  ship: ['despatchNumber', 'shippedOn', 'deliverOn', 'carrier', 'waybill'],
  receive: ['receivedOn', 'note'],
} as const;
const most: Readonly<Record<string, number>> = { despatchNumber: 200, carrier: 100, waybill: 60, note: 500 };
const today = (): string => new Date().toISOString().slice(0, 10);

/** What of an order leaves, or has arrived: each line with what can move; an empty quantity leaves the line where it is. */
export function GoodsForm({ what, order, show, onClose }: Props) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  const submit = useSubmit();
  const lines = movable(order, what);
  const [typed, setTyped] = useState<Record<string, string>>({ shippedOn: today(), receivedOn: today() });
  const [quantities, setQuantities] = useState<Record<string, string>>(
    Object.fromEntries(lines.map(({ line, open }) => [line.number, open])),
  );
  const moved = lines.filter(({ line }) => (quantities[line.number] ?? '').trim() !== '');
  const send = async (): Promise<boolean> => {
    const said = Object.fromEntries(fields[what].map((name) => [name, typed[name]?.trim() || null]));
    const input = {
      ...said,
      orderId: order.id,
      expectedVersion: order.version,
      lines: moved.map(({ line }) => ({ lineNumber: line.number, quantity: decimalOrTyped(quantities[line.number] ?? '') })),
    };
    const done = await submit.run(async () =>
      what === 'ship'
        ? (await ask(ShipOrderDocument, { input: { ...input, despatchNumber: typed['despatchNumber']?.trim() ?? '' } })).shipOrder
        : (await ask(ReceiveOrderDocument, { input })).receiveOrder,
    );
    if (done?.order) show(done.order);
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`goods.${what}Title`)}
      action={t(`goods.${what}`)}
      onSubmit={send}
      {...submit}
      fields={[...fields[what], 'lines']}
      disabled={moved.length === 0 || (what === 'ship' && !typed['despatchNumber']?.trim())}
    >
      {lines.map(({ line, open }) => (
        <TextInput
          key={line.id}
          label={t('goods.quantityOf', { line: line.number, part: line.manufacturerPart ?? line.supplierPart })}
          description={t('goods.open', { quantity: open, unit: names.unit(line.quantity.unit, open) })}
          inputMode="decimal"
          value={quantities[line.number] ?? ''}
          onChange={(event) => setQuantities({ ...quantities, [line.number]: event.currentTarget.value })}
          error={errorAt(
            submit.errors,
            'lines',
            moved.findIndex((one) => one.line === line),
          )}
        />
      ))}
      <Group grow align="flex-start">
        {fields[what].map((name) => (
          <TextInput
            key={name}
            label={t(`goods.${name}`)}
            type={name.endsWith('On') ? 'date' : 'text'}
            required={name === 'despatchNumber'}
            maxLength={most[name]}
            value={typed[name] ?? ''}
            onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
            error={errorAt(submit.errors, name)}
          />
        ))}
      </Group>
    </FormDialog>
  );
}
