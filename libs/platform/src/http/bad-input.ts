import type { z } from 'zod';

/** One thing wrong with an input: the way to the field, and a sentence. */
export interface InputProblem {
  path: readonly string[];
  message: string;
}

/** Thrown for input that no honest client sends: a cursor of another list, 101 rows, a text where a list belongs. All problems at once. */
export class BadInput extends Error {
  constructor(readonly problems: readonly InputProblem[]) {
    super(`bad input: ${problems.map((problem) => problem.path.join('.')).join(', ')}`);
    this.name = 'BadInput';
  }
}

/** `value` as the schema reads it. Throws BadInput with every problem; the values themselves are never repeated in it. */
export function checkInput<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new BadInput(read.error.issues.map((issue) => ({ path: issue.path.map(String), message: issue.message })));
}
