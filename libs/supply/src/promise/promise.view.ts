import { isDeepStrictEqual } from 'node:util';
import type { PromiseAnswer } from './promise.inputs.js';
import type { StoredPromise } from './promise.reader.js';
import { promiseOf } from './promise.rules.js';

/** A stored promise as the API shows it. */
export interface PromiseRecord extends PromiseAnswer, Omit<StoredPromise, 'inputs' | 'answer'> {
  inputs: string;
  reproducible: boolean;
}

/** Whether the inputs of a stored promise, computed again now, give the answer that was given. */
export function isReproducible({ inputs, answer }: Pick<StoredPromise, 'inputs' | 'answer'>): boolean {
  return isDeepStrictEqual(promiseOf(inputs), answer);
}

/** The record of a stored promise, computed again. */
export function promiseRecord({ inputs, answer, ...promise }: StoredPromise): PromiseRecord {
  return { ...promise, ...answer, inputs: JSON.stringify(inputs), reproducible: isReproducible({ inputs, answer }) };
}
