import { z } from 'zod';
import { affected, audit, checkInput, NotFound, one, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';

const input = z.strictObject({ aliasId: z.uuid() });

/** Ends an organisation's own number after yesterday; one that was noted today is taken back. Gives its id. Throws Forbidden, NotFound. */
export async function endPartAlias(work: Work, given: z.input<typeof input>): Promise<string> {
  requirePermission(work, permissions.writeAliases);
  const { aliasId } = checkInput(input, given);
  const key = [work.actor.orgId, aliasId];
  const taken = await affected(
    work,
    'delete from catalog.part_alias where org_id = $1 and id = $2 and valid_from >= current_date',
    key,
  );
  const ended =
    taken ||
    (await affected(
      work,
      `update catalog.part_alias set valid_to = least(coalesce(valid_to, current_date - 1), current_date - 1) where org_id = $1 and id = $2`,
      key,
    ));
  if (ended === 0) throw new NotFound('alias');
  return aliasId;
}

/** The same for a number that everybody sees, by an operator. Throws Forbidden, NotFound. */
export async function endCommonAlias(work: Work, given: z.input<typeof input>): Promise<string> {
  requirePermission(work, permissions.operateParts);
  const { aliasId } = checkInput(input, given);
  const ended = await one<{ part: string | null }>(work, 'select catalog.end_common_alias($1) as part', [aliasId]);
  if (!ended?.part) throw new NotFound('alias');
  await audit(work, { action: 'part:end-common-alias', subject: `part:${ended.part}`, detail: { aliasId } });
  return aliasId;
}
