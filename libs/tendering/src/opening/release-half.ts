import { z } from 'zod';
import { type Fault, ok, type Result } from '#libs/kernel';
import { audit, checkInput, NotFound, one, requirePermission, rows, sqlState, type Work } from '#libs/platform';
import { partFor } from '#libs/sealing';
import { closeRound } from '../round/open-bids.js';
import { type ArmedHalf, openHalf, type Seals } from '../sealed/hub-half.js';
import type { Attempt } from '../sealed/open-session.js';
import type { BidEnvelope } from '../sealed/sealing.entity.js';
import { memberOf, outcomeOf } from '../tender/tender.mover.js';
import { tenderById } from '../tender/tender.reader.js';

/** The hub's own clock may stand apart from the database's by this much: a server whose time was put forward opens nothing. */
const clocksApartMsMax = 120_000;

const input = z.strictObject({
  tenderId: z.uuid(),
  lotId: z.uuid(),
  envelope: z.enum(['WHOLE', 'QUALIFICATION', 'TECHNICAL', 'COMMERCIAL']),
});
type Releasing = z.output<typeof input>;

export interface Release {
  lotId: string;
  envelope: BidEnvelope;
  /** Envelopes for which the hub gave its part. */
  envelopes: number;
}
export type ReleaseFault = Fault<
  'OpeningTooEarly' | 'ReleasedBefore' | 'EnvelopeNotNext' | 'OpeningTampered' | 'TenderNotSealed'
>;

/** What the hub itself brings. */
export interface Hub {
  seals: Seals;
  /** Its own clock, in milliseconds; default: that of the process. */
  clock?: () => number;
}

interface Answer {
  outcome: string;
  round: number;
  closesAt: string;
  at: string;
  last: boolean;
  before: BidEnvelope | null;
  sealed: string | null;
}

/**
 * Gives the hub's part of the keys of one kind of envelopes of a lot: once, after its deadline, by the database's clock under the lock of the lot, and only for bids that have
 * passed the envelope before. With the last kind the hub's half is destroyed. Every try that is refused stands in the tender's log.
 * Refusals: OpeningTooEarly, ReleasedBefore, EnvelopeNotNext (the one before is not opened or not judged), OpeningTampered (the deadline, a clock
 * or the half was changed), TenderNotSealed. Throws Forbidden without tender:open, NotFound, BadInput.
 */
export async function releaseHalf(
  work: Work,
  raw: z.input<typeof input>,
  hub: Hub,
): Promise<Result<Attempt<Release, ReleaseFault>, never>> {
  requirePermission(work, 'tender:open');
  const given = checkInput(input, raw);
  const tender = await tenderById(work, given.tenderId);
  if (tender.orgId !== work.actor.orgId) throw new NotFound(`tender ${given.tenderId}`);
  if (tender.confidentiality === 'SEALED' && tender.lots.some(({ id }) => id === given.lotId))
    await closeRound(work, { tenderId: given.tenderId, lotId: given.lotId });
  const answer = await asked(work, given);
  if (answer.outcome !== 'READY') return refused(work, given, { reason: answer.outcome, closesAt: answer.closesAt });
  const place = { orgId: work.actor.orgId, lotId: given.lotId, round: answer.round };
  const half = openHalf(hub.seals, answer.sealed ?? '', place);
  const reason = tamperedBy(half, answer, hub.clock?.() ?? Date.now());
  if (!half || reason) return refused(work, given, { reason: reason ?? 'KEY_UNREADABLE', closesAt: answer.closesAt });

  const outcome = await outcomeOf(work, 'tendering.release_half($1)', [JSON.stringify({ ...given, member: memberOf(work) })]);
  if (outcome !== 'RELEASED') return refused(work, given, { reason: outcome, closesAt: answer.closesAt });
  const parts = await partsFor(work, half, { ...given, ...answer });
  await rows(work, 'select tendering.keep_parts($1)', [
    JSON.stringify({ ...given, round: answer.round, last: answer.last, parts }),
  ]);
  await audit(work, {
    action: 'tender:release-half',
    subject: `tender:${given.tenderId}`,
    detail: { ...given, parts: parts.length },
  });
  return ok({ done: { lotId: given.lotId, envelope: given.envelope, envelopes: parts.length } });
}

