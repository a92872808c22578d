import { describe, expect, it } from '@jest/globals';
import { changeAnswered, changed } from '../../canonical/ordering/testing.js';
import { errorsOf, readLines, written } from '../testing.js';
import { orderChange860 } from './order-change-860.js';
import { orderChangeResponse865 } from './order-change-response-865.js';

const raw = (lines: readonly string[]) => readLines(orderChange860, lines);
const HEAD = ['BCH*04*SA*PO-1**2*20260302*****20260305', 'CUR*BY*EUR', 'N1*BY*Nordic', 'N1*SE*Fasteners'];

describe('a change of an order, 860', () => {
  it('says line by line what becomes of it, and comes back as it went', () => {
    const { lines, problems } = written(orderChange860, changed);
    expect(problems.filter(({ code }) => code !== 'NOT_EXPRESSED')).toEqual([]);
    expect(lines.filter((line) => /^(?:BCH|REF|N9|MSG|POC|PO4|DTM|SAC)/.test(line))).toEqual([
      'BCH*04*SA*PO-2026-000123**2*20260302***SO-77**20260305',
      'REF*TN*CHG-2',
      'N9*TD*REASON',
      'MSG*Less is needed',
      'N9*L1*NOTES',
      'MSG*See drawing',
      'POC*00010*CA*5**BX*4.37*HP*VP*NAS1149-F0363P*BP*900-1',
      'PO4*25',
      'DTM*002*20260325',
      'POC*00020*DI*1.10**KG***VP*007',
      'MSG*No longer needed',
      'POC*00030*AI*1**EA*1000.00**VP*008*EC*B',
      'SAC*C*D240***800**********Freight',
    ]);
    const { document, problems: found } = raw(lines);
    expect(found).toEqual([]);
    expect(document?.lines.map(({ number, action, price }) => [number, action, price?.amount, price?.basis])).toEqual([
      ['00010', 'change', '4.37', '100'],
      ['00020', 'delete', undefined, undefined],
      ['00030', 'add', '1000.00', '1'],
    ]);
    const { lines: _lines, orderType: _type, ...rest } = document!;
    const { lines: _own, ...expected } = changed;
    expect(rest).toEqual({ ...expected, buyer: rest.buyer, supplier: rest.supplier });
  });

  it("keeps the sender's own codes and what is left to receive", () => {
    const { document, problems } = raw([
      ...HEAD.map((line) => line.replace('*04*', '*05*')),
      'POC*1*QD*3*2*EA*4**VP*A-1',
      'CTT*1',
    ]);
    expect(errorsOf(problems)).toEqual([]);
    expect([document?.purpose, document?.rawPurpose, document?.lines[0]?.action, document?.lines[0]?.rawAction]).toEqual([
      'change',
      '05',
      'change',
      'QD',
    ]);
    expect(written(orderChange860, document!).lines.filter((line) => /^(?:BCH|POC)/.test(line))).toEqual([
      'BCH*05*SA*PO-1**2*20260302*****20260305',
      'POC*1*QD*3*2*EA*4**VP*A-1',
    ]);
  });

  it('a line taken out may leave its quantity out; a changed one may not', () => {
    const { document, problems } = raw([...HEAD, 'POC*1*DI*****VP*A-1', 'CTT*1']);
    expect([errorsOf(problems), document?.lines[0]?.quantity]).toEqual([[], { value: '0', unit: 'EA' }]);
    expect(errorsOf(raw([...HEAD, 'POC*1*PC****4.10**VP*A-1', 'CTT*1']).problems)).toEqual([
      'VALUE_MISSING POC[1]03',
      'VALUE_MISSING POC[1]05',
    ]);
  });

  it('a cancellation needs no lines, a change does; the day of the order stands in for that of the change', () => {
    const cancelled = raw([...HEAD.map((line) => line.replace('*04*', '*01*'))]);
    expect([errorsOf(cancelled.problems), cancelled.document?.purpose]).toEqual([[], 'cancel']);
    expect(errorsOf(raw(HEAD).problems)).toEqual(['LINES_MISSING POC']);
    const { document } = raw(['BCH*04*SA*PO-1***20260302', ...HEAD.slice(1), 'POC*1*NC*1**EA', 'CTT*1']);
    expect([document?.issuedOn, document?.order.issuedOn]).toEqual(['2026-03-02', '2026-03-02']);
    expect(errorsOf(raw(['BCH*04*SA*PO-1', ...HEAD.slice(1), 'POC*1*NC*1**EA', 'CTT*1']).problems)).toEqual([
      'VALUE_MISSING BCH11',
    ]);
  });

  it('an action that element 670 has no code for is an error', () => {
    const lines = changed.lines.map((line) => ({ ...line, action: 'reopen' as const })).slice(0, 1);
    expect(errorsOf(written(orderChange860, { ...changed, lines }).problems)).toEqual(['CODE_NOT_EXPRESSIBLE POC[1]02']);
    expect(errorsOf(raw([...HEAD, 'POC*1*XX*1**EA', 'CTT*1']).problems)).toEqual(['CODE_UNKNOWN POC[1]02']);
  });
});

describe('an answer to a change, 865', () => {
  it('says which change it answers, and each quantity of a line on its own', () => {
    const { lines, problems } = written(orderChangeResponse865, changeAnswered);
    expect(errorsOf(problems)).toEqual([]);
    expect(lines.filter((line) => /^(?:BCA|REF|POC|ACK)/.test(line))).toEqual([
      'BCA*00*AC*PO-2026-000123**2*20260302***SO-77*20260306*20260305',
      'REF*TN*CHG-2',
      'POC*00010*CA*5**BX***VP*NAS1149-F0363P',
      'ACK*IA*3*BX*067*20260325',
      'ACK*IB*2*BX*067*20260410',
      'POC*00020*DI*1.10**KG***VP*007',
      'ACK*IA*1.10*KG',
    ]);
    const { document, problems: found } = readLines(orderChangeResponse865, lines);
    expect(found).toEqual([]);
    const units = { XBX: 'BX', KGM: 'KG' } as const;
    const raw = <T extends { unit: string }>(quantity: T) => ({
      ...quantity,
      rawUnit: units[quantity.unit as keyof typeof units],
    });
    const { operation: _new, ...expected } = changeAnswered;
    expect(document).toEqual({
      ...expected,
      buyer: document?.buyer,
      supplier: document?.supplier,
      lines: changeAnswered.lines.map((line) => ({
        ...line,
        quantity: raw(line.quantity!),
        schedules: line.schedules.map((one) => ({ ...one, quantity: raw(one.quantity) })),
      })),
    });
  });

  it('a code of the change that says more is echoed, and a price of the line is that of its quantities', () => {
    const { document } = readLines(orderChangeResponse865, [
      'BCA*00*AC*PO-1***20260302',
      'N1*BY*Nordic',
      'N1*SE*Fasteners',
      'POC*1*PQ*100**EA*4.37*HP*VP*A-1',
      'ACK*IP*100*EA',
      'CTT*1',
    ]);
    expect([document?.issuedOn, document?.lines[0]?.rawAction, document?.lines[0]?.schedules[0]?.price]).toEqual([
      '2026-03-02',
      'PQ',
      { amount: '4.37', basis: '100', unit: 'EA', rawBasisCode: 'HP' },
    ]);
    expect(written(orderChangeResponse865, document!).lines).toContain('POC*1*PQ*100**EA*4.37*HP*VP*A-1');
  });
});
