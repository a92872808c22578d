import type { OrderResponse, OrderResponseLine, ResponseSchedule, ScheduleStatus } from '../canonical/order-response.js';
import { type Field, positive } from '../grammar/field.js';
import type { RuleView } from '../grammar/message.js';
import type { GrammarNode } from '../grammar/node.js';
import { day, unit } from './fields/fields.js';
import { readPrice, shapePrice } from './shared/price.js';
import { assumeUnit, describeItem } from './shared/rules.js';

/** LIN02, element 1229, what becomes of a line. Source: UN/EDIFACT code list 1229; the first of each status is written. */
const ANSWERS: readonly (readonly [string, ScheduleStatus])[] = [
  ['5', 'accepted'],
  ['3', 'changed'],
  ['7', 'rejected'],
  ['6', 'changed'],
  ['1', 'changed'],
  ['2', 'rejected'],
  ['8', 'accepted'],
  ['9', 'changed'],
  ['10', 'rejected'],
  ['11', 'accepted'],
  ['21', 'rejected'],
  ['23', 'changed'],
  ['24', 'changed'],
];
const WRITTEN: Readonly<Record<ScheduleStatus, string>> = {
  accepted: '5',
  changed: '3',
  backordered: '3',
  substituted: '3',
  rejected: '7',
};

export const lineAnswer: Field<{ status?: ScheduleStatus; rawStatus?: string }> = {
  says: `line status, element 1229: ${ANSWERS.map(([code]) => code).join(', ')}; others are kept`,
  merges: { key: 'status' },
  decode: (raw) => {
    const status = ANSWERS.find(([code]) => code === raw.trim())?.[1];
    if (status === undefined) return undefined;
    return WRITTEN[status] === raw.trim() ? { status } : { status, rawStatus: raw.trim() };
  },
  encode: ({ status, rawStatus }) => {
    if (status === undefined) return undefined;
    return ANSWERS.some(([code, known]) => code === rawStatus && known === status) ? rawStatus : WRITTEN[status];
  },
};

/** QTY of an answer by element 6063, and what it says of the quantity by itself. */
export const answerQuantities = '113|12|40|46|131|83|185|182';
const BY_QUANTITY: Readonly<Record<string, ScheduleStatus>> = { '83': 'backordered', '185': 'rejected', '182': 'rejected' };
const TO_DELIVER = '113';
const SHIP_DATES = ['11', '10'];
const DELIVERY_DATES = ['69', '67', '76', '75', '17', '2'];

/** One LIN may answer with several quantities, each a QTY of its own or a schedule (SCC); without any it answers for what was ordered. */
export function readSchedules(
  line: OrderResponseLine,
  node: GrammarNode | undefined,
  where: { at: string; response: OrderResponse; report: RuleView['report'] },
): void {
  const { at, response, report } = where;
  const place = { at: `${at}/QTY01:3`, node };
  assumeUnit(line.quantity, place, report);
  const first: Partial<ResponseSchedule> = line.schedules[0] ?? {};
  const own = quantitiesOf(node);
  const planned = (node?.children ?? []).filter(({ name }) => name === 'SCC').flatMap((plan) => quantitiesOf(plan));
  const said = planned.length > 0 ? planned : own;
  const status = first.status ?? statusOf(response, line);
  if (said.length <= 1 && planned.length === 0) {
    const quantity = first.quantity ?? line.quantity;
    assumeUnit(quantity, place, report);
    if (quantity?.value === undefined)
      report({ at: `${at}/QTY01:2`, code: 'VALUE_MISSING', message: 'Neither the answer nor its line says a quantity.' });
    line.schedules = quantity?.value === undefined ? [] : [{ ...first, status: byQuantity(said[0], first, status), quantity }];
  } else
    line.schedules = said.map((quantity, index) =>
      scheduleOf(quantity, index === 0 || planned.length > 0 ? first : withoutDates(first), status),
    );
  for (const schedule of line.schedules) {
    priceOf(schedule, line, node);
    if (!ANSWERS.some(([code, known]) => code === schedule.rawStatus && known === schedule.status)) delete schedule.rawStatus;
  }
}

/** Quantities that answer: in a schedule all of them. */
function quantitiesOf(node: GrammarNode | undefined): GrammarNode[] {
  const quantities = (node?.children ?? []).filter(({ name }) => name === 'QTY');
  if (node?.name === 'SCC') return quantities;
  return quantities.filter(({ values }) => answerQuantities.split('|').includes(values.get('01') ?? ''));
}

/** A line without a status has that of the answer as a whole; where that only says that lines differ, it is looked at. */
function statusOf(response: OrderResponse, line: OrderResponseLine): ScheduleStatus {
  if (line.schedules[0]?.substitute !== undefined) return 'substituted';
  return response.status === 'accepted' || response.status === 'rejected' ? response.status : 'changed';
}

function byQuantity(quantity: GrammarNode | undefined, first: Partial<ResponseSchedule>, status: ScheduleStatus): ScheduleStatus {
  const said = BY_QUANTITY[quantity?.values.get('01') ?? ''];
  if (said !== undefined) return said;
  return first.substitute !== undefined && status !== 'rejected' ? 'substituted' : status;
}

function withoutDates({
  shipOn: _ship,
  deliverOn: _deliver,
  reason: _reason,
  ...rest
}: Partial<ResponseSchedule>): Partial<ResponseSchedule> {
  return rest;
}

