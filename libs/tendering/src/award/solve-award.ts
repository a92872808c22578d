import { compareRatios, rounded } from '#libs/kernel';
import { type AllocationFigures, allocationFigures } from './allocation-figures.js';
import { type AwardModel, buildAwardModel, readAllocation } from './award-model.js';
import { addCut, addRuleRows } from './rule-rows.js';
import type { Allocation, AwardOffer, AwardScenario } from './scenario.js';
import type { Solved, Solver } from './solver.js';

export interface AwardOptions {
  /** The time it may take; what was found until then is the answer. */
  seconds: number;
  /** The relative gap at which it may stop; 0 asks for the optimum itself. */
  gap: number;
  /** An allocation that may not be the answer: at least one of its awards or packages is given up. */
  without?: Allocation;
  /** Whether any allocation will do that keeps all rules. */
  isFirstEnough?: boolean;
  /** Lines that need not be covered. */
  optionalLines?: ReadonlySet<string>;
}

/**
 * OPTIMAL: proved, to a ten-millionth. WITHIN_GAP: proved to the gap asked for. UNFINISHED: the time ended; with an
 * allocation the best found, without one none was. INFEASIBLE: proved that there is none.
 */
export interface AwardAnswer {
  outcome: 'OPTIMAL' | 'WITHIN_GAP' | 'UNFINISHED' | 'INFEASIBLE';
  allocation?: Allocation;
  /** Recomputed exactly from the allocation. */
  figures?: AllocationFigures;
  /** No allocation costs less; in the solver's accuracy. */
  bound: number;
  /** (total - bound) / total. */
  gap?: number;
  seconds: number;
}

/** Up to so many price breaks the whole model is given to the solver at once; above, breaks are made strict as they turn out to matter. */
const breaksAtOnceMax = 1_500;
/** What differs by less than this share is a difference of floats. */
const accuracy = 1e-7;

interface Search {
  solver: Solver;
  scenario: AwardScenario;
  options: AwardOptions;
  deadlineMs: number;
  bound: number;
  best?: { allocation: Allocation; figures: AllocationFigures };
}

/**
 * The cheapest allocation that keeps every rule, with the proof of how far it can be from the best. With many breaks the
 * model is first solved with breaks that may be taken in part: that bounds the cost from below, and is mostly an award
 * already. Where it is none, its suppliers and packages are kept and the rest is solved strictly, which bounds it from
 * above; then the breaks that were taken in part are made strict, until both meet or the time ends.
 */
export async function solveAward(solver: Solver, scenario: AwardScenario, options: AwardOptions): Promise<AwardAnswer> {
  const began = performance.now();
  const search: Search = {
    solver,
    scenario,
    options,
    deadlineMs: began + options.seconds * 1000,
    bound: Number.NEGATIVE_INFINITY,
  };
  const isProvedEmpty = await searched(search);
  const seconds = (performance.now() - began) / 1000;
  if (isProvedEmpty) return { outcome: 'INFEASIBLE', bound: Number.POSITIVE_INFINITY, seconds };
  const { best, bound } = search;
  if (!best) return { outcome: 'UNFINISHED', bound, seconds };
  const gap = gapOf(search);
  const outcome = gap === 0 ? 'OPTIMAL' : gap <= options.gap ? 'WITHIN_GAP' : 'UNFINISHED';
  return { outcome, ...best, bound, gap, seconds };
}

/** True when it is proved that there is no allocation. */
async function searched(search: Search): Promise<boolean> {
  const { scenario } = search;
  let strict = strictFromTheStart(search);
  let inWholeQuanta = false;
  for (;;) {
    const award = modelOf(search, scenario, { strict, inWholeQuanta });
    const solved = await ask(search, award, 1);
    if (solved.done === 'INFEASIBLE') return !search.best;
    search.bound = Math.max(search.bound, solved.bound);
    if (solved.values) take(search, readAllocation(award, solved.values));
    const isAllStrict = strict.size === scenario.offers.length;
    if (solved.values && !isAllStrict && !isEnough(search)) await repair(search, award, solved.values);
    if (isEnough(search) || !solved.values || secondsLeft(search) <= 0) return false;
    const partly = isAllStrict ? [] : takenInPart(award, solved.values).filter((offer) => !strict.has(offer));
    if (partly.length === 0 && inWholeQuanta && isAllStrict) return false;
    if (partly.length > 0) strict = new Set([...strict, ...partly]);
    else if (!inWholeQuanta) inWholeQuanta = true;
    else strict = new Set(scenario.offers);
  }
}

