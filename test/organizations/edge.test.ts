import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organizationsRoom } from '#libs/organizations';
import { type JobWorker, lintWalls, startWorker } from '#libs/platform';
import { makeMember, makeOperator, makeOrganization } from '../factories/organization.factory.js';
import { freshDatabase } from '../support/fresh-database.js';
import { type Answer, startTestHub, type TestHub } from '../support/hub.js';
import { until } from '../support/until.js';

const password = 'correct horse battery staple';
/** Revocation is told and takes milliseconds; a process that was not told would know the token for 15 s more. */
const cachedMsMax = 10_000;
let hub: TestHub;
let second: TestHub;
let worker: JobWorker | undefined;

beforeAll(async () => {
  const db = await freshDatabase();
  const env = { ENTREPOT_TRUST_PROXY: '1' };
  hub = await startTestHub({ rooms: [organizationsRoom], ownActors: true, db, env });
  // Two processes of the hub: what one is told, the other must know.
  second = await startTestHub({ rooms: [organizationsRoom], ownActors: true, db, env, dataDir: hub.dataDir });
  const tasks = (organizationsRoom.jobs ?? []).flatMap((type) => hub.hub.app.get(type, { strict: false }).tasks());
  worker = await startWorker({ jobsUrl: db.jobsUrl, tasks, unitOfWork: hub.services.unitOfWork, pollMs: 200 });
});
afterAll(async () => {
  await worker?.stop();
  await second?.close();
  await hub.close();
  await hub.db.close();
});

interface From {
  network?: string;
  cookie?: string;
  token?: string;
  at?: TestHub;
}

