import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, NotFound, type UserActor } from '#libs/platform';
import {
  calendarFor,
  ownCalendars,
  ownInbound,
  ownTransit,
  saveCalendar,
  setCalendarDays,
  setInbound,
  setTransit,
} from '#libs/supply';
import { codes, memberOf, partners, plantOffer, plantOrganization, success } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: UserActor;
let buyer: UserActor;
let stranger: UserActor;
let viewer: UserActor;
const week = { name: 'Hamburg', timeZone: 'Europe/Berlin', workingDays: [5, 1, 2, 3, 4, 1], cutOff: '15:00' };

beforeAll(async () => {
  db = await freshDatabase();
  const [s, b, x] = [await plantOrganization(db), await plantOrganization(db), await plantOrganization(db)];
  await partners(db, b, s);
  [supplier, buyer, stranger, viewer] = [
    memberOf(s, ['stock:write']),
    memberOf(b, ['site:manage']),
    memberOf(x, ['stock:write', 'site:manage']),
    memberOf(s, ['price:read']),
  ];
});
afterAll(() => db.close());

const run = <T>(actor: UserActor, verb: (work: Parameters<typeof ownCalendars>[0]) => Promise<T>): Promise<T> =>
  db.unitOfWork.run(actor, verb);
const count = async (table: string): Promise<number | undefined> =>
  (await db.admin<{ n: number }>(`select count(*)::int as n from supply.${table}`))[0]?.n;

describe('saveCalendar', () => {
  it('keeps a week in a time zone, and changes it by its version', async () => {
    const made = success(await run(supplier, (work) => saveCalendar(work, week)));
    expect(made).toEqual({
      place: '',
      name: 'Hamburg',
      timeZone: 'Europe/Berlin',
      workingDays: [1, 2, 3, 4, 5],
      opens: '00:00',
      closes: '24:00',
      cutOff: '15:00',
      handlingDays: 0,
      leadFrom: 'ORDER',
      version: 1,
      days: [],
    });
    const changed = success(await run(supplier, (work) => saveCalendar(work, { ...week, handlingDays: 1, expectedVersion: 1 })));
    expect([changed.version, changed.handlingDays]).toEqual([2, 1]);
    expect(codes(await run(supplier, (work) => saveCalendar(work, { ...week, expectedVersion: 1 })))).toEqual([
      'VersionConflict',
    ]);
    expect(codes(await run(supplier, (work) => saveCalendar(work, week)))).toEqual(['VersionConflict']);
  });

  it('makes one of two that are made at once', async () => {
    const twice = await Promise.all([1, 2].map(() => run(supplier, (work) => saveCalendar(work, { ...week, place: 'HAM' }))));
    expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(twice.flatMap((result) => codes(result))).toEqual(['VersionConflict']);
  });

  it('refuses zones and hours that do not exist, and who may not', async () => {
    const before = await count('calendar');
    expect(codes(await run(supplier, (work) => saveCalendar(work, { ...week, place: 'X', timeZone: 'Mars/Olympus' })))).toEqual([
      'TimeZoneUnknown',
    ]);
    const tried = (input: object) => run(supplier, (work) => saveCalendar(work, { ...week, place: 'X', ...input }));
    await expect(tried({ cutOff: '25:00' })).rejects.toThrow(BadInput);
    await expect(tried({ opens: '17:00', closes: '08:00' })).rejects.toThrow(BadInput);
    await expect(tried({ workingDays: [] })).rejects.toThrow(BadInput);
    await expect(run(viewer, (work) => saveCalendar(work, { ...week, place: 'X' }))).rejects.toThrow(Forbidden);
    expect(await count('calendar')).toBe(before);
  });

  it('is read by partners of either side and by nobody else', async () => {
    success(await run(buyer, (work) => saveCalendar(work, { ...week, place: 'DOCK', name: 'Dock' })));
    expect(await run(buyer, (work) => calendarFor(work, { orgId: supplier.orgId, place: 'HAM' }))).toMatchObject({
      place: 'HAM',
    });
    expect(await run(buyer, (work) => calendarFor(work, { orgId: supplier.orgId, place: 'LYS' }))).toMatchObject({ place: '' });
    expect(await run(supplier, (work) => calendarFor(work, { orgId: buyer.orgId, place: 'DOCK' }))).toMatchObject({
      place: 'DOCK',
    });
    expect(await run(stranger, (work) => calendarFor(work, { orgId: supplier.orgId, place: '' }))).toBeNull();
    expect((await run(supplier, ownCalendars)).map(({ place }) => place)).toEqual(['', 'HAM']);
  });
});

