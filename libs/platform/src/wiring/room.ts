import type { Type } from '@nestjs/common';
import type { Entity } from '../database/data-source.js';
import type { Task } from '../jobs/task.js';
import type { Clock } from '../jobs/worker.js';
import type { EventRoutes } from '../work/unit-of-work.js';

/** A provider of a room's module that has jobs to do: `send-order.job.ts` and its like. */
export interface JobSource {
  tasks(): readonly Task[];
}

/** What a lib gives to the hub and the worker: each lib exports one (`supplyRoom`) beside its module. */
export interface Room {
  /** The lib's name. */
  readonly name: string;
  /** Its Nest module: resolvers, controllers, job sources. Platform's services are there for injection without an import. */
  readonly module: Type<unknown>;
  readonly entities?: readonly Entity[];
  /** Events of lower rooms that start jobs of this one. */
  readonly routes?: EventRoutes;
  /** Providers of the module whose tasks the worker runs. */
  readonly jobs?: readonly Type<JobSource>[];
  /** Tasks the clock starts. */
  readonly clocks?: readonly Clock[];
}

/** The routes of all rooms in one; an event may start jobs in several. */
export function routesOf(rooms: readonly Room[]): EventRoutes {
  const all: Record<string, string[]> = {};
  for (const room of rooms) {
    for (const [wire, tasks] of Object.entries(room.routes ?? {})) all[wire] = [...(all[wire] ?? []), ...tasks];
  }
  return all;
}