/** Why the hub does not believe what the database says; undefined: it does. Moments are texts of one form, in the order of time. */
function tamperedBy(half: ArmedHalf | undefined, { closesAt, at }: Answer, clock: number): string | undefined {
  if (!half) return 'KEY_UNREADABLE';
  if (half.notBefore > closesAt || half.notBefore >= at) return 'DEADLINE_TAMPERED';
  return Math.abs(Date.parse(at) - clock) > clocksApartMsMax ? 'CLOCKS_APART' : undefined;
}

async function asked(work: Work, given: Releasing): Promise<Answer> {
  try {
    const found = await one<{ answer: Answer }>(work, 'select tendering.ask_release($1) as answer', [JSON.stringify(given)]);
    if (!found) throw new Error('a release was not answered');
    return found.answer;
  } catch (error) {
    // As in tender.mover: what the acting organisation does not have.
    if (sqlState(error) === 'EN404') throw new NotFound(`lot ${given.lotId}`);
    throw error;
  }
}

async function refused(
  work: Work,
  given: Releasing,
  why: { reason: string; closesAt: string },
): Promise<Result<Attempt<Release, ReleaseFault>, never>> {
  const { tenderId, lotId, envelope } = given;
  await rows(work, 'select tendering.refuse_release($1)', [
    JSON.stringify({ tenderId, lotId, envelope, ...why, member: memberOf(work) }),
  ]);
  await audit(work, { action: 'tender:release-refused', subject: `tender:${tenderId}`, detail: { lotId, envelope, ...why } });
  return ok({ refused: { ...faultFor(why), path: ['lotId'] } });
}

function faultFor({ reason, closesAt }: { reason: string; closesAt: string }): Omit<ReleaseFault, 'path'> {
  switch (reason) {
    case 'EARLY':
      return { code: 'OpeningTooEarly', values: { closesAt } };
    case 'RELEASED_BEFORE':
      return { code: 'ReleasedBefore' };
    case 'OUT_OF_TURN':
    case 'NOT_JUDGED':
      return { code: 'EnvelopeNotNext', values: { reason } };
    case 'NOT_SEALED':
      return { code: 'TenderNotSealed' };
    default:
      return { code: 'OpeningTampered', values: { reason } };
  }
}

/** Computed this many at a time, so that other requests are served between. */
const partsAtOnce = 100;

/** The hub's part for every bid that counts and has passed the envelope before. */
async function partsFor(
  work: Work,
  half: ArmedHalf,
  { lotId, envelope, round, before }: Releasing & Answer,
): Promise<{ bidId: string; part: string }[]> {
  const found = await rows<{ bidId: string; epk: string }>(
    work,
    `select c.bid_id as "bidId", convert_from(c.sealed, 'UTF8')::json ->> 'epk' as epk from tendering.bid_content c
     join tendering.bid b on b.org_id = c.org_id and b.id = c.bid_id join tendering.lot l on l.org_id = c.counterparty_id and l.id = c.lot_id
     left join tendering.envelope_opening o on o.org_id = c.counterparty_id and o.bid_id = c.bid_id and o.envelope = $4
     where c.counterparty_id = $1 and c.lot_id = $2 and c.round = $3 and c.envelope = $5 and b.withdrawn_at is null and b.tender_version >= l.confirm_from and ($4::text is null or o.verdict = 'PASSED') order by c.bid_id`,
    [work.actor.orgId, lotId, round, before, envelope],
  );
  const parts: { bidId: string; part: string }[] = [];
  for (let at = 0; at < found.length; at += partsAtOnce) {
    const some = found.slice(at, at + partsAtOnce);
    parts.push(...(await Promise.all(some.map(async ({ bidId, epk }) => ({ bidId, part: await partFor(half, epk) })))));
  }
  return parts;
}
