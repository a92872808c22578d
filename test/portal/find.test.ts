import { expect, it } from '@jest/globals';
import { desk, inBrowser, press, settled, soon, tabTo, textOf, titled, world } from './support.js';

inBrowser('finding a part', () => {
  const { visit } = desk();

  it('takes a slash, a number, Enter, j and Enter from anywhere', async () => {
    const page = await settled(await visit('/account', { as: 'buyer' }));
    await page.keyboard.press('/');
    await page.keyboard.type('nas6204 1');
    await page.keyboard.press('Enter');
    await titled(page, 'Parts for “nas6204 1”');
    await page.getByText('Same letters and digits').waitFor();
    const rows = page.getByRole('table', { name: 'Parts found' }).getByRole('row');
    await soon(async () => expect(await rows.count()).toBe(2));
    await press(page, 'j', 'Enter');
    await page.waitForURL(`**/parts/${world.boltId}`);
    await titled(page, /NAS6204-1/);
  });

  it('is narrowed by facets that the address keeps through reload and back', async () => {
    const page = await settled(await visit('/search?q=NAS6204', { as: 'buyer' }));
    const count = async (text: string): Promise<void> => page.getByText(text, { exact: true }).first().waitFor();
    await count('60 parts');
    await page.getByRole('checkbox', { name: /^Helvetia Lager AG/ }).check();
    await count('30 parts');
    await page.getByRole('checkbox', { name: /^In stock only/ }).check();
    await page.waitForURL(/stock=yes/);
    const narrowed = page.url();
    await page.reload();
    await settled(page);
    expect(page.url()).toBe(narrowed);
    await soon(async () => expect(await page.getByRole('checkbox', { name: /^Helvetia Lager AG/ }).isChecked()).toBe(true));
    await soon(async () => expect(await page.getByRole('checkbox', { name: /^In stock only/ }).isChecked()).toBe(true));
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('stock='));
    await soon(async () => expect(await page.getByRole('checkbox', { name: /^In stock only/ }).isChecked()).toBe(false));
  });

  it('works by Chinese words', async () => {
    const page = await settled(await visit(`/search?q=${encodeURIComponent('六角螺栓')}`, { as: 'buyer' }));
    await page.getByText('By words').waitFor();
    await soon(async () => expect(await page.getByText('60 parts', { exact: true }).count()).toBe(1));
  });

  it('offers numbers that look alike when there is none', async () => {
    const page = await settled(await visit('/search?q=NASS6204-1', { as: 'buyer' }));
    await page.getByText('Nothing found for “NASS6204-1”').waitFor();
    await page.getByRole('link', { name: 'NAS6204-1', exact: true }).click();
    await page.waitForURL(`**/parts/${world.boltId}`);
  });
});

inBrowser('one part', () => {
  const { visit } = desk();

  it('shows all offers side by side with price, basis, stock by place and age', async () => {
    const page = await settled(await visit(`/parts/${world.quietBoltId}`, { as: 'buyer' }));
    const offers = page.getByRole('table', { name: 'Offers of this part' });
    const row = (supplier: string) => offers.locator('> tbody > tr').filter({ hasText: supplier });
    await soon(async () => expect(await offers.locator('> tbody > tr').count()).toBe(2));
    const boxed = await textOf(row('Northfield Fasteners'));
    expect(boxed).toContain('NF-6204-15');
    expect(boxed).toMatch(/USD 42\.00per 100 pieces/);
    expect(boxed).toContain('WICHITA');
    expect(boxed).toContain('5,000');
    const single = await textOf(row('Helvetia Lager AG'));
    expect(single).toContain('HL 9014');
    expect(single).toMatch(/EUR 0\.55per piece.*list price/);
    expect(single).toContain('WINTERTHUR');
  });

  it('snaps a quantity to the pack and says so, by keyboard, and puts it into the basket', async () => {
    const page = await settled(await visit(`/parts/${world.quietBoltId}`, { as: 'buyer' }));
    const quantity = page.getByLabel('Quantity to order from Northfield Fasteners');
    await tabTo(page, quantity);
    await press(page, 'Control+a');
    await page.keyboard.type('60');
    await press(page, 'Tab');
    await page.getByText(/60 .* does not fit the pack; it was set to 75/).waitFor();
    await soon(async () => expect(await quantity.inputValue()).toBe('75'));
    await page.getByText('USD 31.50', { exact: true }).waitFor();
    const add = page.getByRole('row').filter({ hasText: 'NF-6204-15' }).getByRole('button', { name: 'Add to basket' });
    await tabTo(page, add);
    await press(page, 'Enter');
    await page.getByText(/^Added to/).waitFor();
    const kept = new URL(page.url()).searchParams.get('at');
    await page.reload();
    expect(new URL(page.url()).searchParams.get('at')).toBe(kept);
    await page.getByLabel('Quantity to order from Northfield Fasteners').waitFor();
    await soon(async () => expect(await page.getByLabel('Quantity to order from Northfield Fasteners').inputValue()).toBe('75'));
  });

  it('that does not exist says so and is no fault', async () => {
    const page = await visit('/parts/01890000-0000-7000-8000-000000000000', { as: 'buyer' });
    await page.getByText('There is no such part').waitFor();
    await soon(async () => expect(await page.getByText('The link may be old. Search for the part number.').count()).toBe(1));
  });
});
