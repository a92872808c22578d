import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import { correlation } from './correlation.js';
import { redact, redactText } from './redact.js';

export type { Logger } from 'pino';

/** Milliseconds a line may wait to be written with others; a killed process loses that much of its log, an ended one nothing. */
const waitMs = 250;
const batchBytes = 4096;

/** A line that is clean by construction (no text of users but a path): it is spared the search for secrets. */
export class CleanLine {
  constructor(fields: Readonly<Record<string, string | number | undefined>>) {
    Object.assign(this, fields);
  }
}

/** Structured logger: one JSON object a line, with the correlation id of the request or job, secrets hidden. */
export function makeLogger(options: { level: string; destination?: DestinationStream }): Logger {
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      mixin: () => correlation.current() ?? {},
      // The store may hold more than its id; only that belongs on the line, and a line that has one keeps it.
      mixinMergeStrategy: (line: object, found: { requestId?: string }) =>
        found.requestId && !('requestId' in line) ? { ...line, requestId: found.requestId } : line,
      formatters: {
        level: (label) => ({ level: label }),
        log: (line) =>
          line instanceof CleanLine ? (line as unknown as Record<string, unknown>) : (redact(line) as Record<string, unknown>),
      },
      hooks: {
        logMethod(args, method) {
          const clean =
            args[0] instanceof CleanLine ? args : args.map((arg: unknown) => (typeof arg === 'string' ? redactText(arg) : arg));
          method.apply(this, clean as typeof args);
        },
      },
    },
    options.destination ?? batched(),
  );
}

/** Standard output, written in batches: a write for each line costs more than the line. */
function batched(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: false, minLength: batchBytes });
  setInterval(() => output.flush(), waitMs).unref();
  process.once('exit', () => {
    try {
      output.flushSync();
    } catch {
      // Standard output may be gone before us.
    }
  });
  return output;
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
