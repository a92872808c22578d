import { ok, type Result } from '#libs/kernel';
import { affected, type OutboundClient, OutboundError, type Work } from '#libs/platform';
import type { LinkState } from './content.entity.js';

/** What was found behind a link. */
export interface LinkFound {
  state: LinkState;
  /** Status of HTTP, or the code of what went wrong. */
  status: string;
}

/** Bytes of an answer that are read at most: that something answers is all that is asked. */
const replyBytesMax = 64 * 1024;
const timeoutMs = 10_000;

/**
 * Asks whether something answers at an address, through the guard of everything that goes out: no private addresses, no redirects, bounded
 * time and size. Never throws and never keeps a byte of the answer.
 */
export async function lookBehind(outbound: OutboundClient, link: string): Promise<LinkFound> {
  try {
    const { status } = await outbound.send({ url: link, method: 'GET', timeoutMs, replyBytesMax });
    const state = status < 300 ? 'REACHED' : status < 400 ? 'MOVED' : 'BROKEN';
    return { state, status: String(status) };
  } catch (error) {
    const code = error instanceof OutboundError ? error.code : 'CONNECTION_FAILED';
    // A long answer is an answer.
    if (code === 'REPLY_TOO_LARGE') return { state: 'REACHED', status: '200' };
    return { state: code.endsWith('_REFUSED') ? 'REFUSED' : 'BROKEN', status: code };
  }
}

/** Notes what was found behind a link of the acting organisation, unless the link has changed meanwhile. Gives whether it was noted. */
export async function noteLink(
  work: Work,
  given: { contentId: string; link: string; found: LinkFound },
): Promise<Result<boolean, never>> {
  const { contentId, link, found } = given;
  const noted = await affected(
    work,
    `update catalog.part_content set link_state = $4, link_status = $5, checked_at = transaction_timestamp() where org_id = $1 and id = $2 and link = $3`,
    [work.actor.orgId, contentId, link, found.state, found.status],
  );
  return ok(noted === 1);
}
