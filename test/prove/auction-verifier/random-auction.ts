import {
  type AuctionAct,
  type AuctionBidder,
  type AuctionFile,
  type AuctionState,
  type AuctionTerms,
  amountForValue,
  auctionFaults,
  chained,
  enterAct,
  lastLevelEnds,
  levelAt,
  openingHash,
  priceAt,
  runningAt,
  scheduledAuction,
  viewOf,
  wallTime,
} from '#libs/tendering';
import type { Random } from '../support/random.js';
import { Room } from './verify.js';

const second = 1_000_000;
const minute = 60 * second;
/** 2027-01-15, as microseconds. */
const opensAtUs = 1_800_000_000 * second;

/** An auction that was held at random, and how often hub and verifier did not agree whether an act is taken in. */
export interface HeldAuction {
  file: AuctionFile;
  tried: number;
  disagreements: string[];
}

/** Holds one auction of a random kind: acts at random times, often at the very edge of a step, a turn, a level or a close. */
export function holdAuction(random: Random, name: string): HeldAuction {
  const bidders = randomBidders(random);
  const terms = randomTerms(random, bidders);
  const faults = auctionFaults(terms, bidders);
  if (faults.length > 0) throw new Error(`${name}: ${JSON.stringify(faults)}`);
  const opening = { format: 'entrepot-auction', version: 1, auctionId: name, terms, bidders } as const;
  const ledger: AuctionFile['ledger'][number][] = [];
  const disagreements: string[] = [];
  const room = new Room({ ...opening, ledger: [] });
  let state = scheduledAuction(opening);
  let tried = 0;
  const enter = (act: AuctionAct, atUs: number) => {
    tried += 1;
    const entered = enterAct(state, act, atUs);
    const isTaken = 'state' in entered;
    if (room.takes(JSON.parse(JSON.stringify(act)), atUs) !== isTaken)
      disagreements.push(`${name} at ${atUs}: ${JSON.stringify(act)} is ${isTaken ? 'taken' : entered.refusal} by the hub`);
    if (!isTaken) return;
    state = entered.state;
    ledger.push(chained(ledger.at(-1) ?? { sequence: 0, hash: openingHash(opening) }, act, atUs));
  };
  let now = opensAtUs - 30 * second;
  for (let i = 0; i < 60; i++) {
    now = timeOfAct(random, state, now);
    enter(randomAct(random, state, now), now);
  }
  finish(random, { enter, now: () => state });
  return { file: { ...opening, ledger }, tried, disagreements };
}

function finish(
  random: Random,
  { enter, now }: { enter: (act: AuctionAct, atUs: number) => void; now: () => AuctionState },
): void {
  const last = () => Math.max(now().lastAtUs, opensAtUs);
  if (now().clock.pausedSinceUs !== undefined) enter({ kind: 'RESUME', by: 'BUYER' }, last() + second);
  if (random.below(30) === 0) enter({ kind: 'VOID', by: 'BUYER', reason: 'the need is gone' }, last() + second);
  const close = Math.max(...now().lines.map((line) => wallTime(now().clock, line.closesAtUs)));
  enter({ kind: 'SEAL', by: 'CLOCK' }, Math.max(last(), close));
  enter({ kind: 'SEAL', by: 'CLOCK' }, Math.max(last(), close) + 1);
  enter({ kind: 'AWARD', by: 'BUYER' }, last() + now().terms.appealUs - 1);
  if (random.below(2) === 0) enter({ kind: 'AWARD', by: 'BUYER' }, last() + now().terms.appealUs);
}

function randomBidders(random: Random): AuctionBidder[] {
  return Array.from({ length: 2 + random.below(4) }, (_, i) => ({
    bidderId: `bidder-${i}`,
    coefficient: '1',
    addition: '0',
    first: { a: brought(random), ...(random.below(3) > 0 ? { b: brought(random) } : {}) },
  }));
}

/** Often the same amount at the same moment, so that the last resort of a tie is met. */
const brought = (random: Random) => ({
  amount: `${90 + random.below(12)}.${random.pick(['00', '50'])}`,
  atUs: opensAtUs - minute * (1 + random.below(4)),
});

const randomStep = (random: Random) =>
  random.pick([
    { by: 'AMOUNT', value: '1' },
    { by: 'AMOUNT', value: '0.25' },
    { by: 'PERCENT', value: '0.5' },
    { by: 'PERCENT', value: '3' },
  ] as const);

