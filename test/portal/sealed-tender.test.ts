import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { loadSecretKeys, SecretBox } from '#libs/platform';
import { bidDigest, openEnvelope, verifyReceipt } from '#libs/sealing';
import {
  adminUrl,
  axeFindings,
  dataDir,
  desk,
  dialogOf,
  inBrowser,
  type Page,
  pick,
  press,
  settled,
  soon,
  tabTo,
  textOf,
  titled,
  type Who,
} from './support.js';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const idOf = (page: Page): string => new URL(page.url()).pathname.split('/')[3]!;
const passphrase = 'correct horse battery';

/**
 * What only time would do: all dates are set back until the deadline has passed a second ago, and the hub's half is armed for it, as if it had been so from the
 * beginning. Only who has the hub's keys can do so; in one transaction, so that the hub's own clock never sees a deadline that was put back.
 */
async function passed(tenderId: string): Promise<void> {
  const seals = new SecretBox(loadSecretKeys(path.join(dataDir, 'keys', 'secret.json')));
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`update tendering.tender set closes_at = now() - interval '1 second' where id = $1`, [tenderId]);
    const { rows } = await client.query(
      `update tendering.lot_round r set opens_at = now() - interval '1 hour', closes_at = now() - interval '1 second' from tendering.hub_secret s
       where r.tender_id = $1 and s.org_id = r.org_id and s.lot_id = r.lot_id and s.round = r.round
       returning s.org_id, s.lot_id, s.round, s.sealed, to_char(r.closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as closes_at`,
      [tenderId],
    );
    for (const { org_id, lot_id, round, sealed, closes_at } of rows) {
      const purpose = `tendering.hub_secret:${org_id}:${lot_id}:${round}`;
      const half = { ...JSON.parse(seals.open(sealed, purpose)), notBefore: closes_at };
      await client.query(
        'update tendering.hub_secret set sealed = $4, armed_for = $5 where org_id = $1 and lot_id = $2 and round = $3',
        [...[org_id, lot_id, round], ...[seals.seal(JSON.stringify(half), purpose), closes_at]],
      );
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
}

