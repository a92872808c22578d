import { Strategy, type VerifyFunctionWithRequest } from 'passport-local';
import type { Origin } from './origin.js';
import { type PasswordDesk, verifyPassword } from './verify-password.js';

/** What the strategy reads: the fields of a sign-in and where it comes from. */
export interface LocalRequest {
  body: { email: string; password: string };
  origin: Origin;
}

/** passport's `local`: an e-mail address and a password. Gives the person, or says `Verified` of the try as its info. */
export function localStrategy(desk: PasswordDesk): Strategy {
  const options = { usernameField: 'email', passwordField: 'password', passReqToCallback: true, session: false } as const;
  return new Strategy(options, (...[request, email, password, done]: Parameters<VerifyFunctionWithRequest>) => {
    const { origin } = request as unknown as LocalRequest;
    verifyPassword(desk, { email, password, origin }).then(
      (verified) => (verified.outcome === 'RIGHT' ? done(null, verified.person) : done(null, false, verified as never)),
      (error: unknown) => done(error),
    );
  });
}
