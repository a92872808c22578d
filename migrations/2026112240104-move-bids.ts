import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, sql } from './support.js';

const functions = [
  'tendering.move_bid(jsonb)',
  'tendering.award_lots(jsonb)',
  'tendering.link_award(uuid, uuid)',
  'tendering.cancel_award(uuid, text, uuid)',
  'tendering.sign_award(uuid, jsonb)',
];
const counterparty = `counterparty_id = ${ACTING}`;

/** How bids are taken, by the database's clock under the lock of their lot, and how lots are awarded. */
export class MoveBids2026112240104 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      // Signed in the name of the supplier by what he bid: only tendering.sign_award reaches this, with the award's own rows.
      `create policy awarded_insert on supply.agreement for insert to entrepot_definer with check (${counterparty})`,
      `create policy awarded_insert on supply.agreement_price for insert to entrepot_definer with check (${counterparty})`,
      `grant insert on supply.agreement, supply.agreement_price to entrepot_definer`,
      ...as('entrepot_definer', 'supply', agreements),
      ...as('entrepot_definer', 'tendering', [
        ...bids,
        ...awards,
        `grant execute on function ${functions.join(', ')} to entrepot_app`,
      ]),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...functions.map((signature) => `drop function ${signature}`),
      'drop function supply.sign_awarded(jsonb)',
      'revoke insert on supply.agreement, supply.agreement_price from entrepot_definer',
      'drop policy awarded_insert on supply.agreement_price',
      'drop policy awarded_insert on supply.agreement',
    ]);
  }
}

