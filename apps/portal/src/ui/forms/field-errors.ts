/** An error of a payload: a sentence, where in the input it arose, and a code. */
export interface FieldError {
  message: string;
  path: readonly string[];
  code?: string;
}

const within = (path: readonly string[], start: readonly string[]): boolean => start.every((part, i) => path[i] === part);

/** Sentences that belong to one field; `input` at the beginning of a path is left out. */
export function errorAt(errors: readonly FieldError[], ...at: (string | number)[]): string | undefined {
  const wanted = at.map(String);
  const found = errors.filter((error) => within(strip(error.path), wanted) && wanted.length > 0);
  return found.length === 0 ? undefined : found.map((error) => error.message).join(' ');
}

const strip = (path: readonly string[]): readonly string[] => (path[0] === 'input' ? path.slice(1) : path);

/** The errors that no field of the form shows. `shown` lists the paths that have a field, as `name`, `lines` for all below it, or `lots.0.statement`. */
export const errorsElsewhere = (errors: readonly FieldError[], shown: readonly string[]): readonly FieldError[] =>
  errors.filter(({ path }) => !shown.some((name) => within(strip(path), name.split('.'))));
