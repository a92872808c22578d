import { expect, it } from '@jest/globals';
import { desk, inBrowser, password, people, settled, signInByForm, soon, titled } from './support.js';

inBrowser('sign-in', () => {
  const { visit } = desk();

  it('leads, by keyboard alone, from any address to that address', async () => {
    const page = await visit('/search?q=NAS6204-1');
    await page.getByLabel('E-mail address').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.keyboard.type(people.buyer.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=NAS6204-1');
    await titled(page, 'Parts for “NAS6204-1”');
  });

  it('keeps what was typed and says at the form why it was refused', async () => {
    const page = await visit('/sign-in');
    await signInByForm(page, 'supplier', 'not-the-password');
    await page.getByRole('alert').waitFor();
    await soon(async () => expect(await page.getByLabel('E-mail address').inputValue()).toBe(people.supplier.email));
    await soon(async () => expect(await page.getByRole('textbox', { name: 'Password' }).inputValue()).toBe('not-the-password'));
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  it('comes up when a session has ended elsewhere, and leads back to the same work', async () => {
    const page = await settled(await visit('/search?q=NAS6204', { as: 'buyer' }));
    await page.context().clearCookies();
    await page.reload();
    await signInByForm(page, 'buyer');
    await page.waitForURL('**/search?q=NAS6204');
    await titled(page, 'Parts for “NAS6204”');
  });

  it('is forgotten on signing out', async () => {
    const page = await settled(await visit('/search?q=NAS6204', { as: 'buyer' }));
    await page.getByRole('button', { name: 'Aurora Technik' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in*');
    await page.goto('/search?q=NAS6204');
    await titled(page, 'Sign in');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });
});
