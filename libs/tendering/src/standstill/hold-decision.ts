import { v7 as uuid } from 'uuid';
import type { Fault } from '#libs/kernel';
import { requirePermission, type Work } from '#libs/platform';
import { assumedCalendar, calendarFor } from '#libs/supply';
import type { CheckedAward } from '../awarding/award.input.js';
import { madeAward, type NamedAward, type Wanted } from '../awarding/award-products.js';
import type { JudgedLot } from '../judging/evaluation.js';
import { standstillEnd } from '../rules/rule-faults.js';
import { rulePackOf } from '../rules/rule-packs.data.js';
import type { Tender } from '../tender/tender.entity.js';
import { type AwardLetter, knownOf, lettersOf } from './award-letters.js';
import type { AwardPlan } from './standstill.entity.js';

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
    judged.flatMap(({ lot, bids, unread }) => {
      const end = standstillEnd(tender, { now: work.now, calendar, bidders: bids.length + unread.length });
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
  notices: AwardLetter[];
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
  const known = await knownOf(work, { tender, judged: held, awards });
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
      notices: lettersOf(lot, own, known),
    };
  });
}
