import { expect, it } from '@jest/globals';
import { desk, dialogOf, inBrowser, settled, soon, textOf, titled, world } from './support.js';

inBrowser('what a part is called', () => {
  const { visit } = desk();

  it('is noted by the buyer, refused when it cannot be, found by, and ended', async () => {
    const page = await settled(await visit(`/parts/${world.boltId}`, { as: 'buyer' }));
    await page.getByRole('button', { name: 'Add a number' }).click();
    const form = dialogOf(page);
    await form.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'NATO stock number' }).click();
    await form.getByRole('textbox', { name: 'Number' }).fill('5306-00-151');
    await form.getByRole('button', { name: 'Add a number' }).click();
    await form.getByText(/is no NATO stock number/).waitFor();
    await form.getByRole('textbox', { name: 'Number' }).fill('5306-00-151-1418');
    await page.keyboard.press('Enter');
    const numbers = page.getByRole('table', { name: 'Other numbers' });
    await numbers.getByText('5306-00-151-1418').waitFor();
    await soon(async () => expect(await textOf(numbers.getByRole('row').nth(1))).toContain('NATO stock number'));

    await page.goto('/search?q=5306-00-151-1418');
    await page.getByText('Your own number').waitFor();
    await page.goto(`/parts/${world.boltId}`);
    await page.getByRole('button', { name: 'End 5306-00-151-1418' }).click();
    await page.getByText('No other number is known for this part.').waitFor();
  });

  it('filters its offers by approval basis, and says why none is left', async () => {
    const page = await settled(await visit(`/parts/${world.boltId}?basis=PMA`, { as: 'buyer' }));
    await page.getByText('There are offers, but none on an approval basis that you allow.').waitFor();
    await page.goto(`/parts/${world.boltId}`);
    await page.getByRole('table', { name: 'Offers of this part' }).waitFor();
  });
});

inBrowser('the operator’s desk of identities', () => {
  const { visit } = desk();

  it('gives a manufacturer another name and a class tree to the search', async () => {
    const page = await settled(await visit('/operator/manufacturers?text=80205', { as: 'operator', mayFail: /classifications/ }));
    await page.getByRole('button', { name: 'Codes and names of National Aerospace Standards' }).click();
    const form = dialogOf(page);
    await form.getByRole('textbox', { name: 'or new name' }).fill('Aerospace Industries Association');
    await form.getByRole('button', { name: 'Add' }).click();
    await form.getByText('AEROSPACE INDUSTRIES ASSOCIATION').waitFor();
    await form.getByRole('button', { name: 'Retire AEROSPACE INDUSTRIES ASSOCIATION' }).click();
    await form.getByText('retired: still finds').waitFor();

    await page.goto('/operator/classifications');
    await page.getByRole('button', { name: 'Load a version' }).click();
    const load = dialogOf(page);
    await load.getByRole('textbox', { name: 'System' }).fill('UNSPSC');
    await load.getByRole('textbox', { name: 'Version' }).fill('1');
    const csv = (text: string) => ({ name: 'tree.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await load.locator('input[type=file]').setInputFiles(csv('code,parent,name:en\n31161501,3116,Close tolerance bolts\n'));
    await load.getByRole('button', { name: 'Load a version' }).click();
    await load.getByText('Line 2: there is no class 3116 above it in the file.').waitFor();
    await load
      .locator('input[type=file]')
      .setInputFiles(csv('code,parent,name:en\n3116,,Fastening hardware\n31161501,3116,Close tolerance bolts\n'));
    await load.getByRole('button', { name: 'Load a version' }).click();
    await page.getByRole('row').filter({ hasText: 'tree.csv' }).waitFor();

    const buyer = await settled(await visit('/search?q=NAS6204', { as: 'buyer' }));
    await buyer.getByRole('checkbox', { name: /^Fastening hardware/ }).check();
    await buyer.waitForURL(/class=UNSPSC/);
    await buyer.getByText('60 parts', { exact: true }).first().waitFor();
    await soon(async () => expect(await buyer.getByRole('checkbox', { name: /^Close tolerance bolts/ }).isChecked()).toBe(false));
  });

  it('merges two parts, leads from one to the other, and undoes it', async () => {
    const page = await settled(await visit('/operator/identities', { as: 'operator' }));
    await titled(page, 'Identities of parts');
    await page.getByRole('button', { name: 'Merge two parts' }).click();
    const form = dialogOf(page);
    const choose = async (field: string, number: string): Promise<void> => {
      await form.getByRole('combobox', { name: field }).fill(number);
      await page.getByRole('option', { name: new RegExp(`^${number} `) }).click();
    };
    await choose('Part that ends', 'NAS6204-60');
    await choose('Part that stays', 'NAS6204-59');
    await form.getByRole('textbox', { name: 'Reason' }).fill('Same drawing, other sheet');
    await form.getByRole('button', { name: 'Merge' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Same drawing, other sheet' });
    await row.getByText('In force').waitFor();

    await row.getByRole('link', { name: 'NAS6204-60' }).click();
    await page.getByText('This is the same part as NAS6204-59 of National Aerospace Standards.').waitFor();
    await page.getByRole('link', { name: 'Open that part' }).click();
    await titled(page, /NAS6204-59/);

    await page.goto('/operator/identities');
    await row.getByRole('button', { name: /^Undo/ }).click();
    await dialogOf(page).getByRole('textbox', { name: 'Reason' }).fill('They differ after all');
    await dialogOf(page).getByRole('button', { name: 'Undo' }).click();
    await row.getByText(/^Undone/).waitFor();
  });
});
