import { expect, it } from '@jest/globals';
import { axeFindings, desk, dialogOf, inBrowser, type Page, settled, soon, textOf, titled } from './support.js';

const table = (page: Page, name: string) => page.getByRole('table', { name });
const fill = (page: Page, label: string, value: string) => dialogOf(page).getByRole('textbox', { name: label }).fill(value);
/** Opens a step of the unit that is shown, says what it asks, and sends it. */
async function step(page: Page, name: string, says: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  for (const [label, value] of Object.entries(says)) await fill(page, label, value);
  await dialogOf(page).getByRole('button', { name, exact: true }).click();
  await dialogOf(page).waitFor({ state: 'detached' });
}
const open = (page: Page, number: RegExp) => page.getByRole('button', { name: number }).first().click();

inBrowser('cores and repairs', () => {
  const { visit } = desk();

  it('are offered, ordered, sent, returned, rejected and billed on both sides', async () => {
    const shop = await settled(await visit('/sell/unit-terms', { as: 'otherSupplier' }));
    await shop.getByRole('button', { name: 'Sell in exchange' }).first().click();
    await fill(shop, 'Your part number', 'NO-SUCH-PART');
    await fill(shop, 'Currency', 'EUR');
    await fill(shop, 'Core value', '800');
    await fill(shop, 'Deposit', '100');
    await dialogOf(shop).getByRole('button', { name: 'Save the terms' }).click();
    await dialogOf(shop).getByText('You have no active offer of this number.').first().waitFor();
    await fill(shop, 'Your part number', 'HL 9017');
    await dialogOf(shop).getByRole('button', { name: 'Save the terms' }).click();
    await shop.getByRole('button', { name: 'Exchange terms of HL 9017' }).waitFor();
    await shop.getByRole('button', { name: 'Offer a repair' }).click();
    await fill(shop, 'Your part number', 'HL 9017');
    await fill(shop, 'Currency', 'EUR');
    await dialogOf(shop).getByRole('button', { name: 'Save the terms' }).click();
    await shop.getByRole('button', { name: 'Repair terms of HL 9017' }).waitFor();
    expect(await axeFindings(shop)).toEqual([]);

    const page = await settled(await visit('/aog?number=NAS6204-18&qty=1', { as: 'buyer' }));
    await table(page, 'Ways to the part')
      .getByRole('button', { name: /^Order in exchange at Helvetia/ })
      .click();
    await dialogOf(page)
      .getByText(/EUR\s800\.00/)
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialogOf(page).getByRole('button', { name: 'Order in exchange' }).click();
    const cores = page.getByRole('list', { name: 'Cores of this order' });
    await cores.getByText('Unit not sent yet').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const number = (await textOf(cores.getByRole('link'))).trim();

    await shop.goto('/rotables?side=sell');
    await titled(shop, 'Cores and repairs');
    await open(shop, new RegExp(number));
    await step(shop, 'Unit sent', { 'Serial number': 'OUT-77', 'Number of the certificate': 'F-1' });
    await shop.getByText('Core owed').first().waitFor();

    await page.goto('/rotables?side=buy');
    const row = table(page, 'Cores and repairs').getByRole('row').filter({ hasText: number });
    await row.getByText('Core owed').waitFor();
    await soon(async () => expect(await textOf(row)).toContain('OUT-77 / –'));
    await soon(async () => expect(await textOf(row)).toMatch(/runs out in 1[4-7] days/));
    await open(page, new RegExp(number));
    await page.getByRole('button', { name: 'Send my unit' }).click();
    await fill(page, 'Serial number', 'out-77');
    await dialogOf(page).getByRole('button', { name: 'Send my unit' }).click();
    await dialogOf(page).getByText('OUT-77 is the very unit that was sent in exchange.').first().waitFor();
    await fill(page, 'Serial number', 'OLD-3');
    await dialogOf(page).getByRole('button', { name: 'Send my unit' }).click();
    await row.getByText('On its way').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await shop.reload();
    await step(shop, 'Take it in');
    await step(shop, 'Reject the core', { Reason: 'Housing cracked' });
    await shop.getByText('Ended', { exact: true }).click();
    await open(shop, new RegExp(number));
    const charged = shop.getByRole('list', { name: 'Charged and given back' });
    await soon(async () =>
      expect(await textOf(charged.getByRole('listitem').filter({ hasText: 'Core value' }))).toMatch(/EUR\s800\.00/),
    );
    await shop.getByText('Beyond economical repair').waitFor();
    expect(await axeFindings(shop)).toEqual([]);
  });

  it('are repaired by quote', async () => {
    const page = await settled(await visit('/aog?number=NAS6204-18&qty=1', { as: 'buyer' }));
    await table(page, 'Ways to the part')
      .getByRole('button', { name: /^Order the repair at Helvetia/ })
      .click();
    await fill(page, 'Serial number', 'REP-9');
    await fill(page, 'What is wrong', 'Leaks');
    await dialogOf(page).getByRole('button', { name: 'Order the repair' }).click();
    await titled(page, 'Cores and repairs');
    await step(page, 'Send my unit');
    await page.getByText('On its way').first().waitFor();
    const shop = await settled(await visit('/rotables?side=sell', { as: 'otherSupplier' }));
    await open(shop, /^RO-/);
    await step(shop, 'Take it in');
    await step(shop, 'Quote the repair', { Amount: '640', 'What was found': 'Seal worn' });
    await page.reload();
    await page.getByRole('button', { name: 'Approve the quote' }).click();
    await dialogOf(page)
      .getByText(/^The repair costs EUR\s640\.00\.$/)
      .waitFor();
    await dialogOf(page).getByRole('button', { name: 'Approve the quote' }).click();
    await page.getByText('Approved', { exact: true }).first().waitFor();
    await shop.reload();
    await step(shop, 'Repair is done', { 'Number of the certificate': 'F-2' });
    await step(shop, 'Send it back');
    await page.goto('/rotables?side=buy&closed=yes');
    await page.getByText('Returned').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
