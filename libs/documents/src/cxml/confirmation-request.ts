import { add, isCurrencyCode } from '#libs/kernel';
import { orderResponseBlanks } from '../canonical/blanks.js';
import type { DocumentPrice, Item } from '../canonical/line.js';
import type { OrderResponse, ResponseSchedule, ResponseStatus, ScheduleStatus } from '../canonical/order-response.js';
import { code, type Field, flag, listed, text } from '../grammar/field.js';
import { message, type Rule } from '../grammar/message.js';
import { beside, may, must, needed } from '../grammar/row.js';
import { amount, day, dayOfInstant, instant, unit } from './fields.js';
import { sequences } from './order-request.js';
import { isPlain, readPrice, shapePrice } from './price.js';
import { envelopeParties, itemDetailRows, itemIdRows } from './rows.js';

const HEAD = 'ConfirmationHeader';
const STATUS = 'ConfirmationItem[]/ConfirmationStatus[]';

/** ConfirmationHeader type; what the types say of lines that are not listed stands in `unlisted`. */
const TYPES: Readonly<Record<string, ResponseStatus>> = {
  accept: 'accepted',
  reject: 'rejected',
  detail: 'changed',
  except: 'changed',
  allDetail: 'changed',
  backordered: 'changed',
  replace: 'changed',
};

const headerType: Field<ResponseStatus> = {
  says: `confirmation type: ${Object.keys(TYPES).join(', ')}`,
  decode: (raw) =>
    (Object.hasOwn(TYPES, raw.trim()) ? TYPES[raw.trim()] : undefined) ?? {
      bad: 'CODE_UNKNOWN',
      message: 'The confirmation type is not one the hub knows.',
    },
  encode: (status, document) => {
    if (status === 'received')
      return { bad: 'CODE_NOT_EXPRESSIBLE', message: 'A ConfirmationRequest cannot say "received"; the cXML Response does.' };
    if (status !== 'changed') return status === 'accepted' ? 'accept' : 'reject';
    const unlisted = (document as OrderResponse).unlisted;
    return unlisted === 'accepted' ? 'except' : unlisted === 'backordered' ? 'backordered' : 'detail';
  },
};

const unlisted: Field<ScheduleStatus> = {
  says: 'except: the rest is accepted; backordered: the rest is back-ordered',
  decode: (raw) => (raw.trim() === 'except' ? 'accepted' : raw.trim() === 'backordered' ? 'backordered' : undefined),
  encode: () => undefined,
};

const LINE_TYPES: Readonly<Record<string, ScheduleStatus>> = {
  accept: 'accepted',
  allDetail: 'changed',
  detail: 'changed',
  backordered: 'backordered',
  reject: 'rejected',
};
const WRITTEN: Readonly<Record<ScheduleStatus, string>> = {
  accepted: 'accept',
  changed: 'detail',
  backordered: 'backordered',
  rejected: 'reject',
  substituted: 'detail',
};

const lineType: Field<{ status?: ScheduleStatus; rawStatus?: string }> = {
  says: `status of a quantity: ${Object.keys(LINE_TYPES).join(', ')}`,
  merges: { key: 'status' },
  decode: (raw) => {
    const own = raw.trim();
    const status = Object.hasOwn(LINE_TYPES, own) ? LINE_TYPES[own] : undefined;
    if (status === undefined)
      return { bad: 'CODE_UNKNOWN', message: 'The status of the quantity is not one the hub can act on.' };
    return WRITTEN[status] === own ? { status } : { status, rawStatus: own };
  },
  encode: ({ status, rawStatus }) => {
    if (status === undefined) return undefined;
    return rawStatus !== undefined && Object.hasOwn(LINE_TYPES, rawStatus) && LINE_TYPES[rawStatus] === status
      ? rawStatus
      : WRITTEN[status];
  },
};

/** A quantity as the rows carry it: with the item of ItemIn, its price, and whether it takes the ordered item's place. */
type Carried = ResponseSchedule & {
  itemPrice?: DocumentPrice;
  itemQuantity?: string;
  itemUnit?: { unit: string; rawUnit?: string };
  samePart?: boolean;
};

