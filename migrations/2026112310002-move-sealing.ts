import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, rewriteDefiners, sql, undone } from './support.js';

const functions = [
  'tendering.arrange_sealing(jsonb)',
  'tendering.open_session(jsonb)',
  'tendering.hand_share(jsonb)',
  'tendering.finish_rehearsal(uuid, uuid)',
  'tendering.keep_halves(jsonb)',
  'tendering.half_to_arm(uuid, smallint)',
  'tendering.arm_half(jsonb)',
  'tendering.ask_release(jsonb)',
  'tendering.refuse_release(jsonb)',
  'tendering.release_half(jsonb)',
  'tendering.keep_parts(jsonb)',
  'tendering.record_openings(jsonb)',
  'tendering.judge_envelope(jsonb)',
  'tendering.rebut_opening(jsonb)',
  'tendering.receipt_key(text, text)',
  'tendering.receipt_public_key()',
];
/** A moment to the microsecond in UTC, whose texts stand in the order of the moments. */
const iso = (moment: string): string => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const receipts = [
  // The key with which receipts are signed: the first that is kept stays, whoever makes one at once. The private half is sealed under a key that is not here.
  `create function tendering.receipt_key(p_public text, p_sealed text) returns table (public_key text, sealed text)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     if ${ACTING} is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     if p_public is not null then insert into tendering.receipt_key (one, public_key, sealed, made_at) values (true, p_public, p_sealed, clock_timestamp()) on conflict do nothing; end if;
     return query select k.public_key, k.sealed from tendering.receipt_key k;
   end $$`,
  `create function tendering.receipt_public_key() returns text
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$ select k.public_key from tendering.receipt_key k $$`,
];
const inner = ['tendering.settle_opening(tendering.tender, tendering.lot)'];

/** What older functions must know of sealed tenders. */
const taught: Record<string, readonly (readonly [string, string])[]> = {
  publish_tender: [
    [
      `if v_tender.closes_at is null or`,
      `if v_tender.confidentiality = 'SEALED' and not exists (select from tendering.sealing s where s.org_id = v_tender.org_id and s.tender_id = v_tender.id and s.rehearsed_at is not null) then return 'NOT_REHEARSED'; end if;
     if v_tender.closes_at is null or`,
    ],
  ],
  // In a sealed round nothing is taken in clear, and each bid has exactly the envelopes that were published; elsewhere nothing is sealed.
  move_bid: [
    [
      `-- The hash is the database's own, of the very bytes that it keeps.`,
      `if exists (select from tendering.lot_round r left join tendering.sealing s on s.org_id = r.org_id and s.tender_id = r.tender_id
           where r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.round = v_lot.round and case r.confidentiality
             when 'SEALED' then (select array_agg(e.envelope order by e.envelope) from jsonb_to_recordset(p -> 'envelopes') as e (envelope text, body text, sealed text) where e.sealed is not null and e.body is null)
               is distinct from (select array_agg(n order by n) from unnest(s.envelopes) n) or jsonb_array_length(p -> 'envelopes') <> cardinality(s.envelopes)
             else exists (select from jsonb_to_recordset(p -> 'envelopes') as e (sealed text) where e.sealed is not null) end)
         then return '{"outcome": "OTHER_ENVELOPES"}'; end if;
       -- The hash is the database's own, of the very bytes that it keeps.`,
    ],
  ],
};

/** How a key is arranged, rehearsed, armed and given, and how envelopes are opened: every step under the lock of the tender, by the database's clock. */
export class MoveSealing2026112310002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(
      runner,
      as('entrepot_definer', 'tendering', [
        ...ceremony,
        ...halves,
        ...opening,
        ...releases,
        ...results,
        ...receipts,
        `grant execute on function ${functions.join(', ')} to entrepot_app`,
      ]),
    );
    await sql(runner, as('entrepot_jobs', 'tendering', sweeps));
    await rewriteDefiners(runner, 'tendering', taught);
  }

  async down(runner: QueryRunner): Promise<void> {
    const before = Object.fromEntries(Object.entries(taught).map(([name, pieces]) => [name, undone(pieces)]));
    await rewriteDefiners(runner, 'tendering', before);
    await sql(
      runner,
      ['tendering.halves_to_arm()', ...functions, ...inner].map((signature) => `drop function ${signature}`),
    );
  }
}

