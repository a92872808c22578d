import { expect, it } from '@jest/globals';
import {
  axeFindings,
  desk,
  dialogOf,
  hubUrl,
  inBrowser,
  type Page,
  press,
  settled,
  signInByForm,
  soon,
  tabTo,
  textOf,
  titled,
} from './support.js';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
/** Found by nothing else in this hub. */
const title = `Gimbal bearings ${Date.now()}`;

inBrowser('public tenders', () => {
  const { visit } = desk();

  it('say where there is none that fits, and how to see all', async () => {
    const page = await settled(await visit('/tenders/public?q=nothingofthekind'));
    await page.getByRole('heading', { level: 2, name: 'Nothing fits' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await tabTo(page, button(page, 'Show all'));
    await press(page, 'Enter');
    await page.waitForURL(/\/tenders\/public$/);
    await soon(async () => expect(await page.getByRole('searchbox', { name: 'Find' }).inputValue()).toBe(''));
  });

  it('begin with a tick in the draft, and its consequence is written out', async () => {
    const page = await settled(await visit('/buy/tenders/new', { as: 'buyer' }));
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
    await page.getByRole('textbox', { name: 'Paste lines from a spreadsheet' }).fill('Gimbal bearing G-17;40');
    await page.getByRole('textbox', { name: 'Paste lines from a spreadsheet' }).press('Control+Enter');
    await page.getByRole('textbox', { name: 'Quantity of line 1' }).waitFor();
    const tick = page.getByRole('checkbox', { name: 'Publish to everybody, with the result' });
    await soon(async () => expect(await tick.count()).toBe(0));
    await page.getByRole('radio', { name: 'Every supplier' }).check();
    await tick.check();
    expect(await axeFindings(page)).toEqual([]);
    await button(page, 'Publish…').click();
    await dialogOf(page).getByText('Everybody reads it without an account, and later who got it and its total value.').waitFor();
    await dialogOf(page).getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('This tender is public: everybody reads its lines and dates', { exact: false }).waitFor();
  });

  it('are found from the sign-in page without an account, by keyboard, and lead to a bid', async () => {
    const page = await settled(await visit('/sign-in'));
    await tabTo(page, link(page, 'Tenders open to everybody'));
    await press(page, 'Enter');
    await titled(page, 'Public tenders');
    await tabTo(page, page.getByRole('searchbox', { name: 'Find' }));
    await page.keyboard.type(title);
    // The words stand in the address a moment after the last of them.
    await page.waitForURL((url) => url.searchParams.get('q') === title);
    const found = link(page, title);
    // The release is written by a job: the list is asked again until it is there.
    for (let tries = 0; (await found.count()) === 0 && tries < 120; tries += 1) {
      await page.waitForTimeout(500);
      await page.reload();
      await settled(page);
    }
    await page.getByText('1 tender', { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await tabTo(page, found);
    await press(page, 'Enter');
    await titled(page, title);
    await settled(page);
    expect(await axeFindings(page)).toEqual([]);
    const text = await textOf(page.getByRole('main'));
    for (const said of [
      'Aurora Technik',
      'Gimbal bearing G-17',
      '40',
      'How many bid is published when all bids are open.',
      'There are none.',
    ])
      expect(text).toContain(said);
    const data = await page.request.get(`${hubUrl}${await link(page, 'Open data (OCDS)').getAttribute('href')}`);
    expect(
      ((await data.json()) as { records: { compiledRelease: { tag: string[] } }[] }).records[0]?.compiledRelease.tag,
    ).toEqual(['compiled']);
    await tabTo(page, link(page, 'Sign in and bid'));
    await press(page, 'Enter');
    await page.waitForURL(/\/sign-in\?back=/);
    await settled(page);
    await signInByForm(page, 'supplier');
    await page.waitForURL(/\/sell\/tenders\/[0-9a-f-]{36}$/);
    await titled(page, new RegExp(title));
  });

  it.each([
    ['zh-CN', '公开招标', '可投标'],
    ['zh-TW', '公開招標', '可投標'],
  ] as const)('speak %s', async (locale, heading, state) => {
    const page = await settled(await visit('/tenders/public', { locale }));
    await titled(page, heading);
    await soon(async () => expect(await textOf(page.getByRole('main'))).toContain(state));
    expect(await axeFindings(page)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('fit a phone, %s', async (theme) => {
    const page = await settled(await visit(`/tenders/public?q=${encodeURIComponent(title)}`, { width: 390, theme }));
    for (const open of [false, true]) {
      if (open) {
        await link(page, title).click();
        await titled(page, title);
        await settled(page);
      }
      await soon(async () =>
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0),
      );
      expect(await axeFindings(page)).toEqual([]);
    }
  });

  it('are said to be none where the address is of no public tender', async () => {
    const page = await settled(await visit('/tenders/public/ocds-entrepot-none'));
    await titled(page, 'There is no such public tender');
    expect(await axeFindings(page)).toEqual([]);
  });
});
