import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fail, ok } from '#libs/kernel';
import { NotFound, one, rows, systemActor } from '#libs/platform';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase({ routes: { 'thing.made.v1': ['platform.first', 'platform.second'] } });
});
afterAll(() => db.close());

describe('unit of work', () => {
  it('gives numbers', async () => {
    const actor = systemActor(randomUUID());
    const number = () => db.unitOfWork.run(actor, (work) => one<{ n: string }>(work, `select platform.next_number('PO') as n`));
    const year = new Date().getUTCFullYear();
    expect([await number(), await number()]).toEqual([{ n: `PO-${year}-000001` }, { n: `PO-${year}-000002` }]);
  });
});