function scheduleOf(node: GrammarNode, line: Partial<ResponseSchedule>, status: ScheduleStatus): ResponseSchedule {
  const value = positive().decode((node.values.get('01:2') ?? '').replace(',', '.'));
  const measured = unit.decode(node.values.get('01:3') ?? 'C62');
  for (const key of ['01', '01:2', '01:3']) node.used.add(key);
  const known = measured !== undefined && !('bad' in measured) ? measured : {};
  const { deliverOn, shipOn } = datesOf(node);
  return {
    ...line,
    status: byQuantity(node, line, status),
    quantity: {
      value: typeof value === 'string' ? value : (line.quantity?.value ?? '0'),
      unit: known.unit ?? line.quantity?.unit ?? 'C62',
      ...(known.rawUnit === undefined ? {} : { rawUnit: known.rawUnit }),
    },
    ...(deliverOn === undefined ? {} : { deliverOn }),
    ...(shipOn === undefined ? {} : { shipOn }),
  };
}

/** Dates below a quantity of a schedule. */
function datesOf(node: GrammarNode): Pick<ResponseSchedule, 'deliverOn' | 'shipOn'> {
  const find = (qualifiers: readonly string[]): string | undefined => {
    const found = node.children.find(({ name, values }) => name === 'DTM' && qualifiers.includes(values.get('01') ?? ''));
    const read = found === undefined ? undefined : day.decode(found.values.get('01:2') ?? '');
    if (typeof read !== 'string') return undefined;
    for (const key of ['01', '01:2']) found?.used.add(key);
    return read;
  };
  const [deliverOn, shipOn] = [find(DELIVERY_DATES), find(SHIP_DATES)];
  return { ...(deliverOn === undefined ? {} : { deliverOn }), ...(shipOn === undefined ? {} : { shipOn }) };
}

/** PRI holds for every quantity of its line. */
function priceOf(schedule: ResponseSchedule, line: OrderResponseLine, node: GrammarNode | undefined): void {
  const { price } = schedule;
  if (price === undefined) return;
  const priced = { quantity: line.quantity ?? schedule.quantity, price: { ...price } };
  readPrice(priced, node);
  if (priced.price === undefined) delete schedule.price;
  else schedule.price = priced.price;
}

/** Answers to one line of the buyer are one line with several schedules; a line that names none of his is its own. */
export function grouped(lines: readonly OrderResponseLine[]): OrderResponseLine[] {
  const byNumber = new Map<string, OrderResponseLine>();
  for (const line of lines) {
    const first = byNumber.get(line.number);
    if (line.supplierLine === line.number) delete line.supplierLine;
    if (first === undefined) byNumber.set(line.number, line);
    else first.schedules.push(...line.schedules);
  }
  return [...byNumber.values()];
}

/** Lines for the rows to write: each quantity one, LIN01 once each; the buyer's number stands in RFF+LI where LIN01 is not it. */
export function apart(response: OrderResponse, report: RuleView['report']): OrderResponseLine[] {
  const numbers = new Set(response.lines.flatMap(({ number, supplierLine }) => [number, supplierLine]));
  const used = new Set<string>();
  let next = 0;
  const draw = (wanted: readonly (string | undefined)[]): string => {
    const free = wanted.find((text) => text !== undefined && /^\d{1,6}$/.test(text) && !used.has(text));
    if (free !== undefined) return free;
    do next++;
    while (used.has(String(next)) || numbers.has(String(next)));
    return String(next);
  };
  return response.lines.flatMap((line) =>
    line.schedules.map((schedule, index) => {
      const id = draw(index === 0 ? [line.supplierLine, line.number] : []);
      used.add(id);
      return oneQuantity(line, { id, index, schedule, report });
    }),
  );
}

function oneQuantity(
  line: OrderResponseLine,
  part: { id: string; index: number; schedule: ResponseSchedule; report: RuleView['report'] },
): OrderResponseLine {
  const { id, index, schedule, report } = part;
  const item = line.item === undefined ? undefined : { ...line.item };
  describeItem(item);
  const priced = {
    quantity: line.quantity ?? schedule.quantity,
    ...(schedule.price === undefined ? {} : { price: { ...schedule.price } }),
  };
  shapePrice(priced, `LIN[${id}]/PRI01:5`, report);
  const { extensions, ...rest } = line;
  const written = {
    ...rest,
    ...(index === 0 && extensions !== undefined ? { extensions } : {}),
    ...(item === undefined ? {} : { item }),
    supplierLine: id,
    note: index === 0 ? line.note : [],
    schedules: [{ ...schedule, ...(priced.price === undefined ? {} : { price: priced.price }) }],
  };
  if (id !== line.number) return written;
  const { number: _same, ...unnumbered } = written;
  return unnumbered as OrderResponseLine;
}

/** The kind of a quantity says what becomes of it: 83 comes later, 185 never. */
export function markQuantity(node: GrammarNode | undefined, status: ScheduleStatus | undefined): void {
  const quantity = node?.children.find(({ name, values }) => name === 'QTY' && values.get('01') === TO_DELIVER);
  if (quantity === undefined || (status !== 'backordered' && status !== 'rejected')) return;
  quantity.values.set('01', status === 'backordered' ? '83' : '185');
}
