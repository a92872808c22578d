import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#libs/platform';
import type { StagedRow } from '#libs/supply';
import { publishCatalogue } from '#libs/supply';
import { bolt, catalogueOf, organization, publishedUpload, stagedUpload, value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const says = (number: string, override: Partial<StagedRow>) => bolt(1, { manufacturerPart: number, ...override });
async function publish(actor: Actor, ...rows: StagedRow[]) {
  const catalogueId = await catalogueOf(db, actor);
  await publishedUpload(db, actor, { catalogueId, rows: rows.map((row, i) => ({ ...row, supplierPart: `P${i}` })) });
  return catalogueId;
}
const part = async (number: string) =>
  (
    await db.admin<Record<string, unknown>>(
      `select p.name, p.names, p.description, p.ata, p.field_ranks, m.code from catalog.part p join catalog.manufacturer m on m.id = p.manufacturer_id where p.number = $1`,
      [number],
    )
  )[0];

describe('identify_parts', () => {
  it('gives each field to the manufacturer, else the operator, else the first supplier who filled it', async () => {
    const [first, second] = [await organization(db), await organization(db)];
    const operator = await organization(db, { roles: ['OPERATOR', 'SUPPLIER'] });
    const maker = await organization(db, { cage: '81205' });
    const text = (name: string, more: object) => says('OWN-1', { name, details: { names: { en: name }, ...more } });
    await publish(first, text('first', { description: 'of the first' }));
    await publish(second, text('second', { description: 'of the second', ata: '32', names: { en: 'second', zh: '第二' } }));
    expect(await part('OWN-1')).toEqual({
      name: 'first',
      names: { en: 'first', zh: '第二' },
      description: 'of the first',
      ata: '32',
      field_ranks: {},
      code: '81205',
    });
    await publish(operator, text('operator', {}));
    await publish(first, text('first again', { description: 'new of the first' }));
    expect(await part('OWN-1')).toMatchObject({
      name: 'operator',
      names: { en: 'operator', zh: '第二' },
      description: 'new of the first',
      field_ranks: { name: 2, names: 2 },
    });
    await publish(maker, text('maker', { ata: '27' }));
    await publish(operator, text('operator again', { ata: '99' }));
    expect(await part('OWN-1')).toMatchObject({
      name: 'maker',
      ata: '27',
      description: 'new of the first',
      field_ranks: { name: 3, names: 3, ata: 3 },
    });
    expect(
      await db.admin(
        `select count(*)::int as offers, count(distinct name)::int as names from supply.offer o join catalog.part p on p.id = o.part_id where p.number = 'OWN-1'`.replace(
          'name)',
          'o.name)',
        ),
      ),
    ).toEqual([{ offers: 6, names: 6 }]);
  });

  it('takes attributes in their one spelling, the revision stays with the offer, and what is no attribute is refused', async () => {
    const supplier = await organization(db);
    const details = {
      revision: 'C',
      actualMaker: 'Bolt Works',
      unNumber: 'un 1263',
      hazardClass: 'class 3',
      packingGroup: '2',
      shelfLifeExtendable: 'yes',
      eccn: '9a991.d',
      hsCode: '8803.30',
      lifeLimited: 'no',
      essentiality: '1',
      spareClass: '6',
    };
    const catalogueId = await publish(supplier, says('ATT-1', { details }), says('ATT-2', { details: { hazmat: 'UN 1950' } }));
    const columns =
      'un_number, hazard_class, packing_group, shelf_life_extendable, eccn, hs_code, life_limited, essentiality, spare_class';
    expect(await db.admin(`select ${columns} from catalog.part where number = 'ATT-1'`)).toEqual([
      {
        un_number: 'UN1263',
        hazard_class: '3',
        packing_group: 'II',
        shelf_life_extendable: true,
        eccn: '9A991.D',
        hs_code: '880330',
        life_limited: false,
        essentiality: '1',
        spare_class: '6',
      },
    ]);
    expect(
      await db.admin(
        `select p.un_number, o.revision, o.actual_maker from catalog.part p join supply.offer o on o.part_id = p.id where p.number like 'ATT-%' order by p.number`,
      ),
    ).toEqual([
      { un_number: 'UN1263', revision: 'C', actual_maker: 'Bolt Works' },
      { un_number: 'UN1950', revision: null, actual_maker: null },
    ]);
    expect(await db.admin(`select count(*)::int as n from catalog.part where number ~ '^ATT-1' and number <> 'ATT-1'`)).toEqual([
      { n: 0 },
    ]);
    const bad = Object.fromEntries(
      Object.keys(details).map((name) => [name, ['revision', 'actualMaker'].includes(name) ? 'x'.repeat(121) : '?']),
    );
    const upload = await stagedUpload(db, supplier, { catalogueId, rows: [says('ATT-3', { details: bad })] });
    const problems = await db.admin<{ column_name: string }>(
      'select code, column_name from supply.row_problem where upload_id = $1 order by column_name',
      [upload.id],
    );
    expect(problems.map(({ column_name }) => column_name)).toEqual(Object.keys(details).sort());
  });

  it('finds words in English and pairs of Han characters', async () => {
    await publish(
      await organization(db),
      says('WORDS-1', { name: 'Hex bolt', details: { names: { en: 'Hex bolt', zh: '六角头螺栓' } } }),
    );
    const found = async (question: string) =>
      (
        await db.admin(
          `select p.number from catalog.part_search s join catalog.part p on p.id = s.part_id where s.tsv @@ plainto_tsquery('simple', $1) and p.number like 'WORDS%'`,
          [question],
        )
      ).length;
    expect([await found('bolt'), await found('螺栓'), await found('六角'), await found('角螺')]).toEqual([1, 1, 1, 0]);
  });

  it('identifies a standard by its issuing body only when the row names the body', async () => {
    const supplier = await organization(db);
    await publish(
      supplier,
      says('NAS1149F0332P', { manufacturerCode: '', manufacturer: 'NAS' }),
      says('NAS1149F0332P', { manufacturerCode: '', manufacturer: 'Some Maker' }),
    );
    const codes = await db.admin(
      `select m.code, m.issuing_body from catalog.part p join catalog.manufacturer m on m.id = p.manufacturer_id where p.number = 'NAS1149F0332P' order by 1`,
    );
    expect(codes).toEqual([
      { code: '80205', issuing_body: true },
      { code: 'SOME MAKER', issuing_body: false },
    ]);
  });

  it('makes one part of what two suppliers name first at the same time', async () => {
    const suppliers = [await organization(db), await organization(db)];
    const uploads = await Promise.all(
      suppliers.map(async (actor) => ({
        actor,
        upload: await stagedUpload(db, actor, {
          catalogueId: await catalogueOf(db, actor),
          rows: Array.from({ length: 200 }, (_, i) =>
            bolt(i, { manufacturerPart: `TWIN-${i}`, manufacturerCode: '', manufacturer: `Twin ${i % 7}` }),
          ),
        }),
      })),
    );
    await Promise.all(
      uploads.map(async ({ actor, upload }) =>
        value(await db.unitOfWork.run(actor, (work) => publishCatalogue(work, { uploadId: upload.id }))),
      ),
    );
    expect(
      await db.admin(
        `select count(*)::int as parts, (select count(*)::int from supply.part_supply y join catalog.part p on p.id = y.part_id where p.number like 'TWIN-%' and y.offers = 2) as both from catalog.part where number like 'TWIN-%'`,
      ),
    ).toEqual([{ parts: 200, both: 200 }]);
  });
});
