import { setTimeout as sleep } from 'node:timers/promises';
import { rows, type Services, systemActor, type UnitOfWork } from '#libs/platform';
import {
  awardTender,
  bidsOfTenders,
  closeRound,
  draftTender,
  linesOf,
  publishTender,
  submitBid,
  type Tender,
  tenderById,
} from '#libs/tendering';
import { type DemoWorld, sure } from './sure.js';
import { type DemoTender, demoTenders } from './tenders.data.js';

/** Time for the bids of the awarded tender; a slow machine submits three of them in a second. */
const biddingMs = 10_000;
const dayMs = 86_400_000;

/** Publishes the tenders of the demo world, bids for one of them and awards it, by the verbs that people use. One begun and not finished is gone on with. */
export async function openDemoTenders({ unitOfWork }: Services, world: DemoWorld, signal: AbortSignal): Promise<void> {
  for (const wanted of demoTenders) {
    if (signal.aborted) return;
    const tender = await publishedTender(unitOfWork, world, wanted);
    if (wanted.bids) await awardToLowest(unitOfWork, world, { tender, wanted, signal });
  }
}

async function publishedTender(unitOfWork: UnitOfWork, world: DemoWorld, wanted: DemoTender): Promise<Tender> {
  return unitOfWork.run(systemActor(world.get(wanted.buyer)!), async (work) => {
    const [known] = await rows<{ id: string }>(work, 'select t.id from tendering.tender t where t.org_id = $1 and t.title = $2', [
      work.actor.orgId,
      wanted.title,
    ]);
    if (known) return tenderById(work, known.id);
    const { title, description, currency, days } = wanted;
    const closesAt = new Date(Date.now() + (days === undefined ? biddingMs : days * dayMs));
    const lines = wanted.lines.map((line) => ({ ...line, unit: 'EA' }));
    const terms = { title, description, currency, closesAt, lines, procedure: 'OPEN' as const, isPublic: true };
    const draft = sure(await draftTender(work, { tender: terms }));
    return sure(await publishTender(work, { tenderId: draft.id, expectedVersion: draft.edits }));
  });
}

interface Awarding {
  tender: Tender;
  wanted: DemoTender;
  signal: AbortSignal;
}

async function awardToLowest(unitOfWork: UnitOfWork, world: DemoWorld, { tender, wanted, signal }: Awarding): Promise<void> {
  const [lot] = tender.lots;
  if (!lot || tender.status === 'AWARDED') return;
  if (tender.status === 'BIDDING') await bidAll(unitOfWork, world, { tender, wanted, signal });
  const left = (tender.closesAt?.getTime() ?? 0) - Date.now();
  // The clock of the hub closes it too, each minute; whoever comes second changes nothing.
  await sleep(Math.max(0, left) + 1_000, undefined, { signal }).catch(() => undefined);
  if (signal.aborted) return;
  const buyer = systemActor(tender.orgId);
  await unitOfWork.run(buyer, (work) => closeRound(work, { tenderId: tender.id, lotId: lot.id }));
  await unitOfWork.run(buyer, async (work) => {
    const { edits, status } = await tenderById(work, tender.id);
    const [bids = []] = await bidsOfTenders(work, [tender.id]);
    const lowest = wanted.bids?.reduce((a, b) => (Number(a.prices[0]) <= Number(b.prices[0]) ? a : b));
    const best = bids.find(({ orgId }) => orgId === world.get(lowest?.supplier ?? ''));
    if (status !== 'EVALUATION' || !best) return;
    const lots = [{ lotId: lot.id, mode: 'LOT' as const, bidId: best.id }];
    sure(await awardTender(work, { idempotencyKey: `demo-${tender.id}`, tenderId: tender.id, expectedVersion: edits, lots }));
  });
}

async function bidAll(unitOfWork: UnitOfWork, world: DemoWorld, { tender, wanted, signal }: Awarding): Promise<void> {
  const [lot] = tender.lots;
  for (const { supplier, prices, leadDays } of wanted.bids ?? []) {
    if (signal.aborted || !lot) return;
    await unitOfWork.run(systemActor(world.get(supplier)!), async (work) => {
      const lines = (await linesOf(work, tender)).map(({ id, unit }, i) => ({
        ...{ lineId: id, price: { amount: prices[i] ?? '1', unit }, leadDays },
      }));
      const bid = { currency: tender.currency, deliveryTerm: tender.deliveryTerm, paymentDays: tender.paymentDays, lines };
      const step = { tenderId: tender.id, lotId: lot.id, expectedVersion: 0, tenderVersion: tender.version };
      // One that stands from a start before this one is not made again: its version is another one.
      return submitBid(work, { ...step, bid });
    });
  }
}
