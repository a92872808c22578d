import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import pg from 'pg';
import { type Browser, type BrowserContext, chromium, type Page, type Response } from 'playwright-core';
import { password, people, type Who, type World } from './people.js';

export type { Page, Who };

/** What global-setup.mjs started. */
interface Facts {
  url: string;
  browser: string;
  world: World;
  adminUrl: string;
  dataDir: string;
  missing?: string;
}

const facts = JSON.parse(process.env['ENTREPOT_TEST_PORTAL'] ?? '{"missing":"run TIER=browser"}') as Facts;
export const hubUrl = facts.url;
export const world = facts.world;
/** The database behind the hub, as its superuser: for what time alone would bring about. */
export const adminUrl = facts.adminUrl;
/** Where the hub keeps its keys. */
export const dataDir = facts.dataDir;
export { password, people };

/** A suite in the browser; skipped where none can run (global-setup.mjs says why). */
export const inBrowser = facts.missing ? describe.skip : describe;

export interface Visit {
  /** Who is signed in; without it nobody is. */
  as?: Who;
  locale?: 'en' | 'zh-CN' | 'zh-TW';
  theme?: 'light' | 'dark';
  width?: number;
  /** Paths that may answer with an error without it being a fault of the portal. */
  mayFail?: RegExp;
}

/** Opens pages for one suite, and after each test holds against it what the browser complained of. */
export interface Desk {
  visit(path: string, visit?: Visit): Promise<Page>;
}

/** Asked when the portal opens, whether or not anybody is signed in: 401 is the answer of a guest. */
const guestsAnswer = '/api/v1/session/refresh';

/** One browser connection for a suite; call it once in `inBrowser`. */
export function desk(): Desk {
  let browser: Browser;
  const open = new Set<BrowserContext>();
  const faults: string[] = [];
  beforeAll(async () => {
    browser = await chromium.connect(facts.browser);
  });
  afterEach(async () => {
    for (const context of open) await context.close();
    open.clear();
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());

  return {
    async visit(path, { as, locale = 'en', theme = 'light', width = 1440, mayFail } = {}) {
      const viewport = { width, height: width < 500 ? 844 : 900 };
      const context = await browser.newContext({
        baseURL: facts.url,
        locale,
        colorScheme: theme,
        viewport,
        timezoneId: 'UTC',
        reducedMotion: 'reduce',
      });
      // Some seconds at most on two idle cores; a minute and a half is for a machine that is neither.
      context.setDefaultTimeout(90_000);
      open.add(context);
      if (as) await signIn(context, as);
      const page = await context.newPage();
      watch(page, faults, mayFail);
      pressWhenCalm(page);
      await page.goto(path);
      return page;
    },
  };
}

/** Signs in past the form, by the same operation. */
async function signIn(context: BrowserContext, who: Who): Promise<void> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken errors { ... on UserError { code } } } }';
  const input = { email: people[who].email, password };
  const answer = await context.request.post('/graphql', { data: { query, variables: { input } } });
  const { data } = (await answer.json()) as { data?: { signIn: { accessToken: string | null } } };
  if (!data?.signIn.accessToken) throw new Error(`${who} could not sign in: ${await answer.text()}`);
}

/** Questions of a page to the hub that are not answered yet. */
const asking = new WeakMap<Page, Set<unknown>>();
const calmMsMax = 10_000;

/**
 * Waits until a page has heard everything that it asked for, and has drawn it. While it still draws, what is under the pointer moves: a button that
 * goes away between press and release was not pressed, and nobody is told.
 */
async function calm(page: Page): Promise<void> {
  for (const end = Date.now() + calmMsMax; (asking.get(page)?.size ?? 0) > 0 && Date.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 20));
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))').catch(() => undefined);
}

/** Lets every press of a locator wait for calm. */
function pressWhenCalm(page: Page): void {
  const open = new Set<unknown>();
  asking.set(page, open);
  page.on('request', (request) => void open.add(request));
  page.on('requestfinished', (request) => void open.delete(request));
  page.on('requestfailed', (request) => void open.delete(request));
  const locators = Object.getPrototypeOf(page.locator('html')) as Record<string, unknown> & { waitsForCalm?: boolean };
  if (locators.waitsForCalm) return;
  locators.waitsForCalm = true;
  for (const name of ['click', 'check', 'uncheck']) {
    const now = locators[name] as (this: ReturnType<Page['locator']>, ...given: unknown[]) => Promise<void>;
    locators[name] = async function press(this: ReturnType<Page['locator']>, ...given: unknown[]): Promise<void> {
      await this.first().waitFor({ state: 'attached' });
      await calm(this.page());
      return now.apply(this, given);
    };
  }
}

