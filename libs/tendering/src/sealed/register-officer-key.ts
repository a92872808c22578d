import { v4 as uuid } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, Forbidden, NotFound, requirePermission, type Work } from '#libs/platform';
import { isPublicKey } from '#libs/sealing';
import { text } from '../tender/tender.input.js';
import { memberOf } from '../tender/tender.mover.js';
import type { OfficerKey } from './sealing.entity.js';
import { officerKeys } from './sealing.reader.js';

const input = z.strictObject({
  name: text(120),
  publicKey: z.string().length(87),
  /** Of a party that keeps a recovery share off-line; else the acting member's own. */
  recovery: z.boolean().default(false),
});

/**
 * Registers the public key of the acting member as an officer who opens bids, or that of a party that keeps a recovery share. The private key is made and kept by its
 * holder and never comes here. Errors: OfficerKeyUnsound (no point of the curve), OfficerKeyTaken. Throws Forbidden without tender:open, to a program, for a recovery key without tender:manage; BadInput.
 */
export async function registerOfficerKey(
  work: Work,
  raw: z.input<typeof input>,
): Promise<Result<OfficerKey, Fault<'OfficerKeyUnsound' | 'OfficerKeyTaken'>>> {
  const { name, publicKey, recovery } = checkInput(input, raw);
  requirePermission(work, recovery ? 'tender:manage' : 'tender:open');
  const memberId = memberOf(work);
  // A program is no officer: whoever had its key would be one more.
  if (!recovery && memberId === null) throw new Forbidden("an officer's key without a member");
  if (!(await isPublicKey(publicKey))) return fail({ code: 'OfficerKeyUnsound', path: ['publicKey'] });
  const id = uuid();
  const written = await affected(
    work,
    `insert into tendering.officer_key (org_id, id, member_id, name, public_key, registered_at) values ($1, $2, $3, $4, $5, $6) on conflict (org_id, public_key) do nothing`,
    [work.actor.orgId, id, recovery ? null : memberId, name, publicKey, work.now],
  );
  if (written === 0) return fail({ code: 'OfficerKeyTaken', path: ['publicKey'] });
  await audit(work, { action: 'tender:register-officer-key', subject: `officer-key:${id}`, detail: { name, recovery } });
  return ok(await keyById(work, id));
}

const which = z.strictObject({ keyId: z.uuid() });

/**
 * Revokes a key: no new tender gives it a share. Shares that it has stay, because a tender may need them. Errors: none; revoked before is revoked.
 * Throws Forbidden without tender:manage, NotFound, BadInput.
 */
export async function revokeOfficerKey(work: Work, raw: z.input<typeof which>): Promise<Result<OfficerKey, never>> {
  requirePermission(work, 'tender:manage');
  const { keyId } = checkInput(which, raw);
  const revoked = await affected(
    work,
    'update tendering.officer_key k set revoked_at = $3 where k.org_id = $1 and k.id = $2 and k.revoked_at is null',
    [work.actor.orgId, keyId, work.now],
  );
  const key = await keyById(work, keyId);
  if (revoked > 0) await audit(work, { action: 'tender:revoke-officer-key', subject: `officer-key:${keyId}` });
  return ok(key);
}

async function keyById(work: Work, id: string): Promise<OfficerKey> {
  const key = (await officerKeys(work)).find((one) => one.id === id);
  if (!key) throw new NotFound(`officer key ${id}`);
  return key;
}
