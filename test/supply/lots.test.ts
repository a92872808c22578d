import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, keepFile, NotFound } from '#libs/platform';
import {
  attachLotCertificate,
  claimLots,
  lotsOfOffers,
  promiseCertificates,
  readAvailability,
  releaseStock,
  reserveStock,
  type SaveLotsInput,
  saveLots,
  showLotCertificate,
  type WantedLot,
} from '#libs/supply';
import {
  codes,
  memberOf,
  type PlantedOffer,
  plantOffer,
  success,
  type TradeWorld,
  tradeWorld,
} from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
const keeper = () => memberOf(world.supplier.orgId, ['stock:write']);
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

type Line = SaveLotsInput['lots'][number];
const lot = (offer: PlantedOffer, override: Partial<Line> = {}): Line => ({
  offerId: offer.id,
  location: 'MAIN',
  lotNumber: 'L1',
  condition: 'OH',
  certificates: ['EASA_FORM_1'],
  trace: 'YES',
  shelfLifeOn: '2099-01-31',
  quantity: '5',
  ...override,
});
const save = (lots: Line[], actor = keeper()) => db.unitOfWork.run(actor, (work) => saveLots(work, { lots }));
const lotsOf = (offer: PlantedOffer, actor = world.buyer) => db.unitOfWork.read(actor, (work) => lotsOfOffers(work, [offer.id]));
const ask = async (offer: PlantedOffer, lots?: WantedLot, needBy?: string) => {
  const input = { lines: [{ partId: offer.partId, quantity: '1', needBy: needBy ?? null }], ...(lots ? { lots } : {}) };
  const [answer] = await readAvailability(db.hot, world.buyer, input);
  return answer?.problem?.code ?? answer?.offers.map(({ fitting }) => fitting);
};
const file = async (actor = keeper()) =>
  db.unitOfWork.run(actor, (work) =>
    keepFile(work, {
      sha256: randomUUID().replaceAll('-', '').repeat(2),
      size: 10,
      mediaType: 'application/pdf',
      name: 'form1.pdf',
    }),
  );

describe('saveLots', () => {
  it('states lots and serials, replaces what is stated again, and ends what has none', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    expect(
      success(await save([lot(offer), lot(offer, { lotNumber: null, serialNumber: 'S9', quantity: '1', condition: 'NE' })])),
    ).toBe(2);
    expect(
      (await lotsOf(offer)).map(({ lotNumber, serialNumber, condition, free }) => [lotNumber, serialNumber, condition, free]),
    ).toEqual([
      ['L1', null, 'OH', '5'],
      [null, 'S9', 'NE', '1'],
    ]);
    success(
      await save([
        lot(offer, { condition: 'RP', quantity: '3' }),
        lot(offer, { lotNumber: null, serialNumber: 'S9', quantity: '0' }),
      ]),
    );
    expect((await lotsOf(offer)).map(({ condition, free }) => [condition, free])).toEqual([['RP', '3']]);
  });

  it('refuses all lines at once and writes none', async () => {
    const [offer, foreign] = [await plantOffer(db, world.supplier.orgId), await plantOffer(db, world.stranger.orgId)];
    const refused = await save([
      lot(offer),
      lot(foreign),
      lot(offer, { lotNumber: 'L2', condition: 'GOOD' }),
      lot(offer, { lotNumber: 'L3', certificates: ['FORM_X'] }),
      lot(offer, { lotNumber: 'L4', condition: 'XX' }),
      lot(offer, { lotNumber: 'L5', condition: 'CR' }),
      lot(offer, { lotNumber: 'L6' }),
      lot(offer, { lotNumber: 'L6' }),
    ]);
    expect(refused.ok ? [] : refused.errors.map(({ code, path }) => `${path?.[1]} ${code}`)).toEqual([
      '1 LotOfferUnknown',
      '2 LotCodeUnknown',
      '3 LotCodeUnknown',
      '4 LotNotSold',
      '5 LotNotSold',
      '6 LotRepeated',
      '7 LotRepeated',
    ]);
    expect(await lotsOf(offer)).toEqual([]);
    await expect(save([lot(offer, { serialNumber: 'S1', quantity: '2' })])).rejects.toThrow(BadInput);
    await expect(save([lot(offer, { lotNumber: null })])).rejects.toThrow(BadInput);
    await expect(save([lot(offer)], world.viewer)).rejects.toThrow(Forbidden);
    expect(codes(await save([lot(offer)], memberOf(world.stranger.orgId, ['stock:write'])))).toEqual(['LotOfferUnknown']);
  });

  it('writes the same lot once when two state it at once', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const both = await Promise.all([save([lot(offer, { quantity: '2' })]), save([lot(offer, { quantity: '2' })])]);
    expect(both.map(success)).toEqual([1, 1]);
    expect((await lotsOf(offer)).map(({ free }) => free)).toEqual(['2']);
  });
});

