import { isReproducible, type PromiseInputs, promiseOf } from '#libs/supply';
import { equalRow, type Programme, type ProofRow, type ProofRun } from './programme.js';
import { type MarketFindings, marketOfPromises } from './promise/market.js';
import { planted, sound } from './promise/planted.js';
import { promiseFaults } from './promise/promise-checker.js';
import { randomQuestion } from './promise/random-question.js';
import { noneOf, selfTest } from './support/checker.js';
import { type Random, randomOf } from './support/random.js';

const questions: Record<ProofRun['mode'], number> = { short: 6_000, full: 400_000 };
const markets: Record<ProofRun['mode'], number> = { short: 1, full: 12 };

export default {
  promise:
    'A promise names the first possible day, says until when it holds, and can be computed again from what is stored with it',
  async run(run) {
    const random = randomOf(run.seed);
    const rows = [selfTest(promiseFaults, sound, planted), ...overQuestions(run, random)];
    const found: MarketFindings[] = [];
    for (let n = 0; n < markets[run.mode]; n++) found.push(await marketOfPromises(random));
    const all = <K extends keyof MarketFindings>(key: K) => found.flatMap((one) => one[key] as string[]);
    const given = found.reduce((sum, { given }) => sum + given, 0);
    run.say(`  ${given} promises given over ${found.length} markets`);
    return [
      ...rows,
      noneOf(`${given} promises out of the database against the oracle over its raw rows`, all('wrong')),
      noneOf('stored inputs computed again give another answer', all('unreproducible')),
      noneOf('reserved promises: sums of ledgers that differ from stock and receipts, or exceed them', all('unbalanced')),
    ];
  },
} satisfies Programme;

function overQuestions(run: ProofRun, random: Random): ProofRow[] {
  const faults: string[] = [];
  const broken: string[] = [];
  const kinds = new Set<string>();
  for (let n = 0; n < questions[run.mode]; n++) {
    const inputs = randomQuestion(random);
    const answer = promiseOf(inputs);
    kinds.add(answer.problem ?? answer.basis ?? '');
    faults.push(...promiseFaults({ name: `question ${n}`, inputs, answer }));
    if (!isReproducible({ inputs: JSON.parse(JSON.stringify(inputs)) as PromiseInputs, answer })) broken.push(`question ${n}`);
    broken.push(...heldTooLong(`question ${n}`, inputs));
  }
  return [
    noneOf(`${questions[run.mode]} random questions against an oracle that walks day by day`, faults),
    noneOf('answers that change before they say so', broken),
    equalRow(
      'kinds of answers that came up',
      [...kinds].sort().join(' '),
      'INBOUND LEAD_TIME NOT_ORDERABLE NO_ROUTE NO_SUPPLY STOCK',
    ),
  ];
}

/** Asked again a second before the promise ends, the same things give the same days. */
function heldTooLong(name: string, inputs: PromiseInputs): string[] {
  const now = promiseOf(inputs);
  if (now.problem !== null) return [];
  const until = Date.parse(now.validUntil);
  if (until <= Date.parse(inputs.askedAt)) return [`${name}: ends before it begins`];
  const later = promiseOf({ ...inputs, askedAt: new Date(until - 1000).toISOString() });
  if (until - 1000 <= Date.parse(inputs.askedAt)) return [];
  return later.shipOn === now.shipOn && later.arriveOn === now.arriveOn
    ? []
    : [`${name}: ${now.arriveOn} becomes ${later.arriveOn}`];
}
