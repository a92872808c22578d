import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/kernel';
import type { AuctionAct, AuctionFile, LedgerEntry, Microseconds } from './auction-file.js';

type Opening = Omit<AuctionFile, 'ledger'>;

/** The hash before the first entry: SHA-256 in hexadecimal over the canonical JSON (keys in order, no blanks) of the file without its ledger. */
export function openingHash({ format, version, auctionId, terms, bidders }: Opening): string {
  return sha256(canonicalJson({ format, version, auctionId, terms, bidders }));
}

/** The next entry of a ledger: its hash is SHA-256 over the hash before it, a line feed and the canonical JSON of number, time and act. */
export function chained(previous: { sequence: number; hash: string }, act: AuctionAct, atUs: Microseconds): LedgerEntry {
  const sequence = previous.sequence + 1;
  return { sequence, atUs, act, hash: sha256(`${previous.hash}\n${canonicalJson({ sequence, atUs, act })}`) };
}

/** The number of the first entry that is not what the chain says: changed, left out, put in or moved. undefined: the chain holds. A cut tail is seen only against the hash of the seal that was published. */
export function brokenAt(file: AuctionFile): number | undefined {
  let previous = { sequence: 0, hash: openingHash(file) };
  for (const entry of file.ledger) {
    const expected = chained(previous, entry.act, entry.atUs);
    if (entry.sequence !== expected.sequence || entry.hash !== expected.hash) return previous.sequence + 1;
    previous = entry;
  }
  return undefined;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
