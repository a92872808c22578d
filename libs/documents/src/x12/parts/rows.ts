import { isCountryCode } from '#libs/kernel';
import { decimal, describing, freeText, implied, text } from '../../grammar/field.js';
import { beside, type FieldRow, type FixedRow, may, must } from '../../grammar/row.js';
import { chargeCode, chargeKind, scheme, sized } from './fields.js';

type PartyPath<P extends string> =
  | `${P}.name`
  | `${P}.identifiers[0]`
  | `${P}.identifiers[0].value`
  | `${P}.address.lines[0]`
  | `${P}.address.city`
  | `${P}.address.region`
  | `${P}.address.postalCode`
  | `${P}.address.country`
  | `${P}.contact.name`
  | `${P}.contact.phone`
  | `${P}.contact.email`;

/** A party by its N1 loop: `at` names the loop with its entity code. One identifier, one contact: what X12 has room for. */
export function partyRows<const P extends string>(at: string, to: P): FieldRow<PartyPath<P>>[] {
  return [
    may(`${at}02`, `${to}.name`, freeText(60)),
    may(`${at}04`, `${to}.identifiers[0].value`, text(1, 80)),
    may(`${at}03`, `${to}.identifiers[0]`, scheme),
    may(`${at}/N301`, `${to}.address.lines[0]`, freeText(55)),
    may(`${at}/N302`, `${to}.address.lines[1]` as `${P}.address.lines[0]`, freeText(55)),
    may(`${at}/N401`, `${to}.address.city`, freeText(30)),
    may(`${at}/N402`, `${to}.address.region`, text(1, 30)),
    may(`${at}/N403`, `${to}.address.postalCode`, text(1, 15)),
    may(`${at}/N404`, `${to}.address.country`, describing('ISO 3166-1', isCountryCode)),
    may(`${at}/PER02`, `${to}.contact.name`, freeText(60)),
    may(`${at}/PER03+(TE)`, `${to}.contact.phone`, text(1, 80)),
    may(`${at}/PER03+(EM)`, `${to}.contact.email`, text(1, 80)),
  ];
}

type ItemPath<P extends string> = `${P}.${'supplierPart' | 'buyerPart' | 'manufacturerPart' | 'manufacturer' | 'gtin'}`;

/** Part numbers as pairs of qualifier (element 235) and value, from the given element on. */
export function itemRows<const P extends string>(at: string, to: P): FieldRow<ItemPath<P>>[] {
  return [
    may(`${at}+(VP|VN|VC)`, `${to}.supplierPart`, text(1, 48)),
    may(`${at}+(BP|IN|PI|CB)`, `${to}.buyerPart`, text(1, 48)),
    may(`${at}+(MG)`, `${to}.manufacturerPart`, text(1, 48)),
    may(`${at}+(MF)`, `${to}.manufacturer`, text(1, 48)),
    may(`${at}+(UK)`, `${to}.gtin`, sized(14)),
    may(`${at}+(EN)`, `${to}.gtin`, sized(13)),
    may(`${at}+(UP|UA|UI)`, `${to}.gtin`, text(1, 48)),
  ];
}

type ChargePath<P extends string> = `${P}.${'isCharge' | 'code' | 'amount' | 'percent' | 'reason'}`;

/** Allowances and charges: amount with two implied decimals, percent of SAC07. */
export function chargeRows<const P extends string>(at: string, to: P): (FieldRow<ChargePath<P>> | FixedRow)[] {
  return [
    must(`${at}01`, `${to}.isCharge`, chargeKind),
    may(`${at}02`, `${to}.code`, chargeCode),
    must(`${at}05`, `${to}.amount`, implied(2)),
    may(`${at}07`, `${to}.percent`, decimal({ digits: 6 })),
    may(`${at}15`, `${to}.reason`, freeText(80)),
    beside(`${at}02`, 'ZZZZ'),
  ];
}
