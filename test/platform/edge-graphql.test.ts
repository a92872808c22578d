import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';
import { probeRoom, seen } from '../support/probe-room.js';

let hub: TestHub;
let reader: SignedIn;

beforeAll(async () => {
  hub = await startTestHub({ rooms: [probeRoom] });
  reader = await hub.signedIn({ permissions: ['probe:read', 'probe:write'] });
});
afterAll(() => hub.close());

const code = (answer: { errors: { extensions: { code: string } }[] | undefined }) =>
  answer.errors?.map((error) => error.extensions.code);

describe('gates', () => {
  it('keeps a guest out of an allowed field and lets him into a public one', async () => {
    expect(code(await hub.ask('{ probe { name } }'))).toEqual(['UNAUTHENTICATED']);
    expect((await hub.ask('{ open }')).data).toEqual({ open: 'guest' });
  });

  it('keeps out an actor without the permission, and everybody from a field without a gate', async () => {
    const other = await hub.signedIn({ permissions: ['other:thing'] });
    expect(code(await hub.ask('{ probe { name } }', {}, other))).toEqual(['FORBIDDEN']);
    expect(code(await hub.ask('{ shut }', {}, reader))).toEqual(['FORBIDDEN']);
    expect((await hub.ask('{ organisationOfActor }', {}, other)).data).toEqual({ organisationOfActor: other.actor.orgId });
  });

  it('lets a public field answer although the token is bad', async () => {
    expect((await hub.ask('{ open }', {}, 'Bearer a.b.c')).data).toEqual({ open: 'guest' });
  });

  it('runs the guard once per root field and reads rights once per token', async () => {
    const fresh = await hub.signedIn({ permissions: ['probe:read'] });
    const before = hub.actors.loads;
    for (let i = 0; i < 5; i++) await hub.ask('{ a: probe { name parts { name } } b: probe { name } }', {}, fresh);
    expect(hub.actors.loads - before).toBe(1);
  });
});

describe('answers', () => {
  it('keeps decimals as they are and gives nested trade types', async () => {
    const { data } = await hub.ask('{ probe { size price { amount currency } } }', {}, reader);
    expect(data).toEqual({ probe: { size: '1.10', price: { amount: '4.20', currency: 'EUR' } } });
  });

  it('loads siblings in one batch per request', async () => {
    const before = seen.batches;
    const { data } = await hub.ask('{ probes(first: 2) { nodes { parts { name } } } }', {}, reader);
    expect(data).toEqual({
      probes: { nodes: [{ parts: [{ name: 'a1' }, { name: 'a2' }] }, { parts: [{ name: 'b1' }, { name: 'b2' }] }] },
    });
    expect(seen.batches - before).toBe(1);
  });

  it('shows user errors with their code, path, values and a sentence in the language asked for', async () => {
    const query =
      'mutation($n: Int!) { setProbe(input: { number: $n }) { probe { name } errors { ... on ProbeTooSmall { __typename message path code smallest } } } }';
    const { data } = await hub.ask(query, { n: 3 }, reader);
    expect(data).toEqual({
      setProbe: {
        probe: null,
        errors: [
          {
            __typename: 'ProbeTooSmall',
            message: 'ProbeTooSmall',
            path: ['input', 'number'],
            code: 'PROBE_TOO_SMALL',
            smallest: 10,
          },
        ],
      },
    });
    expect((await hub.ask(query, { n: 30 }, reader)).data).toEqual({ setProbe: { probe: { name: '30' }, errors: [] } });
  });

  it('refuses pages of 0, 101 and foreign cursors with the field that is wrong', async () => {
    const problems = async (args: string) =>
      (await hub.ask(`{ probes(${args}) { nodes { name } } }`, {}, reader)).errors?.[0]?.extensions;
    expect(await problems('first: 0')).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ path: ['first'] }] });
    expect(await problems('first: 101')).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ path: ['first'] }] });
    expect(await problems('first: 1, last: 1')).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ path: ['last'] }] });
    expect(await problems('after: "bm9uZQ"')).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{ path: ['after'] }] });
  });
});