const bids = [
  /*
   * p: { kind: SUBMITTED | CONFIRMED | WITHDRAWN, buyerId, lotId, round, bidId, expectedSeq, tenderVersion, envelopes: [{ envelope, body, sealed (base64) }], member }.
   * The lot is locked first, then one statement asks the clock and writes: what is accepted stands in the ledger at or before the deadline, and what stands there was accepted.
   * Gives { outcome, seq, digest, at }.
   */
  `create function tendering.move_bid(p jsonb) returns jsonb
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_kind text := p ->> 'kind';
     v_lot tendering.lot;
     v_tender tendering.tender;
     v_before tendering.bid;
     v_bid tendering.bid;
     v_digest text;
     v_seq integer;
     v_open boolean;
     v_place bigint;
   begin
     if ${ACTING} is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     if v_kind not in ('SUBMITTED', 'CONFIRMED', 'WITHDRAWN') then raise exception using errcode = '22023', message = 'no such step of a bid'; end if;
     select l.* into v_lot from tendering.lot l where l.org_id = (p ->> 'buyerId')::uuid and l.id = (p ->> 'lotId')::uuid and l.shown <> 'DRAFT' and l.org_id <> ${ACTING} for no key update;
     if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
     select t.* into v_tender from tendering.tender t where t.org_id = v_lot.org_id and t.id = v_lot.tender_id;
     if v_tender.cancelled_at is not null or num_nonnulls(v_lot.cancelled_at, v_lot.awarded_at, v_lot.unsuccessful_at) > 0 then return '{"outcome": "NOT_BIDDING"}'; end if;
     if v_lot.round <> (p ->> 'round')::smallint then return '{"outcome": "OTHER_ROUND"}'; end if;
     if v_lot.round > 1 and not exists (select from tendering.round_admission a where a.org_id = v_lot.org_id and a.lot_id = v_lot.id and a.round = v_lot.round and a.counterparty_id = ${ACTING})
       then return '{"outcome": "NOT_ADMITTED"}'; end if;
     select b.* into v_before from tendering.bid b where b.org_id = ${ACTING} and b.lot_id = v_lot.id and b.round = v_lot.round;
     if coalesce(v_before.seq, 0) <> (p ->> 'expectedSeq')::integer then return '{"outcome": "VERSION_CONFLICT"}'; end if;
     if v_kind <> 'SUBMITTED' and (v_before.seq is null or v_before.withdrawn_at is not null) then return '{"outcome": "NO_BID"}'; end if;
     if v_kind <> 'WITHDRAWN' and v_tender.version <> (p ->> 'tenderVersion')::integer then return '{"outcome": "AMENDED"}'; end if;
     if v_kind = 'SUBMITTED' then
       -- The hash is the database's own, of the very bytes that it keeps.
       select string_agg(encode(sha256(coalesce(decode(e.sealed, 'base64'), convert_to(e.body, 'UTF8'))), 'hex'), ' ' order by e.envelope) into v_digest
         from jsonb_to_recordset(p -> 'envelopes') as e (envelope text, body text, sealed text);
       if position(' ' in v_digest) > 0 then v_digest := encode(sha256(convert_to(v_digest, 'UTF8')), 'hex'); end if;
     else
       v_digest := v_before.digest;
     end if;
     v_seq := coalesce(v_before.seq, 0) + 1;
     insert into tendering.arrival as a (tender_org, lot_id, last) values (v_lot.org_id, v_lot.id, 1) on conflict (tender_org, lot_id) do update set last = a.last + 1 returning a.last into v_place;

     with moment as materialized (select clock_timestamp() as at)
     insert into tendering.bid as b (org_id, id, counterparty_id, tender_id, lot_id, round, seq, tender_version, digest, sequence, first_at, accepted_at)
       select ${ACTING}, coalesce(v_before.id, (p ->> 'bidId')::uuid), r.org_id, r.tender_id, r.lot_id, r.round, v_seq, v_tender.version, v_digest, v_place, m.at, m.at
       from moment m join tendering.lot_round r on r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.round = v_lot.round
       where r.closed_at is null and m.at between r.opens_at and r.closes_at
       on conflict (org_id, lot_id, round) do update set seq = excluded.seq, digest = excluded.digest,
         tender_version = case v_kind when 'WITHDRAWN' then b.tender_version else excluded.tender_version end,
         sequence = case v_kind when 'SUBMITTED' then excluded.sequence else b.sequence end,
         accepted_at = case v_kind when 'SUBMITTED' then excluded.accepted_at else b.accepted_at end,
         withdrawn_at = case v_kind when 'WITHDRAWN' then excluded.accepted_at end
       returning b.* into v_bid;
     if not found then return '{"outcome": "LATE"}'; end if;

     if v_kind = 'SUBMITTED' then
       delete from tendering.bid_content c where c.org_id = v_bid.org_id and c.bid_id = v_bid.id;
       insert into tendering.bid_content (org_id, bid_id, counterparty_id, tender_id, lot_id, round, envelope, body, sealed, digest)
         select v_bid.org_id, v_bid.id, v_bid.counterparty_id, v_bid.tender_id, v_bid.lot_id, v_bid.round, coalesce(e.envelope, 'WHOLE'), case when e.sealed is null then e.body end, decode(e.sealed, 'base64'),
           encode(sha256(coalesce(decode(e.sealed, 'base64'), convert_to(e.body, 'UTF8'))), 'hex')
         from jsonb_to_recordset(p -> 'envelopes') as e (envelope text, body text, sealed text);
       delete from tendering.bid_draft d where d.org_id = v_bid.org_id and d.lot_id = v_bid.lot_id and d.round = v_bid.round;
       insert into tendering.follower (tender_org, tender_id, org_id, since) values (v_bid.counterparty_id, v_bid.tender_id, v_bid.org_id, v_bid.accepted_at) on conflict do nothing;
       update tendering.invitation i set declined_at = null, decline_reason = null
         where i.org_id = v_bid.counterparty_id and i.tender_id = v_bid.tender_id and i.counterparty_id = v_bid.org_id and i.declined_at is not null;
     end if;
     -- A step that is no submission has a time of its own, which is not that of the bid.
     insert into tendering.bid_version (org_id, bid_id, counterparty_id, tender_id, lot_id, round, seq, envelope, kind, tender_version, body, sealed, digest, accepted_at, member_id)
       select c.org_id, c.bid_id, c.counterparty_id, c.tender_id, c.lot_id, c.round, v_seq, c.envelope, v_kind, v_bid.tender_version, c.body, c.sealed, c.digest,
         case v_kind when 'SUBMITTED' then v_bid.accepted_at when 'WITHDRAWN' then v_bid.withdrawn_at else clock_timestamp() end, (p ->> 'member')::uuid
       from tendering.bid_content c where c.org_id = v_bid.org_id and c.bid_id = v_bid.id;
     insert into tendering.bid_receipt (org_id, bid_id, counterparty_id, tender_id, lot_id, round, seq, kind, digest, accepted_at, sequence)
       select distinct v_bid.org_id, v_bid.id, v_bid.counterparty_id, v_bid.tender_id, v_bid.lot_id, v_bid.round, v_seq, v_kind, v_digest, v.accepted_at, v_bid.sequence
       from tendering.bid_version v where v.org_id = v_bid.org_id and v.bid_id = v_bid.id and v.seq = v_seq order by v.accepted_at limit 1;
     if v_kind = 'WITHDRAWN' then delete from tendering.bid_content c where c.org_id = v_bid.org_id and c.bid_id = v_bid.id; end if;

     -- Of a bid that he may not read the buyer hears nothing, neither that it came nor when.
     select r.confidentiality = 'OPEN' into v_open from tendering.lot_round r where r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.round = v_lot.round;
     perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', o.org, 'id', v_tender.id || '/bids')::text) from unnest(array[v_bid.org_id, case when v_open then v_lot.org_id end]) o (org) where o.org is not null;
     return (select jsonb_build_object('outcome', 'ACCEPTED', 'bidId', x.bid_id, 'seq', v_seq, 'digest', v_digest, 'at', x.accepted_at)
       from tendering.bid_receipt x where x.org_id = v_bid.org_id and x.bid_id = v_bid.id and x.seq = v_seq);
   end $$`,
];

