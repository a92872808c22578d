import { raiseUrgent, savePriorityContacts, savePriorityPolicy, saveWatch } from '#libs/procurement';
import {
  createGroup,
  endAgreement,
  givePromises,
  reservePromise,
  saveCalendar,
  saveChargeRules,
  saveDiscountMatrix,
  saveExchangeRates,
  saveExchangeTerms,
  saveRepairTerms,
  setCalendarDays,
  setCustomerCategory,
  setGroupMembers,
  setInbound,
  setTransit,
} from '#libs/supply';
import { agreement, dayFromNow } from '../../factories/agreement.factory.js';
import { value } from '../../factories/catalogue.factory.js';
import type { PlantedOffer } from '../../factories/order.factory.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Trade } from './trade.js';

const period = { validFrom: dayFromNow(-30), validTo: dayFromNow(300) };

/** What a supplier grants this buyer alone: a discount, charges, a rate of exchange and an agreement that ends early. */
export async function pricing(db: FreshDatabase, { buyer, supplier }: Trade, offer: PlantedOffer): Promise<void> {
  const { unitOfWork } = db;
  const matrix = [{ customerCategory: 'A', productCategory: 'Bolts', discountPercent: '7', ...period }];
  const grouped = { buyerId: buyer.org.id, category: 'A' };
  value(await unitOfWork.run(supplier.actor, (work) => setCustomerCategory(work, grouped)));
  const { version } = value(
    await unitOfWork.run(supplier.actor, (work) => saveDiscountMatrix(work, { rows: matrix, expectedVersion: 0 })),
  );
  const small = {
    code: 'SMALL',
    per: 'ORDER' as const,
    applies: 'ORDER_BELOW' as const,
    amount: '9',
    currency: 'EUR',
    below: '50',
  };
  const charges = { rules: [{ ...small, ...period }], expectedVersion: version };
  value(await unitOfWork.run(supplier.actor, (work) => saveChargeRules(work, charges)));
  const rate = {
    kind: 'CONTRACT' as const,
    partnerId: buyer.org.id,
    from: 'EUR',
    to: 'USD',
    rate: '1.1',
    source: 'Contract 4711',
  };
  value(await unitOfWork.run(supplier.actor, (work) => saveExchangeRates(work, { rates: [{ ...rate, ...period }] })));
  const next = await agreement(
    db,
    { supplier: supplier.actor, buyer: buyer.actor },
    {
      currency: 'USD',
      validFrom: dayFromNow(310),
      validTo: dayFromNow(400),
      incoterm: { code: 'DAP', edition: 2020, place: 'Gate 4' },
      paymentTerms: 'NET30',
      items: [{ offerId: offer.id, price: '4' }],
    },
  );
  const end = { agreementId: next.id, lastDay: dayFromNow(350), reason: 'Too dear' };
  value(await unitOfWork.run(supplier.actor, (work) => endAgreement(work, end)));
}

/** Calendar, ways, a receipt and terms of exchange and repair of the supplier, and a date that the buyer was promised and holds. */
export async function dates(db: FreshDatabase, { buyer, supplier }: Trade, offer: PlantedOffer): Promise<void> {
  const { unitOfWork } = db;
  const place = 'MAIN';
  const calendar = { place, name: 'Works', timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5, 6, 7] };
  value(await unitOfWork.run(supplier.actor, (work) => saveCalendar(work, calendar)));
  const closed = { place, days: [{ day: dayFromNow(60), name: 'Stocktaking' }] };
  value(await unitOfWork.run(supplier.actor, (work) => setCalendarDays(work, closed)));
  value(await unitOfWork.run(supplier.actor, (work) => setTransit(work, { rows: [{ method: 'GROUND', days: 3 }] })));
  const [hidden] = await db.admin<{ id: string }>('select id from supply.offer where org_id = $1 and audience is not null', [
    supplier.org.id,
  ]);
  const receipt = { location: place, reference: 'PO-77', quantity: '50', expectedOn: dayFromNow(9) };
  const lines = [offer.id, hidden!.id].map((offerId) => ({ ...receipt, offerId }));
  value(await unitOfWork.run(supplier.actor, (work) => setInbound(work, { lines })));
  const core = {
    offerId: hidden!.id,
    currency: 'EUR',
    coreValue: '800',
    outrightPrice: '1200',
    deposit: '50',
    lateFee: '9',
    coreDays: 14,
  };
  value(await unitOfWork.run(supplier.actor, (work) => saveExchangeTerms(work, core)));
  const repair = { offerId: hidden!.id, currency: 'EUR', pricing: 'FIXED' as const, price: '640', evaluationFee: '25' };
  const days = { quoteDays: 5, approveDays: 14, turnDays: 20 };
  value(await unitOfWork.run(supplier.actor, (work) => saveRepairTerms(work, { ...repair, ...days })));
  const asked = { lines: [{ offerId: offer.id, quantity: '2' }], shipTo: { country: 'DE' } };
  const [line] = await unitOfWork.run(buyer.actor, (work) => givePromises(work, asked));
  const promiseId = line?.promises.find(({ problem }) => problem === null)?.id ?? '';
  value(await unitOfWork.run(buyer.actor, (work) => reservePromise(work, { promiseId })));
}

