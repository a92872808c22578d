// npm run screenshots: every page of the portal in three widths, two themes and three languages, into screenshots/ (git-ignored), to be looked at.
//   -- --page /orders     only routes that begin so (more than one: by commas)      --lang zh-CN,en   --width 390   --theme dark
//   -- --url http://...   of a running hub with the demo world; without it one is started on a folder of its own and ended afterwards
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { startBrowser, whyNoBrowser } from '../test/portal/browser.mjs';
import { root } from './run.mjs';
import '../test/support/from-sources.mjs';

const demoPassword = 'harbour-crane-42';
const demo = {
  password: demoPassword,
  emails: { buyer: 'buyer@aurora.example', supplier: 'verkauf@helvetia.example', operator: 'operator@entrepot.example' },
  rival: 'sales@northfield.example',
  words: 'bearing',
};
/** A full page longer than this is cut: nobody looks at more. */
const heightMax = 3000;

const text = { type: 'string' };
const { values } = parseArgs({ options: { url: text, page: text, lang: text, width: text, theme: text } });
const list = (given, all) => (given ? given.split(',') : all);
const wanted = {
  languages: list(values.lang, ['en', 'zh-CN', 'zh-TW']),
  widths: list(values.width, ['390', '1024', '1440']).map(Number),
  themes: list(values.theme, ['light', 'dark']),
  routes: list(values.page, ['/']),
};

const missing = whyNoBrowser();
if (missing) {
  console.error(`No screenshots: ${missing}`);
  process.exit(1);
}
const hub = values.url ? { url: values.url, stop: async () => undefined } : await startDemo();
const server = await startBrowser();
try {
  const { furnishedPlaces } = await import('../test/portal/places.ts');
  const places = (await furnishedPlaces({ ...demo, url: hub.url })).filter(({ route }) => wanted.routes.some((start) => route.startsWith(start)));
  const browser = await chromium.connect(server.wsEndpoint());
  let count = 0;
  for (const language of wanted.languages) {
    for (const as of new Set(places.map((place) => place.as))) count += await shoot(browser, { language, as, places: places.filter((place) => place.as === as) });
  }
  await browser.close();
  console.log(`${count} screenshots of ${places.length} pages in ${path.join(root, 'screenshots')}`);
} finally {
  await server.close();
  await hub.stop();
}

/** All pages of one person in one language; each is loaded once and drawn in every width and theme. */
async function shoot(browser, { language, as, places }) {
  const context = await browser.newContext({ baseURL: hub.url, locale: language, reducedMotion: 'reduce' });
  if (as) await signIn(context, demo.emails[as]);
  const page = await context.newPage();
  let count = 0;
  for (const { route, path: address } of places) {
    await page.goto(address);
    await page.locator('h1').first().waitFor({ timeout: 30_000 }).catch(() => console.error(`${route} shows no heading`));
    for (const width of wanted.widths) {
      await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
      for (const theme of wanted.themes) {
        await page.emulateMedia({ colorScheme: theme });
        await page.waitForLoadState('networkidle');
        const file = path.join(root, 'screenshots', language, theme, String(width), `${route === '/' ? 'home' : route.slice(1).replaceAll(/[/$]+/g, '-')}.png`);
        mkdirSync(path.dirname(file), { recursive: true });
        const height = Math.min(heightMax, await page.evaluate('document.documentElement.scrollHeight'));
        await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width, height } });
        count += 1;
      }
    }
  }
  await context.close();
  return count;
}

async function signIn(context, email) {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }';
  const answer = await context.request.post('/graphql', { data: { query, variables: { input: { email, password: demoPassword } } } });
  if (!(await answer.json()).data?.signIn.accessToken) throw new Error(`${email} could not sign in`);
}

/** npm start on a free port and a folder of its own, until the demo catalogues are published. */
function startDemo() {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'entrepot-screenshots-'));
  const child = spawn(process.execPath, ['.config/start.mjs'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', ENTREPOT_DATA_DIR: dir, ENTREPOT_LOG_LEVEL: 'error' },
  });
  const stop = () =>
    new Promise((resolve) => {
      child.once('close', () => {
        rmSync(dir, { recursive: true, force: true });
        resolve();
      });
      child.kill('SIGTERM');
    });
  return new Promise((resolve, reject) => {
    let url;
    child.once('close', (code) => reject(new Error(`the hub left with exit code ${code}`)));
    createInterface(child.stdout).on('line', (line) => {
      url ??= /listens on (\S+)/.exec(line)?.[1];
      if (!line.startsWith('{')) console.log(line);
      if (/demo catalogues are published/.test(line)) resolve({ url, stop });
    });
  });
}
