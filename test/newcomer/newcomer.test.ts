import { stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '#libs/platform';
import { Hub, waitFor } from './hub.js';
import { type HubProcess, startHubProcess } from './hub-process.js';
import { erps, mainJob } from './main-job.js';
import { oraclesInstalled } from './oracles.js';

/** Whether others than its owner cannot enter a folder or one above it. */
async function isShut(folder: string): Promise<boolean> {
  const above = path.dirname(folder);
  return ((await stat(folder)).mode & 0o001) === 0 || (above !== folder && (await isShut(above)));
}

/** The promise of the whole project: somebody who has only an address and a password gets the main job done, in every format, both ways. */
describe('a newcomer', () => {
  let hub: HubProcess;

  beforeAll(async () => {
    hub = await startHubProcess();
  }, 400_000);

  afterAll(async () => {
    await hub?.stop();
  }, 120_000);

  it('publishes, finds, orders and exchanges UBL, cXML, X12, EDIFACT and openTRANS with a local partner', async () => {
    const lines: string[] = [];
    const journal = await mainJob(hub.url, (line) => lines.push(line));
    expect(lines.filter((line) => !line.startsWith('ok'))).toEqual(
      // Of every ERP the order and the answer go before the oracles; none of those knows openTRANS.
      Array.from({ length: 2 * (oraclesInstalled ? 1 : erps.length) }, () => expect.stringMatching(/^skip {2}.*oracles/)),
    );
    expect(journal.failed).toBe(0);
  }, 900_000);

  it('finds a demo world with agreements, rates, and parts that stand for others', async () => {
    const buyer = await new Hub(hub.url).signIn('buyer@aurora.example', 'harbour-crane-42');
    const stocked = async () => {
      const { searchParts } = await buyer.query(
        '{ searchParts(query: "AT-29-0003", first: 1) { nodes { part { number alternatives(consentQualified: true) { reason } } } } }',
      );
      return searchParts.nodes[0];
    };
    // The links are the last that the demo world gets.
    const found = await waitFor('the stock numbers of the demo world', stocked, 400);
    expect(found.part).toEqual({ number: 'MS28775-004', alternatives: [{ reason: 'QUALIFIED' }, { reason: 'QUALIFIED' }] });
    const { agreements, exchangeRates } = await buyer.query(
      '{ agreements(first: 5) { nodes { number } } exchangeRates(first: 5) { nodes { from to } } }',
    );
    expect(agreements.nodes.map(({ number }: { number: string }) => number).sort()).toEqual(['NF-2026-117', 'RV 4500-26']);
    expect(exchangeRates.nodes).toHaveLength(2);
  }, 500_000);

  // As an ordinary user the first test has shown it; root tries both ways.
  it('need not be root, and leaves nothing behind', async () => {
    if (process.getuid?.() !== 0) return;
    if (await isShut(projectRoot)) {
      console.info(`${projectRoot} lies below a folder that other users cannot enter: nobody else can run the hub from here`);
      return;
    }
    const ordinary = { uid: 65_534, gid: 65_534 };
    const own = await startHubProcess(ordinary);
    try {
      const { organization } = await new Hub(own.url).signIn('buyer@aurora.example', 'harbour-crane-42');
      expect(organization.name).toBe('Aurora Technik GmbH');
      expect((await stat(path.join(own.dataDir, 'pg'))).uid).toBe(ordinary.uid);
    } finally {
      await own.stop();
    }
    await expect(fetch(`${own.url}/ready`)).rejects.toThrow('fetch failed');
  }, 500_000);
});
