import { exact, per, type Rational, rounded, times } from '#libs/kernel';
import type { Allocation, AwardLine, AwardOffer, AwardScenario } from './scenario.js';

/** A mixed-integer model as the solver takes it; rows are sparse. Numbers are binary floats: what comes out is checked exactly (`allocationFigures`). */
export interface MixedIntegerModel {
  cost: number[];
  lower: number[];
  upper: number[];
  isInteger: boolean[];
  rows: ModelRow[];
}

export interface ModelRow {
  lower: number;
  upper: number;
  entries: [column: number, value: number][];
}

/** One price of one offer: `x` counts quanta bought at it, `w` says that it is the one. `from` and `to` in quanta. */
export interface BreakColumns {
  offer: AwardOffer;
  x: number;
  w: number;
  from: number;
  to: number;
  pricePerQuantum: number;
}

export interface AwardModel {
  scenario: AwardScenario;
  model: MixedIntegerModel;
  breaks: readonly BreakColumns[];
  /** Column of each supplier and package. */
  y: ReadonlyMap<string, number>;
  z: ReadonlyMap<string, number>;
}

export interface ModelChoices {
  /** Whether a price break has to be taken or left; where not, it may be taken in part, which gives a bound but perhaps no award. */
  isStrict(offer: AwardOffer): boolean;
  /** Whether quantities have to be whole quanta; they nearly always come out so by themselves. */
  inWholeQuanta: boolean;
  /** Lines that need not be covered; for finding out what conflicts. */
  optionalLines?: ReadonlySet<string>;
}

/** Decimals of a quantity at most. */
const quantityScale = 10;

/**
 * The model of states-and-formulas 4.6 without the side constraints: cost of line bids, packages and suppliers; every line
 * covered; at most one break of an offer, in its range; no award without its supplier, and no supplier without an award.
 */
export function buildAwardModel(scenario: AwardScenario, choices: ModelChoices): AwardModel {
  const model: MixedIntegerModel = { cost: [], lower: [], upper: [], isInteger: [], rows: [] };
  const column = (cost: number, upper: number, isInteger: boolean): number => {
    model.isInteger.push(isInteger);
    model.lower.push(0);
    model.upper.push(upper);
    return model.cost.push(cost) - 1;
  };
  const lines = new Map(scenario.lines.map((line) => [line.lineId, line]));
  const y = new Map(scenario.suppliers.map((s) => [s.supplierId, column(Number(s.fixedCost), 1, true)]));
  const z = new Map(scenario.packages.map((p) => [p.packageId, column(Number(p.amount), 1, true)]));
  const breaks = scenario.offers.flatMap((offer) =>
    rangesOf(offer, lines.get(offer.lineId)!).map((range) => {
      const x = column(range.pricePerQuantum, range.to, choices.inWholeQuanta);
      return { ...range, offer, x, w: column(0, 1, choices.isStrict(offer)) };
    }),
  );
  const built = { scenario, model, breaks, y, z };
  coverLines(built, choices.optionalLines ?? new Set());
  linkBreaks(built);
  linkSuppliers(built);
  return built;
}

/** Quantities of a scenario as numbers of quanta of the line. */
export const quantaOf = (quantity: string, { quantum }: AwardLine): number =>
  Number(rounded(per(exact(quantity), exact(quantum)), 0));

/** What the solver's values mean, quantities put to the nearest quantum; of what was taken in part only the quantity is kept. */
export function readAllocation({ scenario, breaks, z }: AwardModel, values: ArrayLike<number>): Allocation {
  const quanta = new Map<AwardOffer, number>();
  for (const { offer, x } of breaks) quanta.set(offer, (quanta.get(offer) ?? 0) + values[x]!);
  const quantum = new Map(scenario.lines.map((line) => [line.lineId, exact(line.quantum)]));
  const awards = [...quanta].flatMap(([{ supplierId, lineId }, count]) => {
    const whole = BigInt(Math.round(count));
    return whole > 0n ? [{ supplierId, lineId, quantity: textOf(times(quantum.get(lineId)!, { over: whole, under: 1n })) }] : [];
  });
  return {
    awards: awards.sort((a, b) => compareText(a.lineId, b.lineId) || compareText(a.supplierId, b.supplierId)),
    packageIds: [...z].flatMap(([id, column]) => (values[column]! > 0.5 ? [id] : [])).sort(),
  };
}