const ceremony = [
  // p: { tenderId, expectedEdits, member, officersKey, threshold, envelopes, rehearsal, shares: [{ keyId, role, position, sealed }] }. A second one replaces the first.
  `create function tendering.arrange_sealing(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, (p ->> 'expectedEdits')::integer);
   begin
     if v_tender.shown <> 'DRAFT' or v_tender.confidentiality <> 'SEALED' then return 'NOT_DRAFT'; end if;
     if exists (select from jsonb_to_recordset(p -> 'shares') as n ("keyId" uuid)
       where not exists (select from tendering.officer_key k where k.org_id = v_tender.org_id and k.id = n."keyId" and k.revoked_at is null)) then return 'NO_SUCH_KEY'; end if;
     -- One member with two keys would be two officers.
     if exists (select from jsonb_to_recordset(p -> 'shares') as n ("keyId" uuid, position smallint) join tendering.officer_key k on k.org_id = v_tender.org_id and k.id = n."keyId"
       where k.member_id is not null group by k.member_id having count(*) > 1) then return 'ONE_HOLDER_TWICE'; end if;
     if exists (select from jsonb_to_recordset(p -> 'shares') as n ("keyId" uuid, role text) join tendering.officer_key k on k.org_id = v_tender.org_id and k.id = n."keyId"
       where (n.role = 'RECOVERY') <> (k.member_id is null)) then return 'OTHER_ROLE'; end if;
     delete from tendering.sealing s where s.org_id = v_tender.org_id and s.tender_id = v_tender.id;
     insert into tendering.sealing (org_id, tender_id, shown, officers_key, threshold, envelopes, rehearsal, arranged_at, arranged_by)
       values (v_tender.org_id, v_tender.id, v_tender.shown, p ->> 'officersKey', (p ->> 'threshold')::smallint, array(select jsonb_array_elements_text(p -> 'envelopes')), p ->> 'rehearsal', clock_timestamp(), (p ->> 'member')::uuid);
     insert into tendering.held_share (org_id, tender_id, key_id, role, position, sealed)
       select v_tender.org_id, v_tender.id, n."keyId", n.role, n.position, n.sealed from jsonb_to_recordset(p -> 'shares') as n ("keyId" uuid, role text, position smallint, sealed text);
     update tendering.tender t set edits = t.edits + 1 where t.org_id = v_tender.org_id and t.id = v_tender.id;
     perform tendering.log_tender(v_tender, 'SEALING_ARRANGED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('threshold', p -> 'threshold', 'holders', jsonb_array_length(p -> 'shares'))));
     return 'ARRANGED';
   end $$`,
  // p: { id, tenderId, kind, publicKey, member }. Nobody collects shares before bids are closed; who tries is noted.
  `create function tendering.open_session(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
   begin
     if not exists (select from tendering.sealing s where s.org_id = v_tender.org_id and s.tender_id = v_tender.id) then return 'NOT_ARRANGED'; end if;
     if (p ->> 'kind' = 'REHEARSAL') <> (v_tender.shown = 'DRAFT') or v_tender.cancelled_at is not null then return 'NOT_POSSIBLE'; end if;
     if p ->> 'kind' = 'OPENING' and not exists (select from tendering.lot_round r where r.org_id = v_tender.org_id and r.tender_id = v_tender.id and r.closed_at is not null and r.closes_at < clock_timestamp()) then
       perform tendering.log_tender(v_tender, 'OPENING_REFUSED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('reason', 'EARLY', 'closesAt', v_tender.closes_at)));
       return 'EARLY';
     end if;
     insert into tendering.opening_session (org_id, id, tender_id, kind, public_key, opened_at, member_id)
       values (v_tender.org_id, (p ->> 'id')::uuid, v_tender.id, p ->> 'kind', p ->> 'publicKey', clock_timestamp(), (p ->> 'member')::uuid);
     perform tendering.log_tender(v_tender, 'SESSION_OPENED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('kind', p ->> 'kind', 'session', p ->> 'id')));
     return 'OPENED';
   end $$`,
  // p: { sessionId, keyId, sealed, member }. A holder hands in his own share; the recovery share is handed in by whoever has its key.
  `create function tendering.hand_share(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_session tendering.opening_session;
     v_tender tendering.tender;
     v_share tendering.held_share;
   begin
     select s.* into v_session from tendering.opening_session s where s.org_id = ${ACTING} and s.id = (p ->> 'sessionId')::uuid;
     if not found then raise exception using errcode = 'EN404', message = 'no such session'; end if;
     v_tender := tendering.hold_tender(v_session.tender_id, null);
     select h.* into v_share from tendering.held_share h join tendering.officer_key k on k.org_id = h.org_id and k.id = h.key_id
       where h.org_id = v_tender.org_id and h.tender_id = v_tender.id and h.key_id = (p ->> 'keyId')::uuid and (k.member_id is null or k.member_id = (p ->> 'member')::uuid);
     if not found then return 'NOT_YOURS'; end if;
     insert into tendering.handed_share as x (org_id, session_id, key_id, position, sealed, handed_at, member_id)
       values (v_tender.org_id, v_session.id, v_share.key_id, v_share.position, p ->> 'sealed', clock_timestamp(), (p ->> 'member')::uuid)
       on conflict (org_id, session_id, key_id) do update set sealed = excluded.sealed, handed_at = excluded.handed_at, member_id = excluded.member_id;
     perform tendering.log_tender(v_tender, 'SHARE_HANDED_IN', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('session', v_session.id, 'key', v_share.key_id, 'role', v_share.role)));
     return 'HANDED_IN';
   end $$`,
  // The hub has checked the content key of the rehearsal; every holder must have read his share.
  `create function tendering.finish_rehearsal(p_session uuid, p_member uuid) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_session tendering.opening_session;
     v_tender tendering.tender;
   begin
     select s.* into v_session from tendering.opening_session s where s.org_id = ${ACTING} and s.id = p_session and s.kind = 'REHEARSAL';
     if not found then raise exception using errcode = 'EN404', message = 'no such session'; end if;
     v_tender := tendering.hold_tender(v_session.tender_id, null);
     if v_tender.shown <> 'DRAFT' then return 'NOT_POSSIBLE'; end if;
     if exists (select from tendering.held_share h where h.org_id = v_tender.org_id and h.tender_id = v_tender.id
       and not exists (select from tendering.handed_share x where x.org_id = h.org_id and x.session_id = p_session and x.key_id = h.key_id)) then return 'SHARES_MISSING'; end if;
     update tendering.sealing s set rehearsed_at = clock_timestamp() where s.org_id = v_tender.org_id and s.tender_id = v_tender.id and s.arranged_at <= v_session.opened_at;
     perform tendering.log_tender(v_tender, 'SEALING_REHEARSED', jsonb_build_object('member', p_member, 'detail', jsonb_build_object('session', p_session)));
     return 'REHEARSED';
   end $$`,
];

