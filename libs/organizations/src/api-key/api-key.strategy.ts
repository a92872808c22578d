import Strategy from 'passport-custom';
import type { UnitOfWork } from '#libs/platform';
import { apiKeyActor } from './api-key-actor.js';

/** What the strategy reads: the Authorization header, `Bearer ek_...`. */
export interface ApiKeyRequest {
  headers: { authorization?: string | undefined };
}

/** passport's way for machines: gives the actor of the key. */
export function apiKeyStrategy(unitOfWork: UnitOfWork): Strategy {
  return new Strategy((request, done) => {
    const { authorization = '' } = (request as unknown as ApiKeyRequest).headers;
    const text = /^bearer (\S{1,100})$/i.exec(authorization)?.[1] ?? '';
    apiKeyActor(unitOfWork, text).then(
      (actor) => done(null, actor ?? false),
      (error: unknown) => done(error as Error),
    );
  });
}
