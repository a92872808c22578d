import type { AwardRule, AwardScenario } from '#libs/tendering';
import type { Random } from '../support/random.js';

const money = (cents: number): string => (cents / 100).toFixed(2);

/** A scenario small enough to try every allocation: up to 3 lines of up to 4 pieces, 3 suppliers, 2 packages, 3 rules. */
export function smallScenario(random: Random): AwardScenario {
  const lines = list(1 + random.below(3), (i) => ({ lineId: `line${i}`, quantity: String(1 + random.below(4)), quantum: '1' }));
  const suppliers = list(2 + random.below(2), (i) => ({
    supplierId: `s${i}`,
    fixedCost: money(random.below(4) * 350),
    quality: money(50 + random.below(6) * 10),
  }));
  const offers = suppliers.flatMap(({ supplierId }) =>
    lines.flatMap(({ lineId }) => (random.below(6) === 0 ? [] : [{ supplierId, lineId, ...terms(random) }])),
  );
  const packages = list(random.below(3), (i) => {
    const chosen = lines.filter(() => random.below(3) > 0);
    const quantities = Object.fromEntries(
      (chosen.length > 0 ? chosen : lines).map((l) => [l.lineId, String(1 + random.below(Number(l.quantity)))]),
    );
    const pieces = Object.values(quantities).reduce((sum, q) => sum + Number(q), 0);
    return {
      packageId: `p${i}`,
      supplierId: random.pick(suppliers).supplierId,
      amount: money(pieces * (600 + random.below(500))),
      quantities,
    };
  });
  const rules = list(random.below(4), (i) => ({ ruleId: `r${i}`, ...randomRule(random, { lines, suppliers }) }) as AwardRule);
  return { lines, suppliers, offers, packages, rules };
}

function terms(random: Random): Pick<AwardScenario['offers'][number], 'breaks' | 'quantityMax'> {
  const price = 700 + random.below(600);
  const from = 1 + (random.below(4) === 0 ? 1 : 0);
  const breaks = [{ from: String(from), price: money(price) }];
  if (random.below(2) === 0)
    breaks.push({ from: String(from + 1 + random.below(2)), price: money(price - 50 - random.below(250)) });
  return { breaks, ...(random.below(4) === 0 ? { quantityMax: String(1 + from) } : {}) };
}

function randomRule(random: Random, { lines, suppliers }: Pick<AwardScenario, 'lines' | 'suppliers'>): object {
  const supplierId = random.pick(suppliers).supplierId;
  const some = random.below(2) === 0 ? { lineIds: [random.pick(lines).lineId] } : {};
  return random.pick([
    () => ({ kind: 'SUPPLIERS_MIN', count: 2 }),
    () => ({ kind: 'SUPPLIERS_MAX', count: 1 + random.below(2) }),
    () => ({ kind: 'SHARE_MAX', supplierIds: [supplierId], share: random.pick(['0.50', '0.60', '0.35']) }),
    () => ({ kind: 'SHARE_MIN', supplierIds: [supplierId], share: random.pick(['0.20', '0.50']) }),
    () => ({
      kind: 'MINIMUM_ORDER',
      ...(random.below(2) === 0 ? { supplierIds: [supplierId] } : {}),
      amount: money(1000 + random.below(15) * 100),
    }),
    () => ({ kind: 'CAPACITY', supplierId, ...some, quantity: String(random.below(4)) }),
    () => ({ kind: 'LINE_AWARDS_MAX', ...some, count: 1 }),
    () => ({ kind: 'INCLUDE', supplierId }),
    () => ({ kind: 'EXCLUDE', supplierId, ...some }),
    () => ({ kind: 'QUALITY_MIN', quality: random.pick(['0.60', '0.75', '0.85']) }),
  ])();
}

export interface Size {
  lines: number;
  suppliers: number;
}

/**
 * The named generator of issue 4: price = base of the line x factor of the supplier x 10 % noise, three breaks, ten packages, at most
 * five suppliers. Without correlation every price is drawn for itself, which is the hard case.
 */
export function namedScenario(
  random: Random,
  { lines: lineCount, suppliers: supplierCount }: Size,
  isCorrelated = true,
): AwardScenario {
  const lines = list(lineCount, (i) => ({ lineId: `line${i}`, quantity: String(20 + random.below(981)), quantum: '1' }));
  const bases = lines.map(() => 500 + random.below(9_500));
  const suppliers = list(supplierCount, (i) => ({ supplierId: `s${i}`, fixedCost: money(50_000 + random.below(50_000)) }));
  const factors = suppliers.map(() => 0.85 + 0.3 * random.next());
  const unit = (s: number, l: number) =>
    isCorrelated ? bases[l]! * factors[s]! * (0.9 + 0.2 * random.next()) : 500 + random.below(9_500);
  const offers = suppliers.flatMap(({ supplierId }, s) =>
    lines.map(({ lineId, quantity }, l) => {
      const price = unit(s, l);
      const most = Number(quantity);
      const froms = [1, Math.max(2, Math.floor(most / 3)), Math.max(3, Math.floor((most * 2) / 3))];
      return {
        supplierId,
        lineId,
        breaks: froms.map((from, k) => ({ from: String(from), price: money(Math.round(price * (1 - 0.05 * k))) })),
      };
    }),
  );
  const packages = list(10, (i) => {
    const s = random.below(supplierCount);
    const chosen = random.shuffled(lines).slice(0, 5 + random.below(Math.max(1, lineCount / 20)));
    const goods = chosen.map(({ lineId, quantity }) => {
      const { breaks } = offers.find((o) => o.supplierId === `s${s}` && o.lineId === lineId)!;
      return Math.round(Number(breaks[2]!.price) * 100) * Number(quantity);
    });
    const amount = Math.round(goods.reduce((a, b) => a + b, 0) * (0.9 + 0.08 * random.next()));
    return {
      packageId: `p${i}`,
      supplierId: `s${s}`,
      amount: money(amount),
      quantities: Object.fromEntries(chosen.map((l) => [l.lineId, l.quantity])),
    };
  });
  return { lines, suppliers, offers, packages, rules: [{ ruleId: 'five', kind: 'SUPPLIERS_MAX', count: 5 }] };
}

const list = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));
