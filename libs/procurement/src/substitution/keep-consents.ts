import { actorKey, affected, type Work } from '#libs/platform';

/** Writes the consents of lines, for orders that were just placed too. */
export async function keepConsents(
  work: Work,
  orders: readonly { id: string; supplierId: string; lines: readonly { id: string; alternatesConsent: string }[] }[],
): Promise<void> {
  await affected(
    work,
    `insert into procurement.alternates_consent as c (org_id, order_id, line_id, counterparty_id, level, given_by)
     select $1, o.id, l.id, o."supplierId", l."alternatesConsent", $3 from jsonb_to_recordset($2) as o (id uuid, "supplierId" uuid, lines jsonb)
     cross join lateral jsonb_to_recordset(o.lines) as l (id uuid, "alternatesConsent" text)
     on conflict (org_id, order_id, line_id) do update set level = excluded.level, given_by = excluded.given_by, given_at = transaction_timestamp()`,
    [work.actor.orgId, JSON.stringify(orders), JSON.stringify({ kind: work.actor.kind, id: actorKey(work.actor) })],
  );
}
