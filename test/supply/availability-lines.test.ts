import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, BadInput } from '#libs/platform';
import { type AvailabilityInput, type LineAnswer, readAvailability } from '#libs/supply';
import { agreement, dayFromNow } from '../factories/agreement.factory.js';
import { bolt, bolts, organization, publishedCatalogue } from '../factories/catalogue.factory.js';
import { stocked } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;
const offers = new Map<string, { id: string; partId: string }>();

beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db, { name: 'Fasteners' });
  buyer = await organization(db, { roles: ['BUYER'], name: 'Airline' });
  await publishedCatalogue(db, { actor: supplier, rows: [...bolts(200), bolt(1000, { supplierPart: 'BOX25' })] });
  for (const { part, id, partId } of await db.admin<{ part: string; id: string; partId: string }>(
    'select supplier_part as part, id, part_id as "partId" from supply.offer where org_id = $1',
    [supplier.orgId],
  ))
    offers.set(part, { id, partId });
});
afterAll(() => db.close());

const offerId = (part: string): string => offers.get(part)?.id ?? '';
const partId = (part: string): string => offers.get(part)?.partId ?? '';
const ask = (actor: Actor, ...lines: AvailabilityInput['lines']): Promise<LineAnswer[]> =>
  readAvailability(db.hot, actor, { lines });

describe('lines', () => {
  it('200 of them are answered in their order by one statement', async () => {
    const answers = await ask(buyer, ...bolts(200).map((row) => ({ offerId: offerId(row.supplierPart ?? ''), quantity: '100' })));
    expect(answers.map((line) => line.offers[0]?.offer.supplierPart)).toEqual(bolts(200).map((row) => row.supplierPart));
    expect(answers.filter((line) => line.problem !== null)).toHaveLength(0);
  });

  it('by part give every visible offer, in the order of what can leave first', async () => {
    const other = await publishedCatalogue(db, { rows: [bolt(30, { leadDays: 2, supplierPart: 'FAST' })] });
    const [line] = await ask(buyer, { partId: partId('B-000030'), quantity: '100' });
    expect(line?.offers.map(({ offer, earliest }) => [offer.supplierPart, earliest])).toEqual([
      ['FAST', dayFromNow(2)],
      ['B-000030', dayFromNow(5)],
    ]);
    expect(line?.offers[0]?.offer.supplierId).toBe(other.actor.orgId);
  });

  it('by part give at most 25 offers of one supplier: one who publishes a part a thousand times hides nobody', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => bolt(33, { supplierPart: `FLOOD-${i}` }));
    await publishedCatalogue(db, { rows });
    const [line] = await ask(buyer, { partId: partId('B-000033'), quantity: '100' });
    const parts = line?.offers.map(({ offer }) => offer.supplierPart) ?? [];
    expect([parts.length, parts.filter((part) => part.startsWith('FLOOD-')).length]).toEqual([26, 25]);
    expect(parts).toContain('B-000033');
  });

  it('by number find the part as written, by its key, and by the buyer own number; a mixture of ways in one question', async () => {
    await db.admin(`insert into catalog.part_alias (org_id, number, key, part_id) values ($1, 'MY-77', 'MY77', $2)`, [
      buyer.orgId,
      partId('B-000031'),
    ]);
    const answers = await ask(
      buyer,
      { number: 'BACB30-32', quantity: '1' },
      { number: 'bacb 3032', quantity: '1' },
      { number: 'my-77', quantity: '1' },
      { number: 'BACB30-32', manufacturer: '81205', quantity: '1' },
      { number: 'BACB30-32', manufacturer: 'Airbus', quantity: '1' },
      { offerId: offerId('B-000033'), quantity: '1' },
    );
    expect(answers.map((line) => line.offers[0]?.offer.supplierPart ?? line.problem?.code)).toEqual([
      'B-000032',
      'B-000032',
      'B-000031',
      'B-000032',
      'NUMBER_UNKNOWN',
      'B-000033',
    ]);
    const stranger = await organization(db, { roles: ['BUYER'] });
    expect((await ask(stranger, { number: 'MY-77', quantity: '1' }))[0]?.problem).toEqual({
      code: 'NUMBER_UNKNOWN',
      choices: [],
    });
  });

  it('with a number of several parts get a choice and no offer: nothing is guessed', async () => {
    await publishedCatalogue(db, {
      rows: [
        bolt(8001, { manufacturerPart: '69-3732-01' }),
        bolt(8002, { manufacturerPart: '69-37320-1' }),
        bolt(8003, { manufacturerPart: 'BACB30-40', manufacturerCode: '99999', manufacturer: 'Other' }),
      ],
    });
    const [key, written, narrowed, twoMakers] = await ask(
      buyer,
      { number: '69373201', quantity: '1' },
      { number: '69-3732-01', quantity: '1' },
      { number: 'BACB30-40', manufacturer: '99999', quantity: '1' },
      { number: 'BACB30-40', quantity: '1' },
    );
    expect(key?.offers).toEqual([]);
    expect(key?.problem?.code).toBe('NUMBER_AMBIGUOUS');
    expect(key?.problem?.choices.map((choice) => choice.number)).toEqual(['69-3732-01', '69-37320-1']);
    expect(written?.offers).toHaveLength(1);
    expect(narrowed?.offers.map(({ offer }) => offer.supplierPart)).toEqual(['B-008003']);
    expect(twoMakers?.problem?.choices.map((choice) => choice.manufacturerCode)).toEqual(['81205', '99999']);
  });

  it('that no honest client sends are refused: none, 201, two ways at once, zero, an exponent, a day that is none', async () => {
    const line = { offerId: offerId('BOX25'), quantity: '1' };
    for (const lines of [
      [],
      Array.from({ length: 201 }, () => line),
      [{ ...line, number: 'X' }],
      [{ quantity: '1' }],
      [{ ...line, quantity: '0' }],
      [{ ...line, quantity: '1e5' }],
      [{ ...line, needBy: '2026-02-30' }],
    ]) {
      await expect(ask(buyer, ...lines)).rejects.toBeInstanceOf(BadInput);
    }
  });
});

