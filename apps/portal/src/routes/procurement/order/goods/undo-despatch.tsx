import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { UndoDespatchDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt } from '../../../../ui/forms/form-errors';
import type { Order } from '../order';
import { despatchesOnTheirWay } from './movable';

/** Takes back what was said to have left by mistake; absent when nothing is on its way. */
export function UndoDespatch({ order, show }: { order: Order; show: (order: Order) => void }) {
  const { t } = useTranslation('procurement');
  const [open, setOpen] = useState(false);
  const numbers = despatchesOnTheirWay(order);
  if (numbers.length === 0 && !open) return null;
  return (
    <>
      <Button size="xs" variant="subtle" onClick={() => setOpen(true)}>
        {t('goods.undoOpen')}
      </Button>
      {open && <UndoForm order={order} numbers={numbers} show={show} onClose={() => setOpen(false)} />}
    </>
  );
}

interface Props {
  order: Order;
  numbers: readonly string[];
  show: (order: Order) => void;
  onClose: () => void;
}

function UndoForm({ order, numbers, show, onClose }: Props) {
  const { t } = useTranslation('procurement');
  const submit = useSubmit();
  const [chosen, setChosen] = useState(numbers[0] ?? '');
  const [reason, setReason] = useState('');
  const send = async (): Promise<boolean> => {
    const input = { orderId: order.id, expectedVersion: order.version, despatchNumber: chosen, reason: reason.trim() };
    const done = await submit.run(async () => (await ask(UndoDespatchDocument, { input })).undoDespatch);
    if (done?.order) show(done.order);
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('goods.undoTitle')}
      action={t('goods.undo')}
      onSubmit={send}
      {...submit}
      fields={['despatchNumber', 'reason']}
      disabled={!chosen || !reason.trim()}
    >
      <NativeSelect
        label={t('goods.despatchNumber')}
        description={t('goods.undoHow')}
        data={[...numbers]}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        error={errorAt(submit.errors, 'despatchNumber')}
      />
      <Textarea
        label={t('end.reason')}
        description={t('end.reasonHow')}
        required
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={errorAt(submit.errors, 'reason')}
      />
    </FormDialog>
  );
}
