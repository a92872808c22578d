import { freshDatabase } from '../support/fresh-database.js';
import { coreFaults } from './cores/core-checker.js';
import { planted, sound } from './cores/planted.js';
import { playCores } from './cores/play.js';
import type { Programme, ProofRun } from './programme.js';
import { noneOf, selfTest } from './support/checker.js';
import { provingGround } from './support/proving-ground.js';
import { randomOf } from './support/random.js';

const sizes: Record<ProofRun['mode'], { rounds: number; cores: number; steps: number }> = {
  short: { rounds: 3, cores: 10, steps: 150 },
  full: { rounds: 20, cores: 20, steps: 500 },
};

export default {
  promise:
    'No core settles two debts, every fee is charged once, and the money of an exchange adds up, whatever both sides do and when',
  async run(run) {
    const random = randomOf(run.seed);
    const rows = [selfTest(coreFaults, sound, planted)];
    const { rounds, cores, steps } = sizes[run.mode];
    const ground = await provingGround();
    const db = await freshDatabase();
    try {
      const faults: string[] = [];
      const ends: Record<string, number> = {};
      for (let n = 0; n < rounds; n++) {
        const evidence = await playCores(db, { random, cores, steps });
        faults.push(...coreFaults(evidence));
        for (const { status } of evidence.cores) ends[status] = (ends[status] ?? 0) + 1;
      }
      run.say(`  ${rounds * steps} steps at ${rounds * cores} cores, which ended so: ${JSON.stringify(ends)}`);
      return [
        ...rows,
        noneOf(
          `${rounds * steps} chance steps with few serials: answers, states, money and serials that differ from the model`,
          faults,
        ),
      ];
    } finally {
      await db.close();
      await ground.close();
    }
  },
} satisfies Programme;
