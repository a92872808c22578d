import type { Address, Identifier, Party } from '#libs/documents';
import type { Organization } from '#libs/organizations';
import type { Place } from '#libs/procurement';

/** ISO 6523 ICD / Peppol EAS codes of the schemes on an organisation's card. */
const schemes = { gln: '0088', duns: '0060' } as const;

/** The party of a document from an organisation's public card; `known` adds what the receiving ERP calls it. */
export function partyOf(card: Organization, known: readonly Identifier[] = []): Party {
  const identifiers: Identifier[] = [...known];
  if (card.gln) identifiers.push({ scheme: schemes.gln, value: card.gln });
  if (card.duns) identifiers.push({ scheme: schemes.duns, value: card.duns });
  if (card.cage) identifiers.push({ scheme: 'CAGE', value: card.cage });
  const endpoint = endpointOf(card);
  return { identifiers, name: card.name, ...(endpoint ? { endpoint } : {}), address: { lines: [], country: card.country } };
}

/** Electronic address: the Peppol id when there is one, else GLN, else D-U-N-S. */
function endpointOf(card: Organization): Identifier | undefined {
  if (card.peppolId) {
    const [scheme, ...rest] = card.peppolId.split(':');
    return { scheme: scheme!, value: rest.join(':') };
  }
  if (card.gln) return { scheme: schemes.gln, value: card.gln };
  return card.duns ? { scheme: schemes.duns, value: card.duns } : undefined;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** A ship-to or bill-to of an order as the party of a document. */
export function placeParty(place: Place): Party {
  const lines = Array.isArray(place.address['lines'])
    ? place.address['lines'].filter((l): l is string => typeof l === 'string')
    : [];
  const identifier = identifierOf(place);
  const address: Address = {
    name: place.name,
    lines,
    ...optional('city', text(place.address['city'])),
    ...optional('postalCode', text(place.address['postalCode'])),
    ...optional('region', text(place.address['region'])),
    ...optional('country', text(place.address['country'])),
    ...optional('identifier', identifier),
  };
  return { identifiers: identifier ? [identifier] : [], name: place.name, address };
}

/** An address that an ERP wrote out may have neither GLN nor code; nothing identifies it then. */
function identifierOf(place: Place): Identifier | undefined {
  if (place.gln) return { scheme: schemes.gln, value: place.gln };
  return place.code ? { scheme: 'ASSIGNED_BY_BUYER', value: place.code } : undefined;
}

/** `{ key: value }`, or nothing when there is no value: canonical documents have no empty keys. */
export function optional<K extends string, V>(key: K, value: V | null | undefined): { [P in K]?: V } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
