import { quotationBlanks } from '../../canonical/sourcing/blanks.js';
import type { Quotation, QuotationLine } from '../../canonical/sourcing/quotation.js';
import { text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import type { GrammarNode } from '../../grammar/node.js';
import { beside, fixed, may, must } from '../../grammar/row.js';
import { structureOf } from '../directory/directory.js';
import { coded, day, knownCoded, type Sized, sized, unit } from '../fields/fields.js';
import { inBoth } from '../in-both.js';
import {
  countRows,
  currencyAt,
  currencyField,
  documentChargeRows,
  numberRows,
  purpose,
  summaryRows,
  termRows,
} from '../shared/header-rows.js';
import { carriedPrices } from '../shared/line-rows.js';
import { chargeRows, itemRows, partyRows, placeRows } from '../shared/part-rows.js';
import { priceAt, readPrice, shapePrice } from '../shared/price.js';
import { assumed, assumeUnit, moment, priceBasis, texts } from '../shared/rules.js';
import { rangeKey } from '../tree/levels.js';

const RANGE = 'range';

/** Prices of a line that hold from a quantity on are those with a range (RNG); each with its own basis and unit. */
const breaks: Rule<Quotation> = {
  name: 'breaks',
  says: 'A PRI with a range (RNG) is a price from that quantity on, one without is the price of the line. A line without a code is offered as asked for.',
  reading: (root) => {
    for (const line of root.children)
      for (const price of line.children)
        if (price.name === 'PRI' && price.children.some(({ name }) => name === 'RNG')) price.values.set(rangeKey, RANGE);
  },
  decoded: (quotation, { nodeOf, report }) => {
    quotation.status ??= 'offered';
    quotation.lines.forEach((line, index) => {
      line.offer ??= 'asRequested';
      const node = nodeOf(`lines[${index}]`);
      for (const quantity of [line.minimum, line.multiple])
        assumeUnit(quantity, { at: `LIN[${index + 1}]/QTY01:3`, node }, report);
      readBreaks(line, node);
    });
  },
  encoding: (quotation, report) => {
    quotation.lines.forEach((line, index) => {
      for (const one of line.breaks)
        shapePrice({ quantity: line.quantity, price: one.price }, `LIN[${index + 1}]/PRI01:5`, report);
    });
  },
  written: (quotation, { nodeOf }) => {
    quotation.lines.forEach((line, index) => {
      for (const price of nodeOf(`lines[${index}]`)?.children ?? [])
        for (const range of price.children)
          if (range.name === 'RNG' && range.values.has('02:2'))
            range.values.set('02', line.quantity.rawUnit ?? line.quantity.unit);
    });
  },
};

function readBreaks(line: QuotationLine, node: GrammarNode | undefined): void {
  line.breaks = line.breaks.flatMap((one) => {
    const priced = { quantity: line.quantity, price: one.price };
    readPrice(priced, node);
    return priced.price === undefined || one.from === undefined ? [] : [{ ...one, price: priced.price }];
  });
  for (const price of node?.children ?? [])
    for (const range of price.children)
      if (
        range.name === 'RNG' &&
        range.used.has('02:2') &&
        range.values.get('02') === (line.quantity.rawUnit ?? line.quantity.unit)
      )
        range.used.add('02');
  for (const price of node?.children ?? []) if (price.name === 'PRI') price.used.add(rangeKey);
}

function lineRows(size: Sized) {
  const quantity = size.positive('QTY01:2');
  const ranged = `LIN[]/PRI[01=AAA|INV|CAL|NTP|CON|AAB][${rangeKey}=${RANGE}][]`;
  return [
    may('LIN[]01', 'lines[].number', text(1, 6)),
    may(
      'LIN[]02',
      'lines[].offer',
      knownCoded('1229', [
        ['5', 'asRequested'],
        ['3', 'alternative'],
        ['7', 'none'],
        ['6', 'alternative'],
        ['21', 'none'],
      ]),
    ),
    may('LIN[]/RFF[01=LI]01:2', 'lines[].requestLine', size.text('RFF01:2')),
    may('LIN[]/RFF[01=AHU]01:3', 'lines[].requestLine', text(1, 6)),
    ...itemRows('LIN[]', 'lines[].item', size),
    may('LIN[]/NAD[01=MF]04', 'lines[].item.manufacturer', size.free('NAD04')),
    may('LIN[]/IMD[01=F|B|E|A|C]03:4', 'lines[].item.description', size.free('IMD03:4')),
    may('LIN[]/IMD03:4', 'lines[].item.description', size.free('IMD03:4')),
    may('LIN[]/PIA[01=1|5][02:2=EC|DR]02', 'lines[].revision', size.text('PIA02')),
    may('LIN[]/FTX[01=AAI|ZZZ|PUR|COI|LIN][]04', 'lines[].note[]', size.free('FTX04')),
    must('LIN[]/QTY[01=21|1|113]01:2', 'lines[].quantity.value', quantity),
    may('LIN[]/QTY[01=21|1|113]01:3', 'lines[].quantity', unit),
    may('LIN[]/QTY[01=53]01:2', 'lines[].minimum.value', quantity),
    may('LIN[]/QTY[01=53]01:3', 'lines[].minimum', unit),
    may('LIN[]/QTY[01=165]01:2', 'lines[].multiple.value', quantity),
    may('LIN[]/QTY[01=165]01:3', 'lines[].multiple', unit),
    ...priceAt(`LIN[]/PRI[01=AAA|INV|CAL|NTP|CON|AAB][${rangeKey}!=${RANGE}]`, 'lines[].price', size),
    must(`${ranged}/RNG02:2`, 'lines[].breaks[].from', size.positive('RNG02:2')),
    ...priceAt(ranged, 'lines[].breaks[].price', size),
    beside(`${ranged}/RNG01`, '4'),
    may('LIN[]/MOA[01=203|66]01:2', 'lines[].amount', size.number('MOA01:2')),
    ...chargeRows('LIN[]/ALC', 'lines[].charges[]', size),
    may('LIN[]/DTM[01=69|67|2|17]01:2', 'lines[].deliverOn', day),
    may('LIN[]/DTM[01=169]01:5(01:3=804)', 'lines[].leadDays', text(1, 4)),
    may('LIN[]/DTM[01=36]01:2', 'lines[].validUntil', day),
  ] as const;
}

/** Quotation. Source: UN/EDIFACT D.96A and D.01B, message QUOTES. Attachments have no place; a lead time is in days (804). */
export const edifactQuotations = inBoth((release) => {
  const size = sized(release);
  return message<Quotation>({
    standard: 'EDIFACT',
    release,
    message: 'QUOTES',
    source: `UN/EDIFACT ${release}, message QUOTES (quote)`,
    format: 'edifact',
    structure: { syntax: 'edifact', segments: structureOf(release, 'QUOTES') },
    blanks: quotationBlanks,
    extended: ['lines[]'],
    carried: [...carriedPrices, 'issuedAt', 'lines[].breaks[]'],
    rows: [
      fixed('BGM01', '310'),
      ...numberRows(size),
      may('BGM03', 'purpose', purpose),
      may('BGM04', 'status', {
        ...coded('4343', [
          ['RE', 'declined'],
          ['AP', 'offered'],
          ['AC', 'offered'],
        ]),
        encode: (status) => (status === 'declined' ? 'RE' : undefined),
      }),
      may('RFF[01=AHU]01:2', 'request.number', size.text('RFF01:2')),
      may('RFF[01=AHU]/DTM[01=171]01:2', 'request.issuedOn', day),
      may('DTM[01=36|206]01:2', 'validUntil', day),
      may('DTM[01=157|7|194]01:2', 'validFrom', day),
      may('DTM[01=273]01:2', 'validUntil', day),
      may('DTM[01=273]01:6', 'validFrom', day),
      may(currencyAt, 'currency', currencyField),
      ...termRows(size, release),
      ...partyRows('NAD[01=BY|OB]', 'buyer', size),
      ...partyRows('NAD[01=SU|SE]', 'supplier', size),
      ...placeRows('NAD[01=DP|ST|CN]', 'shipTo', size),
      ...documentChargeRows(size),
      ...lineRows(size),
      ...summaryRows(size),
      ...countRows,
    ],
    rules: [assumed('must have'), breaks, priceBasis(), texts(), moment()],
  });
});
