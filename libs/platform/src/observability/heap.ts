import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Per cent by which the old generation may grow over what was alive before it is collected again. */
const tightPercent = 30;
/**
 * What V8 is told meanwhile. Pretenuring makes objects in the old generation where their like have outlived collections; in a loop over rows they
 * die all the same, hold what they point to, and double how often everything is collected.
 */
const tight = [`--heap-growing-percent=${tightPercent}`, '--no-allocation-site-pretenuring'];
/** As V8 has it of itself; 0 per cent leaves the growth to it. */
const usual = ['--heap-growing-percent=0', '--allocation-site-pretenuring'];

let holders = 0;

/**
 * Runs bulk work whose garbage lives as long as a batch, and keeps the heap small meanwhile: V8 lets the heap of a process on a large machine
 * grow fourfold between two full collections, which while a catalogue is read is 450 MB for 80 MB of live data, and so 250 MB. V8 reads the
 * flags as it goes, so they may change while it runs; requests served beside pay some collections more.
 */
export async function withTightHeap<T>(run: () => Promise<T>): Promise<T> {
  if (holders++ === 0) {
    for (const flag of tight) setFlagsFromString(flag);
    collect();
  }
  try {
    return await run();
  } finally {
    if (--holders === 0) for (const flag of usual) setFlagsFromString(flag);
  }
}

/** The flag counts from the next full collection on, and a young process has its first at 300 MB and more: so there is one now, of some 50 ms. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  gc();
}