describe('setCalendarDays', () => {
  it('notes exceptions, replaces and takes them away', async () => {
    const days = [
      { day: '2031-12-25', name: 'Christmas' },
      { day: '2031-12-27', kind: 'OPEN' as const },
    ];
    expect(success(await run(supplier, (work) => setCalendarDays(work, { days }))).days).toEqual([
      { day: '2031-12-25', kind: 'CLOSED', name: 'Christmas' },
      { day: '2031-12-27', kind: 'OPEN', name: '' },
    ]);
    const next = [
      { day: '2031-12-27', kind: 'WEEK' as const },
      { day: '2031-12-25', kind: 'OPEN' as const, name: 'Stocktaking' },
    ];
    expect(success(await run(supplier, (work) => setCalendarDays(work, { days: next }))).days).toEqual([
      { day: '2031-12-25', kind: 'OPEN', name: 'Stocktaking' },
    ]);
  });

  it('refuses a day twice, a place without a calendar, who may not', async () => {
    const before = await count('calendar_day');
    const days = [{ day: '2031-01-01' }, { day: '2031-01-01' }];
    expect(await run(supplier, (work) => setCalendarDays(work, { days }))).toEqual({
      ok: false,
      errors: [{ code: 'CalendarDayRepeated', path: ['days', '1'], values: { day: '2031-01-01' } }],
    });
    await expect(run(stranger, (work) => setCalendarDays(work, { days: [{ day: '2031-01-01' }] }))).rejects.toThrow(NotFound);
    await expect(run(viewer, (work) => setCalendarDays(work, { days: [{ day: '2031-01-01' }] }))).rejects.toThrow(Forbidden);
    await expect(run(supplier, (work) => setCalendarDays(work, { days: [{ day: '2031-02-30' }] }))).rejects.toThrow(BadInput);
    expect(await count('calendar_day')).toBe(before);
  });
});

describe('setTransit', () => {
  const way = { method: 'AIR', country: 'DE', days: 2 };
  it('writes, changes and takes ways away; a replacing call forgets the others', async () => {
    const set = async (input: Parameters<typeof setTransit>[1]) =>
      success(await run(supplier, (work) => setTransit(work, input))).map(({ country, method, days }) => [country, method, days]);
    expect(await set({ rows: [way, { method: 'GROUND', days: 9, kind: 'WORKING' }] })).toEqual([
      ['', 'GROUND', 9],
      ['DE', 'AIR', 2],
    ]);
    expect(
      await set({
        rows: [
          { ...way, days: 3 },
          { method: 'GROUND', days: null },
        ],
      }),
    ).toEqual([['DE', 'AIR', 3]]);
    expect(await set({ rows: [{ method: 'SEA', days: 30 }], replace: true })).toEqual([['', 'SEA', 30]]);
  });

  it('refuses a way twice and who may not; two at once both stand', async () => {
    expect(codes(await run(supplier, (work) => setTransit(work, { rows: [way, way] })))).toEqual(['TransitRepeated']);
    await expect(run(buyer, (work) => setTransit(work, { rows: [way] }))).rejects.toThrow(Forbidden);
    await expect(run(supplier, (work) => setTransit(work, { rows: [{ method: 'AIR', region: 'BY', days: 1 }] }))).rejects.toThrow(
      BadInput,
    );
    expect(await count('transit')).toBe(1);
    await Promise.all(
      ['FR', 'IT'].map(async (country) =>
        success(await run(supplier, (work) => setTransit(work, { rows: [{ ...way, country }] }))),
      ),
    );
    expect((await run(supplier, ownTransit)).map(({ country }) => country)).toEqual(['', 'FR', 'IT']);
  });
});

