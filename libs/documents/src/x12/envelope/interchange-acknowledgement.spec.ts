import { describe, expect, it } from '@jest/globals';
import { screws } from '../../grammar/testing.js';
import { decodeSet, encodeSet } from '../codec.js';
import { interchangeAcknowledgementTa1 } from '../interchange-acknowledgement-ta1.js';
import { order850 } from '../ordering/order-850.js';
import { errorsOf, written } from '../testing.js';
import { acknowledgeInterchange, readInterchangeAcknowledgements } from './acknowledge-interchange.js';
import { readInterchanges } from './read-interchange.js';
import { writeInterchangeAcknowledgements } from './write-interchange.js';

const interchangeOf = (text: string) => readInterchanges(new TextEncoder().encode(text)).interchanges[0]!;
const order = written(order850, screws).text.replace('*0*T*', '*1*T*');

describe('an acknowledgement of an interchange, TA1', () => {
  it('answers when it is asked for, by what the envelope is like', () => {
    const about = { kind: 'interchangeAcknowledgement', control: '000000042', date: '260302', time: '1015' };
    const answers = [
      order,
      order.replace('IEA*1*000000042', 'IEA*1*000000043'),
      order.replace('IEA*1', 'IEA*2'),
      order.replace('IEA*1*000000042~\n', ''),
      order.replace('GE*1*42', 'GE*7*42'),
      order.replace('*7*BX', '*x*BX'),
    ].map((text) => acknowledgeInterchange(interchangeOf(text)));
    expect(answers).toEqual([
      { ...about, status: 'accepted', note: '000' },
      { ...about, status: 'acceptedWithErrors', note: '001' },
      { ...about, status: 'acceptedWithErrors', note: '021' },
      { ...about, status: 'acceptedWithErrors', note: '023' },
      { ...about, status: 'acceptedWithErrors', note: '022' },
      { ...about, status: 'accepted', note: '000' },
    ]);
    expect(acknowledgeInterchange(interchangeOf(order.replace('*1*T*', '*0*T*')))).toBeUndefined();
    expect(acknowledgeInterchange(interchangeOf(order.replace('*000000042*1*T', '*00000004X*1*T')))).toMatchObject({
      status: 'rejected',
      note: '018',
    });
  });

  it('is written in an interchange of no group, read back, and never answered itself', () => {
    const answer = acknowledgeInterchange(interchangeOf(order))!;
    const { segments, problems } = encodeSet(interchangeAcknowledgementTa1, answer);
    expect(problems).toEqual([]);
    const { text, problems: found } = writeInterchangeAcknowledgements({
      sender: { qualifier: '01', id: '081466849' },
      receiver: { qualifier: 'ZZ', id: 'HUB' },
      interchangeControl: '7',
      date: '2026-03-02',
      time: '10:16',
      usage: 'T',
      segments,
    });
    expect([found, text.split('~\n').slice(1)]).toEqual([[], ['TA1*000000042*260302*1015*A*000', 'IEA*0*000000007', '']]);
    const read = interchangeOf(text);
    expect([read.problems, readInterchangeAcknowledgements(read)]).toEqual([[], [{ document: answer, problems: [] }]]);
    expect(acknowledgeInterchange(interchangeOf(text.replace('*0*T*', '*1*T*')))).toBeUndefined();
  });

  it('that is broken says where, and the sets beside it are read', () => {
    const text = order.replace('GS*', 'TA1*4x*260302*1015*Q*0~\nGS*');
    const interchange = interchangeOf(text);
    const [read] = readInterchangeAcknowledgements(interchange);
    expect([read?.document, errorsOf(read?.problems ?? [])]).toEqual([
      undefined,
      ['NUMBER_NOT_VALID TA101', 'CODE_UNKNOWN TA104', 'NUMBER_NOT_VALID TA105'],
    ]);
    expect(decodeSet(order850, interchange.groups[0]!.sets[0]!).document?.number).toBe(screws.number);
  });
});
