/** What an organisation does on the hub; a person acts with the roles of the organisation signed in to. */
export type OrganizationRole = 'SUPPLIER' | 'BUYER' | 'OPERATOR';

/** A person who signed in to one organisation. */
export interface UserActor {
  readonly kind: 'user';
  readonly orgId: string;
  readonly userId: string;
  readonly memberId: string;
  readonly sessionId: string;
  readonly permissions: ReadonlySet<string>;
  readonly roles: readonly OrganizationRole[];
  /** An operator behind broken glass: whatever his rights, his units of work are read only. */
  readonly eyesOnly?: boolean;
}

/** A program of one organisation, acting with the permissions its key was given. */
export interface ApiKeyActor {
  readonly kind: 'apiKey';
  readonly orgId: string;
  readonly keyId: string;
  readonly permissions: ReadonlySet<string>;
  readonly roles: readonly OrganizationRole[];
}

/** The hub itself, working for one organisation from a job: made by `systemActor`, holds every permission. */
export interface SystemActor {
  readonly kind: 'system';
  readonly orgId: string;
  readonly permissions: Pick<ReadonlySet<string>, 'has'>;
}

/** Who acts, and for which organisation. Verified once at the edge (token, key, job) and never taken from arguments. */
export type Actor = UserActor | ApiKeyActor | SystemActor;

/** Somebody not signed in. A guest is bound to no organisation, so every walled table is empty to him. */
export interface GuestActor {
  readonly kind: 'guest';
}

/** Whether the actor may look and nothing else. */
export function hasEyesOnly(actor: Actor | GuestActor): boolean {
  return actor.kind === 'user' && actor.eyesOnly === true;
}

const everyPermission = Object.freeze({ has: () => true });

/** The hub acting for an organisation. Only jobs and the hub's own start make one, never a request. */
export function systemActor(orgId: string): SystemActor {
  return { kind: 'system', orgId, permissions: everyPermission };
}

/** Names the actor within its organisation: member, key, or the system. For idempotency keys and the audit trail. */
export function actorKey(actor: Actor): string {
  if (actor.kind === 'user') return `member:${actor.memberId}`;
  return actor.kind === 'apiKey' ? `key:${actor.keyId}` : 'system';
}
