import { describe, expect, it } from '@jest/globals';
import { bidsOf, nextOf, stateOf } from './envelope-states.js';
import type { OpenedTender, Sealing } from './session-key.js';

const envelopes = ['QUALIFICATION', 'TECHNICAL', 'COMMERCIAL'] as const;
type Envelope = (typeof envelopes)[number];
const bid = (id: string, more: object = {}) => ({ id, lotId: 'lot', round: 1, withdrawnAt: null, counts: true, ...more });
const opened = (bidId: string, envelope: Envelope, verdict: string | null = null) => ({
  bidId,
  envelope,
  outcome: 'OPENED',
  verdict,
});

/** A lot of three bids as far as it was released and opened. */
function at(released: readonly Envelope[], openings: readonly object[], more: readonly object[] = []) {
  const sealing = { envelopes, releases: released.map((envelope) => ({ lotId: 'lot', round: 1, envelope })) };
  const lots = [{ id: 'lot', round: 1 }];
  const tender = { lots, sealing, openings, bids: [bid('a'), bid('b'), ...more] } as unknown as OpenedTender;
  const states = (id: string) =>
    envelopes.map((envelope) => stateOf(tender, tender.bids.find((one) => one.id === id)!, envelope));
  const next = nextOf(tender, sealing as unknown as Sealing, tender.lots[0]!);
  return { tender, states, next: next && [next.envelope, next.given, next.unjudged.map(({ id }) => id)] };
}

describe('the envelopes of a lot', () => {
  it('are sealed before anything is released, and the first comes first', () => {
    const { states, next } = at([], []);
    expect(states('a')).toEqual(['SEALED', 'SEALED', 'SEALED']);
    expect(next).toEqual(['QUALIFICATION', false, []]);
  });

  it('wait for what was released and is not opened', () => {
    const { states, next } = at(['QUALIFICATION'], [opened('a', 'QUALIFICATION')]);
    expect([states('a')[0], states('b')[0]]).toEqual(['OPENED', 'RELEASED']);
    expect(next).toEqual(['QUALIFICATION', true, []]);
  });

  it('wait for every verdict before the next', () => {
    const both = [opened('a', 'QUALIFICATION', 'PASSED'), opened('b', 'QUALIFICATION')];
    expect(at(['QUALIFICATION'], both).next).toEqual(['TECHNICAL', false, ['b']]);
  });

  it('stay sealed behind one that failed, and behind one that did not open', () => {
    const shut = { bidId: 'b', envelope: 'QUALIFICATION', outcome: 'UNOPENABLE', verdict: null };
    const failed = [opened('a', 'QUALIFICATION', 'FAILED'), shut];
    const { states, next } = at(['QUALIFICATION', 'TECHNICAL'], failed);
    expect(states('a')).toEqual(['FAILED', 'STAYS_SEALED', 'STAYS_SEALED']);
    expect(states('b')).toEqual(['UNOPENABLE', 'STAYS_SEALED', 'STAYS_SEALED']);
    expect(next).toEqual(['COMMERCIAL', false, []]);
  });

  it('end with the prices, of which nothing is judged', () => {
    const passed = (id: string) => [
      opened(id, 'QUALIFICATION', 'PASSED'),
      opened(id, 'TECHNICAL', 'PASSED'),
      opened(id, 'COMMERCIAL'),
    ];
    const { states, next } = at(envelopes, [...passed('a'), ...passed('b')]);
    expect(states('b')).toEqual(['PASSED', 'PASSED', 'READ']);
    expect(next).toBeUndefined();
  });

  it('stay sealed in a bid that does not count, and those of other rounds or withdrawn are none', () => {
    const more = [bid('c', { counts: false }), bid('d', { round: 2 }), bid('e', { withdrawnAt: 'then' })];
    const { tender, states, next } = at(['QUALIFICATION'], [opened('a', 'QUALIFICATION'), opened('b', 'QUALIFICATION')], more);
    expect(states('c')[0]).toBe('STAYS_SEALED');
    expect(bidsOf(tender, tender.lots[0]!).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(next).toEqual(['TECHNICAL', false, ['a', 'b']]);
  });
});
