import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PunchOutOrder } from '../canonical/punchout/punch-out.js';
import { cart, visit } from '../canonical/punchout/testing.js';
import { damaged, decimal, present, word } from '../grammar/testing.js';
import { errorsOf } from '../ubl/testing.js';
import { decodeOci, encodeOci, encodeOciFields, ociPage } from './codec.js';
import { FormReader, formCaps, readForm, writeForm } from './read-form.js';
import { readOciSetup, writeOciSetup } from './setup.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const fieldsOf = (text: string) => readForm(bytes(text)).fields;
const form = (values: Record<string, string>) => Object.entries(values).map(([name, value]) => ({ name, value }));
const item = (values: Record<string, string>, n = 1) =>
  form(Object.fromEntries(Object.entries(values).map(([name, value]) => [`NEW_ITEM-${name}[${n}]`, value])));
const washer = {
  DESCRIPTION: 'Washer',
  QUANTITY: '7.000',
  UNIT: 'PCE',
  PRICE: '4.370',
  PRICEUNIT: '100',
  CURRENCY: 'EUR',
  VENDORMAT: 'NAS1149',
};

const taken: PunchOutOrder = {
  kind: 'punchOutOrder',
  cookie: '',
  allowed: 'create',
  currency: 'EUR',
  buyer: { identifiers: [] },
  supplier: { identifiers: [] },
  lines: [
    {
      number: '1',
      quantity: { value: '7.000', unit: 'H87', rawUnit: 'PCE' },
      item: { supplierPart: 'NAS1149', description: 'Washer', classifications: [] },
      price: { amount: '4.370', currency: 'EUR', basis: '100', unit: 'H87' },
      note: [],
    },
  ],
};

describe('a cart in OCI', () => {
  it('is read from the fields of a form, and comes back as it went', () => {
    const { document, problems } = decodeOci(item(washer));
    expect([document, problems]).toEqual([taken, []]);
    const { text, problems: found } = encodeOci(taken);
    expect(found).toEqual([]);
    expect(decodeOci(fieldsOf(text)).document).toEqual(taken);
  });

  it('says what OCI has no place for; a price per 100 pieces of boxes of 25 is one per 4 boxes', () => {
    const { fields, problems } = encodeOciFields(cart);
    expect(errorsOf(problems)).toEqual([]);
    expect(problems.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['cookie', 'status', 'number', 'totals.payable', 'shipTo.name', 'lines[].note[]']),
    );
    const said = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    expect([said['NEW_ITEM-PRICE[1]'], said['NEW_ITEM-PRICEUNIT[1]'], said['NEW_ITEM-UNIT[1]']]).toEqual(['4.37', '4', 'XBX']);
    expect(said['NEW_ITEM-LEADTIME[2]']).toBe('14');
  });

  it.each([
    ['0.0437', '1', '0.437', '10'],
    ['4.37', '0.5', '43.7', '5'],
    ['1.500', '1', '1.500', '1'],
  ])('a price of %s for %s is written as %s for %s', (amount, basis, price, units) => {
    const [line] = taken.lines;
    const { fields, problems } = encodeOciFields({ ...taken, lines: [{ ...line!, price: { amount, basis, unit: 'H87' } }] });
    const said = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    expect([
      said['NEW_ITEM-PRICE[1]'],
      said['NEW_ITEM-PRICEUNIT[1]'],
      problems.filter(({ severity }) => severity === 'error'),
    ]).toEqual([price, units, []]);
  });

  it('a price that no whole number of units makes exact is an error, never a rounding', () => {
    const [line] = taken.lines;
    const price = { amount: '0.123456789', basis: '1', unit: 'H87' };
    expect(
      errorsOf(encodeOciFields({ ...taken, lines: [{ ...line!, price }] }).problems).map(({ at, code }) => [at, code]),
    ).toEqual([['NEW_ITEM[1]/PRICEUNIT', 'BASIS_NOT_EXPRESSIBLE']]);
  });

  it('a long text stands apart, numbers of items may have gaps, fields of nobody are passed over', () => {
    const { document } = decodeOci([
      ...item({ ...washer, CUST_FIELD1: 'x' }, 3),
      { name: 'NEW_ITEM-LONGTEXT_3:132[]', value: 'Washer, flat, cadmium' },
      ...item(washer, 1),
      { name: '__proto__[1]', value: 'x' },
      { name: 'NEW_ITEM-__proto__[1]', value: 'x' },
      { name: 'caller', value: 'x' },
    ]);
    expect(document?.lines.map(({ number, item: { name, description } }) => [number, name, description])).toEqual([
      ['1', undefined, 'Washer'],
      ['3', 'Washer', 'Washer, flat, cadmium'],
    ]);
    const again = encodeOciFields(document!).fields;
    expect(again).toContainEqual({ name: 'NEW_ITEM-CUST_FIELD1[2]', value: 'x' });
    expect(again).toContainEqual({ name: 'NEW_ITEM-LONGTEXT_2:132[]', value: 'Washer, flat, cadmium' });
  });

  it('wrong values are problems with their place', () => {
    const said = (values: Record<string, string>) =>
      decodeOci(item({ ...washer, ...values })).problems.map(({ at, code }) => [at, code]);
    expect(said({ QUANTITY: '1,5' })).toEqual([['NEW_ITEM[1]/QUANTITY', 'NUMBER_NOT_VALID']]);
    expect(said({ UNIT: 'Stück' })).toEqual([['NEW_ITEM[1]/UNIT', 'UNIT_UNKNOWN']]);
    expect(said({ PRICE: '-1' })).toEqual([['NEW_ITEM[1]/PRICE', 'NUMBER_NEGATIVE']]);
    expect(decodeOci([...item(washer), ...item({ ...washer, CURRENCY: 'NOK' }, 2)]).problems.map(({ code }) => code)).toEqual([
      'VALUE_CONTRADICTS',
    ]);
    expect(decodeOci([...item(washer), ...item(washer)]).problems.map(({ code }) => code)).toContain('FIELD_TWICE');
  });

  it('a cart without items is a visit without a choice', () => {
    const { document, problems } = decodeOci([]);
    expect([document?.lines, document?.currency, problems]).toEqual([[], '', []]);
  });

  it('any cart comes back as it went', () => {
    const line = fc.record({
      value: decimal,
      amount: decimal,
      basis: fc.constantFrom('1', '10', '100'),
      part: word,
      description: word,
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const order = present<PunchOutOrder>({
          ...taken,
          lines: lines.map(({ value, amount, basis, part, description }, index) => ({
            number: String(index + 1),
            quantity: { value, unit: 'EA' },
            item: { supplierPart: part, description, classifications: [] },
            price: { amount, currency: 'EUR', basis, unit: 'EA' },
            note: [],
          })),
        });
        const { text, problems } = encodeOci(order);
        expect(problems).toEqual([]);
        expect(decodeOci(fieldsOf(text)).document).toEqual(order);
      }),
    );
  });
});

