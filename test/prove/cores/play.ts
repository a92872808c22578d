import type { Result } from '#libs/kernel';
import {
  billCore,
  extendCore,
  fireRotable,
  inspectCore,
  judgeCore,
  type Rotable,
  receiveUnit,
  rotableById,
  rotableChargesOf,
  rotableEventsOf,
  sendExchangeUnit,
  shipUnit,
} from '#libs/procurement';
import { memberOf, partners, plantOrganization, plantSite, type TradeWorld } from '../../factories/order.factory.js';
import { exchanged, exchangeOffer, monday } from '../../factories/rotable.factory.js';
import { at, desks } from '../../factories/urgent.factory.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Random } from '../support/random.js';
import type { CoreEvidence, CoreOutcome, SerialEvent } from './core-checker.js';
import { Model, type ModelCore, type ModelStep, type ModelTerms } from './model.js';

interface Played {
  id: string;
  world: TradeWorld;
  model: ModelCore;
}

const fee = 3000;
const hourMs = 3_600_000;

const randomTerms = (random: Random): ModelTerms => ({
  deposit: random.pick([0, 1000]),
  coreValue: 8000,
  outright: 11_000,
  fee,
  billedAt: random.pick(['CORE_VALUE', 'OUTRIGHT']),
  coreDays: 1 + random.below(15),
  dayKind: random.pick(['CALENDAR', 'WORKING']),
  lateFee: random.pick([0, 150]),
  lateDays: 1 + random.below(8),
  lateFeesMax: random.pick([0, 2, 5]),
  billDays: random.pick([null, 0, 3, 20]),
  replaceDays: random.pick([0, 4]),
});

/** Two buyers of one supplier exchange units on chance terms, and do chance things to the cores with few serials. */
export async function playCores(
  db: FreshDatabase,
  plan: { random: Random; cores: number; steps: number },
): Promise<CoreEvidence> {
  const { random } = plan;
  const model = new Model();
  const played = await open(db, model, plan);
  const disagreed: string[] = [];
  let now = monday.getTime();
  for (let n = 0; n < plan.steps; n++) {
    now += random.below(30) * hourMs;
    const core = random.pick(played);
    const step = randomStep(random, now);
    const said = await act(db, core, { now, step });
    const wanted = model.take(core.model, now, step);
    if (said !== wanted) disagreed.push(`step ${n}, ${core.model.name} ${step.event}: ${said}, not ${wanted}`);
    if (random.below(4) === 0) await look(db, random.pick(played), now);
  }
  const end = now + 400 * 24 * hourMs;
  for (const core of played) {
    await look(db, core, end);
    model.look(core.model, end);
  }
  return { cores: await Promise.all(played.map((core) => outcome(db, core))), serials: await serialsOf(db, played), disagreed };
}

async function open(db: FreshDatabase, model: Model, { random, cores }: { random: Random; cores: number }): Promise<Played[]> {
  const first = await desks(db);
  const other = await plantOrganization(db);
  await partners(db, other, first.supplier.orgId);
  const second: TradeWorld = {
    ...first,
    buyer: memberOf(other, [...first.buyer.permissions]),
    siteId: await plantSite(db, other, 'DOCK'),
  };
  const offers = [];
  for (let n = 0; n < 3; n++) {
    const terms = randomTerms(random);
    const { outright, fee: _, ...rest } = terms;
    const given = {
      ...rest,
      deposit: String(terms.deposit),
      coreValue: String(terms.coreValue),
      outrightPrice: String(outright),
      lateFee: String(terms.lateFee),
    };
    offers.push({ terms, given, offer: await exchangeOffer(db, first, given) });
  }
  const played: Played[] = [];
  for (let n = 0; n < cores; n++) {
    const { terms, given, offer } = random.pick(offers);
    const buyer = random.below(2);
    const world = buyer === 0 ? first : second;
    const [core] = (await exchanged(db, world, { offer, terms: given })).cores;
    if (!core) throw new Error('no core was opened');
    played.push({ id: core.id, world, model: model.add(core.number, buyer, { part: offer.id, terms }) });
  }
  return played;
}

