import { date, text } from '../../grammar/field.js';
import { type FieldRow, may } from '../../grammar/row.js';

type TracedKey = 'traced[].serial' | 'traced[].lot' | 'traced[].expiresOn' | 'traced[].producedOn' | 'traced[].bestBefore';

/** Lots and serial numbers of an item: cac:ItemInstance. */
export function tracedRows<const P extends string>(item: string, to: P): FieldRow<`${P}.${TracedKey}`>[] {
  const instance = `${item}/cac:ItemInstance[]`;
  return [
    may(`${instance}/cbc:ManufactureDate`, `${to}.traced[].producedOn`, date('CCYY-MM-DD')),
    may(`${instance}/cbc:BestBeforeDate`, `${to}.traced[].bestBefore`, date('CCYY-MM-DD')),
    may(`${instance}/cbc:SerialID`, `${to}.traced[].serial`, text(1, 200)),
    may(`${instance}/cac:LotIdentification/cbc:LotNumberID`, `${to}.traced[].lot`, text(1, 200)),
    may(`${instance}/cac:LotIdentification/cbc:ExpiryDate`, `${to}.traced[].expiresOn`, date('CCYY-MM-DD')),
  ];
}
