/** What the demo organisations agreed with each other, beyond what catalogues say. Figures are invented; days off are public holidays of 2026 and 2027. */
export interface DemoCalendar {
  supplier: string;
  name: string;
  timeZone: string;
  opens: string;
  closes: string;
  cutOff: string;
  daysOff: readonly { day: string; name: string }[];
  /** Calendar days on the way by ship method; '' is any country. */
  transit: readonly { country: string; method: string; days: number }[];
}

const christmas = [
  { day: '2026-12-25', name: 'Christmas Day' },
  { day: '2027-01-01', name: "New Year's Day" },
];

export const demoCalendars: readonly DemoCalendar[] = [
  {
    supplier: 'northfield',
    name: 'Wichita office',
    timeZone: 'America/Chicago',
    opens: '07:00',
    closes: '17:00',
    cutOff: '15:00',
    daysOff: [{ day: '2026-11-26', name: 'Thanksgiving' }, ...christmas, { day: '2027-07-05', name: 'Independence Day (observed)' }],
    transit: [
      { country: '', method: 'STANDARD', days: 7 },
      { country: '', method: 'EXPRESS', days: 3 },
      { country: 'US', method: 'STANDARD', days: 3 },
    ],
  },
  {
    supplier: 'helvetia',
    name: 'Lager Winterthur',
    timeZone: 'Europe/Zurich',
    opens: '07:30',
    closes: '17:30',
    cutOff: '16:00',
    daysOff: [...christmas, { day: '2026-12-26', name: 'Stephanstag' }, { day: '2027-08-01', name: 'Bundesfeier' }],
    transit: [
      { country: '', method: 'STANDARD', days: 6 },
      { country: 'DE', method: 'STANDARD', days: 2 },
      { country: 'DE', method: 'EXPRESS', days: 1 },
    ],
  },
  {
    supplier: 'meridian',
    name: 'Crawley bonded store',
    timeZone: 'Europe/London',
    opens: '08:00',
    closes: '18:00',
    cutOff: '16:30',
    daysOff: [...christmas, { day: '2026-12-28', name: 'Boxing Day (substitute)' }],
    transit: [
      { country: '', method: 'STANDARD', days: 5 },
      { country: '', method: 'EXPRESS', days: 2 },
    ],
  },
  {
    supplier: 'formosa',
    name: '桃園保稅倉',
    timeZone: 'Asia/Taipei',
    opens: '08:00',
    closes: '17:00',
    cutOff: '14:00',
    daysOff: [
      { day: '2027-01-01', name: '開國紀念日' },
      { day: '2027-02-08', name: '春節' },
      { day: '2027-02-09', name: '春節' },
    ],
    transit: [
      { country: '', method: 'STANDARD', days: 8 },
      { country: 'HK', method: 'STANDARD', days: 3 },
      { country: 'HK', method: 'EXPRESS', days: 1 },
    ],
  },
];

/** Discounts by kind of customer and of goods, and what comes on top of goods. */
export const demoPricing = [
  {
    supplier: 'northfield',
    customers: [{ buyer: 'aurora', category: 'MRO-A' }],
    discounts: [{ customerCategory: 'MRO-A', productCategory: 'HARDWARE', discountPercent: '6' }],
    charges: [{ code: 'SMALL_ORDER', per: 'ORDER', applies: 'ORDER_BELOW', amount: '35', below: '250', currency: 'USD' }],
  },
  {
    supplier: 'formosa',
    customers: [{ buyer: 'pacific', category: 'ASIA' }],
    discounts: [{ customerCategory: 'ASIA', productCategory: 'CONSUMABLES', discountPercent: '10' }],
    charges: [{ code: 'HAZMAT_HANDLING', per: 'LINE', applies: 'HAZMAT', amount: '48', currency: 'USD' }],
  },
] as const;

/** Agreements by number; `parts` are the supplier's own numbers with an agreed price. */
export const demoAgreements = [
  { supplier: 'northfield', buyer: 'aurora', number: 'NF-2026-117', currency: 'USD', place: 'Wichita, KS', discount: { category: 'HARDWARE', percent: '4' }, priced: 8 },
  { supplier: 'helvetia', buyer: 'aurora', number: 'RV 4500-26', currency: 'EUR', place: 'Winterthur', discount: { category: 'SEALS', percent: '7.5' }, priced: 5 },
  { supplier: 'formosa', buyer: 'pacific', number: 'FM-PWE-26', currency: 'USD', place: '桃園', discount: { category: 'CONSUMABLES', percent: '5' }, priced: 5 },
] as const;

/** What a buyer reckons with, by day; what 1 of the first is in the second. Invented, near what such rates were. */
export const demoRates = [
  { buyer: 'aurora', from: 'USD', to: 'EUR', rate: '0.8640' },
  { buyer: 'aurora', from: 'GBP', to: 'EUR', rate: '1.1385' },
  { buyer: 'pacific', from: 'EUR', to: 'USD', rate: '1.1574' },
  { buyer: 'pacific', from: 'GBP', to: 'USD', rate: '1.3177' },
] as const;

/** How soon suppliers answer and ship what is urgent. */
export const demoPriorities = [
  { supplier: 'northfield', priority: 'AOG', respondMinutes: 30, shipMinutes: 240, clock: 'ALWAYS' },
  { supplier: 'meridian', priority: 'AOG', respondMinutes: 60, shipMinutes: 360, clock: 'ALWAYS' },
  { supplier: 'helvetia', priority: 'AOG', respondMinutes: 60, shipMinutes: 480, clock: 'CALENDAR' },
] as const;
