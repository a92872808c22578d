import { NotFound, one, rows, type Work } from '#libs/platform';
import type {
  Amendment,
  Invitation,
  Lot,
  LotRound,
  Tender,
  TenderDocument,
  TenderEvent,
  TenderLine,
  TenderPrivate,
} from './tender.entity.js';
import { listedRows, type TenderRows } from './tender-rows.reader.js';

type Reading = Pick<Work, 'tx' | 'actor'>;

const dates = `jsonb_build_object('publishedAt', t.published_at, 'tenderCancelledAt', t.cancelled_at, 'cancelledAt', l.cancelled_at, 'awardedAt', l.awarded_at, 'heldAt', l.held_at, 'unsuccessfulAt', l.unsuccessful_at,
  'opensAt', r.opens_at, 'closesAt', r.closes_at, 'closedAt', r.closed_at, 'bidsFrom', r.bids_from)`;
/** The lots of the tender `t` with their rounds and statuses, by the database's clock of this moment. */
const lotsJson = `coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'position', l.position, 'title', l.title, 'round', l.round, 'confirmFrom', l.confirm_from, 'seed', l.seed,
    'awardedAt', l.awarded_at, 'heldAt', l.held_at, 'unsuccessfulAt', l.unsuccessful_at, 'cancelledAt', l.cancelled_at, 'status', tendering.lot_status(${dates}, clock_timestamp()),
    'rounds', coalesce((select jsonb_agg(jsonb_build_object('round', x.round, 'kind', x.kind, 'opensAt', x.opens_at, 'closesAt', x.closes_at, 'closedAt', x.closed_at, 'bidsFrom', x.bids_from,
      'rescheduled', x.rescheduled) order by x.round) from tendering.lot_round x where x.org_id = l.org_id and x.lot_id = l.id), '[]')) order by l.position)
  from tendering.lot l left join tendering.lot_round r on r.org_id = l.org_id and r.lot_id = l.id and r.round = l.round where l.org_id = t.org_id and l.tender_id = t.id), '[]')`;
/** The status of the tender `t`, for lists that are narrowed by it. */
export const statusSql = `tendering.tender_status(t.published_at, t.cancelled_at, array(select tendering.lot_status(${dates}, clock_timestamp())
  from tendering.lot l left join tendering.lot_round r on r.org_id = l.org_id and r.lot_id = l.id and r.round = l.round where l.org_id = t.org_id and l.tender_id = t.id))`;

export const tenderColumns = `t.org_id as "orgId", t.id, t.number, t.title, t.description, t.procedure, t.rule_pack as "rulePack", t.is_public as "isPublic", t.single_reason as "singleReason", t.confidentiality, t.currency, t.rates, t.formula, t.criteria,
  t.quality_min::text as "qualityMin", t.tie_break as "tieBreak", t.low_bid as "lowBid", t.delivery_term as "deliveryTerm", t.payment_days as "paymentDays", t.yearly_rate::text as "yearlyRate",
  t.award_mode as "awardMode", t.shares, t.bids_min as "bidsMin", t.agreement_from::text as "agreementFrom", t.agreement_to::text as "agreementTo", t.auction, t.questions_close_at as "questionsCloseAt", t.closes_at as "closesAt", t.stagger_minutes as "staggerMinutes", t.push_hours as "pushHours",
  t.version, t.edits, t.created_at as "createdAt", t.published_at as "publishedAt", t.cancelled_at as "cancelledAt", t.cancel_reason as "cancelReason", ${lotsJson} as lots, ${statusSql} as status`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Own ones, drafts too; of others what is published and shown to the acting organisation: the wall says which. */
const seen = `(t.org_id = $1 or t.shown <> 'DRAFT')`;

/** Tenders that the acting organisation sees, in the order of their ids given; what it does not see is left out. */
export async function tendersByIds(work: Reading, ids: readonly string[]): Promise<Tender[]> {
  const found = await rows<Tender>(work, `select ${tenderColumns} from tendering.tender t where ${seen} and t.id = any ($2)`, [
    work.actor.orgId,
    ids.filter((id) => uuid.test(id)),
  ]);
  return ids.flatMap((id) => found.find((tender) => tender.id === id.toLowerCase()) ?? []).map(withTimes);
}

/** One tender that the acting organisation sees. Throws NotFound. */
export async function tenderById(work: Reading, id: string): Promise<Tender> {
  const [found] = await tendersByIds(work, [id]);
  if (!found) throw new NotFound(`tender ${id}`);
  return found;
}

/** A tender of the acting buyer, locked until the end of the work. Throws NotFound also for a tender of somebody else. */
export async function lockTender(work: Work, id: string): Promise<Tender> {
  const locked =
    uuid.test(id) &&
    (await one(work, 'select t.id from tendering.tender t where t.org_id = $1 and t.id = $2 for update', [work.actor.orgId, id]));
  if (!locked) throw new NotFound(`tender ${id}`);
  return tenderById(work, id);
}

/** JSON carries dates as text. */
export function withTimes(tender: Tender): Tender {
  return { ...tender, lots: tender.lots.map((lot) => ({ ...lot, ...times(lot, lotTimes), rounds: lot.rounds.map(roundOf) })) };
}

const lotTimes = ['awardedAt', 'heldAt', 'unsuccessfulAt', 'cancelledAt'] as const satisfies readonly (keyof Lot)[];
const roundOf = (round: LotRound): LotRound => ({ ...round, ...times(round, ['opensAt', 'closesAt', 'closedAt', 'bidsFrom']) });

