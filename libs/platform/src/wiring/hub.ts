import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DynamicModule, type INestApplication, Module } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { Authenticator } from '../auth/authenticator.js';
import { StartError } from '../database/start-error.js';
import { GraphqlDoor } from '../graphql/server/door.js';
import type { DoorDriver } from '../graphql/server/driver.js';
import { graphqlModule } from '../graphql/server/graphql-module.js';
import { Sockets } from '../graphql/server/sockets.js';
import { DocsController } from '../http/docs.controller.js';
import { FrontAdapter } from '../http/front-adapter.js';
import { FrontDoor } from '../http/front-door.js';
import { Draining, HealthController } from '../http/health.controller.js';
import { Pages } from '../http/pages.js';
import { ProblemFilter } from '../http/problem.js';
import { securityHeaders } from '../http/security-headers.js';
import { NestLines } from '../observability/logger.js';
import { startJobs } from './jobs.js';
import { PlatformModule } from './platform.module.js';
import type { Room } from './room.js';
import { projectRoot, type Services } from './services.js';

/** A hub that serves. */
export interface RunningHub {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly app: INestApplication;
  /** Takes no new work, ends what is under way (10 s at most), closes sockets, jobs and pools. */
  close(): Promise<void>;
}

/** Requests besides GraphQL under way at once: uploads are long, so they have a number of their own. */
const restMax = 256;
/** Milliseconds a shutdown waits for requests under way. */
const drainMs = 10_000;

/** What we need of the Express application behind Nest. */
interface Express extends RequestListener {
  disable(setting: string): this;
  set(setting: string, value: unknown): this;
}

@Module({})
class HubModule {}

/** The module of the hub: platform, GraphQL, health, and every room. */
function hubModule(services: Services, rooms: readonly Room[]): DynamicModule {
  return {
    module: HubModule,
    imports: [PlatformModule.with(services), graphqlModule(services), ...rooms.map((room) => room.module)],
    controllers: [HealthController, DocsController],
    providers: [Draining, { provide: APP_FILTER, useValue: new ProblemFilter(services.logger, services.denials.denied) }],
  };
}

/** Starts the hub on `config.host` and `config.port` with these rooms, and the worker unless `config.worker` is `separate`. Throws StartError for a busy port. */
export async function startHub(services: Services, rooms: readonly Room[]): Promise<RunningHub> {
  const { config, logger } = services;
  const adapter = new FrontAdapter();
  const publicUrl = () => services.address.url;
  const logs = new NestLines(logger);
  const app = await NestFactory.create(hubModule(services, rooms), adapter, {
    bodyParser: false,
    logger: logs,
    abortOnError: false,
  });
  const express = adapter.getInstance<Express>();
  express.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  await app.init();

  const { front, sockets } = edges({ services, app, express, publicUrl });
  adapter.place(front.handle);
  const server = app.getHttpServer() as Server;
  sockets.attach(server);
  const url = await listen(app, services);
  const worker =
    config.worker === 'inline' ? await startJobs(services, rooms, (type) => app.get(type, { strict: false })) : undefined;

  let closing: Promise<void> | undefined;
  const close = async () => {
    app.get(Draining).active = true;
    front.drain();
    server.close();
    server.closeIdleConnections();
    await sockets.close();
    await drained(front);
    await worker?.stop();
    server.closeAllConnections();
    await app.close();
    await services.close();
  };
  return { url, app, close: () => (closing ??= close()) };
}

interface EdgeParts {
  services: Services;
  app: INestApplication;
  express: Express;
  publicUrl: () => string;
}

function edges({ services, app, express, publicUrl }: EdgeParts): { front: FrontDoor; sockets: Sockets } {
  const { config, stored, sentences, logger, metrics, notices } = services;
  const driver = app.get<GraphQLModule<DoorDriver>>(GraphQLModule).graphQlAdapter;
  const https = publicUrl().startsWith('https:');
  const pages = new Pages(path.join(projectRoot, 'dist/portal'), securityHeaders('page', { https }));
  const graphql = new GraphqlDoor(() => driver.instance, stored);
  const rules = { schema: driver.schema, openSchema: config.mode !== 'production' };
  const front = new FrontDoor(
    { graphql: graphql.handle, rest: (request, response) => express(request as never, response as never), page: pages.serve },
    {
      graphqlMax: config.requestsMax,
      restMax,
      proxies: config.trustProxy,
      publicUrl,
      headers: securityHeaders('interface', { https }),
    },
    { logger, metrics, sentences },
  );
  const sockets = new Sockets({
    authenticator: app.get(Authenticator),
    line: notices,
    rules: () => rules,
    ...{ stored, sentences, metrics, logger, publicUrl },
    sink: driver.sink,
    proxies: config.trustProxy,
  });
  return { front, sockets };
}

/** Listens by the server itself: Nest would log the failure that we tell in one sentence. */
async function listen(app: INestApplication, { config: { host, port }, address }: Services): Promise<string> {
  const server = app.getHttpServer() as Server;
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${port} is in use: end the other program, or choose another port with PORT.`, error);
    if (code === 'EACCES')
      throw new StartError(`Port ${port} may not be opened by this user: choose one above 1023 with PORT.`, error);
    if (code === 'EADDRNOTAVAIL') throw new StartError(`This machine has no address ${host}: check ENTREPOT_HOST.`, error);
    throw error;
  }
  const opened = server.address() as AddressInfo;
  return address.listensOn(opened.address, opened.port);
}

async function drained(front: FrontDoor): Promise<void> {
  for (const until = Date.now() + drainMs; front.underWay > 0 && Date.now() < until; ) await sleep(20);
}
