import { randomUUID } from 'node:crypto';
import { type Actor, makeDataSource, systemActor, UnitOfWork } from '#libs/platform';
import { type HoldStockInput, holdStock, manageLocation } from '#libs/supply';
import { plantOffer } from '../../factories/order.factory.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Claim, LedgerEvidence } from './ledger-checker.js';

/** Units of work at once in this process; the rest of a rush waits for a connection. */
export const connections = 40;

/** The verb as hubs run it, on a pool of this programme. */
export interface Runner {
  unitOfWork: UnitOfWork;
  close(): Promise<void>;
}

export async function runner(db: FreshDatabase): Promise<Runner> {
  const source = await makeDataSource(db.appUrl, [], { poolMax: connections }).initialize();
  return { unitOfWork: new UnitOfWork(source), close: () => source.destroy() };
}

/** An offer sold from stock only, at these places, each managed here so that the ledger sums to its quantity. */
export async function offerWith(db: FreshDatabase, supplier: Actor, places: Readonly<Record<string, number>>): Promise<string> {
  const { id } = await plantOffer(db, supplier.orgId, { leadDays: null, stock: null });
  for (const [location, quantity] of Object.entries(places)) {
    await db.admin(
      `insert into supply.stock (org_id, offer_id, location, quantity, as_of, source) values ($1, $2, $3, $4, now(), 'MANUAL')`,
      [supplier.orgId, id, `${location}-${id.slice(0, 8)}`, quantity],
    );
    await db.unitOfWork.run(systemActor(supplier.orgId), (work) =>
      manageLocation(work, { location: `${location}-${id.slice(0, 8)}`, managed: true }),
    );
  }
  return id;
}

interface Wish {
  offerId: string;
  supplierId: string;
  quantity: number;
  more?: Partial<HoldStockInput>;
}

/** One client holds; what he hears. */
export async function claim(unitOfWork: UnitOfWork, buyer: Actor, { offerId, supplierId, quantity, more }: Wish): Promise<Claim> {
  const startedMs = Date.now();
  const said = (outcome: Claim['outcome'], rest: Partial<Claim> = {}): Claim => ({
    offerId,
    quantity,
    startedMs,
    endedMs: Date.now() + 1,
    outcome,
    ...rest,
  });
  const input: HoldStockInput = {
    holder: { kind: 'BASKET', id: randomUUID() },
    lines: [{ offerId, supplierId, quantity: String(quantity) }],
    idempotencyKey: randomUUID(),
    ...more,
  };
  try {
    const answer = await unitOfWork.run(buyer, (work) => holdStock(work, input));
    if (answer.ok) return said('ok', { holdId: answer.value[0]!.holdId });
    const code = answer.errors.map((fault) => fault.code).join();
    return code === 'OutOfStock' ? said('out-of-stock') : said('other', { said: code });
  } catch (error) {
    return said('other', { said: String(error) });
  }
}

/** What lies in the database of these offers. */
export async function asStored(db: FreshDatabase, offerIds: readonly string[]): Promise<Omit<LedgerEvidence, 'claims'>> {
  const entries = await db.admin<LedgerEvidence['entries'][number]>(
    `select offer_id || ' ' || location as place, kind, reserved_delta::float8 as reserved, quantity_delta::float8 as quantity, reference, (extract(epoch from at) * 1000)::float8 as "atMs"
     from supply.stock_ledger where offer_id = any ($1) order by at, id`,
    [offerIds],
  );
  const columns = await db.admin<LedgerEvidence['columns'][number]>(
    `select offer_id || ' ' || location as place, quantity::float8 as quantity, reserved::float8 as reserved from supply.stock where offer_id = any ($1)`,
    [offerIds],
  );
  const holds = await db.admin<LedgerEvidence['holds'][number]>(
    `select id, status, held::float8 as held, status = 'HELD' and expires_at < clock_timestamp() as overdue from supply.stock_hold where offer_id = any ($1)`,
    [offerIds],
  );
  return { entries, columns, holds };
}