function times<T, K extends keyof T>(thing: T, names: readonly K[]): Pick<T, K> {
  const pairs = names.map((name) => [name, thing[name] === null ? null : new Date(String(thing[name]))]);
  return Object.fromEntries(pairs) as Pick<T, K>;
}

/** The lines of tenders, by lot and position; the buyer's own targets for himself alone. */
export async function linesOfTenders(work: Reading, ids: readonly string[]): Promise<TenderLine[][]> {
  const found = await rows<TenderLine & { tenderId: string }>(
    work,
    `select l.tender_id as "tenderId", l.id, l.lot_id as "lotId", l.position, l.number, l.part_id as "partId", l.part_number as "partNumber", l.description, l.quantity::text, l.unit, l.need_by::text as "needBy",
       l.ship_to as "shipTo", l.alternates_allowed as "alternatesAllowed", l.revision, l.target::text, l.target_basis::text as "targetBasis", p.target::text as "ownTarget", p.target_basis::text as "ownTargetBasis",
       l.dropped_in as "droppedIn"
     from tendering.tender_line l join tendering.lot o on o.org_id = l.org_id and o.id = l.lot_id and o.tender_id = any ($2) left join tendering.line_private p on p.org_id = l.org_id and p.line_id = l.id and p.org_id = $1
     where l.tender_id = any ($2) order by o.position, l.position`,
    [work.actor.orgId, ids],
  );
  return ids.map((id) => found.filter(({ tenderId }) => tenderId === id));
}

/** The lines of one tender. */
export async function linesOf(work: Reading, { id }: Pick<Tender, 'id'>): Promise<TenderLine[]> {
  const [lines = []] = await linesOfTenders(work, [id]);
  return lines;
}

/** What the buyer alone knows of his tenders; undefined for those of others. */
export async function tenderPrivates(work: Reading, ids: readonly string[]): Promise<(TenderPrivate | undefined)[]> {
  const found = await rows<TenderPrivate & { id: string }>(
    work,
    `select p.tender_id as id, p.internal_note as "internalNote", p.cost_reference as "costReference", p.budget::text, p.ship_to_site as "shipToSite", p.source
     from tendering.tender_private p where p.org_id = $1 and p.tender_id = any ($2)`,
    [work.actor.orgId, ids],
  );
  return ids.map((wanted) => found.find(({ id }) => id === wanted));
}

/** Versions of tenders, the first first. */
export const amendmentRows: TenderRows<Amendment> = {
  name: 'amendments',
  columns: 'a.version, a.reason, a.changes, a.confirm, a.made_at as "madeAt", a.closes_at as "closesAt"',
  from: 'tendering.amendment a',
  tender: 'a.tender_id',
  order: [{ sql: 'a.version', cast: 'bigint' }],
  latest: true,
  of: (row: Amendment) => row,
};

/** Those of tenders, the last 100 of each. */
export const amendmentsOf = (work: Reading, ids: readonly string[]): Promise<Amendment[][]> =>
  listedRows(work, amendmentRows, ids);

/** Documents of tenders, the first first. */
export async function documentsOf(work: Reading, ids: readonly string[]): Promise<TenderDocument[][]> {
  const found = await rows<TenderDocument & { tenderId: string }>(
    work,
    `select d.tender_id as "tenderId", d.id, d.title, d.name, d.sha256, d.size::integer, d.media_type as "mediaType", d.version, d.added_at as "addedAt" from tendering.tender_document d
     where d.tender_id = any ($1) order by d.added_at, d.id`,
    [ids],
  );
  return ids.map((id) => found.filter(({ tenderId }) => tenderId === id));
}

/**
 * Who was invited: all of them for the buyer, only himself for a supplier. Who declined and bids after all reads so at once; the buyer when he
 * may know of the bid.
 */
export const invitationRows: TenderRows<Invitation> = {
  name: 'invitations',
  columns: `i.counterparty_id as "supplierId", i.invited_at as "invitedAt", case when not o.bids then i.declined_at end as "declinedAt", case when not o.bids then i.decline_reason end as "declineReason"`,
  from: `tendering.invitation i cross join lateral (select i.counterparty_id = $1 and exists (
    select from tendering.bid b where b.org_id = $1 and b.counterparty_id = i.org_id and b.tender_id = i.tender_id and b.withdrawn_at is null) as bids) o`,
  tender: 'i.tender_id',
  where: '(i.org_id = $1 or i.counterparty_id = $1)',
  order: [
    { sql: 'i.invited_at', cast: 'timestamptz' },
    { sql: 'i.counterparty_id', cast: 'uuid' },
  ],
  of: (row: Invitation) => row,
};

/** Those of tenders, the first 100 of each. */
export const invitationsOf = (work: Reading, ids: readonly string[]): Promise<Invitation[][]> =>
  listedRows(work, invitationRows, ids);

/** The log of tenders of the acting buyer, in its order; nothing of others. */
export const eventRows: TenderRows<TenderEvent> = {
  name: 'events',
  columns: 'e.seq, e.kind, e.at, e.member_id as "memberId", e.detail',
  from: 'tendering.tender_event e',
  tender: 'e.tender_id',
  where: 'e.org_id = $1',
  order: [{ sql: 'e.seq', cast: 'bigint' }],
  latest: true,
  of: (row: TenderEvent) => row,
};

/** The last 100 of each. */
export const tenderEventsOf = (work: Reading, ids: readonly string[]): Promise<TenderEvent[][]> =>
  listedRows(work, eventRows, ids);
