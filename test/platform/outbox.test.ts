import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rows, sendMail, systemActor } from '#libs/platform';
import { makeOperator, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let operatorId: string;
let otherId: string;
beforeAll(async () => {
  db = await freshDatabase();
  operatorId = await makeOperator(db);
  otherId = (await makeOrganization(db)).id;
  await db.admin('delete from platform.mail');
  for (const subject of ['first', 'second', 'third'])
    await db.unitOfWork.guest((work) =>
      sendMail(work, { to: 'reader@example.test', subject, text: `${subject}: https://hub/#token=secret` }),
    );
});
afterAll(() => db.close());

const read = (orgId: string, before: string | null = null, limit = 10) =>
  db.unitOfWork.read(systemActor(orgId), (work) =>
    rows<{ id: string; subject: string }>(work, 'select id, subject from platform.read_outbox($1, $2)', [before, limit]),
  );

describe('the outbox, whose letters hold links that sign people in', () => {
  it('is shown to an operator, the youngest first, page by page', async () => {
    const all = await read(operatorId);
    expect(all.map(({ subject }) => subject)).toEqual(['third', 'second', 'first']);
    expect((await read(operatorId, all[0]!.id, 1)).map(({ subject }) => subject)).toEqual(['second']);
    expect(await read(operatorId, all[2]!.id)).toEqual([]);
  });

  it('is empty for everybody else: another organisation, a guest, an operator who is suspended', async () => {
    expect(await read(otherId)).toEqual([]);
    expect(await db.unitOfWork.guest((work) => rows(work, 'select * from platform.read_outbox(null, 10)'))).toEqual([]);
    await expect(
      db.unitOfWork.read(systemActor(operatorId), (work) => rows(work, 'select * from platform.mail')),
    ).rejects.toThrow('permission denied for table mail');
    await db.admin("update organizations.organization set status = 'SUSPENDED' where id = $1", [operatorId]);
    expect(await read(operatorId)).toEqual([]);
    await db.admin("update organizations.organization set status = 'ACTIVE' where id = $1", [operatorId]);
  });

  it('gives no more than a page and one, whatever is asked for', async () => {
    await db.admin(
      "insert into platform.mail (recipient, subject, text) select 'reader@example.test', 'letter ' || n, 'text' from generate_series(1, 150) as n",
    );
    expect(await read(operatorId, null, 1_000_000)).toHaveLength(101);
  });
});
