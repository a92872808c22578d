import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type JobSource, type Task, task } from '#libs/platform';
import { judgeProposals } from '../answering/judge-proposals.js';
import { orderWires } from '../order/order.events.js';

/** Jobs of orders: the other party's half of an event, and the buyer's tolerances. */
@Injectable()
export class OrderJobs implements JobSource {
  tasks(): readonly Task[] {
    const announced = z.object({
      orgId: z.uuid(),
      id: z.uuid(),
      wire: z.enum(Object.values(orderWires)),
      seq: z.int().positive(),
    });
    const answered = z.object({ orgId: z.uuid(), id: z.uuid() });
    return [
      // Started across the wall by the function that moved the order; here the event is told in the name of who must act on it.
      task('procurement.announce-order', announced, async ({ payload: { orgId, id, wire, seq }, effect }) => {
        await effect(async (work) => work.emit({ wire, payload: { orgId, id, seq } }));
      }),
      task('procurement.judge-proposals', answered, async ({ payload: { id }, effect }) => {
        await effect((work) => judgeProposals(work, { orderId: id }));
      }),
    ];
  }
}
