import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readLabelField } from './data-identifiers.js';
import { readBarCode } from './read-bar-code.js';

const [eot, gs, rs] = ['\u0004', '\u001d', '\u001e'];
const read = (text: string) => {
  const code = readBarCode(text, 2026);
  if (!code) return undefined;
  const { elements, problems, ...said } = code;
  return {
    ...said,
    ids: elements.map(({ id }) => id).join(' '),
    problems: problems.map(({ code: what, at }) => `${what} ${at}`.trim()),
  };
};
const envelope = (format: string, ...fields: string[]) => `[)>${rs}${[format, ...fields].join(gs)}${rs}${eot}`;

describe('GS1 element strings', () => {
  it('are read as the DataMatrix guideline of GS1 prints them: fixed fields touch, variable ones end with FNC1', () => {
    // GS1 DataMatrix Guideline, 2.2: (01)03453120000011(17)191125(10)ABCD1234.
    expect(read(']d201034531200000111719112510ABCD1234')).toEqual({
      system: 'GS1',
      number: '03453120000011',
      lot: 'ABCD1234',
      expiresOn: '2019-11-25',
      ids: '01 17 10',
      problems: [],
    });
    expect(read(`]C1010541234500001310ABC123${gs}17290331`)).toEqual({
      system: 'GS1',
      number: '05412345000013',
      lot: 'ABC123',
      expiresOn: '2029-03-31',
      ids: '01 10 17',
      problems: [],
    });
    expect(read(`31030001890105412345000013${gs}10XYZ`)).toMatchObject({
      number: '05412345000013',
      lot: 'XYZ',
      ids: '3103 01 10',
    });
  });

  it('give number, quantity, lot and serial of a part; the maker number goes before the GTIN', () => {
    expect(read(`]d20103453120000011240NAS1149F0363P${gs}30000250${gs}10L-7${gs}21S/N 1${gs}17280200`)).toEqual({
      system: 'GS1',
      number: 'NAS1149F0363P',
      quantity: '250',
      lot: 'L-7',
      serial: 'S/N 1',
      // Day 00 is the last of the month; 2028 is a leap year.
      expiresOn: '2028-02-29',
      ids: '01 240 30 10 21 17',
      problems: [],
    });
    expect(read(`${gs}0203453120000011379`)).toMatchObject({ number: '03453120000011', quantity: '9' });
    expect(read(`]Q3241OUR-55${gs}7001531000123456${gs}`)).toMatchObject({ number: 'OUR-55' });
    expect(read(']C170015310001234567')).toMatchObject({ number: '5310001234567', problems: [] });
  });

  it('are read in brackets, with pictures or names of the separator, and without a symbology identifier', () => {
    const wanted = { number: '03453120000011', lot: 'ABCD1234', serial: '9' };
    for (const text of [
      '(01)03453120000011(10)ABCD1234(21)9',
      '(01) 03453120000011 (10) ABCD1234 (21) 9',
      '010345312000001110ABCD1234\u241d219',
      ']d2010345312000001110ABCD1234<GS>219',
      '<FNC1>010345312000001110ABCD1234{GS}219',
    ])
      expect(read(text)).toMatchObject({ ...wanted, problems: [] });
    expect(read(']E04006381333931')).toMatchObject({ number: '04006381333931' });
  });

  it('take the century that is nearest', () => {
    const expiry = (date: string) => readBarCode(`]d20103453120000011${`17${date}`}`, 2026)?.expiresOn;
    expect(['760101', '770101', '990101', '000101'].map(expiry)).toEqual([
      '2076-01-01',
      '1977-01-01',
      '1999-01-01',
      '2000-01-01',
    ]);
    expect(readBarCode(']d2010345312000001117100101', 2060)?.expiresOn).toBe('2110-01-01');
  });

  it('say what is wrong', () => {
    expect(read(']d20103453120000012')?.problems).toEqual(['CHECK_DIGIT 01']);
    expect(read(']d2010345312')?.problems).toEqual(['CUT 01']);
    // The separator behind the lot got lost: it swallows the serial number.
    expect(read(']d2010345312000001110ABCDEFGHIJ2112345678901')?.problems).toEqual(['TOO_LONG 10']);
    expect(read(']d20103453120000011171913')?.problems).toEqual(['CUT 17']);
    expect(read(']d2010345312000001117191350')?.problems).toEqual(['DATE 17']);
    expect(read(']d2010345312000001130000')?.problems).toEqual(['QUANTITY 30']);
    expect(read(']d20103453120000011X1')?.problems).toEqual(['UNKNOWN X1']);
    expect(read(']C110ABC')?.problems).toEqual(['NO_PART']);
  });
});

