import { Alert, Button, Grid, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { PlaceOrderDocument, type PlaceOrderMutation } from '../../../graphql/generated/graphql';
import { useIdempotencyKey } from '../../../graphql/idempotency';
import { useSubmit } from '../../../graphql/submit';
import { formatMoney } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { errorsElsewhere, type FieldError, FormErrors } from '../../../ui/forms/form-errors';
import { Page } from '../../../ui/page';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { groupsOf, type Line, totalOf, useBasket } from './basket';
import { Holding } from './holding';
import type { LineActions } from './line-actions';
import { Lines } from './lines';
import { PlaceForm, type Terms } from './place-form';
import { Placed } from './placed';

type PlacedOrders = NonNullable<PlaceOrderMutation['placeOrder']['orders']>;

const shownAtFields = ['lines', 'shipTo', 'billTo', 'number', 'costReference', 'requestedDelivery', 'note', 'internalNote'];
const atLine = (errors: readonly FieldError[], index: number): string[] =>
  errors.filter(({ path }) => path[0] === 'lines' && path[1] === String(index)).map(({ message }) => message);
const aboutAll = (errors: readonly FieldError[]): readonly FieldError[] => [
  ...errorsElsewhere(errors, shownAtFields),
  ...errors.filter(({ path }) => path[0] === 'lines' && path.length < 2),
];

/** One basket: its lines beside what holds now, and the way to the orders they become. */
export default function BasketPage() {
  const { t } = useTranslation('procurement');
  const { basketId } = useParams({ from: '/signed-in/baskets/$basketId' });
  const { data, error, isPending, refetch, change, remove, refused, busy } = useBasket(basketId);
  const mayPlace = useRights().has('order:place');
  const queries = useQueryClient();
  const placing = useSubmit();
  const [orders, setOrders] = useState<PlacedOrders | undefined>(undefined);
  const key = useIdempotencyKey();

  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  if (orders) return <Placed orders={orders} />;
  const { basket } = data;
  if (!basket) return <Empty title={t('basket.unknownTitle')} text={t('basket.unknownText')} />;
  const groups = groupsOf(basket.lines);
  const total = totalOf(basket.lines);

  const actionsOf = (line: Line, index: number): LineActions => ({
    onChange: (wish) => {
      placing.clear();
      void change(line.id, wish);
    },
    onRemove: () => {
      placing.clear();
      void remove(line.id);
    },
    errors: [...(refused.get(line.id) ? [refused.get(line.id)!] : []), ...atLine(placing.errors, index)],
    busy: busy === line.id,
  });
  const place = async (terms: Terms): Promise<void> => {
    const input = { ...terms, basketId };
    const done = await placing.run(async () => {
      const answer = await ask(PlaceOrderDocument, {
        input: { ...input, idempotencyKey: key.of({ input, version: basket.version }) },
      });
      return answer.placeOrder;
    });
    if (!done?.orders) return void refetch();
    setOrders(done.orders);
    await queries.invalidateQueries({ queryKey: ['baskets'] });
  };
  const open = basket.lines.filter((line) => line.notices.length > 0).length;
  return (
    <Page
      title={basket.name}
      below={
        basket.lines.length > 0 && (
          <Group gap="md" component="span">
            <span>{t('basket.lineCount', { count: basket.lines.length })}</span>
            <span>{t('basket.orderCount', { count: groups.length })}</span>
            {total && (
              <Text span fw={600}>
                {t('basket.total', { amount: formatMoney(total) })}
              </Text>
            )}
          </Group>
        )
      }
      actions={
        <Button component={Link} to="/quick-order" variant="default" size="xs">
          {t('basket.paste')}
        </Button>
      }
    >
      {basket.lines.length === 0 ? (
        <Empty
          title={t('basket.emptyTitle')}
          text={t('basket.emptyText')}
          action={
            <Button component={Link} to="/search">
              {t('baskets.toSearch')}
            </Button>
          }
        />
      ) : (
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: mayPlace ? 8 : 12, xl: mayPlace ? 9 : 12 }}>
            <Holding basket={basket} />
            <Lines groups={groups} actionsOf={actionsOf} />
          </Grid.Col>
          {mayPlace && (
            <Grid.Col span={{ base: 12, lg: 4, xl: 3 }}>
              {placing.failure !== undefined && <Failure error={placing.failure} />}
              <FormErrors errors={aboutAll(placing.errors)} title={t('place.refused')} />
              {placing.errors.length > 0 && aboutAll(placing.errors).length === 0 && (
                <Alert color="red" role="alert" title={t('place.refused')} mb="md">
                  {t('place.seeFields')}
                </Alert>
              )}
              <PlaceForm
                sites={data.sites}
                errors={placing.errors}
                busy={placing.busy}
                hindered={open > 0 ? t('place.hindered', { count: open }) : undefined}
                orders={groups.length}
                onPlace={(terms) => void place(terms)}
              />
            </Grid.Col>
          )}
        </Grid>
      )}
    </Page>
  );
}
