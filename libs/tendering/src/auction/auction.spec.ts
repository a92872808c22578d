import { describe, expect, it } from '@jest/globals';
import { type AuctionState, enterAct, scheduledAuction, statusAt } from './auction.js';
import { auctionFaults } from './auction-faults.js';
import type { AuctionAct, AuctionBidder, AuctionFile, AuctionTerms, EnglishTerms, SoftClose } from './auction-file.js';
import { brokenAt, chained, openingHash } from './ledger.js';
import { replay, resultOf } from './replay.js';
import { lastTurnEnds } from './rounds.js';
import { viewOf } from './view.js';

const ms = 1_000;
const second = 1_000 * ms;
const minute = 60 * second;
const opensAtUs = 1_800_000_000 * second;
const closesAtUs = opensAtUs + 10 * minute;
const common = { currency: 'EUR', scale: 2, previewAtUs: opensAtUs - minute, opensAtUs, appealUs: minute } as const;
const english: EnglishTerms = {
  ...common,
  kind: 'ENGLISH',
  lines: [
    { lineId: 'a', closesAtUs },
    { lineId: 'b', closesAtUs: closesAtUs + 5 * minute },
  ],
  ownStep: { by: 'AMOUNT', value: '1' },
  mustLead: false,
  display: 'RANK',
};
const bidderOf = (bidderId: string, amount = '100', coefficient = '1'): AuctionBidder => ({
  bidderId,
  coefficient,
  addition: '0',
  first: { a: { amount, atUs: opensAtUs - minute }, b: { amount, atUs: opensAtUs - minute } },
});
const three = ['x', 'y', 'z'].map((id) => bidderOf(id));
const bid = (bidderId: string, amount: string, lineId = 'a'): AuctionAct => ({
  kind: 'BID',
  by: 'BIDDER',
  bidderId,
  lineId,
  amount,
});
const proxy = (bidderId: string, floor: string | null): AuctionAct => ({
  kind: 'PROXY',
  by: 'BIDDER',
  bidderId,
  lineId: 'a',
  floor,
});

/** Enters acts one after the other and tells the refusals; an act that is refused leaves the state as it was. */
function hold(terms: AuctionTerms, bidders: readonly AuctionBidder[], acts: readonly (readonly [AuctionAct, number])[]) {
  let state: AuctionState = scheduledAuction({ terms, bidders });
  const told = acts.map(([act, atUs]) => {
    const entered = enterAct(state, act, atUs);
    if ('refusal' in entered) return entered.refusal;
    state = entered.state;
    return 'ok';
  });
  return { state, told, lines: resultOf('A', state).lines };
}
const ranking = (line: { ranking: readonly { bidderId: string; amount: string }[] } | undefined) =>
  line?.ranking.map(({ bidderId, amount }) => `${bidderId} ${amount}`);

describe('soft close', () => {
  const soft: SoftClose = { triggerUs: 2 * minute, extends: 'LINE', countsFrom: 'CLOSE', lengthUs: 3 * minute, extensionsMax: 2 };
  const withSoft = (other: Partial<SoftClose>): EnglishTerms => ({ ...english, softClose: { ...soft, ...other } });
  const moves = (terms: EnglishTerms, acts: readonly (readonly [AuctionAct, number])[]) =>
    hold(terms, three, acts).state.lines.map(({ closesAtUs: closes, firstCloseUs }) => (closes - firstCloseUs) / second);

  it('looks at the last minutes, both ends included, to the microsecond', () => {
    const at = (offsetUs: number) => moves(withSoft({}), [[bid('x', '90'), closesAtUs - 2 * minute + offsetUs]])[0];
    expect([-ms, -1, 0, ms].map(at)).toEqual([0, 0, 180, 180]);
    const late = (offsetUs: number) => hold(withSoft({}), three, [[bid('x', '90'), closesAtUs + offsetUs]]).told[0];
    expect([-ms, 0, 1, ms].map(late)).toEqual(['ok', 'ok', 'CLOSED', 'CLOSED']);
  });

  it('counts from the close or from the bid', () => {
    const acts = [[bid('x', '90'), closesAtUs - minute]] as const;
    expect(moves(withSoft({ countsFrom: 'RECEIPT' }), acts)).toEqual([120, 0]);
    expect(moves(withSoft({ countsFrom: 'RECEIPT', lengthUs: 30 * second }), acts)).toEqual([0, 0]);
    expect(moves(withSoft({ extends: 'ALL_LINES' }), acts)).toEqual([180, 180]);
  });

  it('asks for a rank, a number and a longest time', () => {
    const second2 = [
      [bid('x', '90'), opensAtUs],
      [bid('y', '91'), closesAtUs],
    ] as const;
    expect(moves(withSoft({ lowestTriggeringRank: 1 }), second2)[0]).toBe(0);
    expect(moves(withSoft({ lowestTriggeringRank: 2 }), second2)[0]).toBe(180);
    const thrice = [0, 180, 360].map((offset, i) => [bid('x', String(90 - i)), closesAtUs + offset * second] as const);
    expect(moves(withSoft({}), thrice)[0]).toBe(360);
    expect(moves(withSoft({ totalUsMax: 4 * minute }), thrice)[0]).toBe(240);
  });

  it('is explained entry by entry in the result', () => {
    const { lines } = hold(withSoft({}), three, [
      [bid('x', '90'), closesAtUs],
      [bid('z', '80', 'b'), closesAtUs + 1],
    ]);
    expect(lines.map(({ extensions }) => extensions)).toEqual([
      [{ sequence: 1, lineId: 'a', fromUs: closesAtUs, toUs: closesAtUs + 3 * minute }],
      [],
    ]);
  });
});

