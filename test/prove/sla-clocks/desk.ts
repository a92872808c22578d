import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, type SystemActor, systemActor, type Work } from '#libs/platform';
import {
  answerUrgent,
  fireClocks,
  priorityRecord,
  raiseUrgent,
  savePriorityPolicy,
  shipUrgent,
  urgentById,
} from '#libs/procurement';
import { saveCalendar, setCalendarDays, type WorkCalendar } from '#libs/supply';
import { partners, plantOffer, plantOrganization, plantSite, success } from '../../factories/order.factory.js';
import { at as workAt } from '../../factories/urgent.factory.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import { randomCalendar } from '../promise/random-question.js';
import { launchWorker } from '../support/processes.js';
import type { Random } from '../support/random.js';
import type { ClockEvidence, LoggedEvent } from './clock-checker.js';
import { expectedMarks } from './oracle.js';

const minute = 60_000;

export interface Desk {
  buyerId: string;
  supplierId: string;
  siteId: string;
  offerId: string;
  calendar: WorkCalendar;
  terms: Parameters<typeof expectedMarks>[0];
}

/** A unit of work under the clock of the play. */
const at = <T>(db: FreshDatabase, actor: Actor, when: number, verb: (work: Work) => Promise<T>): Promise<T> =>
  workAt(db, actor, new Date(when), verb);

/** Days of the play: clocks change in Berlin and New York within them. */
const start = Date.UTC(2027, 2, 1);
const span = 35 * 24 * 60;

/** A supplier with a policy and a calendar of his own, and a buyer with contract terms or without. */
export async function openDesk(db: FreshDatabase, random: Random): Promise<Desk> {
  const [buyerId, supplierId] = [await plantOrganization(db), await plantOrganization(db)];
  await partners(db, buyerId, supplierId);
  const siteId = await plantSite(db, buyerId, 'DOCK');
  const { id: offerId } = await plantOffer(db, supplierId, { stock: '1000', price: '1' });
  const supplier = systemActor(supplierId);
  const when = new Date(start + random.below(span) * minute);
  const { days, ...week } = { ...randomCalendar(random, '', when), place: '', handlingDays: 0 };
  success(
    await db.unitOfWork.run(supplier, (work) =>
      saveCalendar(work, { ...week, name: 'Week', workingDays: [...week.workingDays] }),
    ),
  );
  if (days.length > 0)
    success(await db.unitOfWork.run(supplier, (work) => setCalendarDays(work, { days: days.map((day) => ({ ...day })) })));
  const always = random.below(3) === 0;
  const minutes = { RESPOND: 20 * (1 + random.below(30)), SHIP: 20 * (31 + random.below(60)), PO: 20 * (1 + random.below(50)) };
  const escalatePercents = random.shuffled([105, 150, 200, 300]).slice(0, random.below(4));
  const warnPercent = random.pick([50, 75, 95]);
  const policy = {
    priority: 'WSP',
    respondMinutes: minutes.RESPOND,
    shipMinutes: minutes.SHIP,
    clock: always ? ('ALWAYS' as const) : ('CALENDAR' as const),
    warnPercent,
    escalatePercents,
    holdMinutes: 0,
    poToFollow: { cap: '1000000', currency: 'USD', minutes: minutes.PO },
    ...(random.below(2) ? { buyerId } : {}),
  };
  success(await db.unitOfWork.run(supplier, (work) => savePriorityPolicy(work, policy)));
  return {
    buyerId,
    supplierId,
    siteId,
    offerId,
    calendar: { ...week, days },
    terms: { minutes, always, warnPercent, escalatePercents },
  };
}

/** Raises requests at chance moments, lets some be answered and shipped, and looks at the clocks in irregular rounds, several at once. */
export async function playRequests(
  db: FreshDatabase,
  desk: Desk,
  plan: { random: Random; requests: number },
): Promise<ClockEvidence[]> {
  const played: ClockEvidence[] = [];
  for (let n = 0; n < plan.requests; n++) played.push(await playOne(db, desk, { random: plan.random, name: `request ${n}` }));
  return played;
}

async function playOne(
  db: FreshDatabase,
  desk: Desk,
  { random, name }: { random: Random; name: string },
): Promise<ClockEvidence> {
  const [buyer, supplier] = [systemActor(desk.buyerId), systemActor(desk.supplierId)];
  const opened = start + random.below(span) * minute;
  const input = {
    idempotencyKey: randomUUID(),
    priority: 'WSP',
    offerId: desk.offerId,
    quantity: '1',
    needAt: new Date(opened),
    shipTo: desk.siteId,
    contact: 'desk',
    hold: false,
    poToFollow: true,
  };
  const { id } = success(await at(db, buyer, opened, (work) => raiseUrgent(work, input)));
  const marks = expectedMarks(desk.terms, desk.calendar, new Date(opened));
  const answer = random.below(3) ? near(random, marks, 'RESPOND') : undefined;
  const ship = answer !== undefined && random.below(3) ? Math.max(answer, near(random, marks, 'SHIP')) : undefined;
  const stopped: Record<string, number> = {
    ...(answer === undefined ? {} : { RESPOND: answer }),
    ...(ship === undefined ? {} : { SHIP: ship }),
  };
  const last = Math.max(...marks.map((mark) => mark.at), ...Object.values(stopped)) + minute;
  const rounds = [
    ...Array.from({ length: 12 }, () => opened + random.below(Math.ceil((last - opened) / minute)) * minute),
    last,
  ].sort((a, b) => a - b);
  const look = (when: number) =>
    Promise.all(
      [buyer, supplier].map((actor) => at(db, actor, when, (work) => fireClocks(work, { buyerId: desk.buyerId, requestId: id }))),
    );
  const step = async (kind: string): Promise<void> => {
    const { version } = await db.unitOfWork.read(supplier, (work) => urgentById(work, id));
    const which = { requestId: id, expectedVersion: version };
    if (kind === 'SHIP') success(await at(db, supplier, stopped['SHIP'] ?? 0, (work) => shipUrgent(work, which)));
    else
      success(
        await at(db, supplier, stopped['RESPOND'] ?? 0, (work) =>
          answerUrgent(work, { ...which, accept: true, promisedAt: new Date(last) }),
        ),
      );
  };
  const play = [
    ...rounds.map((when) => ({ when, order: 2, act: () => look(when) })),
    ...Object.keys(stopped).map((kind) => ({
      when: stopped[kind] ?? 0,
      order: kind === 'RESPOND' ? 0 : 1,
      act: () => step(kind),
    })),
  ].sort((a, b) => a.when - b.when || a.order - b.order);
  for (const { act } of play) await act();
  return { name, marks, log: await logOf(db, id), rounds, stopped };
}

