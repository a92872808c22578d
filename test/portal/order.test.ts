import { expect, it } from '@jest/globals';
import type { WebSocketRoute } from 'playwright-core';
import { desk, dialogOf, inBrowser, type Page, press, settled, soon, tabTo, textOf, titled, world } from './support.js';

inBrowser('an order', () => {
  const { visit } = desk();

  it('grows from pasted lines, is answered in three parts by the supplier, and moves before the buyer without a reload', async () => {
    const buyer = await settled(await visit('/quick-order', { as: 'clerk' }));
    await pasteAndPlace(buyer);
    const number = await textOf(buyer.locator('main a[href^="/orders/"]').first());
    expect(number).toMatch(/^PO-\d{4}-\d{6}$/);
    await buyer.locator('main a[href^="/orders/"]').first().click();
    await titled(buyer, number);
    await buyer.getByText('Updates arrive live').waitFor();
    await buyer.evaluate('globalThis.sameDocument = true');

    const supplier = await settled(await visit('/orders?side=sell', { as: 'supplier' }));
    await supplier.getByRole('link', { name: number }).click();
    await answerInThreeParts(supplier);
    for (const page of [supplier, buyer]) {
      await page.getByText('Partly confirmed').first().waitFor();
      const parts = page.getByRole('list', { name: 'Quantities of line 10' }).getByRole('listitem');
      const said = (text: string) => /^(\d+) \w+?(Confirmed|Back-ordered|Rejected)/.exec(text)?.slice(1);
      await soon(async () =>
        expect((await parts.allTextContents()).map(said)).toEqual([
          ['50', 'Confirmed'],
          ['25', 'Back-ordered'],
          ['25', 'Rejected'],
        ]),
      );
      await page.getByText('Reason: last box is damaged').waitFor();
      await page.getByText('Supplier answered').waitFor();
    }
    await soon(async () => expect(await buyer.evaluate('globalThis.sameDocument')).toBe(true));
    await supplier.context().close();
  });

  it('is found by its number from anywhere, and the list keeps its filter through a reload', async () => {
    const page = await settled(await visit('/orders?side=buy', { as: 'clerk' }));
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Partly confirmed' }).click();
    await page.waitForURL(/PART_CONFIRMED/);
    await page.reload();
    await settled(page);
    const numbers = page.getByRole('table', { name: 'Orders placed' }).getByRole('link');
    await soon(async () => expect(await numbers.count()).toBe(1));
    const number = await textOf(numbers.first());
    await page.keyboard.press('/');
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === number);
    await page.getByRole('link', { name: number }).waitFor();
  });

  it('can be placed by keyboard alone, from the search to the order', async () => {
    const page = await settled(await visit('/search', { as: 'clerk' }));
    await page.keyboard.press('/');
    await page.keyboard.type('NAS6204-1');
    await page.keyboard.press('Enter');
    await titled(page, 'Parts for “NAS6204-1”');
    await page.getByRole('link', { name: 'NAS6204-1', exact: true }).waitFor();
    await press(page, 'j', 'Enter');
    await page.waitForURL(`**/parts/${world.boltId}*`);
    await settled(page);
    const add = page.getByRole('row').filter({ hasText: 'HL 9000' }).getByRole('button', { name: 'Add to basket' });
    await tabTo(page, add);
    await press(page, 'Enter');
    await page.getByRole('link', { name: 'Open the basket' }).waitFor();
    await press(page, 'Control+k');
    await page.getByPlaceholder('Go to…').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Baskets');
    await press(page, 'Enter');
    await titled(page, 'Baskets');
    await page.getByPlaceholder('Go to…').waitFor({ state: 'hidden' });
    await page.getByRole('table', { name: 'Baskets' }).getByRole('row').nth(1).waitFor();
    await press(page, 'j', 'Enter');
    await titled(page, 'Basket');
    await tabTo(page, page.getByRole('button', { name: 'Place the order' }));
    await press(page, 'Enter');
    await page.getByText('Your order is placed').waitFor();
    await soon(async () =>
      expect(await textOf(page.getByRole('table').getByRole('row').nth(1))).toMatch(/^PO-\d{4}-\d{6}Helvetia Lager AGEUR 0\.55$/),
    );
  });

  it('shows, when a lost connection comes back, what happened meanwhile', async () => {
    const buyer = await settled(await visit('/quick-order', { as: 'clerk' }));
    const line = await cuttable(buyer);
    await buyer.reload();
    await pasteAndPlace(buyer);
    const placed = buyer.locator('main a[href^="/orders/"]').first();
    const number = await textOf(placed);
    await placed.click();
    await titled(buyer, number);
    await buyer.getByText('Updates arrive live').waitFor();
    await buyer.evaluate('globalThis.sameDocument = true');
    await line.cut();
    await buyer.getByText('Connecting to live updates').waitFor();

    const supplier = await settled(await visit('/orders?side=sell', { as: 'supplier' }));
    await supplier.getByRole('link', { name: number }).click();
    await answerInThreeParts(supplier);
    await supplier.getByText('Partly confirmed').first().waitFor();
    expect(await buyer.getByText('Partly confirmed').count()).toBe(0);
    line.mend();
    await buyer.getByText('Partly confirmed').first().waitFor();
    await buyer.getByText('Updates arrive live').waitFor();
    expect(await buyer.evaluate('globalThis.sameDocument')).toBe(true);
  });

  it('takes no line that cannot be read, and says of each why', async () => {
    const page = await settled(await visit('/quick-order', { as: 'clerk' }));
    await page.getByRole('textbox', { name: 'Lines' }).fill('NAS6204-9;many\n;7\nNAS6204-8;1000');
    await page.getByRole('button', { name: 'Find these parts' }).click();
    await page.getByText('1 of 3 lines are ready').waitFor();
    const row = (number: number) => page.getByRole('table', { name: 'What the lines mean' }).getByRole('row').nth(number);
    await soon(async () => expect(await textOf(row(1))).toContain('The quantity is no plain number'));
    await soon(async () => expect(await textOf(row(2))).toContain('No part number'));
    await soon(async () => expect(await textOf(row(3))).toContain('USD 385.00'));
  });
});

