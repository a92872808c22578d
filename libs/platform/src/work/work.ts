import type { EntityManager } from 'typeorm';
import type { Actor, GuestActor } from '../auth/actor.js';

/** What happened, past tense, ids only: subscribers read the rest behind their own wall. */
export interface DomainEvent {
  /** Wire name with its version: `order.placed.v1`. */
  readonly wire: string;
  readonly payload: { readonly orgId: string; readonly id: string; readonly seq?: number } & {
    readonly [name: string]: string | number | undefined;
  };
}

/** One transaction of one actor: handed explicitly to every verb and reader, never found in the air. */
export interface Work {
  readonly actor: Actor;
  /** The database's transaction time: the one clock. */
  readonly now: Date;
  readonly tx: EntityManager;
  /** Becomes one job per subscriber when, and only when, the work is committed. */
  emit(event: DomainEvent): void;
  /** A hint to all processes after the commit (`stock.changed`): listeners re-read, they trust no content. */
  notify(topic: string, orgId: string, id: string): void;
}

/** A transaction without an organisation: no walled table shows a row, only definer functions answer (signing in, a forgotten password). */
export interface GuestWork {
  readonly actor: GuestActor;
  readonly now: Date;
  readonly tx: EntityManager;
  notify(topic: string, orgId: string, id: string): void;
}
