import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { v7 } from 'uuid';
import { writeCxmlResponse } from '#libs/documents';
import { apiKeyActor } from '#libs/organizations';
import {
  type Actor,
  CONFIG,
  type Config,
  contextOfRequest,
  Handles,
  HttpRefusal,
  readBody,
  route,
  Throttle,
  type ThrottleRule,
  UnitOfWork,
} from '#libs/platform';
import type { Arrival, Reply } from '../message/message.js';
import { permissions } from '../permissions.js';
import { type Described, describeArrival, describeUnproven } from './describe-arrival.js';
import { receiveMessage } from './receive-message.js';

const inboundRoute = route({
  method: 'POST',
  path: '/exchange/inbound',
  summary: 'Takes a document of an ERP: UBL, cXML, openTRANS, X12 or EDIFACT, told by its content',
  description:
    'Authenticated by an API key with the scope exchange:send, as Authorization: Bearer or, in cXML, as the SharedSecret of the Sender. The answer comes after the commit: X12 gets the 997, EDIFACT the CONTRL with an APERAK for what was refused, cXML a Response whose Status is inside, UBL and openTRANS a 202 with all problems. The same delivery again gets the same answer.',
  allow: 'public',
  body: 'stream',
  consumes: ['application/xml', 'text/xml', 'application/edi-x12', 'application/edifact', 'application/octet-stream'],
  answers: {
    200: { description: 'X12 997, EDIFACT CONTRL or cXML Response.', media: 'application/octet-stream' },
    202: { description: 'Taken; the body names the message and every problem.' },
    401: { description: 'No key, or not a good one; nothing was stored.' },
    409: { description: 'The id of the delivery was used before for other bytes.' },
    413: { description: 'Larger than 8 MiB.' },
    422: { description: 'No document that the hub knows.' },
  },
});

/** Wrong keys per network in a quarter of an hour; a right one costs nothing. */
const wrongKeys: ThrottleRule = { name: 'exchange:key', points: 30, seconds: 900 };
/** Bodies per network that were read before anybody had proven who he is; given back when the body held a right key. */
const unproven: ThrottleRule = { name: 'exchange:unproven', points: 300, seconds: 900 };

/** The door for ERPs. */
@Controller()
export class InboundController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Throttle) private readonly throttle: Throttle,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(inboundRoute)
  async inbound(@Req() request: Request, @Res() response: Response): Promise<void> {
    const context = contextOfRequest(request);
    const bearer = /^bearer (\S{1,100})$/i.exec(request.headers.authorization ?? '')?.[1];
    // A key in the header is checked before a byte of the body is read. cXML carries it inside, and reading XML costs: strangers get little of it.
    const early = bearer === undefined ? undefined : await this.actorOf(bearer, context.address);
    if (!early) await this.admit(unproven, context.address);
    const bytes = await readBody(request, this.config.documentBytesMax);
    const transmission = {
      transport: 'HTTP' as const,
      correlation: context.requestId,
      ...header(request, 'content-type', 'mediaType'),
      ...header(request, 'message-id', 'messageId'),
    };
    const carrying = early ? undefined : describeUnproven(bytes, transmission);
    const actor = early ?? (await this.actorOf(carrying?.sharedSecret, context.address));
    if (!early) await this.throttle.giveBack(unproven, context.address);
    if (!actor.permissions.has(permissions.sendDocuments))
      throw new HttpRefusal(403, 'FORBIDDEN', 'The key lacks the scope exchange:send.');
    answer(response, await this.receive(actor, carrying ?? describeArrival(bytes, transmission)));
  }

  private async receive(actor: Actor, { arrival }: Described): Promise<Reply> {
    const received = await receiveMessage(this.unitOfWork, actor, arrival);
    if (received.ok) return received.value.duplicate ? asDuplicate(received.value.reply) : received.value.reply;
    const [fault] = received.errors;
    if (arrival.format === 'CXML') return reusedId(arrival);
    throw new HttpRefusal(
      409,
      'TRANSPORT_ID_REUSED',
      `Another message was received before under the id ${String(fault?.values?.['transportId'] ?? '')}.`,
    );
  }

  private async admit(rule: ThrottleRule, address: string): Promise<void> {
    const wait = await this.throttle.take(rule, address);
    if (wait !== undefined)
      throw new HttpRefusal(429, 'TOO_MANY_WRONG_KEYS', `Try again in ${wait} seconds.`, { 'retry-after': String(wait) });
  }

  private async actorOf(key: string | undefined, address: string): Promise<Actor> {
    const actor = key === undefined ? undefined : await apiKeyActor(this.unitOfWork, key);
    if (actor) return actor;
    await this.admit(wrongKeys, address);
    throw new HttpRefusal(
      401,
      'UNAUTHENTICATED',
      'An API key is needed: as Authorization: Bearer, or in cXML as the SharedSecret of the Sender.',
      { 'www-authenticate': 'Bearer' },
    );
  }
}

/** cXML hears of it inside of a 200, like of everything; nothing was stored. */
function reusedId({ transportId }: Arrival): Reply {
  const text = writeCxmlResponse({
    payloadId: `${v7()}.reply@entrepot`,
    timestamp: new Date().toISOString(),
    status: { code: '409', text: 'Conflict' },
    detail: `Another message was received before under the payloadID ${transportId}. [TRANSPORT_ID_REUSED]`,
  });
  return { status: 200, mediaType: 'text/xml; charset=UTF-8', body: Buffer.from(text) };
}

function header<K extends string>(request: Request, name: string, key: K): { [P in K]?: string } {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? ({ [key]: value } as { [P in K]: string }) : {};
}

/** The stored JSON answer says of itself that it is a repetition; the bytes of 997 and Response stay as they are. */
function asDuplicate(reply: Reply): Reply {
  if (reply.mediaType !== 'application/json') return reply;
  return { ...reply, body: Buffer.from(reply.body.toString('utf8').replace('"duplicate":false', '"duplicate":true')) };
}

function answer(response: Response, reply: Reply): void {
  response.status(reply.status).setHeader('content-type', reply.mediaType).end(reply.body);
}
