import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permissions } from '../../libs/organizations/src/permissions.js';
import { listRoles } from '../../libs/organizations/src/role/role.reader.js';
import { makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('built-in roles', () => {
  it("give an administrator every permission of his organisation's kinds, and nobody more than that", async () => {
    const both = await makeOrganization(db, { roles: ['BUYER', 'SUPPLIER'] });
    const roles = await db.unitOfWork.read(await makeMember(db, both), listRoles);
    expect(roles.map((role) => role.name)).toEqual(['ADMIN', 'BUYER', 'INTEGRATION', 'SELLER', 'VIEWER']);
    const admin = new Set(roles[0]?.permissions);
    expect(roles.flatMap((role) => role.permissions).filter((permission) => !admin.has(permission))).toEqual([]);
    expect(['order:place', 'order:confirm', 'stock:write'].every((permission) => admin.has(permission))).toBe(true);
    expect(admin.has('operator:organizations')).toBe(false);
  });

  it('know every permission that this room checks', async () => {
    const [row] = await db.admin<{ all: string[] }>(
      'select array_agg(distinct p) as all from organizations.default_role, unnest(permissions) as p',
    );
    expect(Object.values(permissions).filter((permission) => !row?.all.includes(permission))).toEqual([]);
  });

  it('lose in an own role what the organisation may no longer do', async () => {
    const org = await makeOrganization(db, { roles: ['BUYER', 'SUPPLIER'] });
    const actor = await makeMember(db, org, { permissions: ['order:place', 'stock:write'] });
    const held = () =>
      db.unitOfWork.read(actor, (work) =>
        work.tx.query(
          'select organizations.permissions_of(o.roles, m.roles) as held from organizations.organization o join organizations.member m on m.org_id = o.id where m.id = $1',
          [actor.memberId],
        ),
      );
    expect(await held()).toEqual([{ held: ['order:place', 'stock:write'] }]);
    await db.admin("update organizations.organization set roles = '{BUYER}' where id = $1", [org.id]);
    expect(await held()).toEqual([{ held: ['order:place'] }]);
  });
});

describe('system tables', () => {
  it("are out of the app's reach, bound or unbound", async () => {
    const actor = await makeMember(db, await makeOrganization(db));
    for (const table of [
      'person',
      'membership',
      'session',
      'session_token',
      'one_time_token',
      'known_place',
      'api_key_secret',
      'break_glass',
    ]) {
      await expect(
        db.unitOfWork.run(actor, (work) => work.tx.query(`select 1 from organizations.${table}`)),
      ).rejects.toMatchObject({ code: '42501' });
    }
    expect(await db.unitOfWork.guest((work) => work.tx.query('select count(*)::int as n from organizations.member'))).toEqual([
      { n: 0 },
    ]);
  });
});
