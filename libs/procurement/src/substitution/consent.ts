import type { AlternativeReason } from '#libs/catalog';

/**
 * How far a buyer lets the supplier put another part in the place of the one he ordered, each including the one before: TWO_WAY also
 * takes aliases and re-identified parts, ONE_WAY the new for the old, QUALIFIED what the application decides.
 */
export const consentLevels = ['NONE', 'TWO_WAY', 'ONE_WAY', 'QUALIFIED'] as const;
export type AlternatesConsent = (typeof consentLevels)[number];

const needed: Readonly<Record<AlternativeReason, AlternatesConsent | undefined>> = {
  ALIAS: 'TWO_WAY',
  REIDENTIFIED: 'TWO_WAY',
  TWO_WAY: 'TWO_WAY',
  ONE_WAY: 'ONE_WAY',
  QUALIFIED: 'QUALIFIED',
  // A set is several parts: no single line of an order can carry it, so it always waits for the buyer.
  AS_SET: undefined,
};

/** Whether the consent covers an alternative found for this reason. */
export function covers(consent: AlternatesConsent, reason: AlternativeReason): boolean {
  const level = needed[reason];
  return level !== undefined && consentLevels.indexOf(level) <= consentLevels.indexOf(consent);
}
