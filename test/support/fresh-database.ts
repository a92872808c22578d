import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type DataSource, getMetadataArgsStorage } from 'typeorm';
import {
  addressOf,
  type DatabaseUrls,
  type Entity,
  type EventRoutes,
  HotReads,
  makeDataSource,
  UnitOfWork,
} from '#libs/platform';

export interface FreshDatabase extends DatabaseUrls {
  /** A superuser's address of this database: for planting rows past the walls and looking behind them. */
  adminUrl: string;
  dataSource: DataSource;
  unitOfWork: UnitOfWork;
  hot: HotReads;
  /** One query as superuser, past every wall. */
  admin<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

interface Options {
  /** Default: every entity class that the test has imported. */
  entities?: readonly Entity[];
  routes?: EventRoutes;
}

/** A database of this test alone, cloned from the migrated template in 10-70 ms; no demo rows. `close()` in afterAll drops it. */
export async function freshDatabase(options: Options = {}): Promise<FreshDatabase> {
  const given = process.env['ENTREPOT_TEST_DATABASE'];
  if (!given)
    throw new Error('There is no test database: run this under Jest with .config/jest.config.mjs and without TIER=unit.');
  const { adminUrl, template, ...urls } = JSON.parse(given) as DatabaseUrls & { adminUrl: string; template: string };
  const database = `entrepot_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(adminUrl, `create database ${database} template ${template} strategy file_copy owner entrepot_owner`);

  const at = (url: string): string => addressOf(url, { database });
  const admin = new pg.Pool({ connectionString: at(adminUrl), max: 1 }).on('error', () => undefined);
  const entities = options.entities ?? getMetadataArgsStorage().tables.map((table) => table.target as Entity);
  const dataSource = await makeDataSource(at(urls.appUrl), entities, { poolMax: 4 }).initialize();
  const hot = new HotReads(at(urls.appUrl), { poolMax: 4 });
  return {
    appUrl: at(urls.appUrl),
    ownerUrl: at(urls.ownerUrl),
    jobsUrl: at(urls.jobsUrl),
    adminUrl: at(adminUrl),
    dataSource,
    unitOfWork: new UnitOfWork(dataSource, { routes: options.routes ?? {} }),
    hot,
    admin: async <T>(text: string, values: readonly unknown[] = []) => (await admin.query(text, [...values])).rows as T[],
    async close() {
      await Promise.all([admin.end(), hot.close(), dataSource.destroy()]);
      await onServer(adminUrl, `drop database ${database} with (force)`);
    },
  };
}

async function onServer(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
