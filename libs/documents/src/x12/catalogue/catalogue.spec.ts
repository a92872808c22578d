import { describe, expect, it } from '@jest/globals';
import { priced } from '../../canonical/ordering/testing.js';
import { spring } from '../../ubl/catalogue/testing.js';
import { errorsOf, readLines, written } from '../testing.js';
import { catalogue832 } from './catalogue-832.js';

const HEAD = ['BCT*PC*CAT-1*1******Spring*00', 'DTM*007*20260301', 'CUR*SE*EUR', 'N1*SE*Fasteners', 'N1*BY*Nordic'];
const read = (...lines: readonly string[]) => readLines(catalogue832, [...HEAD, ...lines, 'CTT*1']);

describe('a catalogue, 832', () => {
  it('says parts with their prices by quantity, basis and pieces, and comes back as it went', () => {
    const { lines, problems } = written(catalogue832, priced);
    expect(errorsOf(problems)).toEqual([]);
    expect(lines.filter((line) => /^(?:BCT|DTM|CUR|LIN|CTB|PID|PO4|LDT|CTP|CTT)/.test(line))).toEqual([
      'BCT*PC*CAT-9*2******Spring*00',
      'DTM*097*20260301',
      'DTM*007*20260302',
      'DTM*036*20261231',
      'CUR*SE*EUR',
      'LIN*1*VP*NAS1149-F0363P*MG*M-1*MF*Acme*EN*4006381333931*CH*GB',
      'CTB*OR**57*2',
      'CTB*OR**69*1',
      'PID*F*08***Washer',
      'PID*F*GEN***Washer, flat, of steel',
      'PO4*25',
      'LDT*AF*3*DA',
      'CTP**LPR*4.37*1*BX****HP',
      'CTP**LPR*4.10*10*BX****HP',
      'DTM*036*20260630',
      'LIN*2*VP*007',
      'PID*F*08***Grease',
      'CTP**LPR*12.5000*1*KG',
      'CTP**RES*15.00*1*KG',
      'CTT*2',
    ]);
    const { document, problems: found } = readLines(catalogue832, lines);
    expect(found).toEqual([]);
    expect({ ...document, provider: priced.provider, receiver: priced.receiver }).toEqual({
      ...priced,
      rows: priced.rows.map((row, index) => ({
        ...row,
        line: document?.rows[index]?.line,
        rawOrderUnit: index === 0 ? 'BX' : 'KG',
      })),
    });
  });

  it('refuses what it cannot say: a price per four boxes', () => {
    expect(new Set(errorsOf(written(catalogue832, spring).problems))).toEqual(
      new Set(['PRICE_BASIS_NOT_EXPRESSIBLE LIN[1]/CTP09']),
    );
  });

  it('reads a part of a catalogue, with what becomes of each row', () => {
    const { document } = readLines(catalogue832, [
      ...HEAD.map((line) => line.replace(/\*00$/, '*04')),
      'LIN*1*VP*A-1',
      'G53*002',
      'LIN*2*VP*A-2',
      'G53*021',
      'PID*F****Two parts',
      'CTP**CON*9.99*1*EA',
      'CTT*2',
    ]);
    expect([document?.header.mode, document?.rows.map(({ action, names }) => [action, names])]).toEqual([
      'delta',
      [
        ['delete', {}],
        ['add', { en: 'Two parts' }],
      ],
    ]);
    expect(document?.rows[1]).toMatchObject({ customerPriceType: 'net_customer', orderUnit: 'EA' });
  });

  it('what it cannot act on is an error with its place', () => {
    expect(errorsOf(read('LIN*1*MG*M-1', 'CTP**LPR*1*1*EA').problems)).toEqual(['SUPPLIER_PART_MISSING LIN[1]02+(VP)']);
    expect(errorsOf(read('LIN*1*VP*A-1', 'CTP**LPR*1*1*EA', 'CTP**LPR*9*1*DZ').problems)).toEqual([
      'UNIT_CONTRADICTS LIN[1]/CTP05',
    ]);
    expect(errorsOf(read('LIN*1*VP*A-1', 'CTP**LPR*1,5*1*EA').problems)).toEqual(['NUMBER_NOT_VALID LIN[1]/CTP[1]03']);
    expect(errorsOf(readLines(catalogue832, ['BCT*PC*1********13', 'LIN*1*VP*A-1']).problems)).toEqual(['CODE_UNKNOWN BCT10']);
  });
});
