import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from '@jest/globals';
import { englishIn, sentences, visibleTexts } from './languages.js';
import { furnishedPlaces, type Place, routes, type Viewer } from './places.js';
import { axeFindings, desk, hubUrl, inBrowser, type Page, password, people, settled, soon } from './support.js';

/** All pages of the router, each in one to three seconds on a busy machine, in twenty on an overloaded one. */
const allPagesMsMax = 1_800_000;
let places: Place[];

inBrowser('every page of the router', () => {
  const { visit } = desk();
  beforeAll(async () => {
    const emails = { buyer: people.buyer.email, supplier: people.supplier.email, operator: people.operator.email };
    places = await furnishedPlaces({ url: hubUrl, password, emails, rival: people.otherSupplier.email, words: 'NAS6204-5' });
  });

  /** Walks over all pages with one browser page per person, and gathers what each says. */
  async function onEach(
    locale: 'en' | 'zh-CN' | 'zh-TW',
    look: (page: Page, place: Place) => Promise<string[]>,
  ): Promise<string[]> {
    const said: string[] = [];
    for (const as of [undefined, ...new Set(places.flatMap((place) => place.as ?? []))] as (Viewer | undefined)[]) {
      const own = places.filter((place) => place.as === as);
      const page = await visit(own[0]!.path, { as, locale });
      for (const place of own) {
        await page.goto(place.path);
        await settled(page);
        said.push(...(await look(page, place)).map((fault) => `${place.route}: ${fault}`));
      }
      await page.context().close();
    }
    return said;
  }

  // One walk for two promises: loading a page takes longer than looking at it.
  const found: Record<'axe' | 'wide', string[]> = { axe: [], wide: [] };
  beforeAll(async () => {
    await onEach('en', async (page, { route }) => {
      const note = (kind: 'axe' | 'wide', faults: string[]) => found[kind].push(...faults.map((fault) => `${route}: ${fault}`));
      note('axe', await axeFindings(page));
      // The theme follows in an effect; what axe sees in between nobody sees.
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
      note(
        'axe',
        (await axeFindings(page)).map((finding) => `dark ${finding}`),
      );
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 390, height: 844 });
      const over = await tooWide(page);
      note('wide', over > 0 ? [`${over} px wider than a phone`] : []);
      await page.setViewportSize({ width: 1440, height: 900 });
      return [];
    });
  }, allPagesMsMax);

  it('is visited', () => expect(places.map(({ route }) => route)).toEqual(routes.map(({ route }) => route)));
  it('has nothing that axe calls serious, in light and in dark', () => expect(found.axe).toEqual([]));
  it('fits a phone without scrolling sideways', () => expect(found.wide).toEqual([]));

  it.each(['zh-CN', 'zh-TW'] as const)(
    'speaks %s and leaves no English sentence',
    async (tag) => {
      const isEnglish = englishIn(tag);
      const left = await onEach(tag, async (page) => {
        const texts = (await page.evaluate(visibleTexts)) as string[];
        await soon(async () => expect(await page.evaluate('document.documentElement.lang')).toBe(tag));
        return texts.filter(isEnglish);
      });
      expect(left).toEqual([]);
    },
    allPagesMsMax,
  );
});

/** Pixels by which the page is wider than its window, once it had ten seconds to become narrower. */
async function tooWide(page: Page): Promise<number> {
  for (let tries = 100; ; tries -= 1) {
    const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
    if (over <= 0 || tries === 0) return over;
    await page.waitForTimeout(100);
  }
}

inBrowser('the language', () => {
  const { visit } = desk();

  it('is switched in the account menu, at once and for the next visit', async () => {
    const page = await settled(await visit('/search?q=NAS6204', { as: 'buyer' }));
    await page.getByRole('button', { name: 'Aurora Technik' }).click();
    await page.getByText('简体中文').click();
    await page.getByText(sentences('zh-CN').get('shell:place.search')!).first().waitFor();
    await page.getByText('繁體中文').click();
    await page.getByText(sentences('zh-TW').get('shell:place.search')!).first().waitFor();
    await page.reload();
    await settled(page);
    await soon(async () => expect(await page.evaluate('document.documentElement.lang')).toBe('zh-TW'));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('NAS6204');
  });
});

inBrowser('the first load', () => {
  const { visit } = desk();

  it('asks, up to the sign-in page, for at most 250 kB of script, gzipped', async () => {
    const page = await settled(await visit('/sign-in'));
    const asked = (await page.evaluate(
      `performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)`,
    )) as string[];
    const scripts = [...new Set(asked)].filter((file) => file.endsWith('.js'));
    const built = new URL('../../dist/portal', import.meta.url);
    const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(`${built}${file}`))).length, 0);
    expect(scripts).toContainEqual(expect.stringMatching(/^\/assets\/index-/));
    expect(bytes).toBeLessThanOrEqual(250_000);
  });
});
