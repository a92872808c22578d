import type { PromiseAnswer, PromiseInputs } from '#libs/supply';
import { expected } from './oracle.js';

/** A question with the answer that was given. */
export interface PromiseEvidence {
  name: string;
  inputs: PromiseInputs;
  answer: PromiseAnswer;
}

/** What is wrong with an answer, held against the oracle. */
export function promiseFaults({ name, inputs, answer }: PromiseEvidence): string[] {
  const wanted = expected(inputs);
  const say = (what: string): string => `${name}: ${what}`;
  if (answer.problem !== wanted.problem) return [say(`problem ${answer.problem} instead of ${wanted.problem}`)];
  if (wanted.problem !== null) return answer.parts.length === 0 && answer.shipOn === null ? [] : [say('a date beside a problem')];
  const day = wanted.dock ? answer.arriveOn : answer.shipOn;
  const faults: string[] = [];
  if (day !== wanted.day) faults.push(say(`${day} instead of ${wanted.day}`));
  if (!wanted.dock && answer.arriveOn !== null) faults.push(say('a dock without a way'));
  faults.push(...partFaults({ inputs, answer }, wanted.sources).map(say));
  const met = inputs.needBy === null || answer.arriveOn === null ? null : answer.arriveOn <= inputs.needBy;
  if (answer.needByMet !== met) faults.push(say(`need met ${answer.needByMet} instead of ${met}`));
  return faults;
}

function partFaults(
  { inputs, answer }: Pick<PromiseEvidence, 'inputs' | 'answer'>,
  sources: ReturnType<typeof expected>['sources'],
): string[] {
  const faults: string[] = [];
  const sum = answer.parts.reduce((units, part) => units + Number(part.quantity), 0);
  if (sum !== Number(inputs.quantity)) faults.push(`parts add up to ${sum} of ${inputs.quantity}`);
  const ships = answer.parts.map((part) => part.shipOn).sort();
  if (answer.shipOn !== ships.at(-1)) faults.push(`leaves ${answer.shipOn}, its last part ${ships.at(-1)}`);
  const worst = ['LEAD_TIME', 'INBOUND', 'STOCK'].find((basis) => answer.parts.some((part) => part.basis === basis));
  if (answer.basis !== worst) faults.push(`basis ${answer.basis} instead of ${worst}`);
  for (const part of answer.parts) {
    const key = `${part.basis} ${part.place} ${part.reference ?? ''}`;
    const source = sources.find((one) => one.key === key);
    if (!source) faults.push(`nothing is at ${key}`);
    else if (Number(part.quantity) > source.units) faults.push(`more than there is at ${key}`);
    else if (part.shipOn !== source.ship || part.arriveOn !== source.arrive)
      faults.push(`${key} leaves ${part.shipOn} arrives ${part.arriveOn} instead of ${source.ship} ${source.arrive}`);
  }
  return faults;
}
