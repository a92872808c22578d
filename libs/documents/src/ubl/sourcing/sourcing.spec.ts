import { describe, expect, it } from '@jest/globals';
import { asked, offered } from '../../canonical/sourcing/testing.js';
import { findElement, textOf } from '../../xml/element.js';
import { encodeUbl } from '../codec.js';
import { errorsOf, lostPlaces, rootOf, thereAndBack } from '../testing.js';
import { ublQuotation } from './quotation.js';
import { ublRequestForQuotation } from './request-for-quotation.js';

const price = { amount: '900.00', basis: '1', unit: 'EA' };

describe('a request for quotation in UBL', () => {
  it('comes back as it went', () => {
    const { back, errors } = thereAndBack(ublRequestForQuotation, asked);
    expect(errors).toEqual([]);
    expect(back).toEqual(asked);
  });

  it('has a time of issue, which UBL demands', () => {
    const { issuedAt: _time, ...timeless } = asked;
    expect(textOf(findElement(rootOf(encodeUbl(ublRequestForQuotation, timeless).text), 'IssueTime')!)).toBe('00:00:00Z');
  });

  it('every place of the table comes back', () => {
    expect(lostPlaces(ublRequestForQuotation, { ...asked, lines: [{ ...asked.lines[1]!, price }] })).toEqual([]);
  });
});

describe('a quotation in UBL', () => {
  it('comes back as it went: minimum and multiple, lead time, another part than was asked for', () => {
    const { back, errors } = thereAndBack(ublQuotation, offered);
    expect(errors).toEqual([]);
    expect(back).toEqual(offered);
  });

  it('sums its lines when the supplier does not, and reports prices for other quantities', () => {
    const { totals: _sums, ...open } = offered;
    const line = { ...offered.lines[1]!, breaks: [{ from: '10', price: { amount: '950.00', basis: '1', unit: 'EA' } }] };
    const { back } = thereAndBack(ublQuotation, { ...open, lines: [line] });
    expect(back?.totals).toEqual({ lines: '1000.00', payable: '1025.00' });
    expect(encodeUbl(ublQuotation, { ...open, lines: [line] }).problems.map(({ at }) => at)).toEqual([
      'lines[].breaks[].from',
      'lines[].breaks[].price.amount',
      'lines[].breaks[].price.basis',
      'lines[].breaks[].price.unit',
    ]);
  });

  it('a refusal to quote cannot be written', () => {
    expect(errorsOf(encodeUbl(ublQuotation, { ...offered, status: 'declined' }).problems).map(({ code }) => code)).toEqual([
      'STATUS_NOT_EXPRESSIBLE',
    ]);
  });

  it('every place of the table comes back', () => {
    expect(lostPlaces(ublQuotation, { ...offered, lines: [{ ...offered.lines[1]!, charges: offered.charges }] })).toEqual([]);
  });
});
