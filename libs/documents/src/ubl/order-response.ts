import { isCurrencyCode } from '#libs/kernel';
import { orderResponseBlanks } from '../canonical/blanks.js';
import type { DocumentPrice, DocumentQuantity } from '../canonical/line.js';
import type { OrderResponse, OrderResponseLine, ResponseSchedule, ScheduleStatus } from '../canonical/order-response.js';
import { shapePrice } from '../canonical/ordering/unit-price.js';
import { date, listed, positive, text } from '../grammar/field.js';
import { message, type Rule, type RuleView } from '../grammar/message.js';
import { fixed, may, must, needed, same } from '../grammar/row.js';
import { responseCode, unit, zonedTime } from './parts/fields.js';
import { itemRows, partyRows } from './parts/rows.js';
import { sequences } from './parts/sequences.js';

const LINE = 'cac:OrderLine[]/cac:LineItem';
const SUBSTITUTE = 'cac:OrderLine[]/cac:SellerSubstitutedLineItem';

/** UNCL 1229 as Peppol uses it: 1 added, 3 changed, 5 accepted, 7 not accepted, 42 already delivered. */
const STATUS: Readonly<Record<string, ScheduleStatus>> = {
  '1': 'changed',
  '3': 'changed',
  '5': 'accepted',
  '7': 'rejected',
  '42': 'accepted',
};
const WRITTEN: Readonly<Record<ScheduleStatus, string>> = {
  accepted: '5',
  changed: '3',
  backordered: '3',
  substituted: '3',
  rejected: '7',
};

const header: Rule<OrderResponse> = {
  name: 'header',
  says: 'AP, RE and AB stand alone; an accepted answer that says more than yes is written as CA with its lines. The answer has a number and a currency.',
  decoded: (response) => {
    if (response.issuedAt !== undefined) response.issuedAt = `${response.issuedOn}T${response.issuedAt}`;
  },
  encoding: (response) => {
    response.number ??= response.order.number;
    const more = response.lines.some((line) => line.schedules.length > 1 || line.schedules.some(saysMore));
    if (response.status === 'accepted' && more) response.status = 'changed';
    if (response.status !== 'changed') response.lines = [];
  },
};

/** What a line of the model says and the quantities made of it do not. */
const UNSAID = ['quantity', 'action', 'amount'] as const;

const schedules: Rule<OrderResponse> = {
  name: 'schedules',
  says: "Each quantity is an OrderLine of its own with the same OrderLineReference; LineItem/ID is the supplier's and unique, made by -2, -3 behind it.",
  decoded: (response, view) => {
    response.lines.forEach((line, index) => {
      readLine(line, view, `lines[${index}]`);
    });
    response.lines = grouped(response.lines);
  },
  encoding: (response, report) => {
    for (const key of UNSAID)
      if (response.lines.some((line) => line[key] !== undefined))
        report({
          at: `lines[].${key}`,
          code: 'NOT_EXPRESSED',
          message: `The profile has no place for the ${key} of a line beside its answered quantities; it was not written.`,
          severity: 'info',
        });
    const used = new Set<string>();
    response.lines = response.lines.flatMap((line) =>
      line.schedules.map((schedule, index) => oneQuantity(line, { schedule, index, used })),
    );
  },
  written: (response, { nodeOf }) => {
    response.lines.forEach((line, index) => {
      if (line.schedules[0]?.status !== 'backordered') return;
      const item = nodeOf(`lines[${index}]`)?.children.find((child) => child.name === 'cac:LineItem');
      const quantity = item?.children.find((child) => child.name === 'cbc:Quantity');
      if (quantity !== undefined) quantity.name = 'cbc:MaximumBackorderQuantity';
    });
  },
};

/**
 * Order response, UBL 2.1, as Peppol BIS Ordering 3 (T76) writes it. Source: OASIS UBL 2.1; OpenPeppol BIS Ordering 3,
 * transaction T76, rules R003 and R007 to R010. The profile has no several dates per line, so a part quantity is a line of its own.
 * A price per another unit is written per order units, exactly, as in the order; T76 items have no property to tell the factor in.
 */
