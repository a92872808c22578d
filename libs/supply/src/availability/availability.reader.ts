import type { DecimalText, LocalDate, Money, Price } from '#libs/kernel';
import { type Actor, checkInput, type HotReads, rows, type Work } from '#libs/platform';
import { type PriceKind, type PriceSource, type ShownCharge, shownCharges } from '../price/price.js';
import { type AppliedRate, type ConvertedPrice, converted } from '../rate/rate.js';
import { type AvailabilityInput, askedLines, availabilityInput, isByOffer } from './availability.input.js';
import type { AvailabilityRow, LineProblem, Obstacle, PartCandidate, StockPlace } from './availability.row.js';

/** What identifies and describes an offer, the same wherever it is read. */
export interface OfferCard {
  id: string;
  supplierId: string;
  partId: string;
  supplierPart: string;
  name: string;
  orderUnit: string;
  contentUnit: string | null;
  contentPerOrderUnit: DecimalText | null;
  priceUnit: string;
  /** Price units in one order unit. */
  priceFactor: { numerator: DecimalText; denominator: DecimalText };
  minimum: DecimalText;
  multiple: DecimalText;
  leadDays: number | null;
  leadKind: 'CALENDAR' | 'WORKING' | null;
  ncnr: boolean;
  returnableDays: number | null;
  condition: string | null;
  approvalBasis: string | null;
  countryOfOrigin: string | null;
  status: 'ACTIVE' | 'WITHDRAWN';
}

/** An offer for one line: what this buyer pays, what is there, when it can leave, what stands against it. */
export interface OfferAnswer {
  offer: OfferCard;
  /** null: there is none for this quantity on this day; `obstacles` says why. */
  price: Price | null;
  priceSource: PriceSource | null;
  agreementId: string | null;
  priceValidFrom: LocalDate | null;
  priceValidTo: LocalDate | null;
  breakFrom: DecimalText | null;
  smallestBreak: DecimalText | null;
  lineAmount: Money | null;
  charges: readonly ShownCharge[];
  packRule: { minimum: DecimalText; multiple: DecimalText; nearest: { below: DecimalText | null; above: DecimalText } | null };
  stock: StockPlace[];
  /** Free at all locations together, in order units. */
  available: DecimalText;
  leadDays: number | null;
  /** First day the whole quantity can leave the supplier; null: not before new stock comes. */
  earliest: LocalDate | null;
  /** null when no day was asked for. */
  needByMet: boolean | null;
  obstacles: readonly Obstacle[];
  /** What the price is worth. */
  priceType: PriceKind;
  /** Last day on which it is firm. */
  heldUntil: LocalDate | null;
  /** A confirmed quantity can be cancelled until so many days before it ships. */
  cancelDays: number | null;
  /** In the asked currency, with the rate; null: none was asked for, or there is no rate. */
  converted: ConvertedPrice | null;
  /** How much of what is free meets the wanted lots; null: none were asked for. */
  fitting: DecimalText | null;
  /** The asked quantity and the row, of which an explanation is made when one is wanted. */
  quantity: DecimalText;
  row: AvailabilityRow;
}

/** The answer to one line. */
export interface LineAnswer {
  /** Index in the question, from 0. */
  line: number;
  quantity: DecimalText;
  needBy: LocalDate | null;
  offers: OfferAnswer[];
  problem: { code: LineProblem; choices: readonly PartCandidate[] } | null;
}

interface Question {
  name: string;
  text: string;
  values: (string | null)[];
}

/** Lines by offer alone are the hot way; others are first made into candidates, and what can leave first comes in front. */
function question(orgId: string, input: AvailabilityInput): Question {
  const lines = askedLines(input);
  const [name, call, order] = isByOffer(lines)
    ? ['availability', 'supply.read_availability($1, $2)', '']
    : ['availability by question', 'supply.read_availability($1, supply.read_asked_lines($1, $2))', inFront];
  const asked: Question = { name, text: '', values: [orgId, JSON.stringify(lines)] };
  // The function is read to its end, and has bound the organisation, before anything beside it is looked up.
  const beside: string[] = [];
  if (input.displayCurrency != null) {
    asked.name += ', rated';
    beside.push(
      `left join lateral supply.rate_for(a.supplier_id, a.currency, $${asked.values.push(input.displayCurrency)}) r on true`,
    );
  }
  const wants = lines.map(({ want }) => want ?? null);
  if (wants.some((want) => want !== null)) {
    asked.name += ', fitting';
    beside.push(`left join lateral (select supply.fitting_quantity(a.supplier_id, a.offer_id, $${asked.values.push(JSON.stringify(wants))}::jsonb -> a.n)
      as fitting where a.offer_id is not null) w on true`);
  }
  const also = [
    ...(input.displayCurrency == null ? [] : [', r.*']),
    ...(beside.length > 0 && asked.name.endsWith('fitting') ? [', w.fitting'] : []),
  ];
  asked.text = `select a.*${also.join('')} from ${call} a ${beside.join(' ')}${order}`;
  return asked;
}