/** An instant around the end of a clock: a minute before, on it, or after, or somewhere in between. */
function near(random: Random, marks: readonly { clock: string; mark: string; at: number }[], clock: string): number {
  const end = marks.find((mark) => mark.clock === clock && mark.mark === 'BREACH')?.at ?? 0;
  return random.below(2)
    ? end + (random.below(3) - 1) * minute
    : end - random.below(600) * minute > start
      ? end + (random.below(900) - 300) * minute
      : end;
}

async function logOf(db: FreshDatabase, id: string): Promise<LoggedEvent[]> {
  const found = await db.admin<{ kind: string; clock: string | null; level: number | null; at: Date }>(
    `select e.kind, e.detail ->> 'clock' as clock, (e.detail ->> 'level')::int as level, e.at from procurement.urgent_event e where e.request_id = $1 order by e.seq`,
    [id],
  );
  return found.map((event) => ({ ...event, at: event.at.getTime() }));
}

/** What the report says of all requests of a buyer. */
export async function recordOf(db: FreshDatabase, buyer: SystemActor): Promise<Record<string, number>> {
  const [record] = await at(db, buyer, start + 3650 * 24 * 60 * minute, (work) =>
    priorityRecord(work, { from: new Date(start - minute), to: new Date(start + 2 * span * minute) }),
  );
  const { requests = 0, respondMet = 0, respondMissed = 0, shipMet = 0, shipMissed = 0 } = record ?? {};
  return { requests, respondMet, respondMissed, shipMet, shipMissed };
}

/** Marks fall due on the real clock while workers that look for them are killed; the last one runs until all have fired. */
export async function restartedWorkers(
  db: FreshDatabase,
  options: { kills: number; dataDir: string; say: (text: string) => void },
): Promise<{ marks: number; once: number; wrong: string[] }> {
  const { requests, marks } = await dueNow(db);
  const worker = () => launchWorker({ urls: db, dataDir: options.dataDir });
  for (let n = 0; n < options.kills; n++) {
    const started = worker();
    await started.ready;
    // The worker's own round comes with the minute; this one is asked for at once.
    await askForRound(db);
    await sleep(150 + 100 * n);
    await started.process.kill();
  }
  const last = worker();
  await last.ready;
  await askForRound(db);
  const fired = async () =>
    (
      await db.admin<{ n: number }>(
        'select count(*)::int as n from procurement.urgent_clock where fired_at is not null and request_id = any ($1)',
        [requests],
      )
    )[0]?.n ?? 0;
  for (let waited = 0; waited < 120 && (await fired()) < marks; waited++) {
    await sleep(1000);
    if (waited % 10 === 9) await askForRound(db);
  }
  await last.process.stop();
  const events = await db.admin<{ key: string; n: number }>(
    `select e.request_id || ' ' || e.kind || ' ' || (e.detail ->> 'clock') || ' ' || (e.detail ->> 'level') as key, count(*)::int as n
     from procurement.urgent_event e where e.request_id = any ($1) and e.actor_org is null group by 1`,
    [requests],
  );
  options.say(`  ${events.length} of ${marks} marks fired over ${options.kills} killed workers`);
  const wrong = events.filter(({ n }) => n !== 1).map(({ key, n }) => `${key} fired ${n} times`);
  return { marks, once: events.length - wrong.length, wrong };
}

const askForRound = (db: FreshDatabase): Promise<unknown[]> =>
  db.admin(`select graphile_worker.add_job('procurement.run-clocks', '{}'::json, job_key => 'prove:' || gen_random_uuid())`);

/** Requests whose every mark has run out already and none has fired: as after a long outage. */
async function dueNow(db: FreshDatabase): Promise<{ requests: string[]; marks: number }> {
  const [buyerId, supplierId] = [await plantOrganization(db), await plantOrganization(db)];
  await partners(db, buyerId, supplierId);
  const siteId = await plantSite(db, buyerId, 'DOCK');
  const { id: offerId } = await plantOffer(db, supplierId, { stock: '10' });
  const requests: string[] = [];
  for (let n = 0; n < 40; n++) {
    const opened = Date.now() - 3 * 24 * 60 * minute;
    const input = {
      idempotencyKey: randomUUID(),
      priority: 'AOG',
      offerId,
      quantity: '1',
      needAt: new Date(),
      shipTo: siteId,
      contact: 'desk',
      hold: false,
      tail: 'D-A',
      groundedAt: 'EDDF',
    };
    requests.push(success(await at(db, systemActor(buyerId), opened, (work) => raiseUrgent(work, input))).id);
  }
  return { requests, marks: requests.length * 4 };
}
