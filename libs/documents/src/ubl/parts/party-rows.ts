import { text } from '../../grammar/field.js';
import { type FieldRow, type FixedRow, inside, may, needed } from '../../grammar/row.js';
import { icd, registrationScheme } from './fields.js';
import { addressRows, contactRows } from './rows.js';

/** What a profile lets a party say: each part is a few rows. A part that is not named is kept beside the model when it is read and reported when it cannot be written. */
export type PartyPart =
  | 'endpoint'
  | 'optionalEndpoint'
  | 'identifiers'
  | 'registeredName'
  | 'legalName'
  | 'name'
  | 'tradingName'
  | 'address'
  | 'tax'
  | 'legal'
  | 'legalForm'
  | 'contact';

type Key =
  | 'name'
  | 'tradingName'
  | 'endpoint.value'
  | 'endpoint.scheme'
  | 'identifiers[].value'
  | 'identifiers[].scheme'
  | 'address.lines[0]'
  | 'address.city'
  | 'address.postalCode'
  | 'address.region'
  | 'address.country'
  | 'taxId'
  | 'taxRegistration.value'
  | 'taxRegistration.scheme'
  | 'legalId.value'
  | 'legalId.scheme'
  | 'legalForm'
  | 'contact.name'
  | 'contact.phone'
  | 'contact.email';
/** Where a tax number says which tax it is of. */
const SCHEME = 'cac:TaxScheme/cbc:ID';

type PartyRow<P extends string> = FieldRow<`${P}.${Key}`> | FixedRow;

/** Rows of a cac:Party and its likes at `at`. Names: the registered one is the name, cbc:Name of cac:PartyName the trading one, or the name where a profile has no other. */
export function partRows<const P extends string>(at: string, to: P, parts: readonly PartyPart[]): PartyRow<P>[] {
  return parts.flatMap((part) => makers[part](at, to) as PartyRow<P>[]);
}

const makers: Readonly<Record<PartyPart, (at: string, to: string) => (FieldRow | FixedRow)[]>> = {
  endpoint: (at, to) => [
    needed(`${at}/cbc:EndpointID`, `${to}.endpoint.value`, text(1, 200)),
    needed(`${at}/cbc:EndpointID@schemeID`, `${to}.endpoint.scheme`, icd),
  ],
  optionalEndpoint: (at, to) => [
    may(`${at}/cbc:EndpointID`, `${to}.endpoint.value`, text(1, 200)),
    may(`${at}/cbc:EndpointID@schemeID`, `${to}.endpoint.scheme`, icd),
  ],
  identifiers: (at, to) => [
    may(`${at}/cac:PartyIdentification[]/cbc:ID`, `${to}.identifiers[].value`, text(1, 200)),
    may(`${at}/cac:PartyIdentification[]/cbc:ID@schemeID`, `${to}.identifiers[].scheme`, icd),
  ],
  registeredName: (at, to) => [
    needed(`${at}/cac:PartyLegalEntity/cbc:RegistrationName`, `${to}.name`, text(1, 500)),
    may(`${at}/cac:PartyName/cbc:Name`, `${to}.name`, text(1, 500)),
  ],
  legalName: (at, to) => [needed(`${at}/cac:PartyLegalEntity/cbc:RegistrationName`, `${to}.name`, text(1, 500))],
  name: (at, to) => [
    may(`${at}/cac:PartyName/cbc:Name`, `${to}.name`, text(1, 500)),
    may(`${at}/cac:PartyLegalEntity/cbc:RegistrationName`, `${to}.name`, text(1, 500)),
  ],
  tradingName: (at, to) => [may(`${at}/cac:PartyName/cbc:Name`, `${to}.tradingName`, text(1, 500))],
  address: (at, to) => addressRows(`${at}/cac:PostalAddress`, `${to}.address`),
  tax: (at, to) => [
    may(`${at}/cac:PartyTaxScheme[${SCHEME}=VAT]/cbc:CompanyID`, `${to}.taxId`, text(1, 100)),
    may(`${at}/cac:PartyTaxScheme[${SCHEME}!=VAT]/cbc:CompanyID`, `${to}.taxRegistration.value`, text(1, 100)),
    may(`${at}/cac:PartyTaxScheme[${SCHEME}!=VAT]/${SCHEME}`, `${to}.taxRegistration.scheme`, registrationScheme),
    inside(`${at}/cac:PartyTaxScheme[${SCHEME}!=VAT]`, SCHEME, 'TAX'),
  ],
  legal: (at, to) => [
    may(`${at}/cac:PartyLegalEntity/cbc:CompanyID`, `${to}.legalId.value`, text(1, 100)),
    may(`${at}/cac:PartyLegalEntity/cbc:CompanyID@schemeID`, `${to}.legalId.scheme`, icd),
  ],
  legalForm: (at, to) => [may(`${at}/cac:PartyLegalEntity/cbc:CompanyLegalForm`, `${to}.legalForm`, text(1, 1000))],
  contact: (at, to) => contactRows(`${at}/cac:Contact`, to),
};
