import { Forbidden } from '../work/refusal.js';
import type { Actor } from './actor.js';

/** Throws Forbidden unless the actor of `work` holds the permission. For verbs that other verbs and jobs call, past any door. */
export function requirePermission(work: { actor: Actor }, permission: string): void {
  if (!work.actor.permissions.has(permission)) throw new Forbidden(permission);
}
