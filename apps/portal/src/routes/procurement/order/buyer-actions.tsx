import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFinal } from '../states';
import { GoodsButton } from './goods/goods-button';
import { type Order, waitsOf } from './order';
import type { OrderActions } from './order-actions';
import { ReasonDialog } from './reason-dialog';

/** What a buyer may do with the order as a whole. */
export function BuyerActions({ order, actions }: { order: Order; actions: OrderActions }) {
  const { t } = useTranslation('procurement');
  const [ending, setEnding] = useState<'cancel' | 'closeShort' | undefined>(undefined);
  const { proposals, overdue } = waitsOf(order);
  const open = order.lines.filter((line) => line.schedules.some((s) => !isFinal(s.status) && s.status !== 'CANCEL_REQUESTED'));
  const late = order.lines.filter((line) => overdue.some((item) => item.line === line));
  const start = (kind: 'cancel' | 'closeShort'): void => {
    actions.ending.clear();
    setEnding(kind);
  };
  return (
    <>
      {proposals.length > 1 && actions.mayChange && (
        <Button
          size="xs"
          loading={actions.answering.busy}
          onClick={() =>
            void actions.answerProposals(
              proposals.map(({ schedule }) => schedule.id),
              'ACCEPT',
            )
          }
        >
          {t('order.acceptProposals', { count: proposals.length })}
        </Button>
      )}
      {actions.mayChange && <GoodsButton what="receive" order={order} show={actions.show} />}
      {late.length > 0 && actions.mayCancel && (
        <Button size="xs" variant="default" onClick={() => start('closeShort')}>
          {t('end.closeShort.open')}
        </Button>
      )}
      {open.length > 0 && actions.mayCancel && (
        <Button size="xs" variant="default" onClick={() => start('cancel')}>
          {t('end.cancel.open')}
        </Button>
      )}
      {ending && (
        <ReasonDialog
          key={ending}
          kind={ending}
          opened
          onClose={() => setEnding(undefined)}
          lines={ending === 'cancel' ? open : late}
          submit={actions.ending}
          onGo={ending === 'cancel' ? actions.cancel : actions.closeShort}
        />
      )}
    </>
  );
}
