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

/** A party in one role. `endpoint` is its address on a network (Peppol EndpointID, cXML credential); `reference` what the other side calls its contact or account. */
export interface Party {
  identifiers: Identifier[];
  name?: string;
  endpoint?: Identifier;
  address?: Address;
  contact?: Contact;
  taxId?: string;
  legalId?: Identifier;
  reference?: string;
}
