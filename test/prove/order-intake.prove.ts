import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { type Entry, type Market, runClient } from './order-intake/clients.js';
import { type Channel, type IntakeEvidence, intakeFaults, type Operation } from './order-intake/intake-checker.js';
import { planted, sound } from './order-intake/planted.js';
import { type IntakeWorld, openIntake } from './order-intake/world.js';
import { equalRow, type Programme, type ProofRow, type ProofRun } from './programme.js';
import { noneOf, selfTest } from './support/checker.js';
import { Fleet } from './support/fleet.js';
import { provingGround } from './support/proving-ground.js';
import { randomOf } from './support/random.js';

const kills = { short: 20, full: 200 } as const;
const channels: readonly Channel[] = ['GRAPHQL', 'GRAPHQL', 'UBL', 'CXML', 'X12'];
/** Milliseconds without a delivery after which the rest counts as stuck: a try whose worker was killed is left alone for two minutes, and then found within some seconds. */
const stuckMs = 160_000;

export default {
  promise: 'No acknowledged order is lost or doubled, whoever is killed: over GraphQL, UBL, cXML and X12',
  async run(run) {
    const rows = [selfTest(intakeFaults, sound, planted)];
    const ground = await provingGround();
    const db = await freshDatabase();
    const world = await openIntake(db, randomOf(run.seed));
    const allowed = new URL(world.partner.open('/nobody', () => ({ status: 404, contentType: 'text/plain', body: '' }))).host;
    const options = { urls: db, dataDir: path.join(ground.folder, 'data'), env: { ENTREPOT_OUTBOUND_ALLOW: allowed } };
    const fleet = new Fleet(options, randomOf(run.seed + 1));
    try {
      await fleet.start();
      rows.push(...(await prove(run, { db, world, fleet })));
    } finally {
      await fleet.stop();
      await world.close();
      await db.close();
      await ground.close();
    }
    return rows;
  },
} satisfies Programme;

interface Scene {
  db: FreshDatabase;
  world: IntakeWorld;
  fleet: Fleet;
}

async function prove(run: ProofRun, { db, world, fleet }: Scene): Promise<ProofRow[]> {
  const market: Market = { world, urls: fleet.urls, random: randomOf(run.seed + 2), history: [] };
  let running = true;
  const clients = channels.map((channel) => runClient(market, { channel, running: () => running }));
  const times = kills[run.mode];
  const killed = await fleet.killAtRandom(times, (n) => {
    world.mood.lying = n < 0.6 * times;
    if (n % 10 === 0) run.say(`  ${n} killed`);
  });
  running = false;
  const operations = (await Promise.all(clients)).flat();
  const waited = await untilQuiet(db, world);
  const evidence = { operations, ...(await asFound(db, world)) };
  const faults = intakeFaults(evidence);
  if (faults.length > 0) run.say(`  history: ${await kept(market.history, evidence)}`);
  return [
    ...figures(run, { evidence, history: market.history, waited }),
    equalRow('processes killed by SIGKILL under load', killed, times),
    noneOf('orders lost, doubled, unexpected, torn, refused, undelivered or delivered under several ids; stock astray', faults),
  ];
}

function figures(
  run: ProofRun,
  { evidence, history, waited }: { evidence: IntakeEvidence; history: readonly Entry[]; waited: number },
): ProofRow[] {
  const { operations, effects, arrivals } = evidence;
  const acknowledged = operations.filter(({ outcome }) => outcome === 'ok');
  const by = (channel: Channel): number => acknowledged.filter((one) => one.channel === channel).length;
  const unknown = history.filter(({ type }) => type === 'info').length;
  const cut = history.filter(({ type, said }) => type === 'info' && said !== 'ECONNREFUSED').length;
  const recovered = operations.filter(({ key, outcome }) => outcome === 'info' && effects.some((one) => one.key === key)).length;
  run.say(
    `  ${operations.length} orders, ${acknowledged.length} acknowledged, ${unknown} tries with unknown end (${cut} cut in the middle), ${recovered} given up and there all the same; ${arrivals.length} deliveries of ${effects.length} orders, quiet after ${Math.round(waited / 1000)} s`,
  );
  return [...new Set(channels)].map((channel) => ({
    promise: `orders acknowledged over ${channel}`,
    figure: by(channel),
    wanted: 'at least 10',
    ok: by(channel) >= 10,
  }));
}

/** Waits until every order has its document sent, as long as their number still falls; gives the milliseconds. */
async function untilQuiet(db: FreshDatabase, { suppliers }: IntakeWorld): Promise<number> {
  const began = Date.now();
  const open = `select (select count(*) from procurement.purchase_order o where o.counterparty_id = any ($1) and not exists
      (select from exchange.document d join exchange.message m on m.org_id = d.org_id and m.id = d.message_id
       where d.order_org_id = o.org_id and d.order_id = o.id and m.org_id = o.counterparty_id and m.direction = 'OUT' and m.state = 'SENT'))
    + (select count(*) from exchange.message where state = 'RECEIVED') as n`;
  let least = { left: Number.POSITIVE_INFINITY, atMs: began };
  while (least.left > 0 && Date.now() - least.atMs < stuckMs) {
    const [row] = await db.admin<{ n: string }>(open, [suppliers.map(({ org }) => org.id)]);
    if (Number(row?.n) < least.left) least = { left: Number(row?.n), atMs: Date.now() };
    await sleep(250);
  }
  return Date.now() - began;
}

async function asFound(db: FreshDatabase, { suppliers, partner }: IntakeWorld): Promise<Omit<IntakeEvidence, 'operations'>> {
  const orders = await db.admin<IntakeEvidence['effects'][number] & { number: string }>(
    `select coalesce(p.cost_reference, o.number) as key, o.id as "orderId", o.number, o.counterparty_id as "supplierId", coalesce(sum(l.quantity), 0)::float8 as quantity, count(l.id)::int as lines
     from procurement.purchase_order o left join procurement.order_private p on p.org_id = o.org_id and p.order_id = o.id
     left join procurement.order_line l on l.org_id = o.org_id and l.order_id = o.id group by 1, 2, 3, 4`,
  );
  const stock = await db.admin<IntakeEvidence['stock'][number]>(
    `select s.org_id as "supplierId", s.reserved::float8 as reserved, coalesce((select sum(g.reserved_delta) from supply.stock_ledger g where g.org_id = s.org_id), 0)::float8 as ledger
     from supply.stock s where s.offer_id = any ($1)`,
    [suppliers.map(({ offer }) => offer.id)],
  );
  const arrivals = partner.arrived.map(({ path: at, body, messageId }) => {
    const supplier = suppliers.find((one) => one.path === at)!;
    const { number } = supplier.erp.readOrder(body);
    const order = orders.find((one) => one.number === number);
    return {
      orderId: order?.orderId ?? `number ${number}`,
      supplierId: supplier.org.id,
      deliveryId: messageId,
      sha256: createHash('sha256').update(body).digest('hex'),
    };
  });
  return { effects: orders, arrivals, stock };
}

/** Keeps the history of a run that failed; gives the file. */
async function kept(history: readonly Entry[], evidence: { operations: readonly Operation[] }): Promise<string> {
  const file = path.join(os.tmpdir(), `entrepot-order-intake-${process.pid}.json`);
  await writeFile(file, JSON.stringify({ history, ...evidence }, null, 1));
  return file;
}
