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

const links = (page: Page) => page.getByRole('table', { name: 'Links around NAS6204-1' });
const alternates = (page: Page) => page.getByRole('table', { name: 'Alternates of NAS6204-1' });

inBrowser('alternates of a part', () => {
  const { visit } = desk();

  it('come from a claim that a buyer approves, with reason and path, and go when he revokes', async () => {
    const supplier = await settled(await visit(`/parts/${world.boltId}`, { as: 'supplier' }));
    await supplier.getByRole('heading', { name: 'No alternate you may use' }).waitFor();
    await tabTo(supplier, supplier.getByRole('button', { name: 'Assert a link' }), 200);
    await press(supplier, 'Enter');
    const form = dialogOf(supplier);
    await form.getByRole('textbox', { name: 'Number of the other part' }).fill('NAS6204-2');
    await form.getByText('NAS6204-2 · National Aerospace Standards', { exact: false }).waitFor();
    await form.getByRole('combobox', { name: 'Code and class' }).click();
    await supplier.getByRole('option', { name: /^1 · One-way/ }).click();
    await form.getByRole('textbox', { name: 'Authority' }).fill('SB 25-1001');
    await form.getByRole('button', { name: 'Assert', exact: true }).click();
    await links(supplier).getByText('Claim, not approved').waitFor();
    await soon(async () => expect(await alternates(supplier).count()).toBe(0));

    const buyer = await settled(await visit(`/parts/${world.boltId}`, { as: 'buyer' }));
    await buyer.getByText('There are links around this part', { exact: false }).waitFor();
    await tabTo(buyer, links(buyer).getByRole('button', { name: 'Approve NAS6204-1 > NAS6204-2' }), 200);
    await press(buyer, 'Enter');
    await dialogOf(buyer).getByRole('textbox', { name: /^Note/ }).fill('EO 77');
    await dialogOf(buyer).getByRole('button', { name: 'Approve', exact: true }).click();
    const row = alternates(buyer).locator('> tbody > tr').first();
    await row.getByText('NAS6204-2 replaces NAS6204-1; not the reverse.').waitFor();
    await soon(async () =>
      expect(await textOf(row.getByRole('list'))).toBe(
        'NAS6204-1 → NAS6204-2 INC 1 · SB 25-1001 · Approved by you · by Northfield Fasteners',
      ),
    );
    await soon(async () => expect(await textOf(row)).toContain('2 offers'));
    const picture = buyer.getByRole('region', { name: 'Picture of the links around NAS6204-1' });
    await soon(async () => expect(await picture.getByRole('link').count()).toBe(1));
    for (const theme of ['light', 'dark'] as const) {
      await buyer.emulateMedia({ colorScheme: theme });
      await buyer.waitForFunction(`document.documentElement.dataset.mantineColorScheme === '${theme}'`);
      expect(await axeFindings(buyer)).toEqual([]);
    }
    await links(buyer).getByRole('button', { name: 'Revoke the approval of NAS6204-1 > NAS6204-2' }).click();
    await dialogOf(buyer).getByRole('button', { name: 'Revoke', exact: true }).click();
    await buyer.getByRole('heading', { name: 'No alternate you may use' }).waitFor();

    await supplier.reload();
    await links(supplier).getByRole('button', { name: 'Withdraw NAS6204-1 > NAS6204-2' }).click();
    await dialogOf(supplier).getByRole('button', { name: 'Withdraw', exact: true }).click();
    await supplier.getByText('Nobody has said what may stand for this part', { exact: false }).waitFor();
  });

  it('come by file, all rows or none, and lead from the picture to the next part', async () => {
    const page = await settled(await visit('/interchange-links', { as: 'buyer', mayFail: /interchange-links/ }));
    const send = async (text: string): Promise<void> => {
      const file = { name: 'links.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('button', { name: 'Assert all links' }).click();
    };
    await send('fromNumber,toNumber,code,model\nNAS6204-1,NAS6204-3,5,737-800\nNAS6204-1,NAS6204-X,9,\n');
    await page.getByText('Nothing was taken').waitFor();
    const problem = page.getByRole('table', { name: 'Problems of the file' }).locator('> tbody > tr').first();
    await soon(async () =>
      expect(await textOf(problem)).toBe('3code"9" is not an interchangeability code; the nearest is "1".LINK_CODE_UNKNOWN'),
    );
    expect(await axeFindings(page)).toEqual([]);
    await send('fromNumber,toNumber,code,model\nNAS6204-1,NAS6204-3,5,737-800\n');
    await page.getByText('1 row taken').waitFor();

    await page.goto(`/parts/${world.boltId}`);
    await settled(page);
    await page.getByRole('heading', { name: 'No alternate you may use' }).waitFor();
    const model = page.getByRole('textbox', { name: 'Aircraft model' });
    await model.fill('737-800');
    await model.blur();
    await page.waitForURL(/model=737-800/);
    await alternates(page).getByText('Qualified', { exact: true }).waitFor();
    await page
      .getByRole('region', { name: /^Picture of the links/ })
      .getByRole('link', { name: 'NAS6204-3' })
      .click();
    await titled(page, /NAS6204-3/);
    await page.getByRole('button', { name: 'Withdraw NAS6204-1 > NAS6204-3' }).click();
    await dialogOf(page).getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByText('Nobody has said what may stand for this part', { exact: false }).waitFor();
  });
});
