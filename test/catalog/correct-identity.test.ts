import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listCorrections, mergeParts, partsByNumber, splitPart, undoCorrection } from '#libs/catalog';
import { type Actor, Forbidden, NotFound } from '#libs/platform';
import { readAvailability, searchParts } from '#libs/supply';
import { bolt, organization, publishedCatalogue, value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let operator: Actor;
let buyer: Actor;
let suppliers: Actor[];
const reason = 'seen on the drawing';

const part = async (number: string, maker = '81205') =>
  (
    await db.admin<{ id: string; maker: string }>(
      'select p.id, m.id as maker from catalog.part p join catalog.manufacturer m on m.id = p.manufacturer_id where p.number = $1 and m.code = $2',
      [number, maker],
    )
  )[0] ?? { id: '', maker: '' };

beforeAll(async () => {
  db = await freshDatabase();
  operator = await organization(db, { roles: ['OPERATOR'] });
  buyer = await organization(db, { roles: ['BUYER'] });
  suppliers = [await organization(db), await organization(db)];
  for (const [i, actor] of suppliers.entries())
    await publishedCatalogue(db, {
      actor,
      rows: ['TWIN-1', 'TWIN 1A', 'MIX-1', 'ALONE-1'].map((manufacturerPart, n) =>
        bolt(n, { manufacturerPart, supplierPart: `S${i}-${n}` }),
      ),
    });
});
afterAll(() => db.close());

/** Every row of what a correction might touch, as text; the trail and the corrections themselves are left out. */
async function rowsOf(): Promise<Record<string, string[]>> {
  const tables = ['catalog.part', 'catalog.part_search', 'catalog.part_alias', 'catalog.common_alias', 'catalog.manufacturer'];
  const all = [...tables, 'catalog.manufacturer_alias', 'supply.offer', 'supply.stock', 'supply.part_supply'];
  const found: Record<string, string[]> = {};
  for (const table of all)
    found[table] = (await db.admin<{ row: string }>(`select t::text as row from ${table} t order by 1`)).map(({ row }) => row);
  return found;
}
const run = <T>(act: Parameters<typeof db.unitOfWork.run<T>>[1], as = operator) => db.unitOfWork.run(as, act);
const offered = async (partId: string) => {
  const [line] = await readAvailability(db.hot, buyer, { lines: [{ partId, quantity: '1' }] });
  return line?.problem?.code ?? line?.offers.map(({ offer }) => offer.supplierPart).sort();
};
const byNumber = async (number: string) => {
  const [line] = await readAvailability(db.hot, buyer, { lines: [{ number, quantity: '1' }] });
  return line?.problem?.code ?? line?.offers.map(({ offer }) => offer.supplierPart).sort();
};
const hits = async (query: string) => {
  const page = await searchParts(db.hot, buyer, { query, with: { offers: true, facets: false } });
  return page.nodes.map(({ part: found, offerCount, supplierCount }) => [found.number, offerCount, supplierCount]);
};

describe('mergeParts', () => {
  it('forwards number, offers and search to the part it is, and undo restores every row byte for byte', async () => {
    const [from, into] = [await part('TWIN-1'), await part('TWIN 1A')];
    const before = await rowsOf();
    const seen = [await byNumber('TWIN-1'), await offered(into.id), await hits('TWIN1')];
    expect(seen).toEqual([['S0-0', 'S1-0'], ['S0-1', 'S1-1'], [['TWIN-1', 2, 2]]]);
    const correction = value(await run((work) => mergeParts(work, { fromId: from.id, intoId: into.id, reason })));
    const both = ['S0-0', 'S0-1', 'S1-0', 'S1-1'];
    expect([await byNumber('TWIN-1'), await byNumber('twin 1a'), await offered(into.id)]).toEqual([both, both, both]);
    expect(await hits('TWIN-1')).toEqual([['TWIN 1A', 4, 2]]);
    expect((await run((work) => partsByNumber(work, { number: 'twin1' }))).map(({ number }) => number)).toEqual(['TWIN 1A']);
    const offers = await rowsOf();
    expect(offers['supply.offer']).toEqual(before['supply.offer']);
    expect(offers['catalog.part']).toEqual(before['catalog.part']);
    const undone = value(await run((work) => undoCorrection(work, { correctionId: correction.id, reason })));
    expect(undone).toMatchObject({ kind: 'MERGE', undoneReason: reason });
    expect(await rowsOf()).toEqual(before);
    expect([await byNumber('TWIN-1'), await offered(into.id), await hits('TWIN1')]).toEqual(seen);
    expect(
      await db.admin(
        `select action, detail ->> 'reason' as reason from platform.audit_event where action like 'part:%' order by action`,
      ),
    ).toEqual([
      { action: 'part:merge', reason },
      { action: 'part:undo-correction', reason },
    ]);
  });

  it('makes no chains: of two at once one wins, and what stands for another is refused', async () => {
    const [a, b, c] = [await part('TWIN-1'), await part('TWIN 1A'), await part('ALONE-1')];
    const both = await Promise.all([
      run((work) => mergeParts(work, { fromId: a.id, intoId: b.id, reason })),
      run((work) => mergeParts(work, { fromId: b.id, intoId: a.id, reason })),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const codes = async (fromId: string, intoId: string) => {
      const result = await run((work) => mergeParts(work, { fromId, intoId, reason }));
      return result.ok ? 'ok' : result.errors[0]?.code;
    };
    const first = both[0]?.ok ? a : b;
    const second = first === a ? b : a;
    expect([await codes(c.id, first.id), await codes(second.id, c.id), await codes(c.id, c.id)]).toEqual([
      'PartMerged',
      'PartsCorrected',
      'SamePart',
    ]);
    const [done] = (await run((work) => listCorrections(work, { partId: first.id }, {}))).nodes;
    const undo = () => run((work) => undoCorrection(work, { correctionId: done?.id ?? '', reason }));
    expect([(await undo()).ok, await undo()]).toMatchObject([true, { ok: false, errors: [{ code: 'AlreadyUndone' }] }]);
  });

  it('is the operator’s alone', async () => {
    const input = { fromId: (await part('TWIN-1')).id, intoId: (await part('ALONE-1')).id, reason };
    const before = await rowsOf();
    const reader = { ...operator, permissions: new Set(['part:read']) } as Actor;
    await expect(run((work) => mergeParts(work, input), reader)).rejects.toThrow(Forbidden);
    await expect(run((work) => mergeParts(work, input), buyer)).rejects.toThrow(/operator/);
    await expect(run((work) => mergeParts(work, { ...input, intoId: operator.orgId }))).rejects.toThrow(/not found/);
    expect(await rowsOf()).toEqual(before);
  });
});

describe('splitPart', () => {
  it('counts the offers of one supplier for the part they are of, and undo restores every row byte for byte', async () => {
    const mixed = await part('MIX-1');
    const before = await rowsOf();
    const input = {
      partId: mixed.id,
      supplierId: suppliers[1]?.orgId ?? '',
      manufacturerId: mixed.maker,
      number: 'mix-2',
      name: 'Mixed up',
      reason,
    };
    const correction = value(await run((work) => splitPart(work, input)));
    expect([await byNumber('MIX-1'), await byNumber('MIX-2')]).toEqual([['S0-2'], ['S1-2']]);
    expect([await hits('MIX-1'), await hits('MIX-2')]).toEqual([[['MIX-1', 1, 1]], [['MIX-2', 1, 1]]]);
    expect((await rowsOf())['supply.offer']).toEqual(before['supply.offer']);
    const again = await run((work) => splitPart(work, input));
    expect(again).toMatchObject({ ok: false, errors: [{ code: 'PartsCorrected' }] });
    value(await run((work) => undoCorrection(work, { correctionId: correction.id, reason })));
    expect(await rowsOf()).toEqual(before);
    expect([await byNumber('MIX-1'), await byNumber('MIX-2')]).toEqual([['S0-2', 'S1-2'], 'NUMBER_UNKNOWN']);
  });

  it('leads to a part that is known already, and refuses the part itself and no number', async () => {
    const [mixed, alone] = [await part('MIX-1'), await part('ALONE-1')];
    const input = { partId: mixed.id, supplierId: suppliers[0]?.orgId ?? '', manufacturerId: mixed.maker, name: 'x', reason };
    const code = async (number: string) => {
      const result = await run((work) => splitPart(work, { ...input, number }));
      return result.ok ? 'ok' : result.errors[0]?.code;
    };
    expect([await code('MIX-1'), await code('--'), await code('ALONE-1')]).toEqual(['SamePart', 'PartNumberInvalid', 'ok']);
    expect([await offered(alone.id), await offered(mixed.id)]).toEqual([['S0-2', 'S0-3', 'S1-3'], ['S1-2']]);
    await expect(run((work) => splitPart(work, { ...input, supplierId: mixed.id, number: 'Y' }))).rejects.toThrow();
    await expect(run((work) => splitPart(work, { ...input, number: 'Y' }), buyer)).rejects.toThrow(/operator/);
    await expect(run((work) => undoCorrection(work, { correctionId: mixed.id, reason }))).rejects.toThrow();
    await expect(
      run((work) => undoCorrection(work, { correctionId: mixed.id, reason }), { ...buyer, permissions: new Set() } as Actor),
    ).rejects.toThrow(Forbidden);
    expect(NotFound.name).toBe('NotFound');
  });
});
