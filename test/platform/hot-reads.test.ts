import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { affected, rows, sqlState, systemActor } from '#libs/platform';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
const [mine, other] = [randomUUID(), randomUUID()];
beforeAll(async () => {
  db = await freshDatabase();
  // A hot read as every room writes one (decisions: binds first, refuses a foreign unit of work, generic plan).
  await db.admin(`create function platform.read_counters(p_org uuid) returns table (name text)
    language plpgsql volatile set plan_cache_mode = force_generic_plan as $$
    begin
      if coalesce(nullif(current_setting('app.org', true), '')::uuid, p_org) is distinct from p_org then
        raise exception using errcode = 'EN403', message = 'already bound to another organisation';
      end if;
      perform set_config('app.org', p_org::text, true);
      return query select c.name from platform.counter c;
    end $$`);
  await db.admin('grant execute on function platform.read_counters(uuid) to entrepot_app');
  for (const org of [mine, other])
    await db.unitOfWork.run(systemActor(org), (work) =>
      affected(work, 'insert into platform.counter values ($1, $2, 1, 1)', [org, org]),
    );
});
afterAll(() => db.close());

const read = (org: string) => db.hot.call<{ name: string }>('counters', 'select * from platform.read_counters($1)', [org]);

describe('a hot read', () => {
  it('shows the organisation that it binds, in one statement, also many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => read(i % 2 ? mine : other)));
    expect(answers).toEqual(Array.from({ length: 200 }, (_, i) => [{ name: i % 2 ? mine : other }]));
  });

  it('leaves no organisation bound behind it', async () => {
    await read(mine);
    const bound = await Promise.all(
      Array.from({ length: 8 }, () =>
        db.hot.call<{ n: string }>('bound', `select count(*) as n from platform.counter where length($1) > 0`, ['x']),
      ),
    );
    expect(bound).toEqual(Array.from({ length: 8 }, () => [{ n: '0' }]));
  });

  it('refuses to bind another organisation than the unit of work it is called in', async () => {
    const call = (org: string) =>
      db.unitOfWork.read(systemActor(mine), (work) => rows(work, 'select * from platform.read_counters($1)', [org]));
    expect(await call(mine)).toEqual([{ name: mine }]);
    expect(await call(other).catch(sqlState)).toBe('EN403');
  });
});
