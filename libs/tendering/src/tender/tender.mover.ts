import type { Fault } from '#libs/kernel';
import { NotFound, one, sqlState, type Work } from '#libs/platform';

/** What SQL says when the caller has read an older state (`tendering.hold_tender`). */
const changedMeanwhile = 'EN409';
/** And what it says of what the acting organisation does not see. */
const absent = 'EN404';

/** One call of a function that moves tenders; its outcome, or VERSION_CONFLICT. Throws NotFound. The transaction is lost then: the verb must fail. */
export async function outcomeOf(work: Work, call: string, params: readonly unknown[]): Promise<string> {
  try {
    const answer = await one<{ outcome: string }>(work, `select ${call} as outcome`, params);
    return String(answer?.outcome);
  } catch (error) {
    if (sqlState(error) === changedMeanwhile) return 'VERSION_CONFLICT';
    if (sqlState(error) === absent) throw new NotFound('tender');
    throw error;
  }
}

export const versionConflict: Fault<'VersionConflict'> = { code: 'VersionConflict', path: ['expectedVersion'] };

/** The acting member; null for a program. */
export const memberOf = (work: Pick<Work, 'actor'>): string | null => (work.actor.kind === 'user' ? work.actor.memberId : null);
