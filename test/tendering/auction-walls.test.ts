import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { canonicalJson } from '#libs/kernel';
import { sqlState, type UserActor } from '#libs/platform';
import { type AuctionAct, type AuctionRoom, pauseAuction } from '#libs/tendering';
import { bidsIn, openedAgo, seenBy, ticks, toAuction, usualAuction } from '../factories/auction.factory.js';
import { success } from '../factories/order.factory.js';
import { type TenderWorld, tenderWorld } from '../factories/tender.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TenderWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tenderWorld(db);
});
afterAll(() => db.close());

const running = async (seconds = 10): Promise<AuctionRoom> =>
  openedAgo(db, world, await toAuction(db, world, usualAuction()), seconds);
const labelOf = async (actor: UserActor, { id }: AuctionRoom): Promise<string> => (await seenBy(db, actor, id)).label ?? '';

interface Written {
  act: AuctionAct;
  sequence?: number;
  /** Without it nothing was held before. */
  isHeld?: boolean;
}

/** Past the rules: the statement that writes, as somebody's own transaction calls it. Gives whether it wrote. */
async function writes(actor: UserActor, { id }: AuctionRoom, { act, sequence = 1, isHeld = true }: Written): Promise<boolean> {
  return db.unitOfWork
    .run(actor, async (work) => {
      if (isHeld) await work.tx.query(`select tendering.read_auction($1, 0, 'HOLD')`, [id]);
      const [row] = await work.tx.query('select tendering.enter_act($1) as hash', [
        JSON.stringify({ id, sequence, act: canonicalJson(act), closes: null, value: null, member: null }),
      ]);
      if (row.hash !== null) throw new Error('WRITTEN');
      return false;
    })
    .catch((error: Error) => {
      if (error.message === 'WRITTEN') return true;
      throw error;
    });
}
const bid = (bidderId: string, lineId: string): AuctionAct => ({ kind: 'BID', by: 'BIDDER', bidderId, lineId, amount: '90' });

describe('the statement that writes an act', () => {
  it('writes only what is held, at its end, under the own label, at the moment of a running auction', async () => {
    const room = await running();
    const own = await labelOf(world.first, room);
    const act = bid(own, room.lotId);
    expect(await writes(world.first, room, { act })).toBe(true);
    expect(await writes(world.first, room, { act, isHeld: false })).toBe(false);
    for (const sequence of [0, 2]) expect(await writes(world.first, room, { act, sequence })).toBe(false);
    expect(await writes(world.second, room, { act })).toBe(false);
    expect(await writes(world.buyer, room, { act })).toBe(false);
    const seal: AuctionAct = { kind: 'SEAL', by: 'CLOCK' };
    expect(await writes(world.first, room, { act: seal })).toBe(false);
    expect(await writes(world.buyer, room, { act: seal })).toBe(false);
    expect(await writes(world.stranger, room, { act }).catch(sqlState)).toBe('EN404');

    const closed = await running(601);
    expect(await writes(world.first, closed, { act: bid(await labelOf(world.first, closed), closed.lotId) })).toBe(false);
    expect(await writes(world.buyer, closed, { act: seal })).toBe(true);
    success(await db.unitOfWork.run(world.buyer, (work) => pauseAuction(work, { auctionId: room.id, reason: 'Down' })));
    expect(await writes(world.first, room, { act, sequence: 2 })).toBe(false);
  });

  it('is freed by the death of who held it, and nothing of his is left', async () => {
    const room = await running();
    const holder = new pg.Client({ connectionString: db.appUrl });
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query(`begin; set local app.org = '${world.first.orgId}'`);
    await holder.query(`select tendering.read_auction($1, 0, 'HOLD')`, [room.id]);
    const waiting = bidsIn(db, world.second, room.id, '100');
    const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
    await db.admin('select pg_terminate_backend($1)', [rows[0]?.pid]);
    expect(success(await waiting).state.sequence).toBe(1);
    await holder.end().catch(() => undefined);
  });
});

describe('the tables of auctions', () => {
  it('are written by no session', async () => {
    const room = await running();
    success(await bidsIn(db, world.first, room.id, '100'));
    const run = (actor: UserActor, text: string) => db.unitOfWork.run(actor, (work) => work.tx.query(text));
    for (const table of ['auction', 'auction_bidder', 'auction_act', 'auction_head', 'auction_file', 'auction_result'])
      for (const statement of [`delete from tendering.${table}`, `update tendering.${table} set org_id = org_id`])
        await expect(run(world.buyer, statement)).rejects.toThrow('permission denied');
    await expect(run(world.buyer, `insert into tendering.auction_act default values`)).rejects.toThrow('permission denied');
    // A file before the seal, a result before the file, and either for an auction of somebody else.
    const file = (table: string, org: string) =>
      `insert into tendering.${table} (org_id, auction_id, body, digest) values ('${org}', '${room.id}', '{}', repeat('0', 64))`;
    for (const [actor, org] of [
      [world.buyer, world.buyer.orgId],
      [world.first, world.buyer.orgId],
      [world.first, world.first.orgId],
    ] as const)
      for (const table of ['auction_file', 'auction_result'])
        await expect(run(actor, file(table, org))).rejects.toThrow(/row-level security|foreign key/);
    expect(await ticks(db, world, room.id)).toBe('RUNS');
  });
});
