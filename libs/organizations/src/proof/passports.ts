import { Passport } from 'passport';
import { apiKeyStrategy } from '../api-key/api-key.strategy.js';
import { localStrategy } from './local.strategy.js';
import type { PasswordDesk } from './verify-password.js';

/** What a strategy said: the one it knows, or its own words on why not. */
export type Spoken<T> = { known: T } | { known: undefined; info: unknown };

/** The ways of proving who one is, as passport strategies. Without sessions of passport's own: what they prove is exchanged for a token. */
export class Passports {
  private readonly passport = new Passport();

  constructor(desk: PasswordDesk) {
    this.passport.use('local', localStrategy(desk));
    this.passport.use('api-key', apiKeyStrategy(desk.unitOfWork));
  }

  /** Runs one strategy over what it reads from the request. Rejects when it breaks, never because somebody is not known. */
  authenticate<T>(strategy: 'local' | 'api-key', request: object): Promise<Spoken<T>> {
    return new Promise((resolve, reject) => {
      const answer = (error: unknown, known: T | false | null | undefined, info: unknown): void => {
        if (error) reject(error);
        else resolve(known ? { known } : { known: undefined, info });
      };
      const middleware = this.passport.authenticate(strategy, { session: false }, answer);
      middleware(request, {}, (error?: unknown) => reject(error ?? new Error(`the strategy ${strategy} gave no answer`)));
    });
  }
}