describe('wall', () => {
  it('hides the offers of an audience from everybody but its members and the supplier; an agreement opens it', async () => {
    const audience = '0192f000-0000-7000-8000-00000000000a';
    const other = await publishedCatalogue(db, {
      rows: [
        bolt(9001, { audience, supplierPart: 'SECRET', manufacturerPart: 'SECRET-1', breaks: [{ from: '10', price: '1' }] }),
      ],
    });
    const [row] = await db.admin<{ id: string; partId: string }>(
      'select id, part_id as "partId" from supply.offer where org_id = $1',
      [other.actor.orgId],
    );
    const id = row?.id ?? '';
    await stocked(db, other.actor, { offerId: id, quantity: '5' });
    const seen = async (actor: Actor) =>
      (await ask(actor, { offerId: id, quantity: '20' }, { partId: row?.partId, quantity: '20' })).map(
        (line) => line.offers.length,
      );
    expect(await seen(buyer)).toEqual([0, 0]);
    expect(await seen(other.actor)).toEqual([1, 1]);
    // A supplier cannot let anybody into the audience of another one.
    const thief = await organization(db);
    await db.admin('insert into supply.audience_member (org_id, audience, counterparty_id) values ($1, $2, $3)', [
      thief.orgId,
      audience,
      buyer.orgId,
    ]);
    expect(await seen(buyer)).toEqual([0, 0]);
    await agreement(db, { supplier: other.actor, buyer }, { items: [{ offerId: id, price: '0.5', basis: '100' }] });
    expect(await seen(buyer)).toEqual([1, 1]);
    expect((await ask(buyer, { offerId: id, quantity: '20' }))[0]?.offers[0]).toMatchObject({
      available: '5',
      priceSource: 'AGREEMENT',
    });
  });

  it('shows nothing to a connection that is bound to nobody, and refuses to be bound twice', async () => {
    const [{ count } = { count: -1 }] = await db.hot.call<{ count: number }>(
      'unbound',
      `select count(*)::int as count from supply.offer o full join supply.stock s on s.offer_id = o.id
      full join supply.agreement_price a on a.offer_id = o.id full join supply.stock_ledger l on l.offer_id = o.id`,
      [],
    );
    expect(count).toBe(0);
    await expect(
      db.unitOfWork.read(supplier, (work) =>
        work.tx.query('select * from supply.read_availability($1, $2)', [buyer.orgId, '[]']),
      ),
    ).rejects.toThrow('already bound');
  });
});
