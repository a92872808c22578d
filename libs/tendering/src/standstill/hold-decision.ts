import { v7 as uuid } from 'uuid';
import { type Fault, rounded } from '#libs/kernel';
import { requirePermission, rows, type Work } from '#libs/platform';
import { assumedCalendar, calendarFor } from '#libs/supply';
import type { CheckedAward } from '../awarding/award.input.js';
import { madeAward, type NamedAward, type Wanted } from '../awarding/award-products.js';
import type { JudgedLot } from '../judging/evaluation.js';
import { standstillEnd } from '../rules/rule-faults.js';
import type { NoticeFact } from '../rules/rule-pack.js';
import { rulePackOf } from '../rules/rule-packs.data.js';
import type { Tender } from '../tender/tender.entity.js';
import type { AwardNotice, AwardPlan, NoticedWinner } from './standstill.entity.js';

/** By which calendar periods of a tender are reckoned: the buyer's own as a whole, else Monday to Friday by UTC. */
export const calendarOfBuyer = async (work: Work, orgId: string) =>
  (await calendarFor(work, { orgId, place: '' })) ?? assumedCalendar;

/** Until when decisions of now on these lots wait, by lot; lots whose rules ask for no standstill are absent. */
export async function standstillEnds(
  work: Work,
  tender: Tender,
  judged: readonly JudgedLot[],
): Promise<ReadonlyMap<string, Date>> {
  if (rulePackOf(tender.rulePack).standstill === null) return new Map();
  const calendar = await calendarOfBuyer(work, tender.orgId);
  return new Map(
    judged.flatMap(({ lot, bids }) => {
      const end = standstillEnd(tender, { now: work.now, calendar, bidders: bids.length });
      return end ? [[lot.id, end] as const] : [];
    }),
  );
}

/** A decision that waits, as `tendering.award_lots` takes it. */
export interface HeldDecision {
  id: string;
  lotId: string;
  pack: string;
  statement: string;
  endsAt: Date;
  plan: AwardPlan;
  awards: string[];
  notices: { supplierId: string; body: Omit<AwardNotice, 'supplierId' | 'sentAt'> }[];
}

interface Holding {
  input: CheckedAward;
  tender: Tender;
  judged: readonly JudgedLot[];
  awards: readonly NamedAward[];
  ends: ReadonlyMap<string, Date>;
}

export const statementFaults = ({ lots }: CheckedAward, ends: ReadonlyMap<string, Date>): Fault<'AwardStatementMissing'>[] =>
  lots.flatMap(({ lotId, mode, statement }, i) =>
    mode !== 'NONE' && ends.has(lotId) && !statement
      ? [{ code: 'AwardStatementMissing' as const, path: ['lots', String(i), 'statement'] }]
      : [],
  );

/** The decisions that wait, each with the letters about it and with what comes of it. Throws Forbidden where orders would come of one and the actor may place none. */
export async function heldDecisions(work: Work, { input, tender, judged, awards, ends }: Holding): Promise<HeldDecision[]> {
  const held = judged.filter(({ lot }) => ends.has(lot.id) && awards.some(({ lotId }) => lotId === lot.id));
  if (held.length === 0) return [];
  if (input.makes === 'ORDERS') requirePermission(work, 'order:place');
  const { makes, shipToSiteId, costReference, ncnrAccepted, agreement } = input;
  const wanted: Wanted = { makes, shipToSiteId, costReference, ncnrAccepted, agreement };
  const names = await namesOf(work, awards);
  return held.map((lot) => {
    const own = awards.filter(({ lotId }) => lotId === lot.lot.id);
    return {
      id: uuid(),
      lotId: lot.lot.id,
      pack: tender.rulePack,
      statement: input.lots.find(({ lotId }) => lotId === lot.lot.id)?.statement ?? '',
      endsAt: ends.get(lot.lot.id) ?? work.now,
      plan: { wanted, awards: own.map((award) => madeAward(award, tender)) },
      awards: own.map(({ id }) => id),
      notices: lettersOf(lot, own, { facts: rulePackOf(tender.rulePack).notice.facts, names }),
    };
  });
}

async function namesOf(work: Work, awards: readonly NamedAward[]): Promise<ReadonlyMap<string, string>> {
  const found = await rows<{ id: string; name: string }>(
    work,
    'select o.id, o.name from organizations.organization o where o.id = any ($1)',
    [[...new Set(awards.map(({ compared }) => compared.bid.orgId))]],
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** One letter to everybody whose bid stands: whoever won, his own place, and why his bid was not ranked. */
function lettersOf(
  { bids, evaluation, incomplete }: JudgedLot,
  awards: readonly NamedAward[],
  { facts, names }: { facts: readonly NoticeFact[]; names: ReadonlyMap<string, string> },
): HeldDecision['notices'] {
  const says = (fact: NoticeFact): boolean => facts.includes(fact);
  const won = new Map(awards.map((award) => [award.compared.bid.orgId, award]));
  const winners: NoticedWinner[] = says('WINNER')
    ? [...won].map(([supplierId, { compared, rank }]) => ({
        supplierId,
        name: names.get(supplierId) ?? '',
        rank: says('RANK') ? rank : null,
        amount: says('AMOUNT') && compared.total ? rounded(compared.total, 2) : null,
      }))
    : [];
  return bids.map(({ bid }) => ({
    supplierId: bid.orgId,
    body: {
      outcome: won.has(bid.orgId) ? 'AWARDED' : 'NOT_AWARDED',
      rank: says('RANK') ? (evaluation.ranking.find((one) => one.bid.bidId === bid.id)?.rank ?? null) : null,
      ranked: evaluation.ranking.length,
      refused: [
        ...(evaluation.refused.find(({ bidId }) => bidId === bid.id)?.reasons ?? []).map(({ reason }) => reason),
        ...(incomplete.includes(bid.id) ? ['INCOMPLETE'] : []),
      ],
      winners,
    },
  }));
}
