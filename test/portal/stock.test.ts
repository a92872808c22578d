import { expect, it } from '@jest/globals';
import { axeFindings, desk, dialogOf, inBrowser, settled, soon, textOf, world } from './support.js';

inBrowser('stock of a supplier', () => {
  const { visit } = desk();

  it('is corrected with a reason in its ledger, where the correction then stands', async () => {
    const page = await settled(await visit('/sell/stock?part=NF-6204-23', { as: 'supplier' }));
    await page.getByRole('button', { name: 'Ledger of NF-6204-23 at WICHITA' }).click();
    const ledger = page.getByRole('dialog');
    await ledger.getByText('Nothing has moved yet').waitFor();
    await ledger.getByRole('textbox', { name: 'What is there' }).fill('4990');
    await ledger.getByRole('textbox', { name: 'Note' }).fill('Ten were bent');
    await ledger.getByRole('button', { name: 'Correct' }).click();
    const entry = ledger.getByRole('table', { name: 'Movements' }).getByRole('row').filter({ hasText: 'Ten were bent' });
    await entry.waitFor();
    await soon(async () => expect(await textOf(entry)).toContain('-10'));
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is held by a basket; the supplier sees for how long, takes it back with a reason, and says how long one may hold', async () => {
    const buyer = await settled(await visit(`/parts/${world.boltId}`, { as: 'holder' }));
    await buyer.getByRole('row').filter({ hasText: 'NF-6204-1' }).getByRole('button', { name: 'Add to basket' }).click();
    await buyer.getByText(/^Added to/).waitFor();
    await buyer.goto('/baskets');
    await buyer.locator('main a[href^="/baskets/"]').first().click();
    await buyer.getByRole('button', { name: 'Hold the stock' }).click();
    await buyer.getByText(/^Held for \d+:\d\d min$/).waitFor();
    await buyer.getByText(/held · \d+:\d\d min/).waitFor();
    const supplier = await settled(await visit('/sell/holds', { as: 'supplier' }));
    const row = supplier.getByRole('row').filter({ hasText: 'NF-6204-1' });
    await soon(async () => expect(await textOf(row)).toContain('Aurora Technik'));
    await soon(async () => expect(await textOf(row)).toMatch(/\d+:\d\d min/));
    expect(await axeFindings(supplier)).toEqual([]);
    await row.getByRole('button', { name: 'Take it back: NF-6204-1 from Aurora Technik' }).click();
    await dialogOf(supplier).getByRole('button', { name: 'Take it back' }).click();
    await dialogOf(supplier).getByText('Say why the stock is taken back.').waitFor();
    await dialogOf(supplier).getByRole('textbox', { name: 'Why' }).fill('Quarantined');
    await dialogOf(supplier).getByRole('button', { name: 'Take it back' }).click();
    await supplier.getByText('Nobody holds stock of yours').waitFor();
    await buyer.reload();
    await buyer.getByRole('button', { name: 'Hold the stock' }).waitFor();
    // The basket is left as it was found: other suites order what is in it.
    await buyer.getByRole('button', { name: /^Take NF-6204-1 out/ }).click();
    await buyer.getByRole('button', { name: /^Take NF-6204-1 out/ }).waitFor({ state: 'detached' });
    await supplier.getByRole('button', { name: 'How long buyers may hold' }).first().click();
    const form = dialogOf(supplier);
    await form.getByRole('textbox', { name: 'A basket, in minutes' }).fill('45');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    expect(await axeFindings(supplier)).toEqual([]);
  });

  it('is asked of an ERP by a form that says what it refuses, and tested by a button', async () => {
    const page = await settled(await visit('/sell/asking', { as: 'supplier' }));
    await page.getByText('Your ERP is not asked').waitFor();
    await page.getByRole('button', { name: 'Ask an ERP' }).click();
    const form = dialogOf(page);
    await form.getByRole('textbox', { name: 'Address' }).fill('ftp://erp.test/stock');
    await page.keyboard.press('Enter');
    await form.getByText(/neither https nor http/).waitFor();
    await form.getByRole('textbox', { name: 'Address' }).fill('http://127.0.0.1:9/stock');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('textbox', { name: 'One of your part numbers' }).fill('NF-6204-1');
    await page.keyboard.press('Enter');
    await page.getByText(/^Address not allowed in \d+ ms$/).waitFor();
    await page.getByRole('table', { name: 'The last questions' }).getByText('Address not allowed · by hand').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove' }).click();
    // What cannot be undone is asked for once, with its consequence; going back changes nothing.
    await dialogOf(page).getByText('The hub asks it no more, at once.', { exact: false }).waitFor();
    await dialogOf(page).getByRole('button', { name: 'Back' }).click();
    await dialogOf(page).waitFor({ state: 'detached' });
    await soon(async () => expect(await page.getByText('Your ERP is not asked').count()).toBe(0));
    await page.getByRole('button', { name: 'Remove' }).click();
    await dialogOf(page).getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Your ERP is not asked').waitFor();
  });
});
