import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../order';
import { GoodsForm } from './goods-form';
import { movable } from './movable';

/** Says what has left, or what has arrived; absent when nothing can. */
export function GoodsButton({ what, order, show }: { what: 'ship' | 'receive'; order: Order; show: (order: Order) => void }) {
  const { t } = useTranslation('procurement');
  const [open, setOpen] = useState(false);
  const may = movable(order, what).length > 0;
  if (!may && !open) return null;
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {t(`goods.${what}Open`)}
      </Button>
      {open && <GoodsForm what={what} order={order} show={show} onClose={() => setOpen(false)} />}
    </>
  );
}
