import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { documentFormats } from '#libs/documents';
import { type Damage, damage } from './codecs/damage.js';
import { generated, whole } from './codecs/generated.js';
import { lostIn, type Passage } from './codecs/loss-checker.js';
import { anyToAny, plantedLosses, roundTrips, through } from './codecs/passages.js';
import type { Programme, ProofRow, ProofRun } from './programme.js';
import { noneOf, selfTest } from './support/checker.js';

/** Documents of each kind; documents that go from format to format; damaged files of each format. */
const sizes: Record<ProofRun['mode'], { documents: number; travellers: number; mutants: number }> = {
  short: { documents: 15, travellers: 2, mutants: 250 },
  full: { documents: 10_000, travellers: 200, mutants: 1_000_000 },
};
const hangMs = 1_000;
const heldMiB = 16;

/** Every value of a whole order lost or changed in a way that nobody names. */
function checkerRow(): ProofRow {
  const sound = through(whole[0]!, 'ubl')!;
  const told = new Set(lostable(sound));
  const planted = plantedLosses(sound.sent)
    .filter(({ name }) => told.has(name))
    .map(({ name, back }) => ({ name, evidence: { ...sound, back } }));
  return selfTest(lostIn, sound, planted);
}

/** Places where a loss is no other wording: those that the checker reads strictly. */
function lostable(passage: Passage): string[] {
  const strict =
    /(?:number|quantity|currency|issuedOn|supplierPart|buyerPart|requestedDelivery|identifiers|city|agreement|costReference)/;
  return plantedLosses(passage.sent)
    .map(({ name }) => name)
    .filter((name) => strict.test(name) && !/shipTo|billTo|\.price|charges|packages|order\.number/.test(name));
}

const damageRows = ({ format, result }: { format: string; result: Damage }): ProofRow[] => [
  noneOf(`throws among ${result.files} damaged files in ${format}`, result.threw),
  {
    promise: `the slowest of them in ${format}`,
    figure: `${Math.round(result.slowestMs)} ms`,
    wanted: `<= ${hangMs} ms`,
    ok: result.slowestMs <= hangMs,
  },
  {
    promise: `what they leave on the heap in ${format}`,
    figure: `${result.heldMiB.toFixed(1)} MiB`,
    wanted: `<= ${heldMiB} MiB`,
    ok: result.heldMiB <= heldMiB,
  },
];

export default {
  promise: 'Documents come back from every format as they went or with a word about it, and no damage stops a reader',
  async run({ mode, seed, say }) {
    setFlagsFromString('--expose-gc');
    globalThis.gc = runInNewContext('gc') as typeof globalThis.gc;
    const { documents, travellers, mutants } = sizes[mode];
    const rows = [checkerRow()];
    const own = roundTrips(generated(seed, documents));
    say(`  ${own.passed} writings came back; ${own.unsayable} could not be said, and the writer said so`);
    rows.push(
      noneOf(`${own.passed} writings in their own formats: nothing lost in silence, written again letter by letter`, own.faults),
    );
    const far = anyToAny(generated(seed + 1, travellers));
    say(`  ${far.pairs} ordered pairs of formats, ${far.passed} passages, ${far.unsayable} that could not be said`);
    rows.push(noneOf(`${far.passed} passages over ${far.pairs} ordered pairs of formats: nothing lost in silence`, far.faults));
    for (const format of documentFormats) {
      const result = damage(whole, format, { count: mutants, seed });
      if (result.files > 0) rows.push(...damageRows({ format, result }));
    }
    return rows;
  },
} satisfies Programme;
