import path from 'node:path';
import { systemActor } from '#libs/platform';
import { freshDatabase } from '../support/fresh-database.js';
import { equalRow, type Programme, type ProofRun } from './programme.js';
import { type ClockEvidence, clockFaults, recount } from './sla-clocks/clock-checker.js';
import { openDesk, playRequests, recordOf, restartedWorkers } from './sla-clocks/desk.js';
import { planted, sound } from './sla-clocks/planted.js';
import { noneOf, selfTest } from './support/checker.js';
import { provingGround } from './support/proving-ground.js';
import { randomOf } from './support/random.js';

const sizes: Record<ProofRun['mode'], { suppliers: number; requests: number; kills: number }> = {
  short: { suppliers: 3, requests: 12, kills: 2 },
  full: { suppliers: 20, requests: 40, kills: 12 },
};

export default {
  promise: 'Every warning and breach of an urgent request fires once, at its time on the right calendar, after restarts too',
  async run(run) {
    const random = randomOf(run.seed);
    const rows = [selfTest(clockFaults, sound, planted)];
    const size = sizes[run.mode];
    const ground = await provingGround();
    const db = await freshDatabase();
    try {
      const played: ClockEvidence[] = [];
      const wrongRecords: string[] = [];
      for (let n = 0; n < size.suppliers; n++) {
        const desk = await openDesk(db, random);
        const evidence = await playRequests(db, desk, { random, requests: size.requests });
        played.push(...evidence);
        const [said, counted] = [await recordOf(db, systemActor(desk.buyerId)), recount(evidence)];
        if (JSON.stringify(said) !== JSON.stringify(counted))
          wrongRecords.push(`${JSON.stringify(said)} is ${JSON.stringify(counted)}`);
      }
      const marks = played.reduce((sum, { marks }) => sum + marks.length, 0);
      run.say(`  ${played.length} requests with ${marks} marks over weekends, holidays, time zones and changes of clocks`);
      const restarts = await restartedWorkers(db, { kills: size.kills, dataDir: path.join(ground.folder, 'data'), say: run.say });
      return [
        ...rows,
        noneOf(
          `${marks} marks on a virtual clock: lost, doubled, early, late, or of a stopped clock`,
          played.flatMap(clockFaults),
        ),
        noneOf('reports of clocks kept that differ from a recount of the log', wrongRecords),
        equalRow(`marks fired once by workers that were killed ${size.kills} times`, restarts.once, restarts.marks),
        noneOf('marks lost or doubled by killed workers', restarts.wrong),
      ];
    } finally {
      await db.close();
      await ground.close();
    }
  },
} satisfies Programme;
