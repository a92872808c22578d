import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, one, requirePermission, sqlState, type Work } from '#libs/platform';
import { type BuyerGroup, groupName, groupNote } from './audience.js';
import { lockGroup } from './audience.reader.js';

const input = z.strictObject({ groupId: z.uuid(), expectedVersion: z.int(), name: groupName, note: groupNote });

export type ChangeGroupError = Fault<'GroupNameTaken' | 'VersionConflict'>;

/**
 * Gives a group of the acting supplier another name and note; who is in it and what it sees stays. Errors: VersionConflict,
 * GroupNameTaken. Throws NotFound for what is not his, Forbidden without agreement:manage, BadInput.
 */
export async function changeGroup(work: Work, given: z.input<typeof input>): Promise<Result<BuyerGroup, ChangeGroupError>> {
  requirePermission(work, 'agreement:manage');
  const { groupId, expectedVersion, name, note } = checkInput(input, given);
  const group = await lockGroup(work, groupId);
  if (group.version !== expectedVersion) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  try {
    const changed = await one<BuyerGroup>(
      work,
      `update supply.audience set name = $3, note = $4, version = version + 1 where org_id = $1 and id = $2
       returning id, name, note, version, created_at as "createdAt"`,
      [work.actor.orgId, groupId, name, note ?? null],
    );
    await audit(work, { action: 'group:change', subject: `group:${groupId}`, detail: { name } });
    return ok(changed ?? group);
  } catch (error) {
    if (sqlState(error) === '23505') return fail({ code: 'GroupNameTaken', path: ['name'], values: { name } });
    throw error;
  }
}