function randomStep(random: Random, now: number): ModelStep {
  const serial = (): string => `S${random.below(5)}`;
  switch (random.below(12)) {
    case 0:
    case 1:
    case 2:
      return { event: 'SEND', serial: serial() };
    case 3:
    case 4:
      return { event: 'SHIP', serial: random.below(6) ? serial() : null };
    case 5:
    case 6:
      return { event: 'RECEIVE', serial: random.below(2) ? serial() : null };
    case 7:
      return { event: 'INSPECT' };
    case 8:
      return { event: 'ACCEPT' };
    case 9:
      return { event: 'REJECT', reason: random.pick(['BEYOND_REPAIR', 'WRONG_PART', 'DAMAGED']) };
    case 10:
      return { event: 'EXTEND', dueDay: Math.floor(now / (24 * hourMs)) + random.below(20) };
    default:
      return { event: 'BILL' };
  }
}

/** Takes the step at the hub; OK or the code of its refusal. */
async function act(db: FreshDatabase, { id, world }: Played, { now, step }: { now: number; step: ModelStep }): Promise<string> {
  const { version } = await db.unitOfWork.read(world.buyer, (work) => rotableById(work, id));
  const which = { rotableId: id, expectedVersion: version };
  const actor = step.event === 'SHIP' ? world.buyer : world.supplier;
  const result = await at(db, actor, new Date(now), (work): Promise<Result<Rotable, { code: string }>> => {
    switch (step.event) {
      case 'SEND':
        return sendExchangeUnit(work, { ...which, serial: step.serial, certificate: 'CoC', certificateNumber: '1' });
      case 'SHIP':
        return shipUnit(work, { ...which, serial: step.serial });
      case 'RECEIVE':
        return receiveUnit(work, { ...which, serial: step.serial });
      case 'INSPECT':
        return inspectCore(work, { ...which, findings: 'looked at' });
      case 'ACCEPT':
        return judgeCore(work, { ...which, accept: true });
      case 'REJECT':
        return judgeCore(work, { ...which, accept: false, reasonCode: step.reason as 'OTHER', reason: 'no good' });
      case 'EXTEND':
        return extendCore(work, {
          ...which,
          dueOn: new Date(step.dueDay * 24 * hourMs).toISOString().slice(0, 10),
          reason: 'asked',
        });
      case 'BILL':
        return billCore(work, { ...which, reason: 'waited long enough' });
    }
  });
  return result.ok ? 'OK' : (result.errors[0]?.code ?? '?');
}

/** Both parties look at the clocks at once, as two workers do. */
async function look(db: FreshDatabase, { id, world }: Played, now: number): Promise<void> {
  const input = { buyerId: world.buyer.orgId, rotableId: id };
  await Promise.all(
    [world.buyer, world.supplier].map((actor) => at(db, actor, new Date(now), (work) => fireRotable(work, input))),
  );
}

async function outcome(db: FreshDatabase, { id, world, model }: Played): Promise<CoreOutcome> {
  return db.unitOfWork.read(world.buyer, async (work) => {
    const { status } = await rotableById(work, id);
    const [charges = []] = await rotableChargesOf(work, [id]);
    return {
      name: model.name,
      status,
      terms: model.terms,
      charges: charges.map(({ kind, n, amount }) => ({ kind, n, amount: Number(amount) })),
      wanted: { status: model.status, charges: model.charges },
    };
  });
}

/** What the logs say of serials, in the order of time; within an instant in that of the log. */
async function serialsOf(db: FreshDatabase, played: readonly Played[]): Promise<SerialEvent[]> {
  const found: (SerialEvent & { at: number; n: number })[] = [];
  for (const { id, world, model } of played) {
    const [events = []] = await db.unitOfWork.read(world.buyer, (work) => rotableEventsOf(work, [id]));
    let held = '';
    for (const { kind, at: when, detail, seq } of events) {
      if (kind === 'RECEIVE') held = String(detail['serial']);
      const named = kind === 'SEND' ? String(detail['serial']) : held;
      const told = kind === 'SEND' ? 'SENT' : kind === 'RECEIVE' ? 'TAKEN' : kind === 'ACCEPT' ? 'SETTLED' : undefined;
      if (told) found.push({ kind: told, core: model.name, serial: `${model.part} ${named}`, at: when.getTime(), n: seq });
    }
  }
  return found.sort((a, b) => a.at - b.at || a.n - b.n);
}
