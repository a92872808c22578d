import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, Forbidden, rows, type Work } from '#libs/platform';
import { ownContacts, type PriorityContact } from './priority.reader.js';

const input = z.strictObject({
  contacts: z
    .array(
      z.strictObject({
        priority: z.string().min(2).max(10),
        level: z.int().min(0).max(12),
        email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
      }),
    )
    .max(200),
});

export type SavePriorityContactsInput = z.input<typeof input>;
export type SavePriorityContactsError = Fault<'PriorityUnknown'>;

/** Whoever raises or answers urgent requests may say who is told of them. */
const contactRights = ['agreement:manage', 'order:change'] as const;

/**
 * Says whom the acting organisation tells of urgent requests, as buyer and as supplier: the whole list, at most 200. The other party
 * never sees it. Errors: PriorityUnknown. Throws Forbidden without agreement:manage or order:change, BadInput.
 */
export async function savePriorityContacts(
  work: Work,
  given: SavePriorityContactsInput,
): Promise<Result<PriorityContact[], SavePriorityContactsError>> {
  if (!contactRights.some((right) => work.actor.permissions.has(right))) throw new Forbidden(contactRights[0]);
  const { contacts } = checkInput(input, given);
  const known = new Set(
    (await rows<{ code: string }>(work, 'select p.code from procurement.priority p')).map(({ code }) => code),
  );
  const unknown = contacts.flatMap(({ priority }, i): SavePriorityContactsError[] =>
    known.has(priority)
      ? []
      : [{ code: 'PriorityUnknown', path: ['contacts', String(i), 'priority'], values: { value: priority } }],
  );
  if (unknown.length > 0) return fail(...unknown);
  await affected(work, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`priority contacts ${work.actor.orgId}`]);
  await affected(work, 'delete from procurement.priority_contact where org_id = $1', [work.actor.orgId]);
  await affected(
    work,
    `insert into procurement.priority_contact (org_id, priority, level, email)
     select $1, c.priority, c.level, c.email from jsonb_to_recordset($2) as c (priority text, level smallint, email text) on conflict do nothing`,
    [work.actor.orgId, JSON.stringify(contacts)],
  );
  await audit(work, {
    action: 'priority-contacts:save',
    subject: `organization:${work.actor.orgId}`,
    detail: { contacts: contacts.length },
  });
  return ok(await ownContacts(work));
}
