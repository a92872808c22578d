import { orderResponseBlanks } from '../canonical/blanks.js';
import type { OrderResponse, ResponseStatus, ScheduleStatus } from '../canonical/order-response.js';
import { type Field, text } from '../grammar/field.js';
import { message, type Rule } from '../grammar/message.js';
import { newNode } from '../grammar/node.js';
import { beside, dropped, fixed, may, must } from '../grammar/row.js';
import { structureOf } from './directory/directory.js';
import { day, knownCoded, sized, unit } from './fields/fields.js';
import { inBoth } from './in-both.js';
import { answerQuantities, apart, grouped, lineAnswer, markQuantity, readSchedules } from './response-lines.js';
import { countRows, currencyAt, currencyField } from './shared/header-rows.js';
import { itemRows, partyRows, substituteRows } from './shared/part-rows.js';
import { priceRows, writeFactor } from './shared/price.js';
import { moment, numberLine } from './shared/rules.js';

/** BGM03, element 1225: what the supplier says of the whole; 9 and others leave it to BGM04 and the lines. */
const verdict: Field<ResponseStatus> = {
  ...knownCoded<ResponseStatus>('1225', [
    ['29', 'accepted'],
    ['27', 'rejected'],
    ['4', 'changed'],
    ['5', 'changed'],
    ['28', 'changed'],
    ['30', 'changed'],
    ['33', 'changed'],
    ['34', 'changed'],
    ['36', 'changed'],
    ['44', 'accepted'],
    ['45', 'changed'],
    ['48', 'rejected'],
  ]),
  encode: (status) => ({ accepted: '29', rejected: '27', changed: '4', received: undefined })[status],
};

/** BGM04, element 4343. */
const answer: Field<ResponseStatus> = knownCoded('4343', [
  ['AB', 'received'],
  ['AP', 'accepted'],
  ['AD', 'accepted'],
  ['RE', 'rejected'],
  ['AC', 'changed'],
  ['AI', 'changed'],
  ['CA', 'changed'],
]);

const exception: Field<ScheduleStatus> = {
  says: 'AI: lines that are not listed are accepted',
  decode: (raw) => (raw.trim() === 'AI' ? 'accepted' : undefined),
  encode: (status) =>
    status === 'accepted' ? 'AI' : { bad: 'CODE_NOT_EXPRESSIBLE', message: `ORDRSP cannot say that other lines are ${status}.` },
};

/** Read in preference to LIN01, never written: guides name the line of the order behind its number. */
const orderLine: Field<string> = { says: 'line of the order, read only', decode: (raw) => raw.trim(), encode: () => undefined };

/** An order named at its lines alone is the order of the answer. */
const order: Rule<OrderResponse> = {
  name: 'order',
  says: 'Where only the lines name the order, the first of them names that of the answer. Without a verdict the answer is what its lines say, without lines it is received.',
  reading: (root) => {
    const named = (node: { name: string; values: ReadonlyMap<string, string> }) =>
      node.name === 'RFF' && ['ON', 'CO'].includes(node.values.get('01') ?? '');
    if (root.children.some(named)) return;
    const found = root.children
      .filter(({ name }) => name === 'LIN')
      .flatMap(({ children }) => children)
      .find(named)
      ?.values.get('01:2');
    if (found === undefined) return;
    const reference = newNode('RFF');
    reference.values.set('01', 'ON').set('01:2', found);
    root.children.push(reference);
  },
  decoded: (response) => {
    if (response.status !== undefined) return;
    const said = new Set(response.lines.flatMap(({ schedules }) => schedules.map(({ status }) => status)));
    const [only] = said;
    response.status =
      said.size === 0 ? 'received' : said.size === 1 && (only === 'accepted' || only === 'rejected') ? only : 'changed';
  },
};

const schedules: Rule<OrderResponse> = {
  name: 'schedules',
  says: "Each quantity is a LIN of its own with the buyer's number in LIN01 or RFF+LI; read, several QTY or SCC of one LIN are several quantities. QTY 83 comes later, 185 never.",
  decoded: (response, { nodeOf, report }) => {
    response.lines.forEach((line, index) => {
      if (line.number === undefined && line.supplierLine !== undefined) line.number = line.supplierLine;
      numberLine(line, index, report);
      readSchedules(line, nodeOf(`lines[${index}]`), { at: `LIN[${index + 1}]`, response, report });
    });
    response.lines = grouped(response.lines);
  },
  encoding: (response, report) => {
    response.lines = apart(response, report);
  },
  written: (response, { nodeOf, report }) => {
    response.lines.forEach((line, index) => {
      const node = nodeOf(`lines[${index}]`);
      const [schedule] = line.schedules;
      markQuantity(node, schedule?.status);
      if (schedule?.price === undefined) return;
      writeFactor({ quantity: line.quantity ?? schedule.quantity, price: schedule.price }, node, {
        at: `LIN[${index + 1}]/QTY01:2`,
        report,
      });
    });
  },
};

