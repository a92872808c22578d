import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import pg from 'pg';
import writeWorkbook from 'write-excel-file/node';
import { sheetText } from '#libs/documents';
import {
  adminUrl,
  axeFindings,
  deadlinePassed,
  desk,
  dialogOf,
  inBrowser,
  type Page,
  press,
  pressUnlessDone,
  settled,
  tabTo,
  textOf,
} from './support.js';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);
const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth');

/** What the database is told as its superuser. */
async function told(sql: string, values: readonly unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql, [...values]);
  } finally {
    await client.end();
  }
}

/** The rows of the workbook that a button hands out. */
async function saved(page: Page, name: string): Promise<string[][]> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'entrepot-saved-')), download.suggestedFilename());
  await download.saveAs(file);
  expect(file).toMatch(/\.xlsx$/);
  const bytes = await readFile(file);
  // Read by the hub's own reader, which shares nothing with that of the browser.
  const source = {
    size: bytes.length,
    async *read(start: number, end: number) {
      yield bytes.subarray(start, end);
    },
  };
  let text = '';
  for await (const piece of sheetText(source)) text += Buffer.from(piece).toString();
  const cellsOf = (line: string): string[] =>
    [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'));
  return text.trimEnd().split('\n').map(cellsOf);
}

/** A bid by workbook: downloaded, filled in, read back. */
async function bidByWorkbook(page: Page, prices: readonly string[]): Promise<void> {
  const rows = await saved(page, 'Workbook (Excel)');
  const price = rows[0]!.indexOf('price');
  prices.forEach((amount, i) => {
    rows[i + 1]![price] = amount;
  });
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'entrepot-bid-')), 'bid.xlsx');
  await writeWorkbook(rows.map((row) => Array.from(row, (cell) => cell ?? ''))).toFile(file);
  if ((await dialogOf(page).count()) === 0) await button(page, 'Paste or upload a sheet').click();
  await dialogOf(page).locator('input[type=file]').setInputFiles(file);
  await dialogOf(page).getByText('bid.xlsx').waitFor();
  await dialogOf(page).getByRole('button', { name: 'Take these prices' }).click();
}

async function submitted(page: Page): Promise<void> {
  await button(page, 'Submit the bid').click();
  await dialogOf(page).getByRole('button', { name: 'Submit the bid' }).click();
  await page.getByRole('list', { name: 'Receipts' }).getByText('Submitted, version').first().waitFor();
}

