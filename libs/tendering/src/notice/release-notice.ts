import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/kernel';
import { one, type Work } from '#libs/platform';
import { outcomeOf } from '../tender/tender.mover.js';
import { lockTender } from '../tender/tender.reader.js';
import { type NoticeTag, noticeTags } from './notice.stages.js';
import type { PublicTender } from './public-tender.entity.js';
import { publicTender } from './public-tender.reader.js';

/** What a release says of itself, and the state that it publishes. */
export interface Release {
  ocid: string;
  releaseId: string;
  /** RFC 3339. */
  releasedAt: string;
  tags: NoticeTag[];
  tender: PublicTender;
}

interface Releasing {
  tenderId: string;
  /** What the ids of tenders begin with that nobody has released yet. */
  ocidPrefix: string;
  /** The text of a release. Throws when it cannot be written: then nothing is released. */
  write: (release: Release) => string;
}

/**
 * Publishes where a public tender of the acting buyer stands, if that is not what was published last; gives the release, undefined when there was
 * nothing to say: nothing public changed, or the tender is not public. Under the lock of the tender, so each state is released once whoever asks how
 * often; under one lock of all releases, so their moments rise in the order of their commits. Throws NotFound.
 */
export async function releaseNotice(work: Work, { tenderId, ocidPrefix, write }: Releasing): Promise<Release | undefined> {
  const locked = await lockTender(work, tenderId);
  if (!locked.isPublic || locked.publishedAt === null) return undefined;
  const tender = await publicTender(work, locked);
  const digest = createHash('sha256').update(canonicalJson(tender)).digest('hex');
  const last = await lastOf(work, tenderId);
  if (last?.digest === digest) return undefined;
  const ocid = last?.ocid ?? `${ocidPrefix}-${tenderId}`;
  const seq = (last?.seq ?? 0) + 1;
  const release = {
    ...{ ocid, releaseId: `${ocid}-${String(seq).padStart(3, '0')}`, releasedAt: await nextMoment(work), tender },
    tags: noticeTags(last?.facts, tender),
  };
  const outcome = await outcomeOf(work, 'tendering.release_notice($1)', [
    JSON.stringify({
      ...{ tenderId, seq, ocid, digest, releaseId: release.releaseId, tags: release.tags, releasedAt: release.releasedAt },
      ...{ body: write(release), facts: tender, status: tender.status },
      ...{ publishedAt: tender.publishedAt, closesAt: tender.closesAt, words: wordsOf(tender) },
    }),
  ]);
  if (outcome !== 'RELEASED') throw new Error(`a release under the lock of its tender was refused: ${outcome}`);
  return release;
}

interface Last {
  ocid: string;
  seq: number;
  digest: string;
  facts: PublicTender;
}

const lastOf = (work: Work, tenderId: string): Promise<Last | undefined> =>
  one<Last>(
    work,
    'select t.ocid, t.seq, t.digest, t.facts from tendering.public_tender t where t.org_id = $1 and t.tender_id = $2',
    [work.actor.orgId, tenderId],
  );

/** Now, or a millisecond after the last release of all: whoever reads on from a moment misses none. */
async function nextMoment(work: Work): Promise<string> {
  await one(work, `select pg_advisory_xact_lock(hashtext('tendering.notice'))`, []);
  const found = await one<{ at: Date }>(
    work,
    `select greatest(date_trunc('milliseconds', clock_timestamp()), (select max(n.released_at) + interval '1 millisecond' from tendering.notice n)) as at`,
    [],
  );
  if (!found) throw new Error('a clock gives a moment');
  return found.at.toISOString();
}

/** What a search looks through. */
const wordsOf = ({ number, title, buyer, lines }: PublicTender): string =>
  [number, title, buyer.name, ...lines.flatMap((line) => [line.partNumber ?? '', line.description])]
    .join(' ')
    .toLowerCase()
    .slice(0, 20_000);
