import { stockReportBlanks } from '../../canonical/goods/blanks.js';
import type { StockKind, StockReport } from '../../canonical/goods/stock-report.js';
import { type Field, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { beside, may, must } from '../../grammar/row.js';
import { structureOf } from '../directory/directory.js';
import { day, knownCoded, scheme, sized, unit } from '../fields/fields.js';
import { inBoth } from '../in-both.js';
import { currencyAt, currencyField, numberRows, purpose } from '../shared/header-rows.js';
import { itemRows, partyRows } from '../shared/part-rows.js';
import { priceRows, readPrice, shapePrice } from '../shared/price.js';
import { assumed, assumeUnit, moment, texts } from '../shared/rules.js';

/** Element 6063; the first code of each kind is written. Source: UN/EDIFACT code list 6063. */
const KINDS: readonly (readonly [string, StockKind])[] = [
  ['145', 'onHand'],
  ['17', 'onHand'],
  ['152', 'onHand'],
  ['158', 'onHand'],
  ['60', 'available'],
  ['24', 'available'],
  ['170', 'reserved'],
  ['66', 'reserved'],
  ['113', 'inbound'],
  ['21', 'inbound'],
  ['198', 'inTransit'],
  ['57', 'inTransit'],
  ['27', 'blocked'],
  ['20', 'blocked'],
  ['89', 'blocked'],
  ['124', 'blocked'],
  ['8', 'blocked'],
  ['83', 'backordered'],
  ['199', 'consumed'],
  ['97', 'minimum'],
  ['197', 'minimum'],
  ['98', 'maximum'],
];

const stockKind: Field<{ kind?: StockKind; rawKind?: string }> = {
  says: `kind of stock, element 6063: ${KINDS.map(([code]) => code).join(', ')}`,
  merges: { key: 'kind' },
  decode: (raw) => {
    const own = raw.trim();
    const kind = KINDS.find(([code]) => code === own)?.[1];
    if (kind === undefined)
      return { bad: 'CODE_UNKNOWN', message: 'The kind of quantity is not one of stock that the hub knows.' };
    return KINDS.find(([, known]) => known === kind)?.[0] === own ? { kind } : { kind, rawKind: own };
  },
  encode: ({ kind, rawKind }) => {
    if (kind === undefined) return undefined;
    if (KINDS.some(([code, known]) => code === rawKind && known === kind)) return rawKind;
    return KINDS.find(([, known]) => known === kind)?.[0];
  },
};

/** What the message is about, in the name of the document: the code of 1001 has inventory alone. */
const AVAILABILITY = 'STOCK AVAILABILITY';

const stock: Rule<StockReport> = {
  name: 'stock',
  says: `A report named ${AVAILABILITY} (element 1000), or of available quantities alone, is of what can be ordered. The price is that of the first quantity.`,
  decoded: (report, { report: say }) => {
    const kinds = report.lines.flatMap(({ quantities }) => quantities.map(({ kind }) => kind));
    report.report ??= kinds.length > 0 && kinds.every((kind) => kind === 'available') ? 'availability' : 'inventory';
    report.lines.forEach((line, index) => {
      for (const { quantity } of line.quantities) assumeUnit(quantity, { at: `LIN[${index + 1}]/QTY01:3` }, say);
      const priced = priceOf(line);
      readPrice(priced, undefined);
      if (priced.price === undefined) delete line.price;
      else line.price = priced.price;
    });
  },
  encoding: (report, say) => {
    report.lines.forEach((line, index) => {
      const at = `LIN[${index + 1}]/PRI01:5`;
      shapePrice(priceOf(line), at, say);
      if (line.price?.factor !== undefined)
        say({
          at,
          code: 'FACTOR_NOT_EXPRESSIBLE',
          message: 'INVRPT cannot say how many price units a unit of stock holds.',
          severity: 'warning',
        });
    });
  },
};

function priceOf(line: StockReport['lines'][number]) {
  const quantity = line.quantities[0]?.quantity;
  return { ...(quantity === undefined ? {} : { quantity }), ...(line.price === undefined ? {} : { price: line.price }) };
}

/**
 * Stock report. Source: UN/EDIFACT D.96A and D.01B, message INVRPT. In D.01B a quantity stands in a group of INV, in D.96A it opens
 * one; movements and the value of the stock have no place in the model.
 */
export const edifactStockReports = inBoth((release) => {
  const size = sized(release);
  const group = release === 'D.01B' ? 'LIN[]/INV[]' : 'LIN[]/QTY[]';
  const quantity = release === 'D.01B' ? `${group}/QTY` : group;
  return message<StockReport>({
    standard: 'EDIFACT',
    release,
    message: 'INVRPT',
    source: `UN/EDIFACT ${release}, message INVRPT (inventory report)`,
    format: 'edifact',
    structure: { syntax: 'edifact', segments: structureOf(release, 'INVRPT') },
    blanks: stockReportBlanks,
    extended: ['lines[]'],
    carried: ['lines[].price', 'issuedAt', 'report'],
    rows: [
      beside('BGM01', '35'),
      may('BGM01:4', 'report', {
        ...knownCoded('1000', [[AVAILABILITY, 'availability']]),
        encode: (value) => (value === 'availability' ? AVAILABILITY : undefined),
      }),
      ...numberRows(size),
      may('BGM03', 'purpose', purpose),
      may('DTM[01=366|194]01:2', 'period.start', day),
      may('DTM[01=206]01:2', 'period.end', day),
      may(currencyAt, 'currency', currencyField),
      ...partyRows('NAD[01=SU|SE]', 'supplier', size),
      ...partyRows('NAD[01=BY|OB]', 'buyer', size),
      ...partyRows('NAD[01=GM|WH|SN]', 'reporter', size),
      ...(release === 'D.01B'
        ? [
            may('FTX[01=AAI|ZZZ|GEN][]04', 'note[]', size.free('FTX04')),
            may('LIN[]/FTX[01=AAI|ZZZ|LIN][]04', 'lines[].note[]', size.free('FTX04')),
          ]
        : []),
      may('LIN[]01', 'lines[].number', text(1, 6)),
      ...itemRows('LIN[]', 'lines[].item', size),
      may('LIN[]/PIA[01=1|5][02:2=NB]02', 'lines[].lot', size.text('PIA02')),
      may('LIN[]/PIA[01=1|5][02:2=SN]02', 'lines[].serial', size.text('PIA02')),
      may('LIN[]/IMD[01=F|B|E|A|C]03:4', 'lines[].item.description', size.free('IMD03:4')),
      may('LIN[]/IMD03:4', 'lines[].item.description', size.free('IMD03:4')),
      may('LIN[]/LOC[01=14|18|19]02', 'lines[].location.identifier.value', size.text('LOC02')),
      may('LIN[]/LOC[01=14|18|19]02:3', 'lines[].location.identifier', scheme),
      may('LIN[]/LOC[01=14|18|19]02:4', 'lines[].location.name', size.free('LOC02:4')),
      may('LIN[]/DTM[01=36|361]01:2', 'lines[].expiresOn', day),
      must(`${quantity}01`, 'lines[].quantities[]', stockKind),
      must(`${quantity}01:2`, 'lines[].quantities[].quantity.value', size.number('QTY01:2')),
      may(`${quantity}01:3`, 'lines[].quantities[].quantity', unit),
      may(`${group}/DTM[01=366|69|17|191|44|67]01:2`, 'lines[].quantities[].on', day),
      ...(release === 'D.01B' ? [beside('LIN[]/INV[]04', '1')] : []),
      ...priceRows(release === 'D.01B' ? 'LIN[]/INV' : 'LIN[]/QTY', 'lines[].price', size),
    ],
    rules: [assumed(), stock, texts(), moment()],
  });
});
