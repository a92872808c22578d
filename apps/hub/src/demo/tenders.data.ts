/** What the demo buyers ask for in public: one tender that takes bids, one that was awarded. Figures are invented. */
export interface DemoTender {
  buyer: string;
  title: string;
  description: string;
  currency: string;
  lines: readonly { description: string; quantity: string; needBy?: string }[];
  /** Days until the deadline of the running one. */
  days?: number;
  /** Prices of the lines by supplier: these bid at once, the deadline comes within seconds, and the lowest gets it. */
  bids?: readonly { supplier: string; prices: readonly string[]; leadDays: number }[];
}

export const demoTenders: readonly DemoTender[] = [
  {
    buyer: 'aurora',
    title: 'Cabin seat covers, heavy check of the winter',
    description: 'Flame-tested covers for two narrow-body cabins. Offers for one line alone are welcome.',
    currency: 'EUR',
    days: 21,
    lines: [
      { description: 'Seat cover, economy, flame-tested to CS 25.853', quantity: '360' },
      { description: 'Seat cover, business, leather', quantity: '24' },
    ],
  },
  {
    buyer: 'pacific',
    title: 'Wheel chocks for the ramp',
    description: 'Rubber chocks with rope, delivered to the hangar.',
    currency: 'USD',
    lines: [{ description: 'Wheel chock, rubber, 350 mm, with rope', quantity: '80' }],
    bids: [
      { supplier: 'northfield', prices: ['21.40'], leadDays: 14 },
      { supplier: 'formosa', prices: ['18.75'], leadDays: 30 },
      { supplier: 'meridian', prices: ['24.10'], leadDays: 7 },
    ],
  },
];
