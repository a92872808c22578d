import type { GraphAnswer, GraphEvidence } from './graph.js';
import { type Expected, type Move, Oracle } from './oracle.js';

const reasons: Readonly<Record<number, string>> = { 2: 'TWO_WAY', 3: 'ONE_WAY', 4: 'QUALIFIED', 5: 'AS_SET' };

/** Everything in which an answer of the hub differs from what the oracle says. */
export function graphFaults({ graph, question, answers }: GraphEvidence): string[] {
  const oracle = new Oracle(graph, question);
  const expected = oracle.expected();
  const numbers = new Map(graph.parts.map((part) => [part.id, part.number]));
  const faults: string[] = [];
  const seen = new Set<string>();
  let before: Expected | undefined;
  for (const answer of answers) {
    const key = keyOf(answer);
    const wanted = expected.get(key);
    if (seen.has(key)) faults.push(`${key} is offered twice`);
    seen.add(key);
    if (!wanted) {
      faults.push(`${key} is offered (${answer.reason}) and must not be`);
      continue;
    }
    faults.push(...answerFaults(answer, wanted), ...pathFaults(oracle, oracle.meant(question.part), answer));
    if (before && inOrder(before, wanted, numbers) > 0) faults.push(`${key} stands too late`);
    before = wanted;
  }
  for (const key of expected.keys()) if (!seen.has(key)) faults.push(`${key} is not offered`);
  return faults;
}

const keyOf = (answer: GraphAnswer): string =>
  (answer.reason === 'AS_SET' ? answer.path.at(-1)?.link : answer.parts[0]?.part) ?? 'nothing';

function answerFaults(answer: GraphAnswer, wanted: Expected): string[] {
  const faults: string[] = [];
  const listed = (parts: Expected['parts']): string =>
    parts
      .map(({ part, quantity }) => `${part} x ${quantity}`)
      .sort()
      .join();
  if (listed(answer.parts) !== listed(wanted.parts)) faults.push(`${wanted.key} is offered with other parts or quantities`);
  if (answer.rank !== wanted.rank) faults.push(`${wanted.key} has rank ${answer.rank}, not ${wanted.rank}`);
  if (answer.path.length !== wanted.length)
    faults.push(`the path to ${wanted.key} has ${answer.path.length} steps, not ${wanted.length}`);
  const named =
    answer.rank === 1 ? (answer.path.some((step) => step.link === null) ? 'ALIAS' : 'REIDENTIFIED') : reasons[answer.rank];
  if (answer.reason !== named) faults.push(`${wanted.key} is said to be ${answer.reason}, not ${named}`);
  return faults;
}

/** Whether each step may be made, leads on from the last, and explains the rank. */
function pathFaults(oracle: Oracle, from: string, answer: GraphAnswer): string[] {
  let at = from;
  let rank = 0;
  let qualified = false;
  for (const step of answer.path) {
    if (step.from !== at) return [`the path leaves ${step.from} and stands at ${at}`];
    if (step.to === null) {
      const set = oracle.setsOf(at).find((link) => link.id === step.link);
      if (!set || step !== answer.path.at(-1)) return [`the path ends at a set that may not stand for ${at}`];
      [rank, qualified] = [5, qualified || oracle.isQualified(set)];
      continue;
    }
    const move = oracle.moves(at).find((known) => sameStep(known, step));
    if (!move) return [`no step leads from ${at} to ${step.to} by ${step.link}`];
    [at, rank, qualified] = [step.to, Math.max(rank, move.rank), qualified || move.qualified];
  }
  const faults: string[] = [];
  if (rank !== answer.rank) faults.push(`the path has rank ${rank}, the answer ${answer.rank}`);
  if (qualified !== answer.qualified) faults.push('the answer is silent on a qualified step, or speaks of none');
  if (answer.reason !== 'AS_SET' && at !== answer.parts[0]?.part) faults.push('the path ends elsewhere');
  return faults;
}

const sameStep = (move: Move, step: GraphAnswer['path'][number]): boolean =>
  move.to === step.to && (move.link?.id ?? null) === step.link && move.reversed === step.reversed;

function inOrder(a: Expected, b: Expected, numbers: ReadonlyMap<string, string>): number {
  const least = (expected: Expected): string => expected.parts.map(({ part }) => numbers.get(part) ?? '').sort()[0] ?? '';
  return a.rank - b.rank || a.length - b.length || (least(a) < least(b) ? -1 : least(a) > least(b) ? 1 : 0);
}