/** Breaks that something counts one by one cannot be taken in part: lines that may be split only so often, and awards that are forbidden together. */
function strictFromTheStart({ scenario, options }: Search): Set<AwardOffer> {
  const breaks = scenario.offers.reduce((sum, offer) => sum + offer.breaks.length, 0);
  if (breaks <= breaksAtOnceMax) return new Set(scenario.offers);
  const counted = scenario.rules.flatMap((rule) => (rule.kind === 'LINE_AWARDS_MAX' ? [rule] : []));
  const forbidden = new Set(options.without?.awards.map(({ supplierId, lineId }) => `${supplierId}\n${lineId}`));
  const isStrict = ({ supplierId, lineId }: AwardOffer) =>
    forbidden.has(`${supplierId}\n${lineId}`) || counted.some(({ lineIds }) => !lineIds || lineIds.includes(lineId));
  return new Set(scenario.offers.filter(isStrict));
}

function modelOf(
  { options }: Search,
  scenario: AwardScenario,
  how: { strict: ReadonlySet<AwardOffer>; inWholeQuanta: boolean },
): AwardModel {
  const award = buildAwardModel(scenario, {
    isStrict: (offer) => how.strict.has(offer),
    inWholeQuanta: how.inWholeQuanta,
    ...(options.optionalLines ? { optionalLines: options.optionalLines } : {}),
  });
  addRuleRows(award);
  if (options.without) addCut(award, options.without);
  return award;
}

function ask(search: Search, award: AwardModel, share: number): Promise<Solved> {
  const { options } = search;
  // Half of the gap is left for what the strict breaks cost beyond those taken in part.
  const gap = share === 1 ? options.gap / 2 : options.gap / 4;
  const seconds = Math.max(0.1, secondsLeft(search) * share);
  return search.solver.solve(award.model, { seconds, gap, ...(options.isFirstEnough ? { isFirstEnough: true } : {}) });
}

/** Keeps the suppliers and packages found, and solves what is left strictly. */
async function repair(search: Search, award: AwardModel, values: ArrayLike<number>): Promise<void> {
  const isChosen = (columns: ReadonlyMap<string, number>, id: string) => values[columns.get(id)!]! > 0.5;
  const offers = search.scenario.offers.filter(({ supplierId }) => isChosen(award.y, supplierId));
  const packages = search.scenario.packages.filter(({ packageId }) => isChosen(award.z, packageId));
  // A cut may name packages that are gone here: it is then kept by itself.
  const { without } = search.options;
  const isCutKept = without?.packageIds.some((id) => !packages.some(({ packageId }) => packageId === id));
  const options = isCutKept ? withoutCut(search.options) : search.options;
  const smaller = modelOf(
    { ...search, options },
    { ...search.scenario, offers, packages },
    { strict: new Set(offers), inWholeQuanta: false },
  );
  const solved = await ask(search, smaller, 0.4);
  if (solved.values) take(search, readAllocation(smaller, solved.values));
}

function withoutCut({ without: _, ...options }: AwardOptions): AwardOptions {
  return options;
}

/** Takes an allocation when, exactly reckoned, it keeps every rule and costs less than the best so far. */
function take(search: Search, allocation: Allocation): void {
  const { scenario, options, best } = search;
  const figures = allocationFigures(scenario, allocation);
  const isBroken = figures.broken.some((id) => !isOptional(options, id));
  if (isBroken || (options.without && isCoveredBy(options.without, allocation))) return;
  if (!best || compareRatios(figures.total, best.figures.total) < 0) search.best = { allocation, figures };
}

const isOptional = ({ optionalLines }: AwardOptions, broken: string): boolean =>
  broken.startsWith('line:') && optionalLines?.has(broken.slice('line:'.length)) === true;

/** Whether every award and package of the first is in the second again. */
function isCoveredBy(first: Allocation, second: Allocation): boolean {
  const has = (award: Allocation['awards'][number]) =>
    second.awards.some((a) => a.lineId === award.lineId && a.supplierId === award.supplierId);
  return first.awards.every(has) && first.packageIds.every((id) => second.packageIds.includes(id));
}

/** Offers of which the solver took a break in part, or two. */
function takenInPart({ breaks }: AwardModel, values: ArrayLike<number>): AwardOffer[] {
  const isPart = (value: number) => value > 1e-6 && value < 1 - 1e-6;
  return [...new Set(breaks.filter(({ w }) => isPart(values[w]!)).map(({ offer }) => offer))];
}

function isEnough(search: Search): boolean {
  return search.best !== undefined && (search.options.isFirstEnough === true || gapOf(search) <= search.options.gap);
}

function gapOf({ best, bound }: Search): number {
  const total = Number(rounded(best!.figures.total, 6));
  const apart = total - bound;
  return apart <= accuracy * Math.max(1, Math.abs(total)) ? 0 : apart / Math.max(accuracy, Math.abs(total));
}

const secondsLeft = ({ deadlineMs }: Search): number => (deadlineMs - performance.now()) / 1000;
