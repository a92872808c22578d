import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, rewriteDefiners, sql, undone } from './support.js';

const acting = `nullif(current_setting('app.org', true), '')::uuid`;

const functions: readonly string[] = [
  // What one buyer holds at once, by lines: promises that are reserved count as holds do.
  `create function supply.held_lines(p_buyer uuid) returns bigint
   language sql stable security invoker set search_path = pg_catalog, pg_temp as $$
     select (select count(*) from supply.stock_hold h where h.counterparty_id = p_buyer and h.status = 'HELD')
       + (select count(*) from supply.promise p where p.org_id = p_buyer and p.status = 'RESERVED')
   $$`,
  // For rooms above that hold stock in their own way.
  `create function supply.hold_grant(p_supplier uuid, p_kind text) returns integer
   language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
   begin
     if ${acting} is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     return supply.hold_minutes(p_supplier, p_kind);
   end $$`,
  `create function supply.expire_promises(p_now timestamptz, p_most integer) returns bigint
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_ended bigint;
   begin
     select count(supply.release_promise(p.id, 'RELEASED')) into v_ended from (select x.id from supply.promise x
       where x.org_id = ${acting} and x.status = 'RESERVED' and x.held_until <= p_now order by x.held_until, x.id limit p_most) p;
     return v_ended;
   end $$`,
  'grant execute on function supply.hold_grant(uuid, text), supply.expire_promises(timestamptz, integer) to entrepot_app',
];

const sweep = `create function supply.buyers_with_overdue_promises() returns table (org_id uuid) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select distinct p.org_id from supply.promise p where p.status = 'RESERVED' and p.held_until <= clock_timestamp() order by 1 limit 1000
   $$`;

// A basket that is held anew goes on with the time of its first hold: four grants together, then nothing for one grant.
const holding: readonly (readonly [string, string])[] = [
  [
    `(select count(*) from supply.stock_hold h where h.counterparty_id = v_org and h.status = 'HELD') + jsonb_array_length(p_lines) > 2000`,
    'supply.held_lines(v_org) + jsonb_array_length(p_lines) > 2000',
  ],
  [`     v_minutes integer;\n`, `     v_minutes integer;\n     v_since timestamptz;\n`],
  [
    `       if v_minutes = 0 then outcome := 'NOT_GRANTED'; return next; continue; end if;\n`,
    `       if v_minutes = 0 then outcome := 'NOT_GRANTED'; return next; continue; end if;
       v_since := clock_timestamp();
       if v_kind = 'BASKET' then
         select least(min(h.created_at), v_since) into v_since from supply.stock_hold h
           where h.counterparty_id = v_org and h.holder_id = (p_holder ->> 'id')::uuid and h.holder_kind = v_kind and h.org_id = v_line.supplier and h.offer_id = v_line.offer
             and h.status <> 'CONSUMED' and least(h.ended_at, h.expires_at) > v_since - make_interval(mins => v_minutes);
         if v_since + make_interval(mins => 4 * v_minutes) <= clock_timestamp() then outcome := 'NOT_GRANTED'; return next; continue; end if;
       end if;
`,
  ],
  [
    `make_interval(mins => least(coalesce((p_holder ->> 'minutes')::integer, v_minutes), v_minutes));\n`,
    `make_interval(mins => least(coalesce((p_holder ->> 'minutes')::integer, v_minutes), v_minutes));
       if v_kind = 'BASKET' then expires_at := least(expires_at, v_since + make_interval(mins => 4 * v_minutes)); end if;
`,
  ],
  [`held, places, expires_at, idem_key, line)`, `held, places, expires_at, created_at, idem_key, line)`],
  [
    `hold_stock.held, v_places, hold_stock.expires_at, p_key, v_line.line)`,
    `hold_stock.held, v_places, hold_stock.expires_at, v_since, p_key, v_line.line)`,
  ],
];

// A reserved promise is a hold without an order, so the grant for a basket is the longest that it is held.
const reserving: readonly (readonly [string, string])[] = [
  [`     v_part_id uuid;\n`, `     v_part_id uuid;\n     v_minutes integer;\n`],
  [
    `     if not found then return 'WITHDRAWN'; end if;\n`,
    `     if not found then return 'WITHDRAWN'; end if;
     v_minutes := supply.hold_minutes(v_promise.counterparty_id, 'BASKET');
     if v_minutes = 0 then return 'NOT_GRANTED'; end if;
     if supply.held_lines(v_org) >= 2000 then return 'TOO_MANY'; end if;
     -- What the time of others is over for is free.
     perform supply.lapse_holds(v_promise.counterparty_id, v_promise.offer_id);
`,
  ],
  [
    `set status = 'RESERVED', held_until = p_until where`,
    `set status = 'RESERVED', held_until = least(p_until, p_now + make_interval(mins => v_minutes)) where`,
  ],
];

// Either party gives back; an order is the buyer's.
const releasing: readonly (readonly [string, string])[] = [
  [
    `from supply.promise p where p.org_id = v_org and p.id = p_id for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such promise'; end if;
     if v_promise.status <> 'RESERVED'`,
    `from supply.promise p where p.id = p_id and (p.org_id = v_org or p.counterparty_id = v_org and p_to = 'RELEASED') for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such promise'; end if;
     v_org := v_promise.org_id;
     if v_promise.status <> 'RESERVED'`,
  ],
];

/** The supplier's terms of holding bind every way of holding his stock, and what is overdue goes back whatever became of its job. */
export class RespectHoldTerms2026112210002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      `create policy give_back on supply.promise for update to entrepot_definer using (counterparty_id = ${ACTING}) with check (counterparty_id = ${ACTING} and status = 'RELEASED')`,
      `create index promise_reserved on supply.promise (org_id, held_until) where status = 'RESERVED'`,
      'create index stock_hold_holder on supply.stock_hold (counterparty_id, holder_id, offer_id)',
      'grant select (held_until) on supply.promise to entrepot_jobs',
    ]);
    await sql(runner, as('entrepot_definer', 'supply', functions));
    await sql(runner, as('entrepot_jobs', 'supply', [sweep]));
    await rewriteDefiners(runner, 'supply', { hold_stock: holding, reserve_promise: reserving, release_promise: releasing });
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewriteDefiners(runner, 'supply', {
      hold_stock: undone(holding),
      reserve_promise: undone(reserving),
      release_promise: undone(releasing),
    });
    await sql(runner, [
      'drop function supply.buyers_with_overdue_promises()',
      'drop function supply.expire_promises(timestamptz, integer)',
      'drop function supply.hold_grant(uuid, text)',
      'drop function supply.held_lines(uuid)',
      'revoke select (held_until) on supply.promise from entrepot_jobs',
      'drop index supply.stock_hold_holder',
      'drop index supply.promise_reserved',
      'drop policy give_back on supply.promise',
    ]);
  }
}