describe('a form', () => {
  it('is the same in whatever pieces it arrives', () => {
    const text = writeForm(form({ 'NEW_ITEM-DESCRIPTION[1]': 'Schräube & Müller+%', b: '' }));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
        const reader = new FormReader();
        const all = bytes(text);
        for (let at = 0, turn = 0; at < all.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          reader.push(all.subarray(at, at + size));
          at += size;
        }
        expect(reader.end()).toEqual(readForm(all));
      }),
    );
    expect(fieldsOf(text)[0]?.value).toBe('Schräube & Müller+%');
  });

  it('that is no UTF-8 is read as Latin 1, with a warning; broken escapes stay', () => {
    expect(readForm(bytes('a=M%FCller&b=100%&c=%zz&d=1+2'))).toEqual({
      fields: form({ a: 'Müller', b: '100%', c: '%zz', d: '1 2' }),
      problems: [expect.objectContaining({ code: 'FORM_NOT_UTF8', severity: 'warning' })],
    });
  });

  it('past a cap takes no more', () => {
    const code = (input: Uint8Array) => readForm(input).problems.map((problem) => problem.code);
    expect(code(new Uint8Array(formCaps.bytes + 1))).toEqual(['FORM_TOO_LARGE']);
    expect(code(bytes(`a=${'x'.repeat(formCaps.value + 1)}`))).toEqual(['FORM_FIELD_TOO_LONG']);
    expect(code(bytes('a=1&'.repeat(formCaps.fields + 1)))).toEqual(['FORM_TOO_MANY']);
  });

  it('damage never throws', () => {
    fc.assert(
      fc.property(damaged(encodeOci(taken).text), (input) => {
        decodeOci(readForm(input).fields);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a page that sends a cart on', () => {
  it('holds every field, escaped, and goes only to the web', () => {
    const hostile = form({ 'NEW_ITEM-DESCRIPTION[1]': '"><script>alert(1)</script>' });
    const page = ociPage(hostile, { returnTo: 'https://hub.example/return?a=1&b="', button: 'Send' });
    expect(page).not.toContain('<script>');
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;');
    expect(page).toContain('action="https://hub.example/return?a=1&amp;b=&quot;"');
    expect(ociPage(hostile, { returnTo: 'javascript:alert(1)', button: 'Send' })).toBeUndefined();
  });
});

describe('the call of a shop', () => {
  it('is said in fields and read again, without what lets somebody in', () => {
    const { shop: _shop, ...begun } = visit;
    const fields = writeOciSetup({ ...begun, operation: 'create' })!;
    expect(fields).toContainEqual({ name: 'HOOK_URL', value: visit.returnTo });
    const back = readOciSetup([...fields, ...form({ PASSWORD: 'hunter2', USERNAME: 'ann', HOOK_URL: 'https://evil.example' })]);
    expect(back).toMatchObject({ operation: 'create', returnTo: visit.returnTo });
    expect(back?.properties).toEqual([...visit.properties, { name: 'USERNAME', value: 'ann' }]);
    expect(JSON.stringify(back)).not.toContain('hunter2');
  });

  it('cannot show a cart again, and without an address to return to is none', () => {
    expect(writeOciSetup(visit)).toBeUndefined();
    expect(readOciSetup(form({ HOOK_URL: 'javascript:1' }))).toBeUndefined();
    expect(readOciSetup(form({ HOOK_URL: 'https://a.example', FUNCTION: 'sourcing' }))?.operation).toBe('source');
  });
});
