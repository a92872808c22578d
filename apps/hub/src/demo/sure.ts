import type { Result } from '#libs/kernel';

/** Ids of the demo organisations by their keys. */
export type DemoWorld = ReadonlyMap<string, string>;

/** The value of a step of the demo world. Throws when the hub refused it: its data is then wrong. */
export function sure<T>(result: Result<T, { code: string }>): T {
  if (result.ok) return result.value;
  throw new Error(`the demo world was refused: ${result.errors.map((error) => error.code).join(', ')}`);
}
