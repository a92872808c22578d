import { describe, expect, it } from '@jest/globals';
import type { ApplicationResponse } from '../../canonical/application-response.js';
import { screws } from '../../grammar/testing.js';
import { decodeEdifact } from '../codec.js';
import { acknowledgeEdifact } from '../envelope/acknowledge.js';
import { readEdifact } from '../envelope/read-interchange.js';
import { edifactOrders } from '../order.js';
import { read, written } from '../testing.js';
import { edifactApplicationResponses } from './application-response.js';
import { edifactContrl } from './contrl.js';

/** The CONTRL for an interchange of orders, from what reading them finds. */
function contrlFor(text: string) {
  const interchange = readEdifact(Buffer.from(text)).interchanges[0]!;
  const messages = interchange.groups.flatMap((group) => group.messages);
  return acknowledgeEdifact(
    interchange,
    new Map(messages.map((message) => [message, decodeEdifact(edifactOrders['D.96A'], message).problems])),
  );
}

describe('CONTRL', () => {
  const order = written(edifactOrders['D.96A'], screws).text;

  it('takes a message without faults', () => {
    const acknowledgement = contrlFor(order)!;
    const { text, problems } = written(edifactContrl, acknowledgement);
    expect(problems).toEqual([]);
    expect(text.split('\n').slice(2, -2)).toEqual([
      "UNH+1+CONTRL:D:3:UN'",
      "UCI+42+HUB:ZZ+4012345000009:14+7'",
      "UCM+1+ORDERS:D:96A:UN+7'",
      "UNT+4+1'",
    ]);
    expect(read(edifactContrl, text)).toMatchObject({ document: acknowledgement, problems: [] });
  });

  it('refuses one with faults and names segment, element and component', () => {
    const faulty = order.replace('QTY+21:7:XBX', 'QTY+21:ten:ZQ').replace('DTM+137:20260302', 'DTM+137:20261302');
    const acknowledgement = contrlFor(faulty)!;
    const { text } = written(edifactContrl, acknowledgement);
    expect(text.split('\n').filter((line) => /^UC/.test(line))).toEqual([
      "UCI+42+HUB:ZZ+4012345000009:14+4'",
      "UCM+1+ORDERS:D:96A:UN+4'",
      "UCS+3'",
      "UCD+12+2:2'",
      "UCS+15'",
      "UCD+37+2:2'",
      "UCD+12+2:3'",
    ]);
    expect(read(edifactContrl, text).document).toEqual(acknowledgement);
  });

  it('a wrong count is a fault of the message', () => {
    expect(contrlFor(order.replace('UNT+25', 'UNT+24'))?.sets.map(({ status, errors }) => [status, errors])).toEqual([
      ['rejected', ['29']],
    ]);
  });

  it('is never answered', () => {
    const { text } = written(edifactContrl, contrlFor(order)!);
    expect(contrlFor(text)).toBeUndefined();
  });
});

const response: ApplicationResponse = {
  kind: 'applicationResponse',
  number: 'AP-1',
  issuedOn: '2026-03-03',
  note: ['Read by the ERP'],
  sender: { identifiers: [{ value: '4012345000009', scheme: '0088' }] },
  receiver: { identifiers: [{ value: '7300010000001', scheme: '0088' }] },
  status: 'rejected',
  document: { number: 'PO-2026-000123' },
  findings: [{ code: '12', message: 'The part is not known', at: '00010' }, { code: '13' }],
};

describe.each(['D.96A', 'D.01B'] as const)('APERAK %s', (release) => {
  it('comes back as it went', () => {
    const table = edifactApplicationResponses[release];
    const { text, problems } = written(table, response);
    expect(problems).toEqual([]);
    const { document, problems: found } = read(table, text);
    expect([found, document]).toEqual([[], response]);
    expect(written(table, document!).text).toBe(text);
  });
});
