import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApprovalBasis, approvalBases, approvalBasisOf } from '#libs/catalog';
import type { Actor } from '#libs/platform';
import { readAvailability, searchParts } from '#libs/supply';
import { bolt, catalogueOf, organization, publishedCatalogue, stagedUpload } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let buyer: Actor;
const row = (supplierPart: string, manufacturerPart: string, approvalBasis?: string, n = 0) =>
  bolt(n, {
    supplierPart,
    manufacturerPart,
    details: { names: { en: 'Seal ring' } },
    ...(approvalBasis ? { approvalBasis } : {}),
  });

beforeAll(async () => {
  db = await freshDatabase();
  buyer = await organization(db, { roles: ['BUYER'] });
  await publishedCatalogue(db, {
    rows: [row('OEM', 'RING-1', 'PAH'), row('PMA', 'RING-2', 'FAA-PMA'), row('NONE', 'RING-3'), row('OTHER', 'RING-4', 'COTS')],
  });
  // More offers of another basis than one supplier's share of an answer: the filter has to come before it.
  await publishedCatalogue(db, {
    rows: [...Array.from({ length: 30 }, (_, i) => row(`T${i}`, 'RING-1', 'teardown', i)), row('Z', 'RING-1', 'OEM', 31)],
  });
});
afterAll(() => db.close());

const ask = async (line: object, bases?: ApprovalBasis[]) => {
  const input = { lines: [{ quantity: '1', ...line }], ...(bases ? { approvalBases: bases } : {}) };
  const [answer] = await readAvailability(db.hot, buyer, input);
  return answer?.problem?.code ?? answer?.offers.map(({ offer }) => offer.supplierPart).sort();
};
const found = async (bases: ApprovalBasis[], query = 'seal ring') => {
  const page = await searchParts(db.hot, buyer, {
    query,
    filter: { approvalBases: bases },
    with: { offers: true, facets: true, bases: true },
  });
  return page.nodes.map(({ part, offerCount }) => `${part.number} ${offerCount}`).sort();
};

describe('approval basis', () => {
  it('lets only allowed offers into an answer, before the supplier’s share of it is counted', async () => {
    expect(await ask({ number: 'RING-1' }, ['OEM'])).toEqual(['OEM', 'Z']);
    expect(await ask({ number: 'RING-1' }, ['TEARDOWN'])).toHaveLength(25);
    expect(await ask({ number: 'RING-1' })).toHaveLength(26);
    expect(await ask({ number: 'RING-2' }, ['PMA', 'TSO'])).toEqual(['PMA']);
  });

  it('refuses what is on another basis or on none known, by part, by number and by offer', async () => {
    const [pma] = await db.admin<{ id: string; part: string }>(
      `select id, part_id as part from supply.offer where supplier_part = 'PMA'`,
    );
    expect([
      await ask({ number: 'RING-2' }, ['OEM']),
      await ask({ number: 'RING-3' }, ['OEM']),
      await ask({ partId: pma?.part }, ['OEM']),
      await ask({ offerId: pma?.id }, ['OEM']),
      await ask({ offerId: pma?.id }, ['PMA']),
      await ask({ number: 'RING-9' }, ['PMA']),
      await ask({ offerId: buyer.orgId }, ['PMA']),
      await ask({ partId: buyer.orgId }, ['PMA']),
    ]).toEqual([
      'BASIS_REFUSED',
      'BASIS_REFUSED',
      'BASIS_REFUSED',
      'BASIS_REFUSED',
      ['PMA'],
      'NUMBER_UNKNOWN',
      'OFFER_UNKNOWN',
      'NO_OFFER',
    ]);
  });

  it('narrows the search to parts on it or offered on it, and counts those offers alone', async () => {
    expect(await found(['OEM'])).toEqual(['RING-1 2']);
    expect(await found(['TEARDOWN'])).toEqual(['RING-1 30']);
    expect(await found(['PMA', 'COMMERCIAL'])).toEqual(['RING-2 1', 'RING-4 1']);
    expect(await found(['DER_REPAIR'])).toEqual([]);
    expect(await found(['OEM'], 'RING-2')).toEqual([]);
    const { facets } = await searchParts(db.hot, buyer, {
      query: 'seal ring',
      with: { offers: false, facets: true, bases: true },
    });
    expect(facets?.approvalBases.map(({ id, count }) => [id, count])).toEqual([
      ['COMMERCIAL', 1],
      ['OEM', 1],
      ['PMA', 1],
    ]);
  });

  it('is refused in a file when it is none of the known', async () => {
    const supplier = await organization(db);
    const upload = await stagedUpload(db, supplier, {
      catalogueId: await catalogueOf(db, supplier),
      rows: [row('BAD', 'RING-5', 'factory new')],
    });
    const problems = await db.admin('select code, column_name, facts from supply.row_problem where upload_id = $1', [upload.id]);
    expect(problems).toEqual([
      {
        code: 'VALUE_INVALID',
        column_name: 'approvalBasis',
        facts: { value: 'factory new', expected: approvalBases.join(', ') },
      },
    ]);
  });

  it('is spelled alike by the code and by the database', async () => {
    const texts = [
      'oem',
      'PAH',
      'OEM/PAH',
      'faa pma',
      'Tso-A',
      'ETSO',
      'std',
      'Commercial Part',
      'part-out',
      'DER repair',
      'x',
      '12',
      ...approvalBases,
    ];
    const read = await db.admin<{ basis: string | null }>(
      'select catalog.approval_basis(t) as basis from unnest($1::text[]) with ordinality as u (t, n) order by n',
      [texts],
    );
    expect(read.map(({ basis }) => basis ?? undefined)).toEqual(texts.map(approvalBasisOf));
  });
});
