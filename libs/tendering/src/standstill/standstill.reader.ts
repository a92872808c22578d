import { one, rows, type Work } from '#libs/platform';
import type { Tender } from '../tender/tender.entity.js';
import type { AwardNotice, AwardPlan, Challenge, Standstill } from './standstill.entity.js';

type Reading = Pick<Work, 'tx' | 'actor'>;
type Row = Standstill & { notices: AwardNotice[]; challenges: Challenge[] };

/** Decisions that wait or waited, of tenders in the order of their ids: for the buyer with every letter and challenge, for a bidder with his own. */
export async function standstillsOf(work: Reading, tenderIds: readonly string[]): Promise<Standstill[][]> {
  const found = await rows<Row>(
    work,
    `select s.org_id as "orgId", s.id, s.tender_id as "tenderId", s.lot_id as "lotId", s.pack, s.statement, s.decided_at as "decidedAt", s.ends_at as "endsAt", s.suspended_at as "suspendedAt",
       s.concluded_at as "concludedAt", s.taken_back_at as "takenBackAt", p.failed_at as "failedAt", p.faults,
       (select jsonb_agg(n.body || jsonb_build_object('supplierId', n.counterparty_id, 'sentAt', n.sent_at) order by n.counterparty_id) from tendering.award_notice n
        where n.org_id = s.org_id and n.standstill_id = s.id and (n.org_id = $1 or n.counterparty_id = $1)) as notices,
       coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'supplierId', c.counterparty_id, 'reason', c.reason, 'madeAt', c.made_at, 'decision', c.decision, 'answer', c.answer, 'decidedAt', c.decided_at)
          order by c.made_at, c.id) from tendering.challenge c where c.org_id = s.org_id and c.standstill_id = s.id and (c.org_id = $1 or c.counterparty_id = $1)), '[]') as challenges
     from tendering.standstill s left join tendering.award_plan p on p.org_id = s.org_id and p.standstill_id = s.id and p.org_id = $1
     where s.tender_id = any ($2) order by s.decided_at, s.id`,
    [work.actor.orgId, tenderIds],
  );
  return tenderIds.map((id) => found.filter(({ tenderId }) => tenderId === id).map(withTimes));
}

/** JSON carries dates as text. */
const withTimes = (row: Row): Standstill => ({
  ...row,
  notices: (row.notices ?? []).map((notice) => ({ ...notice, sentAt: new Date(notice.sentAt) })),
  challenges: row.challenges.map((challenge) => ({
    ...challenge,
    madeAt: new Date(challenge.madeAt),
    decidedAt: challenge.decidedAt && new Date(challenge.decidedAt),
  })),
});

/** Ids of decisions of a tender of the acting buyer that wait now. */
export async function waitingStandstills(work: Reading, { orgId, id }: Pick<Tender, 'orgId' | 'id'>): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    work,
    'select s.id from tendering.standstill s where s.org_id = $1 and s.tender_id = $2 and num_nonnulls(s.concluded_at, s.taken_back_at) = 0',
    [orgId, id],
  );
  return new Set(found.map((row) => row.id));
}

/** Where a decision that the acting organisation reads belongs. */
export async function placeOfStandstill(work: Reading, id: string): Promise<{ orgId: string; tenderId: string } | undefined> {
  return one<{ orgId: string; tenderId: string }>(
    work,
    'select s.org_id as "orgId", s.tender_id as "tenderId" from tendering.standstill s where s.id = $1',
    [id],
  );
}

/** What comes of a decision of the acting buyer, without the awards that were taken back. */
export async function planOf(work: Reading, standstillId: string): Promise<AwardPlan | undefined> {
  const found = await one<{ plan: AwardPlan; standing: string[] }>(
    work,
    `select p.plan, array(select a.id::text from tendering.award a where a.org_id = p.org_id and a.standstill_id = p.standstill_id and a.cancelled_at is null) as standing
     from tendering.award_plan p where p.org_id = $1 and p.standstill_id = $2`,
    [work.actor.orgId, standstillId],
  );
  return found && { ...found.plan, awards: found.plan.awards.filter(({ id }) => found.standing.includes(id)) };
}
