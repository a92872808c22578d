/** The password of everybody in the world of the browser tests. */
export const password = 'harbour-crane-42';

/** People by what they are here for; each administers his organisation. */
export const people = {
  operator: { email: 'olga@harbour.test', name: 'Olga Operator' },
  supplier: { email: 'nora@northfield.test', name: 'Nora Field' },
  otherSupplier: { email: 'heidi@helvetia.test', name: 'Heidi Lager' },
  buyer: { email: 'anna@aurora.test', name: 'Anna Aurora' },
  /** Of the buyer's organisation; his baskets are filled by the tests of orders alone, whose line numbers count from an empty one. */
  clerk: { email: 'bernd@aurora.test', name: 'Bernd Einkauf' },
  /** Of the buyer's organisation; his baskets hold stock. */
  holder: { email: 'hilde@aurora.test', name: 'Hilde Halter' },
  newcomer: { email: 'felix@freshwind.test', name: 'Felix Fresh' },
} as const;
export type Who = keyof typeof people;

/** What the tests need to know of the world. */
export interface World {
  organizations: Record<Who, string>;
  /** NAS6204-1: per 100 and in boxes of 25 from one supplier, by the piece from the other. */
  boltId: string;
  /** NAS6204-15, the same way, for looking only: no test moves its price or stock. */
  quietBoltId: string;
}
