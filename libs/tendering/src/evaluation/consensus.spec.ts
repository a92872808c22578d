import { describe, expect, it } from '@jest/globals';
import { fractionText } from '#libs/kernel';
import { type Ballot, type CommitteeWork, type ConsensusRule, consensusOf } from './consensus.js';

const ballots = (...scores: readonly string[]): Ballot[] =>
  scores.map((score, i) => ({ memberId: `m${i}`, bidId: 'b', criterionId: 'plan', score }));
const free = (...members: readonly string[]) => members.map((memberId) => ({ memberId, hasConflict: false }));
const everybody = free('m0', 'm1', 'm2', 'm3', 'm4');
const work = (given: Partial<CommitteeWork>): CommitteeWork => ({ declarations: everybody, ballots: [], agreed: [], ...given });
const rule: ConsensusRule = { by: 'MEAN', ballotsMin: 2 };
const told = (by: ConsensusRule, given: Partial<CommitteeWork>) =>
  consensusOf(by, work(given)).map((c) =>
    'score' in c ? `${c.by} ${fractionText(c.score)} of ${c.ballots}` : `${c.open} of ${c.ballots}`,
  );

describe('points of a committee', () => {
  it('are a mean, a median or a mean without the extremes, exactly', () => {
    expect(told(rule, { ballots: ballots('7', '8', '8') })).toEqual(['MEAN 23/3 of 3']);
    expect(told({ ...rule, by: 'MEDIAN' }, { ballots: ballots('9', '2', '8', '7') })).toEqual(['MEDIAN 15/2 of 4']);
    expect(told({ ...rule, by: 'MEDIAN' }, { ballots: ballots('9', '2', '8') })).toEqual(['MEDIAN 8 of 3']);
    expect(told({ ...rule, by: 'WITHOUT_EXTREMES' }, { ballots: ballots('1', '7', '8', '10') })).toEqual([
      'WITHOUT_EXTREMES 15/2 of 4',
    ]);
    expect(told({ ...rule, by: 'WITHOUT_EXTREMES' }, { ballots: ballots('1', '7', '10') })).toEqual(['WITHOUT_EXTREMES 6 of 3']);
  });

  it('count ballots of members only who declared no conflict', () => {
    const declarations = [...free('m0', 'm1'), { memberId: 'm2', hasConflict: true }];
    expect(told(rule, { declarations, ballots: ballots('6', '8', '0', '0') })).toEqual(['MEAN 7 of 2']);
    expect(
      told(rule, { declarations: [...free('m0', 'm2'), { memberId: 'm2', hasConflict: true }], ballots: ballots('6', '8', '0') }),
    ).toEqual(['TOO_FEW_BALLOTS of 1']);
  });

  it('go by the last ballot of a member', () => {
    expect(
      told(rule, { ballots: [...ballots('6', '8'), { memberId: 'm0', bidId: 'b', criterionId: 'plan', score: '10' }] }),
    ).toEqual(['MEAN 9 of 2']);
  });

  it('stay open when ballots lie too far apart, until the committee agrees', () => {
    const apart = { ...rule, spreadMax: '3' };
    expect(told(apart, { ballots: ballots('5', '8') })).toEqual(['MEAN 13/2 of 2']);
    expect(told(apart, { ballots: ballots('5', '8.5') })).toEqual(['TOO_FAR_APART of 2']);
    const agreed = [{ bidId: 'b', criterionId: 'plan', score: '6', reason: 'the annex was overlooked' }];
    expect(told(apart, { ballots: ballots('5', '8.5'), agreed })).toEqual(['AGREEMENT 6 of 2']);
    expect(told(apart, { agreed })).toEqual(['AGREEMENT 6 of 0']);
  });
});
