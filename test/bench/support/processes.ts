import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const running = new Set<ChildProcess>();

/** A process of the benchmark that answers over its channel; it ends itself when the channel breaks, so nothing outlives a killed run. */
export interface Helper {
  /** Sends a message and gives the next answer. Throws what the process reports as `error`, or that it ended. */
  ask<T>(message: object): Promise<T>;
  close(): Promise<void>;
}

interface HelperOptions {
  /** Name of the compiled file beside this one, without extension. */
  file: string;
  env?: Readonly<Record<string, string>>;
  /** Where its standard output goes. */
  log?: string;
  flags?: readonly string[];
}

/** Starts a process of its own from dist. `BENCH_PROFILE=<folder>` writes a CPU profile of each. */
export function startHelper({ file, env, log, flags = [] }: HelperOptions): Helper {
  const profile = process.env['BENCH_PROFILE'];
  const output = log === undefined ? 'inherit' : openSync(log, 'a', 0o600);
  const child = fork(fileURLToPath(new URL(`./${file}.js`, import.meta.url)), [], {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`, `--cpu-prof-name=${file}-${Date.now()}.cpuprofile`] : []),
      ...flags,
    ],
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', output === 'inherit' ? 2 : output, 2, 'ipc'],
  });
  if (typeof output === 'number') closeSync(output);
  running.add(child);
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return {
    async ask<T>(message: object): Promise<T> {
      const answer = once(child, 'message').then(([value]) => value as { error?: string } & T);
      child.send(message);
      const got = await Promise.race([
        answer,
        ended.then((code) => ({ error: `${file} ended with ${code}` }) as { error: string } & T),
      ]);
      if (got.error) throw new Error(got.error);
      return got;
    },
    async close() {
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** The other side of a helper: answers messages one by one, and ends when the benchmark has gone. */
export function answerWith(
  answer: (message: never) => Promise<object>,
  close: () => Promise<void> = async () => undefined,
): void {
  process.on('message', (message) => {
    answer(message as never).then(
      (value) => process.send?.(value),
      (error: unknown) => process.send?.({ error: String((error as Error)?.stack ?? error) }),
    );
  });
  process.once('disconnect', () => void close().finally(() => process.exit(0)));
}

/** Cuts the channels of all helpers that still run. */
export function endHelpers(): void {
  for (const child of running) if (child.connected) child.disconnect();
}
