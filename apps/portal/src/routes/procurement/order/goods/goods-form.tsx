import { Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { LotsToShipDocument, ReceiveOrderDocument, ShipOrderDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';
import { decimalOrTyped } from '../../../../ui/forms/typed-decimal';
import { useCodeNames } from '../../../../ui/shown/code-name';
import type { Order } from '../order';
import { LineLots } from './line-lots';
import { movable } from './movable';
import { type Chosen, choicesOf, leavingOf } from './ship-lots';

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
  const [chosen, setChosen] = useState<Record<string, Chosen>>({});
  const { data: shelf } = useQuery({
    queryKey: ['lots-to-ship', order.id, order.version],
    queryFn: ({ signal }) => ask(LotsToShipDocument, { orderId: order.id }, signal),
    enabled: what === 'ship',
  });
  const choices = (number: string) => choicesOf(shelf?.lotsToShip.find(({ lineNumber }) => lineNumber === number)?.lots ?? []);
  const moved = lines.filter(({ line }) => (quantities[line.number] ?? '').trim() !== '');
  const send = async (): Promise<boolean> => {
    const said = Object.fromEntries(fields[what].map((name) => [name, typed[name]?.trim() || null]));
    const input = {
      ...said,
      orderId: order.id,
      expectedVersion: order.version,
    };
    const went = moved.map(({ line }) => ({ lineNumber: line.number, quantity: decimalOrTyped(quantities[line.number] ?? '') }));
    const named = went.map((line) => {
      const lots = leavingOf(choices(line.lineNumber), chosen[line.lineNumber] ?? {});
      return lots.length > 0 ? { ...line, lots } : line;
    });
    const done = await submit.run(async () =>
      what === 'ship'
        ? (
            await ask(ShipOrderDocument, {
              input: { ...input, lines: named, despatchNumber: typed['despatchNumber']?.trim() ?? '' },
            })
          ).shipOrder
        : (await ask(ReceiveOrderDocument, { input: { ...input, lines: went } })).receiveOrder,
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
      {lines.map(({ line, open }) => {
        const place = moved.findIndex((one) => one.line === line);
        const lots = choices(line.number);
        return (
          <Fragment key={line.id}>
            <TextInput
              label={t('goods.quantityOf', { line: line.number, part: line.manufacturerPart ?? line.supplierPart })}
              description={t('goods.open', { quantity: open, unit: names.unit(line.quantity.unit, open) })}
              inputMode="decimal"
              value={quantities[line.number] ?? ''}
              onChange={(event) => setQuantities({ ...quantities, [line.number]: event.currentTarget.value })}
              error={errorAt(
                lots.length > 0 ? submit.errors.filter(({ path }) => path[2] !== 'lots') : submit.errors,
                'lines',
                place,
              )}
            />
            {lots.length > 0 && place >= 0 && (
              <LineLots
                line={line}
                choices={lots}
                chosen={chosen[line.number] ?? {}}
                error={errorAt(submit.errors, 'lines', place, 'lots')}
                onChange={(one) => setChosen({ ...chosen, [line.number]: one })}
              />
            )}
          </Fragment>
        );
      })}
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
