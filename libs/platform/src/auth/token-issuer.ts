import type { webcrypto } from 'node:crypto';
import { type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { TokenClaims } from './actor-source.port.js';
import type { TokenKeys } from './token-keys.js';

/** Seconds an access token lives. */
export const accessTokenSeconds = 600;

const audience = 'entrepot';
const issuer = 'entrepot';
/** RFC 9068; keeps a token of another purpose from passing as this one. */
const type = 'at+jwt';
const algorithm = 'EdDSA';
/** A real token has some 500 characters. */
const tokenMax = 2048;

const claimsShape = z.object({
  sub: z.uuid(),
  org: z.uuid(),
  sid: z.uuid(),
  mem: z.union([z.uuid(), z.literal('')]),
  kind: z.enum(['user', 'apiKey']),
  iat: z.number(),
  exp: z.number(),
});

/** Issues and verifies access tokens: JWT, EdDSA only, ten minutes, bound to one organisation. */
export class TokenIssuer {
  constructor(private readonly keys: TokenKeys) {}

  /** A token for these claims and when it ends. */
  async issue(claims: Omit<TokenClaims, 'exp'>): Promise<{ accessToken: string; expiresAt: Date }> {
    const [{ kid, privateKey }] = this.keys;
    const exp = Math.floor(Date.now() / 1000) + accessTokenSeconds;
    const { sub, org, sid, mem, kind } = claims;
    const accessToken = await new SignJWT({ org, sid, mem, kind })
      .setProtectedHeader({ alg: algorithm, typ: type, kid })
      .setSubject(sub)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(exp)
      .sign(privateKey);
    return { accessToken, expiresAt: new Date(exp * 1000) };
  }

  /**
   * The claims of a token that one of our keys signed, that is of this type and for this audience, and that has not ended;
   * undefined for every other text. Keys come from our own list by `kid`; key material in the header is never looked at,
   * and a header with anything but alg, typ and kid is refused.
   */
  async verify(token: string): Promise<TokenClaims | undefined> {
    if (token.length > tokenMax) return undefined;
    try {
      const options = {
        algorithms: [algorithm],
        audience,
        issuer,
        typ: type,
        requiredClaims: ['sub', 'org', 'sid', 'exp', 'iat'],
        maxTokenAge: accessTokenSeconds + 5,
      };
      const { payload } = await jwtVerify(token, ((header: object) => this.keyFor(header)) as JWTVerifyGetKey, options);
      const claims = claimsShape.parse(payload);
      if (claims.exp - claims.iat > accessTokenSeconds + 5) return undefined;
      return claims.kind === 'user' && claims.mem === '' ? undefined : claims;
    } catch {
      return undefined;
    }
  }

  private keyFor(header: object): webcrypto.CryptoKey {
    if (Object.keys(header).some((name) => name !== 'alg' && name !== 'typ' && name !== 'kid')) throw new Error('unknown header');
    const { kid } = header as { kid?: unknown };
    const key = this.keys.find((known) => known.kid === kid);
    if (!key) throw new Error('unknown key');
    return key.publicKey;
  }
}
