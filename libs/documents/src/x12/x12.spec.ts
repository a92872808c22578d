import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isUnitCode } from '#libs/kernel';
import type { Order } from '../canonical/order.js';
import type { OrderResponse } from '../canonical/order-response.js';
import type { Message } from '../grammar/message.js';
import { charged, damaged, orders, responses, screws, split } from '../grammar/testing.js';
import { decodeSet, encodeSet } from './codec.js';
import { acknowledgeGroup } from './envelope/acknowledge.js';
import { readInterchanges } from './envelope/read-interchange.js';
import { type InterchangeToWrite, writeInterchange } from './envelope/write-interchange.js';
import { functionalAcknowledgement997 } from './functional-acknowledgement-997.js';
import { order850 } from './ordering/order-850.js';
import { orderResponse855 } from './ordering/order-response-855.js';
import { priceBases, x12Units } from './units.data.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const errors = <T extends { severity: string }>(problems: readonly T[]) =>
  problems.filter((problem) => problem.severity === 'error');
const envelope: Omit<InterchangeToWrite, 'sets'> = {
  sender: { qualifier: 'ZZ', id: 'HUB' },
  receiver: { qualifier: '01', id: '081466849' },
  groupSender: 'HUB',
  groupReceiver: '081466849',
  functionalCode: 'PO',
  interchangeControl: '42',
  groupControl: '42',
  date: '2026-03-02',
  time: '10:15',
  usage: 'T',
};

function written<T>(
  table: Message<T>,
  document: T,
): { text: string; problems: { severity: string; code: string; at: string }[] } {
  const { segments, problems } = encodeSet(table, document);
  const { text, problems: found } = writeInterchange({
    ...envelope,
    sets: [{ type: table.table.message, control: '0001', segments }],
  });
  return { text, problems: [...problems, ...found] };
}

const setOf = (text: string) => readInterchanges(bytes(text)).interchanges[0]!.groups[0]!.sets[0]!;
const read = <T>(table: Message<T>, text: string) => decodeSet(table, setOf(text));

/** X12 has one identifier and one name per party, and no name of an item beside its description. */
const sayable = (order: Order): Order =>
  ({ ...order, lines: order.lines.map((line) => ({ ...line, item: { ...line.item, name: line.item.description } })) }) as Order;
const withoutNames = (order: Order | undefined) => ({
  ...order,
  lines: order?.lines.map(({ item: { name, ...item }, ...line }) => ({ ...line, item })),
});

