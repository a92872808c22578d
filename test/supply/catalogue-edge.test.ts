import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogRoom } from '#libs/catalog';
import { systemActor } from '#libs/platform';
import { supplyRoom } from '#libs/supply';
import { bolt, bolts, organization, publishedUpload, stagedUpload } from '../factories/catalogue.factory.js';
import { type SignedIn, startTestHub, type TestHub } from '../support/hub.js';
import { until } from '../support/until.js';

let hub: TestHub;
let seller: SignedIn;
let reader: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  hub = await startTestHub({ rooms: [catalogRoom, supplyRoom], env: { ENTREPOT_WORKER: 'inline' } });
  const [own, other] = [(await organization(hub.db)).orgId, (await organization(hub.db)).orgId];
  seller = await hub.signedIn({
    orgId: own,
    permissions: ['catalogue:read', 'catalogue:upload', 'catalogue:publish', 'part:read'],
    roles: ['SUPPLIER'],
  });
  reader = await hub.signedIn({ orgId: own, permissions: ['catalogue:read'], roles: ['SUPPLIER'] });
  stranger = await hub.signedIn({
    orgId: other,
    permissions: ['catalogue:read', 'catalogue:upload', 'catalogue:publish'],
    roles: ['SUPPLIER'],
  });
});
afterAll(() => hub.close());

const actor = () => systemActor(seller.actor.orgId);
const create = (name: string, as = seller) =>
  hub.ask(
    'mutation ($input: CreateCatalogueInput!) { createCatalogue(input: $input) { catalogue { id name revision version } errors { ... on UserError { code message path } } } }',
    { input: { name, currency: 'USD' } },
    as,
  );

