import { isCountryCode } from '#libs/kernel';
import { describing, text } from '../grammar/field.js';
import { beside, type FieldRow, type FixedRow, inside, may, needed } from '../grammar/row.js';
import { domain } from './fields.js';

type AddressPath<P extends string> =
  | `${P}.name`
  | `${P}.identifiers[0].value`
  | `${P}.identifiers[0].scheme`
  | `${P}.contact.name`
  | `${P}.contact.email`
  | `${P}.address.lines[]`
  | `${P}.address.city`
  | `${P}.address.region`
  | `${P}.address.postalCode`
  | `${P}.address.country`;

/** A party by an Address element: addressID identifies it, DeliverTo is whom to ask for. Telephone numbers, parted in four here, stay beside the model. */
export function addressRows<const P extends string>(at: string, to: P): (FieldRow<AddressPath<P>> | FixedRow)[] {
  const postal = `${at}/PostalAddress`;
  return [
    needed(`${at}/Name`, `${to}.name`, text(1, 500)),
    may(`${at}@addressID`, `${to}.identifiers[0].value`, text(1, 200)),
    may(`${at}@addressIDDomain`, `${to}.identifiers[0].scheme`, domain),
    may(`${postal}/DeliverTo`, `${to}.contact.name`, text(1, 200)),
    may(`${postal}/Street[]`, `${to}.address.lines[]`, text(1, 500)),
    may(`${postal}/City`, `${to}.address.city`, text(1, 200)),
    may(`${postal}/State`, `${to}.address.region`, text(1, 200)),
    may(`${postal}/PostalCode`, `${to}.address.postalCode`, text(1, 50)),
    needed(`${postal}/Country@isoCountryCode`, `${to}.address.country`, describing('ISO 3166-1', isCountryCode)),
    may(`${at}/Email`, `${to}.contact.email`, text(1, 200)),
    beside(`${at}/Name@xml:lang`, 'en'),
    inside(postal, 'Street', ''),
    inside(postal, 'City', ''),
  ];
}

type ItemPath<P extends string> = `${P}.${'supplierPart' | 'buyerPart'}`;

/** Part numbers of an ItemID. */
export function itemIdRows<const P extends string>(at: string, to: P): FieldRow<ItemPath<P>>[] {
  return [
    needed(`${at}/SupplierPartID`, `${to}.supplierPart`, text(1, 255)),
    may(`${at}/BuyerPartID`, `${to}.buyerPart`, text(1, 255)),
  ];
}

type DetailPath<P extends string> =
  `${P}.${'description' | 'name' | 'classifications[].code' | 'classifications[].system' | 'manufacturerPart' | 'manufacturer' | 'gtin'}`;

/** What an ItemDetail says of the item; a class without a code is none. */
export function itemDetailRows<const P extends string>(at: string, to: P): (FieldRow<DetailPath<P>> | FixedRow)[] {
  return [
    may(`${at}/Description`, `${to}.description`, text(1, 5000)),
    may(`${at}/Description/ShortName`, `${to}.name`, text(1, 500)),
    may(`${at}/Classification[]`, `${to}.classifications[].code`, text(1, 100)),
    may(`${at}/Classification[]@domain`, `${to}.classifications[].system`, text(1, 100)),
    may(`${at}/ManufacturerPartID`, `${to}.manufacturerPart`, text(1, 255)),
    may(`${at}/ManufacturerName`, `${to}.manufacturer`, text(1, 255)),
    may(`${at}/ItemDetailIndustry/ItemDetailRetail/EANID`, `${to}.gtin`, text(1, 14)),
    inside(at, 'Description@xml:lang', 'en'),
    inside(at, 'Classification@domain', 'NotAvailable'),
  ];
}
