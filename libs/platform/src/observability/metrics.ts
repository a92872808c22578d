import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Connections of a pool and callers waiting for one. */
interface PoolLoad {
  total: number;
  idle: number;
  waiting: number;
}

/** The figures of one process, in Prometheus's text format at /metrics. No label holds a tenant, a person or an id. */
export class Metrics {
  readonly registry = new Registry();

  /** Requests by door (`graphql`, `http`), method and class of status. */
  readonly requests = new Histogram({
    name: 'entrepot_request_seconds',
    help: 'Time from the first byte of a request to the end of its reply.',
    labelNames: ['door', 'method', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  readonly operations = new Counter({
    name: 'entrepot_graphql_operations_total',
    help: 'GraphQL operations by kind and outcome (ok, refused, failed).',
    labelNames: ['kind', 'outcome'] as const,
    registers: [this.registry],
  });

  readonly shed = new Counter({
    name: 'entrepot_requests_shed_total',
    help: 'Requests turned away with 503 because too many were under way.',
    labelNames: ['door'] as const,
    registers: [this.registry],
  });

  readonly sockets = new Gauge({
    name: 'entrepot_sockets',
    help: 'Open subscription sockets.',
    registers: [this.registry],
  });

  readonly jobs = new Histogram({
    name: 'entrepot_job_seconds',
    help: 'Time of one attempt of a job, by task and outcome (done, failed).',
    labelNames: ['task', 'outcome'] as const,
    buckets: [0.005, 0.025, 0.1, 0.5, 1, 5, 30, 120, 600],
    registers: [this.registry],
  });

  constructor(options: { processFigures?: boolean } = {}) {
    if (options.processFigures ?? true) collectDefaultMetrics({ register: this.registry });
  }

  /** Watches the connections of a pool under a name. */
  watchPool(name: string, read: () => PoolLoad): void {
    for (const what of ['total', 'idle', 'waiting'] as const) {
      new Gauge({
        name: `entrepot_pool_${name}_${what}`,
        help: `Connections of the ${name} pool: ${what}.`,
        registers: [this.registry],
        collect() {
          this.set(read()[what]);
        },
      });
    }
  }
}
