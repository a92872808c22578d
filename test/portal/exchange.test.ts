import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from '@jest/globals';
import { Hub } from '../newcomer/hub.js';
import { desk, hubUrl, inBrowser, password, people, settled, soon, textOf, titled } from './support.js';

inBrowser('the exchange log', () => {
  const { visit } = desk();
  beforeAll(async () => {
    const supplier = await new Hub(hubUrl).signIn(people.supplier.email, password);
    const key = await supplier.mutate(
      'createApiKey',
      { name: 'ERP', scopes: ['exchange:send', 'order:read', 'order:confirm'] },
      'secret',
    );
    // An answer to an order that this supplier never got.
    const answer = readFileSync(new URL('../samples/documents/ubl-order-response.xml', import.meta.url), 'utf8');
    const headers = { 'content-type': 'application/xml', authorization: `Bearer ${key}` };
    await new Hub(hubUrl).deliver({ body: answer, headers });
  });

  it('shows the raw document of a refused message with each problem at its line', async () => {
    const page = await settled(await visit('/exchange/messages', { as: 'supplier' }));
    const row = page.getByRole('table', { name: 'Messages' }).getByRole('row').filter({ hasText: 'Refused' });
    await row.first().waitFor();
    await row.first().getByRole('link').first().click();
    await titled(page, 'UBL message from your ERP');
    const problems = page.getByRole('table', { name: 'Problems' });
    await soon(async () => expect(await problems.getByRole('row').count()).toBeGreaterThanOrEqual(2));
    await soon(async () => expect(await textOf(problems.getByRole('row').nth(1))).toMatch(/^Error/));
    const raw = page.getByRole('region', { name: 'Raw document' });
    await soon(async () => expect(await textOf(raw)).toContain('PO-2026-000123'));
    await page.getByRole('button', { name: 'Download raw' }).waitFor();
  });

  it('keeps what is looked for in the address', async () => {
    const page = await settled(await visit('/exchange/messages', { as: 'supplier' }));
    await page.getByText('Failed', { exact: true }).first().click();
    await page.waitForURL(/\?/);
    const filtered = page.url();
    await page.reload();
    await settled(page);
    expect(page.url()).toBe(filtered);
    await page.goBack();
    await page.waitForURL((url) => url.search === '');
  });
});
