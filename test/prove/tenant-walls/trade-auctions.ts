import { setTimeout as sleep } from 'node:timers/promises';
import {
  closeRound,
  draftTender,
  inviteSuppliers,
  linesOf,
  placeAuctionBid,
  publishTender,
  runAuction,
  setAuctionProxy,
  startAuction,
  submitBid,
  type Tender,
  tenderById,
} from '#libs/tendering';
import { value } from '../../factories/catalogue.factory.js';
import { makeMember, makeOrganization } from '../../factories/organization.factory.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Trade } from './trade.js';

const auction = { kind: 'ENGLISH' as const, durationSeconds: 5, ownStep: { by: 'AMOUNT' as const, value: '0.01' } };

/** An auction between the supplier and a rival of his who is nobody here otherwise: bid in, closed, its file and its result published. */
export async function auctions(db: FreshDatabase, trade: Trade): Promise<void> {
  const { unitOfWork } = db;
  const { actor } = trade.buyer;
  const rival = await makeOrganization(db, { roles: ['SUPPLIER'], name: 'Rival' });
  const bidders = [trade.supplier.actor, await makeMember(db, rival, { email: `${rival.id}@rival.test` })];
  const supplierIds = [trade.supplier.org.id, rival.id];
  const tender = {
    title: 'Tyres',
    currency: 'EUR',
    closesAt: new Date(Date.now() + 86_400_000),
    auction,
    lines: [{ description: 'Tyre', quantity: '4' }],
  };
  const draft = value(await unitOfWork.run(actor, (work) => draftTender(work, { tender })));
  value(await unitOfWork.run(actor, (work) => inviteSuppliers(work, { tenderId: draft.id, supplierIds })));
  const published = value(
    await unitOfWork.run(actor, (work) => publishTender(work, { tenderId: draft.id, expectedVersion: draft.edits })),
  );
  await bidAndClose(db, trade, { published, bidders });
  const { edits } = await unitOfWork.read(actor, (work) => tenderById(work, draft.id));
  const opensAt = new Date(Date.now() + 3_000);
  const which = { tenderId: draft.id, lotId: published.lots[0]?.id ?? '', expectedVersion: edits, opensAt };
  const { id: auctionId } = value(await unitOfWork.run(actor, (work) => startAuction(work, which)));
  await sleep(opensAt.getTime() - Date.now() + 50);
  value(await unitOfWork.run(trade.supplier.actor, (work) => setAuctionProxy(work, { auctionId, floor: '900' })));
  value(await unitOfWork.run(trade.supplier.actor, (work) => placeAuctionBid(work, { auctionId, amount: '991.27' })));
  for (let settled = false; !settled; await sleep(50)) {
    const stage = await unitOfWork.run(actor, (work) => runAuction(work, { auctionId }));
    settled = stage === 'SETTLED' || stage === 'OVER';
  }
}

async function bidAndClose(
  db: FreshDatabase,
  { buyer }: Trade,
  { published, bidders }: { published: Tender; bidders: Trade['buyer']['actor'][] },
): Promise<void> {
  const lotId = published.lots[0]?.id ?? '';
  for (const bidder of bidders) {
    const [line] = await db.unitOfWork.read(bidder, (work) => linesOf(work, published));
    const lines = [{ lineId: line?.id ?? '', price: { amount: '250', unit: 'EA' } }];
    const bid = { currency: 'EUR', deliveryTerm: 'DAP', paymentDays: 30, lines };
    const step = { tenderId: published.id, lotId, expectedVersion: 0, tenderVersion: 1, bid };
    value(await db.unitOfWork.run(bidder, (work) => submitBid(work, step)));
  }
  await db.admin(
    `update tendering.lot_round set opens_at = clock_timestamp() - interval '1 hour', closes_at = clock_timestamp() - interval '1 second' where lot_id = $1`,
    [lotId],
  );
  await db.unitOfWork.run(buyer.actor, (work) => closeRound(work, { tenderId: published.id, lotId }));
}