describe('steps', () => {
  it('are held against the own bid and against the best, by amount or percent, exactly', () => {
    const terms: EnglishTerms = { ...english, ownStep: { by: 'PERCENT', value: '0.5' }, leadStep: { by: 'AMOUNT', value: '2' } };
    const { told } = hold(terms, three, [
      [bid('x', '99.51'), opensAtUs],
      [bid('x', '99.50'), opensAtUs],
      [bid('x', '98'), opensAtUs],
      [bid('y', '96.01'), opensAtUs + 1],
      [bid('y', '98'), opensAtUs + 1],
      [bid('z', '96'), opensAtUs + 1],
    ]);
    expect(told).toEqual(['OWN_STEP_TOO_SMALL', 'LEAD_STEP_TOO_SMALL', 'ok', 'LEAD_STEP_TOO_SMALL', 'ok', 'ok']);
  });

  it('count what K makes of an amount', () => {
    const bidders = [bidderOf('x'), bidderOf('y', '120', '9/7')];
    const terms: EnglishTerms = { ...english, mustLead: true, leadStep: { by: 'AMOUNT', value: '1' } };
    // 115.71 x 7/9 is just under 90; x needs 89 in turn.
    const { told, lines } = hold(terms, bidders, [
      [bid('x', '90'), opensAtUs],
      [bid('y', '115.71'), opensAtUs],
      [bid('y', '114.42'), opensAtUs],
      [bid('x', '88.00'), opensAtUs],
      [bid('x', '87.99'), opensAtUs],
    ]);
    expect(told).toEqual(['ok', 'LEAD_STEP_TOO_SMALL', 'ok', 'LEAD_STEP_TOO_SMALL', 'ok']);
    expect(lines[0]!.ranking.map(({ value }) => value)).toEqual(['8799/100', '13349/150']);
  });

  it('ask for a word of confirmation when a bid falls far', () => {
    const terms: EnglishTerms = { ...english, bigDropPercent: '10' };
    const { told } = hold(terms, three, [
      [bid('x', '89.99'), opensAtUs],
      [bid('x', '90'), opensAtUs],
      [{ ...bid('y', '9'), isConfirmed: true } as AuctionAct, opensAtUs],
    ]);
    expect(told).toEqual(['BIG_DROP_NOT_CONFIRMED', 'ok', 'ok']);
  });
});

