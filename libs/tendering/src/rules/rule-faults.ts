import { addDays, type Fault } from '#libs/kernel';
import { instantOf, isWorkingDay, type WorkCalendar, wallClock } from '#libs/supply';
import type { TenderTerms } from '../tender/tender.entity.js';
import { rulePackOf } from './rule-packs.data.js';

/**
 * The last instant of a period in calendar days that begins with the day after an event: the end of its last day on the wall clock of the calendar,
 * and where that is no working day, of the next one. Source: Regulation (EEC, Euratom) 1182/71, Article 3(1), (2)(b) and (4).
 */
export function periodEnd(calendar: WorkCalendar, event: Date, days: number): Date {
  let last = addDays(wallClock(event, calendar.timeZone).date, days);
  // A calendar that never works moves nothing: ten years of holidays are a mistake of its keeper.
  for (let looked = 0; looked < 3660 && !isWorkingDay(calendar, last); looked++) last = addDays(last, 1);
  return instantOf(last, 1440, calendar.timeZone);
}

export type RuleFault = Fault<
  'TenderPeriodTooShort' | 'TenderEnquiriesTooShort' | 'ConfidentialityNotAllowed' | 'TenderMustBePublic'
>;

const dayMs = 86_400_000;

/** What a tender that would be published at `now` breaks of its pack; all at once. */
export function ruleFaults(
  tender: Pick<TenderTerms, 'rulePack' | 'procedure' | 'confidentiality' | 'isPublic' | 'closesAt' | 'questionsCloseAt'>,
  { now, calendar }: { now: Date; calendar: WorkCalendar },
): RuleFault[] {
  const pack = rulePackOf(tender.rulePack);
  const { closesAt, procedure } = tender;
  const faults: RuleFault[] = [];
  const bidding = pack.bidding[procedure];
  if (bidding && closesAt) {
    const earliest = periodEnd(calendar, now, bidding.days);
    if (closesAt < earliest)
      faults.push({
        code: 'TenderPeriodTooShort',
        path: ['closesAt'],
        values: { days: bidding.days, earliest: minuteOf(earliest), source: bidding.source },
      });
  }
  const { allowed, source } = pack.confidentialities;
  if (!allowed.includes(tender.confidentiality))
    faults.push({
      code: 'ConfidentialityNotAllowed',
      path: ['confidentiality'],
      values: { allowed: allowed.join(', '), source },
    });
  if (pack.enquiries && closesAt && procedure !== 'SINGLE_SOURCE') {
    const latest = new Date(closesAt.getTime() - pack.enquiries.days * dayMs);
    // Without a date of their own questions close with the bids.
    if ((tender.questionsCloseAt ?? closesAt) > latest)
      faults.push({
        code: 'TenderEnquiriesTooShort',
        path: ['questionsCloseAt'],
        values: { days: pack.enquiries.days, latest: minuteOf(latest), source: pack.enquiries.source },
      });
  }
  if (pack.openIsPublic && procedure === 'OPEN' && !tender.isPublic)
    faults.push({ code: 'TenderMustBePublic', path: ['isPublic'], values: { source: pack.openIsPublic.source } });
  return faults;
}

/** For people, to the minute. */
const minuteOf = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Until when a decision of `now` waits; null: it does not. `bidders` counts those whose bids stand. */
export function standstillEnd(
  { rulePack, procedure }: Pick<TenderTerms, 'rulePack' | 'procedure'>,
  { now, calendar, bidders }: { now: Date; calendar: WorkCalendar; bidders: number },
): Date | null {
  const { standstill } = rulePackOf(rulePack);
  if (standstill === null || standstill.notFor.includes(procedure)) return null;
  if (standstill.notForSoleBidder && bidders < 2) return null;
  return periodEnd(calendar, now, standstill.days);
}
