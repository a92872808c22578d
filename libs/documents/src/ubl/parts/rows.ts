import { isCountryCode } from '#libs/kernel';
import { decimal, describing, type Field, positive, text } from '../../grammar/field.js';
import { type FieldRow, type FixedRow, inside, may, must, needed, same } from '../../grammar/row.js';
import { classificationSystem, gtin, icd, indicator, reasonCode } from './fields.js';

/** Paths below a party and an address that the tables use; the compiler checks them against the model where the rows are put in. */
type In<P extends string, K extends string> = `${P}.${K}`;
type AddressKey = 'lines[0]' | 'city' | 'postalCode' | 'region' | 'country';
type PartyKey = 'name' | 'endpoint.value' | 'endpoint.scheme' | 'identifiers[].value' | 'identifiers[].scheme';
type OfficialKey = PartyKey | 'taxId' | 'legalId.value' | 'legalId.scheme' | `address.${AddressKey}` | ContactKey;
type ContactKey = 'contact.name' | 'contact.phone' | 'contact.email';

/** cac:PostalAddress and cac:Address: two street lines, a third as AddressLine. */
export function addressRows<const P extends string>(at: string, to: P): FieldRow<In<P, AddressKey>>[] {
  return [
    may(`${at}/cbc:StreetName`, `${to}.lines[0]`, text(1, 500)),
    may(`${at}/cbc:AdditionalStreetName`, `${to}.lines[1]` as In<P, 'lines[0]'>, text(1, 500)),
    may(`${at}/cac:AddressLine/cbc:Line`, `${to}.lines[2]` as In<P, 'lines[0]'>, text(1, 500)),
    may(`${at}/cbc:CityName`, `${to}.city`, text(1, 200)),
    may(`${at}/cbc:PostalZone`, `${to}.postalCode`, text(1, 50)),
    may(`${at}/cbc:CountrySubentity`, `${to}.region`, text(1, 200)),
    needed(`${at}/cac:Country/cbc:IdentificationCode`, `${to}.country`, describing('ISO 3166-1', isCountryCode)),
  ];
}

/** What order and answer both say of buyer and supplier. The registered name is the name; a trading name is read when there is no other. */
export function partyRows<const P extends string>(at: string, to: P): FieldRow<In<P, PartyKey>>[] {
  return [
    needed(`${at}/cbc:EndpointID`, `${to}.endpoint.value`, text(1, 200)),
    needed(`${at}/cbc:EndpointID@schemeID`, `${to}.endpoint.scheme`, icd),
    may(`${at}/cac:PartyIdentification[]/cbc:ID`, `${to}.identifiers[].value`, text(1, 200)),
    may(`${at}/cac:PartyIdentification[]/cbc:ID@schemeID`, `${to}.identifiers[].scheme`, icd),
    needed(`${at}/cac:PartyLegalEntity/cbc:RegistrationName`, `${to}.name`, text(1, 500)),
    may(`${at}/cac:PartyName/cbc:Name`, `${to}.name`, text(1, 500)),
  ];
}

/** A party with address, tax and legal identity. */
export function officialPartyRows<const P extends string>(at: string, to: P): (FieldRow<In<P, OfficialKey>> | FixedRow)[] {
  return [
    ...partyRows(at, to),
    ...(addressRows(`${at}/cac:PostalAddress`, `${to}.address`) as FieldRow<In<P, `address.${AddressKey}`>>[]),
    may(`${at}/cac:PartyTaxScheme/cbc:CompanyID`, `${to}.taxId`, text(1, 100)),
    inside(`${at}/cac:PartyTaxScheme`, 'cac:TaxScheme/cbc:ID', 'VAT'),
    may(`${at}/cac:PartyLegalEntity/cbc:CompanyID`, `${to}.legalId.value`, text(1, 100)),
    may(`${at}/cac:PartyLegalEntity/cbc:CompanyID@schemeID`, `${to}.legalId.scheme`, icd),
    ...contactRows(`${at}/cac:Contact`, to),
  ];
}

