import { isCountryCode } from '#libs/kernel';
import { date, decimal, describing, type Field, positive, text } from '../../grammar/field.js';
import { type FieldRow, type FixedRow, inside, may, must, type Row } from '../../grammar/row.js';
import { gtin } from '../../ubl/parts/fields.js';
import { classSystem, NUMBER, partyKind, unit } from './fields.js';

type In<P extends string, K extends string> = `${P}.${K}`;
const DAY = date('CCYY-MM-DD');

type PartyKey =
  | 'identifiers[].value'
  | 'identifiers[].scheme'
  | 'name'
  | 'contact.name'
  | 'contact.phone'
  | 'contact.email'
  | 'address.lines[]'
  | 'address.postalCode'
  | 'address.city'
  | 'address.region'
  | 'address.country'
  | 'taxId';

/** A PARTY of a role. Before these rows read it, each party has one role: `parties` sees to that. */
export function partyRows<const P extends string>(info: string, [role, to]: readonly [string, P]): FieldRow<In<P, PartyKey>>[] {
  const party = `${info}/PARTIES/PARTY[PARTY_ROLE=${role}]`;
  const address = `${party}/ADDRESS`;
  const contact = `${address}/CONTACT_DETAILS`;
  const rows: Row[] = [
    may(`${party}/b:PARTY_ID[]`, `${to}.identifiers[].value`, NUMBER),
    may(`${party}/b:PARTY_ID[]@type`, `${to}.identifiers[].scheme`, partyKind),
    may(`${address}/b:NAME`, `${to}.name`, { ...text(1, 100), encode: text(1, 50).encode }),
    may(`${contact}/b:CONTACT_NAME`, `${to}.contact.name`, text(1, 50)),
    may(`${contact}/b:PHONE`, `${to}.contact.phone`, text(1, 30)),
    may(`${contact}/b:EMAILS/b:EMAIL`, `${to}.contact.email`, text(1, 255)),
    may(`${address}/b:STREET[]`, `${to}.address.lines[]`, text(1, 50)),
    may(`${address}/b:ZIP`, `${to}.address.postalCode`, text(1, 20)),
    may(`${address}/b:CITY`, `${to}.address.city`, text(1, 50)),
    may(`${address}/b:STATE`, `${to}.address.region`, text(1, 50)),
    may(`${address}/b:COUNTRY_CODED`, `${to}.address.country`, describing('ISO 3166-1', isCountryCode)),
    may(`${address}/b:VAT_ID`, `${to}.taxId`, text(1, 50)),
  ];
  return rows as FieldRow<In<P, PartyKey>>[];
}

/** A day that something is wanted on; who gives a range means its end. */
export function deliveryRows<const P extends string>(at: string, to: P): FieldRow<P>[] {
  return [may(`${at}/DELIVERY_DATE/DELIVERY_END_DATE`, to, DAY), may(`${at}/DELIVERY_DATE/DELIVERY_START_DATE`, to, DAY)];
}

type ItemKey =
  | 'supplierPart'
  | 'gtin'
  | 'buyerPart'
  | 'name'
  | 'description'
  | 'manufacturer'
  | 'manufacturerPart'
  | 'classifications[0].system'
  | 'classifications[0].code';

/** The schema wants a maker where his number is told. */
const UNKNOWN = 'unknown';
const maker: Field<string> = {
  ...NUMBER,
  says: 'manufacturer, unknown for none',
  decode: (raw) => (raw.trim() === UNKNOWN ? undefined : NUMBER.decode(raw)),
};

/** PRODUCT_ID, and the class of PRODUCT_FEATURES. */
export function itemRows<const P extends string>(at: string, to: P): (FieldRow<In<P, ItemKey>> | FixedRow)[] {
  const product = `${at}/PRODUCT_ID`;
  return [
    may(`${product}/b:SUPPLIER_PID`, `${to}.supplierPart`, text(1, 50)),
    may(`${product}/b:INTERNATIONAL_PID[@type=gtin|ean]`, `${to}.gtin`, gtin),
    may(`${product}/b:BUYER_PID`, `${to}.buyerPart`, text(1, 50)),
    may(`${product}/b:DESCRIPTION_SHORT`, `${to}.name`, text(1, 150)),
    may(`${product}/b:DESCRIPTION_LONG`, `${to}.description`, text(1, 64_000)),
    may(`${product}/MANUFACTURER_INFO/b:MANUFACTURER_IDREF`, `${to}.manufacturer`, maker),
    inside(`${product}/MANUFACTURER_INFO`, 'b:MANUFACTURER_IDREF', UNKNOWN),
    may(`${product}/MANUFACTURER_INFO/b:MANUFACTURER_PID`, `${to}.manufacturerPart`, text(1, 50)),
    may(`${at}/PRODUCT_FEATURES/b:REFERENCE_FEATURE_SYSTEM_NAME`, `${to}.classifications[0].system`, classSystem),
    may(`${at}/PRODUCT_FEATURES/b:REFERENCE_FEATURE_GROUP_ID`, `${to}.classifications[0].code`, text(1, 60)),
  ];
}

/** How much of what unit. */
export function quantityRows<const P extends string>(at: string, to: P): FieldRow<P | In<P, 'value'>>[] {
  return [must(`${at}/QUANTITY`, `${to}.value`, positive()), must(`${at}/b:ORDER_UNIT`, to, unit)];
}

/** PRODUCT_PRICE_FIX; its base in other units is the price rule's. */
export function priceRows<const P extends string>(at: string, to: P): FieldRow<In<P, 'amount' | 'basis'>>[] {
  const price = `${at}/PRODUCT_PRICE_FIX`;
  return [
    may(`${price}/b:PRICE_AMOUNT`, `${to}.amount`, positive()),
    may(`${price}/b:PRICE_QUANTITY`, `${to}.basis`, positive()),
  ];
}

type ChargeKey = 'isCharge' | 'code' | 'reason' | 'percent' | 'amount';

/** An allowance or charge of a line, which openTRANS keeps with its price: a kind, a name, an amount of money. One that is a percentage or goods alone is kept. */
export function chargeRows<const P extends string>(at: string, to: P): (FieldRow<In<P, ChargeKey>> | FixedRow)[] {
  const charge = `${at}/ALLOW_OR_CHARGES_FIX/ALLOW_OR_CHARGE[][ALLOW_OR_CHARGE_VALUE/AOC_MONETARY_AMOUNT!=]`;
  const kind = { says: 'allowance or charge' };
  return [
    must(`${charge}@type`, `${to}.isCharge`, {
      ...kind,
      decode: (raw: string) => raw.trim() === 'surcharge',
      encode: (value: boolean) => (value ? 'surcharge' : 'allowance'),
    }),
    may(`${charge}/ALLOW_OR_CHARGE_NAME`, `${to}.reason`, text(1, 250)),
    may(`${charge}/ALLOW_OR_CHARGE_TYPE`, `${to}.code`, text(1, 30)),
    must(`${charge}/ALLOW_OR_CHARGE_VALUE/AOC_MONETARY_AMOUNT`, `${to}.amount`, decimal()),
  ] as (FieldRow<In<P, ChargeKey>> | FixedRow)[];
}
