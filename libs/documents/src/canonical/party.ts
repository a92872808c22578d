/**
 * A value and the list it comes from: '0088' GLN, '0060' DUNS, other ISO 6523 ICD and Peppol EAS codes, 'CAGE', 'NetworkId',
 * 'ASSIGNED_BY_BUYER', 'ASSIGNED_BY_SUPPLIER', or 'X12:<N103>' when no common name is known.
 */
export interface Identifier {
  value: string;
  scheme?: string;
}

/** A postal address. `lines` hold street and the like in order; `country` is ISO 3166-1 alpha-2. */
export interface Address {
  name?: string;
  lines: string[];
  city?: string;
  postalCode?: string;
  region?: string;
  country?: string;
  identifier?: Identifier;
}

/** Whom to ask. */
export interface Contact {
  name?: string;
  email?: string;
  phone?: string;
}

/**
 * A party in one role. `endpoint` is its address on a network (Peppol EndpointID, cXML credential); `reference` what the other side
 * calls its contact or account. `name` is the registered one, `tradingName` what it is known by; `taxId` its VAT number,
 * `taxRegistration` another number at a tax office with the tax as its scheme (EN 16931 BT-32: TAX, FC; GST), `legalForm` what the
 * law wants said of it (BT-33). Who collects direct debits has an identifier of the scheme 'SEPA' (BT-90).
 */
export interface Party {
  identifiers: Identifier[];
  name?: string;
  endpoint?: Identifier;
  address?: Address;
  contact?: Contact;
  tradingName?: string;
  taxId?: string;
  taxRegistration?: Identifier;
  legalForm?: string;
  legalId?: Identifier;
  reference?: string;
}

const SINGLE = ['identifier', 'endpoint', 'legalId', 'taxRegistration'];

/** Takes identifiers without a value out of a document, in place: a scheme or domain alone identifies nobody, and X12 forbids it (N1, P0304). */
export function dropEmptyIdentifiers(document: unknown): void {
  if (Array.isArray(document)) for (const item of document) dropEmptyIdentifiers(item);
  else if (typeof document === 'object' && document !== null) {
    const model = document as Record<string, unknown>;
    for (const key of SINGLE) if (isEmpty(model[key])) delete model[key];
    if (Array.isArray(model['identifiers'])) model['identifiers'] = model['identifiers'].filter((one) => !isEmpty(one));
    for (const value of Object.values(model)) dropEmptyIdentifiers(value);
  }
}

function isEmpty(identifier: unknown): boolean {
  const value = (identifier as Partial<Identifier> | undefined)?.value;
  return typeof value === 'string' && value.trim() === '';
}
