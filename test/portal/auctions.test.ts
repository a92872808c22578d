import { expect, it } from '@jest/globals';
import { Hub } from '../newcomer/hub.js';
import {
  axeFindings,
  deadlinePassed,
  desk,
  hubUrl,
  inBrowser,
  type Page,
  password,
  people,
  pressUnlessDone,
  settled,
  soon,
  textOf,
  titled,
  type Who,
} from './support.js';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

/** One operation past the pages, as somebody; for what other suites do by hand. */
const asked = async <T>(who: Who, query: string, variables: object): Promise<T> =>
  (await new Hub(hubUrl).signIn(people[who].email, password)).query(query, variables);

/** Bids a price for the only line of a tender. */
async function bids(who: Who, tenderId: string, amount: string): Promise<void> {
  const { tender } = await asked<{ tender: { version: number; lots: { id: string }[]; lines: { id: string }[] } }>(
    who,
    'query ($id: ID!) { tender(id: $id) { version lots { id } lines { id } } }',
    { id: tenderId },
  );
  const bid = {
    currency: 'EUR',
    deliveryTerm: 'DAP',
    paymentDays: 30,
    lines: [{ lineId: tender.lines[0]!.id, price: { amount, unit: 'EA' } }],
  };
  const input = { tenderId, lotId: tender.lots[0]!.id, expectedVersion: 0, tenderVersion: tender.version, bid };
  const done = await asked<{ submitBid: { errors: unknown[] } }>(
    who,
    'mutation ($input: SubmitBidInput!) { submitBid(input: $input) { errors { ... on UserError { message } } } }',
    { input },
  );
  expect(done.submitBid.errors).toEqual([]);
}

const rank = (page: Page, n: number) => page.locator(`[data-auction-rank="${n}"]`).waitFor();
const left = async (page: Page): Promise<number> =>
  Number(await page.getByRole('timer').first().getAttribute('data-auction-left'));
const place = async (page: Page, amount: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Amount in EUR' }).fill(amount);
  await button(page, 'Place the bid').click();
};

inBrowser('an auction', () => {
  const { visit } = desk();
  let tenderId = '';

  it('is announced with a tender', async () => {
    const page = await settled(await visit('/buy/tenders/new', { as: 'buyer' }));
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Tyres for two aircraft');
    await page.getByRole('textbox', { name: 'Paste lines from a spreadsheet' }).fill('Main wheel tyre\t100');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('textbox', { name: 'Quantity of line 1' }).waitFor();
    for (const name of ['Northfield Fasteners', 'Helvetia Lager AG']) {
      await page
        .getByRole('textbox', { name: 'Invited suppliers' })
        .or(page.getByRole('combobox', { name: 'Invited suppliers' }))
        .first()
        .fill(name);
      await page.getByRole('option', { name }).first().click();
    }
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'English auction among the ranked bids' }).check();
    await button(page, 'Save the draft').click();
    await page
      .getByText('Enter a number')
      .or(page.getByText(/number/i))
      .first()
      .waitFor();
    await page.getByRole('textbox', { name: 'Step in EUR' }).fill('1');
    await page.getByRole('textbox', { name: 'Length in minutes' }).fill('0.75');
    await page.getByRole('textbox', { name: 'Late bids extend, minutes' }).fill('0.4');
    expect(await axeFindings(page)).toEqual([]);
    await button(page, 'Publish…').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Bids are taken. Nobody learns how many there are before the deadline.').waitFor();
    await page.getByText('Announced: English auction: bids fall until the close.').waitFor();
    tenderId = new URL(page.url()).pathname.split('/').at(-1)!;
    await bids('supplier', tenderId, '1.50');
    await bids('otherSupplier', tenderId, '1.60');
  });

  it('is fought in two browsers at once: ranks move by themselves, a late bid moves the close for all, and a lost line is made good', async () => {
    await deadlinePassed(tenderId);
    const buyer = await settled(await visit(`/buy/tenders/${tenderId}`, { as: 'buyer' }));
    await pressUnlessDone(button(buyer, 'Open the bids'), buyer.getByLabel(/Open the auction of Tyres/));
    const opensAt = new Date(Date.now() + 30_000).toISOString().slice(0, 19);
    await buyer.getByLabel(/Open the auction of Tyres/).fill(opensAt);
    await button(buyer, 'Start the auction').click();
    await buyer.waitForURL(/\/auctions\//);
    const room = new URL(buyer.url()).pathname;
    await buyer.getByText('Opens in').waitFor();
    await buyer.getByText('Northfield Fasteners').waitFor();

    const first = await settled(await visit(`/sell/tenders/${tenderId}`, { as: 'supplier', mayFail: /graphql/ }));
    await first.getByRole('link', { name: 'Enter the room' }).click();
    const second = await settled(await visit(room, { as: 'otherSupplier' }));
    for (const page of [first, second]) {
      await titled(page, /Tyres/);
      await page.getByText('Updates arrive live').waitFor();
      expect(await textOf(page.getByRole('main'))).not.toMatch(/Northfield|Helvetia/);
    }
    await rank(first, 1);
    await rank(second, 2);

    await second.getByText('Closes in').waitFor();
    await place(second, '149.50');
    await rank(second, 1);
    await rank(first, 2);
    await place(first, '149.90');
    await first.getByRole('alert').getByText('The bid is not far enough below (OWN_STEP_TOO_SMALL).').waitFor();
    expect(await axeFindings(first)).toEqual([]);

    // Both clocks are the server's: they tell the same second, or the one beside it.
    await soon(async () => {
      const clocks = await Promise.all([left(first), left(second), left(buyer)]);
      expect(Math.max(...clocks) - Math.min(...clocks)).toBeLessThanOrEqual(1);
    });
    await soon(async () => expect(await left(first)).toBeLessThanOrEqual(20));
    const before = await left(second);
    await place(first, '140');
    for (const page of [first, second, buyer])
      await page
        .getByText(/^Extended/)
        .first()
        .waitFor();
    await soon(async () => expect(await left(second)).toBeGreaterThan(before));
    await rank(second, 2);

    await first.context().setOffline(true);
    await place(second, '130');
    await rank(second, 1);
    await first.waitForTimeout(500);
    await first.context().setOffline(false);
    await rank(first, 2);
    await buyer.getByRole('row', { name: /1 Helvetia Lager AG .*130\.00/ }).waitFor();

    for (const page of [first, second, buyer]) await page.getByText('Closed and published').waitFor({ timeout: 180_000 });
    await first.getByRole('heading', { name: 'Published file' }).waitFor();
    const [download] = await Promise.all([second.waitForEvent('download'), button(second, 'Download the file').click()]);
    expect(download.suggestedFilename()).toMatch(/^auction-[0-9a-f-]{36}\.json$/);
    expect(await axeFindings(second)).toEqual([]);
    expect(await axeFindings(buyer)).toEqual([]);
  });

  it('decides the award', async () => {
    const page = await settled(await visit(`/buy/tenders/${tenderId}`, { as: 'buyer' }));
    const matrix = page.getByRole('table', { name: 'Lines by suppliers' }).getByRole('row');
    await matrix.nth(1).waitFor();
    const head = await matrix.nth(0).getByRole('columnheader').allTextContents();
    expect(head.map((text) => text.trim())).toEqual(['Asked for', '1. Helvetia Lager AG', '2. Northfield Fasteners']);
    await soon(async () => expect(await textOf(matrix.nth(1).getByRole('cell').nth(1))).toMatch(/130\.00/));
  });
});