const items: Rule<OrderResponse> = {
  name: 'items',
  says: 'UnitPrice is per one unit of the line. A price per another basis, and a substitute, stand in ItemIn; Extrinsic Substitution=no says the part is the ordered one.',
  decoded: (response) => {
    for (const line of response.lines) for (const schedule of line.schedules as Carried[]) readSchedule(schedule);
    const priced = response.lines.flatMap((line) => line.schedules).find((schedule) => schedule.price?.currency !== undefined);
    if (response.currency === undefined && priced?.price?.currency !== undefined) response.currency = priced.price.currency;
    for (const schedule of response.lines.flatMap((line) => line.schedules)) readPrice(schedule, response.currency);
  },
  encoding: (response, report) => {
    const priced = response.lines.some(({ schedules }) => schedules.some(({ price }) => price !== undefined));
    response.lines.forEach((line, index) => {
      line.quantity ??= total(line.schedules);
      line.schedules.forEach((schedule, position) => {
        const at = `ConfirmationItem[${index + 1}]/ConfirmationStatus[${position + 1}]`;
        const plain = schedule.price === undefined || isPlain(schedule.price, schedule.quantity);
        shapePrice(schedule, { at, currency: response.currency, report });
        writeSchedule(schedule, { plain, item: line.item ?? { classifications: [], supplierPart: line.number } });
      });
    });
    if (!priced && response.currency !== undefined)
      report({ at: 'currency', code: 'NOT_EXPRESSED', message: 'An answer without prices names no currency.', severity: 'info' });
  },
};

const answered: Rule<OrderResponse> = {
  name: 'answered',
  says: 'An answer that says yes or no to the whole order lists no items; a yes that says more is detail.',
  encoding: (response) => {
    const more = response.lines.some(
      (line) =>
        line.schedules.length > 1 ||
        line.schedules.some(
          (one) =>
            one.status !== 'accepted' || one.price !== undefined || one.shipOn !== undefined || one.deliverOn !== undefined,
        ),
    );
    if (response.status === 'accepted' && more) response.status = 'changed';
    if (response.status !== 'changed') response.lines = [];
    response.operation ??= 'new';
  },
};

/**
 * Order confirmation, cXML 1.2 ConfirmationRequest. Source: cXML 1.2 (Fulfill.dtd 1.2.063). Status per quantity; answers belong to
 * the buyer's lineNumber. Buyer and supplier are credentials of the envelope. A reason is the comment of its quantity.
 */
