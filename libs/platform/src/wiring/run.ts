import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, readConfig, unknownSettings } from '../config/config.js';
import { StartError } from '../database/start-error.js';
import { makeLogger, NestLines } from '../observability/logger.js';
import { type OpenDatabase, openDatabase } from './database.js';
import { type RunningHub, startHub } from './hub.js';
import { startJobs } from './jobs.js';
import { PlatformModule } from './platform.module.js';
import type { Room } from './room.js';
import { openServices, type Services } from './services.js';

/** A hub with its database, as a program runs it. */
export interface RunningProgram {
  readonly config: Config;
  readonly services: Services;
  readonly database: OpenDatabase;
  close(): Promise<void>;
}

/** Imports the rooms: a thousand modules, read while the database comes up. */
export type Loading = () => Promise<readonly Room[]>;

/** The whole hub from the environment: database, migrations, services, Nest, worker. Throws StartError with one sentence. */
export async function runHub(env: NodeJS.ProcessEnv, load: Loading): Promise<RunningProgram & { hub: RunningHub }> {
  const { rooms, ...opened } = await open(env, load);
  try {
    const hub = await startHub(opened.services, rooms);
    const close = async () => {
      await hub.close();
      await opened.database.close();
    };
    return { ...opened, hub, close };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

@Module({})
class WorkerModule {}

/** A worker alone, from the environment: any number may run beside the hubs. */
export async function runWorker(env: NodeJS.ProcessEnv, load: Loading): Promise<RunningProgram> {
  const { rooms, ...opened } = await open(env, load);
  try {
    const module: DynamicModule = {
      module: WorkerModule,
      imports: [PlatformModule.with(opened.services), ...rooms.map((room) => room.module)],
    };
    const logger = new NestLines(opened.services.logger);
    const app = await NestFactory.createApplicationContext(module, { logger, abortOnError: false });
    const worker = await startJobs(opened.services, rooms, (type) => app.get(type, { strict: false }));
    const close = async () => {
      await worker.stop();
      await app.close();
      await opened.close();
    };
    return { ...opened, close };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/**
 * Runs a program to its end: prints one sentence and leaves with 3 when it cannot start (1 for a fault, with its stack); ends it
 * on Ctrl-C, SIGTERM or when its terminal goes (while it is still starting: as soon as it has), and at once on a second Ctrl-C.
 */
export async function untilStopped<T extends RunningProgram>(
  start: () => Promise<T>,
  started: (program: T) => void,
): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    let asked = false;
    process.on('SIGINT', () => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    });
    // A terminal that goes tells the hub and its starter, which passes it on: none of them is a person losing patience.
    process.on('SIGTERM', () => resolve()).on('SIGHUP', () => resolve());
  });
  try {
    const program = await start();
    started(program);
    await stopped;
    await program.close();
    process.exit(0);
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exit(error instanceof StartError ? 3 : 1);
  }
}

async function open(env: NodeJS.ProcessEnv, load: Loading): Promise<RunningProgram & { rooms: readonly Room[] }> {
  const config = readConfig(env);
  const logger = makeLogger({ level: config.logLevel });
  for (const name of unknownSettings(env)) logger.warn(`${name} is no setting of the hub`);
  const loading = load();
  // Its failure is told below, when the database is up and can be ended.
  loading.catch(() => undefined);
  const database = await openDatabase(config);
  try {
    const rooms = await loading;
    const services = await openServices({ config, urls: database.urls, rooms, logger });
    const close = async () => {
      await services.close();
      await database.close();
    };
    return { config, services, database, rooms, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}