describe('an 850', () => {
  it('is written as the trade expects it: basis in PO105, content in PO4, numbers as they are', () => {
    const { text, problems } = written(order850, screws);
    expect(errors(problems)).toEqual([]);
    const lines = text.split('~\n');
    expect(lines[0]).toBe(
      'ISA*00*          *00*          *ZZ*HUB            *01*081466849      *260302*1015*U*00401*000000042*0*T*>',
    );
    expect(lines.filter((line) => /^(?:BEG|PO1|PO4|CTT|SE)/.test(line))).toEqual([
      'BEG*00*SA*PO-2026-000123**20260302',
      'PO1*00010*7*BX*4.37*HP*VP*NAS1149-F0363P*BP*900-1',
      'PO4*25',
      'PO1*00020*1.10*KG*12.5000**VP*007',
      'CTT*2',
      'SE*25*0001',
    ]);
  });

  it('is read as it was written, priced per 100 and sold in boxes of 25', () => {
    const { document, problems } = read(order850, written(order850, screws).text);
    expect(problems).toEqual([]);
    expect(document?.lines.map((line) => [line.number, line.quantity, line.price])).toEqual([
      [
        '00010',
        { value: '7', unit: 'XBX', rawUnit: 'BX' },
        { amount: '4.37', basis: '100', unit: 'EA', rawBasisCode: 'HP', factor: { numerator: '25', denominator: '1' } },
      ],
      ['00020', { value: '1.10', unit: 'KGM', rawUnit: 'KG' }, { amount: '12.5000', basis: '1', unit: 'KGM', rawUnit: 'KG' }],
    ]);
  });

  it('any order comes back as it went', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const { text, problems } = written(order850, sayable(order));
        expect(errors(problems)).toEqual([]);
        const { document, problems: found } = read(order850, text);
        expect(found).toEqual([]);
        const plain = JSON.parse(
          JSON.stringify(withoutNames(document), (key, value) => (key.startsWith('raw') ? undefined : value)),
        );
        expect(plain).toEqual(JSON.parse(JSON.stringify(withoutNames(order))));
        expect(written(order850, document!).text).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('a basis X12 cannot name is multiplied up, or refused, never divided', () => {
    const at = (basis: string) => {
      const order = structuredClone(screws);
      order.lines[0]!.price = { amount: '1.05', basis, unit: 'EA', factor: { numerator: '25', denominator: '1' } };
      const { text, problems } = written(order850, order);
      return [
        /PO1\*00010\*7\*BX\*([^*]*)\*(\w*)/.exec(text)?.slice(1).join(' '),
        errors(problems).map((problem) => problem.code),
      ];
    };
    expect([at('50'), at('1000'), at('500'), at('7')]).toEqual([
      ['2.1 HP', []],
      ['1.05 TP', []],
      ['2.1 TP', []],
      ['1.05 ', ['PRICE_BASIS_NOT_EXPRESSIBLE']],
    ]);
  });

  it.each<[string, string, string | undefined, string]>([
    ['a dozen of 12 pieces', 'DZN', '12', 'PO1*00010*7*DZ*4.37*HP*VP*NAS1149-F0363P*BP*900-1 PO4*12'],
    ['a pair', 'PR', '2', 'PO1*00010*7*PR*4.37*HP*VP*NAS1149-F0363P*BP*900-1 PO4*2'],
    ['a set of 4', 'SET', '4', 'PO1*00010*7*ST*4.37*HP*VP*NAS1149-F0363P*BP*900-1 PO4*4'],
    ['an assembly of 6', 'AY', '6', 'PO1*00010*7*AY*4.37*HP*VP*NAS1149-F0363P*BP*900-1 PO4*6'],
    ['a kilogram of 12.5 pieces', 'KGM', '12.5', 'PO1*00010*7*KG*4.37*HP*VP*NAS1149-F0363P*BP*900-1 PO4*1*12.5*EA'],
  ])('%s priced per 100 EA keeps its factor', (_name, unit, pieces, wire) => {
    const order = structuredClone(screws);
    const factor = { numerator: pieces!, denominator: '1' };
    order.lines[0]!.quantity = { value: '7', unit };
    order.lines[0]!.price = { amount: '4.37', basis: '100', unit: 'EA', factor };
    const { text, problems } = written(order850, order);
    expect(errors(problems)).toEqual([]);
    expect(
      text
        .split('~\n')
        .filter((line) => /^(?:PO1\*00010|PO4)/.test(line))
        .join(' '),
    ).toBe(wire);
    expect(read(order850, text).document?.lines[0]?.price).toEqual({
      amount: '4.37',
      basis: '100',
      unit: 'EA',
      rawBasisCode: 'HP',
      factor,
    });
  });

  it.each<[string, string, Record<string, unknown>]>([
    [
      'a dozen is twelve by itself',
      'PO1*00010*7*DZ*4.37*HP',
      { basis: '100', unit: 'EA', factor: { numerator: '12', denominator: '1' } },
    ],
    ['a set without PO4 holds nobody knows how many', 'PO1*00010*7*SE*4.37*HP', { basis: '100', unit: 'EA' }],
    [
      'a piece stays a piece, whatever its pack',
      'PO1*00010*7*EA*4.37*HP PO4*25',
      { basis: '100', unit: 'EA', rawUnit: undefined },
    ],
    [
      'a pack measured in another unit counts no pieces',
      'PO1*00010*7*KG*4.37*HP PO4*1*25*KG',
      { basis: '100', unit: 'KGM', rawUnit: 'KG' },
    ],
  ])('%s', (_name, wire, expected) => {
    const [line = '', pack = 'PO4'] = wire.split(' ');
    const text = written(order850, screws)
      .text.replace(/PO1\*00010[^~]*/, line)
      .replace('PO4*25', pack);
    expect(read(order850, text).document?.lines[0]?.price).toEqual({ amount: '4.37', rawBasisCode: 'HP', ...expected });
  });

  it.each<[string, string, string | undefined]>([
    ['C62 that holds 25 EA', 'C62', '25'],
    ['a kilogram of nobody knows how many', 'KGM', undefined],
  ])('%s cannot be said and is an error', (_name, unit, pieces) => {
    const order = structuredClone(screws);
    order.lines[0]!.quantity = { value: '7', unit };
    order.lines[0]!.price = {
      amount: '4.37',
      basis: '100',
      unit: 'EA',
      ...(pieces === undefined ? {} : { factor: { numerator: pieces, denominator: '1' } }),
    };
    expect(errors(written(order850, order).problems).map((problem) => [problem.at, problem.code])).toEqual([
      ['PO1[1]05', 'FACTOR_NOT_EXPRESSIBLE'],
    ]);
  });

  it('says every fault at once with its place', () => {
    const text = written(order850, screws).text.replace('*7*BX*4.37', '*7e1*ZQ*4,37').replace('**20260302', '**20261302');
    const { document, problems } = read(order850, text);
    expect(document).toBeUndefined();
    expect(errors(problems).map(({ at, code, position }) => [at, code, position])).toEqual([
      ['BEG05', 'DATE_NOT_VALID', 2],
      ['PO1[1]02', 'NUMBER_NOT_VALID', 19],
      ['PO1[1]03', 'UNIT_UNKNOWN', 19],
      ['PO1[1]04', 'NUMBER_NOT_VALID', 19],
    ]);
  });

  it('a place without a code has a name and no half of an identifier (P0304)', () => {
    const place = { name: 'Dock 4', address: { lines: ['Hangar Road 9'], city: 'Oslo', country: 'NO' } };
    const shipTo = { ...place, identifiers: [{ value: '', scheme: 'ASSIGNED_BY_BUYER' }] };
    const { text, problems } = written(order850, { ...screws, shipTo });
    expect(errors(problems)).toEqual([]);
    expect(text.split('~\n').filter((line) => line.startsWith('N1*ST'))).toEqual(['N1*ST*Dock 4']);
    expect(read(order850, text).document?.shipTo).toEqual({ ...place, identifiers: [] });
    expect(shipTo.identifiers).toHaveLength(1);
  });

  it('texts that hold the usual separators are sent and read whole', () => {
    const order = structuredClone(screws);
    order.note = ['Fragile * ~ temp > 20'];
    order.lines[0]!.item.description = 'Hex bolt M6*30';
    order.lines[0]!.item.supplierPart = 'M6*30>A';
    const { text, problems } = written(order850, order);
    expect([errors(problems), text.slice(0, 4), text.slice(103, 107)]).toEqual([[], 'ISA|', "|:'\n"]);
    const { document } = read(order850, text);
    expect([document?.note, document?.lines[0]?.item.description, document?.lines[0]?.item.supplierPart]).toEqual([
      order.note,
      'Hex bolt M6*30',
      'M6*30>A',
    ]);
  });

  it('a text for people that is too long is cut with a warning, a number that is too long is an error', () => {
    const order = structuredClone(screws);
    order.lines[0]!.item.description = `${'Washer, flat '.repeat(6)}ends here`;
    order.lines[1]!.item.supplierPart = '7'.repeat(49);
    const { text, problems } = written(order850, order);
    expect(problems.filter(({ severity }) => severity !== 'info').map(({ at, code, severity }) => [at, code, severity])).toEqual([
      ['PO1[2]06+(VP|VN|VC)', 'TEXT_TOO_LONG', 'error'],
      ['PO1[1]/PID[01=F]05', 'TEXT_CUT', 'warning'],
    ]);
    expect(text).toContain(`PID*F****${'Washer, flat '.repeat(6)}en~`);
  });

  it('charges carry their code in SAC15 when element 1300 has none for it, and come back', () => {
    const own = { isCharge: true, code: 'D240', reason: 'Freight', amount: '8.00' };
    const bare = { isCharge: true, amount: '1.00' };
    const { text, problems } = written(order850, { ...charged, charges: [...charged.charges, own, bare] });
    expect(errors(problems)).toEqual([]);
    expect(text.split('~\n').filter((line) => /^(?:SAC|AMT)/.test(line))).toEqual([
      'SAC*C*ZZZZ***5000**********AOG: Aircraft on ground',
      'SAC*A*ZZZZ***500**********95',
      'SAC*C*D240***800**********Freight',
      'SAC*C*ZZZZ***100**********Charge',
      'SAC*C*ZZZZ***1250**********CERT',
      'AMT*1*20.15',
      'AMT*1*13.75',
      'AMT*TT*78.90',
    ]);
    const { document } = read(order850, text);
    expect([document?.charges, document?.lines[0]?.charges]).toEqual([
      [
        { isCharge: true, reason: 'AOG: Aircraft on ground', amount: '50.00' },
        { isCharge: false, reason: '95', amount: '5.00' },
        own,
        { ...bare, reason: 'Charge' },
      ],
      [{ isCharge: true, reason: 'CERT', amount: '12.50' }],
    ]);
  });

  it('a reference that follows the description of a part is one of the line', () => {
    const lines = [{ ...screws.lines[1]!, costReference: 'CC-7', nonCancellable: true }];
    const { text, problems } = written(order850, { ...screws, lines });
    expect(errors(problems)).toEqual([]);
    expect(text).toMatch(/PID\*F\*{4}Grease~\nREF\*CE\*CC-7~/);
    expect(read(order850, text).document?.lines[0]).toMatchObject({ costReference: 'CC-7', nonCancellable: true });
  });

  it('what is not said is assumed aloud', () => {
    const text = written(order850, screws)
      .text.replace('CUR*BY*EUR~\n', '')
      .replace('PO1*00010', 'PO1*')
      .replace(/SE\*\d+/, 'SE*24');
    const { document, problems } = read(order850, text);
    expect([document?.currency, document?.lines[0]?.number]).toEqual(['USD', '1']);
    expect(problems.map((problem) => [problem.code, problem.severity])).toEqual([
      ['CURRENCY_ASSUMED', 'warning'],
      ['LINE_NUMBER_ASSUMED', 'warning'],
    ]);
  });

  it('damage never throws', () => {
    fc.assert(
      fc.property(damaged(written(order850, screws).text), (input) => {
        for (const interchange of readInterchanges(input).interchanges)
          for (const group of interchange.groups) for (const set of group.sets) decodeSet(order850, set);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('an 855', () => {
  it('answers per quantity', () => {
    const { text, problems } = written<OrderResponse>(orderResponse855, split);
    expect(errors(problems)).toEqual([]);
    expect(text.split('~\n').filter((line) => /^(?:BAK|ACK|PO1)/.test(line))).toEqual([
      'BAK*00*AC*PO-2026-000123*20260302****SO-77*20260303',
      'PO1*00010*125*EA***VP*NAS1149-F0363P',
      'ACK*IA*60*EA*067*20260320',
      'ACK*IB*40*EA*067*20260410',
      'ACK*IR*25*EA',
      'PO1*00020*2*KG*13.00**VP*007',
      'ACK*IC*2*KG',
    ]);
    const { document } = read(orderResponse855, text);
    expect(document?.lines[0]?.schedules).toEqual(split.lines[0]?.schedules);
  });

  it('two dates of one quantity both travel', () => {
    const response = structuredClone(split);
    response.lines[0]!.schedules = [
      { status: 'accepted', quantity: { value: '125', unit: 'EA' }, shipOn: '2026-03-10', deliverOn: '2026-03-20' },
    ];
    const { text } = written(orderResponse855, response);
    expect(text).toContain('ACK*IA*125*EA*068*20260310~\nDTM*067*20260320~');
    expect(read(orderResponse855, text).document?.lines[0]?.schedules).toEqual(response.lines[0]!.schedules);
  });

  it('SCH without ACK parts the quantity by the header', () => {
    const { text } = written(orderResponse855, split);
    const other = text
      .replace(/ACK\*IA\*60.*\nACK\*IB.*\nACK\*IR.*\n/, 'SCH*60*EA***068*20260501~\nSCH*65*EA***067*20260515~\n')
      .replace('*AC*', '*AD*')
      .replace(/SE\*\d+/, 'SE*12');
    const { document, problems } = read(orderResponse855, other);
    expect(errors(problems)).toEqual([]);
    expect(document?.lines[0]?.schedules).toEqual([
      { status: 'accepted', quantity: { value: '60', unit: 'EA' }, shipOn: '2026-05-01' },
      { status: 'accepted', quantity: { value: '65', unit: 'EA' }, deliverOn: '2026-05-15' },
    ]);
  });

  it('an ACK without quantity answers the quantity of its line', () => {
    const text = written(orderResponse855, split)
      .text.replace(/ACK\*IA\*60.*\nACK\*IB.*\nACK\*IR.*\n/, 'ACK*IA~\nACK*IQ*20~\n')
      .replace('ACK*IC*2*KG', 'ACK*IR')
      .replace(/SE\*\d+/, 'SE*12');
    const { document, problems } = read(orderResponse855, text);
    expect(errors(problems)).toEqual([]);
    expect(
      document?.lines.map(({ schedules }) => schedules.map(({ status, rawStatus, quantity }) => [status, rawStatus, quantity])),
    ).toEqual([
      [
        ['accepted', undefined, { value: '125', unit: 'EA' }],
        ['changed', 'IQ', { value: '20', unit: 'EA' }],
      ],
      [['rejected', undefined, { value: '2', unit: 'KGM', rawUnit: 'KG' }]],
    ]);
  });

  it('an ACK without quantity on a line without one is an error, not a guess', () => {
    const text = written(orderResponse855, split)
      .text.replace('PO1*00020*2*KG*13.00', 'PO1*00020***')
      .replace('ACK*IC*2*KG', 'ACK*IA');
    const { document, problems } = read(orderResponse855, text);
    expect(errors(problems).map(({ at, code }) => [at, code])).toEqual([['PO1[2]/ACK[1]02', 'VALUE_MISSING']]);
    expect(document?.lines[1]?.schedules).toEqual([]);
  });

  it('any answer comes back with the same quantities', () => {
    fc.assert(
      fc.property(responses, (response) => {
        const { text, problems } = written(orderResponse855, response);
        expect(errors(problems)).toEqual([]);
        const { document, problems: found } = read(orderResponse855, text);
        expect(found).toEqual([]);
        expect(document?.lines.map((line) => [line.number, line.quantity, line.schedules])).toEqual(
          response.lines.map((line) => [line.number, line.quantity, line.schedules]),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('its own code of a status is echoed', () => {
    const text = written(orderResponse855, split).text.replace('ACK*IC*2', 'ACK*IP*2');
    const { document } = read(orderResponse855, text);
    expect(document?.lines[1]?.schedules[0]).toMatchObject({ status: 'changed', rawStatus: 'IP' });
    expect(written(orderResponse855, document!).text).toContain('ACK*IP*2*KG');
  });
});

describe('a 997', () => {
  const good = written(order850, screws).text;

  it('accepts a good group and rejects a bad set with its place', () => {
    const group = readInterchanges(bytes(good)).interchanges[0]!.groups[0]!;
    const bad = readInterchanges(bytes(good.replace('*7*BX', '*x*BX'))).interchanges[0]!.groups[0]!;
    const found = (which: typeof group) => new Map([[which.sets[0]!, decodeSet(order850, which.sets[0]!).problems]]);
    expect(acknowledgeGroup(group, found(group))).toEqual({
      kind: 'acknowledgement',
      group: { functionalCode: 'PO', control: '42', status: 'accepted', included: '1', received: '1', accepted: '1', errors: [] },
      sets: [{ type: '850', control: '0001', status: 'accepted', errors: [], segments: [] }],
    });
    const answer = acknowledgeGroup(bad, found(bad))!;
    expect(answer.sets).toEqual([
      {
        type: '850',
        control: '0001',
        status: 'rejected',
        errors: ['5'],
        segments: [{ segment: 'PO1', position: '19', code: '8', elements: [{ position: '2', code: '6' }] }],
      },
    ]);
    const { text, problems } = written(functionalAcknowledgement997, answer);
    expect(errors(problems)).toEqual([]);
    expect(read(functionalAcknowledgement997, text).document).toEqual(answer);
    expect(text).toContain('AK3*PO1*19**8~\nAK4*2**6~\nAK5*R*5~\nAK9*R*1*1*0~');
  });

  it('an acknowledgement is never acknowledged', () => {
    const group = readInterchanges(bytes(good.replace('GS*PO', 'GS*FA'))).interchanges[0]!.groups[0]!;
    expect(acknowledgeGroup(group, new Map())).toBeUndefined();
  });
});

describe('tables', () => {
  it('every unit and price unit is one of Rec 20 or 21', () => {
    expect(Object.entries(x12Units).filter(([, unit]) => !isUnitCode(unit))).toEqual([]);
    expect(Object.entries(priceBases).filter(([, { unit }]) => unit !== undefined && !isUnitCode(unit))).toEqual([]);
  });
});
