import type { LoadedRow, Message } from './message.js';

/**
 * A partner's habits as data over a table, by row address as the table writes it: `relax` lets a must be absent, `default` is
 * read where the partner sends nothing, `rename` maps the partner's codes to the table's and back.
 */
export interface Adjustments {
  relax?: readonly string[];
  default?: Readonly<Record<string, string>>;
  rename?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The table with a partner's habits laid over it. `unknown` names addresses the table does not have: a stale profile, to be shown to its owner. */
export function adjust<T>(message: Message<T>, adjustments: Adjustments): { message: Message<T>; unknown: string[] } {
  const named = [
    ...(adjustments.relax ?? []),
    ...Object.keys(adjustments.default ?? {}),
    ...Object.keys(adjustments.rename ?? {}),
  ];
  const known = new Set(message.rows.map((row) => row.address.text));
  const rows = message.rows.map((row) => adjusted(row, adjustments));
  return { message: { ...message, rows }, unknown: [...new Set(named.filter((address) => !known.has(address)))] };
}

function adjusted(row: LoadedRow, { relax, default: defaults, rename }: Adjustments): LoadedRow {
  const at = row.address.text;
  const own = <V>(table: Readonly<Record<string, V>> | undefined): V | undefined =>
    table !== undefined && Object.hasOwn(table, at) ? table[at] : undefined;
  const fallback = own(defaults);
  const names = own(rename);
  return {
    ...row,
    presence: relax?.includes(at) ? 'may' : row.presence,
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(names === undefined ? {} : { rename: names }),
  };
}