inBrowser('a sealed tender', () => {
  const { visit } = desk();
  let folder = '';
  let tenderId = '';
  const keyFile = (name: string): string => path.join(folder, `${name}.json`);
  const opening = async (as: Who) => settled(await visit(`/buy/tenders/${tenderId}/opening`, { as }));
  const offered = async (as: Who) => settled(await visit(`/sell/tenders/${tenderId}`, { as }));
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'entrepot-sealed-'));
  });

  /** Makes a key by the page of keys and keeps its file. */
  async function makesKey(page: Page, name: string, recovery = false): Promise<void> {
    await button(page, 'Make a key').first().click();
    const form = dialogOf(page);
    await form.getByRole('textbox', { name: 'Name of the holder' }).fill(name);
    if (recovery) await form.getByRole('checkbox', { name: 'A key for recovery' }).check();
    await form.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
    await form.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      form.getByRole('button', { name: 'Make the key and save the file' }).click(),
    ]);
    await download.saveAs(keyFile(name));
    await form.waitFor({ state: 'detached' });
    await page.getByRole('table', { name: 'Keys that open bids' }).getByText(name, { exact: true }).waitFor();
  }

  /** Hands in a share with the key of that name. */
  async function handsIn(page: Page, name: string, told?: string): Promise<void> {
    await button(page, 'Hand in a share…').click();
    const form = dialogOf(page);
    await form.locator('input[type=file]').setInputFiles(keyFile(name));
    await form.getByRole('textbox', { name: 'Passphrase of the key' }).fill(passphrase);
    if (told !== undefined) await form.getByRole('textbox', { name: 'Fingerprint of the session' }).fill(told);
    await form.getByRole('button', { name: 'Hand in' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: new RegExp(`^${name} .*Handed in`) }).waitFor();
  }

  const sessionOf = async (page: Page): Promise<string> => {
    await page.getByText('In this tab; keep it open until the end').waitFor();
    return textOf(page.locator('dt', { hasText: 'Fingerprint of this session' }).locator('xpath=..').locator('dd'));
  };

  it('needs keys, which each officer makes in his own browser and keeps as a file', async () => {
    for (const [who, name] of [
      ['clerk', 'Bernd'],
      ['holder', 'Hilde'],
    ] as const) {
      const page = await settled(await visit('/buy/tenders/keys', { as: who }));
      await makesKey(page, name);
      await page.context().close();
    }
    const page = await settled(await visit('/buy/tenders/keys', { as: 'buyer' }));
    await button(page, 'Make a key').first().click();
    await dialogOf(page).getByRole('textbox', { name: 'Passphrase', exact: true }).fill('short');
    await dialogOf(page).getByRole('button', { name: 'Make the key and save the file' }).click();
    await dialogOf(page).getByText('At least 12 characters.', { exact: true }).waitFor();
    await dialogOf(page).getByText('The two are not the same.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await press(page, 'Escape');
    await makesKey(page, 'Anna');
    await makesKey(page, 'Notary', true);
    const kept = JSON.parse(await readFile(keyFile('Notary'), 'utf8'));
    expect(Object.keys(kept).sort()).toEqual(['format', 'kdf', 'name', 'publicKey', 'sealed']);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is drafted with two envelopes, arranged for two of three officers, rehearsed by all, and only then published', async () => {
    const anna = await settled(await visit('/buy/tenders/new', { as: 'buyer' }));
    await anna.getByRole('textbox', { name: 'Title', exact: true }).fill('Sealed bolts');
    await anna.getByRole('textbox', { name: 'Paste lines from a spreadsheet' }).fill('NAS6204-18;100\nNAS6204-19;200');
    await anna.getByRole('textbox', { name: 'Paste lines from a spreadsheet' }).focus();
    await press(anna, 'Control+Enter');
    await anna.getByRole('textbox', { name: 'Quantity of line 2' }).waitFor();
    for (const name of ['Northfield Fasteners', 'Helvetia Lager AG', 'Freshwind Supplies']) {
      await anna
        .getByRole('textbox', { name: 'Invited suppliers' })
        .or(anna.getByRole('combobox', { name: 'Invited suppliers' }))
        .first()
        .fill(name);
      await anna.getByRole('option', { name }).first().click();
    }
    await press(anna, 'Escape');
    await anna.getByRole('radio', { name: 'When enough officers open them' }).check();
    await button(anna, 'Add a criterion').click();
    await anna.getByRole('group', { name: 'Criterion 1' }).getByRole('textbox', { name: 'Name' }).fill('iso9001');
    await button(anna, 'Next: who opens the bids').click();
    await anna.waitForURL(/\/buy\/tenders\/[0-9a-f-]{36}\/opening$/);
    tenderId = idOf(anna);
    await titled(anna, /^Opening of/);

    await button(anna, 'Make the key and split it').click();
    await anna.getByText('Choose an officer for each share.').waitFor();
    expect(await axeFindings(anna)).toEqual([]);
    for (const [i, name] of ['Anna', 'Bernd', 'Hilde'].entries()) await pick(anna, `Officer ${i + 1}`, name);
    await pick(anna, 'Recovery share', 'Notary');
    await pick(anna, 'Envelopes of a bid', 'Two: qualification, then prices');
    await tabTo(anna, button(anna, 'Make the key and split it'));
    await press(anna, 'Enter');
    await anna.getByText('2 shares of 3 officers, or of the recovery, open the bids together with the hub.').waitFor();
    await button(anna, 'Collect the shares in this browser').click();
    const told = await sessionOf(anna);
    expect(told).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    await handsIn(anna, 'Anna');
    await soon(async () => expect(await button(anna, 'Put the shares together').isDisabled()).toBe(true));

    const bernd = await opening('clerk');
    await button(bernd, 'Hand in a share…').click();
    await dialogOf(bernd).locator('input[type=file]').setInputFiles(keyFile('Bernd'));
    await dialogOf(bernd).getByRole('textbox', { name: 'Passphrase of the key' }).fill('not this one at all');
    await dialogOf(bernd).getByRole('textbox', { name: 'Fingerprint of the session' }).fill('0000 0000');
    await dialogOf(bernd).getByRole('button', { name: 'Hand in' }).click();
    await dialogOf(bernd).getByText('This session has another key.').waitFor();
    await dialogOf(bernd).getByRole('textbox', { name: 'Fingerprint of the session' }).fill(told);
    await dialogOf(bernd).getByRole('button', { name: 'Hand in' }).click();
    await dialogOf(bernd).getByText('The passphrase is wrong, or the file was changed.').waitFor();
    expect(await axeFindings(bernd)).toEqual([]);
    await press(bernd, 'Escape');
    await handsIn(bernd, 'Bernd', told);
    await handsIn(await opening('holder'), 'Hilde', told);
    await anna.getByText('3 of 4 shares are here.').waitFor();
    await handsIn(anna, 'Notary');
    await button(anna, 'Put the shares together').click();
    await anna.getByText('Every share is proven').waitFor();
    expect(await axeFindings(anna)).toEqual([]);

    await anna.getByRole('link', { name: 'Go on to publish' }).click();
    await button(anna, 'Publish…').click();
    await dialogOf(anna).getByText('Bids are sealed. After the deadline your officers open them together.').waitFor();
    await dialogOf(anna).getByRole('button', { name: 'Publish', exact: true }).click();
    await anna.getByText('Bids are taken, sealed. Nobody can open them before the deadline.').waitFor();
    expect(await axeFindings(anna)).toEqual([]);
  });

  /** Types a bid, seals and submits it; gives what the browser sent meanwhile. */
  async function bids(page: Page, [first, second]: readonly [string, string], iso: 'Yes' | 'No'): Promise<string> {
    const sent: string[] = [];
    page.on('request', (request) => void sent.push(request.postData() ?? ''));
    await page.getByRole('textbox', { name: 'Price of line 10' }).fill(first);
    await page.getByRole('textbox', { name: 'Price of line 20' }).fill(second);
    await pick(page, 'iso9001', iso);
    await button(page, 'Seal and submit').click();
    await dialogOf(page).getByText('It is sealed here.').waitFor();
    await dialogOf(page).getByRole('button', { name: 'Seal and submit' }).click();
    await dialogOf(page).waitFor({ state: 'detached' });
    await page.getByText('Version 1 is accepted: keep these two files').waitFor();
    return sent.join('\n');
  }

  it('is bid for in three browsers from which no price leaves, and each bidder keeps what proves his bid', async () => {
    const first = await offered('supplier');
    await first.getByText('This bid is sealed in your browser').waitFor();
    await first.getByRole('textbox', { name: 'Price of line 10' }).fill('0.70');
    await button(first, 'Seal and submit').click();
    await first.getByText('Criterion iso9001 is not answered as it asks.').first().waitFor();
    expect(await axeFindings(first)).toEqual([]);
    const sent = await bids(first, ['0.7017', '0.5019'], 'Yes');
    expect(sent).toContain('entrepot-envelope/1');
    expect(sent).not.toMatch(/0\.7017|0\.5019/);
    const saved = async (name: string): Promise<string> => {
      const [download] = await Promise.all([first.waitForEvent('download'), button(first, name).click()]);
      await download.saveAs(path.join(folder, name));
      return readFile(path.join(folder, name), 'utf8');
    };
    const sealedBid = await saved('Save bid and keys');
    const signed = await saved('Save the signed receipt');
    const { digest, envelopes, kept } = JSON.parse(sealedBid);
    expect(kept.map(({ envelope }: { envelope: string }) => envelope)).toEqual(['QUALIFICATION', 'COMMERCIAL']);
    const { content } = await openEnvelope(envelopes[1].sealed, kept[1].contentKey);
    expect(content).toMatchObject({ lines: [{ price: { amount: '0.7017' } }, { price: { amount: '0.5019' } }], answers: {} });
    const answer = await first.request.post('/graphql', { data: { query: '{ receiptKey }' } });
    const receipt = await verifyReceipt(signed.trim(), [(await answer.json()).data.receiptKey]);
    const own = await bidDigest(
      envelopes.map(({ envelope, sealed }: { envelope: string; sealed: string }) => ({ envelope, text: sealed })),
    );
    expect([receipt?.digest, digest]).toEqual([own, own]);
    await soon(async () => expect(await textOf(first.getByRole('list', { name: 'Receipts' }))).toContain(own));
    expect(await axeFindings(first)).toEqual([]);

    await bids(await offered('otherSupplier'), ['0.6011', '0.6513'], 'Yes');
    expect(await bids(await offered('newcomer'), ['0.1023', '0.1029'], 'No')).not.toMatch(/0\.1023|0\.1029/);
    const anna = await opening('buyer');
    await anna.getByText('Nobody can open anything before the deadline.').waitFor();
    await anna.getByRole('table', { name: 'Holders of shares' }).getByText('Notary').waitFor();
    expect(await axeFindings(anna)).toEqual([]);
  });

  it('is opened by two officers after the deadline, envelope by envelope; who fails stays sealed; the rest is compared, awarded and ordered', async () => {
    await passed(tenderId);
    const anna = await opening('buyer');
    await anna.getByText('Who has bid is seen once the first envelopes are opened.').waitFor();
    await button(anna, 'Collect the shares in this browser').click();
    const told = await sessionOf(anna);
    await anna.getByText('2 more shares are needed to open: Qualification.').waitFor();
    await handsIn(await opening('clerk'), 'Bernd', told);
    await anna.getByText('1 of 2 shares that are needed are here.').waitFor();
    await handsIn(await opening('holder'), 'Hilde', told);
    await anna.getByText('2 of 2 shares that are needed are here.').waitFor();
    expect(await axeFindings(anna)).toEqual([]);
    await anna.reload();
    await settled(anna);
    await button(anna, 'Open: Qualification…').click();
    await dialogOf(anna).getByRole('button', { name: 'Open them' }).click();
    await dialogOf(anna).waitFor({ state: 'detached' });
    await anna.getByText('3 envelopes wait for a verdict. Then comes: Prices.').waitFor();
    const row = (name: string) => anna.getByRole('table', { name: 'Envelopes by bidder' }).getByRole('row', { name });
    await soon(async () => expect(await textOf(row('Freshwind Supplies'))).toContain('iso9001: no'));
    await button(anna, 'Judge Qualification of Freshwind Supplies').click();
    await dialogOf(anna).getByRole('radio', { name: 'It fails' }).check();
    await dialogOf(anna).getByRole('button', { name: 'Give the verdict' }).click();
    await dialogOf(anna).getByText('Say why it fails; its bidder reads it.').waitFor();
    await dialogOf(anna).getByRole('textbox', { name: 'Reason' }).fill('No certificate');
    expect(await axeFindings(anna)).toEqual([]);
    await dialogOf(anna).getByRole('button', { name: 'Give the verdict' }).click();
    await dialogOf(anna).waitFor({ state: 'detached' });
    for (const name of ['Northfield Fasteners', 'Helvetia Lager AG']) {
      await button(anna, `Judge Qualification of ${name}`).click();
      await dialogOf(anna).getByRole('radio', { name: 'It passes' }).check();
      await dialogOf(anna).getByRole('button', { name: 'Give the verdict' }).click();
      await dialogOf(anna).waitFor({ state: 'detached' });
    }
    await tabTo(anna, button(anna, 'Open: Prices…'), 120);
    await press(anna, 'Enter');
    await dialogOf(anna).getByText('what stays sealed now stays so for ever').waitFor();
    await dialogOf(anna).getByRole('button', { name: 'Open them' }).click();
    await dialogOf(anna).waitFor({ state: 'detached' });
    await row('Freshwind Supplies').getByText('Stays sealed').waitFor();
    await row('Northfield Fasteners').getByText('Opened', { exact: true }).waitFor();
    expect(await axeFindings(anna)).toEqual([]);

    await anna.getByRole('link', { name: 'Compare the bids and award' }).click();
    const matrix = anna.getByRole('table', { name: 'Lines by suppliers' }).getByRole('row');
    await matrix.nth(1).waitFor();
    // 100 at 0.6011 against 0.7017; 200 at 0.5019 against 0.6513.
    await soon(async () => expect(await textOf(matrix.nth(1))).toMatch(/Best[^B]*60\.11/));
    await soon(async () => expect(await textOf(matrix.nth(2))).toMatch(/Best[^B]*100\.38/));
    expect(await textOf(anna.getByRole('main'))).not.toMatch(/0\.1023|0\.1029|10\.23/);
    await button(anna, 'Award…').click();
    await dialogOf(anna).getByText('2 suppliers get orders at once').waitFor();
    await pick(anna, 'Ship-to site', /HAM-1/);
    await dialogOf(anna).getByRole('button', { name: 'Award', exact: true }).click();
    await anna.getByText('It is awarded and ordered.').waitFor();
    await soon(async () => expect(await anna.getByRole('link', { name: 'Open the order' }).count()).toBe(2));

    const failed = await offered('newcomer');
    await failed.getByText('Out of the comparison').waitFor();
    const own = failed.getByRole('list', { name: 'Envelopes of your bid' });
    await soon(async () => expect(await textOf(own)).toBe('QualificationFailedNo certificatePricesSealed'));
    expect(await textOf((await offered('supplier')).getByRole('list', { name: 'Envelopes of your bid' }))).toBe(
      'QualificationPassedPricesOpened',
    );
  });
});
