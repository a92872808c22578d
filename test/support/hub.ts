import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Module } from '@nestjs/common';
import {
  type Actor,
  ActorSource,
  type Logger,
  makeLogger,
  openServices,
  platformRoom,
  type Room,
  type RunningHub,
  readConfig,
  type Services,
  startHub,
  type TokenClaims,
} from '#libs/platform';
import { type FreshDatabase, freshDatabase } from './fresh-database.js';

/** Actors of a test by their session or key; for suites that boot the edge without organizations. */
export class TestActors extends ActorSource {
  readonly known = new Map<string, Actor>();
  /** How often rights were read. */
  loads = 0;

  async load(claims: TokenClaims): Promise<Actor | undefined> {
    this.loads += 1;
    return this.known.get(claims.sid);
  }
}

export interface TestHubOptions {
  rooms: readonly Room[];
  /** A database to share with another hub; default: a fresh one, dropped by `close`. */
  db?: FreshDatabase;
  /** Environment beside what the test needs. */
  env?: Record<string, string>;
  /** Keys and files to share with another hub. */
  dataDir?: string;
  actors?: TestActors;
  /** Whether a room brings its own ActorSource. */
  ownActors?: boolean;
}

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what a test asks for, it knows the shape of
  data: any;
  errors:
    | { message: string; path?: (string | number)[]; extensions: { code: string; correlationId: string; problems?: unknown } }[]
    | undefined;
}

/** A hub on a free port of loopback with its own database, and the means to ask it. */
export interface TestHub {
  readonly url: string;
  readonly db: FreshDatabase;
  readonly hub: RunningHub;
  readonly services: Services;
  readonly actors: TestActors;
  readonly dataDir: string;
  /** Lines of the log so far. */
  readonly log: string[];
  /** The Authorization header of an actor who may do what `permissions` say, in organisation `orgId`. */
  signedIn(rights: {
    orgId?: string;
    permissions: readonly string[];
    roles?: ('SUPPLIER' | 'BUYER' | 'OPERATOR')[];
  }): Promise<SignedIn>;
  /** One GraphQL operation through the fast door. */
  ask(query: string, variables?: Record<string, unknown>, as?: SignedIn | string): Promise<Answer>;
  close(): Promise<void>;
}

export interface SignedIn {
  authorization: string;
  actor: Extract<Actor, { kind: 'user' }>;
  claims: Omit<TokenClaims, 'exp'>;
}

/** Boots a hub for a suite: `const hub = await startTestHub({ rooms: [...] })` in beforeAll, `await hub.close()` in afterAll. */
export async function startTestHub(options: TestHubOptions): Promise<TestHub> {
  const db = options.db ?? (await freshDatabase());
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(os.tmpdir(), 'entrepot-test-')));
  const actors = options.actors ?? new TestActors();
  const log: string[] = [];
  const logger: Logger = makeLogger({ level: 'info', destination: { write: (line: string) => void log.push(line) } });
  const rooms = [platformRoom, ...(options.ownActors ? [] : [actorRoom(actors)]), ...options.rooms];
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: db.appUrl,
    DATABASE_OWNER_URL: db.ownerUrl,
    DATABASE_JOBS_URL: db.jobsUrl,
    ENTREPOT_DATA_DIR: dataDir,
    ENTREPOT_WORKER: 'separate',
    ENTREPOT_POOL_MAX: '4',
    ENTREPOT_HOT_POOL_MAX: '4',
    ...options.env,
  });
  const services = await openServices({
    config,
    urls: { appUrl: db.appUrl, ownerUrl: db.ownerUrl, jobsUrl: db.jobsUrl },
    rooms,
    logger,
  });
  const hub = await startHub(services, rooms);
  return {
    ...{ url: hub.url, db, hub, services, actors, dataDir, log },
    signedIn: (rights) => signIn(services, actors, rights),
    ask: (query, variables, as) => ask(hub.url, { query, variables }, typeof as === 'string' ? as : as?.authorization),
    async close() {
      await hub.close();
      if (!options.db) await db.close();
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** One POST /graphql. */
export async function ask(url: string, body: unknown, authorization?: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  const { data, errors } = (await response.json()) as Pick<Answer, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, data, errors };
}

async function signIn(
  services: Services,
  actors: TestActors,
  rights: { orgId?: string; permissions: readonly string[]; roles?: ('SUPPLIER' | 'BUYER' | 'OPERATOR')[] },
): Promise<SignedIn> {
  const [orgId, userId, memberId, sessionId] = [rights.orgId ?? randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const actor = {
    kind: 'user' as const,
    orgId,
    userId,
    memberId,
    sessionId,
    permissions: new Set(rights.permissions),
    roles: rights.roles ?? [],
  };
  actors.known.set(sessionId, actor);
  const claims = { sub: userId, org: orgId, sid: sessionId, mem: memberId, kind: 'user' as const };
  const { accessToken } = await services.tokens.issue(claims);
  return { authorization: `Bearer ${accessToken}`, actor, claims };
}

function actorRoom(actors: TestActors): Room {
  class TestActorsModule {}
  Module({ providers: [{ provide: ActorSource, useValue: actors }], exports: [ActorSource] })(TestActorsModule);
  return { name: 'test-actors', module: TestActorsModule };
}