const halves = [
  // p: { tenderId, halves: [{ lotId, round, publicKey, sealed, armedFor }] }: made in the transaction that opens the rounds. Gives how many were kept.
  `create function tendering.keep_halves(p jsonb) returns integer
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_kept integer;
   begin
     insert into tendering.hub_half (org_id, tender_id, lot_id, round, shown, public_key, made_at)
       select r.org_id, r.tender_id, r.lot_id, r.round, r.shown, n."publicKey", clock_timestamp()
       from jsonb_to_recordset(p -> 'halves') as n ("lotId" uuid, round smallint, "publicKey" text, "armedFor" timestamptz)
       join tendering.lot_round r on r.org_id = v_tender.org_id and r.tender_id = v_tender.id and r.lot_id = n."lotId" and r.round = n.round and r.confidentiality = 'SEALED' and r.closes_at = n."armedFor";
     get diagnostics v_kept = row_count;
     insert into tendering.hub_secret (org_id, lot_id, round, sealed, armed_for)
       select v_tender.org_id, n."lotId", n.round, n.sealed, n."armedFor" from jsonb_to_recordset(p -> 'halves') as n ("lotId" uuid, round smallint, sealed text, "armedFor" timestamptz);
     return v_kept;
   end $$`,
  `create function tendering.half_to_arm(p_lot uuid, p_round smallint) returns jsonb
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     perform 1 from tendering.lot l where l.org_id = ${ACTING} and l.id = p_lot for update;
     return (select jsonb_build_object('tenderId', r.tender_id, 'sealed', s.sealed, 'closesAt', ${iso('r.closes_at')}) from tendering.hub_secret s
       join tendering.lot_round r on r.org_id = s.org_id and r.lot_id = s.lot_id and r.round = s.round
       where s.org_id = ${ACTING} and s.lot_id = p_lot and s.round = p_round and s.spent_at is null);
   end $$`,
  // p: { tenderId, lotId, round, closesAt, sealed }: sealed anew with a later deadline. Without \`sealed\`: the deadline was put back, which no step of ours does.
  `create function tendering.arm_half(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_once text := format('DEADLINE_TAMPERED:%s:%s:%s', p ->> 'lotId', p ->> 'round', p ->> 'closesAt');
   begin
     if p ->> 'sealed' is null then
       if not exists (select from tendering.tender_event e where e.org_id = v_tender.org_id and e.tender_id = v_tender.id and e.once = v_once) then
         perform tendering.log_tender(v_tender, 'DEADLINE_TAMPERED', jsonb_build_object('once', v_once, 'detail', jsonb_build_object('lot', p ->> 'lotId', 'round', p -> 'round', 'closesAt', p ->> 'closesAt')));
       end if;
       return 'TAMPERED';
     end if;
     update tendering.hub_secret s set sealed = p ->> 'sealed', armed_for = (p ->> 'closesAt')::timestamptz from tendering.lot_round r
       where s.org_id = v_tender.org_id and s.lot_id = (p ->> 'lotId')::uuid and s.round = (p ->> 'round')::smallint and s.spent_at is null and s.armed_for < (p ->> 'closesAt')::timestamptz
         and r.org_id = s.org_id and r.lot_id = s.lot_id and r.round = s.round and r.closes_at = (p ->> 'closesAt')::timestamptz;
     return case when found then 'ARMED' else 'MOVED' end;
   end $$`,
];