const textOf = (quantity: Rational): string => rounded(quantity, quantityScale).replace(/\.?0+$/, '');
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Breaks that can be reached with the quantity of the line, each up to where the next begins. */
function rangesOf(offer: AwardOffer, line: AwardLine): Pick<BreakColumns, 'from' | 'to' | 'pricePerQuantum'>[] {
  const most = Math.min(
    quantaOf(line.quantity, line),
    offer.quantityMax === undefined ? Number.POSITIVE_INFINITY : quantaOf(offer.quantityMax, line),
  );
  return offer.breaks.flatMap(({ from, price }, i) => {
    const next = offer.breaks[i + 1];
    const range = { from: quantaOf(from, line), to: Math.min(most, next ? quantaOf(next.from, line) - 1 : most) };
    return range.from <= range.to ? [{ ...range, pricePerQuantum: Number(price) * Number(line.quantum) }] : [];
  });
}

function coverLines({ scenario, model, breaks, z }: AwardModel, optional: ReadonlySet<string>): void {
  for (const line of scenario.lines) {
    const quantity = quantaOf(line.quantity, line);
    const entries = breaks.filter(({ offer }) => offer.lineId === line.lineId).map(({ x }): [number, number] => [x, 1]);
    for (const { packageId, quantities } of scenario.packages) {
      const part = quantities[line.lineId];
      if (part !== undefined) entries.push([z.get(packageId)!, quantaOf(part, line)]);
    }
    model.rows.push({ lower: optional.has(line.lineId) ? 0 : quantity, upper: quantity, entries });
  }
}

function linkBreaks({ model, breaks }: AwardModel): void {
  for (const { x, w, from, to } of breaks) {
    model.rows.push({
      lower: 0,
      upper: Number.POSITIVE_INFINITY,
      entries: [
        [x, 1],
        [w, -from],
      ],
    });
    model.rows.push({
      lower: Number.NEGATIVE_INFINITY,
      upper: 0,
      entries: [
        [x, 1],
        [w, -to],
      ],
    });
  }
}

/** Per offer, so that the bound is tight: taking part of an offer takes that part of the supplier. */
function linkSuppliers({ scenario, model, breaks, y, z }: AwardModel): void {
  const byOffer = new Map<AwardOffer, number[]>();
  for (const { offer, w } of breaks) byOffer.set(offer, [...(byOffer.get(offer) ?? []), w]);
  const chosen = new Map<string, [number, number][]>(scenario.suppliers.map(({ supplierId }) => [supplierId, []]));
  for (const [{ supplierId }, ws] of byOffer) {
    const entries = ws.map((w): [number, number] => [w, 1]);
    model.rows.push({ lower: Number.NEGATIVE_INFINITY, upper: 0, entries: [...entries, [y.get(supplierId)!, -1]] });
    chosen.get(supplierId)!.push(...entries);
  }
  for (const { packageId, supplierId } of scenario.packages) {
    model.rows.push({
      lower: Number.NEGATIVE_INFINITY,
      upper: 0,
      entries: [
        [z.get(packageId)!, 1],
        [y.get(supplierId)!, -1],
      ],
    });
    chosen.get(supplierId)!.push([z.get(packageId)!, 1]);
  }
  for (const [supplierId, entries] of chosen)
    model.rows.push({ lower: 0, upper: Number.POSITIVE_INFINITY, entries: [...entries, [y.get(supplierId)!, -1]] });
}
