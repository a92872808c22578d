import { audit, rows, type Work } from '#libs/platform';
import type { Letters } from '../letters.js';
import { adminRole } from '../member/member.lifecycle.js';
import { organizationById } from '../organization/organization.reader.js';

/** What an operator's look left for the organisation that was looked into. */
export interface GlassNote {
  id: string;
  operatorId: string;
  reason: string;
  expiresAt: string;
}

/** Writes an operator's look into the trail of the organisation that was looked into, and tells its administrators. */
export async function noteBreakGlass(work: Work, note: GlassNote, letters: Letters): Promise<void> {
  const { id, operatorId, reason, expiresAt } = note;
  await audit(work, {
    action: 'operator:break-glass',
    subject: `organization:${work.actor.orgId}`,
    detail: { id, operatorId, reason, expiresAt },
  });
  const [operator, organization] = [await organizationById(work, operatorId), await organizationById(work, work.actor.orgId)];
  const admins = await rows<{ name: string; email: string }>(
    work,
    `select m.name, m.email from organizations.member m where m.org_id = $1 and m.status = 'ACTIVE' and $2 = any (m.roles) order by m.id`,
    [work.actor.orgId, adminRole],
  );
  for (const { name, email } of admins) {
    const values = { name, operator: operator.name, organization: organization.name, until: expiresAt, reason };
    await letters.send(work, { name: 'BreakGlass', to: email, locale: 'en', values });
  }
}