const opening = [
  // The round goes over to its evaluation when nothing more of it will be opened: every bid has its last envelope opened, or cannot come that far.
  `create function tendering.settle_opening(p_tender tendering.tender, p_lot tendering.lot) returns void
   language plpgsql set search_path = pg_catalog, pg_temp as $$
   declare
     v_envelopes text[];
     v_last text;
   begin
     select s.envelopes, s.envelopes[cardinality(s.envelopes)] into v_envelopes, v_last from tendering.sealing s where s.org_id = p_tender.org_id and s.tender_id = p_tender.id;
     if not exists (select from tendering.half_release h where h.org_id = p_lot.org_id and h.lot_id = p_lot.id and h.round = p_lot.round and h.envelope = v_last)
       or exists (select from tendering.half_part x where x.org_id = p_lot.org_id and x.lot_id = p_lot.id and x.round = p_lot.round and x.envelope = v_last
         and not exists (select from tendering.envelope_opening o where o.org_id = x.org_id and o.bid_id = x.bid_id and o.envelope = v_last)) then return; end if;
     update tendering.lot_round r set bids_from = clock_timestamp() where r.org_id = p_lot.org_id and r.lot_id = p_lot.id and r.round = p_lot.round and r.bids_from is null and r.closed_at is not null;
     if not found then return; end if;
     perform tendering.log_tender(p_tender, 'BIDS_OPENED', jsonb_build_object('once', format('OPENED:%s:%s', p_lot.id, p_lot.round), 'detail', jsonb_build_object('lot', p_lot.id, 'round', p_lot.round)));
   end $$`,
];