describe('hard filters over units', () => {
  it('let only offers in that have such units, and say how many', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    success(
      await save([
        lot(offer, { quantity: '3' }),
        lot(offer, {
          lotNumber: 'L2',
          condition: 'FN',
          certificates: ['COFC', 'FAA_8130_3'],
          quantity: '4',
          shelfLifeOn: null,
          trace: 'NAV',
        }),
      ]),
    );
    expect([
      await ask(offer),
      await ask(offer, { conditions: ['OH'] }),
      await ask(offer, { conditions: ['NU'] }),
      await ask(offer, { conditions: ['OH', 'NU'] }),
      await ask(offer, { conditions: ['SV'] }),
      await ask(offer, { certificates: ['FAA_8130_3', 'COFC'] }),
      await ask(offer, { conditions: ['OH'], certificates: ['FAA_8130_3'] }),
      await ask(offer, { trace: 'NAV' }),
      await ask(offer, { shelfDaysMin: 30 }),
      await ask(offer, { shelfDaysMin: 30 }, '2098-12-31'),
      await ask(offer, { shelfDaysMin: 32 }, '2098-12-31'),
    ]).toEqual([[null], ['3'], ['4'], ['7'], 'LOT_REFUSED', ['4'], 'LOT_REFUSED', ['4'], ['3'], ['3'], 'LOT_REFUSED']);
  });

  it('never count more than is free, and judge an offer without lots by its own word', async () => {
    const [short, plain] = [
      await plantOffer(db, world.supplier.orgId, { stock: '2' }),
      await plantOffer(db, world.supplier.orgId),
    ];
    success(await save([lot(short)]));
    await db.admin(`update supply.offer set condition = 'NE' where id = $1`, [plain.id]);
    const promise = (certificates: string[], actor = keeper()) =>
      db.unitOfWork.run(actor, (work) => promiseCertificates(work, { offerId: plain.id, certificates }));
    expect([await ask(short, { conditions: ['OH'] }), await ask(plain, { conditions: ['NE'] })]).toEqual([['2'], ['500']]);
    expect([await ask(plain, { certificates: ['COFC'] }), await ask(plain, { trace: 'YES' })]).toEqual([
      'LOT_REFUSED',
      'LOT_REFUSED',
    ]);
    expect(success(await promise(['COFC']))).toEqual(['COFC']);
    expect(await ask(plain, { certificates: ['COFC'] })).toEqual(['500']);
    expect(codes(await promise(['NONE']))).toEqual(['LotCodeUnknown']);
    expect(codes(await promise(['COFC'], memberOf(world.stranger.orgId, ['stock:write'])))).toEqual(['LotOfferUnknown']);
    await expect(promise([], world.viewer)).rejects.toThrow(Forbidden);
    expect(success(await promise([]))).toEqual([]);
    expect(await ask(plain, { certificates: ['COFC'] })).toBe('LOT_REFUSED');
  });
});

describe('claimLots', () => {
  it('takes what expires first, once, and gives it back with the stock', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    success(
      await save([lot(offer, { quantity: '3' }), lot(offer, { lotNumber: 'OLD', quantity: '2', shelfLifeOn: '2098-01-01' })]),
    );
    const line = randomUUID();
    const claim = (quantity: string, key: string) =>
      db.unitOfWork.run(world.buyer, async (work) => {
        const common = { line: key, quantity };
        await reserveStock(work, [{ ...common, supplierId: world.supplier.orgId, offerId: offer.id }]);
        const short = await claimLots(work, [
          { ...common, supplier: world.supplier.orgId, offer: offer.id, want: { conditions: ['OH'] } },
        ]);
        return short.length > 0
          ? { ok: false as const, errors: short.map(({ fitting }) => ({ code: fitting })) }
          : { ok: true as const, value: 1 };
      });
    success(await claim('4', line));
    const taken = () => lotsOf(offer).then((lots) => lots.map(({ lotNumber, free }) => `${lotNumber} ${free}`));
    expect(await taken()).toEqual(['OLD 0', 'L1 1']);
    expect(codes(await claim('2', randomUUID()))).toEqual(['1']);
    expect(codes(await save([lot(offer, { quantity: '1' })]))).toEqual(['LotTaken']);
    const both = await Promise.all([claim('1', randomUUID()), claim('1', randomUUID())]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    await db.unitOfWork.run(world.buyer, async (work) => ({
      ok: true as const,
      value: await releaseStock(work, [
        { line, buyerId: world.buyer.orgId, supplierId: world.supplier.orgId, quantity: '3', movement: 'x' },
      ]),
    }));
    expect(await taken()).toEqual(['OLD 1', 'L1 2']);
  });
});

describe('attachLotCertificate', () => {
  it('keeps a file by hash, for the supplier alone until he shows it', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    success(await save([lot(offer)]));
    const [stated] = await lotsOf(offer);
    const attach = async (fileId: string, kind = 'EASA_FORM_1', actor = keeper()) =>
      db.unitOfWork.run(actor, (work) => attachLotCertificate(work, { lotId: stated?.id ?? '', fileId, kind, number: 'F-1' }));
    const kept = await file();
    const attached = success(await attach(kept.id));
    expect(success(await attach(kept.id)).id).toBe(attached.id);
    expect(codes(await attach((await file(world.stranger)).id))).toEqual(['FileUnknown']);
    expect(codes(await attach(kept.id, 'FORM_X'))).toEqual(['LotCodeUnknown']);
    await expect(attach(kept.id, 'COFC', memberOf(world.stranger.orgId, ['stock:write']))).rejects.toThrow(NotFound);
    await expect(attach(kept.id, 'COFC', world.viewer)).rejects.toThrow(Forbidden);
    const seen = () => lotsOf(offer).then(([found]) => found?.files.map(({ kind, number }) => `${kind} ${number}`));
    expect([await seen(), (await lotsOf(offer, keeper()))[0]?.files.length]).toEqual([[], 1]);
    const show = (shown: boolean, actor = keeper()) =>
      db.unitOfWork.run(actor, (work) => showLotCertificate(work, { certificateId: attached.id, shown }));
    expect(success(await show(true))).toBe(true);
    expect(await seen()).toEqual(['EASA_FORM_1 F-1']);
    await expect(show(false, memberOf(world.stranger.orgId, ['stock:write']))).rejects.toThrow(NotFound);
    await expect(show(false, world.viewer)).rejects.toThrow(Forbidden);
    expect(success(await show(false))).toBe(false);
    expect(await seen()).toEqual([]);
  });
});
