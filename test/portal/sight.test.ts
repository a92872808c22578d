import { expect, it } from '@jest/globals';
import { answeredBy, axeFindings, desk, dialogOf, inBrowser, type Page, press, settled, soon, textOf } from './support.js';

const eyes = (page: Page) => page.getByRole('row').filter({ hasText: 'HL 9014' });

inBrowser('whom a supplier shows what', () => {
  const { visit } = desk();

  it('is a group for a category, that its members alone see, and that ends when nothing is shown to it', async () => {
    const page = await settled(await visit('/sell/groups', { as: 'otherSupplier' }));
    await page.getByRole('button', { name: 'New group' }).first().click();
    await dialogOf(page).getByRole('textbox', { name: 'Name' }).fill('Line stations');
    await dialogOf(page).getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Line stations' }).waitFor();
    await page.getByText('Nobody is in it.').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page.goto('/sell/catalogues');
    await page.locator('main a[href^="/sell/catalogues/"]').first().click();
    await page.getByRole('button', { name: 'Add a category' }).click();
    await page.getByRole('textbox', { name: 'Category' }).fill('Bolts');
    await page.getByRole('combobox', { name: 'is shown to' }).click();
    await page.getByRole('option', { name: 'Group Line stations' }).click();
    await answeredBy(page, () => page.getByRole('button', { name: 'Show it so' }).click());
    const catalogue = page.url();

    const buyer = await settled(await visit('/search?q=NAS6204-15', { as: 'buyer' }));
    await buyer.getByRole('link', { name: 'NAS6204-15', exact: true }).first().click();
    await settled(buyer);
    await soon(async () => expect(await buyer.getByText('HL 9014').count()).toBe(0));

    await page.goto('/sell/groups');
    await page.getByRole('combobox', { name: 'Buyer' }).click();
    await page.getByRole('option', { name: 'Aurora Technik' }).click();
    await page.getByText('he sees 0 of 30 offers', { exact: false }).waitFor();
    await page.getByText('What he does not see').click();
    await eyes(page).waitFor();
    await page.getByRole('button', { name: 'Members of Line stations' }).click();
    await dialogOf(page).getByRole('combobox', { name: 'Buyers' }).click();
    await page.getByRole('option', { name: 'Aurora Technik' }).last().click();
    // The list stays open for another one, over what lies below it.
    await press(page, 'Tab');
    await dialogOf(page).getByRole('button', { name: 'Save' }).click();
    await page.getByText('he sees 30 of 30 offers', { exact: false }).waitFor();
    await buyer.reload();
    await buyer.getByRole('row').filter({ hasText: 'HL 9014' }).first().waitFor();

    await page.getByRole('button', { name: 'End group Line stations' }).click();
    await dialogOf(page).getByRole('button', { name: 'End group' }).click();
    await soon(async () => expect(await textOf(dialogOf(page))).toContain('Line stations'));
    await page.goto(catalogue);
    await page.getByRole('button', { name: 'Remove Bolts' }).click();
    await answeredBy(page, () => page.getByRole('button', { name: 'Show it so' }).click());
    await page.goto('/sell/groups');
    await page.getByRole('button', { name: 'End group Line stations' }).click();
    await dialogOf(page).getByRole('button', { name: 'End group' }).click();
    await page.getByRole('heading', { name: 'No groups yet' }).waitFor();
  });
});

inBrowser('what a buyer watches', () => {
  const { visit } = desk();

  it('is a part or a search, changed and ended by him', async () => {
    const page = await settled(await visit('/watches', { as: 'holder' }));
    await page.getByRole('heading', { name: 'You watch nothing yet' }).waitFor();
    await page.getByRole('button', { name: 'New search to watch' }).first().click();
    await dialogOf(page).getByRole('textbox', { name: 'Words or number' }).fill('hex bolt');
    await dialogOf(page).getByRole('textbox', { name: 'Name' }).fill('Bolts for the line');
    await dialogOf(page).getByRole('button', { name: 'Save' }).click();
    await page.getByText('Bolts for the line (search: hex bolt)').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Change Bolts for the line' }).click();
    await dialogOf(page).getByRole('checkbox', { name: 'Also by mail' }).uncheck();
    await dialogOf(page).getByRole('button', { name: 'Save' }).click();
    await page.getByText('In the portal only').waitFor();
    await page.getByRole('button', { name: 'Stop watching Bolts for the line' }).click();
    await page.getByRole('heading', { name: 'You watch nothing yet' }).waitFor();
  });
});