export const cxmlConfirmationRequest = message<OrderResponse>({
  standard: 'cXML',
  release: '1.2',
  message: 'ConfirmationRequest',
  source: 'cXML 1.2, Fulfill.dtd 1.2.063, ConfirmationRequest',
  format: 'cxml',
  structure: { syntax: 'xml', root: 'ConfirmationRequest', sequences },
  blanks: orderResponseBlanks,
  extended: ['lines[]'],
  carried: [...envelopeParties, 'lines[].schedules[]', 'unlisted'],
  rows: [
    may(`${HEAD}@confirmID`, 'number', text(1, 200)),
    may(`${HEAD}@operation`, 'operation', code({ new: 'new', update: 'update' })),
    must(`${HEAD}@type`, 'status', headerType),
    may(`${HEAD}@type`, 'unlisted', unlisted),
    may(`${HEAD}@noticeDate`, 'issuedAt', instant),
    must(`${HEAD}@noticeDate`, 'issuedOn', dayOfInstant),
    may(`${HEAD}/DocumentReference@payloadID`, 'replaces', text(1, 500)),
    may(`${HEAD}/Total/Money@currency`, 'currency', { ...listed('ISO 4217', isCurrencyCode), encode: () => undefined }),
    may(`${HEAD}/Comments[]`, 'note[]', text(1, 10_000)),
    must('OrderReference@orderID', 'order.number', text(1, 200)),
    may('OrderReference@orderDate', 'order.issuedOn', day),
    needed('OrderReference/DocumentReference@payloadID', 'order.payloadId', text(1, 500)),
    must('ConfirmationItem[]@lineNumber', 'lines[].number', text(1, 50)),
    needed('ConfirmationItem[]@quantity', 'lines[].quantity.value', amount),
    may('ConfirmationItem[]/UnitOfMeasure', 'lines[].quantity', unit),
    must(`${STATUS}@type`, 'lines[].schedules[]', lineType),
    must(`${STATUS}@quantity`, 'lines[].schedules[].quantity.value', amount),
    must(`${STATUS}/UnitOfMeasure`, 'lines[].schedules[].quantity', unit),
    may(`${STATUS}@shipmentDate`, 'lines[].schedules[].shipOn', day),
    may(`${STATUS}@deliveryDate`, 'lines[].schedules[].deliverOn', day),
    may(`${STATUS}/UnitPrice/Money`, 'lines[].schedules[].price.amount', amount),
    may(`${STATUS}/UnitPrice/Money@currency`, 'lines[].schedules[].price.currency', listed('ISO 4217', isCurrencyCode)),
    may(`${STATUS}/ItemIn@quantity`, 'lines[].schedules[].itemQuantity' as 'lines[].number', amount),
    ...itemIdRows(`${STATUS}/ItemIn/ItemID`, 'lines[].schedules[].substitute'),
    may(`${STATUS}/ItemIn/ItemDetail/UnitPrice/Money`, 'lines[].schedules[].itemPrice.amount' as 'lines[].number', amount),
    may(
      `${STATUS}/ItemIn/ItemDetail/UnitPrice/Money@currency`,
      'lines[].schedules[].itemPrice.currency' as 'lines[].number',
      listed('ISO 4217', isCurrencyCode),
    ),
    ...itemDetailRows(`${STATUS}/ItemIn/ItemDetail`, 'lines[].schedules[].substitute'),
    may(`${STATUS}/ItemIn/ItemDetail/UnitOfMeasure`, 'lines[].schedules[].itemUnit' as 'lines[].number', unit),
    may(
      `${STATUS}/ItemIn/ItemDetail/PriceBasisQuantity@quantity`,
      'lines[].schedules[].itemPrice.basis' as 'lines[].number',
      amount,
    ),
    may(
      `${STATUS}/ItemIn/ItemDetail/PriceBasisQuantity@conversionFactor`,
      'lines[].schedules[].itemPrice.factor.numerator' as 'lines[].number',
      amount,
    ),
    may(
      `${STATUS}/ItemIn/ItemDetail/PriceBasisQuantity/UnitOfMeasure`,
      'lines[].schedules[].itemPrice' as 'lines[].number',
      unit,
    ),
    may(`${STATUS}/Comments`, 'lines[].schedules[].reason', text(1, 10_000)),
    may(`${STATUS}/Extrinsic[@name=Substitution]`, 'lines[].schedules[].samePart' as 'lines[].number', flag('no')),
    beside(`${HEAD}@operation`, 'new'),
  ],
  rules: [answered, items],
});

function readSchedule(schedule: Carried): void {
  if (schedule.itemPrice !== undefined) schedule.price = schedule.itemPrice;
  if (schedule.substitute !== undefined)
    schedule.substitute.classifications = schedule.substitute.classifications.filter((entry) => entry.code !== undefined);
  if (schedule.samePart === true) delete schedule.substitute;
  else if (schedule.substitute !== undefined && schedule.status === 'changed') schedule.status = 'substituted';
  delete schedule.itemPrice;
  delete schedule.itemQuantity;
  delete schedule.itemUnit;
  delete schedule.samePart;
}

/** Puts a price that UnitPrice cannot say, and a substitute, where the rows for ItemIn look. */
function writeSchedule(schedule: Carried, as: { plain: boolean; item: Item }): void {
  const substituted = schedule.status === 'substituted' && schedule.substitute !== undefined;
  if (!substituted) delete schedule.substitute;
  if (!substituted && as.plain) return;
  const item = substituted ? schedule.substitute : as.item;
  if (item === undefined) return;
  const { unit: measured, rawUnit, value } = schedule.quantity;
  schedule.substitute = { ...item, supplierPart: item.supplierPart ?? item.manufacturerPart ?? item.buyerPart ?? 'unknown' };
  schedule.itemQuantity = value;
  schedule.itemUnit = { unit: measured, ...(rawUnit === undefined ? {} : { rawUnit }) };
  if (schedule.price !== undefined) schedule.itemPrice = schedule.price;
  delete schedule.price;
  if (!substituted) schedule.samePart = true;
}

/** What was ordered, when the caller does not say: the sum of its quantities when they are of one unit. */
function total(schedules: readonly ResponseSchedule[]): ResponseSchedule['quantity'] {
  const first = schedules[0]?.quantity ?? { value: '0', unit: 'EA' };
  return { ...first, value: schedules.slice(1).reduce((sum, { quantity }) => add(sum, quantity.value), first.value) };
}
