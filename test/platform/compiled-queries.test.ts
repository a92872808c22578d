import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type SignedIn, startTestHub, type TestHub } from '../support/hub.js';
import { probeRoom, seen } from '../support/probe-room.js';

let hub: TestHub;
let reader: SignedIn;
let other: SignedIn;
beforeAll(async () => {
  hub = await startTestHub({ rooms: [probeRoom] });
  reader = await hub.signedIn({ permissions: ['probe:read', 'probe:write'] });
  other = await hub.signedIn({ permissions: [] });
});
afterAll(() => hub.close());

/** Times a document comes before its query is compiled, and some more. */
const often = 14;

/** The first answer is graphql-js's, the last one the compiled query's; ids of requests differ by nature. */
async function firstAndLast(query: string, variables?: Record<string, unknown>, as = reader): Promise<[unknown, unknown]> {
  const answers: Answer[] = [];
  for (let i = 0; i < often; i++) answers.push(await hub.ask(query, variables, as));
  const plain = ({ status, data, errors }: Answer) => ({
    status,
    data,
    errors: errors?.map(({ message, path, extensions: { code, problems } }) => ({ message, path, code, problems })),
  });
  return [plain(answers[0] as Answer), plain(answers.at(-1) as Answer)];
}

describe('a query that comes again and again', () => {
  it.each([
    ['fields, lists, scalars', '{ probe(name: "a") { name size price { amount currency } parts { name parts { name } } } }'],
    ['aliases and type names', '{ x: probe(name: "a") { __typename n: name } y: probe(name: "b") { n: size } }'],
    [
      'fragments',
      'query { probe { ...A ... on Probe { size } } } fragment A on Probe { name price { ...M } } fragment M on Money { amount }',
    ],
    ['connections', '{ probes(first: 1) { nodes { name } edges { cursor node { size } } pageInfo { hasNextPage endCursor } } }'],
    ['texts that look like code', '{ probe(name: "`+process.exit()+` \\" \\u2028 \\\\ \'") { name } }'],
    ['a name no object holds', '{ __proto__: probe(name: "a") { __proto__: name constructor: size } }'],
    ['the schema', '{ __schema { queryType { name } } __type(name: "Probe") { fields { name } } }'],
    ['a refused field beside a good one', '{ probe { name } failing(how: "permission") }'],
    ['a fault', '{ failing(how: "throw") }'],
    ['a failed statement', '{ failing(how: "sql") }'],
  ])('is answered the same compiled as not: %s', async (_, query) => {
    const [first, last] = await firstAndLast(query);
    expect(last).toEqual(first);
  });

  it('takes variables and their faults the same way', async () => {
    const query =
      'query Q($name: String!, $more: Boolean = false) { probe(name: $name) { name size @include(if: $more) price @skip(if: $more) { amount } } }';
    for (const variables of [
      { name: 'a' },
      { name: 'a', more: true },
      {},
      { name: 1 },
      { name: null },
      { name: 'a', more: 'yes' },
      { name: 'a', unknown: 1 },
    ]) {
      const [first, last] = await firstAndLast(query, variables);
      expect(last).toEqual(first);
    }
  });

  it('runs the operation that is named', async () => {
    const query = 'query A { probe(name: "a") { name } } query B { probe(name: "b") { size } }';
    const body = (operationName: string) => ({ query, operationName });
    for (let i = 0; i < often; i++) {
      for (const [name, data] of [
        ['A', { probe: { name: 'a' } }],
        ['B', { probe: { size: '1.10' } }],
      ] as const) {
        const response = await fetch(`${hub.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: reader.authorization },
          body: JSON.stringify(body(name)),
        });
        expect(await response.json()).toEqual({ data });
      }
    }
  });

  it('asks its gate every time, for everybody by himself', async () => {
    const query = '{ probe(name: "gate") { name } }';
    for (let i = 0; i < often; i++) expect((await hub.ask(query, {}, reader)).data).toEqual({ probe: { name: 'gate' } });
    expect((await hub.ask(query, {}, other)).errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect((await hub.ask(query)).errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    const who = '{ organisationOfActor }';
    for (let i = 0; i < often; i++)
      for (const one of [reader, other])
        expect((await hub.ask(who, {}, one)).data).toEqual({ organisationOfActor: one.actor.orgId });
  });

  it('keeps its limits and loads what it needs in one batch', async () => {
    const query = 'query L($first: Int!) { probes(first: $first) { nodes { parts { parts { parts { name } } } } } }';
    for (let i = 0; i < often; i++) {
      const before = seen.batches;
      expect((await hub.ask(query, { first: 2 }, reader)).errors).toBeUndefined();
      expect(seen.batches - before).toBe(3);
    }
    expect((await hub.ask(query, { first: 100 }, reader)).errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('leaves mutations to be run one after the other', async () => {
    const query = 'mutation { a: writeProbe b: writeProbe }';
    const before = seen.writes;
    for (let i = 0; i < often; i++) expect((await hub.ask(query, {}, reader)).data).toEqual({ a: 'written', b: 'written' });
    expect(seen.writes - before).toBe(2 * often);
  });
});
