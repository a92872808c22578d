import { expect, it } from '@jest/globals';
import { axeFindings, desk, dialogOf, inBrowser, settled, soon, textOf } from './support.js';

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

inBrowser('prices of a supplier', () => {
  const { visit } = desk();

  it('are declared as order, matrix, category and charge, and reach the buyer with their explanation', async () => {
    const page = await settled(await visit('/sell/prices', { as: 'supplier' }));
    await page.getByText('No row yet.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Edit the matrix' }).click();
    const rows = dialogOf(page).getByRole('textbox', { name: 'Edit the matrix' });
    await rows.fill(`A; Shear bolts; ten; ${day(0)}; ${day(30)}`);
    await dialogOf(page).getByRole('button', { name: 'Save' }).click();
    await dialogOf(page).getByText('Line 1 cannot be read.').waitFor();
    await rows.fill(`A; Shear bolts; 10; ${day(0)}; ${day(30)}\nA; Shear bolts; 20; ${day(9)}; ${day(40)}`);
    await dialogOf(page).getByRole('button', { name: 'Save' }).click();
    await dialogOf(page).getByText('Line 2: Another line has a discount', { exact: false }).waitFor();
    await rows.fill(`A; Shear bolts; 10; ${day(0)}; ${day(30)}`);
    await dialogOf(page).getByRole('button', { name: 'Save' }).click();
    await soon(async () => expect(await textOf(page.getByRole('row').filter({ hasText: 'Shear bolts' }))).toContain('10 %'));

    await page.getByRole('textbox', { name: 'Category of Aurora Technik' }).fill('A');
    await page.getByRole('textbox', { name: 'Category of Aurora Technik' }).press('Enter');
    await page.getByRole('button', { name: 'Edit the charges' }).click();
    await dialogOf(page)
      .getByRole('textbox')
      .fill(`CERT; 12.50; USD; LINE; ON_REQUEST; ; ; ${day(0)}; ${day(30)}`);
    await dialogOf(page).getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row').filter({ hasText: 'Certificate' }).waitFor();
    await page.getByRole('button', { name: 'Ask Discount matrix earlier' }).click();
    await page.getByRole('button', { name: 'Declare this order' }).click();
    await page.getByRole('button', { name: 'Declare this order', disabled: true }).waitFor();

    const buyer = await settled(await visit('/search?q=NAS6204-51', { as: 'buyer' }));
    await buyer.getByRole('link', { name: 'NAS6204-51', exact: true }).first().click();
    const offer = buyer.getByRole('row').filter({ hasText: 'NF-6204-51' });
    await offer.getByText('your discount').waitFor();
    await offer.getByText('your discount').click();
    await buyer.getByText('Your customer category A has 10 % off these goods: 37.8 USD.').waitFor();
    await buyer.getByText('12.50', { exact: false }).first().waitFor();
    expect(await axeFindings(buyer)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('of an agreement are signed, followed by a version, and ended', async () => {
    const page = await settled(await visit('/agreements', { as: 'supplier' }));
    await page.getByRole('button', { name: 'Sign an agreement' }).first().click();
    const form = dialogOf(page);
    await form.getByRole('combobox', { name: 'Buyer' }).click();
    await page.getByRole('option', { name: 'Aurora Technik' }).click();
    await form.getByRole('textbox', { name: 'Number' }).fill('FRAME-7');
    await form.getByLabel('First day').fill(day(0));
    await form.getByLabel('Last day').fill(day(300));
    await form.getByRole('textbox', { name: 'Prices' }).fill('NO-SUCH; 30\nNF-6204-52; 30; 100; 1000 = 28');
    await form.getByRole('button', { name: 'Sign' }).click();
    await form.getByText('You have no such offer.').waitFor();
    await form.getByRole('textbox', { name: 'Prices' }).fill('NF-6204-52; 30; 100; 1000 = 28');
    await form.getByRole('button', { name: 'Sign' }).click();
    const row = page.getByRole('row').filter({ hasText: 'FRAME-7 · version 1' });
    await row.getByRole('button', { name: 'New version' }).click();
    await form.getByLabel('First day').fill(day(100));
    await form.getByLabel('Last day').fill(day(400));
    await form.getByRole('textbox', { name: 'Prices' }).fill('NF-6204-52; 29; 100');
    await form.getByRole('button', { name: 'New version' }).click();
    await page.getByRole('row').filter({ hasText: 'FRAME-7 · version 2' }).waitFor();
    await row.getByRole('button', { name: 'End early' }).click();
    await form.getByLabel('Last day').fill(day(-1));
    await form.getByRole('textbox', { name: 'Reason' }).fill('sold out');
    await form.getByRole('button', { name: 'End early' }).click();
    await form.getByText('It cannot end before', { exact: false }).waitFor();
    await form.getByLabel('Last day').fill(day(50));
    await form.getByRole('button', { name: 'End early' }).click();
    await form.waitFor({ state: 'hidden' });
    expect(await axeFindings(page)).toEqual([]);
  });
});

inBrowser('exchange rates', () => {
  const { visit } = desk();

  it('are pasted, listed, and taken back', async () => {
    const page = await settled(await visit('/rates', { as: 'buyer' }));
    await page.getByText('No rate yet').waitFor();
    await page.getByRole('button', { name: 'Paste rates' }).first().click();
    await dialogOf(page)
      .getByRole('textbox')
      .fill(`date;from;to;rate;source\n${day(0)};EUR;USD;1.0842;ECB`);
    await dialogOf(page).getByRole('button', { name: 'Save' }).click();
    const row = page.getByRole('row').filter({ hasText: '1 EUR in USD' });
    await soon(async () => expect(await textOf(row)).toContain('ECB'));
    expect(await axeFindings(page)).toEqual([]);
    await row.getByRole('button', { name: 'Take back' }).click();
    await dialogOf(page).getByRole('button', { name: 'Take back' }).click();
    await page.getByText('No rate yet').waitFor();
  });
});
