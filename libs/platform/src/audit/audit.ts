import { type Actor, actorKey } from '../auth/actor.js';
import { rows } from '../database/queries.js';
import type { Work } from '../work/work.js';

/** One line of the trail: what was done (`thing:verb` or a verb's name) to what, with the ids and values that explain it. No secrets. */
export interface AuditEntry {
  action: string;
  /** What it was done to, such as `order:0192…`. */
  subject: string;
  detail?: Readonly<Record<string, unknown>>;
}

/** Writes one line of the organisation's trail in the transaction of `work`: it stands exactly when the deed does. */
export async function audit(work: Work, entry: AuditEntry): Promise<void> {
  await writeAudit(work, entry, 'DONE');
}

/** As `audit`, with the outcome; for the recorder of denied attempts. */
export async function writeAudit(work: Work, entry: AuditEntry, outcome: 'DONE' | 'DENIED'): Promise<void> {
  await rows(
    work,
    `insert into platform.audit_event (org_id, actor, action, subject, outcome, detail)
     values ($1, $2::jsonb, $3, $4, $5, $6::jsonb)`,
    [
      work.actor.orgId,
      JSON.stringify(described(work.actor)),
      entry.action,
      entry.subject,
      outcome,
      JSON.stringify(entry.detail ?? {}),
    ],
  );
}

function described(actor: Actor): Record<string, string> {
  const who = { kind: actor.kind, key: actorKey(actor) };
  return actor.kind === 'user' ? { ...who, memberId: actor.memberId, sessionId: actor.sessionId } : who;
}
