import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { desk, dialogOf, inBrowser, type Page, settled, soon, textOf } from './support.js';

const sample = (name: string): string => fileURLToPath(new URL(`../samples/portal/${name}`, import.meta.url));

inBrowser('a catalogue', () => {
  const { visit } = desk();

  it('is opened, uploaded with its columns said, looked over, published, changed and rolled back', async () => {
    const page = await settled(await visit('/sell/upload', { as: 'newcomer' }));
    await page.getByRole('button', { name: 'New catalogue' }).click();
    await dialogOf(page).getByRole('textbox', { name: 'Name', exact: false }).first().fill('Washers');
    await dialogOf(page).getByRole('radio', { name: 'Everybody on the hub' }).click();
    await dialogOf(page).getByRole('button', { name: 'Create the catalogue' }).click();
    await send(page, 'washers.csv');

    await page.getByText('washers.csv has 11 columns').waitFor();
    await soon(async () => expect(await meaning(page, 'Art-Nr').inputValue()).toBe('Your part number'));
    await soon(async () => expect(await meaning(page, 'Preis').inputValue()).toBe('Price'));
    await soon(async () => expect(await meaning(page, 'Schritt').inputValue()).toBe(''));
    await mean(page, 'Schritt', 'Quantity step');
    await page.getByRole('button', { name: 'Read the file' }).click();
    await page.getByText('The file is ready to publish').waitFor();
    await counted(page, { New: '3', Changed: '0', Withdrawn: '0', Refused: '0' });
    await page.getByRole('tab', { name: 'New (3)', selected: true }).waitFor();
    await page.getByRole('row').filter({ hasText: 'W-102' }).waitFor();
    await publish(page);

    await page.goto('/sell/upload');
    await send(page, 'washers-changed.csv');
    await meaning(page, 'Schritt').waitFor();
    await soon(async () => expect(await meaning(page, 'Schritt').inputValue()).toBe('Quantity step'));
    await page.getByRole('button', { name: 'Read the file' }).click();
    await page.getByText('The file is ready to publish').or(page.getByText('The brake holds this file')).waitFor();
    await counted(page, { New: '1', Changed: '1', Unchanged: '1', Withdrawn: '1', Refused: '0' });
    const changed = page.getByRole('row').filter({ hasText: 'W-100' });
    await soon(async () => expect(await textOf(changed)).toContain('was 12.50'));
    await publish(page);

    await page.getByRole('link', { name: 'Versions and rollback' }).click();
    await page.getByRole('button', { name: 'Go back to 1' }).click();
    await dialogOf(page).getByText('Go back to version 1?').waitFor();
    await dialogOf(page)
      .getByRole('button', { name: /^Go back to/ })
      .click();
    await page.getByText('Version 3 is published. It repeats the content of version 1.').waitFor();
  });

  it('with wrong rows shows each error at its line and column, and changes nothing', async () => {
    const page = await settled(await visit('/sell/upload', { as: 'newcomer' }));
    await send(page, 'washers-wrong.csv');
    await page.getByRole('button', { name: 'Read the file' }).click();
    await page.getByText('Rows read').waitFor();
    await page.getByRole('tab', { name: /^Problems/ }).click();
    const row = (part: string) => page.getByRole('row').filter({ hasText: part });
    await row('W-100').waitFor();
    await soon(async () => expect(await textOf(row('W-100'))).toContain('PRICE_NEGATIVE'));
    await soon(async () => expect(await textOf(row('W-101'))).toContain('UNIT_UNKNOWN'));
    await counted(page, { Refused: '2' });
  });
});

async function send(page: Page, name: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(sample(name));
  await page.getByRole('button', { name: 'Send the file' }).click();
}

const meaning = (page: Page, column: string) => page.getByRole('combobox', { name: `Meaning of column ${column}`, exact: true });

async function mean(page: Page, column: string, target: string): Promise<void> {
  await meaning(page, column).click();
  await page.getByRole('option', { name: target, exact: true }).click();
}

/** The figures above the review, by their words. */
async function counted(page: Page, wanted: Record<string, string>): Promise<void> {
  for (const [word, figure] of Object.entries(wanted)) {
    await page
      .getByText(new RegExp(`^${word}$`))
      .first()
      .locator('..')
      .getByText(figure, { exact: true })
      .waitFor();
  }
}

/** Publishes, past the brake if it holds, and waits until it is done. */
async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Publish|Confirm and publish)$/ }).click();
  await dialogOf(page)
    .getByRole('button', { name: /^(Publish|Confirm and publish)/ })
    .click();
  await page.getByText('You can roll back to an earlier version at any time.').waitFor();
}
