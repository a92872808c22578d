/** A small seeded generator (mulberry32), so that every demo world is the same world. */
export class Draw {
  private state: number;
  constructor(seed: number) {
    this.state = seed >>> 0;
  }
  /** At least 0, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }
  of<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!;
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  /** An amount as decimal text between two bounds; small amounts carry four places, as unit prices of hardware do. */
  amount([low, high]: readonly [number, number]): string {
    const minor = low < 10 ? 10_000 : 100;
    const units = Math.round((low + (high - low) * this.next() ** 2) * minor);
    return centsToText(units, minor === 100 ? 2 : 4);
  }
}

/** `12345`, 2 places -> `123.45`. */
export function centsToText(units: number, places: number): string {
  const digits = String(units).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** A share of an amount given as decimal text, with the same number of places: breaks of a price. */
export function share(amount: string, percent: number): string {
  const places = amount.split('.')[1]?.length ?? 0;
  const units = Math.round((Number(amount.replace('.', '')) * percent) / 100);
  return places === 0 ? String(units) : centsToText(units, places);
}
