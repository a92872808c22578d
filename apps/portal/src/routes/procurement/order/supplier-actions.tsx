import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFinal } from '../states';
import { ConfirmForm } from './confirm-form';
import { GoodsButton } from './goods/goods-button';
import { UndoDespatch } from './goods/undo-despatch';
import { type Order, waitsOf } from './order';
import type { OrderActions } from './order-actions';
import { ReasonDialog } from './reason-dialog';

/** What a supplier may do with the order as a whole. */
export function SupplierActions({ order, actions }: { order: Order; actions: OrderActions }) {
  const { t } = useTranslation('procurement');
  const [open, setOpen] = useState<'confirm' | 'reject' | undefined>(undefined);
  const { unanswered, requests } = waitsOf(order);
  const alive = order.lines.some((line) => line.schedules.some((schedule) => !isFinal(schedule.status)));
  if (!actions.mayConfirm) return null;
  if (!alive) return <UndoDespatch order={order} show={actions.show} />;
  const start = (what: 'confirm' | 'reject'): void => {
    actions.ending.clear();
    actions.confirming.clear();
    setOpen(what);
  };
  return (
    <>
      {(unanswered.length > 0 || requests.length > 0) && (
        <Button size="xs" loading={actions.confirming.busy} onClick={() => void actions.confirm({ header: 'ACCEPTED' })}>
          {t('confirm.acceptAll')}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => start('confirm')}>
        {t('confirm.open')}
      </Button>
      <Button size="xs" variant="default" onClick={() => start('reject')}>
        {t('end.reject.open')}
      </Button>
      <GoodsButton what="ship" order={order} show={actions.show} />
      <UndoDespatch order={order} show={actions.show} />
      {open === 'confirm' && <ConfirmForm order={order} actions={actions} onClose={() => setOpen(undefined)} />}
      {open === 'reject' && (
        <ReasonDialog
          kind="reject"
          opened
          onClose={() => setOpen(undefined)}
          lines={[]}
          submit={actions.ending}
          onGo={actions.reject}
        />
      )}
    </>
  );
}
