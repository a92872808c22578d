import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of one request or job carries. Never a tenant: who acts is passed explicitly. */
export interface Correlation {
  readonly requestId: string;
}

/** Carries log correlation and nothing else; one `run` per request or job. */
export const correlation = new AsyncLocalStorage<Correlation>();