describe('proxy orders', () => {
  const terms: EnglishTerms = { ...english, leadStep: { by: 'AMOUNT', value: '2' } };

  it('bid just far enough, down to the floor and no further', () => {
    const { lines, told } = hold(terms, three, [
      [bid('x', '90'), opensAtUs],
      [proxy('y', '80'), opensAtUs + 1],
      [bid('x', '84'), opensAtUs + 2],
      [bid('x', '81'), opensAtUs + 3],
      [bid('x', '78'), opensAtUs + 4],
    ]);
    expect(told).toEqual(['ok', 'ok', 'ok', 'LEAD_STEP_TOO_SMALL', 'ok']);
    expect(lines[0]!.bids.slice(3).map((b) => `${b.bidderId} ${b.amount} ${b.origin} ${b.sequence}`)).toEqual([
      'x 90 BID 1',
      'y 88.00 PROXY 2',
      'x 84 BID 3',
      'y 82.00 PROXY 3',
      'x 78 BID 4',
    ]);
  });

  it('fight it out at once: the lowest floor wins just below the next, the earlier of equal ones', () => {
    const duel = (...floors: readonly string[]) =>
      ranking(
        hold(
          terms,
          three,
          floors.map((floor, i) => [proxy(['x', 'y', 'z'][i]!, floor), opensAtUs + i] as const),
        ).lines[0],
      );
    expect(duel('70', '60')).toEqual(['y 68.00', 'x 70', 'z 100']);
    expect(duel('61', '60')).toEqual(['y 60', 'x 61', 'z 100']);
    expect(duel('60', '60')).toEqual(['x 60', 'y 60', 'z 100']);
    expect(duel('70', '60', '50')).toEqual(['z 58.00', 'y 60', 'x 70']);
  });

  it('three at once, after a bid was made void that had put them to sleep', () => {
    const { lines } = hold(terms, three, [
      [bid('x', '40'), opensAtUs],
      [proxy('y', '70'), opensAtUs],
      [proxy('z', '60'), opensAtUs],
      [{ kind: 'VOID_BID', by: 'BUYER', sequence: 1, reason: 'a slip' }, opensAtUs],
      [proxy('x', '65'), opensAtUs],
    ]);
    expect(ranking(lines[0])).toEqual(['z 63.00', 'x 65', 'y 70']);
  });

  it('need a bid that stands, and end when they are taken back', () => {
    const bidders = [bidderOf('x'), { ...bidderOf('y'), first: {} }];
    const { told, lines } = hold(terms, bidders, [
      [proxy('y', '80'), opensAtUs],
      [proxy('x', '99.5'), opensAtUs],
      [proxy('x', '80'), opensAtUs],
      [proxy('x', null), opensAtUs],
      [bid('y', '90'), opensAtUs],
    ]);
    expect(told).toEqual(['NO_STANDING_BID', 'OWN_STEP_TOO_SMALL', 'ok', 'ok', 'ok']);
    expect(ranking(lines[0])).toEqual(['y 90', 'x 100']);
  });
});

