import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { savePartnerProfile } from '#libs/exchange';
import {
  addJob,
  audit,
  type BackupManifest,
  backup,
  LocalFileStore,
  restore,
  rows,
  StartError,
  sendMail,
  systemActor,
} from '#libs/platform';
import { placeOrder } from '#libs/procurement';
import {
  lineOf,
  orderInput,
  type PlantedOffer,
  plantOffer,
  success,
  type TradeWorld,
  tradeWorld,
} from '../factories/order.factory.js';
import { makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let folder: string;
let db: FreshDatabase;
let world: TradeWorld;
let offer: PlantedOffer;
let taken: BackupManifest;
const at = (...parts: string[]): string => path.join(folder, ...parts);
const takenAt = (): string => at('taken');

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'entrepot-backup-'));
  db = await freshDatabase();
  world = await tradeWorld(db);
  offer = await plantOffer(db, world.supplier.orgId, { stock: '1000000' });
  await populate();
  taken = await backupBesideWrites();
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

const place = () => db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, [lineOf(offer, '100')])));

/** Orders, a connection with messages, a mail, a session, an open link, a trail, waiting jobs and a stored file. */
async function populate(): Promise<void> {
  for (let i = 0; i < 20; i++) success(await place());
  const supplier = systemActor(world.supplier.orgId);
  const profile = success(
    await db.unitOfWork.run(supplier, (work) =>
      savePartnerProfile(work, {
        role: 'SUPPLIER',
        name: 'ERP',
        format: 'UBL',
        transport: 'FOLDER',
        settingsJson: '{}',
        testMode: false,
      }),
    ),
  );
  for (let i = 0; i < 5; i++) {
    const raw = Buffer.from(`<Order>${i}\t\\N\r\n é 螺栓</Order>`);
    await db.admin(
      `with m as (insert into exchange.message (org_id, profile_id, direction, format, transport, size, sha256, state) values ($1, $2, 'OUT', 'UBL', 'FOLDER', $3, $4, 'QUEUED') returning org_id, id)
       insert into exchange.message_body (org_id, message_id, raw) select org_id, id, $5 from m`,
      [world.supplier.orgId, profile.id, raw.length, createHash('sha256').update(raw).digest(), raw],
    );
  }
  const member = await makeMember(db, await makeOrganization(db));
  await db.unitOfWork.run(member, async (work) => {
    await sendMail(work, { to: 'waiting@example.test', subject: 'A letter', text: 'Text' });
    await addJob(work, { task: 'exchange.send-order', payload: { id: randomUUID() }, key: 'waits' });
    await audit(work, { action: 'test:backup', subject: 'world' });
    await rows(work, `select organizations.open_session($1, $2, $3, '14 days', '90 days', '')`, [
      randomUUID(),
      member.userId,
      Buffer.alloc(32, 7),
    ]);
  });
  await new LocalFileStore(at('hub-files')).put(Buffer.from('a catalogue'));
}

async function backupBesideWrites(): Promise<BackupManifest> {
  let going = true;
  const busy = [1, 2].map(async () => {
    while (going) success(await place());
  });
  try {
    return await backup({ url: db.adminUrl, into: takenAt(), filesFolder: at('hub-files') });
  } finally {
    going = false;
    await Promise.all(busy);
    success(await place());
  }
}

async function emptyDatabase(use: (empty: FreshDatabase) => Promise<void>): Promise<void> {
  const empty = await freshDatabase();
  try {
    await use(empty);
  } finally {
    await empty.close();
  }
}

const sentence = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error) => {
      expect(error).toBeInstanceOf(StartError);
      return (error as Error).message;
    },
  );

const rowsOf = ({ tables }: BackupManifest, name: string): number => tables.find((table) => table.name === name)!.rows;

