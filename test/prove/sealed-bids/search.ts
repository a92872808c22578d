/** Bytes of a place in which amounts are looked for. */
export interface Place {
  name: string;
  bytes: Buffer;
}

export const amountDigits = 12;
const zero = 0x30;
const nine = 0x39;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= zero && byte <= nine;

/**
 * Amounts of twelve digits in bytes: as decimal text, as hexadecimal and base64 of that text (both alphabets, every offset), as integers of eight bytes in both
 * orders, and as PostgreSQL keeps a numeric (groups of four digits, in both orders). What a place compresses, it must hand over unpacked.
 */
export function amountsIn(bytes: Buffer, wanted: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const note = (amount: string): void => void (wanted.has(amount) && found.add(amount));
  decimals(bytes, note);
  hexadecimals(bytes, note);
  for (const decoded of base64Runs(bytes)) decimals(decoded, note);
  integers(bytes, note);
  groups(bytes, note);
  return found;
}

type Note = (amount: string) => void;

function decimals(bytes: Buffer, note: Note): void {
  for (let at = 0, run = 0; at < bytes.length; at++) {
    run = isDigit(bytes[at]) ? run + 1 : 0;
    if (run >= amountDigits) note(bytes.toString('latin1', at + 1 - amountDigits, at + 1));
  }
}

/** The text in hexadecimal: a 3 before each digit. */
function hexadecimals(bytes: Buffer, note: Note): void {
  const pairs = [0, 0];
  for (let at = 1; at < bytes.length; at++) {
    const side = at & 1;
    pairs[side] = bytes[at - 1] === 0x33 && isDigit(bytes[at]) ? (pairs[side] ?? 0) + 1 : 0;
    if ((pairs[side] ?? 0) >= amountDigits)
      note(Buffer.from(bytes.toString('latin1', at + 1 - 2 * amountDigits, at + 1), 'hex').toString('latin1'));
  }
}

const base64Table = new Uint8Array(256);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_') base64Table[char.charCodeAt(0)] = 1;
/** Twelve bytes are sixteen characters at least. */
const base64RunMin = 16;

function* base64Runs(bytes: Buffer): Generator<Buffer> {
  for (let at = 0, from = 0; at <= bytes.length; at++) {
    if (at < bytes.length && base64Table[bytes[at] ?? 0]) continue;
    if (at - from >= base64RunMin)
      for (let shift = 0; shift < 4; shift++) yield Buffer.from(bytes.toString('latin1', from + shift, at), 'base64');
    from = at + 1;
  }
}

/** Twelve digits need at most five of eight bytes. */
function integers(bytes: Buffer, note: Note): void {
  for (let at = 0; at + 8 <= bytes.length; at++) {
    if (bytes[at] === 0 && bytes[at + 1] === 0 && bytes[at + 2] === 0) note(String(bytes.readUIntBE(at + 3, 5)));
    if (bytes[at + 5] === 0 && bytes[at + 6] === 0 && bytes[at + 7] === 0) note(String(bytes.readUIntLE(at, 5)));
  }
}

function groups(bytes: Buffer, note: Note): void {
  for (let at = 0; at + 6 <= bytes.length; at++) {
    // The first group of twelve digits is a thousand at least: zeros, of which a database is full, cost nothing.
    const big = group(bytes, at, at + 1);
    if (big >= 1000 && big <= 9999) inGroups(big, group(bytes, at + 2, at + 3), group(bytes, at + 4, at + 5), note);
    const little = group(bytes, at + 1, at);
    if (little >= 1000 && little <= 9999) inGroups(little, group(bytes, at + 3, at + 2), group(bytes, at + 5, at + 4), note);
  }
}

const group = (bytes: Buffer, high: number, low: number): number => (bytes[high] ?? 0) * 256 + (bytes[low] ?? 0);

function inGroups(first: number, second: number, third: number, note: Note): void {
  if (second <= 9999 && third <= 9999) note(String(first * 100_000_000 + second * 10_000 + third));
}

/** Where each amount is seen first. */
export function placesOf(places: readonly Place[], amounts: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, bytes } of places)
    for (const amount of amountsIn(bytes, amounts)) if (!found.has(amount)) found.set(amount, name);
  return found;
}

/** What the search finds, as sentences; the checker of this promise. */
export function seenAmounts({ places, amounts }: { places: readonly Place[]; amounts: ReadonlySet<string> }): string[] {
  return [...placesOf(places, amounts)].map(([amount, place]) => `${amount} in ${place}`);
}
