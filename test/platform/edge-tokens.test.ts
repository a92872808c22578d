import { createHmac, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadTokenKeys, rotateTokenKeys, TokenIssuer, type TokenKeys } from '#libs/platform';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';
import { probeRoom } from '../support/probe-room.js';
import { until } from '../support/until.js';

let hub: TestHub;
let second: TestHub;
let reader: SignedIn;
let keys: TokenKeys;

beforeAll(async () => {
  hub = await startTestHub({ rooms: [probeRoom] });
  second = await startTestHub({ rooms: [probeRoom], db: hub.db, dataDir: hub.dataDir, actors: hub.actors });
  reader = await hub.signedIn({ permissions: ['probe:read'] });
  keys = await loadTokenKeys(path.join(hub.dataDir, 'keys/token.json'));
});
afterAll(async () => {
  await second.close();
  await hub.close();
});

const encode = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);
const foreign = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A token made by hand: right in everything but what the case changes. */
async function forged(change: {
  header?: object;
  claims?: object;
  by?: (input: string) => Promise<string> | string;
  drop?: string[];
}): Promise<string> {
  const header = { alg: 'EdDSA', typ: 'at+jwt', kid: keys[0].kid, ...change.header };
  const claims: Record<string, unknown> = {
    org: reader.claims.org,
    sid: reader.claims.sid,
    mem: reader.claims.mem,
    kind: 'user',
    sub: reader.claims.sub,
    iss: 'entrepot',
    aud: 'entrepot',
    iat: now(),
    exp: now() + 600,
    ...change.claims,
  };
  for (const name of change.drop ?? []) delete claims[name];
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${await (change.by ?? ours)(input)}`;
}

/** Signed by the hub's own key: what is refused then is refused for its content. */
async function ours(input: string): Promise<string> {
  const { subtle } = globalThis.crypto;
  return Buffer.from(await subtle.sign({ name: 'Ed25519' }, keys[0].privateKey, Buffer.from(input))).toString('base64url');
}

const theirs = (input: string) => sign(null, Buffer.from(input), foreign.privateKey).toString('base64url');
const hmac = (secret: string | Buffer) => (input: string) => createHmac('sha256', secret).update(input).digest('base64url');

describe('40 forged tokens', () => {
  it('and not one is accepted, by either hub', async () => {
    const publicJwk = (await globalThis.crypto.subtle.exportKey('jwk', keys[0].publicKey)) as { x: string };
    const publicPem = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicJwk.x }, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    });
    const foreignJwk = foreign.publicKey.export({ format: 'jwk' });
    const good = (await hub.services.tokens.issue(reader.claims)).accessToken;
    const [head = '', body = '', signature = ''] = good.split('.');
    const swapped = encode({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), org: randomUUID() });
    const tokens = [
      await forged({ header: { alg: 'none' }, by: () => '' }),
      await forged({ header: { alg: 'None' }, by: () => '' }),
      await forged({ header: { alg: 'NONE' } }),
      await forged({ header: { alg: 'none' } }),
      await forged({ header: { alg: 'HS256' }, by: hmac(publicPem) }),
      await forged({ header: { alg: 'HS256' }, by: hmac(Buffer.from(publicJwk.x, 'base64url')) }),
      await forged({ header: { alg: 'HS256' }, by: hmac(publicJwk.x) }),
      await forged({ header: { alg: 'HS256' }, by: hmac('') }),
      await forged({
        header: { alg: 'RS256' },
        by: (input) => sign('sha256', Buffer.from(input), rsa.privateKey).toString('base64url'),
      }),
      await forged({
        header: { alg: 'ES256' },
        by: (input) =>
          sign('sha256', Buffer.from(input), { key: ec.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
      }),
      await forged({ by: theirs }),
      await forged({ header: { jwk: foreignJwk }, by: theirs }),
      await forged({ header: { jwk: foreignJwk, kid: undefined }, by: theirs }),
      await forged({ header: { jku: 'https://evil.example/keys' }, by: theirs }),
      await forged({ header: { x5u: 'https://evil.example/cert' }, by: theirs }),
      await forged({ header: { x5c: ['MIIB'] }, by: theirs }),
      await forged({ header: { kid: '../../../../dev/null' }, by: hmac('') }),
      await forged({ header: { kid: "' or 1=1 --" }, by: theirs }),
      await forged({ header: { kid: 'unknown' } }),
      await forged({ header: { kid: undefined } }),
      await forged({ header: { kid: ['a'] } }),
      await forged({ header: { crit: ['exp'] } }),
      await forged({ header: { b64: false, crit: ['b64'] } }),
      await forged({ header: { typ: 'JWT' } }),
      await forged({ header: { typ: 'refresh+jwt' } }),
      await forged({ header: { typ: undefined } }),
      await forged({ claims: { aud: 'other' } }),
      await forged({ drop: ['aud'] }),
      await forged({ claims: { iss: 'evil' } }),
      await forged({ claims: { exp: now() - 1, iat: now() - 300 } }),
      await forged({ drop: ['exp'] }),
      await forged({ claims: { exp: now() + 86_400 } }),
      await forged({ claims: { iat: now() - 4000 } }),
      await forged({ claims: { nbf: now() + 300 } }),
      await forged({ claims: { org: randomUUID() } }),
      await forged({ claims: { sid: randomUUID() } }),
      await forged({ claims: { org: "x'; drop table" } }),
      await forged({ claims: { kind: 'system' } }),
      `${head}.${swapped}.${signature}`,
      `${head}.${body}.${signature.slice(0, -4)}AAAA`,
    ];
    expect(tokens).toHaveLength(40);
    const results = await Promise.all(
      tokens.flatMap((token) =>
        [hub, second].map(
          async (one) => (await one.ask('{ organisationOfActor }', {}, `Bearer ${token}`)).errors?.[0]?.extensions.code,
        ),
      ),
    );
    expect(results.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(80);
    expect((await hub.ask('{ organisationOfActor }', {}, `Bearer ${good}`)).data).toEqual({
      organisationOfActor: reader.actor.orgId,
    });
  });

  it('nor a good one in a wrong wrapping', async () => {
    const good = reader.authorization.slice(7);
    for (const header of [
      good,
      `Basic ${good}`,
      `Bearer  ${good}`,
      `Bearer ${good},`,
      `Bearer ${good}.x`,
      'Bearer',
      `Bearer ${'a'.repeat(9000)}`,
    ]) {
      expect((await hub.ask('{ organisationOfActor }', {}, header)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});

describe('revocation', () => {
  /** Tells both hubs, and returns when each has heard: what they cache was dropped before, as they registered first. */
  const tell = async (topic: string, orgId: string, id: string): Promise<void> => {
    const heard = new Set<TestHub>();
    const offs = [hub, second].map((one) => one.services.notices.on(topic, (notice) => notice.id === id && heard.add(one)));
    await hub.db.admin(`select pg_notify('entrepot', $1)`, [JSON.stringify({ topic, orgId, id })]);
    await until(() => heard.size === 2);
    for (const off of offs) off();
  };

  it('of a session works at once on every process that had the token cached', async () => {
    const who = await hub.signedIn({ permissions: ['probe:read'] });
    for (const one of [hub, second]) expect((await one.ask('{ probe { name } }', {}, who)).errors).toBeUndefined();
    hub.actors.known.delete(who.claims.sid);
    expect((await second.ask('{ probe { name } }', {}, who)).errors).toBeUndefined();
    await tell('session.revoked', who.actor.orgId, who.claims.sid);
    for (const one of [hub, second])
      expect((await one.ask('{ probe { name } }', {}, who)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('of a permission works the same way, and other organisations keep their cached rights', async () => {
    const who = await hub.signedIn({ permissions: ['probe:read'] });
    for (const one of [hub, second]) {
      await one.ask('{ probe { name } }', {}, who);
      await one.ask('{ probe { name } }', {}, reader);
    }
    hub.actors.known.set(who.claims.sid, { ...who.actor, permissions: new Set() });
    await tell('member.changed', who.actor.orgId, who.claims.mem);
    const loads = hub.actors.loads;
    for (const one of [hub, second]) {
      expect((await one.ask('{ probe { name } }', {}, who)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await one.ask('{ probe { name } }', {}, reader)).errors).toBeUndefined();
    }
    expect(hub.actors.loads - loads).toBe(2);
  });

  it('is not missed while the line of notices is down: nothing is cached then', async () => {
    const who = await hub.signedIn({ permissions: ['probe:read'] });
    await second.ask('{ probe { name } }', {}, who);
    const cut = () =>
      hub.db.admin(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'entrepot-notices' and datname = current_database()`,
      );
    await cut();
    hub.actors.known.delete(who.claims.sid);
    const code = async () => (await second.ask('{ probe { name } }', {}, who)).errors?.[0]?.extensions.code;
    // As soon as it sees that the line is down; a cached token would live for 15 s.
    await until(async () => (await code()) === 'UNAUTHENTICATED', 10_000);
    await until(() => [hub, second].every(({ services }) => services.notices.connected));
  });

  it('never lets an actor of another organisation through, whatever the source of actors says', async () => {
    const who = await hub.signedIn({ permissions: ['probe:read'] });
    hub.actors.known.set(who.claims.sid, { ...who.actor, orgId: randomUUID() });
    expect((await hub.ask('{ probe { name } }', {}, who)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('keys', () => {
  it('are readable by their owner alone, and two of them live at once', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'keys-'));
    const file = path.join(folder, 'token.json');
    const claims = { sub: randomUUID(), org: randomUUID(), sid: randomUUID(), mem: randomUUID(), kind: 'user' as const };
    const issuers: TokenIssuer[] = [];
    for (let i = 0; i < 3; i++) {
      if (i > 0) await rotateTokenKeys(file);
      issuers.push(new TokenIssuer(await loadTokenKeys(file)));
    }
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const tokens = await Promise.all(issuers.map(async (issuer) => (await issuer.issue(claims)).accessToken));
    const verified = await Promise.all(tokens.map(async (token) => (await issuers[2]?.verify(token))?.sub));
    expect(verified).toEqual([undefined, claims.sub, claims.sub]);
    await rm(folder, { recursive: true });
  });
});
