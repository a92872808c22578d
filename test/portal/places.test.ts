import { expect, it } from '@jest/globals';
import { axeFindings, desk, inBrowser, type Page, press, settled, soon, tabTo, textOf, world } from './support.js';

const places = (page: Page) => page.getByRole('table', { name: 'Places with stock of NAS6204-15', exact: true });

inBrowser('where a part lies, and what it was', () => {
  const { visit } = desk();

  it('is shown place by place with country, age and distance, alternates on wish, by keyboard too', async () => {
    const page = await settled(await visit(`/parts/${world.quietBoltId}`, { as: 'buyer' }));
    const row = (text: string) => places(page).getByRole('row').filter({ hasText: text });
    await row('WICHITA').waitFor();
    await soon(async () =>
      expect(await textOf(row('WICHITA'))).toMatch(/^United StatesWICHITANorthfield FastenersNF-6204-15NAS6204-155,000 \S+/),
    );
    await soon(async () => expect(await textOf(row('WINTERTHUR'))).toContain('Switzerland'));
    await soon(async () => expect(await page.getByRole('list', { name: 'Countries' }).getByRole('listitem').count()).toBe(2));
    await soon(async () => expect(await places(page).getByRole('columnheader', { name: 'Distance' }).count()).toBe(0));
    const wish = page.getByRole('switch', { name: 'Approved alternates too' });
    await tabTo(page, wish, 200);
    await press(page, 'Space');
    await page.waitForURL(/places=all/);
    await page.getByRole('combobox', { name: 'Ship to' }).click();
    await page.getByRole('option').first().click();
    await places(page).getByRole('columnheader', { name: 'Distance' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('fits a phone, and says what to do where nobody states stock', async () => {
    const phone = await settled(await visit(`/parts/${world.quietBoltId}`, { as: 'buyer', width: 390 }));
    await phone.getByText('WICHITA · United States').waitFor();
    await soon(async () => expect(await phone.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true));
    expect(await axeFindings(phone)).toEqual([]);
  });

  it('tells what was ordered and what the list prices were', async () => {
    const page = await settled(await visit(`/parts/${world.quietBoltId}`, { as: 'buyer' }));
    await page.getByRole('heading', { name: 'History' }).waitFor();
    const prices = page.getByRole('table', { name: 'List prices of NAS6204-15 over time' });
    const now = prices.getByRole('row').filter({ hasText: 'Northfield Fasteners' });
    await now.getByText('holds now').waitFor();
    await soon(async () => expect(await textOf(now)).toContain('USD 42.00'));
  });
});