/** Name, telephone and mail of a contact. */
export function contactRows<const P extends string>(at: string, to: P): FieldRow<In<P, ContactKey>>[] {
  return [
    may(`${at}/cbc:Name`, `${to}.contact.name`, text(1, 200)),
    may(`${at}/cbc:Telephone`, `${to}.contact.phone`, text(1, 100)),
    may(`${at}/cbc:ElectronicMail`, `${to}.contact.email`, text(1, 200)),
  ];
}

type ChargeKey = 'isCharge' | 'code' | 'reason' | 'percent' | 'amount' | 'baseAmount';

/** Allowances and charges in the currency of the document. An order's are positive; an invoice that corrects another may have them below zero. */
export function chargeRows<const P extends string>(at: string, to: P, amount: Field<string> = positive()) {
  const rows: FieldRow<In<P, ChargeKey>>[] = [
    must(`${at}/cbc:ChargeIndicator`, `${to}.isCharge`, indicator),
    may(`${at}/cbc:AllowanceChargeReasonCode`, `${to}.code`, reasonCode),
    may(`${at}/cbc:AllowanceChargeReason`, `${to}.reason`, text(1, 500)),
    may(`${at}/cbc:MultiplierFactorNumeric`, `${to}.percent`, decimal()),
    must(`${at}/cbc:Amount`, `${to}.amount`, amount),
    may(`${at}/cbc:BaseAmount`, `${to}.baseAmount`, amount),
  ];
  return [...rows, same(`${at}/cbc:Amount@currencyID`, 'currency'), same(`${at}/cbc:BaseAmount@currencyID`, 'currency')];
}

type ItemKey = 'description' | 'name' | 'buyerPart' | 'supplierPart' | 'gtin';

/** What every document says of an item. Peppol demands its name (`needed`), UBL does not (`may`). */
export function itemRows<const P extends string>(at: string, to: P, name = needed): FieldRow<In<P, ItemKey>>[] {
  return [
    name(`${at}/cbc:Name`, `${to}.name`, text(1, 500)),
    may(`${at}/cac:BuyersItemIdentification/cbc:ID`, `${to}.buyerPart`, text(1, 200)),
    may(`${at}/cac:SellersItemIdentification/cbc:ID`, `${to}.supplierPart`, text(1, 200)),
    may(`${at}/cac:StandardItemIdentification/cbc:ID[@schemeID=0160|GTIN|EAN]`, `${to}.gtin`, gtin),
  ];
}

type FullItemKey = 'manufacturerPart' | 'manufacturer' | ClassificationKey | 'description';

/** What only the order says; the manufacturer is a property, as Peppol has no other place. */
export function fullItemRows<const P extends string>(at: string, to: P): FieldRow<In<P, FullItemKey>>[] {
  return [
    may(`${at}/cbc:Description`, `${to}.description`, text(1, 5000)),
    may(`${at}/cac:ManufacturersItemIdentification/cbc:ID`, `${to}.manufacturerPart`, text(1, 200)),
    may(`${at}/cac:AdditionalItemProperty[cbc:Name=Manufacturer]/cbc:Value`, `${to}.manufacturer`, text(1, 200)),
    ...classificationRows(at, to),
  ];
}

type ClassificationKey = 'classifications[].code' | 'classifications[].system' | 'classifications[].version';

/** The classes of an item. */
export function classificationRows<const P extends string>(at: string, to: P): FieldRow<In<P, ClassificationKey>>[] {
  return [
    must(`${at}/cac:CommodityClassification[]/cbc:ItemClassificationCode`, `${to}.classifications[].code`, text(1, 100)),
    may(
      `${at}/cac:CommodityClassification[]/cbc:ItemClassificationCode@listID`,
      `${to}.classifications[].system`,
      classificationSystem,
    ),
    may(
      `${at}/cac:CommodityClassification[]/cbc:ItemClassificationCode@listVersionID`,
      `${to}.classifications[].version`,
      text(1, 50),
    ),
  ];
}
