import { expect, it } from '@jest/globals';
import { axeFindings, desk, dialogOf, inBrowser, type Page, press, settled, soon, tabTo, textOf, titled } from './support.js';

const table = (page: Page, name: string) => page.getByRole('table', { name });
const fill = (page: Page, label: string, value: string) => dialogOf(page).getByRole('textbox', { name: label }).fill(value);
const send = async (page: Page, name: string): Promise<void> => {
  await dialogOf(page).getByRole('button', { name, exact: true }).click();
  await dialogOf(page).waitFor({ state: 'detached' });
};
async function pick(page: Page, label: string, option: string | RegExp): Promise<void> {
  await dialogOf(page)
    .getByRole('combobox', { name: label })
    .or(dialogOf(page).getByRole('textbox', { name: label }))
    .first()
    .click();
  await page.getByRole('option', { name: option }).first().click();
}
const paper = { name: 'cofc.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };

inBrowser('lots and certificates', () => {
  const { visit } = desk();

  it('are stated, pasted, papered and promised by a supplier', async () => {
    const page = await settled(await visit('/sell/lots', { as: 'otherSupplier' }));
    await titled(page, 'Lots and certificates');
    expect(await axeFindings(page)).toEqual([]);
    await tabTo(page, page.getByRole('button', { name: 'State a lot' }));
    await press(page, 'Enter');
    await fill(page, 'Your part number', 'NO-SUCH');
    await fill(page, 'Place', 'WINTERTHUR');
    await fill(page, 'Lot or batch number', 'L-7');
    await fill(page, 'Quantity', '20');
    await dialogOf(page).getByRole('button', { name: 'Save', exact: true }).click();
    await dialogOf(page).getByText('You have no such offer.').first().waitFor();
    await fill(page, 'Your part number', 'HL 9013');
    await pick(page, 'Condition', /^OH/);
    expect(await axeFindings(page)).toEqual([]);
    await send(page, 'Save');
    const row = table(page, 'Lots and certificates').getByRole('row').filter({ hasText: 'L-7' });
    await soon(async () => expect(await textOf(row)).toMatch(/HL 9013.*OH · Overhauled/));

    await page.getByRole('button', { name: 'Paste lots' }).click();
    await fill(page, 'One lot a line', 'HL 9013\tWINTERTHUR\tL-8\t\tOH\tCOFC\tYES\t2099-01-31\t30\nHL 9013\tX');
    await dialogOf(page).getByRole('button', { name: 'Save', exact: true }).click();
    await dialogOf(page)
      .getByText(/^Line 2 cannot be read/)
      .waitFor();
    await fill(page, 'One lot a line', 'HL 9013\tWINTERTHUR\tL-8\t\tOH\tCOFC\tYES\t2099-01-31\t30');
    await send(page, 'Save');
    await page.getByRole('button', { name: '0 papers of L-8' }).click();
    await dialogOf(page).locator('input[type=file]').setInputFiles(paper);
    await fill(page, 'Number', 'C-81');
    await dialogOf(page).getByRole('button', { name: 'Attach', exact: true }).click();
    const attached = dialogOf(page).getByRole('list', { name: 'Attached papers' });
    await soon(async () => expect(await textOf(attached.getByRole('listitem'))).toContain('Certificate of conformity · C-81'));
    await attached.getByRole('checkbox').click();
    await attached.getByRole('checkbox', { checked: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await press(page, 'Escape');
    await page.getByRole('button', { name: '1 paper of L-8' }).waitFor();

    await page.getByRole('button', { name: 'Promise certificates' }).click();
    await fill(page, 'Your part number', 'HL 9013');
    await pick(page, 'Certificates with every unit', 'ATA 106 trace');
    await press(page, 'Escape');
    await send(page, 'Save');
    await soon(async () =>
      expect(await textOf(page.getByRole('list', { name: 'Promised with every unit' }))).toContain('ATA 106 trace'),
    );
  });

  it('are required of all orders and by a rule, asked for in the basket, and ordered', async () => {
    const page = await settled(await visit('/organization/requirements', { as: 'buyer' }));
    await page.getByRole('button', { name: 'New rule' }).first().click();
    await fill(page, 'Code', 'life-30');
    await fill(page, 'Least days left', '30');
    await fill(page, 'What it says to people', 'Thirty days are the least.');
    await send(page, 'Save the rule');
    await page.getByText('LIFE-30, version 1').waitFor();
    await page.getByRole('button', { name: 'Change rule LIFE-30' }).click();
    await fill(page, 'Least days left', '60');
    await send(page, 'Save the rule');
    await soon(async () =>
      expect(await textOf(table(page, 'Rules for orders').getByRole('row').nth(1))).toContain('Least days left: 60'),
    );
    await page.getByRole('checkbox', { name: 'Show ended versions too' }).check();
    await page.getByText('LIFE-30, version 1').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'End rule LIFE-30' }).click();
    await send(page, 'End');

    const found = await settled(await visit('/search?q=NAS6204-14', { as: 'holder' }));
    await found.getByRole('link', { name: 'NAS6204-14' }).first().click();
    await settled(found);
    await found.goto(`${new URL(found.url()).pathname}?cond=OH&qty=50`);
    await found.getByRole('button', { name: 'Add to basket' }).first().click();
    await found.getByRole('link', { name: 'Open the basket' }).click();
    await found.getByText('Overhauled', { exact: true }).waitFor();
    await found.getByRole('button', { name: 'Change what the units of HL 9013 must be' }).click();
    await fill(found, 'Shelf life left, days', '30');
    expect(await axeFindings(found)).toEqual([]);
    await send(found, 'Save');
    await found.getByText(/^Only 30 pieces are as you require them/).waitFor();
    expect(await axeFindings(found)).toEqual([]);
    await found.getByRole('button', { name: /^Take HL 9013 out/ }).click();
    await found.getByRole('button', { name: /^Take HL 9013 out/ }).waitFor({ state: 'detached' });
  });

  it('stand beside the core that a basket line owes; its goods leave and arrive', async () => {
    const shop = await settled(await visit('/sell/unit-terms', { as: 'otherSupplier' }));
    await shop.getByRole('button', { name: 'Sell in exchange' }).first().click();
    for (const [label, value] of Object.entries({ 'Your part number': 'HL 9012', Currency: 'EUR', 'Core value': '650' }))
      await fill(shop, label, value);
    await send(shop, 'Save the terms');
    await shop.goto('/sell/lots');
    await shop.getByRole('button', { name: 'Paste lots' }).click();
    const lots = ['HL 9012\tWINTERTHUR\tLS-A\t\tOH\tCOFC\tYES\t2099-01-31\t5', 'HL 9012\tWINTERTHUR\t\tSN-1\tOH\tCOFC\tYES\t\t1'];
    await fill(shop, 'One lot a line', lots.join('\n'));
    await send(shop, 'Save');
    const page = await settled(await visit('/search?q=NAS6204-13', { as: 'holder' }));
    await page.getByRole('link', { name: 'NAS6204-13' }).first().click();
    await settled(page);
    await page.getByRole('row').filter({ hasText: 'HL 9012' }).getByRole('button', { name: 'Add to basket' }).click();
    await page.getByRole('link', { name: 'Open the basket' }).click();
    await page.getByText(/you owe a core worth EUR\s650\.00, back within 14 days; due on/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const order = page.getByRole('button', { name: /^Place/ });
    await soon(async () => expect(await order.isDisabled()).toBe(true));
    await page.getByRole('checkbox', { name: 'I accept the core that I will owe' }).click();
    await page.getByText('Accept the core, or take the line out.').waitFor({ state: 'detached' });
    await order.click();
    // Each supplier of the basket gets an order of his own.
    await page.getByRole('row').filter({ hasText: 'Helvetia Lager AG' }).getByRole('link', { name: /^PO-/ }).click();
    await page.getByRole('list', { name: 'Cores of this order' }).waitFor();
    await shop.goto(new URL(page.url()).pathname);
    await shop.getByRole('button', { name: 'Goods have left' }).click();
    await fill(shop, 'Despatch number', 'LS-1');
    await pick(shop, 'Lots and serials of line', /^SN-1/);
    await shop.getByRole('option', { name: /^LS-A · 5 pieces · WINTERTHUR/ }).click();
    await press(shop, 'Escape');
    await fill(shop, 'Quantity of LS-A', '1');
    await dialogOf(shop).getByRole('button', { name: 'Book the despatch', exact: true }).click();
    await dialogOf(shop)
      .getByText(/make 2, but 1 pieces? leave|make 2, but 1 EA leave/)
      .waitFor();
    await dialogOf(shop)
      .getByRole('combobox', { name: 'Lots and serials of line' })
      .or(dialogOf(shop).getByRole('textbox', { name: 'Lots and serials of line' }))
      .first()
      .click();
    await press(shop, 'Backspace');
    await press(shop, 'Escape');
    expect(await axeFindings(shop)).toEqual([]);
    await send(shop, 'Book the despatch');
    await shop.getByText('Shipped', { exact: true }).first().waitFor();
    await shop.getByText('1 of SN-1 (OH) has left').waitFor();
    await shop.getByRole('button', { name: 'Undo a despatch' }).click();
    await fill(shop, 'Reason', 'The wrong order');
    expect(await axeFindings(shop)).toEqual([]);
    await send(shop, 'Undo the despatch');
    await shop.getByText('A despatch was undone').waitFor();
    await shop.getByText('1 of SN-1 (OH) has left').waitFor({ state: 'detached' });
    await shop.getByRole('button', { name: 'Goods have left' }).click();
    await fill(shop, 'Despatch number', 'LS-2');
    await pick(shop, 'Lots and serials of line', /^SN-1/);
    await press(shop, 'Escape');
    await send(shop, 'Book the despatch');
    await shop.getByText('1 of SN-1 (OH) has left').waitFor();
    await page.getByText('Shipped', { exact: true }).first().waitFor();
    await page.getByText('1 of SN-1 (OH) has left').waitFor();
    await page.getByRole('button', { name: 'Goods have arrived' }).click();
    await send(page, 'Book the receipt');
    await page.getByText('Delivered', { exact: true }).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