describe('a backup', () => {
  it('is of one moment, whatever is written beside it: orders, stock, trail and jobs fit together', async () => {
    const orders = rowsOf(taken, 'procurement.purchase_order');
    expect(orders).toBeGreaterThanOrEqual(20);
    expect(rowsOf(taken, 'procurement.order_line')).toBe(orders);
    await emptyDatabase(async (empty) => {
      await restore({ url: empty.adminUrl, from: takenAt() });
      expect(await empty.admin('select reserved::text from supply.stock where offer_id = $1', [offer.id])).toEqual([
        { reserved: String(orders * 100) },
      ]);
      expect(
        await empty.admin(
          `select count(*)::int as n from procurement.purchase_order o where not exists (select from procurement.order_event e where e.order_id = o.id)`,
        ),
      ).toEqual([{ n: 0 }]);
    });
  });

  it('is for its owner alone, and not made into a folder that holds something', async () => {
    for (const name of ['manifest.json', 'manifest.sha256', 'platform.mail.copy.gz'])
      expect((await stat(at('taken', name))).mode & 0o777).toBe(0o600);
    expect(taken.files).toEqual({ count: 1, bytes: 11 });
    expect(await sentence(backup({ url: db.adminUrl, into: takenAt() }))).toMatch(
      /is not empty: a backup goes into a folder of its own\.$/,
    );
  });

  it('is refused to a role that stands behind the walls', async () => {
    for (const [url, role] of [
      [db.appUrl, 'entrepot_app'],
      [db.ownerUrl, 'entrepot_owner'],
    ] as const)
      expect(await sentence(backup({ url, into: at(`of-${role}`) }))).toMatch(
        new RegExp(`^The role ${role} stands behind the walls`),
      );
  });
});

describe('a restore', () => {
  it('brings every row back as it was, and nothing alive that should rest', async () => {
    await emptyDatabase(async (empty) => {
      await restore({ url: empty.adminUrl, from: takenAt(), filesFolder: at('restored-files') });
      const again = await backup({ url: empty.adminUrl, into: at('again'), filesFolder: at('restored-files') });
      const altered = [
        'exchange.partner_profile',
        'organizations.one_time_token',
        'organizations.session',
        'platform.counter',
        'platform.mail',
      ];
      const same = ({ tables }: BackupManifest) => tables.filter(({ name }) => !altered.includes(name));
      expect(same(again)).toEqual(same(taken));
      expect(altered.map((name) => rowsOf(again, name))).toEqual(altered.map((name) => rowsOf(taken, name)));
      expect(again.files).toEqual(taken.files);

      expect(await empty.admin('select distinct status from exchange.partner_profile')).toEqual([{ status: 'PAUSED' }]);
      expect(await empty.admin('select distinct state from platform.mail')).toEqual([{ state: 'KEPT' }]);
      expect(await empty.admin('select count(*)::int as n from organizations.session where revoked_at is null')).toEqual([
        { n: 0 },
      ]);
      const jobs = again.jobs.map(({ task }) => task);
      expect(jobs).toEqual(taken.jobs.map(({ task }) => task).filter((task) => task !== 'platform.send-mail'));
      expect(jobs).toContain('exchange.send-order');
      expect(taken.jobs.map(({ task }) => task)).toContain('platform.send-mail');
    });
  });

  it('leaves the walls standing, and the numbers going on', async () => {
    await emptyDatabase(async (empty) => {
      await restore({ url: empty.adminUrl, from: takenAt() });
      const seen = (orgId: string) =>
        empty.unitOfWork.read(
          systemActor(orgId),
          async (work) => (await rows(work, 'select id from procurement.purchase_order')).length,
        );
      const orders = rowsOf(taken, 'procurement.purchase_order');
      expect([await seen(world.buyer.orgId), await seen(world.supplier.orgId), await seen(world.stranger.orgId)]).toEqual([
        orders,
        orders,
        0,
      ]);
      expect(await empty.unitOfWork.guest((work) => rows(work, 'select id from procurement.purchase_order'))).toEqual([]);

      const [last] = await empty.admin<{ seq: string }>('select max(seq) as seq from platform.audit_event');
      await empty.unitOfWork.run(world.buyer, (work) => audit(work, { action: 'test:after', subject: 'world' }));
      expect(await empty.admin(`select seq from platform.audit_event where action = 'test:after'`)).toEqual([
        { seq: String(Number(last!.seq) + 1) },
      ]);

      const [placed] = success(
        await empty.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, [lineOf(offer, '100')]))),
      );
      expect(Number(placed!.number.slice(-6))).toBe(orders + 1000 + 1);
    });
  });

  it('lets everything flow at once when asked to', async () => {
    await emptyDatabase(async (empty) => {
      await restore({ url: empty.adminUrl, from: takenAt(), resume: true });
      expect(await empty.admin('select distinct status from exchange.partner_profile')).toEqual([{ status: 'ACTIVE' }]);
      const { jobs } = await backup({ url: empty.adminUrl, into: at('flowing') });
      expect(jobs.map(({ task, payload }) => [task, payload])).toEqual(taken.jobs.map(({ task, payload }) => [task, payload]));
    });
  });
});