/** One operation from a network, with cookies. */
async function send(query: string, variables: Record<string, unknown>, from: From = {}): Promise<Answer & { cookies: string[] }> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'x-forwarded-for': from.network ?? '198.51.100.7',
  };
  if (from.cookie) headers['cookie'] = from.cookie;
  if (from.token) headers['authorization'] = `Bearer ${from.token}`;
  const response = await fetch(`${(from.at ?? hub).url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Pick<Answer, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, data, errors, cookies: response.headers.getSetCookie() };
}

const signInText = `mutation($input: SignInInput!) { signIn(input: $input) { accessToken expiresAt organization { id } memberships { organizationId name }
  errors { __typename ... on UserError { message path code } } } }`;
const signIn = (email: string, given = password, from: From = {}) =>
  send(signInText, { input: { email, password: given } }, from);
const cookieOf = (cookies: string[], name: string): string =>
  cookies.find((cookie) => cookie.startsWith(`${name}=`))?.split(';')[0] ?? '';
const refresh = (cookie: string) => fetch(`${hub.url}/api/v1/session/refresh`, { method: 'POST', headers: { cookie } });
const me = async (token: string, at = hub) =>
  (await send('{ me { person { email } organization { name } permissions memberships { name } } }', {}, { token, at })).data;

describe('walls of organizations', () => {
  it('stand as the linter wants them', async () => {
    expect((await lintWalls(hub.db.adminUrl)).filter((fault) => JSON.stringify(fault).includes('organizations.'))).toEqual([]);
  });
});

describe('signing in over GraphQL', () => {
  it('gives a token that says who one is, and cookies that scripts cannot read', async () => {
    const org = await makeOrganization(hub.db, { name: 'Cargo North' });
    await makeMember(hub.db, org, { email: 'ada@cargo.test', password, roles: ['VIEWER'] });
    const answer = await signIn('Ada@Cargo.test');
    expect(answer.data.signIn.errors).toEqual([]);
    expect(answer.data.signIn.organization.id).toBe(org.id);
    const cookie = answer.cookies.find((text) => text.startsWith('entrepot_refresh='));
    expect(cookie).toMatch(/; Path=\/api\/v1\/session; Max-Age=1209600; HttpOnly; SameSite=Strict; Secure$/);
    expect(await me(answer.data.signIn.accessToken)).toEqual({
      me: {
        person: { email: 'ada@cargo.test' },
        organization: { name: 'Cargo North' },
        permissions: ['order:read', 'part:read', 'price:read'],
        memberships: [{ name: 'Cargo North' }],
      },
    });
  });

  it('answers a wrong password and an unknown address alike, in the language asked for', async () => {
    const org = await makeOrganization(hub.db);
    await makeMember(hub.db, org, { email: 'bob@enum.test', password });
    const [wrong, unknown] = [await signIn('bob@enum.test', 'something else entirely'), await signIn('nobody@enum.test')];
    expect(wrong.data).toEqual(unknown.data);
    expect(wrong.status).toBe(unknown.status);
    expect(wrong.data.signIn.errors).toEqual([
      {
        __typename: 'CredentialsWrong',
        message: 'The e-mail address or the password is wrong.',
        path: [],
        code: 'CREDENTIALS_WRONG',
      },
    ]);
  });

  it('refuses a request that holds the mutation twice', async () => {
    const twice =
      'mutation { a: signIn(input: { email: "a@b.test", password: "x" }) { accessToken } b: signIn(input: { email: "a@b.test", password: "y" }) { accessToken } }';
    const answer = await send(twice, {});
    expect([answer.status, answer.data]).toEqual([400, undefined]);
  });

  it('lets nobody in without a gate', async () => {
    const queries = [
      'me { permissions }',
      'organizations { totalCount }',
      'members { nodes { id } }',
      'roles { name }',
      'invitations { id }',
      'apiKeys { id }',
      'sites { id }',
      'partnerships { version }',
      'breakGlasses { id }',
    ];
    for (const query of queries)
      expect([query, (await send(`{ ${query} }`, {})).errors?.[0]?.extensions.code]).toEqual([query, 'UNAUTHENTICATED']);
  });
});

describe('sessions', () => {
  it('renew by the cookie, and end for thief and owner when a used cookie comes again', async () => {
    const org = await makeOrganization(hub.db);
    await makeMember(hub.db, org, { email: 'cleo@rotate.test', password });
    const first = cookieOf((await signIn('cleo@rotate.test')).cookies, 'entrepot_refresh');
    const renewed = await refresh(first);
    expect(renewed.status).toBe(200);
    const body = (await renewed.json()) as { accessToken: string; organization: { id: string } };
    expect(body.organization.id).toBe(org.id);
    const next = cookieOf(renewed.headers.getSetCookie(), 'entrepot_refresh');
    await hub.db.admin("update organizations.session_token set used_at = used_at - interval '11 seconds'");
    expect((await refresh(first)).status).toBe(401);
    expect((await refresh(next)).status).toBe(401);
    await until(async () => (await me(body.accessToken)) == null, cachedMsMax);
  });

  it('are dead on every process at once after signing out', async () => {
    const org = await makeOrganization(hub.db);
    await makeMember(hub.db, org, { email: 'dora@out.test', password });
    const token = (await signIn('dora@out.test')).data.signIn.accessToken as string;
    expect((await me(token, second)).me.person.email).toBe('dora@out.test');
    await send('mutation { signOut { signedOut } }', {}, { token });
    await until(async () => (await me(token, second)) == null, cachedMsMax);
    await until(async () => (await me(token)) == null, cachedMsMax);
  });

  it('feel the loss of a role, a suspension and a removal at once on another process', async () => {
    const org = await makeOrganization(hub.db, { roles: ['SUPPLIER'] });
    const admin = await makeMember(hub.db, org, { email: 'admin@feel.test', password });
    const member = await makeMember(hub.db, org, { email: 'eve@feel.test', password, roles: ['SELLER'] });
    const adminToken = (await signIn('admin@feel.test')).data.signIn.accessToken as string;
    const token = (await signIn('eve@feel.test')).data.signIn.accessToken as string;
    expect((await me(token, second)).me.permissions).toContain('stock:write');
    const change =
      'mutation($input: ChangeMemberRolesInput!) { changeMemberRoles(input: $input) { member { roles } errors { __typename } } }';
    const changed = await send(
      change,
      { input: { memberId: member.memberId, roles: ['VIEWER'], expectedVersion: 1 } },
      { token: adminToken },
    );
    expect(changed.data.changeMemberRoles).toEqual({ member: { roles: ['VIEWER'] }, errors: [] });
    await until(async () => (await me(token, second)).me.permissions.includes('stock:write') === false, cachedMsMax);

    const operator = await makeMember(
      hub.db,
      { id: await makeOperator(hub.db), roles: ['OPERATOR'] },
      { email: 'op@feel.test', password },
    );
    const opToken = (await signIn('op@feel.test')).data.signIn.accessToken as string;
    const suspend = (resume: boolean) =>
      send(
        'mutation($input: SuspendOrganizationInput!) { suspendOrganization(input: $input) { organization { status } errors { __typename } } }',
        { input: { organizationId: org.id, reason: 'unpaid', resume } },
        { token: opToken },
      );
    expect((await suspend(false)).data.suspendOrganization.organization).toEqual({ status: 'SUSPENDED' });
    await until(async () => (await me(token, second)) == null, cachedMsMax);
    expect((await signIn('eve@feel.test')).data.signIn.errors[0].__typename).toBe('NoOrganization');
    await suspend(true);
    await until(async () => (await me(token, second)) != null, cachedMsMax);
    await send(
      'mutation($input: RemoveMemberInput!) { removeMember(input: $input) { errors { __typename } } }',
      { input: { memberId: member.memberId } },
      { token: adminToken },
    );
    await until(async () => (await me(token, second)) == null, cachedMsMax);
    expect([admin.orgId, operator.roles]).toEqual([org.id, ['OPERATOR']]);
  });
});

describe('guessing passwords', () => {
  it('evaluates at most 10 of 1,000 parallel guesses from 200 networks, and the owner still gets in where he is known', async () => {
    const org = await makeOrganization(hub.db);
    await makeMember(hub.db, org, { email: 'victim@guess.test', password });
    const home = await signIn('victim@guess.test', password, { network: '203.0.113.9' });
    const device = cookieOf(home.cookies, 'entrepot_device');
    const outcomes = new Map<string, number>();
    for (let round = 0; round < 20; round++) {
      const guesses = Array.from({ length: 50 }, (_, i) => {
        const n = round * 50 + i;
        return signIn('victim@guess.test', `guess number ${n}`, {
          network: `10.${n % 200}.${n % 7}.1`,
          at: n % 2 ? second : hub,
        });
      });
      for (const { data } of await Promise.all(guesses)) {
        const name = data.signIn.errors[0].__typename as string;
        outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
      }
    }
    expect(outcomes.get('CredentialsWrong')).toBe(5);
    expect(outcomes.get('SignInThrottled')).toBe(995);
    // Not even the right password gets in from a stranger's place now, so nothing is learnt by guessing on.
    expect((await signIn('victim@guess.test', password, { network: '10.9.9.9' })).data.signIn.errors[0].__typename).toBe(
      'SignInThrottled',
    );
    expect((await signIn('victim@guess.test', password, { network: '203.0.113.200' })).data.signIn.errors).toEqual([]);
    expect((await signIn('victim@guess.test', password, { network: '192.0.2.77', cookie: device })).data.signIn.errors).toEqual(
      [],
    );
  });
});

describe('links by mail', () => {
  const mails = (to: string) =>
    hub.db.admin<{ subject: string; text: string }>('select subject, text from platform.mail where recipient = $1 order by id', [
      to,
    ]);
  const tokenIn = (text: string): string => /#token=([\w-]{43})/.exec(text)?.[1] ?? '';

  it('lead from a forgotten password to a new one, with the same answer for unknown addresses', async () => {
    const org = await makeOrganization(hub.db);
    await makeMember(hub.db, org, { email: 'fay@forgot.test', password });
    const old = (await signIn('fay@forgot.test')).data.signIn.accessToken as string;
    const ask = (email: string) =>
      send(
        'mutation($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { accepted errors { __typename } } }',
        { input: { email } },
      );
    const [known, unknown] = [await ask('fay@forgot.test'), await ask('nobody@forgot.test')];
    expect(known.data).toEqual(unknown.data);
    await until(async () => (await mails('fay@forgot.test')).length === 1);
    const token = tokenIn((await mails('fay@forgot.test'))[0]!.text);
    const set = (given: string) =>
      send(
        'mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { accepted errors { __typename ... on UserError { message } } } }',
        { input: { token, password: given } },
      );
    expect((await set('short')).data.resetPassword).toEqual({
      accepted: false,
      errors: [
        { __typename: 'PasswordTooWeak', message: 'A password has at least 12 characters. A few words are easy to remember.' },
      ],
    });
    expect((await set('another good long phrase')).data.resetPassword).toEqual({ accepted: true, errors: [] });
    expect((await set('another good long phrase')).data.resetPassword.errors[0].__typename).toBe('LinkInvalid');
    await until(async () => (await me(old, second)) == null, cachedMsMax);
    expect((await signIn('fay@forgot.test')).data.signIn.errors[0].__typename).toBe('CredentialsWrong');
    expect((await signIn('fay@forgot.test', 'another good long phrase')).data.signIn.errors).toEqual([]);
    expect((await mails('nobody@forgot.test')).length).toBe(0);
  });

  it('bring the first administrator of a founded organisation in, through the invitation his job sent', async () => {
    const operatorOrg = { id: await makeOperator(hub.db), roles: ['OPERATOR' as const] };
    await makeMember(hub.db, operatorOrg, { email: 'op@found.test', password });
    const token = (await signIn('op@found.test')).data.signIn.accessToken as string;
    const input = {
      name: 'Fasteners Ltd',
      roles: ['SUPPLIER'],
      country: 'GB',
      currency: 'GBP',
      cage: 'K1234',
      adminEmail: 'Gil@Fasteners.test',
      adminLocale: 'zh-TW',
    };
    const founded = await send(
      'mutation($input: CreateOrganizationInput!) { createOrganization(input: $input) { organization { name memberCount } errors { __typename } } }',
      { input },
      { token },
    );
    expect(founded.data.createOrganization).toEqual({ organization: { name: 'Fasteners Ltd', memberCount: 0 }, errors: [] });
    await until(async () => (await mails('gil@fasteners.test')).length === 1);
    const [mail] = await mails('gil@fasteners.test');
    expect(mail!.subject).toBe('Fasteners Ltd 邀請您加入 Entrepôt');
    const link = tokenIn(mail!.text);
    const preview = await send(
      'query($token: String!) { invitationPreview(token: $token) { organizationName email hasAccount } }',
      { token: link },
    );
    expect(preview.data.invitationPreview).toEqual({
      organizationName: 'Fasteners Ltd',
      email: 'gil@fasteners.test',
      hasAccount: false,
    });
    const accept = await send(
      'mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { organization { name } errors { __typename } } }',
      { input: { token: link, name: 'Gil', password } },
    );
    expect(accept.data.acceptInvitation).toEqual({ organization: { name: 'Fasteners Ltd' }, errors: [] });
    expect((await signIn('gil@fasteners.test')).data.signIn.memberships[0].name).toBe('Fasteners Ltd');
  });
});

describe('keys of machines', () => {
  it('are shown once, exchanged for a token, and dead everywhere at once when revoked', async () => {
    const org = await makeOrganization(hub.db);
    await makeMember(hub.db, org, { email: 'hal@keys.test', password });
    const token = (await signIn('hal@keys.test')).data.signIn.accessToken as string;
    const create =
      'mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id prefix scopes } errors { __typename } } }';
    const { createApiKey } = (await send(create, { input: { name: 'ERP', scopes: ['order:place', 'order:read'] } }, { token }))
      .data;
    expect(createApiKey.secret).toMatch(new RegExp(`^ek_${createApiKey.apiKey.prefix}_[\\w-]{43}$`));
    const exchange = (key: string) =>
      fetch(`${hub.url}/api/v1/session/token`, { method: 'POST', headers: { authorization: `Bearer ${key}` } });
    expect((await exchange(`${createApiKey.secret.slice(0, -1)}~`)).status).toBe(401);
    const good = await exchange(createApiKey.secret);
    expect(good.status).toBe(200);
    const machine = (await good.json()) as { accessToken: string; permissions: string[] };
    expect(machine.permissions).toEqual(['order:place', 'order:read']);
    expect((await me(machine.accessToken, second)).me).toEqual({
      person: null,
      organization: { name: org.name },
      permissions: ['order:place', 'order:read'],
      memberships: [],
    });
    await send(
      'mutation($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id } } }',
      { input: { apiKeyId: createApiKey.apiKey.id } },
      { token },
    );
    await until(async () => (await me(machine.accessToken, second)) == null, cachedMsMax);
    expect((await exchange(createApiKey.secret)).status).toBe(401);
  });
});
