import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startWorker } from '#libs/platform';
import { foundDemoWorld } from '../../apps/hub/src/demo/seed.js';
import { demoTenders } from '../../apps/hub/src/demo/tenders.data.js';
import { openDemoTenders } from '../../apps/hub/src/demo/tenders.js';
import { rooms } from '../../apps/hub/src/hub.module.js';
import { NoticeReleaseJobs } from '../../libs/exchange/src/notice/notice.job.js';
import { NoticeJobs } from '../../libs/tendering/src/notice/notice.job.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { faultsByTheStandard, judged } from '../support/ocds-oracle.js';
import { until } from '../support/until.js';

/** The deadline of the awarded tender comes ten seconds after its publication. */
const worldMs = 120_000;
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ rooms, ownActors: true });
}, worldMs);
afterAll(() => hub.close());

describe('the tenders of the demo world', () => {
  it(
    'are one that takes bids and one that the lowest of three got, published as the standard wants it, and made once',
    async () => {
      const { services, db } = hub;
      const tasks = [...new NoticeJobs().tasks(), ...new NoticeReleaseJobs(services.config).tasks()];
      const worker = await startWorker({ jobsUrl: db.jobsUrl, unitOfWork: services.unitOfWork, tasks });
      try {
        const world = await foundDemoWorld(services);
        const { signal } = new AbortController();
        await openDemoTenders(services, world, signal);
        await openDemoTenders(services, world, signal);
        const shown = async () => {
          const fields =
            'ocid title status buyer { name } bids { bidders } awards { supplier { name } value { amount currency } }';
          const { data } = await hub.ask(
            `{ open: publicTenders { nodes { ${fields} } } ended: publicTenders(state: ENDED) { nodes { ${fields} } } }`,
          );
          return data as Record<'open' | 'ended', { nodes: { ocid: string; status: string }[] }>;
        };
        await until(async () => {
          const { open, ended } = await shown();
          return open.nodes.length === 1 && ended.nodes[0]?.status === 'COMPLETE';
        });
        const { open, ended } = await shown();
        expect(open.nodes).toMatchObject([{ title: demoTenders[0]?.title, status: 'ACTIVE', bids: null, awards: [] }]);
        expect(ended.nodes).toMatchObject([
          {
            title: demoTenders[1]?.title,
            bids: { bidders: 3 },
            awards: [
              { supplier: { name: 'Formosa MRO Supply Co., Ltd. 福爾摩沙航材' }, value: { amount: '1500.00', currency: 'USD' } },
            ],
          },
        ]);
        if (!judged) return;
        const paths = ['releases', ...[...open.nodes, ...ended.nodes].map(({ ocid }) => `records/${ocid}`)];
        const texts = await Promise.all(paths.map(async (path) => (await fetch(`${hub.url}/api/v1/ocds/${path}`)).text()));
        expect(faultsByTheStandard(texts)).toEqual([[], [], []]);
      } finally {
        await worker.stop();
      }
    },
    worldMs,
  );
});
