import type { Allocation, AwardRule, AwardScenario } from '#libs/tendering';

/** Every allocation of a small scenario, one after the other, in whole pieces and cents; shares and qualities in hundredths. Shares no code with the hub. */
export interface Tried {
  total: number;
  allocation: Allocation;
}

export interface Tries {
  rules?: readonly AwardRule[];
  /** Lines that need not be covered. */
  optional?: ReadonlySet<string>;
  /** At least one award or package of it is given up. */
  without?: Allocation;
}

interface Part {
  supplierId: string;
  lineId: string;
  quantity: number;
}

/** The cheapest allocation, found by trying all; undefined when none keeps the rules. */
export function cheapestByTrying(
  scenario: AwardScenario,
  { rules = scenario.rules, optional = new Set(), without }: Tries = {},
): Tried | undefined {
  let best: Tried | undefined;
  const { lines, packages } = scenario;
  for (let set = 0; set < 1 << packages.length; set++) {
    const taken = packages.filter((_, i) => set & (1 << i));
    const left = lines.map(
      ({ lineId, quantity }) => Number(quantity) - taken.reduce((sum, p) => sum + Number(p.quantities[lineId] ?? 0), 0),
    );
    if (left.some((quantity) => quantity < 0)) continue;
    const splits = lines.map(({ lineId }, i) =>
      splitsOf(scenario, lineId, { quantity: left[i]!, isOptional: optional.has(lineId) }),
    );
    for (const parts of combinations(splits)) {
      const total = totalOf(scenario, { parts, taken }, rules);
      if (total === undefined || (best && total >= best.total)) continue;
      const allocation = {
        awards: parts.map((p) => ({ ...p, quantity: String(p.quantity) })),
        packageIds: taken.map(({ packageId }) => packageId),
      };
      if (!without || givesUp(allocation, without)) best = { total, allocation };
    }
  }
  return best;
}

function givesUp(allocation: Allocation, without: Allocation): boolean {
  const keeps = (award: Allocation['awards'][number]) =>
    allocation.awards.some((a) => a.lineId === award.lineId && a.supplierId === award.supplierId);
  return !(without.awards.every(keeps) && without.packageIds.every((id) => allocation.packageIds.includes(id)));
}

/** All ways to give a quantity of one line to those who bid on it, at a price. */
function splitsOf(
  { offers }: AwardScenario,
  lineId: string,
  { quantity, isOptional }: { quantity: number; isOptional: boolean },
): Part[][] {
  const bidding = offers.filter((o) => o.lineId === lineId);
  const ways: Part[][] = [];
  const go = (i: number, left: number, parts: Part[]): void => {
    const offer = bidding[i];
    if (!offer) {
      if (left === 0 || isOptional) ways.push(parts);
      return;
    }
    go(i + 1, left, parts);
    for (let q = Number(offer.breaks[0]!.from); q <= Math.min(left, Number(offer.quantityMax ?? left)); q++)
      go(i + 1, left - q, [...parts, { supplierId: offer.supplierId, lineId, quantity: q }]);
  };
  go(0, quantity, []);
  return ways;
}

function* combinations(splits: readonly Part[][][], i = 0, chosen: Part[] = []): Generator<Part[]> {
  if (i === splits.length) yield chosen;
  else for (const split of splits[i]!) yield* combinations(splits, i + 1, [...chosen, ...split]);
}

type Chosen = { parts: readonly Part[]; taken: AwardScenario['packages'] };

/** In cents; undefined when a rule is broken. */
function totalOf(scenario: AwardScenario, { parts, taken }: Chosen, rules: readonly AwardRule[]): number | undefined {
  const spend = new Map<string, number>();
  const book = (id: string, amount: number) => spend.set(id, (spend.get(id) ?? 0) + amount);
  for (const { supplierId, lineId, quantity } of parts) {
    const { breaks } = scenario.offers.find((o) => o.supplierId === supplierId && o.lineId === lineId)!;
    let price = breaks[0]!.price;
    for (const b of breaks) if (Number(b.from) <= quantity) price = b.price;
    book(supplierId, cents(price) * quantity);
  }
  for (const { supplierId, amount } of taken) book(supplierId, cents(amount));
  const all = [
    ...parts,
    ...taken.flatMap((p) =>
      Object.entries(p.quantities).map(([lineId, quantity]) => ({
        supplierId: p.supplierId,
        lineId,
        quantity: Number(quantity),
      })),
    ),
  ];
  if (!rules.every((rule) => keeps(rule, { scenario, spend, all }))) return undefined;
  const goods = [...spend.values()].reduce((a, b) => a + b, 0);
  return goods + scenario.suppliers.reduce((sum, s) => (spend.has(s.supplierId) ? sum + cents(s.fixedCost) : sum), 0);
}

interface Outcome {
  scenario: AwardScenario;
  spend: ReadonlyMap<string, number>;
  all: readonly Part[];
}

function keeps(rule: AwardRule, { scenario, spend, all }: Outcome): boolean {
  const goods = [...spend.values()].reduce((a, b) => a + b, 0);
  const on = (lineIds: readonly string[] | undefined, lineId: string) => lineIds?.includes(lineId) ?? true;
  const of = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (spend.get(id) ?? 0), 0);
  if (rule.kind === 'SUPPLIERS_MIN') return spend.size >= rule.count;
  if (rule.kind === 'SUPPLIERS_MAX') return spend.size <= rule.count;
  if (rule.kind === 'SHARE_MAX') return of(rule.supplierIds) * 100 <= cents(rule.share) * goods;
  if (rule.kind === 'SHARE_MIN') return of(rule.supplierIds) * 100 >= cents(rule.share) * goods;
  if (rule.kind === 'MINIMUM_ORDER')
    return [...spend].every(([id, amount]) => !on(rule.supplierIds, id) || amount >= cents(rule.amount));
  if (rule.kind === 'INCLUDE') return spend.has(rule.supplierId);
  if (rule.kind === 'QUALITY_MIN')
    return (
      scenario.suppliers.reduce(
        (sum, s) => sum + (cents(s.quality ?? '0') - cents(rule.quality)) * (spend.get(s.supplierId) ?? 0),
        0,
      ) >= 0
    );
  if (rule.kind === 'LINE_AWARDS_MAX')
    return scenario.lines.every(
      ({ lineId }) => !on(rule.lineIds, lineId) || all.filter((p) => p.lineId === lineId).length <= rule.count,
    );
  if (rule.kind !== 'CAPACITY' && rule.kind !== 'EXCLUDE') throw new Error(`no way to try ${rule.kind}`);
  const quantity = all
    .filter((p) => p.supplierId === rule.supplierId && on(rule.lineIds, p.lineId))
    .reduce((sum, p) => sum + p.quantity, 0);
  return quantity <= (rule.kind === 'CAPACITY' ? Number(rule.quantity) : 0);
}

/** Hundredths of a decimal with two places at most. */
const cents = (text: string): number => Math.round(Number(text) * 100);
