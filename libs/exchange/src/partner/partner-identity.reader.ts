import type { Identifier, Party } from '#libs/documents';
import { rows, type Work } from '#libs/platform';

/** A partner that identifiers of a document lead to. */
interface Known {
  id: string;
}

/**
 * The organisation that a party's identifiers name: first what the acting organisation's ERP calls its partners, then GLN, D-U-N-S, CAGE and
 * Peppol id of the public cards. Empty: nobody; more than one: the identifiers contradict each other.
 */
export async function organizationsNamed(work: Work, party: Party): Promise<string[]> {
  const identifiers: Identifier[] = [
    ...party.identifiers,
    ...(party.endpoint ? [party.endpoint] : []),
    ...(party.legalId ? [party.legalId] : []),
  ];
  const schemes = identifiers.map((i) => i.scheme ?? '');
  const values = identifiers.map((i) => i.value);
  const own = await rows<Known>(
    work,
    `select distinct p.counterparty_id as id from unnest($2::text[], $3::text[]) as i (scheme, value)
     join exchange.partner_identity p on p.org_id = $1 and p.value = i.value and (p.scheme = i.scheme or i.scheme = '')`,
    [work.actor.orgId, schemes, values],
  );
  if (own.length > 0) return own.map((row) => row.id);
  const cards = await rows<Known>(
    work,
    `select distinct o.id from unnest($1::text[], $2::text[]) as i (scheme, value) join organizations.organization o
       on o.gln = i.value and i.scheme in ('0088', 'GLN', 'X12:UL', '') or o.duns = i.value and i.scheme in ('0060', 'DUNS', 'X12:1', '')
       or o.cage = i.value and i.scheme in ('CAGE', 'X12:33', '') or o.peppol_id = i.scheme || ':' || i.value`,
    [schemes, values],
  );
  return cards.map((row) => row.id);
}

/** What the acting organisation's ERP calls another organisation, or itself. */
export async function identitiesOf(work: Work, organizationId: string): Promise<Identifier[]> {
  return rows<Identifier>(
    work,
    'select p.scheme, p.value from exchange.partner_identity p where p.org_id = $1 and p.counterparty_id = $2 order by p.scheme, p.value',
    [work.actor.orgId, organizationId],
  );
}
