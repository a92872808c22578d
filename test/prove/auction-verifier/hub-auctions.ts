import { setTimeout as sleep } from 'node:timers/promises';
import type { UserActor } from '#libs/platform';
import {
  type AnnouncedAuction,
  acceptAuctionPrice,
  closeRound,
  judgedLots,
  levelAt,
  placeAuctionBid,
  priceAt,
  publishedAuction,
  readAuction,
  resultOf,
  runAuction,
  runningAt,
  setAuctionProxy,
  startAuction,
  stayInAuction,
  type Tender,
  takeBackAuctionBid,
  tenderById,
} from '#libs/tendering';
import { success } from '../../factories/order.factory.js';
import { bids, passed, published, type TenderWorld } from '../../factories/tender.factory.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Random } from '../support/random.js';

/** An auction that bidders held against a real hub: what they were told, and what was exported when it was over. */
export interface HubAuction {
  id: string;
  kind: string;
  tried: number;
  /** Numbers of the entries that bidders were told stand in the ledger. */
  accepted: number[];
  file: string;
  result: string;
  /** Labels as the award would rank them. */
  awardOrder: string[];
}

const between = (random: Random, least: number, most: number): number => least + Math.floor(random.next() * (most - least + 1));

/** A short auction of a kind: all in seconds, since the clock of the database cannot be hurried. */
function announced(random: Random, kind: AnnouncedAuction['kind']): AnnouncedAuction {
  const step = (value: string) => ({ by: random.next() < 0.5 ? ('AMOUNT' as const) : ('PERCENT' as const), value });
  if (kind === 'ENGLISH')
    return {
      kind,
      durationSeconds: 2,
      ownStep: step('0.5'),
      ...(random.next() < 0.5 ? { leadStep: step('0.2') } : {}),
      mustLead: random.next() < 0.3,
      display: random.next() < 0.5 ? 'RANK' : 'BEST_PRICE',
      softClose: {
        triggerSeconds: 1,
        lengthSeconds: 1,
        extensionsMax: between(random, 0, 3),
        countsFrom: random.next() < 0.5 ? 'CLOSE' : 'RECEIPT',
        ...(random.next() < 0.5 ? { lowestTriggeringRank: between(random, 1, 2) } : {}),
      },
      appealSeconds: 0,
    };
  if (kind === 'ROUNDS')
    return { kind, rounds: 2, turnSeconds: 1, firstPauseSeconds: 0, pauseSeconds: 0, ownStep: step('0.5'), appealSeconds: 0 };
  if (kind === 'DUTCH')
    return { kind, startPercent: '90', risePercent: '3', ceilingPercent: '100', tickSeconds: 1, appealSeconds: 0 };
  return { kind, startPercent: '100', fall: step('4'), floorPercent: '85', tickSeconds: 1, appealSeconds: 0 };
}

/** Holds one auction for each lot of a tender, all at once: bidders act at random until they are told that it is over. */
export async function holdAtHub(
  db: FreshDatabase,
  { world, random, kind, lots }: { world: TenderWorld; random: Random; kind: AnnouncedAuction['kind']; lots: number },
): Promise<HubAuction[]> {
  const bidders = [world.first, world.second, { ...world.stranger, permissions: world.first.permissions }];
  const tender = await readyTender(db, { world, random, kind, lots, bidders });
  const opensAt = new Date(Date.now() + 500 * lots + 1_500);
  const ids: string[] = [];
  for (const lot of tender.lots) {
    const { edits } = await db.unitOfWork.read(world.buyer, (work) => tenderById(work, tender.id));
    const which = { tenderId: tender.id, lotId: lot.id, expectedVersion: edits, opensAt };
    ids.push(success(await db.unitOfWork.run(world.buyer, (work) => startAuction(work, which))).id);
  }
  await sleep(Math.max(0, opensAt.getTime() - Date.now()));
  return Promise.all(ids.map((id) => hold(db, { world, random, id, tender, bidders })));
}

