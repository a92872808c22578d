import { randomUUID } from 'node:crypto';
import { type Actor, systemActor } from '#libs/platform';
import { correctStock, expireHolds, extendHold, releaseHolds, releaseStock, reserveStock } from '#libs/supply';
import { overdue } from '../../factories/hold.factory.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Random } from '../support/random.js';
import type { Claim } from './ledger-checker.js';
import { claim, type Runner } from './scene.js';

interface Stage {
  db: FreshDatabase;
  run: Runner;
  random: Random;
  supplierId: string;
  buyers: readonly Actor[];
  offers: readonly { id: string; places: readonly string[] }[];
}

interface Held {
  holdId: string;
  offerId: string;
  buyer: Actor;
}

/** So many clients at once do, each so many times, one thing after the other: hold, give back, lengthen, order, let lapse, correct. */
export async function turmoil(stage: Stage, { clients, steps }: { clients: number; steps: number }): Promise<Claim[]> {
  const claims: Claim[] = [];
  const faults: Claim[] = [];
  const one = async (): Promise<void> => {
    const mine: Held[] = [];
    for (let step = 0; step < steps; step++) {
      try {
        await deed(stage, mine, claims);
      } catch (error) {
        faults.push({ offerId: '', quantity: 0, startedMs: 0, endedMs: 0, outcome: 'other', said: String(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  return [...claims, ...faults];
}

async function deed(stage: Stage, mine: Held[], claims: Claim[]): Promise<void> {
  const { random, run } = stage;
  const held = mine.length > 0 ? random.pick(mine) : undefined;
  const chance = random.next();
  if (!held || chance < 0.45) return hold(stage, mine, claims);
  mine.splice(mine.indexOf(held), 1);
  if (chance < 0.6) return void (await run.unitOfWork.run(held.buyer, (work) => releaseHolds(work, { holdIds: [held.holdId] })));
  if (chance < 0.75) return order(stage, held);
  if (chance < 0.85) return void (await overdue(stage.db, held.holdId));
  if (chance < 0.9) return void (await run.unitOfWork.run(held.buyer, (work) => extendHold(work, { holdId: held.holdId })));
  if (chance < 0.93) return void (await run.unitOfWork.run(systemActor(stage.supplierId), expireHolds));
  return correct(stage);
}

async function hold({ run, random, supplierId, buyers, offers }: Stage, mine: Held[], claims: Claim[]): Promise<void> {
  const buyer = random.pick(buyers);
  const offer = random.pick(offers);
  const heard = await claim(run.unitOfWork, buyer, { offerId: offer.id, supplierId, quantity: random.pick([1, 1, 2, 3]) });
  claims.push(heard);
  if (heard.holdId) mine.push({ holdId: heard.holdId, offerId: offer.id, buyer });
}

/** An order line uses the hold up; some of them are cancelled at once. */
async function order({ run, random, supplierId }: Stage, { holdId, offerId, buyer }: Held): Promise<void> {
  const line = randomUUID();
  const asked = { line, supplierId, offerId, quantity: random.pick(['1', '2']), holds: [holdId] };
  const answer = await run.unitOfWork.run(buyer, (work) => reserveStock(work, [asked]));
  if (answer.ok && random.next() < 0.5)
    await run.unitOfWork.run(buyer, (work) =>
      releaseStock(work, [{ line, buyerId: buyer.orgId, supplierId, movement: 'cancel' }]),
    );
}

async function correct({ run, random, supplierId, offers }: Stage): Promise<void> {
  const offer = random.pick(offers);
  const line = {
    offerId: offer.id,
    location: random.pick(offer.places),
    delta: random.pick(['1', '2', '-1']),
    reason: 'COUNT' as const,
  };
  // Below zero is refused, and nothing has happened.
  await run.unitOfWork.run(systemActor(supplierId), (work) =>
    correctStock(work, { lines: [line], idempotencyKey: randomUUID() }),
  );
}
