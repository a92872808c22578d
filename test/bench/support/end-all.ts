import { endHelpers } from './processes.js';
import { closeBenchServer } from './server.js';
import { closeBenchWorlds } from './world.js';

/** Ends every process that the benchmarks of this run started, and removes their files. */
export async function endAll(): Promise<void> {
  await closeBenchWorlds();
  endHelpers();
  await closeBenchServer();
}
