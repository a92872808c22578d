import { useTranslation } from 'react-i18next';
import type { OrderStatus, ScheduleStatus } from '../../graphql/generated/graphql';
import { Status, type Tone } from '../../ui/shown/status';

export const orderStatuses: readonly OrderStatus[] = [
  'SENT',
  'RECEIVED',
  'CHANGE_PROPOSED',
  'PART_CONFIRMED',
  'CONFIRMED',
  'PART_CANCELLED',
  'PART_SHIPPED',
  'SHIPPED',
  'DELIVERED',
  'COMPLETE',
  'REJECTED',
  'CANCELLED',
];
const orderTones: Record<OrderStatus, Tone> = {
  SENT: 'waiting',
  RECEIVED: 'waiting',
  PART_CONFIRMED: 'info',
  CONFIRMED: 'good',
  CHANGE_PROPOSED: 'attention',
  REJECTED: 'bad',
  PART_CANCELLED: 'info',
  CANCELLED: 'quiet',
  COMPLETE: 'good',
  PART_SHIPPED: 'info',
  SHIPPED: 'info',
  DELIVERED: 'good',
};
const scheduleTones: Record<ScheduleStatus, Tone> = {
  REQUESTED: 'waiting',
  CONFIRMED: 'good',
  BACKORDERED: 'attention',
  CHANGE_PROPOSED: 'attention',
  SUBSTITUTE_PROPOSED: 'attention',
  CHANGE_REQUESTED: 'attention',
  CANCEL_REQUESTED: 'attention',
  REJECTED: 'bad',
  CANCELLED: 'quiet',
  CLOSED_SHORT: 'quiet',
  SHIPPED: 'info',
  DELIVERED: 'good',
};

export function OrderState({ status }: { status: OrderStatus }) {
  const { t } = useTranslation('procurement');
  return <Status tone={orderTones[status]}>{t(`orderStatus.${status}`)}</Status>;
}

export function ScheduleState({ status }: { status: ScheduleStatus }) {
  const { t } = useTranslation('procurement');
  return <Status tone={scheduleTones[status]}>{t(`scheduleStatus.${status}`)}</Status>;
}

/** Nothing comes of such a quantity. */
export const hasEnded = (status: ScheduleStatus): boolean => ['REJECTED', 'CANCELLED', 'CLOSED_SHORT'].includes(status);

/** The supplier owes nothing of such a quantity any more: it has ended, or it has left. */
export const isFinal = (status: ScheduleStatus): boolean => hasEnded(status) || status === 'SHIPPED' || status === 'DELIVERED';
