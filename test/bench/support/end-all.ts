import { endHelpers } from './processes.js';
import { closeBenchServer } from './server.js';
import { closeBenchWorld } from './world.js';

/** Ends every process that the benchmarks of this run started, and removes their files. */
export async function endAll(): Promise<void> {
  await closeBenchWorld();
  endHelpers();
  await closeBenchServer();
}
