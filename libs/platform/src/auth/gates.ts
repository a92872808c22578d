import { type CustomDecorator, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { Unauthenticated } from '../work/refusal.js';
import type { Actor } from './actor.js';
import { requestContextOf } from './request-context.js';

/** Metadata key of a door's gate; the house test that walks the schema reads it too. */
export const gateKey = 'entrepot:gate';

/** `public`, or the permissions of which the actor needs one; none: being signed in is enough. */
export type Gate = 'public' | readonly string[];

/**
 * Opens a query, mutation, subscription or route to actors who hold one of the permissions (`thing:verb`); without any it
 * is open to every signed-in actor (his own profile, his organisations). A door with neither `@Allow` nor `@Public` stays shut.
 */
export function Allow(...oneOf: string[]): CustomDecorator {
  return SetMetadata(gateKey, oneOf);
}

/** Opens a door to everybody, guests included. The verb behind it checks whatever there is to check. */
export function Public(): CustomDecorator {
  return SetMetadata(gateKey, 'public');
}

/** The actor of the request. Throws Unauthenticated for a guest; on a `@Public()` door ask for `@CurrentActorOrGuest()`. */
export const CurrentActor = createParamDecorator((_: unknown, host: ExecutionContext): Actor => {
  const { actor } = requestContextOf(host);
  if (!actor) throw new Unauthenticated();
  return actor;
});

/** The actor of the request, undefined for a guest. */
export const CurrentActorOrGuest = createParamDecorator((_: unknown, host: ExecutionContext): Actor | undefined => {
  return requestContextOf(host).actor;
});

/** The context of the request (language, loaders, address, cookies), the same object in GraphQL, REST and subscriptions. */
export const CurrentContext = createParamDecorator((_: unknown, host: ExecutionContext) => requestContextOf(host));