describe('catalogues over GraphQL', () => {
  it('are opened, mapped, previewed, published and rolled back', async () => {
    const { id } = (await create('Edge')).data.createCatalogue.catalogue;
    const mapped = await hub.ask(
      'mutation ($input: SaveMappingInput!) { saveMapping(input: $input) { catalogue { mapping revision } errors { ... on UserError { code } } } }',
      { input: { catalogueId: id, expectedRevision: 1, mapping: '{"columns":{"A":"supplierPart"}}' } },
      seller,
    );
    expect(mapped.data.saveMapping).toEqual({
      catalogue: { mapping: '{"columns":{"A":"supplierPart"}}', revision: 2 },
      errors: [],
    });
    await publishedUpload(hub.db, actor(), { catalogueId: id, rows: bolts(20) });
    const upload = await stagedUpload(hub.db, actor(), {
      catalogueId: id,
      rows: [bolt(1, { listPrice: '1.10' }), ...bolts(18, 2), bolt(21, { basis: '-1' }), bolt(22)],
    });
    const shown = await hub.ask(
      `query ($id: ID!) { upload(id: $id) { state counts { rows ok refused new changed unchanged withdrawn } progress { rows bytesTotal } reasons { code } failure { code } version }
        uploadRows(uploadId: $id, change: CHANGED) { nodes { supplierPart line differences { field before after } } }
        uploadProblems(uploadId: $id) { nodes { line column code severity message } } }`,
      { id: upload.id },
      seller,
    );
    expect(shown.data).toEqual({
      upload: {
        state: 'STAGED',
        counts: { rows: 21, ok: 20, refused: 1, new: 1, changed: 1, unchanged: 18, withdrawn: 1 },
        progress: { rows: 21, bytesTotal: '1' },
        reasons: [],
        failure: null,
        version: 2,
      },
      uploadRows: {
        nodes: [{ supplierPart: 'B-000001', line: 2, differences: [{ field: 'listPrice', before: '11.50', after: '1.10' }] }],
      },
      uploadProblems: {
        nodes: [{ line: 22, column: 'basis', code: 'NUMBER_NEGATIVE', severity: 'ERROR', message: 'The value -1 is negative.' }],
      },
    });
    const publish = (as: SignedIn) =>
      hub.ask(
        'mutation ($input: UploadDecisionInput!) { publishUpload(input: $input) { upload { state } errors { ... on UserError { code } } } }',
        { input: { uploadId: upload.id, expectedVersion: 2 } },
        as,
      );
    expect((await publish(reader)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await publish(stranger)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await publish(seller)).data.publishUpload).toEqual({ upload: { state: 'PUBLISHING' }, errors: [] });
    await until(
      async () =>
        (await hub.ask('query ($id: ID!) { upload(id: $id) { state } }', { id: upload.id }, seller)).data.upload.state ===
        'PUBLISHED',
    );
    const back = await hub.ask(
      'mutation ($input: RollbackCatalogueInput!) { rollbackCatalogue(input: $input) { publication { version kind rolledBackTo counts { new changed withdrawn } } errors { ... on UserError { code } } } }',
      { input: { catalogueId: id, toVersion: 1, expectedVersion: 2 } },
      seller,
    );
    expect(back.data.rollbackCatalogue).toEqual({
      publication: { version: 3, kind: 'ROLLBACK', rolledBackTo: 1, counts: { new: 1, changed: 1, withdrawn: 1 } },
      errors: [],
    });
    const versions = await hub.ask(
      'query ($id: ID!) { publications(catalogueId: $id, first: 2) { nodes { version kind } pageInfo { hasNextPage } } uploads(catalogueId: $id) { nodes { state } } catalogues { name version } }',
      { id },
      seller,
    );
    expect(versions.data).toEqual({
      publications: {
        nodes: [
          { version: 3, kind: 'ROLLBACK' },
          { version: 2, kind: 'PUBLISH' },
        ],
        pageInfo: { hasNextPage: true },
      },
      uploads: { nodes: [{ state: 'PUBLISHED' }, { state: 'PUBLISHED' }] },
      catalogues: [{ name: 'Edge', version: 3 }],
    });
  });

  it('answer faults with a sentence, and nothing to guests, strangers and members without the right', async () => {
    await create('Taken');
    expect((await create('Taken')).data.createCatalogue).toEqual({
      catalogue: null,
      errors: [{ code: 'CATALOGUE_NAME_TAKEN', message: 'You already have a catalogue named "Taken".', path: ['name'] }],
    });
    expect((await create('No', reader)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await hub.ask('{ catalogues { id } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await hub.ask('{ catalogues { id } uploads { nodes { id } } }', {}, stranger)).data).toEqual({
      catalogues: [],
      uploads: { nodes: [] },
    });
    expect(await hub.db.admin(`select count(*)::int as catalogues from supply.catalogue where name = 'No'`)).toEqual([
      { catalogues: 0 },
    ]);
  });

  it.each([
    'catalogue(id: "x") { id }',
    'upload(id: "x") { id }',
    'uploads(catalogueId: "x") { nodes { id } }',
    'uploadRows(uploadId: "x", change: NEW) { nodes { supplierPart } }',
    'uploadProblems(uploadId: "x") { nodes { line } }',
    'publications(catalogueId: "x") { nodes { version } }',
  ])('%s: what is no id names nothing, without a fault of the hub', async (field) => {
    expect((await hub.ask(`{ ${field} }`, {}, seller)).errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });

  it('show parts with their makers, names and classes', async () => {
    const asked = await hub.ask(
      '{ partByNumber(number: "bacb 30-7", manufacturer: "81205") { number key name manufacturer { code name } names { language name } classifications { system code } ownNumbers offers { supplierPart } } }',
      {},
      seller,
    );
    expect(asked.data.partByNumber).toEqual([
      {
        number: 'BACB30-7',
        key: 'BACB307',
        name: 'Hex bolt 7',
        manufacturer: { code: '81205', name: 'Boeing' },
        names: [{ language: 'en', name: 'Hex bolt 7' }],
        classifications: [{ system: 'UNSPSC', code: '31161500' }],
        ownNumbers: [],
        offers: [{ supplierPart: 'B-000007' }],
      },
    ]);
  });
});