async function readyTender(
  db: FreshDatabase,
  {
    world,
    random,
    kind,
    lots,
    bidders,
  }: { world: TenderWorld; random: Random; kind: AnnouncedAuction['kind']; lots: number; bidders: UserActor[] },
): Promise<Tender> {
  const titles = Array.from({ length: lots }, (_, i) => `Lot ${i + 1}`);
  const lines = titles.map((title, i) => ({ description: title, quantity: String(between(random, 1, 40)), lot: i + 1 }));
  const costs = kind === 'ENGLISH' && random.next() < 0.5;
  const terms = costs
    ? { formula: { kind: 'LIFE_CYCLE_COST' as const }, criteria: [{ id: 'energy', kind: 'COST' as const }] }
    : {};
  const tender = await published(db, world, { auction: announced(random, kind), lots: titles, lines, ...terms }, bidders);
  for (const [i] of titles.entries())
    for (const bidder of bidders) {
      const answers = costs ? { answers: { energy: { amount: String(between(random, 0, 20)) } } } : {};
      await bids(db, bidder, tender, [`${between(random, 5, 30)}.${between(random, 10, 99)}`], { lot: i, bid: answers });
    }
  await passed(db, tender);
  for (const { id } of tender.lots)
    await db.unitOfWork.run(world.buyer, (work) => closeRound(work, { tenderId: tender.id, lotId: id }));
  return tender;
}

interface Holding {
  world: TenderWorld;
  random: Random;
  id: string;
  tender: Tender;
  bidders: readonly UserActor[];
}

async function hold(db: FreshDatabase, holding: Holding): Promise<HubAuction> {
  const { world, id, bidders } = holding;
  const accepted: number[] = [];
  let tried = 0;
  const bidding = bidders.map(async (bidder) => {
    for (let isOver = false; !isOver; await sleep(40 + holding.random.next() * 160)) {
      const { outcome, isRepeated } = await oneAct(db, holding, bidder);
      tried += 1;
      // An order that says what it says already is no act: it is answered with the ledger as it stands.
      if (outcome.ok && isRepeated) continue;
      if (outcome.ok) accepted.push(outcome.value.state.sequence);
      else isOver = outcome.errors.some(({ code }) => code === 'AuctionClosed');
    }
  });
  await Promise.all(bidding);
  for (let settled = false; !settled; ) {
    const stage = await db.unitOfWork.run(world.buyer, (work) => runAuction(work, { auctionId: id }));
    settled = stage === 'SETTLED' || stage === 'OVER';
    if (!settled) await sleep(100);
  }
  return exported(db, holding, { accepted, tried });
}

/** A bidder's next act, legal or not, often at the very edge of a step. */
async function oneAct(db: FreshDatabase, { id, random }: Holding, bidder: UserActor) {
  const room = await db.unitOfWork.read(bidder, (work) => readAuction(work, id));
  const { terms, clock } = room.state;
  const own = resultOf(id, room.state).lines[0]?.ranking.find(({ bidderId }) => bidderId === room.label);
  const floor = room.state.lines[0]?.proxies.find(({ bidderId }) => bidderId === room.label)?.floor ?? null;
  let isRepeated = false;
  const outcome = await db.unitOfWork.run(bidder, async (work) => {
    if (terms.kind === 'DUTCH') {
      const price = random.next() < 0.05 ? priceAt(terms, levelAt(terms, runningAt(clock, room.atUs))) : '1';
      return acceptAuctionPrice(work, { auctionId: id, amount: price });
    }
    if (terms.kind === 'JAPANESE')
      return stayInAuction(work, { auctionId: id, level: levelAt(terms, runningAt(clock, room.atUs)) });
    const amount = (Number(own?.amount ?? '100') * (1 - random.next() * 0.03)).toFixed(2);
    if (terms.kind === 'ROUNDS' && random.next() < 0.1) return takeBackAuctionBid(work, { auctionId: id });
    if (terms.kind === 'ENGLISH' && random.next() < 0.2) {
      const wished = random.next() < 0.2 ? null : (Number(amount) * 0.97).toFixed(2);
      isRepeated = wished === floor;
      return setAuctionProxy(work, { auctionId: id, floor: wished });
    }
    return placeAuctionBid(work, { auctionId: id, amount });
  });
  return { outcome, isRepeated };
}

async function exported(
  db: FreshDatabase,
  { world, id, tender }: Holding,
  told: { accepted: number[]; tried: number },
): Promise<HubAuction> {
  return db.unitOfWork.read(world.buyer, async (work) => {
    const room = await readAuction(work, id);
    const kept = await publishedAuction(work, id);
    const [judged] = await judgedLots(work, await tenderById(work, tender.id), [room.lotId]);
    const labels: { label: string; bid: string }[] = await work.tx.query(
      'select label, bid_id as bid from tendering.auction_bidder where auction_id = $1',
      [id],
    );
    const order = judged?.evaluation.ranking.map(({ bid }) => labels.find((one) => one.bid === bid.bidId)?.label ?? '') ?? [];
    return { id, kind: room.state.terms.kind, ...told, file: kept?.body ?? '', result: kept?.result ?? '', awardOrder: order };
  });
}
