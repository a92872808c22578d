import { LRUCache } from 'lru-cache';
import { Unauthenticated } from '../work/refusal.js';
import type { Actor } from './actor.js';
import type { ActorSource, TokenClaims } from './actor-source.port.js';
import type { TokenIssuer } from './token-issuer.js';

/** Tokens remembered per process; an entry has about 1 KiB. */
const cacheMax = 10_000;
/** Milliseconds after which rights are read again even when nobody told of a change. */
const freshMs = 15_000;

/** The notices as the authenticator needs them; `connected` says whether they can be relied on. */
export interface NoticeLine {
  readonly connected: boolean;
  on(topic: string, handler: (notice: RightsNotice) => void): () => void;
}

/** A change of rights: these make cached actors stale. */
export interface RightsNotice {
  topic: string;
  orgId: string;
  id: string;
  /** Notices were lost: everything may have changed. */
  missed?: true;
}

/** The topics that change what a token may do: a session or key, a membership, and everything of an organisation. */
export const rightsTopics = ['session.revoked', 'member.changed', 'role.changed', 'organization.changed'] as const;

interface Known {
  readonly claims: TokenClaims;
  readonly actor: Actor;
  readonly untilMs: number;
}

type Listener = (concerns: (claims: TokenClaims) => boolean) => void;

/**
 * Knows who is behind a token. Verified tokens are cached until they end, at most for 15 s, and dropped when a notice says
 * that session, membership, role or organisation changed; while the line of notices is down nothing is cached.
 */
export class Authenticator {
  private readonly cache = new LRUCache<string, Known>({ max: cacheMax });
  private readonly loading = new Map<string, Promise<Known | undefined>>();
  private readonly listeners = new Set<Listener>();
  private drops = 0;

  constructor(
    private readonly issuer: TokenIssuer,
    private readonly source: ActorSource,
    private readonly line: NoticeLine,
  ) {
    for (const topic of rightsTopics) line.on(topic, (notice) => this.hear(notice));
  }

  /** The actor of an Authorization header when he is known already, without waiting. */
  peek(authorization: string): Actor | undefined {
    if (!this.line.connected) this.forgetAll();
    const known = this.cache.get(authorization);
    if (!known) return undefined;
    if (known.untilMs > Date.now()) return known.actor;
    this.cache.delete(authorization);
    return undefined;
  }

  /** The actor of an Authorization header. Throws Unauthenticated for everything that is not a good bearer token of a live session. */
  async identify(authorization: string): Promise<Actor> {
    return (await this.know(authorization)).actor;
  }

  /** As `identify`, with the claims: for sockets, which outlive a request. */
  async know(authorization: string): Promise<{ actor: Actor; claims: TokenClaims }> {
    if (!this.line.connected) this.forgetAll();
    const cached = this.cache.get(authorization);
    if (cached && cached.untilMs > Date.now()) return cached;
    const under = this.loading.get(authorization) ?? this.load(authorization);
    this.loading.set(authorization, under);
    try {
      const known = await under;
      if (!known) throw new Unauthenticated('token');
      return known;
    } finally {
      this.loading.delete(authorization);
    }
  }

  /** Drops what a notice makes stale, here and in every listener. */
  hear(notice: RightsNotice): void {
    const concerns = concerned(notice);
    if (!concerns) return;
    this.drops += 1;
    this.loading.clear();
    for (const [authorization, { claims }] of this.cache.entries()) if (concerns(claims)) this.cache.delete(authorization);
    for (const listener of this.listeners) listener(concerns);
  }

  /** Calls back with a test on claims whenever rights change; gives the way to stop. */
  onChange(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Forgets everybody: the line was down, so changes may have been missed. */
  forgetAll(): void {
    if (this.cache.size > 0) this.cache.clear();
    this.drops += 1;
  }

  private async load(authorization: string): Promise<Known | undefined> {
    const drops = this.drops;
    const token = /^bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    const claims = token === undefined ? undefined : await this.issuer.verify(token);
    if (!claims) return undefined;
    const actor = await this.source.load(claims);
    // The wall is bound to the actor's organisation: a source that answers with another one is a fault, not a login.
    if (!actor || actor.orgId !== claims.org) return undefined;
    const known = { claims, actor: Object.freeze(actor), untilMs: Math.min(claims.exp * 1000, Date.now() + freshMs) };
    // A change heard while the rights were being read may be newer than they are.
    if (this.line.connected && drops === this.drops) this.cache.set(authorization, known);
    return known;
  }
}

function concerned({ topic, orgId, id, missed }: RightsNotice): ((claims: TokenClaims) => boolean) | undefined {
  if (missed) return () => true;
  if (topic === 'session.revoked') return (claims) => claims.sid === id || claims.sub === id;
  if (topic === 'member.changed') return (claims) => claims.org === orgId && (claims.mem === id || claims.sub === id);
  if (topic === 'role.changed' || topic === 'organization.changed') return (claims) => claims.org === orgId;
  return undefined;
}
