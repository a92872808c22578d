import { expect, it } from '@jest/globals';
import { Hub } from '../newcomer/hub.js';
import {
  axeFindings,
  deadlinePassed,
  desk,
  dialogOf,
  hubUrl,
  inBrowser,
  type Page,
  password,
  people,
  press,
  pressUnlessDone,
  settled,
  textOf,
  type Who,
} from './support.js';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Bids a price for the only line of a tender, past the pages. */
async function bids(who: Who, tenderId: string, amount: string): Promise<void> {
  const hub = await new Hub(hubUrl).signIn(people[who].email, password);
  const ask = async <T>(query: string, variables: object): Promise<T> => hub.query(query, variables);
  const { tender } = await ask<{ tender: { version: number; lots: { id: string }[]; lines: { id: string }[] } }>(
    'query ($id: ID!) { tender(id: $id) { version lots { id } lines { id } } }',
    { id: tenderId },
  );
  const bid = {
    ...{ currency: 'EUR', deliveryTerm: 'DAP', paymentDays: 30 },
    lines: [{ lineId: tender.lines[0]!.id, price: { amount, unit: 'EA' } }],
  };
  const input = { tenderId, lotId: tender.lots[0]!.id, expectedVersion: 0, tenderVersion: tender.version, bid };
  const done = await ask<{ submitBid: { errors: unknown[] } }>(
    'mutation ($input: SubmitBidInput!) { submitBid(input: $input) { errors { ... on UserError { message } } } }',
    { input },
  );
  expect(done.submitBid.errors).toEqual([]);
}

inBrowser('a tender by shares', () => {
  const { visit } = desk();
  let tenderId = '';

  it('is published with its shares', async () => {
    const page = await settled(await visit('/buy/tenders/new', { as: 'buyer' }));
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Oil for a year');
    await page.getByRole('textbox', { name: 'Paste lines from a spreadsheet' }).fill('Turbine oil, quart;1000');
    await page.getByRole('textbox', { name: 'Paste lines from a spreadsheet' }).press('Control+Enter');
    await page.getByRole('textbox', { name: 'Quantity of line 1' }).waitFor();
    for (const name of ['Northfield Fasteners', 'Helvetia Lager AG']) {
      await page
        .getByRole('textbox', { name: 'Invited suppliers' })
        .or(page.getByRole('combobox', { name: 'Invited suppliers' }))
        .first()
        .fill(name);
      await page.getByRole('option', { name }).first().click();
    }
    await press(page, 'Escape');
    await page.getByRole('radio', { name: /^By fixed shares/ }).check();
    await page.getByRole('textbox', { name: 'Shares by rank, per cent' }).fill('60 30');
    await button(page, 'Publish…').click();
    await dialogOf(page).getByRole('button', { name: 'Publish', exact: true }).click();
    await dialogOf(page).getByText('The shares must add up to 100.').waitFor();
    await press(page, 'Escape');
    await page.getByRole('textbox', { name: 'Shares by rank, per cent' }).fill('60 40');
    await button(page, 'Publish…').click();
    await dialogOf(page).getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Bids are taken. Nobody learns how many there are before the deadline.').waitFor();
    tenderId = new URL(page.url()).pathname.split('/').at(-1)!;
    await bids('supplier', tenderId, '9.50');
    await bids('otherSupplier', tenderId, '9.00');
  });

  it('asks for best and final offers: one bids again, the other stands by his last bid, and the shares follow', async () => {
    await deadlinePassed(tenderId);
    const page = await settled(await visit(`/buy/tenders/${tenderId}`, { as: 'buyer' }));
    await pressUnlessDone(button(page, 'Open the bids'), button(page, 'Another round…'));
    await button(page, 'Another round…').click();
    await dialogOf(page).getByRole('radio', { name: 'Best and final offers' }).check();
    expect(await axeFindings(page)).toEqual([]);
    await dialogOf(page).getByRole('button', { name: 'Open the round' }).click();
    await page.getByText('Round 2. Who has not bid again stands by his last bid.').waitFor();
    const bidder = await settled(await visit(`/sell/tenders/${tenderId}`, { as: 'supplier' }));
    await bidder.getByText('You are asked again. Submit another bid, or stand by your last one.').waitFor();
    await bids('supplier', tenderId, '8.50');
    await deadlinePassed(tenderId);
    await page.reload();
    await settled(page);
    await pressUnlessDone(button(page, 'Open the bids'), button(page, 'Award…'));
    await button(page, 'Award…').click();
    // Nothing follows a best and final offer.
    expect(await button(page, 'Another round…').count()).toBe(0);
    await dialogOf(page).getByText('60 % to Northfield Fasteners').waitFor();
    await dialogOf(page).getByText('40 % to Helvetia Lager AG').waitFor();
    await dialogOf(page).getByRole('radio', { name: 'Nothing yet' }).check();
    expect(await axeFindings(page)).toEqual([]);
    await dialogOf(page).getByRole('button', { name: 'Award', exact: true }).click();
    await page.getByRole('heading', { name: '2 awards' }).waitFor();
    const text = await textOf(page.getByRole('main'));
    expect(text).toContain('600');
    expect(text).toContain('400');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('can end in an auction by rounds, a Dutch or a Japanese one', async () => {
    const page = await settled(await visit('/buy/tenders/new', { as: 'buyer', width: 390 }));
    for (const [kind, label] of [
      ['Auction by rounds', 'Minutes of a turn'],
      ['Dutch auction: the price rises until the first accepts', 'Rises by, % of the best bid'],
      ['Japanese auction: the price falls while bidders stay', 'Falls by, EUR'],
    ] as const) {
      await page.getByRole('radio', { name: kind }).check();
      await page.getByRole('textbox', { name: label }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    await page.getByRole('radio', { name: 'per cent' }).check();
    await page.getByRole('textbox', { name: 'Falls by, %' }).fill('none');
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('A draft alone');
    await button(page, 'Save the draft').click();
    // At the field itself: another may be refused, too.
    const fall = page.locator('.mantine-TextInput-root', { has: page.getByRole('textbox', { name: 'Falls by, %' }) });
    await fall.getByText('Enter a number, as 1000 or 2.5.', { exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/buy/tenders/new');
  });
});