const releases = [
  /*
   * Whether the hub may give its part for one kind of envelopes now. p: { tenderId, lotId, envelope }. Gives { outcome, round, closesAt, at, last, before, sealed }: READY, EARLY, RELEASED_BEFORE,
   * OUT_OF_TURN, NOT_JUDGED, NOT_SEALED. The lot stays locked: no deadline moves between this and release_half.
   */
  `create function tendering.ask_release(p jsonb) returns jsonb
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_lot tendering.lot;
     v_round tendering.lot_round;
     v_secret tendering.hub_secret;
     v_envelopes text[];
     v_place integer;
     v_outcome text;
   begin
     select l.* into v_lot from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.id = (p ->> 'lotId')::uuid for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
     select r.* into v_round from tendering.lot_round r where r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.round = v_lot.round;
     select s.* into v_secret from tendering.hub_secret s where s.org_id = v_lot.org_id and s.lot_id = v_lot.id and s.round = v_lot.round;
     select s.envelopes into v_envelopes from tendering.sealing s where s.org_id = v_tender.org_id and s.tender_id = v_tender.id;
     v_place := array_position(v_envelopes, p ->> 'envelope');
     v_outcome := case
       when v_round.confidentiality is distinct from 'SEALED' or v_place is null or v_secret.lot_id is null or v_tender.cancelled_at is not null then 'NOT_SEALED'
       when exists (select from tendering.half_release h where h.org_id = v_lot.org_id and h.lot_id = v_lot.id and h.round = v_lot.round and h.envelope = p ->> 'envelope') then 'RELEASED_BEFORE'
       when v_round.closed_at is null or v_round.closes_at >= clock_timestamp() then 'EARLY'
       when v_place > 1 and not exists (select from tendering.half_release h where h.org_id = v_lot.org_id and h.lot_id = v_lot.id and h.round = v_lot.round and h.envelope = v_envelopes[v_place - 1]) then 'OUT_OF_TURN'
       when v_place > 1 and exists (select from tendering.half_part x left join tendering.envelope_opening o on o.org_id = x.org_id and o.bid_id = x.bid_id and o.envelope = x.envelope
         where x.org_id = v_lot.org_id and x.lot_id = v_lot.id and x.round = v_lot.round and x.envelope = v_envelopes[v_place - 1] and (o.outcome is null or o.outcome = 'OPENED' and o.verdict is null)) then 'NOT_JUDGED'
       else 'READY' end;
     return jsonb_build_object('outcome', v_outcome, 'round', v_lot.round, 'closesAt', ${iso('v_round.closes_at')}, 'at', ${iso('clock_timestamp()')}, 'last', v_place = cardinality(v_envelopes),
       'before', v_envelopes[v_place - 1], 'sealed', case v_outcome when 'READY' then v_secret.sealed end);
   end $$`,
  // Every try that came to nothing stands in the log of the tender. p: { tenderId, lotId, envelope, reason, member, ... }.
  `create function tendering.refuse_release(p jsonb) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
   begin
     perform tendering.log_tender(v_tender, 'OPENING_REFUSED', jsonb_build_object('member', p ->> 'member', 'detail', p - 'member' - 'tenderId'));
   end $$`,
  // p: { tenderId, lotId, envelope, member }: asks again, by the clock of this moment, and writes that it was given. The key says that it happens once.
  `create function tendering.release_half(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_answer jsonb := tendering.ask_release(p);
     v_tender tendering.tender;
   begin
     if v_answer ->> 'outcome' <> 'READY' then return v_answer ->> 'outcome'; end if;
     select t.* into v_tender from tendering.tender t where t.org_id = ${ACTING} and t.id = (p ->> 'tenderId')::uuid;
     insert into tendering.half_release (org_id, tender_id, lot_id, round, envelope, released_at, member_id)
       values (v_tender.org_id, v_tender.id, (p ->> 'lotId')::uuid, (v_answer ->> 'round')::smallint, p ->> 'envelope', clock_timestamp(), (p ->> 'member')::uuid);
     perform tendering.log_tender(v_tender, 'HALF_RELEASED', jsonb_build_object('once', format('RELEASED:%s:%s:%s', p ->> 'lotId', v_answer ->> 'round', p ->> 'envelope'), 'member', p ->> 'member',
       'detail', jsonb_build_object('lot', p ->> 'lotId', 'round', v_answer -> 'round', 'envelope', p ->> 'envelope')));
     return 'RELEASED';
   end $$`,
  // p: { tenderId, lotId, round, envelope, last, parts: [{ bidId, part }] }. With the last envelope the hub's half is destroyed: what it gave no part for stays sealed for ever.
  `create function tendering.keep_parts(p jsonb) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_lot tendering.lot;
   begin
     insert into tendering.half_part (org_id, lot_id, round, envelope, bid_id, part)
       select v_tender.org_id, (p ->> 'lotId')::uuid, (p ->> 'round')::smallint, p ->> 'envelope', n."bidId", n.part from jsonb_to_recordset(p -> 'parts') as n ("bidId" uuid, part text);
     if (p ->> 'last')::boolean then
       update tendering.hub_secret s set sealed = null, spent_at = clock_timestamp() where s.org_id = v_tender.org_id and s.lot_id = (p ->> 'lotId')::uuid and s.round = (p ->> 'round')::smallint;
     end if;
     select l.* into v_lot from tendering.lot l where l.org_id = v_tender.org_id and l.id = (p ->> 'lotId')::uuid;
     perform tendering.settle_opening(v_tender, v_lot);
   end $$`,
];