describe('the clock', () => {
  it('stands in a pause: every close comes as much later', () => {
    const { told, lines, state } = hold(english, three, [
      [bid('x', '95'), opensAtUs + minute],
      [{ kind: 'PAUSE', by: 'BUYER', fromUs: opensAtUs + 2 * minute, reason: 'a line is down' }, opensAtUs + 2 * minute],
      [bid('y', '90'), opensAtUs + 3 * minute],
      [{ kind: 'RESUME', by: 'BUYER' }, opensAtUs + 12 * minute],
      [bid('y', '90'), closesAtUs + 10 * minute],
      [bid('z', '80'), closesAtUs + 10 * minute + 1],
    ]);
    expect(told).toEqual(['ok', 'ok', 'PAUSED', 'ok', 'ok', 'CLOSED']);
    expect(lines.map(({ closedAtUs }) => (closedAtUs - opensAtUs) / minute)).toEqual([20, 25]);
    expect(statusAt(state, closesAtUs + 16 * minute)).toBe('CLOSED');
  });

  it('that was down says so afterwards, if nothing was entered since', () => {
    const late = (fromUs: number, by: 'CLOCK' | 'BUYER'): AuctionAct => ({
      kind: 'PAUSE',
      by,
      fromUs,
      reason: 'the clock was down',
    });
    const { told } = hold(english, three, [
      [bid('x', '95'), opensAtUs + 2 * minute],
      [late(opensAtUs + minute, 'CLOCK'), opensAtUs + 4 * minute],
      [late(opensAtUs + 3 * minute, 'BUYER'), opensAtUs + 4 * minute],
      [late(opensAtUs + 3 * minute, 'CLOCK'), opensAtUs + 4 * minute],
      [late(opensAtUs + 4 * minute, 'CLOCK'), opensAtUs + 4 * minute],
    ]);
    expect(told).toEqual(['ok', 'TIME_RUNS_BACK', 'TIME_RUNS_BACK', 'ok', 'PAUSED']);
  });

  it('leads from the preview to the award, and nobody opens a closed auction again', () => {
    const end = closesAtUs + 5 * minute;
    const seal: AuctionAct = { kind: 'SEAL', by: 'CLOCK' };
    const { state, told } = hold(english, three, [
      [bid('x', '90'), opensAtUs - 1],
      [{ kind: 'RESCHEDULE', by: 'BUYER', opensAtUs: opensAtUs + minute, reason: 'later' }, opensAtUs - 1],
      [bid('x', '90'), opensAtUs],
      [bid('x', '90'), opensAtUs + minute],
      [{ kind: 'RESCHEDULE', by: 'BUYER', opensAtUs: end, reason: 'again' }, opensAtUs + minute],
      [seal, end + minute],
      [seal, end + minute + 1],
      [bid('y', '80'), end + minute + 2],
      [{ kind: 'PAUSE', by: 'BUYER', fromUs: end + minute + 2, reason: 'too late' }, end + minute + 2],
      [{ kind: 'AWARD', by: 'BUYER' }, end + 2 * minute],
      [{ kind: 'AWARD', by: 'BUYER' }, end + 2 * minute + 1],
      [{ kind: 'VOID', by: 'BUYER', reason: 'too late' }, end + 3 * minute],
    ]);
    expect(told).toEqual([
      'NOT_OPEN',
      'ok',
      'NOT_OPEN',
      'ok',
      'NOT_IN_THIS_AUCTION',
      'NOT_CLOSED',
      'ok',
      'SEALED',
      'SEALED',
      'APPEAL_RUNS',
      'ok',
      'SEALED',
    ]);
    expect(statusAt(state, end)).toBe('AWARDED');
    const fresh = scheduledAuction({ terms: english, bidders: three });
    expect([opensAtUs - minute - 1, opensAtUs - minute, opensAtUs, end, end + 1].map((at) => statusAt(fresh, at))).toEqual([
      'SCHEDULED',
      'PREVIEW',
      'OPEN',
      'OPEN',
      'CLOSED',
    ]);
  });
});

describe('rounds', () => {
  const rounds: AuctionTerms = {
    ...common,
    kind: 'ROUNDS',
    lineId: 'a',
    rounds: 3,
    turnUs: 2 * minute,
    firstPauseUs: 5 * minute,
    pauseUs: 2 * minute,
    ownStep: { by: 'AMOUNT', value: '1' },
  };
  const bidders = [bidderOf('x', '100'), bidderOf('y', '110'), bidderOf('z', '105')];
  const turn = (round: number, nth: number) => opensAtUs + 5 * minute + round * 8 * minute + nth * 2 * minute;

  it('last 6 n + 9 minutes', () => {
    expect([2, 3, 7].map((n) => (lastTurnEnds(rounds, n) - opensAtUs) / minute)).toEqual([21, 27, 51]);
  });

  it('let the worst speak first, in each round anew', () => {
    const { told, lines } = hold(rounds, bidders, [
      [bid('z', '90'), turn(0, 0) + 1],
      [bid('y', '109.5'), turn(0, 0) + 1],
      [bid('y', '95'), turn(0, 0) + 1],
      [bid('y', '98'), turn(0, 1)],
      [bid('y', '90'), turn(0, 1) + 1],
      [{ kind: 'TAKE_BACK', by: 'BIDDER', bidderId: 'z' }, turn(0, 1) + 1],
      [bid('z', '90'), turn(0, 1) + 1],
      [{ kind: 'TAKE_BACK', by: 'BIDDER', bidderId: 'z' }, turn(0, 2)],
      [bid('z', '104'), turn(1, 0) + 1],
      [bid('x', '97'), turn(1, 1) + 1],
    ]);
    expect(told).toEqual([
      'NOT_YOUR_TURN',
      'OWN_STEP_TOO_SMALL',
      'ok',
      'ok',
      'NOT_YOUR_TURN',
      'NOTHING_TO_TAKE_BACK',
      'ok',
      'ok',
      'ok',
      'ok',
    ]);
    expect(ranking(lines[0])).toEqual(['x 97', 'y 98', 'z 104']);
  });

  it('show a bid to others when its turn is over', () => {
    const { state } = hold(rounds, bidders, [[bid('y', '95'), turn(0, 0) + 1]]);
    const ofY = (side: Parameters<typeof viewOf>[1], at: number) => viewOf(state, side, at).lines[0]!;
    const rankOfX = (at: number) => ofY({ side: 'BIDDER', bidderId: 'x' }, at).own?.rank;
    expect([rankOfX(turn(0, 1)), rankOfX(turn(0, 1) + 1)]).toEqual([1, 2]);
    expect(ofY({ side: 'BIDDER', bidderId: 'y' }, turn(0, 1)).own).toEqual({ amount: '95', rank: 1, isYourTurn: true });
    expect(ofY({ side: 'BUYER' }, turn(0, 1)).ranking?.map(({ amount }) => amount)).toEqual(['100', '105', '110']);
  });
});

