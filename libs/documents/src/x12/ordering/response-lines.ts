import type { DocumentQuantity } from '../../canonical/line.js';
import type { OrderResponseLine, ResponseSchedule, ResponseStatus } from '../../canonical/order-response.js';
import { date, positive } from '../../grammar/field.js';
import type { RuleView } from '../../grammar/message.js';
import type { GrammarNode } from '../../grammar/node.js';
import { unit } from '../parts/fields.js';
import { readPrice, shapePrice } from '../parts/price.js';

const SHIP_DATES = ['068', '010', '011', '004', '118'];

/** The price of PO104 belongs to every quantity of the line. */
export function spreadPrice(line: OrderResponseLine, node: GrammarNode | undefined): void {
  const first = line.schedules[0];
  const quantity = line.quantity ?? first?.quantity;
  if (first?.price === undefined || quantity === undefined) {
    if (first?.price !== undefined) delete first.price;
    return;
  }
  const priced = { quantity, price: first.price };
  readPrice(priced, node);
  for (const schedule of line.schedules) {
    if (priced.price === undefined) delete schedule.price;
    else schedule.price = priced.price;
  }
}

/** ACK02 and ACK03 may be absent (ACK*IA says yes to the line): the quantity is then the one of PO102 and PO103. */
export function fillQuantities(line: OrderResponseLine, at: string, report: RuleView['report']): void {
  line.schedules = line.schedules.filter((schedule, index) => {
    const own: Partial<DocumentQuantity> = schedule.quantity ?? {};
    const value = own.value ?? line.quantity?.value;
    const measured = own.unit === undefined ? line.quantity : own;
    if (value === undefined || measured?.unit === undefined) {
      report({
        at: `${at}/ACK[${index + 1}]02`,
        code: 'VALUE_MISSING',
        message: 'Neither the answer nor its line says a quantity with its unit.',
      });
      return false;
    }
    const { unit: standard, rawUnit } = measured;
    schedule.quantity = { value, unit: standard, ...(rawUnit === undefined ? {} : { rawUnit }) };
    return true;
  });
}

/** One price per line is all the set can say: the first is written. */
export function linePrice(
  line: OrderResponseLine,
  { at, basis }: { at: string; basis: string },
  report: RuleView['report'],
): void {
  const first = line.schedules.find((schedule) => schedule.price !== undefined);
  const head = line.schedules[0];
  if (first?.price === undefined || head === undefined) return;
  const same = JSON.stringify(first.price);
  if (line.schedules.some((schedule) => schedule.price !== undefined && JSON.stringify(schedule.price) !== same)) {
    report({
      at: `${at}${basis === '05' ? '04' : '06'}`,
      code: 'PRICE_PER_QUANTITY',
      message: 'The set has one price per line; the quantities of this line have several. The first was written.',
      severity: 'warning',
    });
  }
  const priced = { quantity: line.quantity ?? first.quantity, price: structuredClone(first.price) };
  shapePrice(priced, `${at}${basis}`, report);
  for (const schedule of line.schedules) delete schedule.price;
  head.price = priced.price;
}

/** An SCH as a quantity of its own, with the answer of the only ACK or of the header. */
export function scheduled(node: GrammarNode, line: OrderResponseLine, status: ResponseStatus): ResponseSchedule | undefined {
  const value = positive({ digits: 15 }).decode(node.values.get('01') ?? '');
  const measured = unit.decode(node.values.get('02') ?? '');
  const only = line.schedules[0];
  const known = only?.status ?? (status === 'rejected' ? 'rejected' : 'accepted');
  if (typeof value !== 'string' || measured === undefined || 'bad' in measured || measured.unit === undefined) return only;
  const day = date('CCYYMMDD').decode(node.values.get('06') ?? '');
  const key = SHIP_DATES.includes(node.values.get('05') ?? '') ? 'shipOn' : 'deliverOn';
  for (const used of ['01', '02', '05', '06']) node.used.add(used);
  return {
    ...only,
    status: known,
    quantity: { value, unit: measured.unit, ...(measured.rawUnit === undefined ? {} : { rawUnit: measured.rawUnit }) },
    ...(typeof day === 'string' ? { [key]: day } : {}),
  };
}
