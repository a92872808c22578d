import type { Planted } from '../support/checker.js';
import type { CoreEvidence, CoreOutcome } from './core-checker.js';

const terms = { deposit: 100, coreValue: 800, outright: 1100, fee: 300, billedAt: 'CORE_VALUE' };
const accepted: CoreOutcome = {
  name: 'accepted',
  status: 'ACCEPTED',
  terms,
  charges: [
    { kind: 'DEPOSIT', n: 1, amount: 100 },
    { kind: 'LATE_FEE', n: 1, amount: 15 },
    { kind: 'DEPOSIT_RETURNED', n: 1, amount: -100 },
  ],
  wanted: { status: 'ACCEPTED', charges: { DEPOSIT: 100, LATE_FEE: 15, DEPOSIT_RETURNED: -100 } },
};
const billed: CoreOutcome = {
  name: 'billed',
  status: 'BILLED',
  terms: { ...terms, billedAt: 'OUTRIGHT' },
  charges: [
    { kind: 'DEPOSIT', n: 1, amount: 100 },
    { kind: 'DEPOSIT_RETURNED', n: 1, amount: -100 },
    { kind: 'OUTRIGHT', n: 1, amount: 1100 },
    { kind: 'FEE_CREDITED', n: 1, amount: -300 },
  ],
  wanted: { status: 'BILLED', charges: { DEPOSIT: 100, DEPOSIT_RETURNED: -100, OUTRIGHT: 1100, FEE_CREDITED: -300 } },
};
export const sound: CoreEvidence = {
  cores: [accepted, billed],
  serials: [
    { kind: 'SENT', core: 'a', serial: 'X' },
    { kind: 'TAKEN', core: 'b', serial: 'X' },
    { kind: 'SETTLED', core: 'b', serial: 'X' },
    { kind: 'SENT', core: 'c', serial: 'X' },
    { kind: 'TAKEN', core: 'd', serial: 'X' },
    { kind: 'SETTLED', core: 'd', serial: 'X' },
  ],
  disagreed: [],
};
const cores = (...changed: CoreOutcome[]): CoreEvidence => ({ ...sound, cores: changed });
/** Both sides wrong in the same way: only the laws see it. */
const both = (core: CoreOutcome, charges: CoreOutcome['charges']): CoreOutcome => ({
  ...core,
  charges,
  wanted: { ...core.wanted, charges: Object.fromEntries(charges.map(({ kind, amount }) => [kind, amount])) },
});

/** Violations that a checker of cores must see. */
export const planted: readonly Planted<CoreEvidence>[] = [
  { name: 'a core settles two debts', evidence: { ...sound, serials: sound.serials.filter(({ core }) => core !== 'c') } },
  {
    name: 'a serial is out twice',
    evidence: { ...sound, serials: [sound.serials[0]!, { kind: 'SENT', core: 'e', serial: 'X' }] },
  },
  { name: 'a late fee is charged twice', evidence: cores({ ...accepted, charges: [...accepted.charges, accepted.charges[1]!] }) },
  {
    name: 'a late fee is lost',
    evidence: cores({ ...accepted, charges: accepted.charges.filter(({ kind }) => kind !== 'LATE_FEE') }),
  },
  { name: 'the deposit stays', evidence: cores(both(accepted, accepted.charges.slice(0, 2))) },
  { name: 'the fee is not credited', evidence: cores(both(billed, billed.charges.slice(0, 3))) },
  { name: 'a core is billed that was accepted', evidence: cores({ ...accepted, status: 'BILLED' }) },
  { name: 'a step was taken that may not be', evidence: { ...sound, disagreed: ['SHIP'] } },
];
