import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  CONFIG,
  type Config,
  type JobSource,
  OutboundClient,
  PublicAddress,
  SecretBox,
  Sentences,
  type Task,
  task,
} from '#libs/platform';
import { deliver, type TransportTools } from '../transport/deliver.js';
import { beginDelivery } from './begin-delivery.js';
import { mailOrder, type OrderMail } from './mail-order.js';
import { mailRefusal } from './mail-refusal.js';
import { recordDelivery } from './record-delivery.js';
import { sendAnswer } from './send-answer.js';
import { sendChange } from './send-change.js';
import { sendOrder } from './send-order.js';

const event = z.object({ id: z.uuid(), seq: z.number().int().default(0) });
const message = z.object({ id: z.uuid() });
const document = z.object({ id: z.uuid(), position: z.number().int().positive() });

/** Orders to suppliers, answers to buyers, and the deliveries of both. */
@Injectable()
export class OutboundJobs implements JobSource {
  private readonly tools: TransportTools;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(OutboundClient) outbound: OutboundClient,
    @Inject(SecretBox) secrets: SecretBox,
    @Inject(Sentences) private readonly sentences: Sentences,
    @Inject(PublicAddress) private readonly address: PublicAddress,
  ) {
    this.tools = { outbound, secrets, dropFolder: path.resolve(config.dataDir, 'exchange') };
  }

  private letters(): Pick<OrderMail, 'sentences' | 'publicUrl'> {
    return { sentences: this.sentences, publicUrl: this.address.url };
  }

  tasks(): readonly Task[] {
    return [
      /** A new order for the job's organisation, the supplier: a document when its ERP is connected, a mail with a link when not. */
      task('exchange.send-order', event, ({ payload, effect }) =>
        effect(async (work) => {
          const sent = await sendOrder(work, { orderId: payload.id });
          if (sent.by === 'MAIL') await mailOrder(work, { ...sent, what: 'Placed', ...this.letters() });
        }),
      ),
      /** The buyer moved an order of the job's organisation, the supplier. */
      task('exchange.send-change', event, ({ payload, effect }) =>
        effect(async (work) => {
          const sent = await sendChange(work, { orderId: payload.id, seq: payload.seq });
          if (sent.by === 'MAIL') await mailOrder(work, { ...sent, ...this.letters() });
        }),
      ),
      /** An order of the job's organisation, the buyer, was moved: by its supplier, or by the buyer's own people and rules. */
      task('exchange.send-answer', event, ({ payload, effect }) =>
        effect((work) => sendAnswer(work, { orderId: payload.id, seq: payload.seq })),
      ),
      /** The hub refused an order of the job's organisation, the buyer, whose ERP cannot be told. */
      task('exchange.mail-refusal', document, ({ payload, effect }) =>
        effect(async (work) => {
          await mailRefusal(work, { messageId: payload.id, position: payload.position, ...this.letters() });
        }),
      ),
      /** One try to deliver a message. What fails is tried again by a later job; this one is done either way. */
      task('exchange.deliver-message', message, async ({ payload, step, effect }) => {
        const delivery = await step((work) => beginDelivery(work, payload.id));
        if (!delivery) return;
        const outcome = await deliver(delivery, this.tools);
        await effect((work) => recordDelivery(work, payload.id, { ...outcome, attempt: delivery.message.attempts }));
      }),
    ];
  }
}
