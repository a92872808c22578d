import { describe, expect, it } from '@jest/globals';
import writeWorkbook from 'write-excel-file/node';
import type { TenderOfBidderFragment } from '../../../graphql/generated/graphql.js';
import { csvOf } from '../../../ui/table/csv.js';
import { readWorkbook } from '../../../ui/workbook/read-workbook.js';
import { type SheetCell, writtenCell } from '../../../ui/workbook/save-workbook.js';
import { bidSheet, cellsOfSheet, readRows, readSheet, sheetOf } from './sheet.js';
import { bidFaultsOf, bidInputOf, typedBidOf } from './typed-bid.js';

const line = (id: string, number: string, partNumber: string | null) => ({
  id,
  lotId: 'lot',
  number,
  partNumber,
  description: 'Bolt, "close"; M8',
  quantity: { value: '100', unit: 'EA' },
  droppedIn: null,
});
const tender = {
  currency: 'EUR',
  deliveryTerm: 'DAP',
  paymentDays: 30,
  criteria: [
    { id: 'iso', kind: 'MANDATORY' },
    { id: 'plan', kind: 'SCORED' },
  ],
  lines: [line('a', '10', 'NAS6204-1'), line('b', '20', null), { ...line('c', '30', null), lotId: 'other' }],
} as unknown as TenderOfBidderFragment;
const empty = typedBidOf(tender, 'lot', null);
const given = { tender, lotId: 'lot', typed: empty };

describe('the sheet of a bid', () => {
  it('comes back as it went out, with what was filled in', () => {
    const text = csvOf(sheetOf(tender, 'lot', empty));
    const [head = [], first = []] = cellsOfSheet(text);
    expect(head.slice(0, 6)).toEqual(['line', 'part', 'description', 'quantity', 'quantityUnit', 'price']);
    expect(first.slice(0, 8)).toEqual(['10', 'NAS6204-1', 'Bolt, "close"; M8', '100', 'EA', '', '1', 'EA']);
    const filled = csvOf([
      head,
      [...first.slice(0, 5), '0.85', '1', 'EA', '', '12', '', '', '100 = 0.80; 500 = 0.75', '', '', 'FREIGHT = 5', 'ex works'],
    ]);
    const { lines, taken, unknown } = readSheet(filled, given);
    expect([taken, unknown]).toEqual([1, []]);
    const { lines: sent } = bidInputOf({ ...empty, lines }, tender);
    expect(sent).toEqual([
      {
        lineId: 'a',
        price: { amount: '0.85', basis: '1', unit: 'EA' },
        factor: null,
        breaks: [
          { from: '100', amount: '0.80' },
          { from: '500', amount: '0.75' },
        ],
        minQuantity: null,
        maxQuantity: null,
        leadDays: 12,
        alternate: null,
        conditions: 'ex works',
        offerId: null,
        addends: [{ kind: 'FREIGHT', amount: '5' }],
      },
    ]);
  });

  it('reads a paste without a head by line number or part, and says which rows are not asked for', () => {
    const { lines, taken, unknown } = readSheet('NAS6204-1\t1,25\t7\n20\t3\n30\t4\nX\t1', given);
    expect([taken, unknown]).toEqual([2, [3, 4]]);
    expect([lines['a']?.price, lines['a']?.leadDays, lines['b']?.price]).toEqual(['1,25', '7', '3']);
  });

  it('names the fields that cannot be read, and answers each criterion in its way', () => {
    const wrong = { ...empty.lines['a']!, price: '1,000', factor: '1/0', breaks: '100', addends: 'TIP = 3', leadDays: 'soon' };
    expect(bidFaultsOf({ ...empty, lines: { a: wrong } }).map(({ field }) => field)).toEqual([
      'price',
      'leadDays',
      'factor',
      'breaks',
      'addends',
    ]);
    const { answers } = bidInputOf({ ...empty, answers: { iso: 'no', plan: '7,5' } }, tender);
    expect(answers).toEqual([
      { criterionId: 'iso', passed: false },
      { criterionId: 'plan', score: '7.5' },
    ]);
  });

  it('comes back from a workbook, its faults named by row and column', async () => {
    const rows = bidSheet(tender, 'lot', empty).map((row) => row.map((cell) => ({ ...cell })));
    const heads = rows[0]!.map(({ text }) => text ?? '');
    const set = (row: number, name: string, cell: SheetCell): void => {
      rows[row]![heads.indexOf(name)] = cell;
    };
    set(1, 'price', { figure: '0.85' });
    set(1, 'conditions', { text: '=HYPERLINK("http://x")' });
    set(2, 'price', { text: 'on request' });
    set(2, 'leadDays', { text: 'soon' });
    rows.push([{ text: '99' }]);
    const file = await writeWorkbook(rows.map((row) => row.map(writtenCell))).toBuffer();
    const read = await readWorkbook(new Uint8Array(file));
    const found = readRows('rows' in read ? read.rows : [], given);
    expect([found.taken, found.unknown]).toEqual([2, [4]]);
    expect(found.faults).toEqual([
      { row: 3, column: 'F', field: 'price' },
      { row: 3, column: 'J', field: 'leadDays' },
    ]);
    expect(found.lines['a']).toMatchObject({ price: '0.85', basis: '1', unit: 'EA', conditions: '=HYPERLINK("http://x")' });
  });

  it('empties the field of a cell that was emptied, and names what a price cannot be without', () => {
    const filled = {
      ...empty.lines['a']!,
      ...{ price: '0.85', basis: '100', leadDays: '12', breaks: '100 = 0.80', conditions: 'ex works', offerId: 'offer' },
    };
    const typed = { ...empty, lines: { ...empty.lines, a: filled } };
    const read = (text: string) => readSheet(text, { ...given, typed });
    expect(read('line\tprice\tbasis\tleadDays\tconditions\n10\t0.9\t100').lines['a']).toEqual({
      ...filled,
      ...{ price: '0.9', leadDays: '', conditions: '' },
    });
    const withdrawn = read('line\tprice\tbasis\tunit\n10\t\t\t');
    expect([withdrawn.lines['a'], withdrawn.faults]).toEqual([{ ...filled, price: '' }, []]);
    expect(read('line\tprice\tbasis\tunit\n10\t1\t\t').faults).toEqual([
      { row: 2, column: 'C', field: 'basis' },
      { row: 2, column: 'D', field: 'unit' },
    ]);
    // Without a head nobody knows which columns are meant to be there.
    expect(read('10\t0.9').lines['a']).toEqual({ ...filled, price: '0.9' });
  });
});
