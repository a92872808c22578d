import { describe, expect, it } from '@jest/globals';
import { type Choice, choiceFaults, choiceOf, envelopesOf, holdersOf, type KnownKey } from './arrange-choice.js';
import type { Sealing } from './session-key.js';

const keys = ['ann', 'ben', 'cid', 'dan', 'notary'].map(
  (id) => ({ id, name: id, publicKey: `key of ${id}` }) as unknown as KnownKey,
);
const seat = (officer: string | null, deputy: string | null = null) => ({ officer, deputy });
const sound: Choice = {
  seats: [seat('ann', 'dan'), seat('ben'), seat('cid')],
  recovery: 'notary',
  threshold: 2,
  envelopes: 'QUALIFICATION COMMERCIAL',
};

describe('the choice of who opens bids', () => {
  it('gives officers their places, deputies those of their officers, and the last to the recovery share', () => {
    expect(holdersOf(sound, keys).map(({ keyId, role, position }) => `${keyId} ${role} ${position}`)).toEqual([
      'ann OFFICER 1',
      'dan DEPUTY 1',
      'ben OFFICER 2',
      'cid OFFICER 3',
      'notary RECOVERY 4',
    ]);
    expect(choiceFaults(sound, keys)).toEqual([]);
    expect(envelopesOf(sound)).toEqual(['QUALIFICATION', 'COMMERCIAL']);
  });

  it('says what would not do before a key is made', () => {
    expect(choiceFaults(choiceOf(null), keys)).toEqual(['SEAT_EMPTY']);
    expect(choiceFaults({ ...sound, threshold: 3 }, keys)).toEqual(['TOO_FEW_OFFICERS']);
    expect(choiceFaults({ ...sound, recovery: null }, keys)).toEqual(['RECOVERY_NOT_ONE']);
    expect(choiceFaults({ ...sound, seats: [seat('ann', 'ben'), seat('ben'), seat('cid')] }, keys)).toEqual(['KEY_TWICE']);
  });

  it('begins anew with what was arranged before', () => {
    const holders = holdersOf(sound, keys);
    const sealing = { holders, threshold: 2, envelopes: ['QUALIFICATION', 'COMMERCIAL'] } as unknown as Sealing;
    expect(choiceOf(sealing)).toEqual(sound);
  });
});
