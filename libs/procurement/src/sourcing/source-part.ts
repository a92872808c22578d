import { z } from 'zod';
import { type Alternative, alternativesOf, saleBlocks } from '#libs/catalog';
import { type DecimalText, isPositiveDecimal, type LocalDate } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import {
  assumedCalendar,
  availabilityOf,
  calendarsOf,
  givePromises,
  type PartCandidate,
  type PromiseInput,
  type RepairTerms,
  unitTermsOf,
  type WorkCalendar,
  wallClock,
} from '#libs/supply';
import { daysLater } from '../rotable/rotable.rules.js';
import { byWorth, repairWayOf, type Way, wayOf } from './way.rules.js';

const input = z
  .strictObject({
    partId: z.uuid().nullish(),
    number: z.string().trim().min(1).max(70).nullish(),
    manufacturer: z.string().trim().min(1).max(120).nullish(),
    quantity: z.string().refine(isPositiveDecimal, 'a decimal above zero'),
    shipTo: z.uuid(),
    needAt: z.coerce.date(),
    /** Conditions that will do; all when absent. */
    conditions: z.array(z.string().min(1).max(10)).max(20).nullish(),
    alternates: z.boolean().default(true),
    /** Where it shall be fitted: what is limited to another model, serial number, modification or fleet is no way. */
    application: z
      .strictObject({
        model: z.string().trim().min(1).max(40).nullish(),
        msn: z.int().min(0).max(2_000_000_000).nullish(),
        modifications: z.array(z.string().trim().min(1).max(60)).max(50).nullish(),
        fleet: z.string().trim().min(1).max(60).nullish(),
      })
      .nullish(),
  })
  .refine((given) => (given.partId == null) !== (given.number == null), 'give partId or number, not both');

export type SourcePartInput = z.input<typeof input>;

/** The ways that were found, the best first, or the reason why the number leads to no part. */
export interface Sourcing {
  quantity: DecimalText;
  needBy: LocalDate;
  ways: Way[];
  problem: { code: string; choices: readonly PartCandidate[] } | null;
}

/** Alternates looked at beside the part itself. */
const alternatesMax = 50;

/**
 * The ways to get an airworthy part to a place by a time, ranked: the part itself, unless it is not sold any more, and single parts that
 * may stand in on links whose word counts for the acting buyer, from every supplier and place that shows them to him, in every condition
 * that will do, as exchange or to be repaired, each with price, dated promise and risks. Alternates are judged by the application, when it is
 * given; those that are qualified, or of which too little is known, are shown and marked. A day counts until it ends in UTC. Nothing is held: a way is reserved by the id of its promise or
 * asked for by raiseUrgent; one in exchange is ordered with the core that its offer names, a unit of one's own is sent by orderRepair.
 * Throws Forbidden without price:read, BadInput.
 */
export async function sourcePart(work: Work, given: SourcePartInput): Promise<Sourcing> {
  requirePermission(work, 'price:read');
  const asked = checkInput(input, given);
  const needBy = asked.needAt.toISOString().slice(0, 10);
  const { quantity } = asked;
  const named = asked.partId
    ? { partId: asked.partId }
    : { number: asked.number ?? '', manufacturer: asked.manufacturer ?? null };
  const [first] = await availabilityOf(work, { lines: [{ ...named, quantity, needBy }] });
  const partId = asked.partId ?? first?.offers[0]?.offer.partId ?? null;
  const places = partId ? await partsThatDo(work, partId, asked) : [];
  const ways = places.length > 0 ? await waysTo(work, places, { quantity, needBy, shipTo: { siteId: asked.shipTo } }) : [];
  const wanted = ways.filter(
    ({ condition }) => asked.conditions == null || (condition !== null && asked.conditions.includes(condition)),
  );
  const problem = ways.length === 0 && first?.problem ? first.problem : null;
  return { quantity, needBy, ways: wanted.sort(byWorth), problem };
}

/** A part to look for, and why another one than asked. */
interface Place {
  partId: string;
  alternate: Alternative | null;
}

/** The part itself unless class V ended its sale, then what may stand in for it. A set is several parts: no single way leads to it. */
async function partsThatDo(
  work: Work,
  partId: string,
  { alternates, application }: Pick<z.output<typeof input>, 'alternates' | 'application'>,
): Promise<Place[]> {
  const blocked = await saleBlocks(work, [partId]);
  const question = { partId, ...application, consentQualified: true, first: alternatesMax };
  const [found = []] = alternates ? await alternativesOf(work, [question]) : [];
  return [
    ...(blocked.length === 0 ? [{ partId, alternate: null }] : []),
    ...found.flatMap((alternate) => {
      const [first, second] = alternate.parts;
      return first && !second ? [{ partId: first.partId, alternate }] : [];
    }),
  ];
}

async function waysTo(
  work: Work,
  places: readonly Place[],
  asked: { quantity: DecimalText; needBy: LocalDate; shipTo: PromiseInput['shipTo'] },
): Promise<Way[]> {
  const { quantity, needBy, shipTo } = asked;
  const lines = places.map(({ partId }) => ({ partId, quantity, needBy }));
  const answers = await availabilityOf(work, { lines });
  const promised = await givePromises(work, { lines, shipTo });
  const found = answers.flatMap(({ offers }) => offers.map(({ offer }) => offer.id));
  const terms = await unitTermsOf(work, found);
  const unitsOf = new Map(found.map((id, i) => [id, terms[i] ?? { exchange: null, repair: null }]));
  const calendars = await calendarsOf(
    work,
    answers.flatMap(({ offers }) => offers.flatMap(({ offer }) => (unitsOf.get(offer.id)?.repair ? offer.supplierId : []))),
  );
  const ways: Way[] = [];
  for (const [line, { partId, alternate }] of places.entries())
    for (const answer of answers[line]?.offers ?? []) {
      const units = unitsOf.get(answer.offer.id) ?? { exchange: null, repair: null };
      const promise = promised[line]?.promises.find(({ offerId }) => offerId === answer.offer.id);
      if (promise) ways.push(...wayOf({ answer, promise, alternate, needBy, partId, units }));
      if (units.repair) {
        const readyOn = readyDay(work.now, calendars.get(answer.offer.supplierId) ?? assumedCalendar, units.repair);
        ways.push(...repairWayOf({ answer, alternate, needBy, partId, units }, { quantity, readyOn }));
      }
    }
  return ways;
}

/** When a unit that reached the shop today is on its way back at the latest; a quote is approved at once. */
function readyDay(now: Date, calendar: WorkCalendar, { pricing, quoteDays, turnDays, dayKind }: RepairTerms): LocalDate {
  const end = daysLater(calendar, now, { days: turnDays + (pricing === 'QUOTE' ? quoteDays : 0), dayKind });
  return wallClock(new Date(end.getTime() - 1), calendar.timeZone).date;
}
