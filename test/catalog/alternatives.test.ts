import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AlternativeQuestion,
  alternativesOf,
  linksAround,
  mergeParts,
  readAlternatives,
  saleBlocks,
  savePartAliases,
  undoCorrection,
} from '#libs/catalog';
import { type Actor, BadInput } from '#libs/platform';
import { type AlternateWorld, alternateWorld, plantLink } from '../factories/alternate.factory.js';
import { value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

type Letter = keyof AlternateWorld['parts'];

let db: FreshDatabase;
let world: AlternateWorld;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(async () => {
  world = await alternateWorld(db);
});
afterAll(() => db.close());

const id = (letter: Letter) => world.parts[letter];
const letter = (partId: string | null) => Object.entries(world.parts).find(([, known]) => known === partId)?.[0] ?? '?';
const link = (from: Letter, to: Letter, code: string, more = {}, actor: Actor = world.maker) =>
  plantLink(db, actor, { fromPartId: id(from), toPartId: id(to), code, ...more });
const set = (from: Letter, members: Partial<Record<Letter, string>>, more = {}) =>
  plantLink(db, world.operator, {
    fromPartId: id(from),
    code: '4',
    members: Object.entries(members).map(([part, quantity]) => ({ partId: id(part as Letter), quantity })),
    ...more,
  });
/** Alternatives as `reason parts path`, such as `TWO_WAY B A>B`. */
const ask = async (from: Letter, more: Partial<AlternativeQuestion> = {}, actor: Actor = world.buyer) => {
  const [found] = await db.unitOfWork.read(actor, (work) => alternativesOf(work, [{ partId: id(from), ...more }]));
  return found!.map(({ reason, parts, path, qualified }) => {
    const offered = parts.map((part) => `${part.quantity ? `${part.quantity}x` : ''}${letter(part.partId)}`).join('+');
    const way = path.map((step) => `${letter(step.from)}${step.reversed ? '<' : '>'}${step.to ? letter(step.to) : ''}`).join(' ');
    return `${reason}${qualified ? '?' : ''} ${offered} ${way}`;
  });
};

describe('alternativesOf', () => {
  it('offers the new for the old and never the reverse; two-way chains both ways; nothing across "not"', async () => {
    await link('A', 'B', '1');
    await link('B', 'C', '2');
    await link('C', 'D', '3');
    await link('C', 'E', '2');
    await link('B', 'E', '3');
    expect(await ask('A')).toEqual(['ONE_WAY B A>B', 'ONE_WAY C A>B B>C', 'ONE_WAY E A>B B>C C>E']);
    expect(await ask('B')).toEqual(['TWO_WAY C B>C']);
    expect(await ask('C')).toEqual(['TWO_WAY B C<B', 'TWO_WAY E C>E']);
    expect(await ask('D')).toEqual([]);
  });

  it('hears the maker of either part when he says that two are not interchangeable', async () => {
    await link('A', 'W', '2', {}, world.operator);
    expect(await ask('A')).toEqual(['TWO_WAY W A>W']);
    await link('A', 'W', '3', {}, world.stranger);
    expect(await ask('A')).toEqual(['TWO_WAY W A>W']);
    await link('A', 'W', '3', {}, world.pma);
    expect([await ask('A'), await ask('W')]).toEqual([[], []]);
  });

  it('keeps the order of the search, and the shorter path first', async () => {
    await link('A', 'B', '1');
    await link('A', 'C', '2');
    await link('C', 'B', '2');
    await link('A', 'D', '6');
    await link('A', 'E', '5');
    await set('A', { F: '2', G: '1' });
    value(
      await db.unitOfWork.run(world.buyer, (work) =>
        savePartAliases(work, [
          { number: 'STOCK-1', partId: id('A') },
          { number: 'STOCK-1', partId: id('H') },
        ]),
      ),
    );
    expect(await ask('A', { consentQualified: true })).toEqual([
      'REIDENTIFIED D A>D',
      'ALIAS H A>H',
      'TWO_WAY C A>C',
      'TWO_WAY B A>C C>B',
      'QUALIFIED? E A>E',
      'AS_SET 2xF+1xG A>',
    ]);
    // The own number is nobody else's.
    expect(await ask('A', { first: 2 }, world.stranger)).toEqual(['REIDENTIFIED D A>D', 'TWO_WAY C A>C']);
  });

  it('takes no number but the stock numbers of whoever asks: not those of others, nor what a supplier calls a part', async () => {
    const note = (actor: Actor, kind: 'OWN_STOCK_NUMBER' | 'SUPPLIER_NUMBER' | 'FORMER_NUMBER', to: Letter) => {
      const lines = [id('A'), id(to)].map((partId) => ({ number: `${kind}-${to}`, kind, partId }));
      return db.unitOfWork.run(actor, (work) => savePartAliases(work, lines));
    };
    value(await note(world.buyer, 'SUPPLIER_NUMBER', 'B'));
    value(await note(world.buyer, 'FORMER_NUMBER', 'D'));
    value(await note(world.stranger, 'OWN_STOCK_NUMBER', 'E'));
    expect(await ask('A')).toEqual([]);
    expect(await ask('A', {}, world.stranger)).toEqual(['ALIAS E A>E']);
    value(await note(world.buyer, 'OWN_STOCK_NUMBER', 'F'));
    expect([await ask('A'), await ask('F')]).toEqual([['ALIAS F A>F'], ['ALIAS A F>A']]);
    expect(await ask('A', {}, world.supplier)).toEqual([]);
  });

  describe('of parts that were merged later', () => {
    const merge = async (from: Letter, into: Letter) =>
      value(
        await db.unitOfWork.run(world.operator, (work) =>
          mergeParts(work, { fromId: id(from), intoId: id(into), reason: 'one part on the drawing' }),
        ),
      );

    it('follows the links that were written on either, forth and back, and names the part that stays', async () => {
      await link('B', 'C', '1');
      await link('D', 'B', '2');
      expect(await ask('A')).toEqual([]);
      await merge('B', 'A');
      expect(await ask('A')).toEqual(['TWO_WAY D A<D', 'ONE_WAY C A>C']);
      expect(await ask('B')).toEqual(['TWO_WAY D A<D', 'ONE_WAY C A>C']);
      expect(await ask('D')).toEqual(['TWO_WAY A D>A', 'ONE_WAY C D>A A>C']);
    });

    it('hears "not interchangeable" and class V of either', async () => {
      await link('A', 'C', '2');
      await link('A', 'E', '2');
      await link('B', 'C', '3');
      await link('F', 'G', '1', { class: 'V' });
      await merge('B', 'A');
      await merge('F', 'E');
      expect(await ask('A')).toEqual(['ONE_WAY G A>E E>G']);
      expect(await ask('C')).toEqual([]);
    });

    it('offers no part of itself, adds up what a set holds of one part, and forgets what was undone', async () => {
      await link('A', 'B', '2');
      await set('A', { C: '2', D: '1', E: '1' }, { setNumber: 'KIT' });
      await set('A', { B: '1', E: '1' }, { setNumber: 'ITSELF' });
      await merge('B', 'A');
      const done = await merge('D', 'C');
      expect(await ask('A')).toEqual(['AS_SET 3xC+1xE A>']);
      value(
        await db.unitOfWork.run(world.operator, (work) => undoCorrection(work, { correctionId: done.id, reason: 'it was not' })),
      );
      expect(await ask('A')).toEqual(['AS_SET 2xC+1xD+1xE A>']);
    });

    it('draws them as the part that stays', async () => {
      await link('B', 'C', '1');
      await merge('B', 'A');
      const drawn = await db.unitOfWork.read(world.buyer, (work) => linksAround(work, id('A'), 1));
      expect(drawn.map(({ fromPart, toPart }) => `${letter(fromPart)}>${letter(toPart)}`)).toEqual(['A>C']);
    });
  });

  it('ends cycles and long chains', async () => {
    const ring: Letter[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
    for (const [i, from] of ring.entries()) await link(from, ring[(i + 1) % ring.length]!, '1');
    expect(await ask('A', { depth: 12 })).toHaveLength(7);
    expect(await ask('A', { depth: 2 })).toEqual(['ONE_WAY B A>B', 'ONE_WAY C A>B B>C']);
  });

  it('follows qualified links where the application matches, or by consent, and never where it is another', async () => {
    await link('A', 'B', '5', { applicability: [{ model: '737-800', msnFrom: 10, msnTo: 20 }, { modification: 'SB 1' }] });
    await link('A', 'C', '5');
    await link('A', 'D', '1', { class: 'IV' });
    await link('A', 'E', '2', { applicability: [{ model: '737-800' }] });
    expect(await ask('A')).toEqual([]);
    expect(await ask('A', { model: '737-800', msn: 20 })).toEqual(['TWO_WAY E A>E', 'QUALIFIED? B A>B']);
    expect(await ask('A', { model: '737-800', msn: 21 })).toEqual(['TWO_WAY E A>E']);
    expect(await ask('A', { model: 'A320', modifications: ['sb 1'] })).toEqual(['QUALIFIED? B A>B']);
    expect(await ask('A', { consentQualified: true })).toEqual([
      'QUALIFIED? B A>B',
      'QUALIFIED? C A>C',
      'QUALIFIED? D A>D',
      'QUALIFIED? E A>E',
    ]);
    expect(await ask('A', { consentQualified: true, model: 'A320', modifications: [] })).toEqual([
      'QUALIFIED? C A>C',
      'QUALIFIED? D A>D',
    ]);
  });

  it('offers sets whole or not at all', async () => {
    await link('A', 'B', '2');
    await set('B', { C: '2', D: '1' });
    await set('A', { E: '1', F: '4' }, { setNumber: 'K' });
    expect(await ask('A')).toEqual(['TWO_WAY B A>B', 'AS_SET 1xE+4xF A>', 'AS_SET 2xC+1xD A>B B>']);
    await link('F', 'G', '1', { class: 'V' });
    expect(await ask('A')).toEqual(['TWO_WAY B A>B', 'AS_SET 2xC+1xD A>B B>']);
    await link('A', 'D', '3');
    expect(await ask('A')).toEqual(['TWO_WAY B A>B']);
    expect(await ask('B')).toEqual(['TWO_WAY A B<A', 'AS_SET 2xC+1xD B>']);
  });

  it('never offers a part of class V, passes through it, and says that it is not sold; class III keeps both', async () => {
    await link('A', 'B', '2');
    await link('B', 'C', '1', { class: 'V' });
    await link('D', 'B', '2', { class: 'III' });
    expect(await ask('A')).toEqual(['TWO_WAY D A>B B<D', 'ONE_WAY C A>B B>C']);
    const blocked = (actor: Actor) => db.unitOfWork.read(actor, (work) => saleBlocks(work, Object.values(world.parts)));
    expect(await blocked(world.buyer)).toMatchObject([{ partId: id('B'), replacedBy: id('C') }]);
    await link('W', 'X', '1', { class: 'V' }, world.supplier);
    expect((await blocked(world.buyer)).map((block) => letter(block.partId))).toEqual(['B']);
  });

  it("counts a manufacturer's word for his own parts only", async () => {
    await link('A', 'W', '2', {}, world.maker);
    expect([await ask('A'), await ask('W')]).toEqual([['TWO_WAY W A>W'], []]);
    await link('X', 'A', '3', {}, world.supplier);
    await link('B', 'X', '1', {}, world.operator);
    expect(await ask('B')).toEqual(['ONE_WAY X B>X']);
  });

  it('respects the days of a link', async () => {
    await link('A', 'B', '2', { effectiveFrom: '2030-01-01', effectiveTo: '2030-01-31' });
    const on = (day: string) => ask('A', { on: day });
    expect([await on('2029-12-31'), await on('2030-01-01'), await on('2030-01-31'), await on('2030-02-01')]).toEqual([
      [],
      ['TWO_WAY B A>B'],
      ['TWO_WAY B A>B'],
      [],
    ]);
  });

  it('answers many parts at once, filtered by approval basis, the same by the short way', async () => {
    await link('A', 'B', '2');
    await link('A', 'C', '2');
    await db.admin(`update catalog.part set approval_basis = 'PMA' where id = $1`, [id('B')]);
    const asked = [{ partId: id('A') }, { partId: id('D') }, { partId: id('C'), approvalBases: ['PMA', 'OEM'] }];
    const lists = await readAlternatives(db.hot, world.buyer, asked);
    expect(lists.map((list) => list.map((found) => letter(found.parts[0]?.partId ?? null)))).toEqual([['B', 'C'], [], ['B']]);
    expect(await db.unitOfWork.read(world.buyer, (work) => alternativesOf(work, asked))).toEqual(lists);
    await expect(readAlternatives(db.hot, world.buyer, [{ partId: 'x' }])).rejects.toThrow(BadInput);
  });
});
