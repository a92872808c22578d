import type { ServerResponse } from 'node:http';
import { Controller, Inject, Injectable, Res } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { pendingMigrations } from '../database/migrate.js';
import { Metrics } from '../observability/metrics.js';
import { Handles, route } from './route.js';

const healthRoute = route({
  method: 'GET',
  path: '/health',
  summary: 'Whether the process lives',
  allow: 'public',
  answers: { 200: { description: 'It does.', schema: z.object({ status: z.literal('ok') }) } },
});

const readyRoute = route({
  method: 'GET',
  path: '/ready',
  summary: 'Whether the hub takes work',
  description: 'A row can be read, the migrations are those of this program, and the hub is not going down.',
  allow: 'public',
  answers: {
    200: {
      description: 'It does.',
      schema: z.object({ ready: z.boolean(), database: z.string(), migrations: z.string(), draining: z.boolean() }),
    },
    503: { description: 'It does not; the body says why.' },
  },
});

const metricsRoute = route({
  method: 'GET',
  path: '/metrics',
  summary: 'Figures in the text format of Prometheus',
  allow: 'public',
  answers: { 200: { description: 'The figures.', media: 'text/plain' } },
});

/** Whether the hub is going down; set by its shutdown, read by /ready. */
@Injectable()
export class Draining {
  active = false;
}

/** Milliseconds /ready waits for the database. */
const answerMs = 2_000;

/** /health, /ready, /metrics. */
@Controller()
export class HealthController {
  private looking: Promise<string[]> | undefined;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Draining) private readonly draining: Draining,
  ) {}

  @Handles(healthRoute)
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Handles(readyRoute)
  async ready(@Res({ passthrough: true }) response: ServerResponse): Promise<object> {
    const pending = await within(answerMs, this.pending());
    const database = pending === undefined ? 'unreachable' : 'ok';
    const migrations = pending === undefined ? 'unknown' : pending.length === 0 ? 'current' : `${pending.length} to run`;
    const ready = pending?.length === 0 && !this.draining.active;
    response.statusCode = ready ? 200 : 503;
    return { ready, database, migrations, draining: this.draining.active };
  }

  @Handles(metricsRoute)
  async figures(@Res({ passthrough: true }) response: ServerResponse): Promise<string> {
    response.setHeader('content-type', this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }

  /** One look at a time, however many ask: /ready is open to everybody and must not take the pool away from those who work. */
  private pending(): Promise<string[]> {
    this.looking ??= pendingMigrations({
      query: async (text) => ({ rows: (await this.dataSource.query(text)) as { name: string }[] }),
    }).finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([promise.catch(() => undefined), late]).finally(() => clearTimeout(timer));
}