function randomTerms(random: Random, bidders: AuctionBidder[]): AuctionTerms {
  const common = { currency: 'EUR', scale: 2, previewAtUs: opensAtUs - minute, opensAtUs, appealUs: minute } as const;
  const draw = random.below(10);
  if (draw < 7) weigh(random, bidders);
  if (draw < 5) return englishTerms(random, common);
  if (draw < 7)
    return {
      ...common,
      kind: 'ROUNDS',
      lineId: 'a',
      rounds: 1 + random.below(3),
      turnUs: 2 * minute,
      firstPauseUs: 5 * minute,
      pauseUs: 2 * minute,
      ownStep: randomStep(random),
    };
  const ticks = { ...common, lineId: 'a', startAmount: '50', tickUs: minute };
  if (draw < 8)
    return {
      ...ticks,
      kind: 'DUTCH',
      riseAmount: random.pick(['2.5', '7', '0.33']),
      ceilingAmount: random.pick(['50', '60', '61.2']),
    };
  return { ...ticks, kind: 'JAPANESE', fall: randomStep(random), floorAmount: random.pick(['50', '44.44', '30']) };
}

/** Bids that do not count as they stand, but by K and costs. */
function weigh(random: Random, bidders: AuctionBidder[]): void {
  if (random.below(2) === 0) return;
  for (const bidder of bidders) {
    bidder.coefficient = random.pick(['1', '9/7', '8/7', '1.05']);
    bidder.addition = random.pick(['0', '2.5', '0.01']);
  }
}

function englishTerms(
  random: Random,
  common: Omit<Extract<AuctionTerms, { kind: 'ENGLISH' }>, 'kind' | 'lines' | 'ownStep' | 'mustLead' | 'display'>,
): AuctionTerms {
  const lines = random.pick([['a'], ['a', 'b'], ['a', 'b', 'c']]);
  return {
    ...common,
    kind: 'ENGLISH',
    lines: lines.map((lineId, i) => ({
      lineId,
      closesAtUs: opensAtUs + 10 * minute + i * minute * random.below(3),
      ...(random.below(2) === 0 ? { startAmount: '100' } : {}),
    })),
    ownStep: randomStep(random),
    ...(random.below(3) > 0 ? { leadStep: randomStep(random) } : {}),
    mustLead: random.below(3) === 0,
    display: random.pick(['RANK', 'BEST_PRICE']),
    ...(random.below(4) > 0 ? { softClose: softClose(random) } : {}),
    ...(random.below(3) === 0 ? { bigDropPercent: '10' } : {}),
  };
}

function softClose(random: Random): NonNullable<Extract<AuctionTerms, { kind: 'ENGLISH' }>['softClose']> {
  return {
    triggerUs: 2 * minute,
    ...(random.below(2) === 0 ? { lowestTriggeringRank: 1 + random.below(2) } : {}),
    extends: random.pick(['LINE', 'ALL_LINES']),
    countsFrom: random.pick(['CLOSE', 'RECEIPT']),
    lengthUs: random.pick([minute, 3 * minute]),
    extensionsMax: random.below(5),
    ...(random.below(2) === 0 ? { totalUsMax: 4 * minute } : {}),
  };
}

/** Now, a little later, or just before, at and after something that the clock brings. */
function timeOfAct(random: Random, state: AuctionState, last: number): number {
  const draw = random.below(10);
  if (draw < 2) return last;
  if (draw < 7) return last + random.below(paceOf(state.terms));
  const marks = state.lines.flatMap((line) => [
    wallTime(state.clock, line.closesAtUs),
    wallTime(state.clock, line.closesAtUs) - 2 * minute,
  ]);
  const tick = opensAtUs + Math.ceil((last - opensAtUs) / minute) * minute;
  const mark = random.pick(
    [...marks, tick, tick + minute, state.terms.opensAtUs].filter((at) => at >= last && at < last + 6 * minute).concat(last),
  );
  return Math.max(last - 1, mark + random.pick([-1_000, -1, 0, 1, 1_000]));
}

/** So that most acts of an auction fall into the time in which it runs. */
const paceOf = ({ kind }: AuctionTerms): number => ({ ENGLISH: 50, ROUNDS: 70, DUTCH: 20, JAPANESE: 12 })[kind] * second;

function randomAct(random: Random, state: AuctionState, now: number): AuctionAct {
  const draw = random.below(40);
  if (state.clock.pausedSinceUs !== undefined && draw < 25) return { kind: 'RESUME', by: 'BUYER' };
  if (draw === 0)
    return { kind: 'PAUSE', by: 'BUYER', fromUs: random.below(4) === 0 ? state.lastAtUs : now, reason: 'a bidder lost his line' };
  if (draw === 1) return { kind: 'PAUSE', by: 'CLOCK', fromUs: now - random.below(3) * second, reason: 'the clock was down' };
  if (draw === 2) return { kind: 'VOID_BID', by: 'BUYER', sequence: random.below(state.sequence + 1), reason: 'a point slipped' };
  if (draw === 3) return { kind: 'RESCHEDULE', by: 'BUYER', opensAtUs: opensAtUs + random.below(3) * minute, reason: 'later' };
  if (draw === 4)
    return random.pick([
      { kind: 'SEAL', by: 'CLOCK' },
      { kind: 'RESUME', by: 'CLOCK' },
      { kind: 'AWARD', by: 'BUYER' },
    ] as const);
  return bidderAct(random, state, now);
}

