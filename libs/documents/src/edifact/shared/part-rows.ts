import { isCountryCode } from '#libs/kernel';
import { describing, text } from '../../grammar/field.js';
import { beside, type FieldRow, type FixedRow, may, must } from '../../grammar/row.js';
import { coded, listCode, otherTax, percentage, type Sized, scheme } from '../fields/fields.js';

type PartyPath<P extends string> = `${P}.${
  | 'name'
  | 'identifiers[0]'
  | 'identifiers[0].value'
  | 'address.lines[0]'
  | 'address.city'
  | 'address.region'
  | 'address.postalCode'
  | 'address.country'
  | 'contact.name'
  | 'contact.phone'
  | 'contact.email'
  | 'taxId'
  | 'legalId.value'
  | 'reference'}`;

/**
 * A party by its NAD group: `at` names the group with its qualifier. One identifier, one contact. C080 and C059 hold name and
 * street; senders who put both into C058, unstructured, are read, too. RFF: VA tax number, XA registration, ADE account.
 */
export function partyRows<const P extends string>(at: string, to: P, size: Sized): (FieldRow<PartyPath<P>> | FixedRow)[] {
  const line = (index: number) => `${to}.address.lines[${index}]` as `${P}.address.lines[0]`;
  return [
    may(`${at}02`, `${to}.identifiers[0].value`, size.text('NAD02')),
    ...(size.release === 'D.01B' ? [may(`${at}02:2`, `${to}.identifiers[0]`, listCode)] : []),
    may(`${at}02:3`, `${to}.identifiers[0]`, scheme),
    may(`${at}04`, `${to}.name`, size.free('NAD04')),
    may(`${at}03`, `${to}.name`, size.free('NAD03')),
    may(`${at}05`, line(0), size.free('NAD05')),
    may(`${at}05:2`, line(1), size.free('NAD05:2')),
    may(`${at}05:3`, line(2), size.free('NAD05:3')),
    may(`${at}05:4`, line(3), size.free('NAD05:4')),
    may(`${at}03:2`, line(0), size.free('NAD03:2')),
    may(`${at}03:3`, line(1), size.free('NAD03:3')),
    may(`${at}06`, `${to}.address.city`, size.free('NAD06')),
    may(`${at}07`, `${to}.address.region`, size.text('NAD07')),
    may(`${at}08`, `${to}.address.postalCode`, size.text('NAD08')),
    may(`${at}09`, `${to}.address.country`, describing('ISO 3166-1', isCountryCode)),
    may(`${at}/RFF[01=VA]01:2`, `${to}.taxId`, size.text('RFF01:2')),
    may(`${at}/RFF[01=XA]01:2`, `${to}.legalId.value`, size.text('RFF01:2')),
    may(`${at}/RFF[01=ADE]01:2`, `${to}.reference`, size.text('RFF01:2')),
    may(`${at}/CTA02:2`, `${to}.contact.name`, size.free('CTA02:2')),
    may(`${at}/CTA/COM[01:2=TE]01`, `${to}.contact.phone`, text(1, 80)),
    may(`${at}/CTA/COM[01:2=EM]01`, `${to}.contact.email`, text(1, 254)),
    beside(`${at}/CTA01`, 'IC'),
  ];
}

/** A place: who stands there, by name, number and address, without numbers at a tax office. */
export function placeRows<const P extends string>(at: string, to: P, size: Sized): (FieldRow<PartyPath<P>> | FixedRow)[] {
  return partyRows(at, to, size).filter((row) => !row.at.includes('/RFF'));
}

type ItemPath<P extends string> = `${P}.${'supplierPart' | 'buyerPart' | 'manufacturerPart' | 'gtin'}`;

/** Part numbers: the GTIN in LIN, all others in PIA by their type (element 7143); both are read from either. */
export function itemRows<const P extends string>(at: string, to: P, size: Sized): FieldRow<ItemPath<P>>[] {
  const number = size.text('PIA02');
  return [
    may(`${at}03(03:2=EN|SRV|UP|EU|IB)`, `${to}.gtin`, number),
    may(`${at}/PIA[01=1|5][02:2=EN|SRV|UP|EU]02`, `${to}.gtin`, number),
    may(`${at}/PIA[01=5|1][02:2=SA|VP|VN]02`, `${to}.supplierPart`, number),
    may(`${at}/PIA[01=1|5][02:2=IN|BP]02`, `${to}.buyerPart`, number),
    may(`${at}/PIA[01=1|5][02:2=MF|MP]02`, `${to}.manufacturerPart`, number),
    may(`${at}03(03:2=SA|VP|VN)`, `${to}.supplierPart`, number),
    may(`${at}03(03:2=IN|BP)`, `${to}.buyerPart`, number),
    may(`${at}03(03:2=MF|MP)`, `${to}.manufacturerPart`, number),
  ];
}

/** Part numbers of another part that takes the place of the one named (PIA 3, substituted by). */
export function substituteRows<const P extends string>(at: string, to: P, size: Sized): FieldRow<ItemPath<P>>[] {
  const number = size.text('PIA02');
  return [
    may(`${at}/PIA[01=3|2][02:2=SA|VP|VN]02`, `${to}.supplierPart`, number),
    may(`${at}/PIA[01=3|2][02:2=IN|BP]02`, `${to}.buyerPart`, number),
    may(`${at}/PIA[01=3|2][02:2=MF|MP]02`, `${to}.manufacturerPart`, number),
    may(`${at}/PIA[01=3|2][02:2=EN|SRV|UP]02`, `${to}.gtin`, number),
  ];
}

type ChargePath<P extends string> = `${P}.${'isCharge' | 'code' | 'amount' | 'percent' | 'reason' | 'baseAmount'}`;

/** Allowances and charges of an ALC group: amount in MOA 8 (23 charge, 204 allowance), basis in MOA 25, percentage in PCD. */
export function chargeRows<const P extends string>(at: string, to: P, size: Sized): (FieldRow<ChargePath<P>> | FixedRow)[] {
  return [
    must(
      `${at}[01=A|C][]01`,
      `${to}.isCharge`,
      coded('5463', [
        ['C', true],
        ['A', false],
      ]),
    ),
    may(`${at}[01=A|C][]05`, `${to}.code`, size.text('ALC05')),
    may(`${at}[01=A|C][]05:4`, `${to}.reason`, size.free('ALC05:4')),
    may(`${at}[01=A|C][]/PCD[01=3|1|2|7|12]01:2`, `${to}.percent`, size.number('PCD01:2')),
    must(`${at}[01=A|C][]/MOA[01=8|23|204|52]01:2`, `${to}.amount`, size.positive('MOA01:2')),
    may(`${at}[01=A|C][]/MOA[01=25]01:2`, `${to}.baseAmount`, size.positive('MOA01:2')),
  ];
}

type TaxPath<P extends string> = `${P}.${'code' | 'percent' | 'scheme'}`;

/** The category of a TAX segment: element 5305, the rate of 5278, and which tax it is when it is not VAT. */
export function taxRows<const P extends string>(at: string, to: P, size: Sized): (FieldRow<TaxPath<P>> | FixedRow)[] {
  return [
    may(`${at}06`, `${to}.code`, size.text('TAX06')),
    may(`${at}05:4`, `${to}.percent`, percentage),
    may(`${at}02`, `${to}.scheme`, otherTax),
    beside(`${at}02`, 'VAT'),
  ];
}
