import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { exchangeRoom } from '#libs/exchange';
import { organizationsRoom } from '#libs/organizations';
import { procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { bolt, organization, publishedCatalogue } from '../factories/catalogue.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';

// Rooms below this one bring the types its fields lead to; actors are the test's own.
const rooms = [{ ...organizationsRoom, module: class {} }, catalogRoom, supplyRoom, procurementRoom, exchangeRoom];
let hub: TestHub;
let buyer: SignedIn;
let operator: SignedIn;
let reader: SignedIn;
const ids: Record<string, string> = {};

beforeAll(async () => {
  hub = await startTestHub({ rooms });
  const [airline, desk] = [await organization(hub.db, { roles: ['BUYER'] }), await organization(hub.db, { roles: ['OPERATOR'] })];
  const { actor } = await publishedCatalogue(hub.db, {
    rows: [
      bolt(1, {
        manufacturerPart: 'ONE',
        approvalBasis: 'FAA-PMA',
        details: {
          revision: 'D',
          actualMaker: 'Bolt Works',
          unNumber: 'UN1263',
          hazardClass: '3',
          unspsc: '31161500',
          lifeLimited: 'yes',
        },
      }),
      bolt(2, { manufacturerPart: 'TWO', approvalBasis: 'OEM' }),
      bolt(3, { manufacturerPart: 'THREE', manufacturerCode: '', manufacturer: 'Third' }),
    ],
  });
  ids['supplier'] = actor.orgId;
  const parts = await hub.db.admin<{ id: string; number: string; maker: string }>(
    'select id, number, manufacturer_id as maker from catalog.part',
  );
  for (const { id, number, maker } of parts) Object.assign(ids, { [number]: id, [`maker of ${number}`]: maker });
  const rights = ['part:read', 'part:alias', 'price:read'];
  buyer = await hub.signedIn({ orgId: airline.orgId, permissions: rights, roles: ['BUYER'] });
  reader = await hub.signedIn({ orgId: airline.orgId, permissions: ['part:read'], roles: ['BUYER'] });
  operator = await hub.signedIn({ orgId: desk.orgId, permissions: ['part:read', 'part:operate'], roles: ['OPERATOR'] });
});
afterAll(() => hub.close());

const errors = 'errors { ... on UserError { code message path } }';
const change = async (name: string, input: object, wanted: string, as = operator) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
    .replace('RetireManufacturerName', 'NameManufacturer')
    .replace(/^End\w+Input/, 'EndAliasInput');
  return hub.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${wanted} } }`, { input }, as);
};

describe('parts over GraphQL', () => {
  it('show what they are, what they are called, and the revision of what is offered', async () => {
    const lines = [{ number: '5310-00-123-4567', partId: ids['ONE'], kind: 'NSN', validTo: '2099-01-01' }];
    const saved = await change('savePartAliases', { lines }, `added ${errors}`, buyer);
    expect(saved.data.savePartAliases).toEqual({ added: 1, errors: [] });
    const common = await change(
      'saveCommonAliases',
      { lines: [{ number: 'OLD-1', partId: ids['ONE'], kind: 'FORMER_NUMBER' }] },
      `added ${errors}`,
    );
    expect(common.data.saveCommonAliases).toEqual({ added: 1, errors: [] });
    const { data } = await hub.ask(
      `query ($id: ID!) { part(id: $id) { approvalBasis unNumber hazardClass lifeLimited eccn mergedInto { id } ownNumbers
        aliases { id kind number shared validTo } manufacturer { code cages version successor { name } names { kind value retired } } offers { revision actualMaker approvalBasis } } }`,
      { id: ids['ONE'] },
      buyer,
    );
    expect(data.part).toEqual({
      approvalBasis: 'PMA',
      unNumber: 'UN1263',
      hazardClass: '3',
      lifeLimited: true,
      eccn: null,
      mergedInto: null,
      ownNumbers: ['5310-00-123-4567'],
      aliases: [
        { id: expect.any(String), kind: 'NSN', number: '5310-00-123-4567', shared: false, validTo: '2099-01-01' },
        { id: expect.any(String), kind: 'FORMER_NUMBER', number: 'OLD-1', shared: true, validTo: null },
      ],
      manufacturer: {
        code: '81205',
        cages: ['81205'],
        version: 1,
        successor: null,
        names: [{ kind: 'CODE', value: '81205', retired: false }],
      },
      offers: [{ revision: 'D', actualMaker: 'Bolt Works', approvalBasis: 'PMA' }],
    });
    const [own, shared] = data.part.aliases;
    expect((await change('endPartAlias', { aliasId: own.id }, 'aliasId', buyer)).data.endPartAlias).toEqual({ aliasId: own.id });
    expect((await change('endCommonAlias', { aliasId: shared.id }, 'aliasId')).data.endCommonAlias).toEqual({
      aliasId: shared.id,
    });
    const wrong = await change(
      'savePartAliases',
      { lines: [{ number: '1', partId: ids['ONE'], kind: 'GTIN' }] },
      `added ${errors}`,
      buyer,
    );
    expect(wrong.data.savePartAliases).toEqual({
      added: null,
      errors: [
        {
          code: 'GTIN_INVALID',
          path: ['lines', '0', 'number'],
          message: '"1" is no GTIN: it needs 8, 12, 13 or 14 digits, and the last one must be the right check digit.',
        },
      ],
    });
  });

  it('are filtered by approval basis in availability and search', async () => {
    const { data } = await hub.ask(
      `query ($parts: [AvailabilityLineInput!]!) { availability(input: { lines: $parts, approvalBases: [OEM] }) { lines { offers { offer { id } } problem { code message } } }
        searchParts(query: "hex bolt", filter: { approvalBases: [PMA] }) { nodes { part { number lifeLimited } } facets { approvalBases { id count } } } }`,
      { parts: ['ONE', 'TWO'].map((number) => ({ partId: ids[number], quantity: '1' })) },
      buyer,
    );
    expect(data.availability.lines).toEqual([
      {
        offers: [],
        problem: { code: 'BASIS_REFUSED', message: 'There are offers, but none on an approval basis that you allow.' },
      },
      { offers: [{ offer: { id: expect.any(String) } }], problem: null },
    ]);
    expect(data.searchParts).toEqual({
      nodes: [{ part: { number: 'ONE', lifeLimited: true } }],
      facets: { approvalBases: [{ id: 'PMA', count: 1 }] },
    });
  });
});

describe('the operator’s desk over GraphQL', () => {
  it('maps manufacturers and takes it back', async () => {
    const [maker, third] = [ids['maker of ONE'], ids['maker of THREE']];
    const named = await change('nameManufacturer', { manufacturerId: third, code: '9ZZZ9' }, `manufacturer { cages } ${errors}`);
    expect(named.data.nameManufacturer).toEqual({ manufacturer: { cages: ['9ZZZ9'] }, errors: [] });
    const retired = await change(
      'retireManufacturerName',
      { manufacturerId: third, code: '9ZZZ9' },
      `manufacturer { cages names { value retired } } ${errors}`,
    );
    expect(retired.data.retireManufacturerName.manufacturer.names).toContainEqual({ value: '9ZZZ9', retired: true });
    const changed = await change(
      'changeManufacturer',
      { manufacturerId: third, expectedVersion: 1, successorId: maker },
      `manufacturer { version successor { id } } ${errors}`,
    );
    expect(changed.data.changeManufacturer.manufacturer).toEqual({ version: 2, successor: { id: maker } });
    const merged = await change(
      'mergeManufacturers',
      { fromId: third, intoId: maker, reason: 'bought' },
      `merge { id from { mergedIntoId } into { id } } ${errors}`,
    );
    expect(merged.data.mergeManufacturers.merge).toEqual({
      id: expect.any(String),
      from: { mergedIntoId: maker },
      into: { id: maker },
    });
    const list = await hub.ask(
      '{ manufacturers(filter: { text: "third" }) { nodes { id } } manufacturerMerges { nodes { reason undoneAt } } }',
      {},
      operator,
    );
    expect(list.data).toEqual({
      // What was the other's name leads to the one that stayed.
      manufacturers: { nodes: [{ id: maker }] },
      manufacturerMerges: { nodes: [{ reason: 'bought', undoneAt: null }] },
    });
    const mergeId = merged.data.mergeManufacturers.merge.id;
    const undone = await change('undoManufacturerMerge', { mergeId, reason: 'not bought' }, `merge { undoneReason } ${errors}`);
    expect(undone.data.undoManufacturerMerge.merge).toEqual({ undoneReason: 'not bought' });
  });

  it('mends identities and takes it back', async () => {
    const merged = await change(
      'mergeParts',
      { fromId: ids['ONE'], intoId: ids['TWO'], reason: 'same drawing' },
      `correction { id kind from { mergedInto { number } } to { number } } ${errors}`,
    );
    const { id: correctionId, ...correction } = merged.data.mergeParts.correction;
    expect(correction).toEqual({ kind: 'MERGE', from: { mergedInto: { number: 'TWO' } }, to: { number: 'TWO' } });
    const undone = await change(
      'undoCorrection',
      { correctionId, reason: 'other drawing' },
      `correction { undoneReason } ${errors}`,
    );
    expect(undone.data.undoCorrection.correction).toEqual({ undoneReason: 'other drawing' });
    const input = {
      partId: ids['TWO'],
      supplierId: ids['supplier'],
      manufacturerId: ids['maker of TWO'],
      number: 'TWO-B',
      name: 'Two B',
      reason: 'other size',
    };
    const split = await change('splitPart', input, `correction { kind supplierId to { number name } } ${errors}`);
    expect(split.data.splitPart.correction).toEqual({
      kind: 'SPLIT',
      supplierId: ids['supplier'],
      to: { number: 'TWO-B', name: 'Two B' },
    });
    const { data } = await hub.ask(
      'query ($id: ID!) { identityCorrections(partId: $id) { nodes { kind } } }',
      { id: ids['TWO'] },
      operator,
    );
    expect(data.identityCorrections.nodes).toEqual([{ kind: 'SPLIT' }, { kind: 'MERGE' }]);
  });

  it('is shut to everybody else', async () => {
    const reason = 'because';
    const each: [string, object, string][] = [
      ['saveCommonAliases', { lines: [] }, 'added'],
      ['endCommonAlias', { aliasId: ids['ONE'] }, 'aliasId'],
      ['nameManufacturer', { manufacturerId: ids['maker of ONE'], name: 'x' }, errors],
      ['retireManufacturerName', { manufacturerId: ids['maker of ONE'], name: 'x' }, errors],
      ['changeManufacturer', { manufacturerId: ids['maker of ONE'], expectedVersion: 1 }, errors],
      ['mergeManufacturers', { fromId: ids['maker of ONE'], intoId: ids['maker of THREE'], reason }, errors],
      ['undoManufacturerMerge', { mergeId: ids['ONE'], reason }, errors],
      ['mergeParts', { fromId: ids['ONE'], intoId: ids['TWO'], reason }, errors],
      ['undoCorrection', { correctionId: ids['ONE'], reason }, errors],
    ];
    for (const [name, input, wanted] of each)
      expect([name, (await change(name, input, wanted, buyer)).errors?.[0]?.extensions.code]).toEqual([name, 'FORBIDDEN']);
    expect((await change('savePartAliases', { lines: [] }, 'added', reader)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    for (const list of ['manufacturerMerges { nodes { id } }', 'identityCorrections { nodes { id } }'])
      expect((await hub.ask(`{ ${list} }`, {}, buyer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('classifications over REST', () => {
  const sample = (name: string) => readFile(new URL(`../samples/classifications/${name}.csv`, import.meta.url), 'utf8');
  const send = async (path: string, body: string, as: SignedIn = operator) => {
    const headers = { authorization: as.authorization, 'content-type': 'text/csv' };
    const response = await fetch(`${hub.url}/api/v1/${path}`, { method: 'POST', headers, body });
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  };

  it('are loaded, mapped, listed, and name the classes of parts', async () => {
    const tree = 'classifications?system=UNSPSC&version=26.0801&fileName=sample-goods.csv';
    expect(await send(tree, await sample('sample-goods'))).toEqual({ status: 200, answer: { rows: 5 } });
    expect((await send('classifications?system=ATA&version=1', await sample('sample-chapters'))).answer).toEqual({ rows: 3 });
    const mapping = 'class-mappings?fromSystem=UNSPSC&fromVersion=26.0801&toSystem=ATA&toVersion=1';
    expect((await send(mapping, await sample('sample-goods-to-chapters'))).answer).toEqual({ rows: 2 });
    const { data } = await hub.ask(
      `query ($id: ID!) { classificationReleases { system version current classes fileName } classes(system: "UNSPSC", parent: "31160000") { code below names { language name } }
        part(id: $id) { classifications { system code names { language name } } } searchParts(query: "hex bolt") { facets { classTree { id parent name count } } } }`,
      { id: ids['ONE'] },
      buyer,
    );
    expect(data.classificationReleases).toEqual([
      { system: 'ATA', version: '1', current: true, classes: 3, fileName: 'classification.csv' },
      { system: 'UNSPSC', version: '26.0801', current: true, classes: 5, fileName: 'sample-goods.csv' },
    ]);
    expect(data.classes.map(({ code, below }: { code: string; below: number }) => [code, below])).toEqual([
      ['31161500', 0],
      ['31161600', 0],
    ]);
    expect(data.part.classifications[0].names).toContainEqual({ language: 'en', name: 'Threaded pieces' });
    expect(data.searchParts.facets.classTree).toContainEqual({
      id: 'UNSPSC:31160000',
      parent: 'UNSPSC:31000000',
      name: 'Fastening hardware',
      count: 3,
    });
  });

  it('answer what is wrong by line, and load nothing', async () => {
    const tree = 'classifications?system=ETIM&version=9.0';
    expect(await send(tree, 'code,parent,name:en\nA,,\nB,C,Bee\n')).toEqual({
      status: 422,
      answer: {
        problems: [
          { line: 2, code: 'CLASS_NAME_MISSING', message: 'Line 2: A has no name.' },
          { line: 3, code: 'CLASS_PARENT_UNKNOWN', message: 'Line 3: there is no class C above it in the file.' },
        ],
      },
    });
    expect(await send(tree, 'one,two\n1,2\n')).toMatchObject({ status: 422, answer: { code: 'COLUMN_MISSING' } });
    expect((await send('classifications?system=etim&version=9.0', 'code,name\nA,B\n')).status).toBe(422);
    expect((await send(tree, 'code,name\nA,B\n', buyer)).status).toBe(403);
    expect((await hub.ask('{ classificationReleases { system } }', {}, buyer)).data.classificationReleases).toHaveLength(2);
  });
});
