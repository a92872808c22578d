import { canonicalJson } from '#libs/kernel';
import { affected, type Work } from '#libs/platform';
import { isClosed } from '../auction/auction.js';
import type { AuctionFile, Microseconds } from '../auction/auction-file.js';
import { runningAt, wallTime } from '../auction/clock.js';
import { replay } from '../auction/replay.js';
import { turnEnds } from '../auction/rounds.js';
import { auctionChanged, enter } from './auction.acts.js';
import { type AuctionRoom, auctionFileText, publishedAuction } from './auction.reader.js';
import { holdOwnAuction, plan } from './steer-auction.js';

const second: Microseconds = 1_000_000;
/** How often the clock of a running auction says that it runs. */
const beatUs = 15 * second;
/** A clock that stood still for longer is not held against the bidders: two minutes, as ProZorro has it. */
export const graceUs = 120 * second;
/** How long after a standstill the auction goes on, so that bidders come back: five minutes. */
const returnUs = 300 * second;
/** Levels that are shorter pass without a notice of their own: who takes part counts with the server's clock. */
const shownTickUs = 5 * second;

export type AuctionStage = 'WAITS' | 'RUNS' | 'STANDS' | 'PAUSED' | 'RESUMED' | 'SEALED' | 'SETTLED' | 'OVER';

/**
 * What the clock of an auction of the acting buyer has to do now; it may be asked by any process, as often as it likes. Every stage is an entry of the ledger or a row
 * with the auction's key, so none happens twice: PAUSED where nobody ran the clock for longer than the grace, from the last moment that it ran;
 * RESUMED; SEALED after the last close, with the file published; SETTLED by the result replayed from that file. Notes when it looks next.
 */
export async function runAuction(work: Work, input: { auctionId: string }): Promise<AuctionStage> {
  const room = await holdOwnAuction(work, input.auctionId, 'BEAT');
  const { stage, nextUs } = await advanced(work, room);
  await plan(work, room.id, nextUs);
  if (stage !== 'WAITS' && stage !== 'OVER') work.notify(auctionChanged, room.orgId, room.id);
  return stage;
}

interface Advance {
  stage: AuctionStage;
  /** When to look next; null: never again. */
  nextUs: Microseconds | null;
}

async function advanced(work: Work, room: AuctionRoom): Promise<Advance> {
  const { state, atUs } = room;
  if (state.isVoided || room.isOver) return { stage: 'OVER', nextUs: null };
  if (state.sealedAtUs !== undefined) return settled(work, room);
  if (state.clock.pausedSinceUs !== undefined) return stood(work, room);
  if (atUs < state.terms.opensAtUs) return { stage: 'WAITS', nextUs: state.terms.opensAtUs };
  const aliveUs = Math.max(room.beatUs ?? 0, state.terms.opensAtUs, state.lastAtUs);
  if (atUs - aliveUs > graceUs && !isClosed(state, aliveUs)) return pausedFor(work, room, aliveUs);
  if (isClosed(state, atUs)) return sealed(work, room);
  return { stage: 'RUNS', nextUs: nextLook(room) };
}

/** Nobody could count on the clock since then: nothing of that time is lost to anybody. */
async function pausedFor(work: Work, room: AuctionRoom, fromUs: Microseconds): Promise<Advance> {
  const nextUs = room.atUs + returnUs;
  const act = { kind: 'PAUSE', by: 'CLOCK', fromUs, reason: 'CLOCK_STOOD_STILL' } as const;
  must(await enter(work, room, { act, resumesAt: new Date(nextUs / 1000) }));
  return { stage: 'PAUSED', nextUs };
}

async function stood(work: Work, room: AuctionRoom): Promise<Advance> {
  const resumesUs = room.resumesAt === null ? null : room.resumesAt.getTime() * 1000;
  if (resumesUs === null || room.atUs < resumesUs) return { stage: 'STANDS', nextUs: resumesUs };
  must(await enter(work, room, { kind: 'RESUME', by: 'CLOCK' }));
  return { stage: 'RESUMED', nextUs: room.atUs };
}

/** The ledger is closed, and its file published in the same moment; the result comes after it. */
async function sealed(work: Work, room: AuctionRoom): Promise<Advance> {
  must(await enter(work, room, { kind: 'SEAL', by: 'CLOCK' }));
  await keep(work, 'auction_file', { room, body: await auctionFileText(work, room.id) });
  return { stage: 'SEALED', nextUs: room.atUs };
}

async function settled(work: Work, room: AuctionRoom): Promise<Advance> {
  const published = await publishedAuction(work, room.id);
  if (!published) throw new Error(`auction ${room.id} is sealed and has no file`);
  if (published.result !== null) return { stage: 'OVER', nextUs: null };
  const replayed = replay(JSON.parse(published.body) as AuctionFile);
  if (!replayed.ok) throw new Error(`the file of auction ${room.id} cannot be replayed: ${replayed.errors[0]?.code}`);
  await keep(work, 'auction_result', { room, body: canonicalJson(replayed.value) });
  return { stage: 'SETTLED', nextUs: null };
}

const keep = (
  work: Work,
  table: 'auction_file' | 'auction_result',
  { room, body }: { room: AuctionRoom; body: string },
): Promise<number> =>
  affected(
    work,
    `insert into tendering.${table} (org_id, auction_id, body, digest) values ($1, $2, $3, encode(sha256(convert_to($3, 'UTF8')), 'hex'))`,
    [room.orgId, room.id, body],
  );

/** The next moment at which something changes by itself, or the next sign of life, whichever is first. */
function nextLook({ state, atUs }: AuctionRoom): Microseconds {
  const { terms, clock, bidders } = state;
  const runningUs = runningAt(clock, atUs);
  const ends =
    terms.kind === 'ROUNDS'
      ? turnEnds(terms, bidders.length)
      : terms.kind !== 'ENGLISH' && terms.tickUs >= shownTickUs
        ? [terms.opensAtUs + Math.ceil((runningUs + 1 - terms.opensAtUs) / terms.tickUs) * terms.tickUs]
        : [];
  const moments = [...ends, ...state.lines.map(({ closesAtUs }) => closesAtUs)].map((at) => wallTime(clock, at) + 1);
  return Math.min(atUs + beatUs, ...moments.filter((at) => at > atUs));
}

/** What the clock does is always allowed by the rules; where it is not, somebody must look. */
function must(entered: { ok: boolean; errors?: readonly { values?: unknown }[] }): void {
  if (!entered.ok) throw new Error(`the clock of an auction was refused: ${JSON.stringify(entered.errors)}`);
}