const inFront = ' order by a.n, a.earliest nulls last, a.amount is null, a.offer_id';

/**
 * Price and availability of up to 200 lines for the actor's organisation, by one statement. Every line is answered: with the
 * offers it may see, or with the reason why there is none. Nothing is guessed for a number that means several parts or none.
 * Throws BadInput.
 */
export async function readAvailability(hot: HotReads, actor: Actor, given: AvailabilityInput): Promise<LineAnswer[]> {
  const input = checkInput(availabilityInput, given);
  const { name, text, values } = question(actor.orgId, input);
  const found = await hot.call<RatedRow>(name, text, values);
  return lineAnswers(input, found);
}

type RatedRow = AvailabilityRow & AppliedRate & { fitting?: DecimalText };

/** The same inside a unit of work, seeing what it has written. */
export async function availabilityOf(work: Work, given: AvailabilityInput): Promise<LineAnswer[]> {
  const input = checkInput(availabilityInput, given);
  const { text, values } = question(work.actor.orgId, input);
  const found = await rows<AvailabilityRow>(work, text, values);
  return lineAnswers(input, found);
}

function lineAnswers({ lines, displayCurrency }: AvailabilityInput, found: readonly AvailabilityRow[]): LineAnswer[] {
  const answers = lines.map(
    ({ quantity, needBy }, line): LineAnswer => ({ line, quantity, needBy: needBy ?? null, offers: [], problem: null }),
  );
  for (const row of found) {
    const answer = answers[row.n];
    if (!answer) continue;
    if (row.problem) answer.problem = { code: row.problem, choices: row.choices ?? [] };
    if (row.offer_id) answer.offers.push(offerAnswer(row, answer.quantity, displayCurrency ?? null));
  }
  return answers;
}

const none: readonly never[] = Object.freeze([]);

// Plain objects that the default resolvers read: this runs once per offer of every question, so nothing here is computed twice.
function offerAnswer(row: AvailabilityRow, quantity: DecimalText, displayed: string | null): OfferAnswer {
  const { currency } = row;
  return {
    offer: offerCard(row, row.offer_id ?? ''),
    price: row.amount === null ? null : { amount: row.amount, currency, basis: row.basis, unit: row.price_unit },
    priceSource: row.price_source,
    agreementId: row.agreement_id,
    priceValidFrom: row.price_valid_from,
    priceValidTo: row.price_valid_to,
    breakFrom: row.break_from,
    smallestBreak: row.smallest_break,
    lineAmount: row.line_amount === null ? null : { amount: row.line_amount, currency },
    charges: row.charges === null ? none : shownCharges(row.charges, currency),
    packRule: {
      minimum: row.minimum,
      multiple: row.multiple,
      nearest: row.nearest_above === null ? null : { below: row.nearest_below, above: row.nearest_above },
    },
    stock: row.stock ?? [],
    available: row.free ?? '0',
    leadDays: row.lead_days,
    earliest: row.earliest,
    needByMet: row.need_by_met,
    obstacles: row.obstacles ? (row.obstacles.split(' ') as Obstacle[]) : none,
    priceType: row.obstacles?.includes('BUDGET_PRICE')
      ? 'BUDGET'
      : row.price_source === 'AGREEMENT'
        ? 'FIRM'
        : (row.price_type ?? 'FIRM'),
    heldUntil: row.held_until,
    cancelDays: row.cancel_days,
    converted: displayed === null ? null : converted(row as RatedRow, displayed),
    fitting: (row as RatedRow).fitting ?? null,
    quantity,
    row,
  };
}

function offerCard(row: AvailabilityRow, id: string): OfferCard {
  return {
    id,
    supplierId: row.supplier_id,
    partId: row.part_id,
    supplierPart: row.supplier_part,
    name: row.name,
    orderUnit: row.order_unit,
    contentUnit: row.content_unit,
    contentPerOrderUnit: row.content_per_order_unit,
    priceUnit: row.price_unit,
    priceFactor: { numerator: row.price_factor_num, denominator: row.price_factor_den },
    minimum: row.minimum,
    multiple: row.multiple,
    leadDays: row.lead_days,
    leadKind: row.lead_kind,
    ncnr: row.ncnr,
    returnableDays: row.returnable_days,
    condition: row.condition,
    approvalBasis: row.approval_basis,
    countryOfOrigin: row.country_of_origin,
    status: row.status,
  };
}
