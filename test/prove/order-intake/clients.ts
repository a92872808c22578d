import { setTimeout as sleep } from 'node:timers/promises';
import { askHub } from '../support/graphql.js';
import type { Random } from '../support/random.js';
import type { Channel, Operation } from './intake-checker.js';
import type { IntakeWorld, Supplier } from './world.js';

/** A line of the history: what a client tried and what came back. A process number whose end nobody knows is retired. */
export interface Entry {
  process: number;
  key: string;
  channel: Channel;
  type: 'invoke' | 'ok' | 'fail' | 'info';
  ms: number;
  said?: string;
}

export interface Market {
  world: IntakeWorld;
  /** Where hubs are; some of them dead at any time. */
  urls: readonly string[];
  random: Random;
  history: Entry[];
}

type Told = { type: 'ok'; orderId?: string } | { type: 'fail' | 'info'; said: string };

/** Milliseconds after which a client stops waiting for an answer: a killed hub never gives one. */
const patienceMs = 15_000;
let processes = 0;

/** Sends orders one after the other until told to stop; the open one is sent again, to whichever hub, until it is acknowledged. One in thirty gives up instead. */
export async function runClient(
  market: Market,
  { channel, running }: { channel: Channel; running: () => boolean },
): Promise<Operation[]> {
  const client = new Client(market, channel);
  const done: Operation[] = [];
  while (running()) done.push(await client.order());
  return done;
}

/** What broke the connection: `fetch failed` alone does not tell a dead hub from one that died in the middle. */
function reasonOf({ message, cause }: Error): string {
  return (cause as { code?: string } | undefined)?.code ?? message;
}

class Client {
  private process = ++processes;
  private sent = 0;
  private readonly own = processes;
  private token: { text: string; untilMs: number } | undefined;

  constructor(
    private readonly market: Market,
    private readonly channel: Channel,
  ) {}

  async order(): Promise<Operation> {
    const { random, world } = this.market;
    const key = `${this.channel[0]}${this.own}-${++this.sent}`;
    const supplier = random.pick(world.suppliers);
    const quantity = 1 + random.below(3);
    const send = this.channel === 'GRAPHQL' ? this.byGraphql(key, supplier, quantity) : this.byDocument(key, supplier, quantity);
    const patience = random.below(30) === 0 ? 1 : Number.POSITIVE_INFINITY;
    for (let tries = 1; ; tries++) {
      const told = await this.attempt(key, send);
      const operation = { key, channel: this.channel, quantity };
      if (told.type === 'ok') return { ...operation, outcome: 'ok', ...(told.orderId ? { orderId: told.orderId } : {}) };
      if (told.type === 'fail') return { ...operation, outcome: 'fail', said: told.said };
      if (tries >= patience) return { ...operation, outcome: 'info' };
      await sleep(100 + random.below(200));
    }
  }

  private async attempt(key: string, send: (url: string) => Promise<Told>): Promise<Told> {
    const url = this.market.random.pick(this.market.urls);
    this.note(key, 'invoke');
    const told = await send(url).catch((error: Error): Told => ({ type: 'info', said: reasonOf(error) }));
    this.note(key, told.type, 'said' in told ? told.said : undefined);
    if (told.type === 'info') this.process = ++processes;
    return told;
  }

  private note(key: string, type: Entry['type'], said?: string): void {
    const { process, channel } = this;
    this.market.history.push({ process, key, channel, type, ms: Math.round(performance.now()), ...(said ? { said } : {}) });
  }

  /** Every second one with a number of the buyer's own, the others numbered by the hub: then the key alone stands against doubling. */
  private byGraphql(key: string, { offer }: Supplier, quantity: number): (url: string) => Promise<Told> {
    const input = {
      idempotencyKey: key,
      costReference: key,
      shipToId: this.market.world.siteId,
      lines: [{ offerId: offer.id, quantity: String(quantity), priceSeen: { ...offer.priceSeen, unit: 'EA' } }],
      ...(this.sent % 2 === 0 ? { number: key } : {}),
    };
    const query = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { orders { id } errors { ... on UserError { code } } } }`;
    return async (url) => {
      const token = await this.tokenAt(url);
      const { status, data, errors } = await askHub(url, { query, variables: { input } }, { token, timeoutMs: patienceMs });
      const placed = data?.placeOrder;
      if (placed?.orders?.length === 1) return { type: 'ok', orderId: placed.orders[0].id };
      if (placed) return { type: 'fail', said: JSON.stringify(placed.errors) };
      const code = errors?.[0]?.extensions?.code ?? '';
      // A fault of the hub leaves it open whether the order exists; a refusal of the request does not.
      return { type: status >= 500 || code === 'INTERNAL' || code === '' ? 'info' : 'fail', said: `${status} ${code}` };
    };
  }

  /** Tokens live ten minutes and are made by any hub. */
  private async tokenAt(url: string): Promise<string> {
    if (this.token && this.token.untilMs > Date.now()) return this.token.text;
    const headers = { authorization: `Bearer ${this.market.world.apiKey}` };
    const response = await fetch(`${url}/api/v1/session/token`, {
      method: 'POST',
      headers,
      signal: AbortSignal.timeout(patienceMs),
    });
    const { accessToken } = (await response.json()) as { accessToken?: string };
    if (!accessToken) throw new Error(`no token: ${response.status}`);
    this.token = { text: accessToken, untilMs: Date.now() + 300_000 };
    return accessToken;
  }

  /** One document, the same bytes under the same id through every try. */
  private byDocument(key: string, supplier: Supplier, quantity: number): (url: string) => Promise<Told> {
    const { world } = this.market;
    const erp = world.suppliers.find((one) => one.erp.format === this.channel)!.erp;
    const { offer, org } = supplier;
    const card = ({ name, gln, duns }: typeof org): { name: string; gln: string; duns: string } => ({
      name,
      gln: gln ?? '',
      duns: duns ?? '',
    });
    const line = {
      number: '1',
      supplierPart: offer.supplierPart,
      buyerPart: 'B-1',
      description: 'Hex bolt',
      quantity: String(quantity),
      unit: 'EA',
      priceUnit: 'EA',
      perOrderUnit: '1',
    };
    const delivery = erp.order(
      {
        number: key,
        currency: 'EUR',
        buyer: card(world.buyer),
        supplier: card(org),
        shipTo: { code: 'HAM', name: 'Hangar', street: 'Hangar Road 1', city: 'Hamburg', postalCode: '21129', country: 'DE' },
        lines: [{ ...line, amount: offer.priceSeen.amount, basis: offer.priceSeen.basis }],
      },
      world.apiKey,
    );
    return async (url) => {
      const response = await fetch(`${url}/exchange/inbound`, {
        method: 'POST',
        headers: delivery.headers,
        body: delivery.body,
        signal: AbortSignal.timeout(patienceMs),
      });
      const reply = { status: response.status, body: await response.text() };
      if (erp.isTaken(reply)) return { type: 'ok' };
      const said = `${reply.status} ${reply.body.slice(0, 300)}`;
      return { type: reply.status >= 500 ? 'info' : 'fail', said };
    };
  }
}
