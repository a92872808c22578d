import { describe, expect, it } from '@jest/globals';
import { counted, crated } from '../../canonical/goods/testing.js';
import { errorsOf, readLines, written } from '../testing.js';
import { despatchAdvice856 } from './despatch-advice-856.js';
import { stock846 } from './stock-846.js';

const HEAD = [
  'BSN*00*DN-1*20260318*1015*0001',
  'HL*1**S*1',
  'TD1*PLT94*1****G*212.5*KG',
  'TD5**2*SCAC*M*Northern Freight',
  'REF*BM*CMR-1',
  'N1*SE*Fasteners',
  'N1*BY*Nordic',
];
const ORDER = ['HL*2*1*O*1', 'PRF*PO-1***20260302'];

describe('a ship notice, 856', () => {
  it('is written level by level: shipment, order, pallet, case, items', () => {
    const { lines, problems } = written(despatchAdvice856, crated);
    expect(errorsOf(problems)).toEqual([]);
    expect(lines.filter((line) => /^(?:BSN|HL|PRF|MAN|LIN|SN1|CTT)/.test(line))).toEqual([
      'BSN*00*DN-881*20260318*0000*0001',
      'HL*1**S*1',
      'HL*2*1*O*1',
      'PRF*PO-2026-000123',
      'HL*3*2*T*1',
      'MAN*GM*00373400306809981733',
      'MAN*ZZ*FRAGILE',
      'HL*4*3*P*1',
      'HL*5*4*I*0',
      'LIN*00010*VP*NAS1149-F0363P',
      'SN1*1*5*BX',
      'HL*6*3*I*0',
      'LIN*00020*VP*007',
      'SN1*2*1*EA',
      'CTT*6',
    ]);
    expect(problems.filter(({ code }) => code === 'NOT_EXPRESSED').map(({ at }) => at)).toContain('lines[].outstanding.value');
  });

  it('tells a line in two pallets as two items, and reads it as one', () => {
    const read = readLines(despatchAdvice856, [
      ...HEAD,
      ...ORDER,
      'HL*3*2*P*1',
      'MAN*GM*00373400306809981733',
      'HL*4*3*I*0',
      'LIN*00010*VP*W-1',
      'SN1**60*EA',
      'REF*LT*L-1',
      'HL*5*2*P*1',
      'MAN*GM*00373400306809981740',
      'HL*6*5*I*0',
      'LIN*00010*VP*W-1',
      'SN1**40*EA',
      'REF*LT*L-2',
      'CTT*6',
    ]);
    expect(read.problems).toEqual([]);
    expect(read.document?.order).toEqual({ number: 'PO-1', issuedOn: '2026-03-02' });
    expect(read.document?.packages.map(({ id, sscc }) => [id, sscc])).toEqual([
      ['3', '373400306809981733'],
      ['5', '373400306809981740'],
    ]);
    expect(read.document?.lines).toEqual([
      {
        number: '00010',
        orderLine: '00010',
        quantity: { value: '100', unit: 'EA' },
        item: { supplierPart: 'W-1', classifications: [] },
        packed: [
          { package: '3', quantity: { value: '60', unit: 'EA' } },
          { package: '5', quantity: { value: '40', unit: 'EA' } },
        ],
        traced: [
          { lot: 'L-1', quantity: { value: '60', unit: 'EA' } },
          { lot: 'L-2', quantity: { value: '40', unit: 'EA' } },
        ],
        attachments: [],
        note: [],
      },
    ]);
  });

  it('writes a line of several lots as an item level for each, with what is left of none', () => {
    const [line] = crated.lines;
    const traced = [
      { lot: 'L-1', quantity: { value: '2', unit: 'XBX' }, expiresOn: '2031-01-31' },
      { lot: 'L-2', quantity: { value: '2', unit: 'XBX' } },
    ];
    const { lines, problems } = written(despatchAdvice856, {
      ...crated,
      packages: [],
      lines: [{ ...line!, packed: [], traced }],
    });
    expect(errorsOf(problems)).toEqual([]);
    expect(lines.filter((one) => /^(?:SN1|REF\*LT|DTM\*036)/.test(one))).toEqual([
      'SN1*1*2*BX',
      'REF*LT*L-1',
      'DTM*036*20310131',
      'SN1*1*2*BX',
      'REF*LT*L-2',
      'SN1*1*1*BX',
    ]);
    const { document } = readLines(despatchAdvice856, lines);
    expect([document?.lines.length, document?.lines[0]?.quantity.value, document?.lines[0]?.traced]).toEqual([
      1,
      '5',
      traced.map((one) => ({ ...one, quantity: { ...one.quantity, rawUnit: 'BX' } })),
    ]);
  });

  it('puts a pallet of two orders above them, and each line back to its order', () => {
    const mixed = {
      ...crated,
      lines: crated.lines.map((line, index) => ({ ...line, order: { number: `PO-${index}` }, packed: [{ package: 'C-1' }] })),
    };
    const { lines } = written(despatchAdvice856, mixed);
    expect(lines.filter((line) => /^(?:BSN|HL|PRF)/.test(line))).toEqual([
      'BSN*00*DN-881*20260318*0000*0003',
      'HL*1**S*1',
      'HL*2*1*T*1',
      'HL*3*2*P*1',
      'HL*4*3*O*1',
      'PRF*PO-0',
      'HL*5*4*I*0',
      'HL*6*3*O*1',
      'PRF*PO-1',
      'HL*7*6*I*0',
    ]);
    const { document } = readLines(despatchAdvice856, lines);
    expect([document?.order, document?.lines.map((line) => [line.order?.number, line.packed])]).toEqual([
      undefined,
      [
        ['PO-0', [{ package: '3' }]],
        ['PO-1', [{ package: '3' }]],
      ],
    ]);
  });

  it('reads levels that name no parent by their rank, and says which parent is unknown', () => {
    const items = ['HL*4**I', 'LIN*1*VP*A', 'SN1**1*EA', 'CTT*4'];
    const { document, problems } = readLines(despatchAdvice856, [
      'BSN*00*DN-1*20260318*1015',
      'HL*1**S',
      'HL*2**O',
      'PRF*PO-1',
      'HL*3*9*P',
      ...items,
    ]);
    expect(problems.map(({ code, at }) => `${code} ${at}`)).toEqual(['HL_PARENT_UNKNOWN HL[3]']);
    expect([document?.order?.number, document?.lines[0]?.packed]).toEqual(['PO-1', [{ package: '3' }]]);
  });

  it('two shipments in one set are an error, an unknown level is kept and said', () => {
    const { problems } = readLines(despatchAdvice856, [
      ...HEAD,
      'HL*2*1*X',
      'HL*3**S',
      ...ORDER.map((line) => line.replace('2*1', '4*3')),
      'HL*5*4*I',
      'LIN*1*VP*A',
      'SN1**1*EA',
      'CTT*9',
    ]);
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'VALUE_CONTRADICTS warning',
      'SHIPMENTS_SEVERAL error',
      'HL_LEVEL_UNKNOWN warning',
    ]);
  });
});