describe('the envelope of ISO/IEC 15434', () => {
  it('brings data identifiers of MH10.8.2 as MIL-STD-130 prints them', () => {
    expect(read(envelope('06', '17V0CVA5', '1P1234', 'S786950'))).toEqual({
      system: 'DI',
      number: '1234',
      manufacturer: '0CVA5',
      serial: '786950',
      ids: '17V 1P S',
      problems: [],
    });
    expect(read(envelope('06', '18VD0CVA5', '1PNAS1149F0363P', 'Q25', '1TL-9', '14D20291231'))).toMatchObject({
      number: 'NAS1149F0363P',
      manufacturer: '0CVA5',
      quantity: '25',
      lot: 'L-9',
      expiresOn: '2029-12-31',
    });
    // A D-U-N-S number is no CAGE; the customer's number is taken when there is no other.
    expect(read(envelope('06', 'POUR-1', '12V012345678', 'V0CVA5', '7Q10EA'))).toMatchObject({
      number: 'OUR-1',
      manufacturer: '0CVA5',
      quantity: '10',
    });
  });

  it('brings text elements of ATA Spec 2000, also under the header that was used before there was one', () => {
    // As printed in the DoD guide: [)> RS DD GS MFR 0CVA5 GS SER 674A36458 RS EOT.
    expect(read(envelope('DD', 'MFR 0CVA5', 'SER 674A36458', 'PNO 4202435-00', 'PNR 4202435-01'))).toEqual({
      system: 'TEI',
      number: '4202435-01',
      manufacturer: '0CVA5',
      serial: '674A36458',
      ids: 'MFR SER PNO PNR',
      problems: [],
    });
    expect(read(envelope('12', 'MFR0CVA5', 'SER674A36458', 'PNR4202435-01'))).toMatchObject({ number: '4202435-01' });
  });

  it('brings GS1 fields, several formats, and may have lost its end', () => {
    expect(read(envelope('05', '0103453120000011', '2112'))).toMatchObject({
      system: 'GS1',
      number: '03453120000011',
      serial: '12',
    });
    expect(read(`[)>${rs}06${gs}1TX${rs}06${gs}1PA-1${rs}${eot}`)).toMatchObject({ number: 'A-1' });
    expect(read(`[)>06${gs}1PA-1${gs}Q2`)).toMatchObject({ number: 'A-1', quantity: '2' });
    expect(read(`]d1[)>␞06␝1PA-1␝Q2␞␄`)).toMatchObject({ number: 'A-1', quantity: '2' });
    expect(read('[)>')?.problems).toEqual(['CUT [)>']);
    expect(read(`[)>${rs}07${gs}free text${rs}`)?.problems).toEqual(['UNKNOWN 07']);
    expect(read(envelope('06', '1PA-1', '??', 'Qmany'))?.problems).toEqual(['UNKNOWN ??', 'QUANTITY Q']);
  });
});

describe('what is no such bar code', () => {
  it('is left alone: plain numbers, also in a symbol that says nothing of GS1', () => {
    for (const plain of [
      'NAS1149F0363P',
      '1PNAS1149F0363P',
      '69-37320-1',
      ']A0NAS1149F0363P',
      '0112345678901234',
      '',
      '(A)12',
      '12',
    ]) {
      expect(readBarCode(plain, 2026)).toBeUndefined();
    }
  });

  it('is read field by field only where no part number looks so', () => {
    const field = (text: string) => {
      const { number, quantity, manufacturer, serial } = readLabelField(text) ?? {};
      return [number, quantity, manufacturer, serial].filter(Boolean).join();
    };
    expect(['1PNAS1149F0363P', '30PABC', 'Q25', '17V0CVA5', 'PNR 4202435-01', 'QTY 3', 'MFR 0CVA5', 'SER 12'].map(field)).toEqual(
      ['NAS1149F0363P', 'ABC', '25', '0CVA5', '4202435-01', '3', '0CVA5', '12'],
    );
    for (const plain of ['S9412-020', 'P123', 'T-1', 'V100', 'QX25', '17V12', 'PNR'])
      expect(readLabelField(plain)).toBeUndefined();
  });

  it('never throws, and keeps what it reads inside its bounds', () => {
    const sign = fc.constantFrom(gs, rs, eot, '0', '1', '2', '7', 'A', 'P', 'Q', ']', 'd', '(', ')', '[', '>', ' ', '-');
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 60 }),
        fc.constantFrom('', ']d2', ']C1', '[)>', `[)>${rs}06${gs}`),
        (signs, start) => {
          const code = readBarCode(start + signs.join(''), 2026);
          expect(!code || code.number !== undefined || code.problems.length > 0).toBe(true);
          for (const { id } of code?.elements ?? []) expect(id).toMatch(/^[0-9A-Z]{1,4}$/);
        },
      ),
    );
  });
});