const results = [
  // p: { tenderId, lotId, envelope, member, openings: [{ bidId, supplierId, outcome, reason, contentKey, body }] }. What was opened stays so; an opening takes the place of a report that it cannot be.
  `create function tendering.record_openings(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_lot tendering.lot;
   begin
     select l.* into v_lot from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.id = (p ->> 'lotId')::uuid for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
     if num_nonnulls(v_lot.awarded_at, v_lot.unsuccessful_at, v_lot.cancelled_at, v_tender.cancelled_at) > 0 then return 'NOT_POSSIBLE'; end if;
     if exists (select from jsonb_to_recordset(p -> 'openings') as n ("bidId" uuid, "supplierId" uuid) where not exists (select from tendering.half_part x
       join tendering.bid_content c on c.bid_id = x.bid_id and c.envelope = x.envelope and c.org_id = n."supplierId"
       where x.org_id = v_lot.org_id and x.lot_id = v_lot.id and x.round = v_lot.round and x.envelope = p ->> 'envelope' and x.bid_id = n."bidId")) then return 'NOT_RELEASED'; end if;
     insert into tendering.envelope_opening as o (org_id, bid_id, envelope, counterparty_id, tender_id, lot_id, round, outcome, reason, content_key, body, opened_at, member_id)
       select v_lot.org_id, n."bidId", p ->> 'envelope', n."supplierId", v_tender.id, v_lot.id, v_lot.round, n.outcome, n.reason, n."contentKey", n.body, clock_timestamp(), (p ->> 'member')::uuid
       from jsonb_to_recordset(p -> 'openings') as n ("bidId" uuid, "supplierId" uuid, outcome text, reason text, "contentKey" text, body text)
       on conflict (org_id, bid_id, envelope) do update set outcome = excluded.outcome, reason = excluded.reason, content_key = excluded.content_key, body = excluded.body, opened_at = excluded.opened_at, member_id = excluded.member_id
         where o.outcome = 'UNOPENABLE' and excluded.outcome = 'OPENED';
     perform tendering.log_tender(v_tender, 'ENVELOPES_OPENED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('lot', v_lot.id, 'round', v_lot.round, 'envelope', p ->> 'envelope',
       'opened', (select count(*) from jsonb_to_recordset(p -> 'openings') as n (outcome text) where n.outcome = 'OPENED'), 'unopenable', (select count(*) from jsonb_to_recordset(p -> 'openings') as n (outcome text) where n.outcome <> 'OPENED'))));
     perform tendering.settle_opening(v_tender, v_lot);
     return 'RECORDED';
   end $$`,
  // p: { tenderId, lotId, bidId, envelope, passed, reason, member }. A verdict stands; after the next envelopes were released there is none any more.
  `create function tendering.judge_envelope(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_lot tendering.lot;
   begin
     select l.* into v_lot from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.id = (p ->> 'lotId')::uuid for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
     if (select s.envelopes[cardinality(s.envelopes)] from tendering.sealing s where s.org_id = v_tender.org_id and s.tender_id = v_tender.id) = p ->> 'envelope' then return 'NOT_POSSIBLE'; end if;
     update tendering.envelope_opening o set verdict = case when (p ->> 'passed')::boolean then 'PASSED' else 'FAILED' end, verdict_reason = p ->> 'reason', judged_at = clock_timestamp()
       where o.org_id = v_lot.org_id and o.lot_id = v_lot.id and o.round = v_lot.round and o.bid_id = (p ->> 'bidId')::uuid and o.envelope = p ->> 'envelope' and o.outcome = 'OPENED' and o.verdict is null;
     if not found then return 'NOT_POSSIBLE'; end if;
     perform tendering.log_tender(v_tender, 'ENVELOPE_JUDGED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('lot', v_lot.id, 'bid', p ->> 'bidId', 'envelope', p ->> 'envelope', 'passed', p -> 'passed')));
     return 'JUDGED';
   end $$`,
  // p: { bidId, envelope, contentKey, body }: the bidder shows by his own key what was in an envelope that was reported as unopenable; the hub has proven it.
  `create function tendering.rebut_opening(p jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_opening tendering.envelope_opening;
   begin
     select o.* into v_opening from tendering.envelope_opening o where o.counterparty_id = ${ACTING} and o.bid_id = (p ->> 'bidId')::uuid and o.envelope = p ->> 'envelope';
     if not found then raise exception using errcode = 'EN404', message = 'no such opening'; end if;
     perform 1 from tendering.lot l where l.org_id = v_opening.org_id and l.id = v_opening.lot_id and num_nonnulls(l.awarded_at, l.unsuccessful_at, l.cancelled_at) = 0 for no key update;
     if not found then return 'NOT_POSSIBLE'; end if;
     update tendering.envelope_opening o set outcome = 'OPENED', reason = null, content_key = p ->> 'contentKey', body = p ->> 'body', opened_at = clock_timestamp(), member_id = null
       where o.org_id = v_opening.org_id and o.bid_id = v_opening.bid_id and o.envelope = v_opening.envelope and o.outcome = 'UNOPENABLE';
     if not found then return 'NOT_POSSIBLE'; end if;
     perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', v_opening.org_id, 'id', v_opening.tender_id)::text);
     return 'OPENED';
   end $$`,
];

const sweeps = [
  // Halves whose deadline is not the one they are armed for, in all organisations.
  `create function tendering.halves_to_arm() returns table (org_id uuid, lot_id uuid, round smallint)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     return query select s.org_id, s.lot_id, s.round from tendering.hub_secret s join tendering.lot_round r on r.org_id = s.org_id and r.lot_id = s.lot_id and r.round = s.round
       where s.spent_at is null and s.armed_for <> r.closes_at limit 1000;
   end $$`,
];
