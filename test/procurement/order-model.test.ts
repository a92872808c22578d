import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineAmount } from '#libs/kernel';
import {
  answerProposal,
  answerRequest,
  type BaseStatus,
  baseStatuses,
  cancelOrder,
  changeOrder,
  closeShort,
  confirmOrder,
  orderForExchange,
  orderStatus,
  type ScheduleStatus,
  scheduleEdges,
  scheduleStatuses,
  stepTo,
  type WholeOrder,
} from '#libs/procurement';
import { placedOrder, plantOffer, stockOf, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

describe('the database and the pure rules agree', () => {
  it('on every legal step', async () => {
    const rows = await db.admin(
      'select side, event, from_status as "from", base_status as base, to_status as "to" from procurement.schedule_edge',
    );
    const sorted = (edges: readonly unknown[]) =>
      edges.map((edge) => JSON.stringify(edge, ['side', 'event', 'from', 'base', 'to'])).sort();
    expect(sorted(rows)).toEqual(sorted(scheduleEdges));
  });

  it('on the status of an order, for every combination of up to three quantities', async () => {
    const { order } = await placedOrder(db, world, { quantity: '3' });
    const pending = new Set<ScheduleStatus>(['CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED', 'CHANGE_REQUESTED', 'CANCEL_REQUESTED']);
    const states = scheduleStatuses.flatMap((status) =>
      pending.has(status) ? baseStatuses.map((base) => ({ status, base: base as BaseStatus | null })) : [{ status, base: null }],
    );
    const cases = states
      .flatMap((a) => states.flatMap((b) => [[a, b], ...(a.status === 'REJECTED' ? states.map((c) => [a, b, c]) : [])]))
      .flatMap((s) => [true, false].map((acknowledged) => ({ s, acknowledged })));
    // The function is asked about rows of a copy without triggers, one order per case, in one statement.
    await db.admin('create table public.case_line as select * from procurement.schedule_line with no data');
    await db.admin(
      `do $$ begin execute replace(replace(pg_get_functiondef('procurement.status_of(uuid,uuid)'::regprocedure), 'procurement.schedule_line', 'public.case_line'), 'procurement.status_of', 'public.case_status'); end $$`,
    );
    await db.admin(
      `insert into public.case_line (org_id, order_id, line_id, id, counterparty_id, quantity, status, base)
       select case when (c ->> 'acknowledged')::boolean then $2::uuid else $3::uuid end, ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, $1, gen_random_uuid(), $1, 1, s ->> 'status', s ->> 'base'
       from jsonb_array_elements($4::jsonb) with ordinality as x (c, n), jsonb_array_elements(c -> 's') s`,
      [order.id, world.buyer.orgId, world.supplier.orgId, JSON.stringify(cases)],
    );
    await db.admin('update procurement.purchase_order set acknowledged_at = now() where id = $1', [order.id]);
    // The acknowledgement is read from the header of the one real order, so the two halves are asked with and without it.
    const answers = await db.admin<{ n: string; status: string }>(
      `select right(t.order_id::text, 12)::bigint as n, case when t.org_id = $1 then replace(public.case_status(t.org_id, t.order_id), 'SENT', 'RECEIVED') else public.case_status(t.org_id, t.order_id) end as status
       from (select distinct org_id, order_id from public.case_line) t order by 1`,
      [world.buyer.orgId],
    );
    expect(answers.map((answer) => answer.status)).toEqual(cases.map(({ s, acknowledged }) => orderStatus(s, acknowledged)));
    expect(answers.length).toBeGreaterThan(800);
  });

  it('on the amount of a line, for every quantity, factor, basis and currency', async () => {
    const digits = (max: number) => fc.integer({ min: 1, max }).map(String);
    const decimal = fc
      .tuple(fc.integer({ min: 0, max: 99999 }), fc.integer({ min: 0, max: 99999 }))
      .map(([a, b]) => `${a}.${String(b).padStart(5, '0')}`);
    const line = fc.record({
      quantity: digits(99999),
      amount: decimal,
      basis: fc.constantFrom('1', '7', '100', '1000'),
      num: digits(144),
      den: fc.constantFrom('1', '3', '12'),
      currency: fc.constantFrom('USD', 'JPY', 'KWD'),
    });
    const offer = await plantOffer(db, world.supplier.orgId, { stock: null });
    const { order } = await placedOrder(db, world, {});
    await fc.assert(
      fc.asyncProperty(line, async ({ quantity, amount, basis, num, den, currency }) => {
        const wanted = lineAmount({
          price: { amount, basis, currency, unit: 'EA' },
          quantity: { value: quantity, unit: 'EA' },
          factor: { numerator: num, denominator: den },
        }).amount;
        const minor = { USD: 2, JPY: 0, KWD: 3 }[currency];
        const [row] = await db
          .admin<{ amount: string }>(
            `with header as (update procurement.purchase_order set minor_units = $1 where id = $2 returning id),
             line as (update procurement.order_line set price_amount = $3, price_basis = $4, factor_num = $5, factor_den = $6 where order_id = $2 returning id)
           select 1`,
            [minor, order.id, amount, basis, num, den],
          )
          .then(async () => {
            await db.admin('set session_replication_role = replica');
            await db.admin('update procurement.schedule_line set quantity = $1 where order_id = $2', [quantity, order.id]);
            await db.admin('set session_replication_role = origin');
            return db.admin<{ amount: string }>('select procurement.amount_of($1, $2, $3, false)::text as amount', [
              order.orgId,
              order.id,
              order.lines[0]?.id,
            ]);
          });
        expect(row?.amount).toBe(wanted);
      }),
      { numRuns: 150 },
    );
    expect(offer.partId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

type Step = (order: WholeOrder, pick: number) => Promise<unknown>;

/** Every way the two parties can act on an order, as blind as two people who do not read the screen. */
const steps: Record<string, Step> = {
  acceptAll: (order) => as('supplier', (work) => confirmOrder(work, { orderId: order.id, header: 'ACCEPTED' })),
  receive: (order) => as('supplier', (work) => confirmOrder(work, { orderId: order.id, header: 'RECEIVED' })),
  split: (order, pick) => answerOpen(order, pick, ['ACCEPTED', 'BACKORDERED', 'REJECTED']),
  propose: (order, pick) => answerOpen(order, pick, ['CHANGED', 'ACCEPTED', 'SUBSTITUTED']),
  raise: (order) =>
    as('supplier', (work) =>
      confirmOrder(work, {
        orderId: order.id,
        lines: [{ lineNumber: '10', schedules: [{ status: 'CHANGED', quantity: '130' }] }],
      }),
    ),
  reject: (order) => as('supplier', (work) => confirmOrder(work, { orderId: order.id, header: 'REJECTED' })),
  grant: (order, pick) =>
    answerAll(order, 'request', (scheduleId) =>
      as('supplier', (work) => answerRequest(work, { orderId: order.id, answers: [{ scheduleId, grant: pick % 2 === 0 }] })),
    ),
  judge: (order, pick) =>
    answerAll(order, 'proposal', (scheduleId) =>
      as('buyer', (work) =>
        answerProposal(work, {
          orderId: order.id,
          answers: [{ scheduleId, answer: (['ACCEPT', 'DECLINE', 'CANCEL'] as const)[pick % 3]! }],
        }),
      ),
    ),
  cancel: (order) => as('buyer', (work) => cancelOrder(work, { orderId: order.id, reason: 'No' })),
  change: (order, pick) =>
    as('buyer', (work) =>
      changeOrder(work, {
        orderId: order.id,
        lines: [
          { lineNumber: '10', quantity: String(20 + (pick % 12) * 10), ...(pick % 4 === 0 ? { needBy: '2031-07-01' } : {}) },
        ],
      }),
    ),
  close: (order) => as('buyer', (work) => closeShort(work, { orderId: order.id, reason: 'Late' })),
};

function as<T>(side: 'buyer' | 'supplier', verb: Parameters<typeof db.unitOfWork.run<T>>[1]): Promise<T> {
  return db.unitOfWork.run(world[side], verb);
}

async function answerOpen(
  order: WholeOrder,
  pick: number,
  words: ('ACCEPTED' | 'BACKORDERED' | 'REJECTED' | 'CHANGED' | 'SUBSTITUTED')[],
): Promise<unknown> {
  const open = (order.lines[0]?.schedules ?? [])
    .filter((s) => !['REJECTED', 'CANCELLED', 'CLOSED_SHORT'].includes(s.status))
    .reduce((sum, s) => sum + Number(s.quantity), 0);
  const parts = [Math.floor(open / 2), Math.floor(open / 3), open - Math.floor(open / 2) - Math.floor(open / 3)];
  const schedules = words.flatMap((status, i) =>
    parts[i]
      ? [
          {
            status,
            quantity: String(parts[i]),
            ...(status === 'CHANGED' ? { price: { amount: String(3 + (pick % 5)), basis: '100' } } : {}),
            ...(status === 'SUBSTITUTED' ? { substitute: { supplierPart: 'ALT' } } : {}),
          },
        ]
      : [],
  );
  if (schedules.length === 0) return undefined;
  return as('supplier', (work) => confirmOrder(work, { orderId: order.id, lines: [{ lineNumber: '10', schedules }] }));
}

async function answerAll(
  order: WholeOrder,
  what: 'request' | 'proposal',
  answer: (scheduleId: string) => Promise<unknown>,
): Promise<unknown> {
  const waiting = order.lines[0]?.schedules.find((s) =>
    what === 'proposal' ? s.proposal !== null : s.status === 'CHANGE_REQUESTED' || s.status === 'CANCEL_REQUESTED',
  );
  return waiting ? answer(waiting.id) : undefined;
}

interface Facts {
  quantity: string;
  sum: string;
  reserved: string;
  live: string;
  version: number;
  events: number;
  status: string;
  acknowledged: boolean;
  states: { id: string; status: ScheduleStatus; base: BaseStatus | null }[];
}

async function facts(orderId: string): Promise<Facts> {
  const [row] = await db.admin<Facts>(
    `select l.quantity::text, (select sum(s.quantity) from procurement.schedule_line s where s.order_id = o.id)::text as sum, l.reserved::text,
       (select coalesce(sum(s.quantity), 0) from procurement.schedule_line s where s.order_id = o.id and s.status not in ('REJECTED', 'CANCELLED', 'CLOSED_SHORT'))::text as live,
       o.version, (select count(*)::int from procurement.order_event e where e.order_id = o.id) as events, o.status, o.acknowledged_at is not null as acknowledged,
       (select jsonb_agg(jsonb_build_object('id', s.id, 'status', s.status, 'base', s.base)) from procurement.schedule_line s where s.order_id = o.id) as states
     from procurement.purchase_order o join procurement.order_line l on l.order_id = o.id where o.id = $1`,
    [orderId],
  );
  return row!;
}

describe('on every path', () => {
  it('the sums hold, each step is legal, stock stands behind live quantities only, and each version has its event', async () => {
    const script = fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(100)), { minLength: 1, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(script, async (played) => {
        const { order, offer } = await placedOrder(db, world);
        let before = await facts(order.id);
        for (const [name, pick] of played) {
          const whole = await as('buyer', (work) => orderForExchange(work, order.id));
          await steps[name]!(whole, pick);
          const after = await facts(order.id);
          expect([after.sum, after.events, after.status]).toEqual([
            after.quantity,
            after.version,
            orderStatus(after.states, after.acknowledged),
          ]);
          expect(Number(after.reserved)).toBeLessThanOrEqual(Number(after.live));
          expect((await stockOf(db, offer)).reserved).toBe(after.reserved);
          for (const was of before.states) {
            const is = after.states.find((state) => state.id === was.id)!;
            const reachable = scheduleEdges.filter((edge) => edge.from === was.status).map((edge) => edge.to);
            // One verb may take two steps: it grants a request, then answers the new line.
            const twice = reachable.flatMap((status) =>
              scheduleEdges.filter((edge) => edge.from === status).map((edge) => edge.to),
            );
            expect([was.status, ...reachable, ...(after.version - before.version > 1 ? twice : [])]).toContain(is.status);
          }
          before = after;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('nothing final ever moves again', () => {
    for (const status of ['REJECTED', 'CANCELLED', 'CLOSED_SHORT'] as const) {
      expect(scheduleEdges.filter((edge) => edge.from === status)).toEqual([]);
      expect(stepTo({ status, base: null }, 'SUPPLIER', 'CONFIRM')).toEqual({ refusal: 'AlreadyFinal' });
    }
  });
});
