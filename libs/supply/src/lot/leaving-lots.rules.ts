import { add, compare, type DecimalText, type Fault, isZero, subtract } from '#libs/kernel';

/** A lot, or the one unit of a serial, as its supplier names what leaves. Without a quantity: all of the line that the others leave. */
export interface NamedLot {
  lotNumber?: string | null | undefined;
  serialNumber?: string | null | undefined;
  quantity?: DecimalText | null | undefined;
}

/** A lot that a name may mean. `tracked`: the offer has lots at all; without one `id` is null. */
export interface CandidateLot {
  n: number;
  tracked: boolean;
  id: string | null;
  /** The name is the lot's whole name. */
  exact: boolean;
  own: DecimalText;
  free: DecimalText;
  /** It is as the line requires. */
  fits: boolean;
}

/** What of which lot leaves for a line; `lot` is null when its supplier states no lots of the offer and only the name is kept. */
export interface LeavingLot {
  line: string;
  lot: string | null;
  quantity: DecimalText | null;
  lotNumber: string | null;
  serialNumber: string | null;
}

export type LeavingLotFault = Fault<'LotUnknown' | 'LotNotFree' | 'LotNotAsRequired' | 'LotsDiffer'>;

/** A line that leaves, what its supplier names of it, and where faults of it are. */
export interface NamedLine {
  line: string;
  number: string;
  unit: string;
  /** What of it leaves. */
  quantity: DecimalText;
  named: readonly (NamedLot & { candidates: readonly CandidateLot[] })[];
  path: readonly string[];
}

/** How much is there of each lot: free for all, taken for one line. */
interface Shelf {
  free: Map<string, DecimalText>;
  own: Map<string, DecimalText>;
}

/** Lays the names of lines on lots, each unit once; and every name that cannot be. A serial is one unit. */
export function layOnLots(lines: readonly NamedLine[]): { leaving: LeavingLot[]; faults: LeavingLotFault[] } {
  const shelf: Shelf = { free: new Map(), own: new Map() };
  const leaving: LeavingLot[] = [];
  const faults: LeavingLotFault[] = [];
  for (const line of lines) {
    const tracked = line.named.some(({ candidates }) => candidates.some((one) => one.tracked));
    if (!tracked) {
      leaving.push(...line.named.map((name) => noted(line, name)));
      continue;
    }
    const quantities = quantitiesOf(line);
    if ('code' in quantities) faults.push(quantities);
    else
      for (const [k, name] of line.named.entries())
        for (const laid of take(shelf, line, { name, quantity: quantities[k] ?? '0', path: [...line.path, 'lots', String(k)] }))
          if ('code' in laid) faults.push(laid);
          else leaving.push(laid);
  }
  return { leaving, faults };
}

const statedOf = ({ quantity, serialNumber }: NamedLot): DecimalText | undefined => quantity ?? (serialNumber ? '1' : undefined);
const noted = ({ line }: NamedLine, name: NamedLot): LeavingLot => ({
  line,
  lot: null,
  quantity: statedOf(name) ?? null,
  lotNumber: name.lotNumber ?? null,
  serialNumber: name.serialNumber ?? null,
});

/**
 * The quantity of each name: they make no more than leaves. One goes without and is the rest; several do when all that is there of them is the rest
 * (UBL names lots without quantities).
 */
function quantitiesOf({ number, unit, quantity, named, path }: NamedLine): DecimalText[] | LeavingLotFault {
  const stated = named.map(statedOf);
  const sum = stated.reduce<DecimalText>((all, one) => add(all, one ?? '0'), '0');
  const rest = subtract(quantity, sum);
  const open = named.filter((_, k) => stated[k] === undefined);
  const all = open.length > 1 ? open.map(thereOf) : [rest];
  const filled = open.length === 0 || (!isZero(rest) && compare(all.reduce(add, '0'), rest) === 0);
  if (compare(rest, '0') < 0 || !filled)
    return { code: 'LotsDiffer', path: [...path, 'lots'], values: { line: number, lots: sum, quantity, unit } };
  return stated.map((one) => one ?? all.shift() ?? rest);
}

/** All that a line can have of what a name may mean. */
const thereOf = ({ candidates }: NamedLine['named'][number]): DecimalText =>
  candidates.filter(({ fits }) => fits).reduce<DecimalText>((sum, { own, free }) => add(sum, add(own, free)), '0');

interface Name {
  name: NamedLine['named'][number];
  quantity: DecimalText;
  path: readonly string[];
}

/** Takes a name's quantity of the lots it may mean: of what the line has taken before what is free. */
function take(shelf: Shelf, line: NamedLine, { name, quantity, path }: Name): (LeavingLot | LeavingLotFault)[] {
  const known = name.candidates.filter(({ id }) => id !== null);
  const called = name.serialNumber ?? name.lotNumber ?? '';
  const values = { line: line.number, lot: called };
  if (known.length === 0) return [{ code: 'LotUnknown', path, values }];
  const meant = known.some(({ exact }) => exact) && name.serialNumber ? known.filter(({ exact }) => exact) : known;
  const fitting = meant.filter(({ fits }) => fits);
  if (fitting.length === 0) return [{ code: 'LotNotAsRequired', path, values }];
  let left = quantity;
  const laid: LeavingLot[] = [];
  for (const { id, own, free } of fitting) {
    if (id === null || compare(left, '0') <= 0) continue;
    const mine = shelf.own.get(`${line.line} ${id}`) ?? own;
    const there = shelf.free.get(id) ?? free;
    const taken = least(left, add(mine, there));
    if (isZero(taken)) continue;
    const ofMine = least(taken, mine);
    shelf.own.set(`${line.line} ${id}`, subtract(mine, ofMine));
    shelf.free.set(id, subtract(there, subtract(taken, ofMine)));
    laid.push({ ...noted(line, name), lot: id, quantity: taken });
    left = subtract(left, taken);
  }
  if (compare(left, '0') <= 0) return laid;
  return [{ code: 'LotNotFree', path, values: { ...values, free: subtract(quantity, left), unit: line.unit } }];
}

const least = (a: DecimalText, b: DecimalText): DecimalText => (compare(a, b) < 0 ? a : b);
