import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partsByNumber } from '#libs/catalog';
import { partKey } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import { resolveQuickOrder } from '#libs/procurement';
import { readAvailability, searchParts } from '#libs/supply';
import { bolt, organization, publishedCatalogue } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let buyer: Actor;
const long = 'LONG-0123456789-ABCDEFGHIJ/KL.MN';
const numbers = ['69-3732-01', '69-37320-1', 'NAS1149F0332P', 'BACB30LJ3-5', '0431-O1I', '2B 1184', 'AE70.102/3', long];

beforeAll(async () => {
  db = await freshDatabase();
  buyer = await organization(db, { roles: ['BUYER'] });
  const row = (manufacturerPart: string, n: number, manufacturerCode = '81205') =>
    bolt(n, { manufacturerPart, manufacturerCode, manufacturer: `Maker ${manufacturerCode}`, listPrice: '10.00' });
  await publishedCatalogue(db, {
    rows: [...numbers.map((number, n) => row(number, n)), row('SAME-1', 50), row('SAME-1', 51, '2T3R4')],
  });
});
afterAll(() => db.close());

/** What each door makes of a number: numbers of the parts it leads to, or the choice it gives. */
async function everywhere(number: string, manufacturer?: string): Promise<string[][]> {
  const named = manufacturer ? { manufacturer } : {};
  const [line] = await readAvailability(db.hot, buyer, { lines: [{ number, quantity: '1', ...named }] });
  const text = [number, '1', manufacturer].filter(Boolean).join('\t');
  const [quick] = await db.unitOfWork.read(buyer, (work) => resolveQuickOrder(work, text));
  const found = await db.unitOfWork.read(buyer, (work) => partsByNumber(work, { number, ...named }));
  const published = await db.admin<{ id: string; number: string; code: string }>(
    'select p.id, p.number, m.code from catalog.part p join catalog.manufacturer m on m.id = p.manufacturer_id',
  );
  const nameOf = (partId: string) => published.filter(({ id }) => id === partId).map((part) => `${part.code} ${part.number}`);
  const leads = (choices: readonly { partId: string }[], offers: readonly { partId: string }[]) =>
    [...new Set([...choices, ...offers].flatMap(({ partId }) => nameOf(partId)))].sort();
  return [
    leads(line?.problem?.choices ?? [], line?.offers.map(({ offer }) => offer) ?? []),
    leads(quick?.choices ?? [], (quick?.offers ?? []) as { partId: string }[]),
    found.map(({ id }) => nameOf(id)[0] ?? '').sort(),
  ];
}

describe('the identity of a part', () => {
  it('is found through punctuation, blanks and case, by every door alike; what shares a key is a choice', async () => {
    const mark = fc.constantFrom('', '-', ' ', '.', '/', ' - ');
    const written = fc.constantFrom(...numbers).chain((number) => {
      const signs = [...partKey(number)];
      const variant = fc.tuple(fc.array(mark, { minLength: signs.length, maxLength: signs.length }), fc.boolean());
      return variant.map(([marks, lower]) => {
        const text = signs.map((sign, i) => (i === 0 ? sign : `${marks[i]}${sign}`)).join('');
        return { number, text: lower ? text.toLowerCase() : text };
      });
    });
    await fc.assert(
      fc.asyncProperty(written, async ({ number, text }) => {
        fc.pre(text.length <= 70);
        const as = text.trim().replace(/\s+/g, ' ').toUpperCase();
        const key = partKey(number);
        const sharing = numbers.filter((other) => partKey(other) === key);
        const exact = sharing.filter((other) => other === as);
        const wanted = (exact.length > 0 ? exact : sharing).map((other) => `81205 ${other}`).sort();
        const [answer, quick, found] = await everywhere(text);
        expect([text, answer, quick]).toEqual([text, wanted, wanted]);
        expect(found).toEqual(sharing.map((other) => `81205 ${other}`).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('stays two under two makers: a choice until the maker is named, in the quick order too', async () => {
    const both = ['2T3R4 SAME-1', '81205 SAME-1'];
    expect(await everywhere('same 1')).toEqual([both, both, both]);
    expect(await everywhere('SAME-1', '2T3R4')).toEqual([['2T3R4 SAME-1'], ['2T3R4 SAME-1'], ['2T3R4 SAME-1']]);
    expect(await everywhere('SAME-1', '96906')).toEqual([[], [], []]);
  });

  it('is suggested, never answered, where O and 0 or I and 1 were confused', async () => {
    for (const text of ['O431-O1I', '0431-01I', '0431-O11', 'o43i-0ii']) {
      expect([text, await everywhere(text)]).toEqual([text, [[], [], []]]);
      const page = await searchParts(db.hot, buyer, { query: text, with: { offers: false, facets: false } });
      expect([page.nodes.length, page.suggestions.map(({ number }) => number)[0]]).toEqual([0, '0431-O1I']);
    }
  });

  it('keeps 32 characters from the file to the answer', async () => {
    expect(long).toHaveLength(32);
    expect(await everywhere(long)).toEqual([[`81205 ${long}`], [`81205 ${long}`], [`81205 ${long}`]]);
    const page = await searchParts(db.hot, buyer, { query: long, with: { offers: true, facets: false } });
    expect([page.matchedBy, page.nodes.map(({ part, offerCount }) => [part.number, offerCount])]).toEqual(['EXACT', [[long, 1]]]);
  });
});
