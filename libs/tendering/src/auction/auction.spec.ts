import { describe, expect, it } from '@jest/globals';
import { scheduledAuction, statusAt } from './auction.js';
import { auctionFaults } from './auction-faults.js';
import type { AuctionAct, AuctionFile, AuctionTerms } from './auction-file.js';
import { brokenAt, chained, openingHash } from './ledger.js';
import { replay } from './replay.js';
import { lastTurnEnds } from './rounds.js';
import { bid, bidderOf, closesAtUs, common, english, hold, minute, opensAtUs, proxy, ranking, three } from './testing.js';
import { viewOf } from './view.js';

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
