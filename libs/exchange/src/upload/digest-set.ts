/** Bytes of a digest. */
export const digestBytes = 16;

/**
 * Many digests (a character a byte) with a number each, in two flat tables: a million take 20 MB and one block of memory, where a Map of texts would take 150 MB
 * and be walked by every collection.
 */
export class DigestSet {
  private readonly digests: Buffer;
  private readonly notes: Int32Array;
  /** Places from 1 in `digests`, by hash; 0 is free. At most half of it is taken. */
  private readonly slots: Int32Array;
  private count = 0;

  constructor(capacity: number) {
    this.digests = Buffer.alloc(capacity * digestBytes);
    this.notes = new Int32Array(capacity);
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(capacity, 8) * 2)));
  }

  /** Throws RangeError beyond the capacity. */
  add(digest: string, note: number): void {
    if ((this.count + 1) * digestBytes > this.digests.length) throw new RangeError('more digests than were counted');
    const slot = this.slotOf(digest);
    if (this.slots[slot] !== 0) return;
    this.digests.write(digest, this.count * digestBytes, 'latin1');
    this.notes[this.count] = note;
    this.count += 1;
    this.slots[slot] = this.count;
  }

  /** The note of a digest; undefined when it is not here. */
  noteOf(digest: string): number | undefined {
    const place = this.slots[this.slotOf(digest)];
    return place === undefined || place === 0 ? undefined : this.notes[place - 1];
  }

  /** Where a digest is, or the free slot where it would be. A digest is random, so its first bytes are its hash. */
  private slotOf(digest: string): number {
    const mask = this.slots.length - 1;
    const code = (at: number): number => digest.charCodeAt(at) << (8 * at);
    let slot = (code(0) | code(1) | code(2) | code(3)) & mask;
    for (let place = this.slots[slot]!; place !== 0; place = this.slots[slot]!) {
      if (this.isAt((place - 1) * digestBytes, digest)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private isAt(from: number, digest: string): boolean {
    for (let i = 0; i < digestBytes; i++) if (this.digests[from + i] !== digest.charCodeAt(i)) return false;
    return true;
  }
}
