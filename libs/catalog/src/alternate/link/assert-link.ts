import { v7 as uuid } from 'uuid';
import { fail, ok, type Result } from '#libs/kernel';
import { actorKey, affected, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../../permissions.js';
import type { InterchangeLink, LinkCapacity, LinkMeaning } from './link.entity.js';
import { type AssertLinkInput, assertLinkInput, type CheckedLink } from './link.input.js';
import { capacitiesOf, linkByKey, presentCodes } from './link.reader.js';
import { applications, type Capacities, capacitiesFor, type LinkFault, linkFaults, listed, makerFor } from './link.rules.js';

export type AssertLinkError = LinkFault | { code: 'LinkExists'; path: readonly string[] };

/**
 * Asserts that one part, or a set of them, may stand for another, by the code list that holds today. The manufacturer's word and the
 * operator's count for everybody, a buyer's for himself alone, at once when the actor may approve; otherwise it is a claim like a
 * supplier's, that nobody's orders follow until the manufacturer of the old part, or a buyer for himself, approves it. Direction is
 * stored; code 2 and 6 lead both ways.
 * Errors: every fault of the link at once; LinkExists when the organisation says the same already. Throws Forbidden without alternate:assert, BadInput.
 */
export async function assertLink(work: Work, raw: AssertLinkInput): Promise<Result<InterchangeLink, AssertLinkError>> {
  requirePermission(work, permissions.assertAlternates);
  const input = checkInput(assertLinkInput, raw);
  const codes = await presentCodes(work);
  const ids = [input.fromPartId, ...(input.toPartId ? [input.toPartId] : []), ...input.members.map((member) => member.partId)];
  const own = await capacitiesOf(work, ids);
  const faults = linkFaults(input, codes, own.parts);
  const inc = listed(codes, 'INC', input.code);
  if (faults.length > 0 || !inc) return fail(...faults);
  const meaning = inc.meaning as LinkMeaning;
  const may = capacitiesFor(input, meaning, own);
  const capacity = input.capacity ?? may[0];
  if (!capacity || !may.includes(capacity)) return fail({ code: 'CapacityNotYours' as const, path: ['capacity'] });

  const id = uuid();
  const effect = input.class ? (listed(codes, 'D590', input.class)?.meaning ?? 'NONE') : 'NONE';
  const written = await write(work, input, { id, version: inc.version, meaning, effect, capacity, own });
  if (!written) return fail({ code: 'LinkExists' as const, path: [] });
  return ok(await linkByKey(work, { orgId: work.actor.orgId, id }));
}

interface Resolved {
  id: string;
  version: string;
  meaning: LinkMeaning;
  effect: string;
  capacity: LinkCapacity;
  own: Capacities;
}

/** false: the same is asserted already; of two at once the unique index keeps one. */
async function write(work: Work, input: CheckedLink, resolved: Resolved): Promise<boolean> {
  const maker = resolved.capacity === 'MANUFACTURER' ? makerFor(input, resolved.meaning, resolved.own) : null;
  const added = await one<{ id: string }>(
    work,
    `insert into catalog.interchange_link (org_id, id, from_part, to_part, set_size, code, code_version, meaning, class, effect, set_number, asserted_as, maker_id,
       applicability, effective_from, effective_to, authority, remark, asserted_by, counts_at_once)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, coalesce($15::date, current_date), $16, $17, $18, $19, $20) on conflict do nothing returning id`,
    [
      work.actor.orgId,
      resolved.id,
      input.fromPartId,
      input.toPartId ?? null,
      input.members.length || null,
      input.code,
      resolved.version,
      resolved.meaning,
      input.class || null,
      resolved.effect,
      input.setNumber ?? null,
      resolved.capacity,
      maker,
      JSON.stringify(applications(input.applicability)),
      input.effectiveFrom ?? null,
      input.effectiveTo ?? null,
      input.authority ?? null,
      input.remark ?? null,
      JSON.stringify({ kind: work.actor.kind, id: actorKey(work.actor) }),
      resolved.capacity === 'BUYER' && work.actor.permissions.has(permissions.approveAlternates),
    ],
  );
  if (!added) return false;
  if (input.members.length > 0) {
    await affected(
      work,
      `insert into catalog.interchange_member (org_id, link_id, part_id, visibility, quantity)
       select l.org_id, l.id, m.part, l.visibility, m.quantity from catalog.interchange_link l, unnest($3::uuid[], $4::numeric[]) as m (part, quantity) where l.org_id = $1 and l.id = $2`,
      [
        work.actor.orgId,
        resolved.id,
        input.members.map((member) => member.partId),
        input.members.map((member) => member.quantity),
      ],
    );
  }
  return true;
}
