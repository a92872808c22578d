import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, rewriteDefiners, sql, undone } from './support.js';

const functions: readonly string[] = [
  // What a promise still claims of receipts is free again. A receipt that is off the list meanwhile has nothing to give back.
  `create function supply.give_back_claims(p_buyer uuid, p_supplier uuid, p_promises uuid[]) returns void
   language plpgsql security invoker set search_path = pg_catalog, pg_temp as $$
   declare
     v_claim record;
   begin
     for v_claim in
       select c.promise_id, c.offer_id, c.location, c.reference, sum(c.claimed_delta) as quantity from supply.inbound_claim c
       where c.org_id = p_supplier and c.counterparty_id = p_buyer and c.promise_id = any (p_promises)
       group by 1, 2, 3, 4 having sum(c.claimed_delta) > 0 order by 2, 3, 4, 1
     loop
       update supply.inbound i set claimed = greatest(i.claimed - v_claim.quantity, 0) where i.org_id = p_supplier and i.offer_id = v_claim.offer_id
         and i.location = v_claim.location and i.reference = v_claim.reference;
       insert into supply.inbound_claim (org_id, counterparty_id, offer_id, location, reference, promise_id, kind, claimed_delta)
         values (p_supplier, p_buyer, v_claim.offer_id, v_claim.location, v_claim.reference, v_claim.promise_id, 'RELEASE', -v_claim.quantity);
     end loop;
   end $$`,
  // p_lines: [{ promise, line }], the order lines of the acting buyer for which the claims of his promises stand from now on.
  `create function supply.bind_promises(p_lines jsonb) returns void
   language sql security definer set search_path = pg_catalog, pg_temp as $$
     update supply.promise p set order_line = l.line from jsonb_to_recordset(p_lines) as l (promise uuid, line uuid)
       where p.org_id = ${ACTING} and p.id = l.promise and p.status = 'ORDERED' and p.order_line is null
   $$`,
  // Order lines of which nothing is wanted any more give back what their promises claim. For whichever party ends them.
  `create function supply.settle_claims(p_buyer uuid, p_lines uuid[]) returns void
   language plpgsql security invoker set search_path = pg_catalog, pg_temp as $$
   declare
     v_ended record;
   begin
     for v_ended in select p.counterparty_id, array_agg(p.id) as promises from supply.promise p where p.org_id = p_buyer and p.order_line = any (p_lines) group by 1
     loop
       perform supply.give_back_claims(p_buyer, v_ended.counterparty_id, v_ended.promises);
     end loop;
   end $$`,
  'grant execute on function supply.bind_promises(jsonb) to entrepot_app',
];

const releasing: readonly (readonly [string, string])[] = [
  [
    `     for v_claim in
       select c.offer_id, c.location, c.reference, c.claimed_delta as quantity from supply.inbound_claim c
       where c.org_id = v_promise.counterparty_id and c.counterparty_id = v_org and c.promise_id = p_id and c.kind = 'CLAIM' order by c.location, c.reference
     loop
       -- A receipt that the supplier has taken off his list meanwhile has nothing to give back.
       update supply.inbound i set claimed = greatest(i.claimed - v_claim.quantity, 0) where i.org_id = v_promise.counterparty_id and i.offer_id = v_claim.offer_id
         and i.location = v_claim.location and i.reference = v_claim.reference;
       insert into supply.inbound_claim (org_id, counterparty_id, offer_id, location, reference, promise_id, kind, claimed_delta)
         values (v_promise.counterparty_id, v_org, v_claim.offer_id, v_claim.location, v_claim.reference, p_id, 'RELEASE', -v_claim.quantity);
     end loop;
`,
    `     -- An order keeps its share of the receipts until its line is ended: supply.settle_claims.
     if p_to = 'RELEASED' then perform supply.give_back_claims(v_org, v_promise.counterparty_id, array[p_id]); end if;
`,
  ],
];

const settling: readonly (readonly [string, string])[] = [
  [
    `     update procurement.purchase_order p set status = procurement.status_of(p_org, p_order), total =`,
    `     perform supply.settle_claims(p_org, array(select l.id from procurement.order_line l where l.org_id = p_org and l.order_id = p_order
       and not exists (select from procurement.schedule_line s where s.org_id = l.org_id and s.order_id = l.order_id and s.line_id = l.id
         and s.status not in ('REJECTED', 'CANCELLED', 'CLOSED_SHORT') and s.substitute is null)));
     update procurement.purchase_order p set status = procurement.status_of(p_org, p_order), total =`,
  ],
];

/** What an order was promised of a receipt stays its own until the line is cancelled or rejected, also when the receipt is listed anew. */
export class KeepClaims2026112210003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'alter table supply.promise add column order_line uuid',
      'create index promise_order_line on supply.promise (org_id, order_line) where order_line is not null',
      'grant update (order_line) on supply.promise to entrepot_definer',
      // Listed again under its reference, a receipt is claimed as before.
      `create function supply.inbound_keeps_claims() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
       begin
         select coalesce(sum(c.claimed_delta), 0) into new.claimed from supply.inbound_claim c
           where c.org_id = new.org_id and c.offer_id = new.offer_id and c.location = new.location and c.reference = new.reference;
         return new;
       end $$`,
      'create trigger inbound_keeps_claims before insert on supply.inbound for each row execute function supply.inbound_keeps_claims()',
    ]);
    await sql(runner, as('entrepot_definer', 'supply', functions));
    await rewriteDefiners(runner, 'supply', { release_promise: releasing });
    await rewriteDefiners(runner, 'procurement', { settle_order: settling });
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'procurement', { settle_order: undone(settling) });
    await rewriteDefiners(runner, 'supply', { release_promise: undone(releasing) });
    await sql(runner, [
      'drop function supply.settle_claims(uuid, uuid[])',
      'drop function supply.bind_promises(jsonb)',
      'drop function supply.give_back_claims(uuid, uuid, uuid[])',
      'drop trigger inbound_keeps_claims on supply.inbound',
      'drop function supply.inbound_keeps_claims()',
      'drop index supply.promise_order_line',
      'alter table supply.promise drop column order_line',
    ]);
  }
}