describe('a restore is refused, and nothing is changed,', () => {
  let empty: FreshDatabase;
  beforeAll(async () => {
    empty = await freshDatabase();
  });
  afterAll(() => empty.close());

  /** A copy of the backup with something wrong in it. */
  async function spoiled(name: string, spoil: (copy: string) => Promise<unknown>): Promise<string> {
    const copy = at(`spoiled-${name}`);
    await cp(takenAt(), copy, { recursive: true });
    await spoil(copy);
    const said = await sentence(restore({ url: empty.adminUrl, from: copy }));
    expect(
      await empty.admin(
        'select (select count(*)::int from organizations.organization) as o, (select count(*)::int from organizations.default_role) as r',
      ),
    ).toEqual([{ o: 0, r: rowsOf(taken, 'organizations.default_role') }]);
    return said;
  }

  /** Writes the manifest anew with a right checksum, as somebody would who wants it to pass. */
  async function forge(copy: string, change: (manifest: BackupManifest) => object): Promise<void> {
    const text = JSON.stringify(change(structuredClone(taken)));
    await writeFile(path.join(copy, 'manifest.json'), text);
    await writeFile(path.join(copy, 'manifest.sha256'), createHash('sha256').update(text).digest('hex'));
  }

  it('of a backup that was broken off, cut or changed', async () => {
    const table = 'procurement.purchase_order.copy.gz';
    expect(await spoiled('none', (copy) => rm(path.join(copy, 'manifest.sha256')))).toMatch(
      /it is no backup, or one that was broken off\.$/,
    );
    expect(
      await spoiled('manifest', async (copy) =>
        writeFile(path.join(copy, 'manifest.json'), `${await readFile(path.join(copy, 'manifest.json'), 'utf8')} `),
      ),
    ).toBe("The backup's manifest.json was changed: its checksum differs.");
    expect(await spoiled('lost', (copy) => rm(path.join(copy, table)))).toMatch(
      /^The backup's procurement\.purchase_order\.copy\.gz cannot be read: /,
    );
    expect(await spoiled('cut', (copy) => truncate(path.join(copy, table), 200))).toMatch(
      /^The backup's procurement\.purchase_order\.copy\.gz cannot be read: /,
    );
    expect(
      await spoiled('swapped', (copy) =>
        cp(path.join(copy, 'procurement.basket.copy.gz'), path.join(copy, 'procurement.order_event.copy.gz')),
      ),
    ).toMatch(/^The backup's procurement\.order_event\.copy\.gz (was changed: its checksum differs\.|cannot be read: )/);
    const stored = (copy: string) =>
      readdir(path.join(copy, 'files', 'store'), { recursive: true }).then((names) => names.find((name) => name.length > 10)!);
    expect(await spoiled('file', async (copy) => writeFile(path.join(copy, 'files/store', await stored(copy)), 'other'))).toMatch(
      /was changed: it is not what its name says\.$/,
    );
    expect(await spoiled('missing', async (copy) => rm(path.join(copy, 'files/store', await stored(copy))))).toBe(
      'The backup holds 0 of its 1 files.',
    );
  });

  it('of a forged manifest, whose names would be commands of a superuser', async () => {
    const evil = `organizations.person; create role intruder superuser; --`;
    const others = 'The backup lists other tables or columns than the database has.';
    expect(
      await spoiled('table', (copy) =>
        forge(copy, (m) => ({
          ...m,
          tables: m.tables.map((t) => (t.name === 'organizations.person' ? { ...t, name: evil } : t)),
        })),
      ),
    ).toBe(others);
    expect(
      await spoiled('column', (copy) =>
        forge(copy, (m) => ({ ...m, tables: m.tables.map((t) => ({ ...t, columns: [...t.columns, 'id) from stdin; --'] })) })),
      ),
    ).toBe(others);
    expect(await spoiled('less', (copy) => forge(copy, (m) => ({ ...m, tables: m.tables.slice(1) })))).toBe(others);
    expect(await spoiled('shape', (copy) => forge(copy, (m) => ({ ...m, format: 2 })))).toBe(
      'The backup is of another program or a newer version of this one.',
    );
    expect(
      await spoiled('version', (copy) => forge(copy, (m) => ({ ...m, migrations: [...m.migrations, 'Later2027'] }))),
    ).toMatch(/^The backup is of another version: the database lacks Later2027\./);
    expect(await empty.admin(`select from pg_roles where rolname = 'intruder'`)).toEqual([]);
  });

  it('into a database that holds organisations, and by a role behind the walls', async () => {
    expect(await sentence(restore({ url: db.adminUrl, from: takenAt() }))).toMatch(
      /^The database already holds \d organisations: restore into an empty one\.$/,
    );
    expect(await sentence(restore({ url: empty.appUrl, from: takenAt() }))).toMatch(
      /^The role entrepot_app stands behind the walls/,
    );
  });
});
