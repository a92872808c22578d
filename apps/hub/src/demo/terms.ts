import { one, rows, type Services, systemActor, type Work } from '#libs/platform';
import { savePriorityPolicy } from '#libs/procurement';
import {
  ownCalendars,
  pricingPolicy,
  saveCalendar,
  saveChargeRules,
  saveDiscountMatrix,
  saveExchangeRates,
  setCalendarDays,
  setCustomerCategory,
  setTransit,
  signAgreement,
} from '#libs/supply';
import { type DemoWorld, sure } from './sure.js';
import { type DemoCalendar, demoAgreements, demoCalendars, demoPricing, demoPriorities, demoRates } from './terms.data.js';

/** From the first day of this year to the last of the next: a demo world started at any time has terms that hold. */
function period(now: Date): { validFrom: string; validTo: string } {
  const year = now.getUTCFullYear();
  return { validFrom: `${year}-01-01`, validTo: `${year + 1}-12-31` };
}

/**
 * What the demo organisations agreed beyond price lists: when suppliers work and how long goods travel, discounts and charges, how soon
 * urgent requests are answered, the buyers' exchange rates. Each supplier's terms are one unit of work: a world begun and not finished is completed.
 */
export async function agreeDemoTerms({ unitOfWork }: Services, world: DemoWorld): Promise<void> {
  for (const calendar of demoCalendars)
    await unitOfWork.run(systemActor(world.get(calendar.supplier)!), async (work) => {
      if ((await ownCalendars(work)).length > 0) return;
      await openCalendar(work, calendar);
      await price(work, { supplier: calendar.supplier, world });
      for (const { supplier, ...policy } of demoPriorities.filter((one) => one.supplier === calendar.supplier))
        sure(await savePriorityPolicy(work, policy));
    });
  for (const buyer of new Set(demoRates.map((rate) => rate.buyer)))
    await unitOfWork.run(systemActor(world.get(buyer)!), (work) => reckon(work, buyer));
}

async function openCalendar(
  work: Work,
  { name, timeZone, opens, closes, cutOff, daysOff, transit }: DemoCalendar,
): Promise<void> {
  sure(await saveCalendar(work, { name, timeZone, workingDays: [1, 2, 3, 4, 5], opens, closes, cutOff, leadFrom: 'CUT_OFF' }));
  sure(await setCalendarDays(work, { days: [...daysOff] }));
  sure(await setTransit(work, { rows: [...transit] }));
}

async function price(work: Work, { supplier, world }: { supplier: string; world: DemoWorld }): Promise<void> {
  const agreed = demoPricing.find((one) => one.supplier === supplier);
  if (!agreed) return;
  const valid = period(work.now);
  for (const { buyer, category } of agreed.customers)
    sure(await setCustomerCategory(work, { buyerId: world.get(buyer)!, category }));
  const discounts = agreed.discounts.map((row) => ({ ...row, ...valid }));
  sure(await saveDiscountMatrix(work, { rows: discounts, expectedVersion: (await pricingPolicy(work)).version }));
  const rules = agreed.charges.map((rule) => ({ ...rule, ...valid }));
  sure(await saveChargeRules(work, { rules, expectedVersion: (await pricingPolicy(work)).version }));
}

async function reckon(work: Work, buyer: string): Promise<void> {
  if (await one(work, 'select from supply.exchange_rate x where x.org_id = $1 limit 1', [work.actor.orgId])) return;
  const { validFrom } = period(work.now);
  const rates = demoRates
    .filter((rate) => rate.buyer === buyer)
    .map(({ from, to, rate }) => ({ kind: 'DAY' as const, from, to, rate, source: 'Treasury (demo)', validFrom }));
  sure(await saveExchangeRates(work, { rates }));
}

/** Signs the agreements of the demo world, once their catalogues are published: a few parts at a fixed price, a category at a discount. */
export async function signDemoAgreements({ unitOfWork }: Services, world: DemoWorld): Promise<void> {
  for (const { supplier, buyer, number, currency, place, discount, priced } of demoAgreements) {
    await unitOfWork.run(systemActor(world.get(supplier)!), async (work) => {
      if (await one(work, 'select from supply.agreement a where a.org_id = $1 and a.number = $2', [work.actor.orgId, number]))
        return;
      const items = (await somePrices(work, discount.category, priced)).map(({ id, amount, basis }) => ({
        offerId: id,
        price: amount,
        basis,
      }));
      const agreed = await signAgreement(work, {
        buyerId: world.get(buyer)!,
        number,
        currency,
        ...period(work.now),
        paymentTerms: '30 days net',
        incoterm: { code: 'FCA', place },
        items,
        categories: [{ category: discount.category, discountPercent: discount.percent }],
      });
      sure(agreed);
    });
  }
}

/** The first offers of a category with nine tenths of their list price, to the cent. */
function somePrices(work: Work, category: string, most: number): Promise<{ id: string; amount: string; basis: string }[]> {
  return rows(
    work,
    `select o.id, round(o.list_price * 0.9, 2)::text as amount, o.basis::text as basis from supply.offer o
     where o.org_id = $1 and o.status = 'ACTIVE' and o.category = $2 and o.list_price is not null order by o.supplier_part limit $3`,
    [work.actor.orgId, category, most],
  );
}
