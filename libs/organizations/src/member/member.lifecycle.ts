import type { Fault } from '#libs/kernel';
import type { Member } from './member.entity.js';

/** The built-in role that may do everything its organisation may; every organisation keeps at least one active member with it. */
export const adminRole = 'ADMIN';

/** Whether the organisation can do without this administrator. `admins` are its active ones, locked. */
export function mayLoseAdmin(member: Pick<Member, 'id'>, admins: readonly string[]): Fault<'LastAdmin'>[] {
  return admins.includes(member.id) && admins.length === 1 ? [{ code: 'LastAdmin', path: [] }] : [];
}
