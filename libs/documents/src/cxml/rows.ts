import { isCountryCode, isCurrencyCode } from '#libs/kernel';
import { describing, listed, text } from '../grammar/field.js';
import { beside, type FieldRow, type FixedRow, inside, may, must, needed } from '../grammar/row.js';
import { amount, domain, unit } from './fields.js';

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

type PricedPath<P extends string> =
  `${P}.${'quantity' | 'price' | 'price.amount' | 'price.currency' | 'price.basis' | 'price.factor.numerator'}`;

/** An item with its unit and its price, as orders, carts and offers alike say it. `price` is `needed` where a document without one cannot be acted on. */
export function pricedItemRows<const A extends string, const P extends string>(
  at: A,
  to: P,
  price: typeof may = may,
): (FieldRow<ItemPath<`${P}.item`> | DetailPath<`${P}.item`> | PricedPath<P>> | FixedRow)[] {
  const detail = `${at}/ItemDetail` as const;
  return [
    ...itemIdRows(`${at}/ItemID`, `${to}.item`),
    price(`${detail}/UnitPrice/Money`, `${to}.price.amount`, amount),
    may(`${detail}/UnitPrice/Money@currency`, `${to}.price.currency`, listed('ISO 4217', isCurrencyCode)),
    ...itemDetailRows(detail, `${to}.item`),
    must(`${detail}/UnitOfMeasure`, `${to}.quantity`, unit),
    may(`${detail}/PriceBasisQuantity@quantity`, `${to}.price.basis`, amount),
    may(`${detail}/PriceBasisQuantity@conversionFactor`, `${to}.price.factor.numerator`, amount),
    may(`${detail}/PriceBasisQuantity/UnitOfMeasure`, `${to}.price`, unit),
  ];
}

/** What rules carry of every priced item. */
export const carriedPrice = ['lines[].price.factor.denominator', 'lines[].price.rawBasisCode', 'lines[].price.rawUnit'] as const;

const known = (...roles: readonly string[]) => roles.flatMap((role) => [`${role}.identifiers`, `${role}.endpoint`]);

/** What the envelope says of the parties: by which number each is known. Names and addresses it does not. */
export const envelopeParties = known('buyer', 'supplier');
export const envelopeSenders = known('sender', 'receiver');
