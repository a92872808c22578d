import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';

/** Runs another program of the hub with this terminal and environment, and leaves with its code. */
async function run(program: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  const file = fileURLToPath(new URL(`../../${program}/src/main.js`, import.meta.url));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  // A terminal's Ctrl-C reaches the child by itself; a SIGTERM comes here alone.
  const end = () => child.kill('SIGTERM');
  process
    .on('SIGINT', () => undefined)
    .on('SIGTERM', end)
    .on('SIGHUP', end);
  process.exitCode = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

export const hubCommand = (): Command =>
  new Command('hub')
    .description(
      'Runs the hub: GraphQL, REST, exchange and portal; with the worker unless ENTREPOT_WORKER=separate. Settings: docs/configuration.md.',
    )
    .option('--demo', 'founds the demo world in an empty database, whichever it is')
    .action(({ demo }: { demo?: boolean }) => run('hub', demo ? { ENTREPOT_DEMO: 'yes' } : {}));

export const workerCommand = (): Command =>
  new Command('worker').description('Runs a job worker beside the hubs; any number may run.').action(() => run('worker'));