describe('prices that move by the clock', () => {
  const plain = three.map((b) => ({ ...b, first: {} }));
  const ticks = { ...common, lineId: 'a', startAmount: '50', tickUs: minute };

  it('a Dutch price rises until the first accepts it, as he saw it', () => {
    const dutch: AuctionTerms = { ...ticks, kind: 'DUTCH', riseAmount: '5', ceilingAmount: '62' };
    const accept = (bidderId: string, amount: string): AuctionAct => ({ kind: 'ACCEPT', by: 'BIDDER', bidderId, amount });
    const { told, lines } = hold(dutch, plain, [
      [accept('x', '55'), opensAtUs + minute],
      [accept('x', '55'), opensAtUs + minute + 1],
      [accept('y', '55'), opensAtUs + minute + 1],
    ]);
    expect(told).toEqual(['PRICE_MOVED', 'ok', 'CLOSED']);
    expect([ranking(lines[0]), lines[0]!.closedAtUs]).toEqual([['x 55.00'], opensAtUs + minute + 1]);
    expect(
      hold(dutch, plain, [
        [accept('x', '60'), opensAtUs + 3 * minute],
        [accept('x', '65'), opensAtUs + 3 * minute + 1],
      ]).told,
    ).toEqual(['ok', 'CLOSED']);
    expect(hold(dutch, plain, [[accept('x', '60'), opensAtUs + 3 * minute + 1]]).told).toEqual(['CLOSED']);
  });

  it('a Japanese price falls while more than one stay', () => {
    const japanese: AuctionTerms = { ...ticks, kind: 'JAPANESE', fall: { by: 'PERCENT', value: '10' }, floorAmount: '30' };
    const stay = (bidderId: string, level: number): AuctionAct => ({ kind: 'STAY', by: 'BIDDER', bidderId, level });
    const at = (level: number, us = 1) => opensAtUs + level * minute + us;
    const { told, lines, state } = hold(japanese, plain, [
      [stay('x', 0), at(0)],
      [stay('y', 0), at(0, 2)],
      [stay('z', 0), at(1)],
      [stay('z', 1), at(1)],
      [stay('y', 1), at(1)],
      [stay('x', 2), at(1)],
      [stay('x', 1), at(2, 0)],
      [stay('y', 2), at(2)],
      [stay('y', 3), at(3)],
    ]);
    expect(told).toEqual(['ok', 'ok', 'LEVEL_NOT_ASKED', 'NO_LONGER_IN', 'ok', 'LEVEL_NOT_ASKED', 'ok', 'ok', 'CLOSED']);
    expect([ranking(lines[0]), (lines[0]!.closedAtUs - opensAtUs) / minute]).toEqual([['y 40.00', 'x 45.00'], 3]);
    expect(viewOf(state, { side: 'BIDDER', bidderId: 'x' }, at(2)).lines[0]).toMatchObject({
      price: '40.00',
      level: 2,
      own: { amount: '45.00', rank: 2 },
    });
  });
});

