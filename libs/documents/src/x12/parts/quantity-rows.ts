import { type Field, isBad, positive } from '../../grammar/field.js';
import { type FieldRow, may, must } from '../../grammar/row.js';
import { unit } from './fields.js';

type QuantityPath<P extends string> = P | `${P}.value`;

/** A number and its unit in two elements of X12; the whole is absent or both are there. */
export function quantityRows<const P extends string>(value: string, measure: string, to: P): FieldRow<QuantityPath<P>>[] {
  return [may(value, `${to}.value`, positive({ digits: 15 })), may(measure, to, unit)];
}

/** A quantity without which a line says nothing. */
export function mustQuantityRows<const P extends string>(value: string, measure: string, to: P): FieldRow<QuantityPath<P>>[] {
  return [must(value, `${to}.value`, positive({ digits: 15 })), must(measure, to, unit)];
}

/** A time of day as sets write it: no zone is told, so it is no instant; what is read stays beside the model and comes back. */
export const timeOfDay: Field<string> = {
  says: 'time HHMM of an instant; read, it names no zone and is kept beside the model',
  decode: () => undefined,
  encode: (value) => {
    const time = /T(\d{2}):(\d{2})/.exec(value);
    return time === null ? undefined : `${time[1]}${time[2]}`;
  },
};

/** A quantity from two leaves of a segment read by a rule; undefined when either cannot be read. */
export function quantityOf(value: string | undefined, measure: string | undefined) {
  const amount = positive({ digits: 15 }).decode(value ?? '');
  const measured = unit.decode(measure ?? '');
  if (typeof amount !== 'string' || measured === undefined || isBad(measured) || measured.unit === undefined) return undefined;
  return { value: amount, unit: measured.unit, ...(measured.rawUnit === undefined ? {} : { rawUnit: measured.rawUnit }) };
}
