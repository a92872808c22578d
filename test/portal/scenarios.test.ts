import { beforeAll, expect, it } from '@jest/globals';
import { type Account, Hub } from '../newcomer/hub.js';
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
  settled,
  soon,
  tabTo,
  textOf,
  type Who,
  world,
} from './support.js';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const board = (page: Page) => page.getByRole('table', { name: 'Scenarios side by side' });

/** Bolts are cheap at one bidder and seals at the other; the bids are open. */
async function openedTender(): Promise<string> {
  const hub = new Hub(hubUrl);
  const as = (who: Who): Promise<Account> => hub.signIn(people[who].email, password);
  const buyer = await as('buyer');
  const lines = [
    { description: 'Bolt of the scenarios', quantity: '100', unit: 'EA' },
    { description: 'Seal of the scenarios', quantity: '10', unit: 'EA' },
  ];
  const closesAt = new Date(Date.now() + 86_400_000).toISOString();
  const terms = { title: 'For scenarios', currency: 'EUR', confidentiality: 'TIMED', awardMode: 'LINE', closesAt, lines };
  const { id } = await buyer.mutate('draftTender', { tender: terms }, 'tender { id }');
  const supplierIds = (['supplier', 'otherSupplier'] as const).map((who) => world.organizations[who]);
  const { edits } = await buyer.mutate('inviteSuppliers', { tenderId: id, supplierIds }, 'tender { edits }');
  const step = { tenderId: id, expectedVersion: edits };
  const { lots } = await buyer.mutate('publishTender', step, 'tender { lots { id } }');
  for (const [who, prices] of [
    ['supplier', ['1', '5']],
    ['otherSupplier', ['2', '4']],
  ] as const) {
    const bidder = await as(who);
    const { tender } = await bidder.query('query ($id: ID!) { tender(id: $id) { lines { id } } }', { id });
    const own = tender.lines.map((line: { id: string }, i: number) => ({
      lineId: line.id,
      price: { amount: prices[i], unit: 'EA' },
    }));
    const bid = { currency: 'EUR', deliveryTerm: 'DAP', paymentDays: 30, lines: own, answers: [] };
    const given = { tenderId: id, lotId: lots[0].id, expectedVersion: 0, tenderVersion: 1, bid };
    await bidder.mutate('submitBid', given, 'receipt { seq }');
  }
  await deadlinePassed(id);
  await buyer.mutate('openBids', { tenderId: id }, 'tender { id }');
  return id;
}

inBrowser('scenarios of an award', () => {
  const { visit } = desk();
  let tenderId = '';
  beforeAll(async () => {
    tenderId = await openedTender();
  });

  it('are asked for by keyboard, worked out, and stand side by side with what each rule costs', async () => {
    const page = await settled(await visit(`/buy/tenders/${tenderId}`, { as: 'buyer' }));
    await page.getByText('Let the hub work out how lots and lines are handed out best').waitFor();
    await tabTo(page, button(page, 'New scenario…'), 200);
    await press(page, 'Enter');
    await dialogOf(page).getByRole('button', { name: 'Work it out' }).click();
    await dialogOf(page).getByText('Give it a name.').waitFor();
    await dialogOf(page).getByRole('textbox', { name: 'Name' }).fill('Anybody');
    expect(await axeFindings(page)).toEqual([]);
    await press(page, 'Enter');
    await dialogOf(page).waitFor({ state: 'detached' });
    await board(page).getByText('Proved the best').waitFor();
    await button(page, 'New scenario…').click();
    await dialogOf(page).getByRole('textbox', { name: 'Name' }).fill('One supplier');
    await dialogOf(page).getByRole('textbox', { name: 'Suppliers, at most' }).fill('1');
    await dialogOf(page).getByRole('button', { name: 'Work it out' }).click();
    await dialogOf(page).waitFor({ state: 'detached' });
    await board(page).getByText('Proved the best').nth(1).waitFor();
    const rows = board(page).getByRole('row');
    await soon(async () => expect(await textOf(rows.nth(1))).toMatch(/140\.00.*150\.00.*10\.00 more/));
    await soon(async () =>
      expect(await textOf(rows.nth(2))).toMatch(
        /Northfield Fasteners · 71 %.*Helvetia Lager AG · 29 %.*Northfield Fasteners · 100 %/,
      ),
    );
    await soon(async () => expect(await textOf(rows.nth(3))).toMatch(/At most 1 suppliers — costs .*10\.00/));
    expect(await axeFindings(page)).toEqual([]);
  });

  it('say which rules cannot be kept together, and go away when removed', async () => {
    const page = await settled(await visit(`/buy/tenders/${tenderId}`, { as: 'buyer' }));
    await button(page, 'New scenario…').click();
    await dialogOf(page).getByRole('textbox', { name: 'Name' }).fill('Both in one');
    await dialogOf(page).getByRole('textbox', { name: 'Suppliers, at most' }).fill('1');
    for (const name of ['Northfield Fasteners', 'Helvetia Lager AG']) {
      await dialogOf(page)
        .getByRole('combobox', { name: `What ${name} gets` })
        .click();
      await page.getByRole('option', { name: 'something at least' }).click();
    }
    await dialogOf(page).getByRole('button', { name: 'Work it out' }).click();
    await dialogOf(page).waitFor({ state: 'detached' });
    await board(page).getByText('Cannot be met').waitFor();
    await soon(async () => expect(await board(page).getByText('In conflict').count()).toBe(3));
    await button(page, 'Remove Both in one').click();
    await board(page).getByText('Cannot be met').waitFor({ state: 'detached' });
  });

  it('are awarded as they are, with their reason', async () => {
    const page = await settled(await visit(`/buy/tenders/${tenderId}`, { as: 'buyer' }));
    await board(page).getByRole('button', { name: 'Award…' }).first().click();
    const parts = dialogOf(page).getByRole('table', { name: 'Who gets what' }).getByRole('row');
    await soon(async () =>
      expect(await textOf(parts.nth(1))).toMatch(/Bolt of the scenarios.*Northfield Fasteners.*100.*100\.00/),
    );
    await dialogOf(page).getByRole('radio', { name: 'Nothing yet' }).check();
    expect(await axeFindings(page)).toEqual([]);
    await dialogOf(page).getByRole('button', { name: 'Award', exact: true }).click();
    await page.getByText('It is awarded.').waitFor();
    await page.getByText('Cheapest award under the rules of the scenario "Anybody".').first().waitFor();
    await soon(async () => expect(await board(page).count()).toBe(0));
  });
});
