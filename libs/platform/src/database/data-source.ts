import pg from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';

// Calendar dates stay text: a Date at local midnight is another day elsewhere. numeric and bigint are text already.
const asText = (value: string): string => value;
pg.types.setTypeParser(pg.types.builtins.DATE, asText);
/** Type oids of date[] and numeric[] (pg_type.dat); of both, pg would make Dates and floating-point numbers. */
for (const arrayOid of [1182, 1231]) pg.types.setTypeParser(arrayOid, textArray);

// biome-ignore lint/complexity/noBannedTypes: TypeORM's own type of an entity class
export type Entity = Function | EntitySchema;

export interface DataSourceOptions {
  /** Connections; default 10. */
  poolMax?: number;
  /** Name shown in pg_stat_activity. */
  applicationName?: string;
  /** Longest a statement may run; default 30 s. */
  statementTimeoutMs?: number;
}

/** A pool for units of work. Does not connect: call `initialize()`. Never synchronizes the schema, never loads lazily or by joins. */
export function makeDataSource(url: string, entities: readonly Entity[], options: DataSourceOptions = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    synchronize: false,
    installExtensions: false,
    relationLoadStrategy: 'query',
    applicationName: options.applicationName ?? 'entrepot',
    poolErrorHandler: () => undefined,
    extra: { max: options.poolMax ?? 10, statement_timeout: options.statementTimeoutMs ?? 30_000 },
  });
}

/** A one-dimensional array whose items need no quotes. */
function textArray(value: string): (string | null)[] {
  if (value === '{}') return [];
  return value
    .slice(1, -1)
    .split(',')
    .map((item) => (item === 'NULL' ? null : item));
}
