import { canonicalJson } from '#libs/kernel';
import type { PublicAward, PublicTender } from './public-tender.entity.js';

/** What a release is about. Source: OCDS 1.1 codelist releaseTag. */
export type NoticeTag =
  | 'tender'
  | 'tenderUpdate'
  | 'tenderCancellation'
  | 'award'
  | 'awardUpdate'
  | 'awardCancellation'
  | 'contract'
  | 'contractTermination';

/** What has come to pass between two public states, all at once when several steps were taken before anybody looked; nothing when nothing changed. */
export function noticeTags(before: PublicTender | undefined, after: PublicTender): NoticeTag[] {
  const tags: [NoticeTag, boolean][] = [
    ['tender', before === undefined],
    ['tenderCancellation', after.status === 'CANCELLED' && before?.status !== 'CANCELLED'],
    ['tenderUpdate', before !== undefined && !same(asked(before), asked(after)) && !isCalledOff(before, after)],
    ...awardTags(before?.awards ?? [], after.awards),
  ];
  return tags.filter(([, holds]) => holds).map(([tag]) => tag);
}

function awardTags(before: readonly PublicAward[], after: readonly PublicAward[]): [NoticeTag, boolean][] {
  const old = new Map(before.map((award) => [award.id, award]));
  const known = after.flatMap((award) => {
    const was = old.get(award.id);
    return was ? [{ was, award }] : [];
  });
  const cancelled = known.filter(({ was, award }) => award.cancelled && !was.cancelled);
  return [
    ['award', known.length < after.length],
    ['awardUpdate', known.some(({ was, award }) => !same({ ...was, cancelled: award.cancelled }, award))],
    ['awardCancellation', cancelled.length > 0],
    ['contract', after.some(({ id, contract, cancelled: off }) => contract !== null && !off && !old.get(id)?.contract)],
    ['contractTermination', cancelled.some(({ award }) => award.contract !== null)],
  ];
}

/** The tender without what came of it. */
const asked = ({ awards: _, ...tender }: PublicTender): object => tender;
const isCalledOff = (before: PublicTender, after: PublicTender): boolean =>
  before.status !== 'CANCELLED' && after.status === 'CANCELLED';
const same = (a: object, b: object): boolean => canonicalJson(a) === canonicalJson(b);