export const ublOrderResponse = message<OrderResponse>({
  standard: 'UBL',
  release: '2.1',
  message: 'OrderResponse',
  source: 'OASIS UBL 2.1 OrderResponse; Peppol BIS Ordering 3, transaction T76',
  format: 'ubl',
  structure: { syntax: 'xml', root: 'OrderResponse', sequences },
  blanks: { ...orderResponseBlanks, 'lines[]': () => ({ schedules: [], note: [] }) },
  extended: [],
  carried: ['lines[].schedules[]', 'lines[].note[]', 'lines[].quantity', 'lines[].number', 'lines[].supplierLine'],
  rows: [
    fixed('cbc:CustomizationID', 'urn:fdc:peppol.eu:poacc:trns:order_response:3'),
    fixed('cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:ordering:3'),
    must('cbc:ID', 'number', text(1, 200)),
    must('cbc:IssueDate', 'issuedOn', date('CCYY-MM-DD')),
    may('cbc:IssueTime', 'issuedAt', zonedTime),
    must('cbc:OrderResponseCode', 'status', responseCode),
    may('cbc:Note[]', 'note[]', text(1, 5000)),
    needed('cbc:DocumentCurrencyCode', 'currency', listed('ISO 4217', isCurrencyCode)),
    must('cac:OrderReference/cbc:ID', 'order.number', text(1, 200)),
    ...partyRows('cac:SellerSupplierParty/cac:Party', 'supplier'),
    ...partyRows('cac:BuyerCustomerParty/cac:Party', 'buyer'),
    may('cac:OrderLine[]/cac:OrderLineReference/cbc:LineID', 'lines[].number', text(1, 200)),
    must(`${LINE}/cbc:ID`, 'lines[].supplierLine', text(1, 200)),
    may(`${LINE}/cbc:Note`, 'lines[].schedules[0].reason', text(1, 5000)),
    may(`${LINE}/cbc:LineStatusCode`, 'lines[].schedules[0].rawStatus', text(1, 3)),
    may(`${LINE}/cbc:Quantity`, 'lines[].schedules[0].quantity.value', positive()),
    may(`${LINE}/cbc:Quantity@unitCode`, 'lines[].schedules[0].quantity', unit),
    may(`${LINE}/cac:Delivery/cac:PromisedDeliveryPeriod/cbc:EndDate`, 'lines[].schedules[0].deliverOn', date('CCYY-MM-DD')),
    may(`${LINE}/cac:Delivery/cac:PromisedDeliveryPeriod/cbc:StartDate`, 'lines[].schedules[0].deliverOn', date('CCYY-MM-DD')),
    may(`${LINE}/cac:Price/cbc:PriceAmount`, 'lines[].schedules[0].price.amount', positive()),
    same(`${LINE}/cac:Price/cbc:PriceAmount@currencyID`, 'currency'),
    may(`${LINE}/cac:Price/cbc:BaseQuantity`, 'lines[].schedules[0].price.basis', positive()),
    may(`${LINE}/cac:Price/cbc:BaseQuantity@unitCode`, 'lines[].schedules[0].price', unit),
    ...itemRows(`${LINE}/cac:Item`, 'lines[].item'),
    may(`${SUBSTITUTE}/cbc:ID`, 'lines[].substituteLine' as 'lines[].supplierLine', text(1, 200)),
    ...itemRows(`${SUBSTITUTE}/cac:Item`, 'lines[].schedules[0].substitute').filter((row) => !row.to.endsWith('.buyerPart')),
  ],
  rules: [header, schedules],
});

/** A line as the rows carry it: with the line of a substitute, which has no place in the model. */
type Carried = OrderResponseLine & { substituteLine?: string };

function saysMore(schedule: ResponseSchedule): boolean {
  return (
    schedule.status !== 'accepted' ||
    [schedule.shipOn, schedule.deliverOn, schedule.price, schedule.reason].some((said) => said !== undefined)
  );
}

