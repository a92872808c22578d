import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import teardownDatabase from '../support/global-teardown.mjs';

export default async function teardown() {
  const portal = globalThis.testPortal;
  if (portal) {
    await portal.browser.close();
    const left = portal.hub.exitCode === null ? once(portal.hub, 'exit') : undefined;
    portal.hub.kill('SIGTERM');
    await left;
    await portal.db.close();
    await rm(portal.dir, { recursive: true, force: true });
  }
  if (globalThis.testTemplate) await teardownDatabase();
}
