import { Alert, Button, Grid, Group, Paper, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Page } from '../../../ui/page';
import { CodeText } from '../../../ui/shown/code-text';
import { Status } from '../../../ui/shown/status';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { OrderCores } from '../rotables/order-cores';
import { OrderState } from '../states';
import { BuyerActions } from './buyer-actions';
import { OrderDocuments } from './documents';
import { OrderHead } from './head';
import { OrderLines } from './lines';
import { useOrder, waitsOf } from './order';
import { useOrderActions } from './order-actions';
import { PapersPanel } from './papers/papers-panel';
import { SupplierActions } from './supplier-actions';
import { OrderTimeline } from './timeline';

/** One order, as both parties see it. */
export default function OrderPage() {
  const { t } = useTranslation('procurement');
  const { orderId } = useParams({ from: '/signed-in/orders/$orderId' });
  const { order, messages, withMessages, live, show, error, isPending, refetch } = useOrder(orderId);
  const actions = useOrderActions(order, show);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  if (!order)
    return (
      <Empty
        title={t('order.unknownTitle')}
        text={t('order.unknownText')}
        action={
          <Button component={Link} to="/orders">
            {t('order.all')}
          </Button>
        }
      />
    );
  const buying = order.side === 'BUYER';
  return (
    <Page
      title={order.number}
      heading={<CodeText value={order.number} size="xl" />}
      below={
        <Group gap="sm">
          <OrderState status={order.status} />
          <span>{buying ? order.supplier.name : order.buyer.name}</span>
          <Status tone={live ? 'good' : 'quiet'}>{live ? t('order.live') : t('order.notLive')}</Status>
        </Group>
      }
      actions={buying ? <BuyerActions order={order} actions={actions} /> : <SupplierActions order={order} actions={actions} />}
    >
      <NextStep order={order} />
      {actions.answering.failure !== undefined && <Failure error={actions.answering.failure} />}
      <FormErrors errors={actions.answering.errors} />
      <OrderHead order={order} />
      {order.cores.length > 0 && <OrderCores order={order} />}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="lg">
            <OrderLines
              order={order}
              busy={actions.answering.busy}
              onProposal={buying && actions.mayChange ? (id, answer) => void actions.answerProposals([id], answer) : undefined}
              onRequest={!buying && actions.mayConfirm ? (id, grant) => void actions.answerRequests([id], grant) : undefined}
            />
            <PapersPanel order={order} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="lg">
            <Paper withBorder p="lg">
              <OrderTimeline order={order} />
            </Paper>
            {withMessages && (
              <Paper withBorder p="lg">
                <OrderDocuments messages={messages ?? []} />
              </Paper>
            )}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

/** What happens next, and who must do it. */
function NextStep({ order }: { order: NonNullable<ReturnType<typeof useOrder>['order']> }) {
  const { t } = useTranslation('procurement');
  const { proposals, requests, unanswered, overdue } = waitsOf(order);
  const buying = order.side === 'BUYER';
  const [mine, text] =
    proposals.length > 0
      ? [buying, t(buying ? 'next.proposalsMine' : 'next.proposalsTheirs', { count: proposals.length, buyer: order.buyer.name })]
      : requests.length > 0
        ? [
            !buying,
            t(buying ? 'next.requestsTheirs' : 'next.requestsMine', { count: requests.length, supplier: order.supplier.name }),
          ]
        : unanswered.length > 0
          ? [
              !buying,
              t(buying ? 'next.confirmTheirs' : 'next.confirmMine', { count: unanswered.length, supplier: order.supplier.name }),
            ]
          : overdue.length > 0
            ? [true, t(buying ? 'next.overdueBuyer' : 'next.overdueSupplier', { count: overdue.length })]
            : [false, t(`next.status.${order.status}`)];
  return (
    <Alert
      color={mine ? 'orange' : 'gray'}
      icon={<IconArrowRight aria-hidden />}
      title={mine ? t('next.mine') : t('next.theirs')}
      role="status"
    >
      <Text size="sm">{text}</Text>
    </Alert>
  );
}
