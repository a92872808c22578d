import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PunchOutOrder } from '../../canonical/punchout/punch-out.js';
import { cart } from '../../canonical/punchout/testing.js';
import { damaged } from '../../grammar/testing.js';
import { readXml } from '../../xml/read-xml.js';
import { decodeUbl, encodeUbl } from '../codec.js';
import { ublMessageOf } from '../tables.js';
import { errorsOf, lostPlaces, rootOf, thereAndBack } from '../testing.js';
import { ublPunchOut } from './punch-out.js';

const party = (name: string, value: string) => ({
  endpoint: { value, scheme: '0088' },
  identifiers: [{ value, scheme: '0088' }],
  name,
});
const { status: _status, shipTo: _shipTo, totals: _totals, ...told } = cart;

/** What of the cart T77 has a place for. */
const taken: PunchOutOrder = {
  ...told,
  cookie: '',
  allowed: 'create',
  buyer: party('Nordic Air Maintenance AS', '7300010000001'),
  supplier: party('Fasteners Limited', '5060012349998'),
  lines: cart.lines.map(({ price, ...line }) => {
    const { currency: _currency, ...rest } = price!;
    return { ...line, item: { ...line.item, name: 'Part' }, price: rest, note: [] };
  }),
};

describe('a cart in UBL', () => {
  it('is a catalogue by its profile, and comes back as it went', () => {
    const { back, errors, text } = thereAndBack(ublPunchOut, taken);
    expect([back, errors]).toEqual([taken, []]);
    expect(ublMessageOf(rootOf(text))?.table.message).toBe('PunchOut');
    expect(text).toContain('<cbc:IssueTime>00:00:00</cbc:IssueTime>');
  });

  it('names what it has no place for', () => {
    const { problems } = encodeUbl(ublPunchOut, { ...cart, supplier: taken.supplier, buyer: taken.buyer });
    expect(errorsOf(problems)).toEqual([]);
    expect(problems.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['cookie', 'allowed', 'status', 'shipTo.name', 'totals.payable', 'lines[].note[]']),
    );
  });

  it('what Peppol demands and the cart has not is an error', () => {
    const [line] = taken.lines;
    const { tax: _tax, ...untaxed } = line!;
    const { issuedOn: _issued, ...undated } = taken;
    expect(errorsOf(encodeUbl(ublPunchOut, { ...undated, lines: [untaxed] }).problems).map(({ at, code }) => [at, code])).toEqual(
      [['cbc:IssueDate', 'VALUE_MISSING']],
    );
    expect(errorsOf(encodeUbl(ublPunchOut, { ...taken, lines: [] }).problems).map(({ code }) => code)).toContain('LINES_MISSING');
  });

  it('prices are in one currency', () => {
    const { text } = encodeUbl(ublPunchOut, taken);
    const mixed = text.replace(/currencyID="EUR">1000/, 'currencyID="NOK">1000');
    expect(mixed).not.toBe(text);
    expect(errorsOf(decodeUbl(ublPunchOut, rootOf(mixed)).problems).map(({ code }) => code)).toEqual(['VALUE_CONTRADICTS']);
  });

  it('every place of the table comes back', () => {
    expect(lostPlaces(ublPunchOut, { ...taken, lines: taken.lines.slice(1) })).toEqual([]);
  });

  it('damage never throws', () => {
    fc.assert(
      fc.property(damaged(encodeUbl(ublPunchOut, taken).text), (input) => {
        const { root } = readXml(input);
        if (root !== undefined) decodeUbl(ublPunchOut, root);
      }),
      { numRuns: 100 },
    );
  });
});
