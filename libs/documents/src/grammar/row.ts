import { BETWEEN_STEPS } from './address.js';
import type { Field } from './field.js';

/** Whether a document without the value is an error: always (`must`), only when written (`needed`), never (`may`). */
export type Presence = 'must' | 'needed' | 'may';

/** A value that stands in the document and in the model. The compiler knows `to` as a path of the model. */
export interface FieldRow<P extends string = string> {
  kind: 'field';
  presence: Presence;
  at: string;
  to: P;
  field: Field;
}

/** A value the table itself gives. `anchor` counts the steps of the address that must be there already; the rest is made below them. */
export interface FixedRow {
  kind: 'fixed';
  at: string;
  value: string;
  anchor: number;
}

/** A value that repeats one of the model's root (a currency on each amount): written where its node is, compared when read. */
export interface SameRow<P extends string = string> {
  kind: 'same';
  at: string;
  from: P;
}

/** The number of items of a list: written, and compared when read. */
export interface CountRow<P extends string = string> {
  kind: 'count';
  at: string;
  of: P;
}

/** Read and not kept, because it would be wrong in any other document (hash totals, sender's own sums). */
export interface DroppedRow {
  kind: 'dropped';
  at: string;
}

export type Row<P extends string = string> = FieldRow<P> | FixedRow | SameRow<P> | CountRow<P> | DroppedRow;

/** A value without which the document cannot be acted on. */
export function must<const P extends string, T>(at: string, to: P, field: Field<T>): FieldRow<P> {
  return { kind: 'field', presence: 'must', at, to, field: field as Field };
}

/** A value that may be absent. Several rows to one target are alternatives: the first that can carry it does. */
export function may<const P extends string, T>(at: string, to: P, field: Field<T>): FieldRow<P> {
  return { kind: 'field', presence: 'may', at, to, field: field as Field };
}

/** A value the standard demands of who writes; who reads is content without. */
export function needed<const P extends string, T>(at: string, to: P, field: Field<T>): FieldRow<P> {
  return { kind: 'field', presence: 'needed', at, to, field: field as Field };
}

/** A constant written in every document. */
export function fixed(at: string, value: string): FixedRow {
  return { kind: 'fixed', at, value, anchor: 0 };
}

/** A constant written wherever something else makes its node. */
export function beside(at: string, value: string): FixedRow {
  return { kind: 'fixed', at, value, anchor: Number.MAX_SAFE_INTEGER };
}

/** A constant made below every node that stands at `anchor`. */
export function inside(anchor: string, rest: string, value: string): FixedRow {
  return { kind: 'fixed', at: `${anchor}/${rest}`, value, anchor: anchor.split(BETWEEN_STEPS).length };
}

/** A repetition of a value of the document's root. */
export function same<const P extends string>(at: string, from: P): SameRow<P> {
  return { kind: 'same', at, from };
}

/** The count of a list. */
export function count<const P extends string>(at: string, of: P): CountRow<P> {
  return { kind: 'count', at, of };
}

/** A value that is read over. */
export function dropped(at: string): DroppedRow {
  return { kind: 'dropped', at };
}
