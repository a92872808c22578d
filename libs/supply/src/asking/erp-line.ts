import { type OutboundClient, OutboundError, type Reply } from '#libs/platform';
import type { AskedFigure, AskedOffer, AskingOutcome, AskingProblem, AskingProfile } from './asking.js';
import { everyPlace } from './asking.js';
import { readReply, writeRequest } from './read-reply.js';

/** A reply names at most so many bytes: 10,000 figures of 100 bytes would be a mistake of the ERP. */
const replyBytesMax = 512 * 1024;

/** What came of one call. */
export interface CallEnd {
  outcome: AskingOutcome;
  status: number | null;
  ms: number;
  figures: AskedFigure[];
  problems: AskingProblem[];
}

/** One call to the ERP of a profile, by the only way out. Never throws: whatever goes wrong is an outcome. The secret is sent and never kept. */
export async function callErp(
  outbound: OutboundClient,
  profile: AskingProfile,
  { offers, secret }: { offers: readonly AskedOffer[]; secret: string | undefined },
): Promise<CallEnd> {
  const began = performance.now();
  const location = profile.location === everyPlace ? undefined : profile.location;
  const end = (outcome: AskingOutcome, more: Partial<CallEnd> = {}): CallEnd => ({
    outcome,
    status: null,
    figures: [],
    problems: [],
    ...more,
    ms: Math.round(performance.now() - began),
  });
  let reply: Reply;
  try {
    reply = await outbound.send({
      url: profile.url,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(profile.header && secret ? { [profile.header.toLowerCase()]: secret } : {}),
      },
      body: writeRequest(profile.mapping, offers, location),
      timeoutMs: profile.timeoutMs,
      replyBytesMax,
      plainHttp: true,
    });
  } catch (error) {
    return end(outcomeOf(error));
  }
  const { status } = reply;
  // A redirect is an answer like any other that is none: it is never followed.
  if (status < 200 || status > 299) return end('STATUS', { status });
  const { figures, problems, readable } = readReply(profile.mapping, reply.body, { offers, location, now: new Date() });
  return end(readable ? 'ANSWERED' : 'GARBAGE', { status, figures, problems });
}

function outcomeOf(error: unknown): AskingOutcome {
  if (!(error instanceof OutboundError)) return 'UNREACHABLE';
  if (error.code === 'TIMEOUT') return 'TIMEOUT';
  if (error.code === 'REPLY_TOO_LARGE') return 'TOO_LARGE';
  return error.code.endsWith('_REFUSED') ? 'REFUSED' : 'UNREACHABLE';
}
