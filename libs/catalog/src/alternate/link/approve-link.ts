import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { actorKey, affected, checkInput, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../../permissions.js';
import type { InterchangeLink } from './link.entity.js';
import { type ApproveLinkInput, approveLinkInput } from './link.input.js';
import { capacitiesOf, linkByKey } from './link.reader.js';
import { makerFor } from './link.rules.js';

export type ApproveLinkError = Fault<'LinkWithdrawn' | 'LinkApproved' | 'ApprovalNotYours' | 'ApprovalDatesInverted'>;

/**
 * Stands behind a link: as the manufacturer of the part it replaces, for everybody; or as a buyer's engineering, for that buyer
 * alone, or one of his fleets. Dated: it counts from its first day to its last, until it is revoked.
 * Errors: LinkWithdrawn, LinkApproved (the same approval stands on one of these days), ApprovalNotYours (neither buyer nor manufacturer of the part, or a manufacturer's
 * with a fleet), ApprovalDatesInverted. Throws NotFound for links that the organisation may not see, Forbidden without alternate:approve.
 */
export async function approveLink(work: Work, raw: ApproveLinkInput): Promise<Result<InterchangeLink, ApproveLinkError>> {
  requirePermission(work, permissions.approveAlternates);
  const input = checkInput(approveLinkInput, raw);
  const link = await linkByKey(work, { orgId: input.linkOrg, id: input.linkId });
  if (link.withdrawnAt) return fail({ code: 'LinkWithdrawn' as const, path: ['linkId'] });
  const validFrom = input.validFrom ?? work.now.toISOString().slice(0, 10);
  if (input.validTo && input.validTo < validFrom) return fail({ code: 'ApprovalDatesInverted' as const, path: ['validTo'] });
  const own = await capacitiesOf(work, [link.fromPart, ...(link.toPart ? [link.toPart] : [])]);
  const maker = makerFor({ fromPartId: link.fromPart, toPartId: link.toPart }, link.meaning, own);
  const kind = input.kind ?? (maker ? 'MANUFACTURER' : 'BUYER');
  const may = kind === 'MANUFACTURER' ? maker !== undefined && !input.fleet : own.roles.includes('BUYER');
  if (!may) return fail({ code: 'ApprovalNotYours' as const, path: ['kind'] });

  const added = await affected(
    work,
    `insert into catalog.interchange_approval (org_id, link_org, link_id, kind, maker_id, fleet, valid_from, valid_to, note, approved_by)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
     where not exists (select from catalog.interchange_approval y where y.org_id = $1 and y.link_org = $2 and y.link_id = $3 and y.kind = $4 and y.maker_id is not distinct from $5
       and y.fleet is not distinct from $6 and y.revoked_at is null and daterange(y.valid_from, y.valid_to, '[]') && daterange($7, $8, '[]'))
     on conflict do nothing`,
    [
      work.actor.orgId,
      link.orgId,
      link.id,
      kind,
      kind === 'MANUFACTURER' ? maker : null,
      input.fleet ?? null,
      validFrom,
      input.validTo ?? null,
      input.note ?? null,
      JSON.stringify({ kind: work.actor.kind, id: actorKey(work.actor) }),
    ],
  );
  if (added === 0) return fail({ code: 'LinkApproved' as const, path: ['linkId'] });
  return ok(await linkByKey(work, link));
}
