import { expect, it } from '@jest/globals';
import { desk, dialogOf, inBrowser, password, settled, soon, textOf, titled } from './support.js';

inBrowser('a new organisation', () => {
  const { visit } = desk();

  it('is founded by the operator, joined by the link of the letter, and invites its own people', async () => {
    const operator = await settled(await visit('/operator/organizations', { as: 'operator' }));
    await operator.getByRole('button', { name: 'New organisation' }).click();
    const form = dialogOf(operator);
    await form.getByRole('textbox', { name: 'Name' }).fill('Kestrel Rotables');
    await form.getByRole('combobox', { name: 'Country' }).fill('Netherl');
    await operator.getByRole('option', { name: 'NL · Netherlands' }).click();
    await form.getByRole('combobox', { name: 'Currency' }).fill('EUR');
    await operator.getByRole('option', { name: 'EUR · Euro' }).click();
    await form.getByRole('checkbox', { name: 'Buyer' }).check();
    await form.getByRole('textbox', { name: 'First administrator' }).fill('kim@kestrel.test');
    await form.getByRole('button', { name: 'Create the organisation' }).click();
    await operator.getByRole('row').filter({ hasText: 'Kestrel Rotables' }).waitFor();

    await operator.goto('/operator/mail');
    const letter = operator.getByRole('row').filter({ hasText: 'kim@kestrel.test' });
    await letter.getByRole('button').or(letter.getByRole('link')).first().click();
    const link = await dialogOf(operator).getByRole('link').getAttribute('href');
    expect(link).toMatch(/\/invitation#?\??token=|\/invitation[?#]/);

    const guest = await visit(link!);
    await titled(guest, 'Join Kestrel Rotables');
    await guest.getByLabel('Your name').fill('Kim Kestrel');
    await guest.getByRole('textbox', { name: 'New password' }).fill(password);
    await guest.getByRole('button', { name: 'Accept the invitation' }).click();
    await guest.getByText('You are now a member of Kestrel Rotables.').waitFor();
    await guest.getByRole('link', { name: 'Go to sign-in' }).click();
    await guest.getByLabel('E-mail address').fill('kim@kestrel.test');
    await guest.getByRole('textbox', { name: 'Password' }).fill(password);
    await guest.getByRole('button', { name: 'Sign in' }).click();
    await guest.getByRole('button', { name: 'Kestrel Rotables' }).waitFor();

    await guest.goto('/organization/members');
    await guest.getByRole('button', { name: 'Invite a member' }).click();
    await dialogOf(guest).getByRole('textbox', { name: 'E-mail address' }).fill('lee@kestrel.test');
    await dialogOf(guest)
      .getByRole('checkbox', { name: /^Buyer/ })
      .check();
    await dialogOf(guest).getByRole('button', { name: 'Send the invitation' }).click();
    await guest
      .getByRole('table', { name: /invitations/i })
      .getByRole('row')
      .filter({ hasText: 'lee@kestrel.test' })
      .waitFor();
    await soon(async () =>
      expect(await textOf(guest.getByRole('table', { name: 'Members' }).getByRole('row').nth(1))).toContain('Kim Kestrel (you)'),
    );
  });
});
