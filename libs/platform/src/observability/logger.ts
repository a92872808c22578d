import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import { correlation } from './correlation.js';
import { redact, redactText } from './redact.js';

export type { Logger } from 'pino';

/** Structured logger: one JSON object a line, with the correlation id of the request or job, secrets hidden. */
export function makeLogger(options: { level: string; destination?: DestinationStream }): Logger {
  const settings = {
    level: options.level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    mixin: () => correlation.getStore() ?? {},
    // The store may hold more than its id; only that belongs on the line.
    mixinMergeStrategy: (line: object, store: { requestId?: string }) =>
      store.requestId ? { ...line, requestId: store.requestId } : line,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (line: object) => redact(line) as Record<string, unknown>,
    },
    hooks: {
      logMethod(args: unknown[], method: (...args: unknown[]) => void) {
        method.apply(
          this,
          args.map((arg) => (typeof arg === 'string' ? redactText(arg) : arg)),
        );
      },
    },
  };
  return (options.destination ? pino(settings as object, options.destination) : pino(settings as object)) as Logger;
}

/** Nest's own lines through our logger; its start-up chatter is `debug`. */
export class NestLines implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug({ context: rest.at(-1) }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ context: rest.at(-1), ...(message instanceof Error ? { error: message } : {}) }, String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn({ context: rest.at(-1) }, String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.trace({ context: rest.at(-1) }, String(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.debug(message, ...rest);
  }
}
