import { orderChangeBlanks } from '../../canonical/blanks.js';
import { mustHaveLines } from '../../canonical/checks.js';
import type { OrderChange } from '../../canonical/order-change.js';
import { date, type Field, freeText, positive, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { beside, may, must } from '../../grammar/row.js';
import { loop, segment } from '../../grammar/structure.js';
import { unit } from '../parts/fields.js';
import { linePriceBasis } from '../parts/price.js';
import { itemRows } from '../parts/rows.js';
import { header, lineSegments, totals } from '../parts/segments.js';
import { assumeCurrency, numberLines } from '../parts/shaping.js';
import { lineAction } from './line-action.js';
import { carriedByRules, orderHeadRows, orderKind, orderLineRows, orderTotalRows } from './order-rows.js';
import { orderTexts } from './order-texts.js';

/** BCH01, element 353; the sender's own code is kept where it says more (05 takes the place of the whole order). */
const PURPOSES: Readonly<Record<string, OrderChange['purpose']>> = {
  '04': 'change',
  '05': 'change',
  '18': 'change',
  '01': 'cancel',
  '03': 'cancel',
};
const WRITTEN = { change: '04', cancel: '01' } as const;
const purposeOf = (raw: string | undefined) => (raw !== undefined && Object.hasOwn(PURPOSES, raw) ? PURPOSES[raw] : undefined);

const purpose: Field<OrderChange['purpose']> = {
  says: `purpose, element 353: ${Object.keys(PURPOSES).join(', ')}`,
  decode: (raw) =>
    purposeOf(raw.trim()) ?? { bad: 'CODE_UNKNOWN', message: `The code is none of ${Object.keys(PURPOSES).sort().join(', ')}.` },
  encode: (value, document) => {
    const { rawPurpose } = document as OrderChange;
    return rawPurpose !== undefined && purposeOf(rawPurpose) === value ? rawPurpose : WRITTEN[value];
  },
};

const rawPurpose: Field<string> = {
  says: 'the code of the purpose where it says more than 04 and 01',
  decode: (raw) => (Object.values<string>(WRITTEN).includes(raw.trim()) ? undefined : raw.trim()),
  encode: () => undefined,
};

const change: Rule<OrderChange> = {
  name: 'change',
  says: 'BCH06 is the day of the order, BCH11 that of the change; without BCH11 both are BCH06. A change without REF TN has no number of its own. A line taken out may leave its quantity out, which is then none.',
  reading: (root) => {
    for (const { name, values } of root.children)
      if (name === 'POC' && ['DI', 'CF'].includes(values.get('02') ?? '') && !values.has('03')) {
        values.set('03', '0');
        if (!values.has('05')) values.set('05', 'EA');
      }
  },
  decoded: (document, { report }) => {
    if (document.purpose !== 'cancel') mustHaveLines(document, 'POC', report);
    const { issuedOn } = document.order;
    if (document.issuedOn === undefined && issuedOn !== undefined) document.issuedOn = issuedOn;
    if (document.issuedOn === undefined)
      report({ at: 'BCH11', code: 'VALUE_MISSING', message: 'The change says neither its own day nor that of the order.' });
    if (document.lines.some(({ price }) => price !== undefined)) assumeCurrency(document, report);
    numberLines(document.lines, (index) => `POC[${index + 1}]01`, report);
  },
  encoding: ({ order, issuedOn }) => {
    order.issuedOn ??= issuedOn;
  },
};

/**
 * Purchase order change request, buyer to supplier. Source: ASC X12 004010, transaction set 860. A line says what becomes of it in
 * POC02; POC03 is what is ordered from now on. What is left to receive (POC04) is kept beside the model.
 */
export const orderChange860 = message<OrderChange>({
  standard: 'X12',
  release: '004010',
  message: '860',
  source: 'ASC X12 004010, transaction set 860 (purchase order change request, buyer initiated)',
  format: 'x12',
  structure: {
    syntax: 'x12',
    segments: [segment('BCH', 1, 1), ...header, loop(segment('POC', 0, 100_000), lineSegments([])), totals],
  },
  blanks: orderChangeBlanks,
  extended: ['lines[]'],
  pairs: { POC: 8 },
  carried: [...carriedByRules],
  rows: [
    must('BCH01', 'purpose', purpose),
    may('BCH01', 'rawPurpose', rawPurpose),
    may('BCH02', 'orderType', orderKind),
    beside('BCH02', 'SA'),
    must('BCH03', 'order.number', text(1, 22)),
    may('BCH04', 'order.version', text(1, 30)),
    may('BCH05', 'sequence', text(1, 8)),
    may('BCH06', 'order.issuedOn', date('CCYYMMDD')),
    may('BCH08', 'agreement', text(1, 30)),
    may('BCH09', 'order.supplierNumber', text(1, 30)),
    may('BCH11', 'issuedOn', date('CCYYMMDD')),
    may('REF[01=TN]02', 'number', text(1, 30)),
    may('N9[01=TD]/MSG01', 'reason', freeText(264)),
    beside('N9[01=TD]02', 'REASON'),
    ...orderHeadRows,
    may('POC[]01', 'lines[].number', text(1, 20)),
    must('POC[]02', 'lines[]', lineAction),
    must('POC[]03', 'lines[].quantity.value', positive({ digits: 15 })),
    must('POC[]05', 'lines[].quantity', unit),
    may('POC[]06', 'lines[].price.amount', positive({ digits: 17 })),
    may('POC[]07', 'lines[].price.rawBasisCode', text(2, 2)),
    ...itemRows('POC[]08', 'lines[].item'),
    may('POC[]08+(EC)', 'lines[].revision', text(1, 48)),
    ...orderLineRows('POC[]'),
    ...orderTotalRows,
  ],
  rules: [change, linePriceBasis<OrderChange>('POC'), orderTexts],
});
