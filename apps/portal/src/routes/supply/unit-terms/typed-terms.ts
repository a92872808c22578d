/** Every field of the terms of exchange and repair, as it is typed. */
export const emptyTerms = {
  supplierPart: '',
  currency: 'USD',
  coreValue: '',
  deposit: '0',
  outrightPrice: '',
  billedAt: 'CORE_VALUE',
  coreDays: '14',
  dayKind: 'CALENDAR',
  lateFee: '0',
  lateDays: '7',
  billDays: '',
  replaceDays: '0',
  pricing: 'QUOTE',
  price: '',
  evaluationFee: '0',
  quoteDays: '10',
  approveDays: '30',
  turnDays: '30',
};
export type TypedTerms = typeof emptyTerms;

export interface TermsField {
  name: keyof TypedTerms;
  required: boolean;
  /** A number of days. */
  whole?: boolean;
  choices?: readonly string[];
}

const dayKind: TermsField = { name: 'dayKind', required: true, choices: ['CALENDAR', 'WORKING'] };
const currency: TermsField = { name: 'currency', required: true };

/** What each kind of terms asks. */
export const termsFields: Readonly<Record<'exchange' | 'repair', readonly TermsField[]>> = {
  exchange: [
    currency,
    { name: 'coreValue', required: true },
    { name: 'deposit', required: true },
    { name: 'outrightPrice', required: false },
    { name: 'billedAt', required: true, choices: ['CORE_VALUE', 'OUTRIGHT'] },
    { name: 'coreDays', required: true, whole: true },
    dayKind,
    { name: 'lateFee', required: true },
    { name: 'lateDays', required: true, whole: true },
    { name: 'billDays', required: false, whole: true },
    { name: 'replaceDays', required: true, whole: true },
  ],
  repair: [
    currency,
    { name: 'pricing', required: true, choices: ['FIXED', 'QUOTE'] },
    { name: 'price', required: false },
    { name: 'evaluationFee', required: true },
    { name: 'quoteDays', required: true, whole: true },
    { name: 'approveDays', required: true, whole: true },
    { name: 'turnDays', required: true, whole: true },
    dayKind,
  ],
};
