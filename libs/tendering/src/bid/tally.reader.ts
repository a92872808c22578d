import { rows, type Work } from '#libs/platform';

/** What a list says of a tender besides its terms, each number as far as the acting organisation may know it. */
export interface TenderTally {
  bidders: number | null;
  lotsBid: number;
  lotsToConfirm: number;
  lotsDrafted: number;
  lotsWon: number;
  questionsOpen: number;
  invited: boolean;
  closesNext: Date | null;
}

/**
 * Counts for tenders, in the order of their ids, in one statement. Bidders are counted for the buyer and only where a round lets him read its bids:
 * before the close of a timed tender nobody learns how many there are, so that is null and not 0. The wall of the bids decides.
 */
export async function talliesOf(work: Pick<Work, 'tx' | 'actor'>, ids: readonly string[]): Promise<TenderTally[]> {
  const found = await rows<TenderTally & { id: string }>(
    work,
    `select t.id,
       case when t.org_id = $1 and exists (select from tendering.lot_round r where r.org_id = t.org_id and r.tender_id = t.id and r.bids_from <= clock_timestamp()
           and (r.confidentiality = 'OPEN' or r.closes_at <= clock_timestamp()))
         then (select count(distinct b.org_id)::integer from tendering.bid b where b.counterparty_id = $1 and b.tender_id = t.id and b.withdrawn_at is null) end as bidders,
       coalesce(own.bid, 0) as "lotsBid", coalesce(own.waiting, 0) as "lotsToConfirm",
       (select count(*)::integer from tendering.bid_draft d where d.org_id = $1 and d.tender_id = t.id) as "lotsDrafted",
       (select count(distinct a.lot_id)::integer from tendering.award a where a.counterparty_id = $1 and a.tender_id = t.id and a.cancelled_at is null) as "lotsWon",
       case when t.org_id = $1 then (select count(*)::integer from tendering.question q where q.org_id = $1 and q.tender_id = t.id and q.answered_at is null) else 0 end as "questionsOpen",
       exists (select from tendering.invitation i where i.org_id = t.org_id and i.tender_id = t.id and i.counterparty_id = $1) as invited,
       coalesce((select min(r.closes_at) from tendering.lot l join tendering.lot_round r on r.org_id = l.org_id and r.lot_id = l.id and r.round = l.round
         where l.org_id = t.org_id and l.tender_id = t.id and r.closed_at is null and num_nonnulls(l.awarded_at, l.unsuccessful_at, l.cancelled_at) = 0), t.closes_at) as "closesNext"
     from tendering.tender t left join lateral (
       select count(*)::integer as bid, count(*) filter (where n.tender_version < l.confirm_from)::integer as waiting
       from (select distinct on (b.lot_id) b.lot_id, b.tender_version, b.withdrawn_at from tendering.bid b where b.org_id = $1 and b.tender_id = t.id order by b.lot_id, b.round desc) n
       join tendering.lot l on l.org_id = t.org_id and l.id = n.lot_id where n.withdrawn_at is null) own on true
     where t.id = any ($2)`,
    [work.actor.orgId, ids],
  );
  const nobodys = { bidders: null, lotsBid: 0, lotsToConfirm: 0, lotsDrafted: 0, lotsWon: 0, questionsOpen: 0 };
  return ids.map((id) => found.find((tally) => tally.id === id) ?? { ...nobodys, invited: false, closesNext: null });
}
