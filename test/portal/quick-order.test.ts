import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { axeFindings, desk, inBrowser, type Page, press, settled, soon, tabTo, textOf } from './support.js';

const linesOf = (page: Page) => page.getByRole('textbox', { name: 'Lines' });
const row = (page: Page, number: number) => page.getByRole('table', { name: 'What the lines mean' }).getByRole('row').nth(number);

inBrowser('quick order', () => {
  const { visit } = desk();

  it('takes one scan after the other from a scanner that types, and says what each did', async () => {
    const page = await settled(await visit('/quick-order', { as: 'clerk' }));
    const field = page.getByRole('textbox', { name: 'Scan', exact: true });
    await tabTo(page, field);
    // As a scanner in keyboard mode types it: RS and GS come as Ctrl+^ and Ctrl+].
    const scan = async (...parts: string[]) => {
      for (const part of parts) {
        if (part === 'GS') await press(page, 'Control+]');
        else await page.keyboard.type(part);
      }
      await press(page, 'Enter');
    };
    await scan('[)>06', 'GS', '1PNAS6204-2', 'GS', 'Q50', 'GS', 'S1');
    await page.getByText('NAS6204-2: 50 added.').waitFor();
    await scan('[)>06', 'GS', '1PNAS6204-2', 'GS', 'Q50', 'GS', 'S1');
    await page.getByText('this very article was scanned before').waitFor();
    await scan('NAS6204-3');
    await scan('Q25');
    await page.getByText('NAS6204-3: now 25.').waitFor();
    await scan(']d20103453120000012');
    await page.getByText('The check digit of field 01 is wrong. Scan it again.').waitFor();
    await soon(async () => expect(await linesOf(page).inputValue()).toBe('NAS6204-2\t50\nNAS6204-3\t25\n'));
    await soon(async () => expect(await field.and(page.locator(':focus')).count()).toBe(1));
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Find these parts' }).click();
    await page.getByText('2 of 2 lines are ready').waitFor();
  });

  it('takes a file, answers a table, and gives the lines with problems back in a form that it takes again', async () => {
    const page = await settled(await visit('/quick-order', { as: 'clerk' }));
    const file = (text: string, name = 'lines.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    const drop = page.locator('input[type=file]');
    await drop.setInputFiles(file('PK\u0003\u0004', 'lines.xlsx'));
    await page.getByText('A workbook cannot be read here. Save the sheet as CSV.').waitFor();
    await drop.setInputFiles(file('Part number;Quantity;Manufacturer\nNAS6204-2;100;80205\nNO-SUCH-PART;5;\nNAS6204-3;many;\n'));
    await page.getByRole('button', { name: 'Find these parts' }).click();
    await page.getByText('1 of 3 lines are ready').waitFor();
    await soon(async () => expect(await textOf(row(page, 2))).toContain('No part has this number'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the 2 lines with problems' }).click(),
    ]);
    const saved = path.join(await mkdtemp(path.join(tmpdir(), 'entrepot-quick-')), 'problems.csv');
    await download.saveAs(saved);
    const problems = await readFile(saved, 'utf8');
    expect(problems.replace('\uFEFF', '').split('\r\n')).toEqual([
      'Part number,Quantity,Manufacturer,Problem,Line',
      'NO-SUCH-PART,5,,No part has this number,3',
      'NAS6204-3,,,The quantity is no plain number,4',
      '',
    ]);
    await drop.setInputFiles(file(problems.replace('NO-SUCH-PART,5', 'NAS6204-1,25').replace('NAS6204-3,,', 'NAS6204-3,75,')));
    await page.getByRole('button', { name: 'Find these parts' }).click();
    await page.getByText('2 of 2 lines are ready').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
