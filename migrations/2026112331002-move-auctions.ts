import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, sql } from './support.js';

const functions = [
  'tendering.start_auction(jsonb)',
  'tendering.read_auction(uuid, integer, text)',
  'tendering.enter_act(jsonb)',
  'tendering.plan_auction(uuid, bigint)',
];

/** How auctions move: every act under the lock of its lot, at the time that the database noted when it took that lock. */
export class MoveAuctions2026112331002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...as('entrepot_definer', 'tendering', [...acts, `grant execute on function ${functions.join(', ')} to entrepot_app`]),
      ...as('entrepot_jobs', 'tendering', sweeps),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(
      runner,
      ['tendering.auctions_due()', ...functions].map((signature) => `drop function ${signature}`),
    );
  }
}

/** Microseconds since 1970, whole and exact. */
const us = (moment: string): string => `(extract(epoch from ${moment}) * 1000000)::bigint`;
const moment = (microseconds: string): string => `(timestamptz 'epoch' + ${microseconds} * interval '1 microsecond')`;

const acts = [
  // p: { id, tenderId, lotId, expectedEdits, member, kind, terms, opensAt, opening, hash, closes: { line: us }, bidders: [{ supplierId, bidId, label, coefficient, addition, first }] }.
  `create function tendering.start_auction(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, (p ->> 'expectedEdits')::integer);
     v_lot tendering.lot;
     v_id uuid := (p ->> 'id')::uuid;
     v_now timestamptz;
   begin
     select l.* into v_lot from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.id = (p ->> 'lotId')::uuid for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
     v_now := clock_timestamp();
     if v_tender.auction is null or v_tender.cancelled_at is not null or num_nonnulls(v_lot.awarded_at, v_lot.unsuccessful_at, v_lot.cancelled_at) > 0
       or not exists (select from tendering.lot_round r where r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.round = v_lot.round and r.closed_at is not null and r.bids_from <= v_now)
       or exists (select from tendering.award a where a.org_id = v_lot.org_id and a.tender_id = v_tender.id and a.lot_id = v_lot.id and a.cancelled_at is null) then return 'NOT_POSSIBLE'; end if;
     if exists (select from tendering.auction a where a.org_id = v_lot.org_id and a.lot_id = v_lot.id and a.voided_at is null) then return 'STANDS'; end if;
     if (p ->> 'opensAt')::timestamptz <= v_now then return 'OPENS_TOO_SOON'; end if;
     if exists (select from jsonb_to_recordset(p -> 'bidders') as n ("supplierId" uuid, "bidId" uuid)
       where not exists (select from tendering.bid b where b.org_id = n."supplierId" and b.id = n."bidId" and b.counterparty_id = v_lot.org_id and b.lot_id = v_lot.id and b.withdrawn_at is null)) then return 'NO_SUCH_BID'; end if;
     insert into tendering.auction (org_id, id, tender_id, lot_id, kind, terms, started_at, opens_at) values (v_lot.org_id, v_id, v_tender.id, v_lot.id, p ->> 'kind', p -> 'terms', v_now, (p ->> 'opensAt')::timestamptz);
     insert into tendering.auction_bidder (org_id, auction_id, counterparty_id, bid_id, label, coefficient, addition, first_amount)
       select v_lot.org_id, v_id, n."supplierId", n."bidId", n.label, n.coefficient, n.addition, n.first
       from jsonb_to_recordset(p -> 'bidders') as n ("supplierId" uuid, "bidId" uuid, label text, coefficient text, addition text, first numeric);
     insert into tendering.auction_head (org_id, auction_id, opening, hash, closes) values (v_lot.org_id, v_id, p ->> 'opening', encode(sha256(convert_to(p ->> 'opening', 'UTF8')), 'hex'), p -> 'closes');
     update tendering.tender t set edits = t.edits + 1 where t.org_id = v_tender.org_id and t.id = v_tender.id;
     perform tendering.log_tender(v_tender, 'AUCTION_STARTED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('lot', v_lot.id, 'auction', v_id, 'kind', p ->> 'kind', 'opensAt', p ->> 'opensAt')));
     perform platform.add_job_for(n."supplierId", 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', v_tender.id, 'kind', 'AUCTION_STARTED', 'detail', jsonb_build_object('lot', v_lot.id)))
       from jsonb_to_recordset(p -> 'bidders') as n ("supplierId" uuid);
     return 'STARTED';
   end $$`,
  /*
   * An auction for its parties. READ: as it stands. HOLD: under the locks of its lot and its ledger, with the moment at which they were had; only at that moment, and in this transaction, may
   * one act be entered. BEAT: the same for its clock, which is noted as running. Acts after p_from; the opening text with the first. Under labels: whose they are nobody learns here but his own.
   */
  `create function tendering.read_auction(p_id uuid, p_from integer, p_mode text) returns jsonb
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_auction tendering.auction;
     v_head tendering.auction_head;
     v_us bigint;
   begin
     if ${ACTING} is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     select a.* into v_auction from tendering.auction a where a.id = p_id;
     if not found then raise exception using errcode = 'EN404', message = 'no such auction'; end if;
     if p_mode = 'READ' then
       select h.* into v_head from tendering.auction_head h where h.org_id = v_auction.org_id and h.auction_id = p_id;
       v_us := greatest(${us('clock_timestamp()')}, v_head.at_us);
     else
       perform 1 from tendering.lot l where l.org_id = v_auction.org_id and l.id = v_auction.lot_id for no key update;
       if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
       select h.* into v_head from tendering.auction_head h where h.org_id = v_auction.org_id and h.auction_id = p_id for update;
       select a.* into v_auction from tendering.auction a where a.org_id = v_auction.org_id and a.id = p_id;
       -- The clock of the database may be set back; the ledger's time is not.
       v_us := greatest(${us('clock_timestamp()')}, v_head.at_us);
       update tendering.auction_head h set held_us = v_us, held_by = pg_current_xact_id(), beat_us = case p_mode when 'BEAT' then v_us else h.beat_us end
         where h.org_id = v_auction.org_id and h.auction_id = p_id;
     end if;
     return (select jsonb_build_object('orgId', v_auction.org_id, 'id', p_id, 'tenderId', v_auction.tender_id, 'lotId', v_auction.lot_id, 'startedAt', v_auction.started_at, 'opensAt', v_auction.opens_at,
       'pausedAt', v_auction.paused_at, 'resumesAt', v_auction.resumes_at, 'pauseReason', v_auction.pause_reason, 'sealedAt', v_auction.sealed_at, 'voidedAt', v_auction.voided_at, 'voidReason', v_auction.void_reason,
       'isOver', t.cancelled_at is not null or num_nonnulls(l.cancelled_at, l.unsuccessful_at) > 0, 'awardedAt', l.awarded_at,
       'label', (select b.label from tendering.auction_bidder b where b.org_id = v_auction.org_id and b.auction_id = p_id and b.counterparty_id = ${ACTING}),
       'atUs', v_us, 'beatUs', v_head.beat_us, 'fromHash', (select x.hash from tendering.auction_act x where x.org_id = v_auction.org_id and x.auction_id = p_id and x.sequence = p_from), 'opening', case when p_from < 1 then v_head.opening end,
       'acts', coalesce((select jsonb_agg(jsonb_build_object('sequence', x.sequence, 'atUs', x.at_us, 'act', x.act, 'hash', x.hash) order by x.sequence)
         from tendering.auction_act x where x.org_id = v_auction.org_id and x.auction_id = p_id and x.sequence > p_from), '[]'))
       from tendering.tender t join tendering.lot l on l.org_id = t.org_id and l.tender_id = t.id where t.org_id = v_auction.org_id and t.id = v_auction.tender_id and l.id = v_auction.lot_id);
   end $$`,
  /*
   * p: { id, sequence, act (canonical JSON), value, closes: { line: us }, resumesAt, member }. One statement checks and writes: it finds the ledger held by this very transaction, at its end, the auction neither
   * sealed nor void, a bidder under his own label, the auction running, and its moment at or before the close; the close that the act has moved is written by it too. Gives the hash, or null: it did not.
   */
  `create function tendering.enter_act(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_act jsonb := (p ->> 'act')::jsonb;
     v_by text := v_act ->> 'by';
     v_kind text := v_act ->> 'kind';
     v_auction tendering.auction;
     v_tender tendering.tender;
     v_us bigint;
     v_hash text;
   begin
     if ${ACTING} is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     select a.* into v_auction from tendering.auction a where a.id = (p ->> 'id')::uuid;
     if not found then raise exception using errcode = 'EN404', message = 'no such auction'; end if;

     with entry as (
       insert into tendering.auction_act (org_id, auction_id, sequence, at, at_us, by, kind, label, amount, value, act, member_id, hash)
       select h.org_id, h.auction_id, h.sequence + 1, ${moment('h.held_us')}, h.held_us, v_by, v_kind, v_act ->> 'bidderId', (v_act ->> 'amount')::numeric, p ->> 'value', p ->> 'act', (p ->> 'member')::uuid,
         encode(sha256(convert_to(h.hash || chr(10) || '{"act":' || (p ->> 'act') || ',"atUs":' || h.held_us || ',"sequence":' || (h.sequence + 1) || '}', 'UTF8')), 'hex')
       from tendering.auction_head h
       where h.org_id = v_auction.org_id and h.auction_id = v_auction.id and h.held_by = pg_current_xact_id() and h.held_us >= h.at_us and h.sequence + 1 = (p ->> 'sequence')::integer
         and v_auction.voided_at is null and (v_auction.sealed_at is null or v_kind in ('VOID', 'AWARD'))
         and case v_by
           when 'BIDDER' then v_auction.paused_at is null and h.held_us between ${us('v_auction.opens_at')} and (h.closes ->> v_auction.lot_id::text)::bigint
             and v_act ->> 'bidderId' = (select b.label from tendering.auction_bidder b where b.org_id = v_auction.org_id and b.auction_id = v_auction.id and b.counterparty_id = ${ACTING})
             and exists (select from tendering.tender t join tendering.lot l on l.org_id = t.org_id and l.tender_id = t.id
               where t.org_id = v_auction.org_id and t.id = v_auction.tender_id and t.cancelled_at is null and l.id = v_auction.lot_id and num_nonnulls(l.awarded_at, l.unsuccessful_at, l.cancelled_at) = 0)
           else v_auction.org_id = ${ACTING} and (v_kind <> 'SEAL' or h.held_us > (h.closes ->> v_auction.lot_id::text)::bigint) end
       returning sequence, at_us, hash)
     update tendering.auction_head h set sequence = e.sequence, hash = e.hash, at_us = e.at_us, closes = coalesce(p -> 'closes', h.closes), held_by = null
       from entry e where h.org_id = v_auction.org_id and h.auction_id = v_auction.id returning e.hash, e.at_us into v_hash, v_us;
     if not found or v_by = 'BIDDER' then return v_hash; end if;

     v_tender := tendering.hold_tender(v_auction.tender_id, null);
     update tendering.auction a set
         paused_at = case v_kind when 'PAUSE' then ${moment("(v_act ->> 'fromUs')::bigint")} when 'RESUME' then null else a.paused_at end,
         resumes_at = case v_kind when 'PAUSE' then (p ->> 'resumesAt')::timestamptz when 'RESUME' then null else a.resumes_at end,
         pause_reason = case v_kind when 'PAUSE' then v_act ->> 'reason' when 'RESUME' then null else a.pause_reason end,
         opens_at = case v_kind when 'RESCHEDULE' then ${moment("(v_act ->> 'opensAtUs')::bigint")} else a.opens_at end,
         sealed_at = case v_kind when 'SEAL' then ${moment('v_us')} else a.sealed_at end,
         voided_at = case v_kind when 'VOID' then ${moment('v_us')} else a.voided_at end, void_reason = case v_kind when 'VOID' then v_act ->> 'reason' else a.void_reason end
       where a.org_id = v_auction.org_id and a.id = v_auction.id;
     perform tendering.log_tender(v_tender, 'AUCTION_' || v_kind, jsonb_strip_nulls(jsonb_build_object('once', case v_kind when 'SEAL' then 'AUCTION_SEAL:' || v_auction.id end, 'member', p ->> 'member',
       'detail', jsonb_build_object('lot', v_auction.lot_id, 'auction', v_auction.id, 'sequence', p -> 'sequence', 'reason', v_act ->> 'reason'))));
     if v_kind in ('PAUSE', 'RESUME', 'RESCHEDULE', 'SEAL', 'VOID') then
       perform platform.add_job_for(b.counterparty_id, 'tendering.tell-tender', jsonb_build_object('buyerId', v_auction.org_id, 'id', v_auction.tender_id, 'kind', 'AUCTION_' || case v_kind when 'SEAL' then 'CLOSED' else v_kind || case when v_kind like '%E' then 'D' else 'ED' end end, 'detail', '{}'::jsonb))
         from tendering.auction_bidder b where b.org_id = v_auction.org_id and b.auction_id = v_auction.id;
     end if;
     return v_hash;
   end $$`,
  // When the clock of an auction looks next, for the acting buyer; null: never again. A job is started for that moment; the sweep of every minute finds what no job did.
  `create function tendering.plan_auction(p_id uuid, p_next bigint) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     update tendering.auction_head h set next_us = p_next from tendering.auction a where a.org_id = ${ACTING} and a.id = p_id and h.org_id = a.org_id and h.auction_id = a.id;
     if not found then raise exception using errcode = 'EN404', message = 'no such auction'; end if;
     if p_next is not null then perform platform.add_job_for(${ACTING}, 'tendering.run-auction', jsonb_build_object('id', p_id), 'auction:' || p_id, ${moment('p_next')}); end if;
   end $$`,
];

const sweeps = [
  `create function tendering.auctions_due() returns table (org_id uuid, auction_id uuid)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     return query select h.org_id, h.auction_id from tendering.auction_head h where h.next_us < ${us("clock_timestamp() - interval '10 seconds'")} order by h.next_us limit 1000;
   end $$`,
];
