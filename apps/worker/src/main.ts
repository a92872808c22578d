import 'reflect-metadata';
import { runWorker, untilStopped } from '#libs/platform';

await untilStopped(
  () => runWorker(process.env, async () => (await import('./worker.module.js')).rooms),
  ({ config }) => console.log(`Entrepôt's worker runs, ${config.workerConcurrency} jobs at once`),
);