describe('setInbound', () => {
  it('takes receipts by offer or part number, replaces by reference, and forgets at zero', async () => {
    const offer = await plantOffer(db, supplier.orgId);
    const line = { offerId: offer.id, location: 'HAM', reference: 'PO-7', quantity: '40', expectedOn: '2031-05-01' };
    const lines = [
      line,
      { ...line, quantity: '41' },
      { supplierPart: 'NOPE', location: 'HAM', reference: 'PO-8', quantity: '1', expectedOn: '2031-05-01' },
    ];
    expect(success(await run(supplier, (work) => setInbound(work, { lines })))).toEqual({
      written: 1,
      refused: [
        { code: 'InboundRepeated', path: ['lines', '1'] },
        { code: 'InboundOfferUnknown', path: ['lines', '2'] },
      ],
    });
    const again = {
      supplierPart: offer.supplierPart,
      location: 'HAM',
      reference: 'PO-7',
      quantity: '35',
      expectedOn: '2031-05-04',
    };
    success(await run(supplier, (work) => setInbound(work, { lines: [again] })));
    expect(await run(supplier, ownInbound)).toEqual([
      {
        offerId: offer.id,
        supplierPart: offer.supplierPart,
        location: 'HAM',
        reference: 'PO-7',
        quantity: '35',
        claimed: '0',
        expectedOn: '2031-05-04',
      },
    ]);
    success(await run(supplier, (work) => setInbound(work, { lines: [{ ...line, quantity: '0', expectedOn: null }] })));
    expect(await count('inbound')).toBe(0);
  });

  it('names a part number that stands in two catalogues, and refuses foreign offers and who may not', async () => {
    const [one, other] = [await plantOffer(db, supplier.orgId), await plantOffer(db, supplier.orgId)];
    await db.admin('update supply.offer set supplier_part = $2 where id = $1', [other.id, one.supplierPart]);
    const line = { location: 'HAM', reference: 'PO-9', quantity: '1', expectedOn: '2031-05-01' };
    const refused = (actor: UserActor, by: object) => run(actor, (work) => setInbound(work, { lines: [{ ...line, ...by }] }));
    expect(success(await refused(supplier, { supplierPart: one.supplierPart })).refused.map(({ code }) => code)).toEqual([
      'InboundOfferAmbiguous',
    ]);
    expect(success(await refused(stranger, { offerId: one.id })).refused.map(({ code }) => code)).toEqual([
      'InboundOfferUnknown',
    ]);
    await expect(refused(viewer, { offerId: one.id })).rejects.toThrow(Forbidden);
    await expect(refused(supplier, { offerId: one.id, expectedOn: null })).rejects.toThrow(BadInput);
    expect(await count('inbound')).toBe(0);
  });

  it('follows the offer behind its wall', async () => {
    const offer = await plantOffer(db, supplier.orgId);
    const line = { offerId: offer.id, location: 'HAM', reference: 'PO-1', quantity: '5', expectedOn: '2031-05-01' };
    success(await run(supplier, (work) => setInbound(work, { lines: [line] })));
    const seen = async (actor: UserActor) =>
      run(actor, async (work) => ((await work.tx.query('select quantity from supply.inbound')) as unknown[]).length);
    expect([await seen(buyer), await seen(stranger)]).toEqual([1, 1]);
    await db.admin('update supply.offer set audience = gen_random_uuid() where id = $1', [offer.id]);
    expect([await seen(buyer), await seen(supplier)]).toEqual([0, 1]);
  });
});