function readLine(line: Carried, view: RuleView, path: string): void {
  delete line.substituteLine;
  const schedule = line.schedules[0] ?? ({ quantity: {} } as ResponseSchedule);
  line.schedules = [schedule];
  const raw = schedule.rawStatus;
  const known = raw === undefined ? undefined : STATUS[raw];
  if (known === undefined)
    view.report({ at: `${path}/LineStatusCode`, code: 'CODE_UNKNOWN', message: 'The line status is none of 1, 3, 5, 7, 42.' });
  schedule.status = schedule.substitute === undefined ? (known ?? 'changed') : 'substituted';
  const item = view.nodeOf(path)?.children.find((child) => child.name === 'cac:LineItem');
  const backorder = item?.children.find((child) => child.name === 'cbc:MaximumBackorderQuantity');
  const value = backorder === undefined ? undefined : positive().decode(backorder.values.get('') ?? '');
  const measured = unit.decode(backorder?.values.get('@unitCode') ?? '');
  if (schedule.quantity?.value === undefined && typeof value === 'string' && measured !== undefined && !('bad' in measured)) {
    schedule.quantity = { value, unit: measured.unit ?? '' };
    schedule.status = 'backordered';
    for (const key of ['', '@unitCode']) backorder?.used.add(key);
  }
  if (raw !== undefined && WRITTEN[schedule.status] === raw) delete schedule.rawStatus;
  if (schedule.price !== undefined) {
    schedule.price.basis ??= '1';
    schedule.price.unit ??= schedule.quantity?.unit ?? '';
  }
}

/** Lines of one buyer's line become its schedules; a line that names none is its own. */
function grouped(lines: readonly OrderResponseLine[]): OrderResponseLine[] {
  const byNumber = new Map<string, OrderResponseLine>();
  for (const line of lines) {
    line.number ??= line.supplierLine ?? '';
    const first = byNumber.get(line.number);
    if (first !== undefined) first.schedules.push(...line.schedules);
    else {
      byNumber.set(line.number, line);
      if (line.supplierLine === line.number) delete line.supplierLine;
    }
  }
  return [...byNumber.values()];
}

function oneQuantity(line: OrderResponseLine, part: { schedule: ResponseSchedule; index: number; used: Set<string> }): Carried {
  const { schedule, index, used } = part;
  const base = line.supplierLine ?? line.number;
  let id = index === 0 ? base : `${base}-${index + 1}`;
  for (let more = index + 2; used.has(id); more++) id = `${base}-${more}`;
  used.add(id);
  const item = line.item ?? { classifications: [] };
  const raw =
    schedule.rawStatus !== undefined && STATUS[schedule.rawStatus] === schedule.status
      ? schedule.rawStatus
      : WRITTEN[schedule.status];
  const reason = schedule.reason ?? (index === 0 && line.note.length > 0 ? line.note.join('; ') : undefined);
  const price = schedule.price === undefined ? undefined : perOrderUnit(schedule.quantity, schedule.price);
  return {
    number: line.number,
    supplierLine: id,
    note: [],
    item: named(item, line.number),
    schedules: [
      { ...schedule, rawStatus: raw, ...(reason === undefined ? {} : { reason }), ...(price === undefined ? {} : { price }) },
    ],
    ...(schedule.substitute === undefined ? {} : { substituteLine: id }),
  };
}

function named<T extends { name?: string; description?: string; supplierPart?: string; buyerPart?: string }>(
  item: T,
  fallback: string,
): T {
  return { ...item, name: item.name ?? item.description ?? item.supplierPart ?? item.buyerPart ?? fallback };
}

/** Per order units, as Peppol reckons a line (T01-R024): the profile has no place for a factor, and a reader takes BaseQuantity for units of the line. */
function perOrderUnit(quantity: DocumentQuantity, price: DocumentPrice): DocumentPrice {
  const priced = { quantity, price: { ...price } };
  shapePrice(priced);
  const { factor: _none, ...written } = priced.price as DocumentPrice;
  return written;
}
