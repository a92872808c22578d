import { Forbidden, type Work } from '#libs/platform';

/** Whose baskets an actor sees: a person his own in this organisation, a key its own. The system has none. */
export function basketOwner(work: Pick<Work, 'actor'>): string {
  const { actor } = work;
  if (actor.kind === 'user') return actor.memberId;
  if (actor.kind === 'apiKey') return actor.keyId;
  throw new Forbidden('baskets belong to members and keys');
}
