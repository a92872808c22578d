// Chromium for tests and screenshots: the one inside the npm package @sparticuz/chromium (x64 Linux), elsewhere the one at CHROMIUM_PATH.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const packaged = process.platform === 'linux' && process.arch === 'x64';

/** Why no browser can run here; undefined: one can. */
export function whyNoBrowser() {
  if (packaged || process.env['CHROMIUM_PATH']) return undefined;
  return `there is no packaged Chromium for ${process.platform} ${process.arch}; set CHROMIUM_PATH to one.`;
}

/**
 * Without the packaged flags that weaken what is tested: one process for all pages (a crash takes every page along), no web security,
 * insecure content allowed.
 */
const unwanted =
  /^--(single-process|no-zygote|disable-web-security|allow-running-insecure-content|headless|disable-site-isolation-trials)/;

/** A server that `chromium.connect(wsEndpoint())` reaches from test processes. */
export async function startBrowser() {
  // The package unpacks itself into the temp folder: two runs that share one overwrite each other's binary.
  const own = mkdtempSync(path.join(os.tmpdir(), 'entrepot-chromium-'));
  const { executablePath, args } = process.env['CHROMIUM_PATH']
    ? { executablePath: process.env['CHROMIUM_PATH'], args: ['--no-sandbox'] }
    : await unpacked(own);
  const server = await launched({
    executablePath,
    args,
    headless: true,
    host: '127.0.0.1',
    env: { ...process.env, TMPDIR: own },
  });
  server.once('close', () => rmSync(own, { recursive: true, force: true }));
  return server;
}

/** Chromium itself may crash while it starts (seen once in some hundred starts, SIGSEGV before its first answer); the third crash in a row is told. */
async function launched(options) {
  for (let left = 2; ; left--) {
    try {
      return await chromium.launchServer(options);
    } catch (error) {
      if (left === 0) throw error;
      console.warn(`Chromium did not start and is tried again: ${String(error).split('\n')[0]}`);
    }
  }
}

async function unpacked(folder) {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: packagedChromium } = await import('@sparticuz/chromium');
    packagedChromium.setGraphicsMode = false;
    const args = packagedChromium.args.filter((flag) => !unwanted.test(flag));
    return { executablePath: await packagedChromium.executablePath(), args };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