/** Errors on the console (broken content security policy among them), uncaught errors, answers that failed. */
function watch(page: Page, faults: string[], mayFail: RegExp | undefined): void {
  const forgiven = (url: string): boolean => url.includes(guestsAnswer) || (mayFail?.test(url) ?? false);
  page.on('console', (message) => {
    if (message.type() === 'error' && !forgiven(message.location().url))
      faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => void faults.push(`uncaught: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400 && !forgiven(response.url())) faults.push(`${response.status()} ${response.url()}`);
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Serious and critical findings of axe that last, one line each: a loaded machine draws a theme, a list or the end of a question late, and what axe
 * sees in between nobody reads.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  for (let tries = 8; ; tries -= 1) {
    const found = await findingsNow(page);
    if (found.length === 0 || tries === 0) return found;
    await page.waitForTimeout(500);
  }
}

async function findingsNow(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  // What the browser has put off drawing keeps the colours of the theme before; axe would judge those.
  await page.evaluate(`for (const element of document.querySelectorAll('main *'))
    if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible'`);
  // As text: this project's tests are compiled without the types of a browser.
  const { violations } = await page.evaluate<{ violations: Violation[] }>(`axe.run(document, { resultTypes: ['violations'] })`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary.replaceAll('\n', ' ')}`),
    );
}

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string; failureSummary: string }[];
}

/** Waits until the page has its heading and nothing is under way. */
export async function settled(page: Page): Promise<Page> {
  await page.locator('main h1, h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

/** Asserts until it holds, for a minute: a page shows what it has heard when the machine has time for it. */
export async function soon(assertion: () => Promise<void>): Promise<void> {
  for (const deadline = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/**
 * Presses a button that the hub's clock may make needless at any moment, also between a look and the press. A press that went through must be answered,
 * and without errors: what the clock did a moment before is none.
 */
export async function pressUnlessDone(wanted: ReturnType<Page['locator']>, done: ReturnType<Page['locator']>): Promise<void> {
  await wanted.or(done).first().waitFor();
  const answer = wanted.page().waitForResponse(async (response) => (await errorsOf(response)) !== undefined);
  answer.catch(() => undefined);
  const pressed = wanted.click().then(
    () => true,
    () => false,
  );
  if (
    await Promise.race([
      pressed,
      done
        .first()
        .waitFor()
        .then(() => false),
    ])
  ) {
    expect(await errorsOf(await answer)).toEqual([]);
  }
  await done.first().waitFor();
}

/** What stands against a mutation in its answer; nothing for other answers: queries have no errors of their own. */
async function errorsOf(response: Response): Promise<unknown[] | undefined> {
  if (!response.url().endsWith('/graphql') || !(response.headers()['content-type'] ?? '').includes('json')) return undefined;
  const { data } = (await response.json()) as { data?: Record<string, { errors?: unknown[] } | null> | null };
  return Object.values(data ?? {}).find((payload) => payload?.errors !== undefined)?.errors;
}

/** Does what sends a question to the hub, and waits until that is answered; for what shows nothing by itself. */
export async function answeredBy(page: Page, act: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse(
    (response) => response.url().endsWith('/graphql') && response.request().method() === 'POST',
  );
  await act();
  await (await answer).finished();
}

/** Presses keys one after the other, as a hand does. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Moves the focus with Tab until it stands on what is wanted; throws when the page has no way there by keyboard. */
export async function tabTo(page: Page, wanted: ReturnType<Page['locator']>, pressesMax = 80): Promise<void> {
  await wanted.waitFor();
  for (let i = 0; i < pressesMax; i += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) === 1) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${wanted}`);
}

/** Waits until the page's heading reads so. */
export const titled = (page: Page, title: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name: title }).waitFor();

/** Fills and sends the form of the sign-in page. */
export async function signInByForm(page: Page, who: Who, word = password): Promise<void> {
  await page.getByLabel('E-mail address').fill(people[who].email);
  await page.getByRole('textbox', { name: 'Password' }).fill(word);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** What only time would do: the deadline of a tender passed a second ago, and its round opened an hour before. */
export async function deadlinePassed(tenderId: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`update tendering.tender set closes_at = clock_timestamp() - interval '1 second' where id = $1`, [
      tenderId,
    ]);
    await client.query(
      `update tendering.lot_round set opens_at = clock_timestamp() - interval '1 hour', closes_at = clock_timestamp() - interval '1 second' where tender_id = $1 and closed_at is null`,
      [tenderId],
    );
  } finally {
    await client.end();
  }
}

/** Chooses an option of a field by its words. */
export async function pick(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click();
  await page.getByRole('option', { name: option }).first().click();
}

/** The dialog that is open. */
export const dialogOf = (page: Page): ReturnType<Page['locator']> => page.getByRole('dialog');

/** What a reader reads there, with single blanks. */
export async function textOf(place: ReturnType<Page['locator']>): Promise<string> {
  return ((await place.textContent()) ?? '').replace(/\s+/g, ' ').trim();
}
