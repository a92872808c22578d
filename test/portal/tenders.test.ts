import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import {
  axeFindings,
  deadlinePassed,
  desk,
  dialogOf,
  inBrowser,
  type Page,
  pick,
  press,
  pressUnlessDone,
  settled,
  soon,
  tabTo,
  textOf,
  titled,
  type Who,
} from './support.js';

const table = (page: Page, name: string) => page.getByRole('table', { name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1)!;

async function submitted(page: Page): Promise<void> {
  await button(page, 'Submit the bid').click();
  await dialogOf(page).getByText('Nobody reads it before the deadline').waitFor();
  await dialogOf(page).getByRole('button', { name: 'Submit the bid' }).click();
  await dialogOf(page).waitFor({ state: 'detached' });
  await page.getByRole('list', { name: 'Receipts' }).getByText('Submitted, version').first().waitFor();
}

inBrowser('a tender', () => {
  const { visit } = desk();
  let tenderId = '';
  let number = '';
  const opened = async (as: Who) => settled(await visit(`/sell/tenders/${tenderId}`, { as }));

  it('is written from a paste, kept as a draft, and published to three suppliers with its consequence, by keyboard', async () => {
    const page = await settled(await visit('/', { as: 'buyer' }));
    await press(page, 'Control+k');
    await page.getByPlaceholder('Go to…').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('New tender');
    await press(page, 'Enter');
    await titled(page, 'New tender');
    expect(await axeFindings(page)).toEqual([]);
    await tabTo(page, page.getByRole('textbox', { name: 'Title', exact: true }));
    await page.keyboard.type('Bolts for March');
    await tabTo(page, page.getByRole('textbox', { name: 'Paste lines from a spreadsheet' }));
    await page.evaluate(`document.activeElement.focus()`);
    await page.keyboard.insertText(
      'Part\tQuantity\tUnit\tNeeded by\tTarget\nNAS6204-16\t100\tEA\t2099-03-31\t0.60\nNAS6204-17;many\nHex nut M8, A2\t500',
    );
    await press(page, 'Control+Enter');
    await page.getByText('1 line cannot be read').waitFor();
    await page.getByRole('textbox', { name: 'Quantity of line 2' }).waitFor();
    const rows = table(page, 'Lines asked for').getByRole('row');
    await soon(async () => expect(await rows.count()).toBe(3));
    await soon(async () => expect(await textOf(rows.nth(1))).toContain('Known part'));
    await soon(async () => expect(await textOf(rows.nth(2))).toContain('As text'));
    await page.getByRole('textbox', { name: 'Paste lines from a spreadsheet' }).fill('NAS6204-17;200');
    await press(page, 'Control+Enter');
    await page.getByRole('textbox', { name: 'Quantity of line 3' }).waitFor();
    await button(page, 'Remove line 2').click();
    await button(page, 'Save the draft').click();
    await page.waitForURL(/\/buy\/tenders\/[0-9a-f-]{36}$/);
    tenderId = idOf(page);
    await titled(page, /^T-/);
    number = await textOf(page.getByRole('heading', { level: 1 }));
    expect(number).toMatch(/^T-\d{4}-\d{6}$/);
    await settled(page);
    for (const name of ['Northfield Fasteners', 'Helvetia Lager AG', 'Freshwind Supplies']) {
      await page
        .getByRole('textbox', { name: 'Invited suppliers' })
        .or(page.getByRole('combobox', { name: 'Invited suppliers' }))
        .first()
        .fill(name);
      await page.getByRole('option', { name }).first().click();
    }
    await press(page, 'Escape');
    await page.getByRole('textbox', { name: 'Quantity of line 2' }).fill('none');
    await button(page, 'Publish…').click();
    await page.getByText('Enter a quantity above zero.').waitFor();
    await page.getByRole('textbox', { name: 'Quantity of line 2' }).fill('200');
    await tabTo(page, button(page, 'Publish…'), 120);
    await press(page, 'Enter');
    await dialogOf(page)
      .getByText(/^3 suppliers are invited and hear of it by letter/)
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await tabTo(page, dialogOf(page).getByRole('button', { name: 'Publish', exact: true }));
    await press(page, 'Enter');
    await page.getByText('Bids are taken. Nobody learns how many there are before the deadline.').waitFor();
    await soon(async () =>
      expect(await textOf(page.getByRole('heading', { level: 2, name: '3 invited suppliers' }))).toBe('3 invited suppliers'),
    );
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is asked about without a name, answered before the supplier without a reload, and declined by one', async () => {
    const supplier = await settled(await visit('/', { as: 'supplier' }));
    await supplier.getByRole('link', { name: new RegExp(`asks you for a bid: ${number}`) }).click();
    await titled(supplier, new RegExp(number));
    await supplier.getByText('Updates arrive live').waitFor();
    await supplier.getByRole('textbox', { name: 'Your question' }).fill('Which finish?');
    await button(supplier, 'Ask').click();
    await supplier.getByText('Not answered').waitFor();
    const buyer = await settled(await visit(`/tenders/${tenderId}`, { as: 'buyer' }));
    await buyer.waitForURL(/\/buy\/tenders\//);
    await buyer.getByText('1 question waits for your answer.').waitFor();
    expect(await textOf(buyer.getByRole('main'))).not.toContain('Northfield Fasteners asks');
    await buyer.getByRole('textbox', { name: 'Answer to all' }).fill('Cadmium.');
    await button(buyer, 'Send the answer').click();
    await supplier.getByText('Cadmium.').waitFor();
    const third = await opened('newcomer');
    await third.getByText('Cadmium.').waitFor();
    await button(third, 'Do not bid…').click();
    await dialogOf(third).getByRole('textbox', { name: 'Why not; the buyer reads it' }).fill('Not our range');
    await dialogOf(third).getByRole('button', { name: 'Do not bid' }).click();
    await third.getByText('You said that you do not bid.').waitFor();
    await buyer.getByText('Not our range').waitFor();
  });

  it('is bid for by hand by the one, by a sheet and back by the other, and each gets a receipt', async () => {
    const first = await opened('supplier');
    await first.getByRole('textbox', { name: 'Price of line 10' }).fill('1,000');
    await button(first, 'Submit the bid').click();
    await first.getByText('Enter a price, as 1000 or 2.5.').first().waitFor();
    await first.getByRole('textbox', { name: 'Price of line 10' }).fill('0.70');
    await first.getByRole('textbox', { name: 'Price of line 20' }).fill('0.50');
    await button(first, 'More about line 10').click();
    await first.getByRole('textbox', { name: 'Freight and other addends' }).first().fill('FREIGHT = 5');
    await button(first, 'Save the draft').click();
    await first.getByText('The draft is kept. It is not submitted.').waitFor();
    await first.reload();
    await settled(first);
    await soon(async () => expect(await first.getByRole('textbox', { name: 'Price of line 10' }).inputValue()).toBe('0.70'));
    expect(await axeFindings(first)).toEqual([]);
    await submitted(first);

    const second = await opened('otherSupplier');
    const [download] = await Promise.all([second.waitForEvent('download'), button(second, 'Sheet (CSV)').click()]);
    const saved = path.join(await mkdtemp(path.join(tmpdir(), 'entrepot-tenders-')), 'sheet.csv');
    await download.saveAs(saved);
    const [head = '', ...lines] = (await readFile(saved, 'utf8')).replace('\uFEFF', '').trim().split('\r\n');
    expect(head.split(',').slice(0, 6)).toEqual(['line', 'part', 'description', 'quantity', 'quantityUnit', 'price']);
    const filled = lines.map((line, i) => line.replace(/,(\d+),EA,,/, `,$1,EA,${i === 0 ? '0.60' : '0.65'},`));
    await button(second, 'Paste or upload a sheet').click();
    await dialogOf(second)
      .getByRole('textbox', { name: 'Or paste cells' })
      .fill([head, ...filled].join('\n'));
    await dialogOf(second).getByRole('button', { name: 'Take these prices' }).click();
    await dialogOf(second).waitFor({ state: 'detached' });
    await second.getByText('2 of 2 lines have a price').waitFor();
    await submitted(second);
    const digest = second.getByRole('list', { name: 'Receipts' }).getByText(/^[0-9a-f]{64}$/);
    await soon(async () => expect(await digest.count()).toBe(1));
  });

  it('waits for confirmation after an amendment', async () => {
    const buyer = await settled(await visit(`/buy/tenders/${tenderId}`, { as: 'buyer' }));
    await buyer.getByText('Bids stay closed until the deadline').waitFor();
    await button(buyer, 'Amend…').click();
    await dialogOf(buyer).getByRole('textbox', { name: 'Quantity of line 20' }).fill('300');
    await dialogOf(buyer).getByRole('button', { name: 'Publish the amendment' }).click();
    await dialogOf(buyer).getByText('Give the reason.').waitFor();
    await dialogOf(buyer).getByRole('textbox', { name: 'Reason' }).fill('More aircraft');
    expect(await axeFindings(buyer)).toEqual([]);
    await dialogOf(buyer).getByRole('button', { name: 'Publish the amendment' }).click();
    await dialogOf(buyer).waitFor({ state: 'detached' });
    await buyer.getByText('Changed: line 20, quantity.').waitFor();
    for (const who of ['supplier', 'otherSupplier'] as const) {
      const page = await opened(who);
      await page.getByText('Does not count until you confirm it').waitFor();
      await button(page, 'Let it stand as it is').click();
      await page.getByText('Your bid stands.').waitFor();
      await page.context().close();
    }
  });

  it('is opened, compared line by line, awarded line by line to orders, and its losers learn no price', async () => {
    const buyer = await settled(await visit(`/buy/tenders/${tenderId}`, { as: 'buyer' }));
    await deadlinePassed(tenderId);
    await buyer.reload();
    await settled(buyer);
    const compared = buyer.getByText('2 suppliers have bid. Compare the bids and award them.');
    await pressUnlessDone(button(buyer, 'Open the bids'), compared);
    const matrix = table(buyer, 'Lines by suppliers').getByRole('row');
    await matrix.nth(1).waitFor();
    const head = await matrix.nth(0).getByRole('columnheader').allTextContents();
    expect(head.map((text) => text.trim())).toEqual(['Asked for', '1. Northfield Fasteners', '2. Helvetia Lager AG']);
    // 100 at 0.70 and 5 of freight against 100 at 0.60; 300 at 0.50 against 300 at 0.65.
    await soon(async () => expect(await textOf(matrix.nth(1).getByRole('cell').nth(1))).toMatch(/75\.00/));
    await soon(async () => expect(await textOf(matrix.nth(1).getByRole('cell').nth(2))).toMatch(/^Best.*60\.00/));
    await soon(async () => expect(await textOf(matrix.nth(2).getByRole('cell').nth(1))).toMatch(/^Best.*150\.00/));
    await matrix.nth(1).getByRole('button', { name: /0\.70/ }).click();
    await dialogOf(buyer).getByText('Freight').waitFor();
    expect(await axeFindings(buyer)).toEqual([]);
    await press(buyer, 'Escape');
    await button(buyer, 'Award…').click();
    await dialogOf(buyer).getByText('2 suppliers get orders at once').waitFor();
    await pick(buyer, 'Ship-to site', /HAM-1/);
    expect(await axeFindings(buyer)).toEqual([]);
    await dialogOf(buyer).getByRole('button', { name: 'Award', exact: true }).click();
    await buyer.getByText('It is awarded and ordered.').waitFor();
    await soon(async () => expect(await buyer.getByRole('link', { name: 'Open the order' }).count()).toBe(2));
    await buyer.getByRole('link', { name: 'Open the order' }).first().click();
    await buyer.waitForURL(/\/orders\//);
    await titled(buyer, /^PO-/);

    const won = await opened('otherSupplier');
    await won.getByText('Something of it is awarded to you.').waitFor();
    expect(await textOf(won.getByRole('main'))).not.toMatch(/Northfield|0\.70|0\.50/);
    const lost = await opened('newcomer');
    await lost.getByText('It is awarded, not to you.').waitFor();
  });

  it('is found by its number from anywhere, and an award is taken back with its reason', async () => {
    const page = await settled(await visit('/', { as: 'buyer' }));
    await press(page, '/');
    await page.keyboard.type(number);
    await press(page, 'Enter');
    await page.waitForURL((url) => url.pathname === '/buy/tenders' && url.searchParams.get('q') === number);
    await table(page, 'Tenders').getByRole('link', { name: number }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await press(page, 'j', 'Enter');
    await titled(page, new RegExp(number));
    await button(page, 'Take the award back').first().click();
    await dialogOf(page).getByRole('button', { name: 'Take the award back' }).click();
    await dialogOf(page).getByText('Give the reason.').waitFor();
    await dialogOf(page).getByRole('textbox', { name: 'Reason' }).fill('Cannot deliver');
    await dialogOf(page).getByRole('button', { name: 'Take the award back' }).click();
    await page.getByText('Taken back because: Cannot deliver').waitFor();
    await button(page, 'Award…').waitFor();
  });
});
