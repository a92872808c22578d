import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../../graphql/client';
import {
  OrderChangedDocument,
  OrderDocument,
  type OrderQuery,
  type OrderWholeFragment,
} from '../../../graphql/generated/graphql';
import { useLive } from '../../../graphql/live';
import { useRights } from '../../../shell/me';

export type Order = OrderWholeFragment;
export type Line = Order['lines'][number];
export type Schedule = Line['schedules'][number];
export type Message = NonNullable<OrderQuery['messages']>['nodes'][number];

/** An order as it stands, kept in step by events; what a mutation answers is shown at once. */
export function useOrder(id: string) {
  const queries = useQueryClient();
  const withMessages = useRights().has('exchange:read');
  const key = ['order', id, withMessages];
  const query = useQuery({ queryKey: key, queryFn: () => ask(OrderDocument, { id, withMessages }) });
  const show = (order: Order): void => {
    queries.setQueryData<OrderQuery>(key, (before) => {
      if (!before?.order) return before;
      // Events may overtake the answer of a mutation: the newer version stands.
      return before.order.version > order.version ? before : { ...before, order };
    });
    void queries.invalidateQueries({ queryKey: ['orders'] });
    void queries.invalidateQueries({ queryKey: ['needs'] });
    void queries.invalidateQueries({ queryKey: ['papers', order.id] });
  };
  const again = (): void => void queries.invalidateQueries({ queryKey: key });
  const live = useLive(
    OrderChangedDocument,
    { orderIds: [id] },
    {
      told: ({ orderChanged }) => {
        show(orderChanged);
        // A step may have come by a document: its line in the log is read again.
        if (withMessages) again();
      },
      missed: again,
    },
  );
  return { ...query, order: query.data?.order, messages: query.data?.messages?.nodes, withMessages, live, show };
}

/** What waits for whom. */
export interface Waits {
  proposals: { line: Line; schedule: Schedule }[];
  requests: { line: Line; schedule: Schedule }[];
  unanswered: { line: Line; schedule: Schedule }[];
  overdue: { line: Line; schedule: Schedule }[];
}

export function waitsOf(order: Order, today = new Date().toISOString().slice(0, 10)): Waits {
  const all = order.lines.flatMap((line) => line.schedules.map((schedule) => ({ line, schedule })));
  const by = (...status: Schedule['status'][]) => all.filter(({ schedule }) => status.includes(schedule.status));
  return {
    proposals: by('CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED'),
    requests: by('CHANGE_REQUESTED', 'CANCEL_REQUESTED'),
    unanswered: by('REQUESTED'),
    overdue: by('CONFIRMED', 'BACKORDERED').filter(({ schedule }) => schedule.shipOn != null && schedule.shipOn < today),
  };
}
