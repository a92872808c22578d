import { systemActor } from '#libs/platform';
import { type LineAnswer, priceSteps, readAvailability } from '#libs/supply';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import type { Resolved } from './price-resolution/oracle.js';
import { planted, sound } from './price-resolution/planted.js';
import { priceFaults } from './price-resolution/price-checker.js';
import { type Market, oddLines, plantWorld, rawWorld } from './price-resolution/world.js';
import { equalRow, type Programme, type ProofRow, type ProofRun } from './programme.js';
import { noneOf, selfTest } from './support/checker.js';
import { provingGround } from './support/proving-ground.js';
import { type Random, randomOf } from './support/random.js';

const sizes: Record<ProofRun['mode'], { worlds: number; questions: number }> = {
  short: { worlds: 20, questions: 40 },
  full: { worlds: 300, questions: 100 },
};

export default {
  promise: 'Every price is the one that agreements, matrix, breaks, dates and the declared sequence make, to the cent',
  async run(run) {
    const rows: ProofRow[] = [selfTest(priceFaults, sound, planted)];
    const ground = await provingGround();
    const db = await freshDatabase();
    try {
      const random = randomOf(run.seed);
      const tally: Tally = { lines: 0, faults: [], sources: new Map() };
      for (let i = 0; i < sizes[run.mode].worlds; i++) {
        await proveWorld(db, { random, tally, questions: sizes[run.mode].questions });
      }
      const kinds = ['AGREEMENT', 'BREAK', 'BUDGET_PRICE', 'CATEGORY', 'LIST', 'MATRIX', 'none'];
      run.say(`  ${tally.lines} lines: ${kinds.map((kind) => `${tally.sources.get(kind) ?? 0} ${kind}`).join(', ')}`);
      rows.push(
        noneOf(
          `${tally.lines} lines in ${sizes[run.mode].worlds} worlds, recomputed from raw rows: other price, source, currency or obstacle`,
          tally.faults,
        ),
        equalRow(
          'sources that were met at least 20 times each',
          kinds.filter((kind) => (tally.sources.get(kind) ?? 0) >= 20).join(' '),
          kinds.join(' '),
        ),
      );
    } finally {
      await db.close();
      await ground.close();
    }
    return rows;
  },
} satisfies Programme;

interface Tally {
  lines: number;
  faults: string[];
  sources: Map<string, number>;
}

async function proveWorld(
  db: FreshDatabase,
  { random, tally, questions }: { random: Random; tally: Tally; questions: number },
): Promise<void> {
  const market: Market = await plantWorld(db, random);
  const world = await rawWorld(db, market);
  for (let i = 0; i < questions; i++) {
    const lines = oddLines(market, world.today, random);
    const asked = lines.map(({ offer, quantity, needBy }) => ({ offerId: offer, quantity, needBy }));
    const found = await readAvailability(db.hot, systemActor(market.buyer), { lines: asked });
    const answers = found.map(resolved);
    tally.faults.push(...priceFaults({ world, lines, answers }), ...found.flatMap(unexplained));
    tally.lines += lines.length;
    for (const { source, obstacle } of answers) {
      for (const kind of [source ?? 'none', ...(obstacle === 'BUDGET_PRICE' ? [obstacle] : [])])
        tally.sources.set(kind, (tally.sources.get(kind) ?? 0) + 1);
    }
  }
}

const aboutPrices = ['QUOTE_ONLY', 'NOT_YET_VALID', 'EXPIRED', 'BELOW_SMALLEST_BREAK', 'NO_PRICE', 'BUDGET_PRICE'];

function resolved({ offers: [answer], problem }: LineAnswer): Resolved {
  if (!answer) return { source: null, currency: null, line: null, obstacle: problem?.code ?? null };
  return {
    source: answer.priceSource,
    currency: answer.lineAmount?.currency ?? null,
    line: answer.lineAmount?.amount ?? null,
    obstacle: answer.obstacles.find((obstacle) => aboutPrices.includes(obstacle)) ?? null,
  };
}

/** The explanation ends with the line amount that was answered, each step goes on from the one before, and there is one when there is no price. */
function unexplained({ line, offers: [answer] }: LineAnswer): string[] {
  if (!answer) return [];
  const { row, quantity } = answer;
  const steps = priceSteps({
    quantity,
    orderUnit: row.order_unit,
    amount: row.amount,
    currency: row.currency,
    basis: row.basis,
    priceUnit: row.price_unit,
    factorNum: row.price_factor_num,
    factorDen: row.price_factor_den,
    priceSource: row.price_source,
    breakFrom: row.break_from,
    smallestBreak: row.smallest_break,
    validFrom: row.price_valid_from,
    validTo: row.price_valid_to,
    lineAmount: row.line_amount,
    obstacles: row.obstacles,
    baseAmount: row.base_amount,
    firstAmount: row.first_amount,
    discount: row.discount,
    customerCategory: row.customer_category,
    breakMode: row.break_mode,
    breakUnit: row.break_unit,
    breakQuantity: row.break_quantity,
    otherAmount: row.other_amount,
    bestPrice: row.best_price,
    priceType: row.price_type,
    heldUntil: row.held_until,
  });
  if (answer.price === null)
    return steps.length === 1 && steps[0]?.after === null ? [] : [`line ${line}: no price, ${steps.length} steps`];
  const moves = steps.filter(({ after }) => after !== null);
  const faults = moves.flatMap(({ rule, before }, i) => {
    const known = moves[i - 1]?.after?.amount;
    return i === 0 || before?.amount === known
      ? []
      : [`line ${line}: ${rule} begins at ${before?.amount}, the step before ended at ${known}`];
  });
  if (moves.at(-1)?.after?.amount !== answer.price.amount)
    faults.push(`line ${line}: explained ${moves.at(-1)?.after?.amount}, answered ${answer.price.amount}`);
  if (steps.at(-1)?.amount?.amount !== answer.lineAmount?.amount) faults.push(`line ${line}: the line is not explained`);
  return faults;
}