/** What the supplier promises this buyer by contract, whom both tell, and a request for an aircraft on ground. */
export async function urgency(db: FreshDatabase, { buyer, supplier }: Trade, offer: PlantedOffer): Promise<void> {
  const { unitOfWork } = db;
  const policy = {
    priority: 'AOG',
    buyerId: buyer.org.id,
    respondMinutes: 15,
    shipMinutes: 240,
    clock: 'ALWAYS' as const,
    poToFollow: { cap: '5000', currency: 'EUR', minutes: 600 },
  };
  value(await unitOfWork.run(supplier.actor, (work) => savePriorityPolicy(work, policy)));
  for (const { actor, admin } of [buyer, supplier]) {
    const contacts = { contacts: [{ priority: 'AOG', level: 1, email: admin }] };
    value(await unitOfWork.run(actor, (work) => savePriorityContacts(work, contacts)));
  }
  const [site] = await db.admin<{ id: string }>('select id from organizations.site where org_id = $1', [buyer.org.id]);
  const intake = {
    idempotencyKey: 'tenant-walls',
    priority: 'AOG',
    offerId: offer.id,
    quantity: '1',
    needAt: new Date(Date.now() + 86_400_000),
    shipTo: site!.id,
    tail: 'D-AIMA',
    groundedAt: 'EDDF stand V112',
    contact: 'Desk, +49 69 1',
    forwarder: 'Quick Cargo',
    forwarderAccount: 'Q-1',
    note: 'Call first',
  };
  value(await unitOfWork.run(buyer.actor, (work) => raiseUrgent(work, intake)));
}

/** Whom the supplier shows what, and what the buyer watches and was told of. */
export async function sights(db: FreshDatabase, { buyer, supplier }: Trade, offer: PlantedOffer): Promise<void> {
  const { unitOfWork } = db;
  const group = value(
    await unitOfWork.run(supplier.actor, (work) => createGroup(work, { name: 'Airlines', note: 'Long standing' })),
  );
  value(await unitOfWork.run(supplier.actor, (work) => setGroupMembers(work, { groupId: group.id, add: [buyer.org.id] })));
  await db.admin(
    `insert into supply.category_audience (org_id, catalogue_id, category, audience) select c.org_id, c.id, 'Seals', $2 from supply.catalogue c where c.org_id = $1 limit 1`,
    [supplier.org.id, group.id],
  );
  const [known] = await db.admin<{ part: string }>('select part_id as part from supply.offer where id = $1', [offer.id]);
  const told = { onOffer: true, onStock: true, onPrice: true, delivery: 'DAILY' as const, byMail: true };
  const limits = { stockMin: '7', priceMax: '3.50', priceCurrency: 'EUR' };
  const watch = value(
    await unitOfWork.run(buyer.actor, (work) =>
      saveWatch(work, { ...told, ...limits, name: 'For the hangar', partId: known?.part ?? '' }),
    ),
  );
  const search = { name: 'Seals', query: 'viton seal', classification: 'UNSPSC:31161500' };
  value(await unitOfWork.run(buyer.actor, (work) => saveWatch(work, { ...told, ...search })));
  await db.admin(
    `insert into procurement.watch_notice (org_id, person_id, watch_id, part_id, kind, facts, delivery)
     select w.org_id, w.person_id, w.id, w.part_id, 'STOCK', '{"available": "9"}', 'DAILY' from procurement.watch w where w.id = $1`,
    [watch.id],
  );
}