const awards = [
  // p: { tenderId, expectedEdits, member, settled: [lotId], unsuccessful: [lotId], awards: [{ id, lotId, bidId, supplierId, rank, reason, currency, digest, makes, lines: [...] }] }.
  `create function tendering.award_lots(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, (p ->> 'expectedEdits')::integer);
     v_now timestamptz;
   begin
     perform 1 from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id order by l.id for update;
     v_now := clock_timestamp();
     if v_tender.cancelled_at is not null or exists (
       select from (select a ->> 'lotId' as lot from jsonb_array_elements(p -> 'awards') a union select jsonb_array_elements_text(p -> 'settled') union select jsonb_array_elements_text(p -> 'unsuccessful')) x
       where not exists (select from tendering.lot l join tendering.lot_round r on r.org_id = l.org_id and r.lot_id = l.id and r.round = l.round
         where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.id = x.lot::uuid and num_nonnulls(l.awarded_at, l.unsuccessful_at, l.cancelled_at) = 0
           and r.closed_at is not null and r.bids_from <= v_now)) then return 'NOT_POSSIBLE'; end if;
     if exists (select from jsonb_to_recordset(p -> 'awards') as a ("bidId" uuid, "lotId" uuid, "supplierId" uuid, digest text)
       where not exists (select from tendering.bid b join tendering.lot l on l.org_id = b.counterparty_id and l.id = b.lot_id
         where b.org_id = a."supplierId" and b.id = a."bidId" and b.counterparty_id = v_tender.org_id and b.lot_id = a."lotId" and b.withdrawn_at is null and b.tender_version >= l.confirm_from and b.digest = a.digest))
       then return 'NO_SUCH_BID'; end if;
     insert into tendering.award (org_id, id, counterparty_id, tender_id, lot_id, bid_id, round, rank, reason, currency, digest, makes, awarded_at)
       select v_tender.org_id, a.id, a."supplierId", v_tender.id, a."lotId", a."bidId", l.round, a.rank, a.reason, a.currency, a.digest, a.makes, v_now
       from jsonb_to_recordset(p -> 'awards') as a (id uuid, "lotId" uuid, "bidId" uuid, "supplierId" uuid, rank smallint, reason text, currency text, digest text, makes text)
       join tendering.lot l on l.org_id = v_tender.org_id and l.id = a."lotId";
     insert into tendering.award_line (org_id, award_id, line_id, counterparty_id, quantity, unit, price, basis, price_unit, factor_num, factor_den, currency, lead_days, offer_id, alternate, breaks)
       select v_tender.org_id, a.id, n."lineId", a."supplierId", n.quantity, n.unit, n.price, n.basis, n."priceUnit", n."factorNum", n."factorDen", n.currency, n."leadDays", n."offerId", n.alternate, coalesce(n.breaks, '[]')
       from jsonb_to_recordset(p -> 'awards') as a (id uuid, "supplierId" uuid, lines jsonb)
       cross join lateral jsonb_to_recordset(a.lines) as n ("lineId" uuid, quantity numeric, unit text, price numeric, basis numeric, "priceUnit" text, "factorNum" numeric, "factorDen" numeric,
         currency text, "leadDays" integer, "offerId" uuid, alternate text, breaks jsonb);
     -- Never more than was asked for, over all awards that stand.
     if exists (select from tendering.tender_line l join (
         select x.line_id, sum(x.quantity) as quantity from tendering.award_line x join tendering.award a on a.org_id = x.org_id and a.id = x.award_id
         where a.org_id = v_tender.org_id and a.tender_id = v_tender.id and a.cancelled_at is null group by 1) s on s.line_id = l.id
       where l.org_id = v_tender.org_id and s.quantity > l.quantity) then return 'OVER_AWARDED'; end if;
     update tendering.lot l set awarded_at = v_now where l.org_id = v_tender.org_id and l.id in (select s::uuid from jsonb_array_elements_text(p -> 'settled') s);
     update tendering.lot l set unsuccessful_at = v_now where l.org_id = v_tender.org_id and l.id in (select s::uuid from jsonb_array_elements_text(p -> 'unsuccessful') s);
     update tendering.tender t set edits = t.edits + 1 where t.org_id = v_tender.org_id and t.id = v_tender.id;
     perform tendering.log_tender(v_tender, 'AWARDED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('awards', jsonb_array_length(p -> 'awards'))));
     perform tendering.tell_tender(v_tender, 'AWARDED', '{}');
     return 'AWARDED';
   end $$`,
  `create function tendering.link_award(p_award uuid, p_order uuid) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     update tendering.award a set order_id = p_order where a.org_id = ${ACTING} and a.id = p_award and a.makes = 'ORDERS' and a.order_id is null
       and exists (select from procurement.purchase_order o where o.org_id = ${ACTING} and o.id = p_order and o.counterparty_id = a.counterparty_id);
     if not found then raise exception using errcode = 'EN404', message = 'no such award or order'; end if;
   end $$`,
  // The lot is open again for the next bid; what the award has made is called off by whoever owns it.
  `create function tendering.cancel_award(p_id uuid, p_reason text, p_member uuid) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_award tendering.award;
     v_tender tendering.tender;
   begin
     select a.* into v_award from tendering.award a where a.org_id = ${ACTING} and a.id = p_id;
     if not found then raise exception using errcode = 'EN404', message = 'no such award'; end if;
     v_tender := tendering.hold_tender(v_award.tender_id, null);
     perform 1 from tendering.lot l where l.org_id = v_award.org_id and l.id = v_award.lot_id for update;
     update tendering.award a set cancelled_at = clock_timestamp(), cancel_reason = p_reason where a.org_id = v_award.org_id and a.id = p_id and a.cancelled_at is null and a.agreement_id is null;
     if not found then return 'NOT_POSSIBLE'; end if;
     update tendering.lot l set awarded_at = null where l.org_id = v_award.org_id and l.id = v_award.lot_id;
     update tendering.tender t set edits = t.edits + 1 where t.org_id = v_tender.org_id and t.id = v_tender.id;
     perform tendering.log_tender(v_tender, 'AWARD_CANCELLED', jsonb_build_object('member', p_member, 'detail', jsonb_build_object('lot', v_award.lot_id, 'award', p_id, 'reason', p_reason)));
     perform platform.add_job_for(v_award.counterparty_id, 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', v_tender.id, 'kind', 'AWARD_CANCELLED', 'detail', jsonb_build_object('reason', p_reason)));
     return 'CANCELLED';
   end $$`,
  // Prices come from the award, which has them from the bid, never from the caller. p: { number, validFrom, validTo }.
  `create function tendering.sign_award(p_award uuid, p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_award tendering.award;
     v_outcome text;
     v_id uuid := platform.uuid_v7();
   begin
     select a.* into v_award from tendering.award a where a.org_id = ${ACTING} and a.id = p_award and a.makes = 'AGREEMENTS' and a.agreement_id is null and a.cancelled_at is null for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such award'; end if;
     v_outcome := supply.sign_awarded(jsonb_build_object('id', v_id, 'supplierId', v_award.counterparty_id, 'number', p ->> 'number', 'currency', v_award.currency, 'validFrom', p ->> 'validFrom', 'validTo', p ->> 'validTo',
       'award', p_award, 'items', (select jsonb_agg(jsonb_build_object('offerId', l.offer_id, 'price', l.price, 'basis', l.basis, 'unit', l.price_unit, 'breaks', l.breaks))
         from tendering.award_line l where l.org_id = v_award.org_id and l.award_id = p_award)));
     if v_outcome = 'SIGNED' then update tendering.award a set agreement_id = v_id where a.org_id = v_award.org_id and a.id = p_award; end if;
     return v_outcome;
   end $$`,
];

