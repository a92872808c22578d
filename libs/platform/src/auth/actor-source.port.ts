import type { Actor } from './actor.js';

/** What a verified access token says. `kind` tells a person's session from a machine's key; `sid` is the session or the key. */
export interface TokenClaims {
  /** Person or API key. */
  readonly sub: string;
  readonly org: string;
  readonly sid: string;
  /** The membership; empty for a key. */
  readonly mem: string;
  readonly kind: 'user' | 'apiKey';
  /** Seconds since 1970. */
  readonly exp: number;
}

/** Turns verified claims into an actor with his present rights. Bound by organizations; asked once per token and process, then cached. */
export abstract class ActorSource {
  /** undefined when session, membership, key or organisation is no longer good. */
  abstract load(claims: TokenClaims): Promise<Actor | undefined>;
}
