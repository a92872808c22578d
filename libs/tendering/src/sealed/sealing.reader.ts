import { NotFound, one, rows, type Work } from '#libs/platform';
import type { BidEnvelope, EnvelopeOpening, OfficerKey, OpeningSession, ReleasedEnvelope, Sealing } from './sealing.entity.js';

type Reading = Pick<Work, 'tx' | 'actor'>;

/** Envelopes that are read at once. */
export const envelopesMax = 100;

/** How tenders are sealed, in the order of their ids: null where they are not. Shares and rehearsal for the buyer alone. */
export async function sealingsOf(work: Reading, tenderIds: readonly string[]): Promise<(Sealing | null)[]> {
  const found = await rows<Sealing & { tenderId: string }>(
    work,
    `select s.tender_id as "tenderId", s.officers_key as "officersKey", s.threshold, s.envelopes, s.rehearsed_at as "rehearsedAt", case when s.org_id = $1 then s.rehearsal end as rehearsal,
       coalesce((select jsonb_agg(jsonb_build_object('lotId', h.lot_id, 'round', h.round, 'publicKey', h.public_key) order by h.lot_id, h.round) from tendering.hub_half h where h.org_id = s.org_id and h.tender_id = s.tender_id), '[]') as halves,
       coalesce((select jsonb_agg(jsonb_build_object('keyId', x.key_id, 'memberId', k.member_id, 'name', k.name, 'publicKey', k.public_key, 'role', x.role, 'position', x.position, 'sealed', x.sealed) order by x.position, x.role desc)
         from tendering.held_share x join tendering.officer_key k on k.org_id = x.org_id and k.id = x.key_id where x.org_id = $1 and s.org_id = $1 and x.tender_id = s.tender_id), '[]') as holders,
       coalesce((select jsonb_agg(jsonb_build_object('lotId', h.lot_id, 'round', h.round, 'envelope', h.envelope, 'releasedAt', h.released_at) order by h.released_at) from tendering.half_release h
         where h.org_id = $1 and s.org_id = $1 and h.tender_id = s.tender_id), '[]') as releases
     from tendering.sealing s where s.tender_id = any ($2)`,
    [work.actor.orgId, tenderIds],
  );
  return tenderIds.map((id) => found.find(({ tenderId }) => tenderId === id) ?? null);
}

/** How one tender is sealed; null: it is not, or not yet. */
export async function sealingOf(work: Reading, tenderId: string): Promise<Sealing | null> {
  const [sealing = null] = await sealingsOf(work, [tenderId]);
  return sealing;
}

/** Keys of the acting organisation, revoked ones too, the oldest first. */
export function officerKeys(work: Reading): Promise<OfficerKey[]> {
  return rows<OfficerKey>(
    work,
    `select k.id, k.member_id as "memberId", k.name, k.public_key as "publicKey", k.registered_at as "registeredAt", k.revoked_at as "revokedAt" from tendering.officer_key k
     where k.org_id = $1 order by k.registered_at, k.id`,
    [work.actor.orgId],
  );
}

/** Sessions of one tender that are read at once: the last. */
const sessionsMax = 10;
const sessionColumns = `s.id, s.tender_id as "tenderId", s.kind, s.public_key as "publicKey", s.opened_at as "openedAt", s.member_id as "memberId",
       coalesce((select jsonb_agg(jsonb_build_object('keyId', x.key_id, 'position', x.position, 'sealed', x.sealed, 'handedAt', x.handed_at) order by x.position, x.key_id)
         from tendering.handed_share x where x.org_id = s.org_id and x.session_id = s.id), '[]') as shares`;

/** A session of the acting buyer with what was handed in. Throws NotFound. */
export async function openingSession(work: Reading, id: string): Promise<OpeningSession> {
  const found = await one<OpeningSession>(
    work,
    `select ${sessionColumns} from tendering.opening_session s where s.org_id = $1 and s.id = $2`,
    [work.actor.orgId, id],
  );
  if (!found) throw new NotFound(`session ${id}`);
  return found;
}

/** The last sessions of tenders of the acting buyer, the newest first; none for everybody else. */
export async function sessionsOfTenders(work: Reading, tenderIds: readonly string[]): Promise<OpeningSession[][]> {
  const found = await rows<OpeningSession>(
    work,
    `select s.* from unnest($2::uuid[]) as w (id) cross join lateral (select ${sessionColumns} from tendering.opening_session s
       where s.org_id = $1 and s.tender_id = w.id order by s.opened_at desc, s.id limit ${sessionsMax}) s`,
    [work.actor.orgId, tenderIds],
  );
  return tenderIds.map((id) => found.filter(({ tenderId }) => tenderId === id));
}

/** Sealed envelopes of a lot's present round with the hub's part, by bid, the first `skip` left out; only what was released. */
export function releasedEnvelopes(
  work: Reading,
  { lotId, envelope, skip = 0, bidIds }: { lotId: string; envelope: BidEnvelope; skip?: number; bidIds?: readonly string[] },
): Promise<ReleasedEnvelope[]> {
  return rows<ReleasedEnvelope>(
    work,
    `select c.bid_id as "bidId", c.org_id as "supplierId", convert_from(c.sealed, 'UTF8') as sealed, x.part from tendering.half_part x
     join tendering.lot l on l.org_id = x.org_id and l.id = x.lot_id and l.round = x.round
     join tendering.bid_content c on c.counterparty_id = x.org_id and c.lot_id = x.lot_id and c.round = x.round and c.bid_id = x.bid_id and c.envelope = x.envelope
     where x.org_id = $1 and x.lot_id = $2 and x.envelope = $3 and ($4::uuid[] is null or x.bid_id = any ($4)) order by x.bid_id limit ${envelopesMax} offset $5`,
    [work.actor.orgId, lotId, envelope, bidIds ?? null, skip],
  );
}

/** What came out of envelopes of tenders: all for the buyer, his own for a bidder. */
export async function openingsOfTenders(work: Reading, tenderIds: readonly string[]): Promise<EnvelopeOpening[][]> {
  const found = await rows<EnvelopeOpening & { tenderId: string }>(
    work,
    `select o.tender_id as "tenderId", o.bid_id as "bidId", o.counterparty_id as "supplierId", o.lot_id as "lotId", o.round, o.envelope, o.outcome, o.reason, o.body, o.opened_at as "openedAt", o.verdict,
       o.verdict_reason as "verdictReason"
     from tendering.envelope_opening o where (o.org_id = $1 or o.counterparty_id = $1) and o.tender_id = any ($2) order by o.lot_id, o.round, o.bid_id, o.opened_at, o.envelope`,
    [work.actor.orgId, tenderIds],
  );
  return tenderIds.map((id) => found.filter(({ tenderId }) => tenderId === id));
}
