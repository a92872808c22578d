import 'reflect-metadata';
import { runWorker, untilStopped } from '#libs/platform';
import { rooms } from './worker.module.js';

await untilStopped(
  () => runWorker(process.env, rooms),
  ({ config }) => console.log(`Entrepôt's worker runs, ${config.workerConcurrency} jobs at once`),
);
