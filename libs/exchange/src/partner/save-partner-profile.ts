import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, one, requirePermission, rows, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { adjustmentFault } from '../translate/tables.js';
import { lockProfile, profileById, profileFor } from './partner.reader.js';
import {
  formats,
  type PartnerProfile,
  type ProfileSettings,
  profileRoles,
  profileSettings,
  transports,
} from './partner-profile.js';

const input = z.strictObject({
  role: z.enum(profileRoles),
  name: z.string().trim().min(1).max(100),
  format: z.enum(formats),
  transport: z.enum(transports),
  endpoint: z.string().trim().max(2000).nullish(),
  settingsJson: z.string().max(20_000).nullish(),
  /** Already sealed by the edge; undefined leaves the stored one, null removes it. */
  sealedSecret: z.string().nullish(),
  testMode: z.boolean(),
  status: z.enum(['ACTIVE', 'PAUSED']).nullish(),
  expectedVersion: z.number().int().nullish(),
});

export type SavePartnerProfile = z.input<typeof input>;
export type SavePartnerProfileFault = Fault<'EndpointRefused' | 'SettingsInvalid' | 'SettingsIncomplete' | 'VersionConflict'>;

/**
 * Makes or changes the connection of the acting organisation in one role. Control numbers go on counting through every change.
 * Errors: EndpointRefused, SettingsInvalid, SettingsIncomplete (X12 or EDIFACT without ids of the envelope, cXML without credentials), VersionConflict. Throws Forbidden, BadInput.
 */
export async function savePartnerProfile(
  work: Work,
  raw: SavePartnerProfile,
): Promise<Result<PartnerProfile, SavePartnerProfileFault>> {
  requirePermission(work, permissions.manageExchange);
  const given = checkInput(input, raw);
  const settings = readSettings(given.settingsJson ?? '{}');
  const faults: SavePartnerProfileFault[] = [
    ...endpointFaults(given),
    ...(settings.ok ? formatFaults(given.format, settings.value) : settings.errors),
  ];
  if (faults.length > 0 || !settings.ok) return fail(...faults);

  const present = await profileFor(work, given.role);
  if (present) await lockProfile(work, present.id);
  if ((present?.version ?? null) !== (given.expectedVersion ?? null))
    return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  const id = present
    ? await change(work, present, { ...given, settings: settings.value })
    : await make(work, { ...given, settings: settings.value });
  if (id === undefined) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  await audit(work, {
    action: permissions.manageExchange,
    subject: `partner-profile:${id}`,
    detail: { role: given.role, format: given.format, transport: given.transport, testMode: given.testMode },
  });
  return ok(await profileById(work, id));
}

type Checked = z.output<typeof input> & { settings: ProfileSettings };

/** undefined: somebody else made it at the same moment. */
async function make(work: Work, given: Checked): Promise<string | undefined> {
  const row = await one<{ id: string }>(
    work,
    `insert into exchange.partner_profile (org_id, role, name, format, transport, endpoint, settings, secret, test_mode, status)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (org_id, role) do nothing returning id`,
    [
      work.actor.orgId,
      given.role,
      given.name,
      given.format,
      given.transport,
      endpointOf(given),
      JSON.stringify(given.settings),
      given.sealedSecret ?? null,
      given.testMode,
      given.status ?? 'ACTIVE',
    ],
  );
  return row?.id;
}

async function change(work: Work, present: PartnerProfile, given: Checked): Promise<string> {
  const changed = await affected(
    work,
    `update exchange.partner_profile set name = $3, format = $4, transport = $5, endpoint = $6, settings = $7,
       secret = case when $8 then $9 else secret end, test_mode = $10, status = $11, version = version + 1 where org_id = $1 and id = $2`,
    [
      work.actor.orgId,
      present.id,
      given.name,
      given.format,
      given.transport,
      endpointOf(given),
      JSON.stringify(given.settings),
      given.sealedSecret !== undefined,
      given.sealedSecret ?? null,
      given.testMode,
      given.status ?? present.status,
    ],
  );
  if (changed !== 1) throw new Error(`partner profile ${present.id} was changed beside its lock`);
  // What waited for the connection goes out now.
  if (present.status === 'PAUSED' && given.status === 'ACTIVE') {
    await rows(
      work,
      `select platform.add_job('exchange.deliver-message', jsonb_build_object('id', m.id), 'deliver:' || m.id) from exchange.message m where m.org_id = $1 and m.profile_id = $2 and m.state = 'QUEUED'`,
      [work.actor.orgId, present.id],
    );
  }
  return present.id;
}

const endpointOf = (given: { transport: string; endpoint?: string | null | undefined }): string | null =>
  given.transport === 'HTTP' ? (given.endpoint ?? null) : null;

function readSettings(text: string): Result<ProfileSettings, SavePartnerProfileFault> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail({ code: 'SettingsInvalid', path: ['settingsJson'], values: { reason: 'not JSON' } });
  }
  const read = profileSettings.safeParse(json);
  if (read.success) {
    const fault = adjustmentFault(read.data.adjustments);
    if (!fault) return ok(read.data);
    return fail({ code: 'SettingsInvalid', path: ['settingsJson', 'adjustments', fault.at], values: { reason: fault.message } });
  }
  const first = read.error.issues[0]!;
  return fail({
    code: 'SettingsInvalid',
    path: ['settingsJson', ...first.path.map(String)],
    values: { reason: `${first.path.join('.')}: ${first.message}` },
  });
}

/** Whether the URL may be delivered to by its form; addresses are checked again at every delivery. */
function endpointFaults(given: { transport: string; endpoint?: string | null | undefined }): SavePartnerProfileFault[] {
  if (given.transport !== 'HTTP') return [];
  const refused = (reason: string): SavePartnerProfileFault[] => [
    { code: 'EndpointRefused', path: ['endpoint'], values: { reason } },
  ];
  if (!given.endpoint) return refused('an endpoint is needed for HTTP');
  if (!URL.canParse(given.endpoint)) return refused('not a URL');
  const url = new URL(given.endpoint);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refused('neither https nor http');
  return url.username || url.password ? refused('credentials belong into the secret, not into the URL') : [];
}

function formatFaults(format: PartnerProfile['format'], settings: ProfileSettings): SavePartnerProfileFault[] {
  const missing = (what: string): SavePartnerProfileFault[] => [
    { code: 'SettingsIncomplete', path: ['settingsJson', what], values: { missing: what } },
  ];
  if (format === 'X12' && !settings.x12) return missing('x12');
  if (format === 'EDIFACT' && !settings.edifact) return missing('edifact');
  return format === 'CXML' && !settings.cxml ? missing('cxml') : [];
}
