import type { EntityManager } from 'typeorm';

/** Whatever carries the transaction: a Work, a GuestWork. */
interface InTransaction {
  readonly tx: EntityManager;
}

/** All rows of a query in the transaction of the work; `params` are `$1`, `$2`, ... Dates and decimals come as text. */
export async function rows<T>(work: InTransaction, text: string, params: readonly unknown[] = []): Promise<T[]> {
  return (await raw(work, text, params)).rows as T[];
}

/** The first row, or undefined. */
export async function one<T>(work: InTransaction, text: string, params: readonly unknown[] = []): Promise<T | undefined> {
  return (await rows<T>(work, text, params))[0];
}

/** How many rows an INSERT, UPDATE or DELETE touched. A row hidden by its wall is not touched and raises no error: check the count. */
export async function affected(work: InTransaction, text: string, params: readonly unknown[] = []): Promise<number> {
  return (await raw(work, text, params)).rowCount ?? 0;
}

async function raw(
  work: InTransaction,
  text: string,
  params: readonly unknown[],
): Promise<{ rows: unknown[]; rowCount: number | null }> {
  const client = await clientOf(work);
  return client.query(text, [...params]);
}

/** The connection of the transaction. Never two queries at once on it. */
export async function clientOf(work: InTransaction): Promise<import('pg').PoolClient> {
  const { queryRunner } = work.tx;
  if (!queryRunner) throw new Error('This work has no transaction.');
  return queryRunner.connect();
}
