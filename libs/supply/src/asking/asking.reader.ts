import { type Keyset, keyset, NotFound, type Ordering, one, type Page, rows, type Work } from '#libs/platform';
import { type AskedOffer, type AskingCall, type AskingProfile, askingMapping } from './asking.js';

const columns = `p.org_id as "orgId", p.id, p.location, p.url, p.header, p.secret is not null as "hasSecret", p.mapping, p.timeout_ms as "timeoutMs", p.calls_max as "callsMax",
  p.cache_seconds as "cacheSeconds", p.fresh_seconds as "freshSeconds", p.keep_minutes as "keepMinutes", p.status, p.version`;

const filled = (row: AskingProfile): AskingProfile => ({ ...row, mapping: askingMapping.parse(row.mapping) });

/** How the acting supplier's ERP is asked, by place; at most 100. */
export async function askingProfiles(work: Work): Promise<AskingProfile[]> {
  const found = await rows<AskingProfile>(
    work,
    `select ${columns} from supply.asking_profile p where p.org_id = $1 order by p.location limit 100`,
    [work.actor.orgId],
  );
  return found.map(filled);
}

/** One of them. Throws NotFound. */
export async function askingProfile(work: Work, id: string): Promise<AskingProfile> {
  const found = await one<AskingProfile>(
    work,
    `select ${columns} from supply.asking_profile p where p.org_id = $1 and p.id = $2`,
    [work.actor.orgId, id],
  );
  if (!found) throw new NotFound(`asking profile ${id}`);
  return filled(found);
}

/** The sealed secret; undefined when there is none. */
export async function sealedSecret(work: Work, id: string): Promise<string | undefined> {
  const row = await one<{ secret: string | null }>(
    work,
    'select secret from supply.asking_profile where org_id = $1 and id = $2',
    [work.actor.orgId, id],
  );
  return row?.secret ?? undefined;
}

/** What the secret of a profile is sealed for. */
export const secretPurpose = (orgId: string, location: string): string => `supply.asking_profile:${orgId}:${location}`;

/** An own offer, to try a profile with: by the own part number. Throws NotFound. */
export async function offerToAsk(work: Work, supplierPart: string): Promise<AskedOffer> {
  const found = await one<AskedOffer>(
    work,
    `select o.id as "offerId", o.part_id as "partId", o.supplier_part as "supplierPart", o.order_unit as unit, '1' as quantity
     from supply.offer o where o.org_id = $1 and o.supplier_part = $2 and o.status = 'ACTIVE' order by o.id limit 1`,
    [work.actor.orgId, supplierPart],
  );
  if (!found) throw new NotFound('offer');
  return found;
}

/** A call as the log shows it. */
export interface LoggedCall extends AskingCall {
  id: string;
  at: Date;
  figures: number;
}

/** The newest first. */
export const callOrdering: Ordering = { name: 'asking-calls', columns: [{ sql: 'c.id', cast: 'uuid', descending: true }] };

/** Sort values of a row, for its cursor. */
export function callKey(call: LoggedCall): string[] {
  return [call.id];
}

/** A page of the calls of one profile, one more than asked for. */
export async function askingCalls(work: Work, profileId: string, page: Page): Promise<LoggedCall[]> {
  const { where, orderBy, limit, values }: Keyset = keyset(page, callOrdering, 3);
  return rows<LoggedCall>(
    work,
    `select c.id, c.profile_id as "profileId", c.at, c.cause, c.outcome, c.status, c.ms, c.lines, c.figures, c.problems
     from supply.asking_call c where c.org_id = $1 and c.profile_id = $2 and ${where} order by ${orderBy} limit ${limit}`,
    [work.actor.orgId, profileId, ...values],
  );
}
