import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { lintWalls, lintWith, printSchema, wallRules } from '#libs/platform';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let admin: pg.Client;
beforeAll(async () => {
  db = await freshDatabase();
  admin = new pg.Client({ connectionString: db.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await db.close();
});

const acting = `(select nullif(current_setting('app.org', true), '')::uuid)`;
const own = `org_id = ${acting}`;

/** A fault for each rule, planted in platform's own tables and two more. */
const ground = [
  'create table platform.shared (org_id uuid, id uuid, counterparty_id uuid, primary key (org_id, id))',
  'alter table platform.shared enable row level security',
  'alter table platform.shared force row level security',
  `comment on table platform.shared is 'wall: market. Ground for planted faults.'`,
];
const plants: Record<string, string> = {
  'wall-named': `comment on table platform.file is 'Some files.'`,
  'rls-forced': 'alter table platform.counter no force row level security',
  'policy-role': `create policy p on platform.counter for select using (${own})`,
  'policy-complete': `create policy p on platform.counter for update to entrepot_app using (${own})`,
  'policy-read': 'create policy p on platform.counter for select to entrepot_app using (true)',
  'policy-write': 'create policy p on platform.shared for insert to entrepot_app with check (true)',
  'policy-once': `create policy p on platform.counter for select to entrepot_app using (org_id = nullif(current_setting('app.org', true), '')::uuid)`,
  'definer-bound': 'create policy p on platform.shared for update to entrepot_definer using (true) with check (true)',
  'grant-system': 'grant select on platform.mail to entrepot_app',
  'key-org-first': 'create unique index u on platform.file (sha256)',
  'foreign-key': 'alter table platform.counter add column mail_id uuid references platform.mail',
  'definer-function': 'alter function platform.purge() reset search_path',
  'execute-public':
    'create function platform.f() returns int language sql as $$ select 1 $$; grant execute on function platform.f() to public',
  'role-attributes': 'grant entrepot_definer to entrepot_app',
  'app-owns-nothing': 'create table platform.b (); alter table platform.b owner to entrepot_app',
  'app-privileges': 'grant truncate on platform.counter to entrepot_app',
  'view-invoker': 'create view platform.v as select * from platform.counter',
  'matview-granted':
    'create materialized view platform.m as select * from platform.counter with no data; grant select on platform.m to entrepot_app',
  'foreign-key-index': 'alter table platform.counter add column mail_id uuid references platform.mail',
};

describe('the linter of walls', () => {
  it('finds nothing in the schema as migrated', async () => {
    expect(await lintWalls(db.adminUrl)).toEqual([]);
  });

  it('has a planted fault for every rule', async () => {
    expect(Object.keys(plants)).toEqual(await wallRules());
  });

  it.each(Object.keys(plants))('catches a planted fault: %s', async (rule) => {
    await admin.query('begin');
    try {
      for (const statement of ground) await admin.query(statement);
      const before = (await lintWith(admin)).map((finding) => JSON.stringify(finding));
      for (const statement of plants[rule]!.split(/; (?=grant|alter)/)) await admin.query(statement);
      const planted = (await lintWith(admin)).filter((finding) => !before.includes(JSON.stringify(finding)));
      expect(planted.map((finding) => finding.rule)).toContain(rule);
    } finally {
      await admin.query('rollback');
    }
  });

  it('misses a function on the list that does not exist', async () => {
    await admin.query('begin');
    await admin.query('drop function platform.take_mail(uuid)');
    const found = await lintWith(admin);
    await admin.query('rollback');
    expect(found).toContainEqual({
      rule: 'definer-function',
      object: 'platform.take_mail(uuid)',
      problem: 'is on the allowlist and does not exist',
    });
  });
});

describe('the printer of the schema', () => {
  it('prints a clone as its template, and shows what was changed', async () => {
    const other = await freshDatabase();
    const [one, two] = [await printSchema(db.adminUrl), await printSchema(other.adminUrl)];
    expect(two).toBe(one);
    await other.admin('alter table platform.counter add column note text');
    const changed = (await printSchema(other.adminUrl)).split('\n').filter((line) => !one.includes(line));
    expect(changed).toEqual(['table platform.counter note text']);
    await other.close();
  });
});
