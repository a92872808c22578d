import { describe, expect, it } from '@jest/globals';
import { asked, offered } from '../../canonical/sourcing/testing.js';
import { errorsOf, readLines, written } from '../testing.js';
import { quotation843 } from './quotation-843.js';
import { request840 } from './request-840.js';

const PARTIES = ['N1*BY*Nordic', 'N1*SE*Fasteners'];

describe('a request for quotation, 840', () => {
  it('asks for parts, days and papers, with the price the buyer has in mind', () => {
    const { lines, problems } = written(request840, asked);
    expect(errorsOf(problems)).toEqual([]);
    expect(lines.filter((line) => /^(?:BQT|FOB|PWK|PO1|PO4|REF|DTM|N9|MSG)/.test(line))).toEqual([
      'BQT*00*RFQ-7*20260201*106*20260208',
      'FOB*DF***01*DAP*ZZ*Oslo',
      'PWK*ZZ****AC*DRW-1*Drawing',
      'N9*L1*NOTES',
      'MSG*Prices delivered, please',
      'PO1*10*7*BX*4.20*HP*VP*NAS1149-F0363P*BP*900-1',
      'PO4*25',
      'DTM*002*20260320',
      'PO1*20*1*EA***VP*007*EC*B',
      'PWK*ZZ****AC*SPEC-2',
      'REF*ZZ*SUBSTITUTE',
      'N9*L1*NOTES',
      'MSG*With test report',
    ]);
    const { document, problems: found } = readLines(request840, lines);
    expect(found).toEqual([]);
    expect(document?.lines.map(({ mayBeSubstituted, price, note }) => [mayBeSubstituted, price?.basis, note])).toEqual([
      [undefined, '100', []],
      [true, undefined, ['With test report']],
    ]);
  });

  it('takes the day of one schedule of the whole quantity; several are kept and said', () => {
    const one = readLines(request840, [
      'BQT*00*R-1*20260201',
      ...PARTIES,
      'PO1*1*25*EA***MG*X-1',
      'SCH*25*EA***002*20260515',
      'CTT*1',
    ]);
    expect([one.problems, one.document?.lines[0]?.requestedDelivery]).toEqual([[], '2026-05-15']);
    const two = readLines(request840, [
      'BQT*00*R-1*20260201',
      ...PARTIES,
      'PO1*1*25*EA***MG*X-1',
      'SCH*20*EA***002*20260515',
      'SCH*5*EA***002*20260615',
      'CTT*1',
    ]);
    expect(two.problems.map(({ code, severity }) => [code, severity])).toEqual([['SCHEDULES_SEVERAL', 'warning']]);
    const again = written(request840, two.document!).lines;
    expect(again.filter((line) => /^(?:SCH|DTM)/.test(line))).toEqual(['SCH*20*EA***002*20260515', 'SCH*5*EA***002*20260615']);
  });
});

describe('an offer, 843', () => {
  const breaks = ['4.10', '3.95'].map((amount, index) => ({
    from: index === 0 ? '10' : '50',
    price: { ...offered.lines[0]!.price!, amount },
  }));
  const tiered = { ...offered, lines: offered.lines.map((line, index) => (index === 0 ? { ...line, breaks } : line)) };

  it('answers line by line, with prices from quantities on', () => {
    const { lines, problems } = written(quotation843, tiered);
    expect(errorsOf(problems)).toEqual([]);
    expect(lines.filter((line) => /^(?:BQR|REF|SAC|PO1|PO4|CTP|LDT|CTB|DTM|AMT)/.test(line))).toEqual([
      'BQR*00*RFQ-7*20260205*036*20260305',
      'REF*Q1*Q-55',
      'SAC*C*ZZZZ***2500**********FC: Freight',
      'DTM*171*20260201',
      'PO1*1*7*BX*4.37*HP*VP*NAS1149-F0363P',
      'CTP**QTE*4.10*10*BX****HP',
      'CTP**QTE*3.95*50*BX****HP',
      'PO4*25',
      'REF*LI*10',
      'LDT*AF*10*DA',
      'CTB*OR**57*2',
      'CTB*OR**69*1',
      'AMT*1*7.65',
      'PO1*2*1*EA*1000.00**VP*008',
      'REF*LI*20',
      'REF*ZZ*ALTERNATIVE',
      'DTM*002*20260320',
      'AMT*1*1000.00',
      'AMT*TT*1032.65',
    ]);
    const { document, problems: found } = readLines(quotation843, lines);
    expect(found).toEqual([]);
    const box = { unit: 'XBX', rawUnit: 'BX' };
    expect([document?.number, document?.request, document?.validUntil]).toEqual([
      'Q-55',
      { number: 'RFQ-7', issuedOn: '2026-02-01' },
      '2026-03-05',
    ]);
    expect(document?.lines[0]).toMatchObject({
      offer: 'asRequested',
      minimum: { value: '2', ...box },
      multiple: { value: '1', ...box },
      breaks: breaks.map(({ from, price }) => ({ from, price: { ...price, rawBasisCode: 'HP' } })),
    });
    expect(document?.lines[1]?.offer).toBe('alternative');
  });

  it('a supplier who does not offer says so, for all or for a line', () => {
    const lines = offered.lines.map((line) => ({ ...line, offer: 'none' as const }));
    const { lines: text } = written(quotation843, { ...offered, status: 'declined', lines });
    expect(text.filter((line) => line === 'REF*ZZ*NO BID')).toHaveLength(3);
    const { document } = readLines(quotation843, text);
    expect([document?.status, document?.lines.map(({ offer }) => offer)]).toEqual(['declined', ['none', 'none']]);
  });

  it('without a number of its own it bears that of the request, which is said; without BQR02 it cannot be written', () => {
    const { document, problems } = readLines(quotation843, [
      'BQR*00*R-1*20260201',
      'CUR*SE*EUR',
      ...PARTIES,
      'PO1*1*25*EA*4',
      'CTT*1',
    ]);
    expect([document?.number, problems.map(({ code }) => code)]).toEqual(['R-1', ['NUMBER_ASSUMED']]);
    const { request: _request, ...rest } = offered;
    expect(errorsOf(written(quotation843, rest).problems)).toEqual(['VALUE_MISSING BQR02']);
  });

  it('steps in another unit than that of the line are named and left out', () => {
    const lines = [{ ...offered.lines[0]!, minimum: { value: '25', unit: 'EA' } }];
    const { problems } = written(quotation843, { ...offered, lines });
    expect(problems.map(({ code, at }) => `${code} ${at}`)).toContain('NOT_EXPRESSED lines[0].minimum');
  });
});
