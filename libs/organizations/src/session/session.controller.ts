import { Controller, Headers } from '@nestjs/common';
import { z } from 'zod';
import { CurrentContext, Handles, RequestContext, route, TokenIssuer, Unauthenticated, UnitOfWork } from '#libs/platform';
import { exchangeApiKey, type KeyToken } from '../api-key/exchange-api-key.js';
import { Passports } from '../proof/passports.js';
import { dropSession, keepSession, refreshTokenOf } from './cookies.js';
import { refreshSession } from './refresh-session.js';
import { signOut } from './sign-out.js';

const tokenFields = { accessToken: z.string(), expiresAt: z.string() };

const refreshRoute = route({
  method: 'POST',
  path: '/api/v1/session/refresh',
  summary: 'Exchanges the refresh cookie for a new access token',
  description: 'The cookie is renewed too. One that is sent again after more than ten seconds ends the whole session.',
  allow: 'public',
  answers: {
    200: {
      description: 'A new access token.',
      schema: z.object({
        ...tokenFields,
        organization: z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()) }),
      }),
    },
    401: { description: 'There is no session; sign in.' },
  },
});

const tokenRoute = route({
  method: 'POST',
  path: '/api/v1/session/token',
  summary: 'Exchanges an API key for an access token',
  description: 'The key comes as `Authorization: Bearer ek_...`; the token lives ten minutes.',
  allow: 'public',
  answers: {
    200: {
      description: 'An access token.',
      schema: z.object({ ...tokenFields, organizationId: z.string(), permissions: z.array(z.string()) }),
    },
    401: { description: 'The key is not good.' },
  },
});

const endRoute = route({
  method: 'POST',
  path: '/api/v1/session/end',
  summary: 'Ends the session of the refresh cookie',
  description: 'For a browser whose access token has ended already; otherwise the mutation signOut does it.',
  allow: 'public',
  answers: { 204: { description: 'There is no session any more.' } },
});

/** What a refreshed browser learns. */
interface Refreshed {
  accessToken: string;
  expiresAt: string;
  organization: { id: string; name: string; roles: string[] };
}

/** The session routes: where the cookie goes, and where machines get their tokens. */
@Controller()
export class SessionController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: TokenIssuer,
    private readonly passports: Passports,
  ) {}

  @Handles(refreshRoute)
  async refresh(@CurrentContext() ctx: RequestContext): Promise<Refreshed> {
    try {
      const signedIn = await refreshSession({ unitOfWork: this.unitOfWork, tokens: this.tokens }, refreshTokenOf(ctx));
      keepSession(ctx, signedIn);
      const { id, name, roles } = signedIn.organization;
      return {
        accessToken: signedIn.accessToken,
        expiresAt: signedIn.expiresAt.toISOString(),
        organization: { id, name, roles },
      };
    } catch (error) {
      if (error instanceof Unauthenticated) dropSession(ctx);
      throw error;
    }
  }

  @Handles(tokenRoute)
  async token(
    @Headers('authorization') authorization: string | undefined,
  ): Promise<Omit<KeyToken, 'expiresAt'> & { expiresAt: string }> {
    const token = await exchangeApiKey({ passports: this.passports, tokens: this.tokens }, authorization);
    return { ...token, expiresAt: token.expiresAt.toISOString() };
  }

  @Handles(endRoute)
  async end(@CurrentContext() ctx: RequestContext): Promise<void> {
    await signOut(this.unitOfWork, { actor: undefined, refreshToken: refreshTokenOf(ctx) });
    dropSession(ctx);
  }
}
