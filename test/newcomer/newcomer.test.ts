import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HubProcess, startHubProcess } from './hub-process.js';
import { mainJob } from './main-job.js';
import { oraclesInstalled } from './oracles.js';

/** The promise of the whole project: somebody who has only an address and a password gets the main job done, in every format, both ways. */
describe('a newcomer', () => {
  let hub: HubProcess;

  beforeAll(async () => {
    hub = await startHubProcess();
  }, 180_000);

  afterAll(async () => {
    await hub?.stop();
  }, 60_000);

  it('publishes, finds, orders and exchanges UBL, cXML and X12 with a local partner', async () => {
    const lines: string[] = [];
    const journal = await mainJob(hub.url, (line) => lines.push(line));
    expect(lines.filter((line) => !line.startsWith('ok'))).toEqual(
      oraclesInstalled ? [] : Array.from({ length: 6 }, () => expect.stringMatching(/^skip {2}.*oracles/)),
    );
    expect(journal.failed).toBe(0);
  }, 300_000);
});
