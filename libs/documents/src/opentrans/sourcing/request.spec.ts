import { describe, expect, it } from '@jest/globals';
import type { RequestForQuotation } from '../../canonical/sourcing/request-for-quotation.js';
import { asked } from '../../canonical/sourcing/testing.js';
import { errorsOf, rootOf } from '../../ubl/testing.js';
import { decodeOpenTrans, encodeOpenTrans } from '../codec.js';
import { openTransRequest as table } from './request.js';

describe('a request in openTRANS', () => {
  it('comes back as it went, but for what is named', () => {
    const { text, problems } = encodeOpenTrans(table, { ...asked, currency: 'EUR' });
    expect(errorsOf(problems)).toEqual([]);
    const named = problems.map(({ at }) => at);
    const { document, problems: found } = decodeOpenTrans(table, rootOf(text));
    expect(found).toEqual([]);
    expect(document?.lines.map(({ number, quantity, item }) => [number, quantity, item.supplierPart])).toEqual(
      asked.lines.map(({ number, quantity, item }) => [number, quantity, item.supplierPart]),
    );
    const kept = Object.keys(document!) as (keyof RequestForQuotation)[];
    expect(Object.keys(asked).filter((key) => !kept.includes(key as never) && !named.some((at) => at.startsWith(key)))).toEqual(
      [],
    );
    expect(encodeOpenTrans(table, document!).text).toBe(text);
  });

  it('needs a currency and lines, and is an original', () => {
    const { currency: _currency, ...bare } = { ...asked, currency: 'EUR' };
    expect(errorsOf(encodeOpenTrans(table, bare).problems).map(({ code }) => code)).toEqual(['VALUE_MISSING']);
    expect(errorsOf(encodeOpenTrans(table, { ...asked, currency: 'EUR', lines: [] }).problems).map(({ code }) => code)).toEqual([
      'LINES_MISSING',
    ]);
    expect(
      errorsOf(encodeOpenTrans(table, { ...asked, currency: 'EUR', purpose: 'cancel' }).problems).map(({ code }) => code),
    ).toEqual(['PURPOSE_NOT_EXPRESSIBLE']);
  });
});
