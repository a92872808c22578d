import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of one request or job carries. Never a tenant: who acts is passed explicitly. */
export interface Correlation {
  readonly requestId: string;
}

/**
 * Before Node 24 a store switches on hooks that every promise of the process pays for: 40 of 300 us of a hot read, measured
 * on Node 20. There only lines that know their request (access log, faults, denials, jobs) carry its id.
 */
const affordable = Number(process.versions.node.split('.')[0]) >= 24;
const store = affordable ? new AsyncLocalStorage<Correlation>() : undefined;

/** Carries log correlation and nothing else; one `run` per request or job. */
export const correlation = {
  run<T>(found: Correlation, fn: () => T): T {
    return store ? store.run(found, fn) : fn();
  },
  /** The request or job of the code that runs; undefined before Node 24 and outside of both. */
  current(): Correlation | undefined {
    return store?.getStore();
  },
};
