// An auction file in, the auction's result out, by code that shares nothing with the hub but the shape of the file:
// node dist/test/prove/auction-verifier/verify.js AUCTION.json prints the result, or the number of the first entry that is wrong.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { English } from './verify-english.js';
import { Dutch, Japanese, Rounds } from './verify-others.js';
import { type Game, type Json, sorted, Times } from './verify-parts.js';

const sha = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The result as JSON with sorted keys, or the first entry whose hash or whose act is wrong. */
export function verify(text: string): { result: string } | { wrong: number } {
  const file = JSON.parse(text) as Json;
  const { ledger, ...head } = file;
  let hash = sha(sorted(head));
  let number = 0;
  for (const entry of ledger) {
    number += 1;
    hash = sha(`${hash}\n${sorted({ sequence: number, atUs: entry.atUs, act: entry.act })}`);
    if (entry.hash !== hash || entry.sequence !== number) return { wrong: number };
  }
  const room = new Room(file);
  for (const entry of ledger) if (!room.takes(entry.act, entry.atUs)) return { wrong: entry.sequence };
  return { result: sorted(room.result()) };
}

/** One auction from its first to its last entry. */
export class Room {
  private readonly file: Json;
  private readonly times = new Times();
  private game: Game;
  private number = 0;
  private last = 0;
  private moved = 0;
  private sealed: number | undefined;
  private end: 'VOIDED' | 'AWARDED' | undefined;

  constructor(file: Json) {
    this.file = file;
    this.game = this.begin();
  }

  private begin(): Game {
    const { terms, bidders } = this.file;
    const kinds: Record<string, new (terms: Json, bidders: Json[], moved: number) => Game> = {
      ENGLISH: English,
      ROUNDS: Rounds,
      DUTCH: Dutch,
      JAPANESE: Japanese,
    };
    return new kinds[terms.kind as string]!(terms, bidders, this.moved);
  }

  takes(act: Json, at: number): boolean {
    if (at < this.last || this.end || !this.allowed(act, at)) return false;
    this.number += 1;
    this.last = at;
    return true;
  }

  private allowed(act: Json, at: number): boolean {
    const open = at >= this.file.terms.opensAtUs + this.moved;
    const stopped = this.times.stopped !== undefined;
    const now = this.times.running(at);
    if (act.kind === 'VOID') this.end = 'VOIDED';
    else if (act.kind === 'AWARD') {
      if (this.sealed === undefined || at < this.sealed + this.file.terms.appealUs) return false;
      this.end = 'AWARDED';
    } else if (this.sealed !== undefined) return false;
    else if (act.kind === 'RESUME') return this.times.go(at);
    else if (act.kind === 'RESCHEDULE') {
      if (stopped || open || act.opensAtUs <= at) return false;
      this.moved = act.opensAtUs - this.file.terms.opensAtUs;
      this.game = this.begin();
    } else if (!open) return false;
    else if (act.kind === 'VOID_BID') return this.game.strike(act.sequence, now);
    else if (stopped) return false;
    else if (act.kind === 'PAUSE') return this.pause(act, at);
    else if (act.kind === 'SEAL') {
      if (!this.game.over(now)) return false;
      this.sealed = at;
    } else return this.game.act(act, { number: this.number + 1, at, now });
    return true;
  }

  private pause(act: Json, at: number): boolean {
    const from = act.fromUs;
    if (from < this.last || from > at || (act.by === 'BUYER' && from !== at)) return false;
    if (from < this.file.terms.opensAtUs + this.moved || this.game.over(this.times.running(from))) return false;
    this.times.stop(from);
    return true;
  }

  result(): Json {
    return {
      auctionId: this.file.auctionId,
      outcome: this.end ?? (this.sealed === undefined ? 'UNSEALED' : 'SEALED'),
      lines: this.game.lines().map((line) => ({ ...line, closedAtUs: this.times.wall(line.closedAtUs) })),
    };
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const verified = verify(readFileSync(process.argv[2]!, 'utf8'));
  console.log('result' in verified ? verified.result : `entry ${verified.wrong} is wrong`);
  process.exitCode = 'result' in verified ? 0 : 1;
}
