import type { Planted } from '../support/checker.js';
import type { RawOffer, RawTerm, Resolved } from './oracle.js';
import type { PriceEvidence } from './price-checker.js';

const offer = (id: string, over: Partial<RawOffer> = {}): RawOffer => ({
  id,
  category: 'Bolts',
  num: '1',
  den: '1',
  orderUnit: 'EA',
  priceUnit: 'EA',
  list: '10',
  currency: 'USD',
  basis: '1',
  mode: 'WHOLE',
  breakUnit: null,
  breakScope: null,
  from: null,
  to: null,
  type: null,
  held: null,
  leadDays: 5,
  free: '0',
  breaks: [],
  ...over,
});
const item = (offer: string, over: Partial<RawTerm> = {}): RawTerm => ({
  offer,
  category: null,
  price: '9.50',
  breaks: [],
  basis: '1',
  priceUnit: 'EA',
  discount: null,
  currency: 'USD',
  from: '2026-01-01',
  to: '2026-12-31',
  date: 'ORDER',
  mode: 'WHOLE',
  breakUnit: 'ORDER',
  breakScope: 'LINE',
  best: false,
  ...over,
});
const steps = [
  { from: '10', price: '9' },
  { from: '100', price: '8' },
];
const shares = [
  { from: '0.5', price: '8' },
  { from: '1', price: '6' },
];
const asked = (offer: string, quantity: string, needBy: string | null = null) => ({ offer, quantity, needBy });
const priced = (line: string, source: string, currency = 'USD', obstacle: string | null = null): Resolved => ({
  source,
  currency,
  line,
  obstacle,
});
const none = (obstacle: string): Resolved => ({ source: null, currency: null, line: null, obstacle });

/** A world small enough to be computed by hand, with what is right in it. */
export const sound: PriceEvidence = {
  world: {
    today: '2026-06-15',
    buyer: 'b',
    sequence: undefined,
    customerCategory: 'A',
    offers: [
      offer('matrix'),
      offer('item'),
      offer('best'),
      offer('stairs', { mode: 'GRADUATED', breaks: steps, category: 'Nuts' }),
      offer('sheet', { orderUnit: 'KGM', priceUnit: 'KGM', mode: 'GRADUATED', breaks: shares, category: 'Nuts' }),
      offer('gap', { list: null, breaks: steps, category: 'Nuts' }),
      offer('boxes', { num: '25', breakUnit: 'PRICE', breaks: steps, category: 'Nuts' }),
      offer('summed', { breakScope: 'ORDER', breaks: steps, category: 'Nuts' }),
      offer('yen', { list: '33', currency: 'JPY', basis: '10', category: 'Nuts' }),
      offer('held', { held: '2026-06-14', category: 'Nuts' }),
      offer('future', { from: '2026-06-16', category: 'Nuts' }),
    ],
    terms: [item('item'), item('best', { best: true }), item('gap', { date: 'DELIVERY', from: '2026-07-01', price: '1' })],
    matrix: [{ customer: 'A', product: 'Bolts', discount: '20', from: '2026-06-15', to: '2026-06-15' }],
  },
  lines: [
    asked('matrix', '3'),
    asked('item', '1'),
    asked('best', '1'),
    asked('stairs', '100'),
    asked('gap', '9'),
    asked('gap', '9', '2026-07-01'),
    asked('boxes', '4'),
    asked('summed', '60'),
    asked('summed', '40'),
    asked('yen', '5'),
    asked('held', '1'),
    asked('future', '1'),
    asked('sheet', '0.75'),
    asked('sheet', '1.25'),
  ],
  answers: [
    priced('24.00', 'MATRIX'),
    priced('9.50', 'AGREEMENT'),
    priced('8.00', 'MATRIX'),
    // 9 at 10, 90 at 9, 1 at 8.
    priced('908.00', 'BREAK'),
    none('BELOW_SMALLEST_BREAK'),
    priced('9.00', 'AGREEMENT'),
    priced('800.00', 'BREAK'),
    priced('480.00', 'BREAK'),
    priced('320.00', 'BREAK'),
    priced('17', 'LIST', 'JPY'),
    priced('10.00', 'LIST', 'USD', 'BUDGET_PRICE'),
    none('NOT_YET_VALID'),
    // Half a kilogram at 10, a quarter at 8; then half at 10, half at 8, a quarter at 6.
    priced('7.00', 'BREAK'),
    priced('10.50', 'BREAK'),
  ],
};

const but = (name: string, n: number, answer: Resolved): Planted<PriceEvidence> => ({
  name,
  evidence: { ...sound, answers: sound.answers.map((known, i) => (i === n ? answer : known)) },
});

/** Wrong prices that a checker must see. */
export const planted: readonly Planted<PriceEvidence>[] = [
  but('the matrix is passed by', 0, priced('30.00', 'LIST')),
  but('the right price from the wrong source', 0, priced('24.00', 'CATEGORY')),
  but('the lowest wins, not the first', 1, priced('8.00', 'MATRIX')),
  but('best price is not given', 2, priced('9.50', 'AGREEMENT')),
  but('graduated breaks hold for the whole quantity', 3, priced('800.00', 'BREAK')),
  but('the first break holds below itself', 4, priced('81.00', 'BREAK')),
  but('an agreement begins by the day of the order', 4, priced('9.00', 'AGREEMENT')),
  but('the pricing date is the day of the order', 5, none('BELOW_SMALLEST_BREAK')),
  but('breaks in price units count order units', 6, priced('1000.00', 'LIST')),
  but('lines are not summed', 7, priced('540.00', 'BREAK')),
  but('a line is lost', 8, none('NO_PRICE')),
  but('yen have cents', 9, priced('16.50', 'LIST', 'JPY')),
  but('a half is rounded down', 9, priced('16', 'LIST', 'JPY')),
  but('the currency is another', 9, priced('17', 'LIST')),
  but('a price that was held firm stays so', 10, priced('10.00', 'LIST')),
  but('a future price does not wait', 11, priced('10.00', 'LIST')),
  but('a break from one kilogram prices what lies below it', 12, priced('4.50', 'BREAK')),
  but('the first break prices what lies below it', 13, priced('9.50', 'BREAK')),
  { name: 'an answer is missing', evidence: { ...sound, answers: sound.answers.slice(1) } },
];