/** The live connection of a page from its next load on, which can be cut until it is mended. */
async function cuttable(page: Page): Promise<{ cut: () => Promise<void>; mend: () => void }> {
  const open: WebSocketRoute[] = [];
  let isCut = false;
  await page.routeWebSocket(/\/graphql$/, async (socket) => {
    if (isCut) return socket.close({ code: 3000, reason: 'cut' });
    socket.connectToServer();
    open.push(socket);
  });
  return {
    async cut() {
      isCut = true;
      await Promise.all(open.splice(0).map((socket) => socket.close({ code: 3000, reason: 'cut' })));
    },
    mend() {
      isCut = false;
    },
  };
}

/** Two good lines and one unknown: the two become one order. */
async function pasteAndPlace(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Lines' }).fill('NAS6204-2 100\nNAS6204-3;40\nNO-SUCH-PART 5');
  await page.getByRole('button', { name: 'Find these parts' }).click();
  await page.getByText('No part has this number').waitFor();
  await page.getByText(/^40 does not fit the pack: 50/).waitFor();
  await page.getByRole('button', { name: 'Add 2 lines to the basket' }).click();
  await page.getByRole('link', { name: 'Open the basket' }).click();
  await titled(page, 'Basket');
  await page.getByText('becomes one order').waitFor();
  await page.getByRole('button', { name: 'Place the order' }).click();
  await page.getByText('Your order is placed').waitFor();
}

/** 100 of line 10 become 50 confirmed, 25 back-ordered and 25 rejected. */
async function answerInThreeParts(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Answer by quantity…' }).click();
  const answer = dialogOf(page);
  await answer.getByLabel('Your own order number').fill('SO-88');
  const line = answer.getByRole('group', { name: 'Line 10: NAS6204-2' });
  for (let i = 0; i < 2; i += 1) await line.getByRole('button', { name: 'Split off another quantity' }).click();
  const quantities = line.getByLabel('Quantity', { exact: true });
  for (const [i, quantity] of ['50', '25', '25'].entries()) await quantities.nth(i).fill(quantity);
  await line.getByLabel('Answer').nth(1).selectOption({ label: 'Back-ordered' });
  await line.getByLabel('Answer').nth(2).selectOption({ label: 'Rejected' });
  await line.getByLabel('Delivers on').nth(0).fill('2099-01-15');
  await line.getByLabel('Delivers on').nth(1).fill('2099-02-15');
  await line.getByLabel('Reason').nth(1).fill('last box is damaged');
  await line.getByText(/^100 of 100 \w+ answered/).waitFor();
  await answer.getByRole('button', { name: 'Send the answer' }).click();
  await answer.waitFor({ state: 'hidden' });
}