inBrowser('a tender by the rules of the Union', () => {
  const { visit } = desk();
  let tenderId = '';

  it('says what its rules ask for, and is not published against them', async () => {
    const page = await settled(await visit('/buy/tenders/new', { as: 'buyer' }));
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Ground power units');
    await page.getByRole('textbox', { name: 'Paste lines from a spreadsheet' }).fill('Power unit 90 kVA;4\nCable 10 m;8');
    await page.getByRole('textbox', { name: 'Paste lines from a spreadsheet' }).press('Control+Enter');
    await page.getByRole('textbox', { name: 'Quantity of line 2' }).waitFor();
    for (const name of ['Northfield Fasteners', 'Helvetia Lager AG']) {
      await page
        .getByRole('textbox', { name: 'Invited suppliers' })
        .or(page.getByRole('combobox', { name: 'Invited suppliers' }))
        .first()
        .fill(name);
      await page.getByRole('option', { name }).first().click();
    }
    await press(page, 'Escape');
    await page.getByRole('radio', { name: 'EU 2014/24, public contracts' }).check();
    await page.getByText('Bids are taken for 25 days at least.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await button(page, 'Publish…').click();
    await dialogOf(page).getByRole('button', { name: 'Publish', exact: true }).click();
    await dialogOf(page)
      .getByText(/Bids must be taken for at least 25 days: the earliest deadline is .* \(2014\/24\/EU Art\. 28/)
      .waitFor();
    await dialogOf(page)
      .getByText(/Questions must close at least 6 days before bids do/)
      .waitFor();
    await press(page, 'Escape');
    await page.getByLabel('Bids are taken until').and(page.locator('input')).fill(inDays(40));
    await page.getByLabel('Questions until').fill(inDays(20));
    await button(page, 'Publish…').click();
    await dialogOf(page).getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Bids are taken. Nobody learns how many there are before the deadline.').waitFor();
    tenderId = new URL(page.url()).pathname.split('/').at(-1)!;
    expect(await textOf(page.getByRole('main'))).toContain('EU 2014/24, public contracts');
  });

  it('is bid for by workbook: faults are named by row and column, and nothing is sent before the form is', async () => {
    const page = await settled(await visit(`/sell/tenders/${tenderId}`, { as: 'supplier' }));
    await bidByWorkbook(page, ['1200.50', 'on request']);
    await dialogOf(page).getByText('Row 3, column F', { exact: false }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await press(page, 'Escape');
    await bidByWorkbook(page, ['1200.50', '80']);
    await dialogOf(page).waitFor({ state: 'detached' });
    expect(await page.getByRole('textbox', { name: 'Price of line 10' }).inputValue()).toBe('1200.50');
    expect(await page.getByRole('list', { name: 'Receipts' }).getByText('Submitted, version').count()).toBe(0);
    await submitted(page);
    const other = await settled(await visit(`/sell/tenders/${tenderId}`, { as: 'otherSupplier' }));
    await bidByWorkbook(other, ['1300', '90']);
    await dialogOf(other).waitFor({ state: 'detached' });
    await submitted(other);
  });

  it('is compared in a workbook, and decided with reasons before it binds', async () => {
    await deadlinePassed(tenderId);
    const page = await settled(await visit(`/buy/tenders/${tenderId}`, { as: 'buyer' }));
    await pressUnlessDone(button(page, 'Open the bids'), button(page, 'Comparison (Excel)'));
    const rows = await saved(page, 'Comparison (Excel)');
    expect(rows[0]![5]).toBe('1. Northfield Fasteners · Price');
    expect(rows[1]!.slice(0, 4)).toEqual(['10', '', 'Power unit 90 kVA', '4']);
    expect(rows[1]![5]).toBe('1200.5');
    expect((await saved(page, 'Bid log (Excel)')).map((cells) => cells[2])).toEqual([
      'supplier',
      expect.stringMatching(/Northfield|Helvetia/),
      expect.stringMatching(/Northfield|Helvetia/),
    ]);
    await button(page, 'Award…').click();
    await dialogOf(page).getByRole('radio', { name: 'Nothing yet' }).check();
    await dialogOf(page).getByRole('button', { name: 'Award', exact: true }).click();
    await dialogOf(page).getByText('Give the reason.').waitFor();
    await dialogOf(page).getByRole('textbox', { name: 'Reasons for all who bid' }).fill('Lowest price of two.');
    expect(await axeFindings(page)).toEqual([]);
    await dialogOf(page).getByRole('button', { name: 'Award', exact: true }).click();
    await page.getByText('The award is decided. Contracts are made when the standstill is over.').waitFor();
    await page.getByText('2 letters').waitFor();
    expect(await textOf(page.getByRole('main'))).toContain('Decided, not binding yet');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is challenged by keyboard by who lost, answered before his eyes, and binds when the standstill is over', async () => {
    const loser = await settled(await visit(`/sell/tenders/${tenderId}`, { as: 'otherSupplier' }));
    await loser.getByText('Updates arrive live').waitFor();
    for (const said of [
      'Lowest price of two.',
      'You do not get it. Your bid was number 2 of 2.',
      'Awarded to Northfield Fasteners',
    ])
      await loser.getByText(said, { exact: false }).first().waitFor();
    const buyer = await settled(await visit(`/buy/tenders/${tenderId}`, { as: 'buyer' }));
    await buyer.getByText('Updates arrive live').waitFor();
    await tabTo(loser, button(loser, 'Challenge the decision…'), 120);
    await press(loser, 'Enter');
    await dialogOf(loser).getByRole('textbox', { name: 'Why' }).fill('Our cable is longer.');
    expect(await axeFindings(loser)).toEqual([]);
    await dialogOf(loser).getByRole('button', { name: 'Challenge', exact: true }).click();
    await loser.getByText('Challenged, time stopped').waitFor();
    expect(await button(loser, 'Challenge the decision…').count()).toBe(0);
    await buyer.getByText('A bidder challenges the decision. The standstill waits for your answer.').waitFor();
    await buyer.getByText('Helvetia Lager AG challenges it').waitFor();
    await button(buyer, 'Decide…').click();
    await dialogOf(buyer).getByRole('radio', { name: 'Reject it' }).check();
    await dialogOf(buyer).getByRole('textbox', { name: 'Answer' }).fill('Ten metres were asked for.');
    expect(await axeFindings(buyer)).toEqual([]);
    await dialogOf(buyer).getByRole('button', { name: 'Decide', exact: true }).click();
    await loser.getByText('Answer: Ten metres were asked for.').waitFor();
    await told(
      `update tendering.standstill set decided_at = decided_at - interval '30 days', ends_at = clock_timestamp() - interval '1 second' where tender_id = $1`,
      [tenderId],
    );
    await told(`select graphile_worker.add_job('tendering.conclude-awards', '{}'::json)`);
    await buyer.getByText('It is awarded.', { exact: true }).waitFor();
    await loser.getByText('Concluded', { exact: true }).waitFor();
  });

  it.each(['light', 'dark'] as const)('fits a phone, %s', async (theme) => {
    for (const [place, as] of [
      [`/sell/tenders/${tenderId}`, 'otherSupplier'],
      [`/buy/tenders/${tenderId}`, 'buyer'],
    ] as const) {
      const page = await settled(await visit(place, { as, width: 390, theme }));
      await page.getByText('Decisions and standstill').waitFor();
      expect(await fits(page)).toBeLessThanOrEqual(0);
      expect(await axeFindings(page)).toEqual([]);
    }
  });

  it.each([
    ['zh-CN', '决定与停顿期'],
    ['zh-TW', '決定與停頓期'],
  ] as const)('speaks %s', async (locale, heading) => {
    const page = await settled(await visit(`/buy/tenders/${tenderId}`, { as: 'buyer', locale }));
    await page.getByRole('heading', { name: heading }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