const agreements = [
  // An agreement that a supplier is bound to by his bid, for the acting buyer. p: { id, supplierId, number, currency, validFrom, validTo, award, items: [{ offerId, price, basis, unit, breaks: [{ from, price }] }] }.
  `create function supply.sign_awarded(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_supplier uuid := (p ->> 'supplierId')::uuid;
   begin
     if not exists (select from organizations.partnership x where x.org_id = ${ACTING} and x.counterparty_id = v_supplier and x.status = 'ACTIVE') then return 'NO_PARTNERSHIP'; end if;
     if exists (select from jsonb_to_recordset(p -> 'items') as i ("offerId" uuid, unit text)
       where not exists (select from supply.offer o where o.org_id = v_supplier and o.id = i."offerId" and o.status = 'ACTIVE' and o.price_unit = i.unit)) then return 'OFFER_UNKNOWN'; end if;
     insert into supply.agreement (org_id, id, counterparty_id, number, currency, valid_from, valid_to, signed_by)
       values (v_supplier, (p ->> 'id')::uuid, ${ACTING}, p ->> 'number', p ->> 'currency', (p ->> 'validFrom')::date, (p ->> 'validTo')::date, jsonb_build_object('kind', 'award', 'id', p ->> 'award'));
     insert into supply.agreement_price (org_id, agreement_id, counterparty_id, offer_id, price, break_from, break_price, basis, price_unit, currency, valid_from, valid_to, pricing_date)
       select v_supplier, (p ->> 'id')::uuid, ${ACTING}, i."offerId", i.price,
         (select array_agg(b."from" order by b."from") from jsonb_to_recordset(i.breaks) as b ("from" numeric, price numeric)),
         (select array_agg(b.price order by b."from") from jsonb_to_recordset(i.breaks) as b ("from" numeric, price numeric)),
         i.basis, i.unit, p ->> 'currency', (p ->> 'validFrom')::date, (p ->> 'validTo')::date, 'ORDER'
       from jsonb_to_recordset(p -> 'items') as i ("offerId" uuid, price numeric, basis numeric, unit text, breaks jsonb);
     return 'SIGNED';
   exception
     when unique_violation then return 'NUMBER_TAKEN';
     when exclusion_violation then return 'OVERLAPS';
   end $$`,
];