/**
 * Answer to an order. Source: UN/EDIFACT D.96A and D.01B, message ORDRSP. CONTRL is another document: it never accepts an order.
 */
export const edifactOrderResponses = inBoth((release) => {
  const size = sized(release);
  return message<OrderResponse>({
    standard: 'EDIFACT',
    release,
    message: 'ORDRSP',
    source: `UN/EDIFACT ${release}, message ORDRSP (purchase order response)`,
    format: 'edifact',
    structure: { syntax: 'edifact', segments: structureOf(release, 'ORDRSP') },
    blanks: orderResponseBlanks,
    // Lines are grouped after they were read, so that a place in them is no longer theirs alone.
    extended: [],
    carried: ['lines[].schedules[]', 'lines[].number', 'issuedAt'],
    rows: [
      may('BGM02', 'number', size.text('BGM02')),
      may('BGM03', 'status', verdict),
      may('BGM04', 'unlisted', exception),
      may('BGM04', 'status', answer),
      beside('BGM03', '9'),
      fixed('BGM01', '231'),
      must('DTM[01=137]01:2', 'issuedOn', day),
      must('RFF[01=ON|CO]01:2', 'order.number', size.text('RFF01:2')),
      may('RFF[01=ON|CO]/DTM[01=171|4]01:2', 'order.issuedOn', day),
      ...(release === 'D.01B' ? [may('RFF[01=ON|CO]01:5', 'order.version', size.text('RFF01:5'))] : []),
      may('FTX[01=AAI|ZZZ|PUR|COI|GEN|SUR][]04', 'note[]', size.free('FTX04')),
      may(currencyAt, 'currency', currencyField),
      beside('CUX01:3', '9'),
      ...partyRows('NAD[01=BY|OB]', 'buyer', size),
      ...partyRows('NAD[01=SU|SE]', 'supplier', size),
      may('LIN[]/RFF[01=LI]01:2', 'lines[].number', size.text('RFF01:2')),
      may('LIN[]/RFF[01=ON|CO]01:3', 'lines[].number', orderLine),
      may('LIN[]01', 'lines[].supplierLine', text(1, 6)),
      may('LIN[]02', 'lines[].schedules[0]', lineAnswer),
      ...itemRows('LIN[]', 'lines[].item', size),
      may('LIN[]/NAD[01=MF]04', 'lines[].item.manufacturer', size.free('NAD04')),
      may('LIN[]/IMD[01=F|B|E|A|C]03:4', 'lines[].item.description', size.free('IMD03:4')),
      may('LIN[]/IMD03:4', 'lines[].item.description', size.free('IMD03:4')),
      ...substituteRows('LIN[]', 'lines[].schedules[0].substitute', size),
      may('LIN[]/QTY[01=21]01:2', 'lines[].quantity.value', size.positive('QTY01:2')),
      may('LIN[]/QTY[01=21]01:3', 'lines[].quantity', unit),
      may(`LIN[]/QTY[01=${answerQuantities}]01:2`, 'lines[].schedules[0].quantity.value', size.positive('QTY01:2')),
      may(`LIN[]/QTY[01=${answerQuantities}]01:3`, 'lines[].schedules[0].quantity', unit),
      may('LIN[]/DTM[01=69|67|76|75|17|2]01:2', 'lines[].schedules[0].deliverOn', day),
      may('LIN[]/DTM[01=11|10]01:2', 'lines[].schedules[0].shipOn', day),
      may('LIN[]/FTX[01=CHG|SUR]04', 'lines[].schedules[0].reason', size.free('FTX04')),
      may('LIN[]/FTX[01=AAI|ZZZ|PUR|COI|LIN][]04', 'lines[].note[]', size.free('FTX04')),
      ...priceRows('LIN[]', 'lines[].schedules[0].price', size),
      fixed('UNS01', 'S'),
      ...countRows,
      dropped('LIN[]/RFF[01=ON|CO]01:2'),
    ],
    rules: [schedules, order, moment()],
  });
});
