import { flag } from '../../grammar/field.js';
import { dropped, may, must } from '../../grammar/row.js';
import type { EdifactRelease } from '../directory/release.js';
import { day, lineNumber, longLineNumber, type Sized, unit } from '../fields/fields.js';
import { chargeRows, itemRows, placeRows } from './part-rows.js';
import { priceRows } from './price.js';

/** Texts of a line that are for people. */
const TEXTS = 'FTX[01=AAI|ZZZ|PUR|COI|DIN|LIN|GEN][]';

/** Number, part, texts: what every line says. A number that LIN cannot carry stands in RFF+LI, and LIN then counts. */
export function positionRows(size: Sized) {
  return [
    may('LIN[]/RFF[01=LI]01:2', 'lines[].number', longLineNumber(size.text('RFF01:2'))),
    may('LIN[]01', 'lines[].number', lineNumber),
    dropped('LIN[]01'),
    ...itemRows('LIN[]', 'lines[].item', size),
    may('LIN[]/NAD[01=MF]04', 'lines[].item.manufacturer', size.free('NAD04')),
    may('LIN[]/IMD[01=F|B|E|A|C]03:4', 'lines[].item.description', size.free('IMD03:4')),
    may('LIN[]/IMD03:4', 'lines[].item.description', size.free('IMD03:4')),
    may(`LIN[]/${TEXTS}04`, 'lines[].note[]', size.free('FTX04')),
  ] as const;
}

/** What is wanted of a part, and when. */
export function orderedRows(size: Sized) {
  return [
    must('LIN[]/QTY[01=21|1]01:2', 'lines[].quantity.value', size.positive('QTY01:2')),
    may('LIN[]/QTY[01=21|1]01:3', 'lines[].quantity', unit),
    may('LIN[]/DTM[01=2|74|63]01:2', 'lines[].requestedDelivery', day),
    may('LIN[]/PIA[01=1|5][02:2=EC|DR]02', 'lines[].revision', size.text('PIA02')),
    ...placeRows('LIN[]/NAD[01=DP|ST|CN]', 'lines[].shipTo', size),
    ...priceRows('LIN[]', 'lines[].price', size),
  ] as const;
}

/** What a line of an order says beyond: amount, charges, costs, whether it can be taken back. */
export function orderLineRows(size: Sized, release: EdifactRelease) {
  return [
    ...positionRows(size),
    ...orderedRows(size),
    may('LIN[]/MOA[01=203|66|128]01:2', 'lines[].amount', size.number('MOA01:2')),
    ...chargeRows('LIN[]/ALC', 'lines[].charges[]', size),
    may(`LIN[]/RFF[01=${costCode(release)}]01:2`, 'lines[].costReference', size.text('RFF01:2')),
    may('LIN[]/RFF[01=ZZZ]01:2', 'lines[].nonCancellable', flag('NCNR')),
  ] as const;
}

/** Where costs are booked: code list 1153 has a cost centre since D.00A, before it an account. */
export const costCode = (release: EdifactRelease): string => (release === 'D.01B' ? 'AWE' : 'ADE');

/** What the price rule carries, and a name that stands in for a description. */
export const carriedPrices = [
  'lines[].price.basis',
  'lines[].price.unit',
  'lines[].price.rawUnit',
  'lines[].price.rawBasisCode',
  'lines[].price.factor',
  'lines[].price.currency',
];