describe('a stock report, 846', () => {
  it('tells what each quantity is, where it is, and when more comes', () => {
    const { lines, problems } = written(stock846, counted);
    expect(errorsOf(problems)).toEqual([]);
    expect(lines.filter((line) => /^(?:BIA|LIN|QTY|DTM|N1\*WH|N4\*\*\*\*GB|REF)/.test(line))).toEqual([
      'BIA*00*DD*INV-5*20260301',
      'LIN*1*VP*NAS1149-F0363P',
      'QTY*17*10*BX',
      'QTY*63*40*BX',
      'DTM*018*20260310',
      'N1*WH*Leeds*UL*7300010000018',
      'N4****GB',
      'LIN*2*VP*007',
      'DTM*036*20261231',
      'REF*LT*L-9',
      'QTY*17*1.50*KG',
    ]);
    expect(problems.map(({ at }) => at)).toContain('lines[].value');
  });

  it('keeps quantities it has no word for, and a price with its basis', () => {
    const { document, problems } = readLines(stock846, [
      'BIA*00*DD*S-1*20260301',
      'LIN**VP*A-1',
      'CTP**UCP*4.37*1*EA****HP',
      'QTY*33*7*EA',
      'QTY*QX*5*EA',
      'CTT*1',
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['LINE_NUMBER_ASSUMED']);
    expect([document?.report, document?.lines[0]?.price, document?.lines[0]?.quantities]).toEqual([
      'inventory',
      { amount: '4.37', basis: '100', unit: 'EA', rawBasisCode: 'HP' },
      [{ kind: 'available', quantity: { value: '7', unit: 'EA' } }],
    ]);
    expect(written(stock846, document!).lines).toContain('QTY*QX*5*EA');
  });

  it('says which kinds it cannot say', () => {
    const [line] = counted.lines;
    const { problems } = written(stock846, {
      ...counted,
      lines: [{ ...line!, quantities: [{ kind: 'minimum', quantity: { value: '1', unit: 'EA' } }] }],
    });
    expect(problems.filter(({ at }) => at === 'lines[0].quantities[]').map(({ code }) => code)).toEqual(['NOT_EXPRESSED']);
  });
});
