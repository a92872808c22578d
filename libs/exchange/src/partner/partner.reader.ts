import { NotFound, one, rows, type Work } from '#libs/platform';
import { type PartnerProfile, type ProfileRole, profileSettings } from './partner-profile.js';

const columns = `p.org_id as "orgId", p.id, p.role, p.name, p.format, p.transport, p.endpoint, p.settings, p.secret is not null as "hasSecret",
  p.test_mode as "testMode", p.status, p.version`;

const filled = (row: PartnerProfile): PartnerProfile => ({ ...row, settings: profileSettings.parse(row.settings) });

/** Every ERP connection of the acting organisation. */
export async function partnerProfiles(work: Work): Promise<PartnerProfile[]> {
  return (
    await rows<PartnerProfile>(work, `select ${columns} from exchange.partner_profile p where p.org_id = $1 order by p.role`, [
      work.actor.orgId,
    ])
  ).map(filled);
}

/** The connection of the acting organisation in a role, also a paused one; undefined when it has none. */
export async function profileFor(work: Work, role: ProfileRole): Promise<PartnerProfile | undefined> {
  const row = await one<PartnerProfile>(
    work,
    `select ${columns} from exchange.partner_profile p where p.org_id = $1 and p.role = $2`,
    [work.actor.orgId, role],
  );
  return row && filled(row);
}

/** One connection. Throws NotFound. */
export async function profileById(work: Work, id: string): Promise<PartnerProfile> {
  const row = await one<PartnerProfile>(
    work,
    `select ${columns} from exchange.partner_profile p where p.org_id = $1 and p.id = $2`,
    [work.actor.orgId, id],
  );
  if (!row) throw new NotFound(`partner profile ${id}`);
  return filled(row);
}

/** The same, locked until the end of the work. */
export async function lockProfile(work: Work, id: string): Promise<PartnerProfile> {
  const row = await one<PartnerProfile>(
    work,
    `select ${columns} from exchange.partner_profile p where p.org_id = $1 and p.id = $2 for update`,
    [work.actor.orgId, id],
  );
  if (!row) throw new NotFound(`partner profile ${id}`);
  return filled(row);
}

/** What the secret of a connection is sealed for. */
export const secretPurpose = (orgId: string, role: ProfileRole): string => `exchange.partner_profile:${orgId}:${role}`;

/** The sealed secret of a connection; only the transport asks. */
export async function sealedSecret(work: Work, id: string): Promise<string | undefined> {
  const row = await one<{ secret: string | null }>(
    work,
    'select secret from exchange.partner_profile where org_id = $1 and id = $2',
    [work.actor.orgId, id],
  );
  return row?.secret ?? undefined;
}

/**
 * The next control number of a connection, 1 to 999,999,999 and round again (ISA13 has nine digits). Its row is locked, so that numbers are
 * given in the order of commits and none twice.
 */
export async function nextControlNumber(work: Work, profileId: string): Promise<string> {
  const row = await one<{ n: string }>(
    work,
    `update exchange.partner_profile set last_control = last_control % 999999999 + 1 where org_id = $1 and id = $2 returning last_control::text as n`,
    [work.actor.orgId, profileId],
  );
  if (!row) throw new NotFound(`partner profile ${profileId}`);
  return row.n;
}
