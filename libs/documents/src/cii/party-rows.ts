import { isCountryCode } from '#libs/kernel';
import { describing, text } from '../grammar/field.js';
import { type FieldRow, may, needed, type Row } from '../grammar/row.js';
import { icd } from '../ubl/parts/fields.js';
import { NUMBER } from './fields.js';

type In<P extends string, K extends string> = `${P}.${K}`;
type AddressKey = 'lines[0]' | 'city' | 'postalCode' | 'region' | 'country';
type PartyKey =
  | 'name'
  | 'identifiers[].value'
  | 'identifiers[].scheme'
  | 'legalForm'
  | 'legalId.value'
  | 'legalId.scheme'
  | 'tradingName'
  | 'contact.name'
  | 'contact.phone'
  | 'contact.email'
  | `address.${AddressKey}`
  | 'endpoint.value'
  | 'endpoint.scheme'
  | 'taxId'
  | 'taxRegistration.value'
  | 'taxRegistration.scheme';

/** ram:PostalTradeAddress: three lines. */
function addressRows(at: string, to: string): FieldRow[] {
  return [
    may(`${at}/ram:PostcodeCode`, `${to}.postalCode`, text(1, 50)),
    may(`${at}/ram:LineOne`, `${to}.lines[0]`, text(1, 500)),
    may(`${at}/ram:LineTwo`, `${to}.lines[1]`, text(1, 500)),
    may(`${at}/ram:LineThree`, `${to}.lines[2]`, text(1, 500)),
    may(`${at}/ram:CityName`, `${to}.city`, text(1, 200)),
    needed(`${at}/ram:CountryID`, `${to}.country`, describing('ISO 3166-1', isCountryCode)),
    may(`${at}/ram:CountrySubDivisionName`, `${to}.region`, text(1, 200)),
  ];
}

/**
 * A ram:TradeParty. Before these rows read it, `reshape` has made every number of the party a `ram:ID` and has put the scheme of a tax number
 * on its registration. Its name is the registered one; the trading one stands with the legal organization.
 */
export function tradePartyRows<const P extends string>(at: string, to: P, name = may): Row<In<P, PartyKey>>[] {
  const tax = `${at}/ram:SpecifiedTaxRegistration`;
  const legal = `${at}/ram:SpecifiedLegalOrganization`;
  const contact = `${at}/ram:DefinedTradeContact`;
  const rows: Row[] = [
    may(`${at}/ram:ID[]`, `${to}.identifiers[].value`, NUMBER),
    may(`${at}/ram:ID[]@schemeID`, `${to}.identifiers[].scheme`, icd),
    name(`${at}/ram:Name`, `${to}.name`, text(1, 500)),
    may(`${at}/ram:Description`, `${to}.legalForm`, text(1, 1000)),
    may(`${legal}/ram:ID`, `${to}.legalId.value`, text(1, 100)),
    may(`${legal}/ram:ID@schemeID`, `${to}.legalId.scheme`, icd),
    may(`${legal}/ram:TradingBusinessName`, `${to}.tradingName`, text(1, 500)),
    may(`${contact}/ram:PersonName`, `${to}.contact.name`, NUMBER),
    may(`${contact}/ram:TelephoneUniversalCommunication/ram:CompleteNumber`, `${to}.contact.phone`, text(1, 100)),
    may(`${contact}/ram:EmailURIUniversalCommunication/ram:URIID`, `${to}.contact.email`, NUMBER),
    ...addressRows(`${at}/ram:PostalTradeAddress`, `${to}.address`),
    may(`${at}/ram:URIUniversalCommunication/ram:URIID`, `${to}.endpoint.value`, NUMBER),
    may(`${at}/ram:URIUniversalCommunication/ram:URIID@schemeID`, `${to}.endpoint.scheme`, icd),
    may(`${tax}[@schemeID=VA]/ram:ID`, `${to}.taxId`, text(1, 100)),
    may(`${tax}[@schemeID!=VA]/ram:ID`, `${to}.taxRegistration.value`, text(1, 100)),
    may(`${tax}[@schemeID!=VA]@schemeID`, `${to}.taxRegistration.scheme`, text(1, 20)),
  ];
  return rows as Row<In<P, PartyKey>>[];
}
