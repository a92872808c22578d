import { expect, it } from '@jest/globals';
import {
  axeFindings,
  desk,
  dialogOf,
  inBrowser,
  type Page,
  press,
  settled,
  soon,
  tabTo,
  textOf,
  titled,
  world,
} from './support.js';

/** Chooses from a list that opens under a field. */
async function choose(page: Page, label: string, option: RegExp | string): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click();
  await page.getByRole('option', { name: option }).click();
}

const table = (page: Page, name: string) => page.getByRole('table', { name });

inBrowser('a promise by date', () => {
  const { visit } = desk();

  it('rests on the calendar and the ways that the supplier says, by form and by paste', async () => {
    const page = await settled(await visit('/sell/calendar', { as: 'supplier' }));
    await page.getByRole('button', { name: 'Add a calendar' }).first().click();
    await dialogOf(page).getByRole('textbox', { name: 'Name' }).fill('Wichita');
    for (const day of ['Sat', 'Sun']) await dialogOf(page).getByRole('checkbox', { name: day }).check();
    await dialogOf(page).getByRole('textbox', { name: 'Cut-off' }).fill('24:00');
    await dialogOf(page).getByRole('button', { name: 'Save' }).click();
    await table(page, 'Calendars').getByText('Mon Tue Wed Thu Fri Sat Sun').waitFor();
    await page.getByRole('button', { name: 'Holidays of Wichita' }).click();
    await dialogOf(page).getByRole('textbox', { name: 'Rows' }).fill('2031-12-25, CLOSED, Christmas\n2031-12-99');
    await dialogOf(page).getByRole('button', { name: 'Take the rows' }).click();
    await dialogOf(page).getByText('Line 2 cannot be read.').waitFor();
    await dialogOf(page).getByRole('textbox', { name: 'Rows' }).fill('2031-12-25, CLOSED, Christmas');
    await dialogOf(page).getByRole('button', { name: 'Take the rows' }).click();
    await table(page, 'Calendars').getByText('Christmas').waitFor();
    await page.getByRole('button', { name: 'Report transit days' }).click();
    await dialogOf(page).getByRole('textbox', { name: 'Rows' }).fill(',,,AIR,2\n,DE,,GROUND,6,WORKING');
    await dialogOf(page).getByRole('button', { name: 'Take the rows' }).click();
    await table(page, 'Transit').getByText('6 working days').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is asked on the part page and held by key', async () => {
    const page = await settled(await visit(`/parts/${world.boltId}?qty=25`, { as: 'buyer' }));
    await choose(page, 'Ship to', /HAM-1/);
    const row = table(page, 'Dates by supplier').getByRole('row').filter({ hasText: 'Northfield Fasteners' });
    await row.getByText('AIR').waitFor();
    await soon(async () => expect(await textOf(row)).toContain('25 from stock, WICHITA'));
    await soon(async () =>
      expect(await textOf(table(page, 'Dates by supplier').getByRole('row').filter({ hasText: 'Helvetia' }))).toContain(
        'Way unknown',
      ),
    );
    const hold = row.getByRole('button', { name: 'Hold for an hour at Northfield Fasteners' });
    await tabTo(page, hold, 200);
    await press(page, 'Enter');
    await row.getByText(/^Held until/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

inBrowser('a part that cannot wait', () => {
  const { visit } = desk();

  it('is found by rank, asked for, answered on the other desk, and never downgraded without a reason', async () => {
    const page = await settled(await visit('/aog', { as: 'buyer' }));
    await page.getByRole('textbox', { name: 'Part number' }).fill('NAS6204-3');
    await page.getByRole('textbox', { name: 'Quantity' }).fill('25');
    await press(page, 'Enter');
    const first = table(page, 'Ways to the part').getByRole('row').nth(1);
    await first.getByText('Northfield Fasteners').waitFor();
    await soon(async () => expect(await textOf(first)).toContain('condition not stated'));
    expect(await axeFindings(page)).toEqual([]);
    await first.getByRole('button', { name: /^Ask for it now at Northfield/ }).click();
    await dialogOf(page).getByRole('textbox', { name: 'Whom to call back' }).fill('Anna, +49 40 1');
    await dialogOf(page).getByRole('button', { name: 'Ask for it now' }).click();
    await dialogOf(page).getByText('This answer is needed for an aircraft on ground.').first().waitFor();
    await dialogOf(page).getByRole('textbox', { name: 'Aircraft' }).fill('D-AIMA');
    await dialogOf(page).getByRole('textbox', { name: 'Where it stands' }).fill('EDDH 7');
    await dialogOf(page).getByRole('button', { name: 'Ask for it now' }).click();
    await titled(page, 'Urgent requests');
    await page.getByText('Waits for the supplier').first().waitFor();

    const other = await settled(await visit('/urgent?side=sell', { as: 'supplier' }));
    const row = table(other, 'Urgent requests').getByRole('row').filter({ hasText: 'D-AIMA' });
    await soon(async () => expect(await textOf(row)).toContain('Answer:'));
    await row.getByRole('button', { name: /^UR-/ }).click();
    await other.getByRole('button', { name: 'Accept' }).click();
    await dialogOf(other).getByRole('button', { name: 'Accept' }).click();
    await row.getByText('Shipment:').waitFor();
    expect(await axeFindings(other)).toEqual([]);

    await page.reload();
    await page.getByRole('button', { name: 'Change the priority' }).click();
    await choose(page, 'Priority', /^USR/);
    await dialogOf(page).getByRole('button', { name: 'Change the priority' }).click();
    await dialogOf(page).getByText('Say why it is less urgent.').waitFor();
    await dialogOf(page).getByRole('textbox', { name: 'Reason' }).fill('A spare aircraft flies');
    await dialogOf(page).getByRole('button', { name: 'Change the priority' }).click();
    await page.getByText('AOG → USR · A spare aircraft flies').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole('button', { name: 'Order it' }).click();
    await dialogOf(page)
      .getByText(/^USD\s10\.50$/)
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialogOf(page).getByRole('button', { name: 'Order it' }).click();
    await dialogOf(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Order it' }).waitFor({ state: 'detached' });
  });
});
