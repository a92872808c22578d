/** What a verb gives back: a value, or every user error found at once. Refusals and faults are thrown, never returned. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; errors: readonly E[] };

/**
 * A user error as data. `code` is PascalCase and names the fact (`PriceChanged`); `path` leads to the input field that
 * caused it, empty for the whole input; `values` fill the sentence that the edge makes from the code.
 */
export interface Fault<C extends string = string> {
  code: C;
  path: readonly string[];
  values?: Readonly<Record<string, string | number | null>>;
}

/** A success carrying `value`. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** A failure carrying all its errors, in the order given. */
export function fail<E>(...errors: readonly E[]): { ok: false; errors: readonly E[] } {
  return { ok: false, errors };
}

/** The spelling of an error code outside GraphQL: `PriceChanged` becomes `PRICE_CHANGED`, `UBLNotReadable` `UBL_NOT_READABLE`. */
export function errorCode(name: string): string {
  return name.replace(/([a-z0-9])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$&_').toUpperCase();
}