describe('limits: what graphql-cop and its kin send is refused before anything runs', () => {
  const refused = async (query: string, as: SignedIn | undefined = reader) => {
    const before = { ...seen };
    const answer = await hub.ask(query, {}, as);
    expect(answer.data).toBeUndefined();
    expect({ ...seen }).toEqual(before);
    return { status: answer.status, code: code(answer)?.[0] };
  };
  const invalid = { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' };

  it('a thousand aliased sign-ins are one refused request and not one attempt', async () => {
    const many = Array.from({ length: 1000 }, (_, i) => `a${i}: signInProbe`).join(' ');
    expect(await refused(`mutation { ${many} }`)).toEqual(invalid);
    expect(await refused('mutation { a: signInProbe b: signInProbe }')).toEqual(invalid);
    expect(await refused('mutation { a: signInProbe ...f } fragment f on Mutation { b: signInProbe }')).toEqual(invalid);
    const before = seen.signIns;
    expect((await hub.ask('mutation { signInProbe }')).data).toEqual({ signInProbe: 'tried' });
    expect(seen.signIns - before).toBe(1);
  });

  it('aliases above 30, calls above 20, the same field again above 10 times', async () => {
    const aliases = (n: number) => Array.from({ length: n }, (_, i) => `a${i}: name`).join(' ');
    expect(await refused(`{ probe { ${aliases(31)} } }`)).toEqual(invalid);
    expect((await hub.ask(`{ probe { ${aliases(30)} } }`, {}, reader)).status).toBe(200);
    const calls = (n: number) => Array.from({ length: n }, (_, i) => `a${i}: open`).join(' ');
    expect(await refused(`{ ${calls(21)} }`)).toEqual(invalid);
    expect((await hub.ask(`{ ${calls(20)} }`, {}, reader)).status).toBe(200);
    expect(await refused(`{ probe { ${'name '.repeat(500)} } }`)).toEqual(invalid);
  });

  it('20,000 aliases and 20,000 levels end in the parser', async () => {
    const answer = await hub.ask(`{ ${Array.from({ length: 20_000 }, (_, i) => `a${i}: open`).join(' ')} }`);
    expect([answer.status, code(answer)]).toEqual([400, ['GRAPHQL_PARSE_FAILED']]);
    const deep = await hub.ask(`{ probe ${'{ parts '.repeat(20_000)} { name } ${'}'.repeat(20_000)} }`, {}, reader);
    expect([deep.status, code(deep)]).toEqual([400, ['GRAPHQL_PARSE_FAILED']]);
  });

  it('more than ten levels, also through fragments', async () => {
    const nest = (n: number) => `${'{ parts '.repeat(n)}{ name }${' }'.repeat(n)}`;
    expect(await refused(`{ probe ${nest(9)} }`)).toEqual(invalid);
    expect(
      await refused(
        `{ probe { ...a } } fragment a on Probe { parts { parts { parts { parts { ...b } } } } } fragment b on Probe { parts { parts { parts { parts { parts { name } } } } } }`,
      ),
    ).toEqual(invalid);
  });

  it('cycles of fragments, floods of directives, unknown directives', async () => {
    expect(
      await refused('{ probe { ...a } } fragment a on Probe { parts { ...b } } fragment b on Probe { parts { ...a } }'),
    ).toEqual(invalid);
    expect(await refused(`{ probe { name ${'@include(if: true) '.repeat(31)} } }`)).toEqual(invalid);
    expect(await refused(`{ probe { name ${'@aa'.repeat(10)} } }`)).toEqual(invalid);
  });

  it('an answer of more than 10,000 objects as estimated from page sizes, variables included', async () => {
    const tree = 'nodes { parts { parts { parts { name } } } }';
    expect(await refused(`{ probes(first: 100) { ${tree} } }`)).toEqual(invalid);
    const sized = await hub.ask(`query($n: Int) { probes(first: $n) { ${tree} } }`, { n: 100 }, reader);
    expect([sized.status, code(sized)]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
    const small = await hub.ask(`query($n: Int) { probes(first: $n) { ${tree} } }`, { n: 2 }, reader);
    expect([small.status, code(small)]).toEqual([200, undefined]);
  });

  it('batches, queries by GET, mutations by GET, forms, plain text, multipart', async () => {
    const post = (type: string, body: string) =>
      fetch(`${hub.url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body });
    const statuses = [
      (await post('application/json', '[{"query":"{open}"},{"query":"{open}"}]')).status,
      (await fetch(`${hub.url}/graphql?query={open}`)).status,
      (await fetch(`${hub.url}/graphql?query=mutation{signInProbe}`)).status,
      (await fetch(`${hub.url}/graphql?query={open}`, { headers: { 'content-type': 'message/http' } })).status,
      (await post('application/x-www-form-urlencoded', 'query={open}')).status,
      (await post('text/plain', '{"query":"{open}"}')).status,
      (await post('multipart/form-data; boundary=x', '--x--')).status,
    ];
    expect(statuses).toEqual([400, 405, 405, 405, 415, 415, 415]);
  });

  it('suggests no names of the schema', async () => {
    for (const query of [
      '{ probee }',
      '{ probe { nam } }',
      '{ probes(firs: 1) { nodes { name } } }',
      'query($a: ProbeInpu!) { open }',
    ]) {
      const answer = await hub.ask(query, {}, reader);
      expect(JSON.stringify(answer.errors)).not.toMatch(/did you mean/i);
      expect(code(answer)?.[0]).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });

  it('turns a subscription away that comes without a socket, as the fault of its sender and not of the hub', async () => {
    for (const as of [undefined, reader]) {
      const { length } = hub.log;
      const answer = await hub.ask('subscription { probeChanged }', {}, as);
      expect([answer.status, code(answer)]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
      expect(hub.log.slice(length).filter((line) => line.includes('an operation failed'))).toEqual([]);
    }
  });

  it('tells at most ten validation errors', async () => {
    const answer = await hub.ask(`{ ${Array.from({ length: 200 }, (_, i) => `no${i}`).join(' ')} }`, {}, reader);
    expect(answer.errors).toHaveLength(11);
    expect(answer.errors?.at(-1)?.message).toMatch(/^Too many validation errors/);
  });
});

describe('errors', () => {
  it('of our own say nothing but a code and the number under which the log holds the rest', async () => {
    for (const how of ['sql', 'error']) {
      const answer = await hub.ask('query($how: String!) { failing(how: $how) }', { how }, reader);
      expect(answer.errors).toEqual([
        {
          message: 'Something went wrong on our side. It has been noted under the number shown here.',
          path: ['failing'],
          extensions: { code: 'INTERNAL', correlationId: answer.headers.get('x-request-id') },
        },
      ]);
      const logged = hub.log.filter(
        (line) => line.includes(String(answer.headers.get('x-request-id'))) && line.includes('an operation failed'),
      );
      expect(logged).toHaveLength(1);
      expect(logged[0]).not.toContain('root:hunter2@');
    }
  });

  it('of permission deep in a verb are refused the same way and written to the trail', async () => {
    const auditor = await hub.signedIn({ permissions: ['probe:read', 'organization:manage'] });
    const answer = await hub.ask('{ failing(how: "permission") }', {}, auditor);
    expect(code(answer)).toEqual(['FORBIDDEN']);
    await hub.services.denials.settled();
    const trail = await hub.ask('{ auditTrail { nodes { actor action outcome } } }', {}, auditor);
    expect(trail.data).toEqual({
      auditTrail: { nodes: [{ actor: `member:${auditor.actor.memberId}`, action: 'probe:destroy', outcome: 'DENIED' }] },
    });
  });

  it("of variables that do not fit are the client's fault", async () => {
    const answer = await hub.ask(
      'mutation($n: Int!) { setProbe(input: { number: $n }) { errors { __typename } } }',
      { n: 'ten' },
      reader,
    );
    expect([answer.status, code(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
  });
});
