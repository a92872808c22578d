import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#libs/platform';
import { bolts, publishedCatalogue } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;

beforeAll(async () => {
  db = await freshDatabase();
  supplier = (await publishedCatalogue(db, { rows: bolts(3) })).actor;
});
afterAll(() => db.close());

const nobody = '01a20064-0000-7000-8000-000000000000';
const run = (statement: string) =>
  db.unitOfWork.run(supplier, (work) => work.tx.query(statement.replaceAll('$org', `'${supplier.orgId}'`)));
const counts = () =>
  db.admin(
    'select (select count(*)::int from supply.offer) as offers, (select count(*)::int from supply.stock) as stock, (select count(*)::int from supply.price_break) as breaks',
  );
const copied = (column: string) =>
  `do $$ declare v_columns text; begin
     select string_agg(quote_ident(attname), ', ') into v_columns from pg_attribute
       where attrelid = 'supply.offer'::regclass and attnum > 0 and not attisdropped and attgenerated = '';
     execute format('insert into supply.offer (%1$s) select %1$s from (select (jsonb_populate_record(o, jsonb_build_object(''id'', gen_random_uuid(), ''supplier_part'', ''COPY'', ''${column}'', ''${nobody}''))).* from supply.offer o limit 1) c', v_columns);
   end $$`;

describe('what offers, prices and stock refer to', () => {
  it.each([
    ['an offer of an unknown part', copied('part_id')],
    ['an offer of an unknown catalogue', copied('catalogue_id')],
    ['an offer that moves to an unknown part', `update supply.offer set part_id = '${nobody}'`],
    [
      'stock of an unknown offer',
      `insert into supply.stock (org_id, offer_id, location, quantity, as_of, source) values ($org, '${nobody}', 'A', 1, now(), 'API')`,
    ],
    [
      'a price of an unknown offer',
      `insert into supply.price_break (org_id, offer_id, from_quantity, price) values ($org, '${nobody}', 1, 1)`,
    ],
  ])('%s is refused as a whole', async (_, statement) => {
    const before = await counts();
    await expect(run(statement)).rejects.toMatchObject({ code: '23503' });
    expect(await counts()).toEqual(before);
  });

  it('offers and catalogues are never deleted', async () => {
    await expect(run('delete from supply.offer')).rejects.toMatchObject({ code: '42501' });
    await expect(run('delete from supply.catalogue')).rejects.toMatchObject({ code: '42501' });
  });
});