function bidderAct(random: Random, state: AuctionState, now: number): AuctionAct {
  const { terms } = state;
  const bidder = speaker(random, state, now);
  const bidderId = random.below(40) === 0 ? 'nobody' : bidder.bidderId;
  const at = runningAt(state.clock, Math.max(now, terms.opensAtUs));
  const kind = random.below(25) === 0 ? random.pick(['ENGLISH', 'ROUNDS', 'DUTCH', 'JAPANESE'] as const) : terms.kind;
  if (kind === 'DUTCH' && terms.kind === 'DUTCH')
    return { kind: 'ACCEPT', by: 'BIDDER', bidderId, amount: priceAt(terms, levelAt(terms, at) + random.pick([0, 0, 1])) };
  if (kind === 'JAPANESE' && terms.kind === 'JAPANESE')
    return {
      kind: 'STAY',
      by: 'BIDDER',
      bidderId,
      level: levelAt(terms, Math.min(at, lastLevelEnds(terms))) + random.pick([0, 0, 0, 1]),
    };
  if (kind === 'DUTCH') return { kind: 'ACCEPT', by: 'BIDDER', bidderId, amount: '50' };
  if (kind === 'JAPANESE') return { kind: 'STAY', by: 'BIDDER', bidderId, level: 0 };
  const line = random.pick(state.lines);
  const amount = randomAmount(random, { state, bidder, line });
  if (terms.kind === 'ENGLISH' && random.below(3) === 0)
    return {
      kind: 'PROXY',
      by: 'BIDDER',
      bidderId,
      lineId: line.lineId,
      floor: random.below(8) === 0 ? null : deeper(random, amount),
    };
  if (kind === 'ROUNDS' && random.below(6) === 0) return { kind: 'TAKE_BACK', by: 'BIDDER', bidderId };
  const isConfirmed = random.below(4) === 0;
  return { kind: 'BID', by: 'BIDDER', bidderId, lineId: line.lineId, amount, ...(isConfirmed ? { isConfirmed } : {}) };
}

/** Somebody; in rounds mostly whose turn it is, as far as the room shows it. */
function speaker(random: Random, state: AuctionState, now: number): AuctionBidder {
  const isTurn = ({ bidderId }: AuctionBidder) =>
    viewOf(state, { side: 'BIDDER', bidderId }, now).lines.some((line) => line.own?.isYourTurn);
  const called = state.terms.kind === 'ROUNDS' && random.below(4) > 0 ? state.bidders.find(isTurn) : undefined;
  return called ?? random.pick(state.bidders);
}

const deeper = (random: Random, amount: string): string =>
  Number(amount) > 30 ? String(Math.floor(Number(amount)) - random.below(12)) : amount;

interface Bidding {
  state: AuctionState;
  bidder: AuctionBidder;
  line: AuctionState['lines'][number];
}

/** At the edge of what a step allows, a cent beside it, or anywhere; now and then no amount at all. */
function randomAmount(random: Random, { state, bidder, line }: Bidding): string {
  const draw = random.below(12);
  if (draw === 0) return random.pick(['0', '-5', '1.234', '9e1', '', '0.01']);
  const standing = line.placed.filter((bid) => bid.voidedAtUs === undefined);
  const own = Number(standing.filter((bid) => bid.bidderId === bidder.bidderId).at(-1)?.amount ?? '100');
  const best = Math.min(...standing.map((bid) => Number(bid.amount)), own);
  const { ownStep } = state.terms as { ownStep?: { by: string; value: string } };
  const step = ownStep?.by === 'AMOUNT' ? Number(ownStep.value) : (own * Number(ownStep?.value ?? 1)) / 100;
  const target = random.pick([own - step, best - step, best, best - 2 * step, own - step, (best * 85) / 100]);
  const cents = Math.floor(target * 100) + random.pick([0, 0, 0, 1, -1, -random.below(200)]);
  if (draw === 1 && standing[0]) return amountForValue(bidder, exactOf(standing[0].amount), state.terms.scale);
  return (Math.max(1, cents) / 100).toFixed(2);
}

const exactOf = (text: string) => ({
  over: BigInt(text.replace('.', '')),
  under: 10n ** BigInt(text.split('.')[1]?.length ?? 0),
});
