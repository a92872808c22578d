import { describe, expect, it } from '@jest/globals';
import type { AuctionAct, EnglishTerms, SoftClose } from '../auction-file.js';
import { bid, bidderOf, closesAtUs, english, hold, minute, ms, opensAtUs, proxy, ranking, second, three } from '../testing.js';

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