describe('what each side sees', () => {
  const acts = [
    [bid('x', '90'), opensAtUs],
    [proxy('y', '85'), opensAtUs],
  ] as const;

  it('a bidder sees his own rank and floor, and a price only where the terms show it', () => {
    const hidden = hold(english, three, acts).state;
    expect(viewOf(hidden, { side: 'BIDDER', bidderId: 'y' }, opensAtUs).lines[0]).toEqual({
      lineId: 'a',
      closesAtUs,
      extensions: 0,
      own: { amount: '89.99', rank: 1, floor: '85' },
    });
    const x = viewOf(hidden, { side: 'BIDDER', bidderId: 'x' }, opensAtUs);
    expect(x.lines[0]).toEqual({ lineId: 'a', closesAtUs, extensions: 0, own: { amount: '90', rank: 2 } });
    const shown = hold({ ...english, display: 'BEST_PRICE', leadStep: { by: 'AMOUNT', value: '1' } }, three, acts).state;
    expect(viewOf(shown, { side: 'BIDDER', bidderId: 'x' }, opensAtUs).lines[0]!.amountToLead).toBe('88.00');
    expect(JSON.stringify([x, viewOf(shown, { side: 'BUYER' }, opensAtUs)])).not.toContain('85');
  });

  it('a stranger sees no line', () => {
    expect(viewOf(hold(english, three, acts).state, { side: 'BIDDER', bidderId: 'w' }, opensAtUs).lines).toEqual([]);
  });
});

describe('the file', () => {
  const opening = { format: 'entrepot-auction', version: 1, auctionId: 'A', terms: english, bidders: three } as const;
  const fileOf = (...acts: readonly (readonly [AuctionAct, number])[]): AuctionFile => {
    const ledger: AuctionFile['ledger'][number][] = [];
    for (const [act, atUs] of acts) ledger.push(chained(ledger.at(-1) ?? { sequence: 0, hash: openingHash(opening) }, act, atUs));
    return { ...opening, ledger };
  };

  it('replays to the same result, and names the entry that is wrong', () => {
    const file = fileOf([bid('x', '90'), opensAtUs], [bid('y', '80'), opensAtUs]);
    const replayed = replay(file);
    expect(replayed.ok && [replayed.value.outcome, ranking(replayed.value.lines[0])]).toEqual([
      'UNSEALED',
      ['y 80', 'x 90', 'z 100'],
    ]);
    expect(brokenAt(file)).toBeUndefined();
    const changed = { ...file, ledger: [file.ledger[0]!, { ...file.ledger[1]!, act: bid('y', '70') }] };
    expect(replay(changed)).toEqual({
      ok: false,
      errors: [{ code: 'LedgerChanged', path: ['ledger', '2'], values: { sequence: 2, refusal: null } }],
    });
    expect(replay(fileOf([bid('x', '99.5'), opensAtUs]))).toEqual({
      ok: false,
      errors: [{ code: 'EntryNotLegal', path: ['ledger', '1'], values: { sequence: 1, refusal: 'OWN_STEP_TOO_SMALL' } }],
    });
  });

  it('has terms that can be held', () => {
    const codes = (terms: AuctionTerms, bidders = three) =>
      auctionFaults(terms, bidders).map(({ code, path }) => `${code} ${path.join('.')}`);
    expect(codes(english)).toEqual([]);
    expect(codes({ ...english, ownStep: { by: 'AMOUNT', value: '0' }, bigDropPercent: '100', lines: [] })).toEqual([
      'AuctionTimesOutOfOrder lines',
      'AuctionNumberOutOfRange ownStep',
      'AuctionNumberOutOfRange bigDropPercent',
    ]);
    const dutch: AuctionTerms = {
      ...common,
      kind: 'DUTCH',
      lineId: 'a',
      startAmount: '5',
      riseAmount: '1',
      tickUs: minute,
      ceilingAmount: '4',
    };
    expect(codes(dutch, [bidderOf('x', '1', '9/7')])).toEqual([
      'AuctionNumberOutOfRange ceilingAmount',
      'PriceAloneCounts bidders.x',
    ]);
    expect(codes({ ...dutch, riseAmount: '0.01', ceilingAmount: '5000' })).toEqual(['AuctionNumberOutOfRange tickUs']);
    const rounds: AuctionTerms = {
      ...common,
      kind: 'ROUNDS',
      lineId: 'c',
      rounds: 0,
      turnUs: 0,
      firstPauseUs: 0,
      pauseUs: 0,
      ownStep: { by: 'PERCENT', value: '3' },
    };
    expect(codes(rounds, [three[0]!, three[0]!])).toEqual([
      'AuctionTimesOutOfOrder turnUs',
      'AuctionNumberOutOfRange rounds',
      'BidderTwice bidders',
      'BidderWithoutFirstBid bidders.x',
      'BidderWithoutFirstBid bidders.x',
    ]);
  });
});
