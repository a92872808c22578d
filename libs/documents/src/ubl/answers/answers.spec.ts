import { describe, expect, it } from '@jest/globals';
import type { ApplicationResponse } from '../../canonical/application-response.js';
import { queried } from '../../canonical/billing/testing.js';
import { attributeOf, elementsOf, findElement, textOf } from '../../xml/element.js';
import { decodeUbl, encodeUbl } from '../codec.js';
import { ublMessageOf } from '../tables.js';
import { errorsOf, lostPlaces, rootOf, thereAndBack } from '../testing.js';
import { ublApplicationResponse, ublCatalogueResponse } from './application-response.js';
import { ublInvoiceResponse } from './invoice-response.js';

const refused: ApplicationResponse = {
  kind: 'applicationResponse',
  number: 'MLR-1',
  issuedOn: '2026-03-22',
  issuedAt: '2026-03-22T08:00:00Z',
  note: [],
  sender: { identifiers: [], endpoint: { value: '7300010000001', scheme: '0088' } },
  receiver: { identifiers: [], endpoint: { value: '5060012349998', scheme: '0088' } },
  status: 'rejected',
  reason: 'Rejected due to validation errors',
  document: { number: 'ENV-5', typeCode: '380' },
  findings: [
    { at: '/Invoice/cbc:ID', status: 'rejected', code: 'BV', rule: 'BR-02', message: 'An Invoice shall have an Invoice number' },
    { at: '/Invoice', code: 'SV', message: 'No such element' },
  ],
};

describe('a message level response in UBL', () => {
  it('comes back as it went, with the ids of the rules', () => {
    const { back, errors } = thereAndBack(ublApplicationResponse, refused);
    expect(errors).toEqual([]);
    expect(back).toEqual(refused);
  });

  it('a finding without place or reason gets what the profile demands, and comes back without', () => {
    const { back, text } = thereAndBack(ublApplicationResponse, { ...refused, findings: [{ message: 'Unreadable' }] });
    const line = findElement(rootOf(text), 'DocumentResponse', 'LineResponse')!;
    expect([
      textOf(findElement(line, 'LineReference', 'LineID')!),
      textOf(findElement(line, 'Response', 'Status', 'StatusReasonCode')!),
    ]).toEqual(['NA', 'BV']);
    expect(back?.findings).toEqual([{ message: 'Unreadable', code: 'BV' }]);
  });

  it('accepted with errors is accepted; a code of nobody is an error', () => {
    const { text } = encodeUbl(ublApplicationResponse, { ...refused, status: 'acceptedWithErrors' });
    expect(textOf(findElement(rootOf(text), 'DocumentResponse', 'Response', 'ResponseCode')!)).toBe('AP');
    const { document, problems } = decodeUbl(ublApplicationResponse, rootOf(text.replace('>AP<', '>Maybe<')));
    expect([document?.status, document?.rawStatus, errorsOf(problems).map(({ code }) => code)]).toEqual([
      'received',
      'Maybe',
      ['CODE_UNKNOWN'],
    ]);
    const { document: old } = decodeUbl(ublApplicationResponse, rootOf(text.replace('>AP<', '>BusinessReject<')));
    expect([old?.status, old?.rawStatus]).toEqual(['rejected', 'BusinessReject']);
  });

  it('every place of the tables comes back', () => {
    const { findings: _findings, ...whole } = refused;
    expect(lostPlaces(ublApplicationResponse, { ...whole, findings: [] })).toEqual(['rawStatus']);
    const { reason: _reason, ...catalogue } = whole;
    expect(lostPlaces(ublCatalogueResponse, { ...catalogue, findings: [], document: { number: 'Cat-12' } })).toEqual([
      'rawStatus',
    ]);
  });

  it('the profile tells which answer it is, not the root', () => {
    const roots = [
      encodeUbl(ublApplicationResponse, refused).text,
      encodeUbl(ublCatalogueResponse, refused).text,
      encodeUbl(ublInvoiceResponse, queried).text,
    ].map(rootOf);
    expect(roots.map((root) => ublMessageOf(root)?.coordinate)).toEqual([
      'ubl:2.1:ApplicationResponse',
      'ubl:2.1:CatalogueResponse',
      'ubl:2.1:InvoiceResponse',
    ]);
  });
});

describe('an invoice response in UBL', () => {
  it('comes back as it went: the reason, the term in question and what is asked for', () => {
    const { back, errors, text } = thereAndBack(ublInvoiceResponse, queried);
    expect(errors).toEqual([]);
    expect(back).toEqual(queried);
    const [reason, action] = elementsOf(findElement(rootOf(text), 'DocumentResponse', 'Response')!, 'Status');
    expect([reason, action].map((one) => attributeOf(findElement(one!, 'StatusReasonCode')!, 'listID'))).toEqual([
      'OPStatusReason',
      'OPStatusAction',
    ]);
  });

  it.each([
    ['received', 'AB'],
    ['inProcess', 'IP'],
    ['underQuery', 'UQ'],
    ['conditionallyAccepted', 'CA'],
    ['rejected', 'RE'],
    ['accepted', 'AP'],
    ['paid', 'PD'],
    ['partiallyPaid', 'PD'],
  ] as const)('%s is %s and comes back', (status, code) => {
    const { back, text } = thereAndBack(ublInvoiceResponse, { ...queried, status, clarifications: [] });
    expect(textOf(findElement(rootOf(text), 'DocumentResponse', 'Response', 'ResponseCode')!)).toBe(code);
    expect(back?.status).toBe(status);
  });

  it('a cancelled invoice has no code; a plain text is no code, an action without one is OTH', () => {
    expect(errorsOf(encodeUbl(ublInvoiceResponse, { ...queried, status: 'cancelled' }).problems).map(({ code }) => code)).toEqual(
      ['CODE_NOT_EXPRESSIBLE', 'VALUE_MISSING'],
    );
    const clarifications = [
      { about: 'reason' as const, text: 'See our mail', terms: [] },
      { about: 'action' as const, text: 'Call us', terms: [] },
    ];
    const { back } = thereAndBack(ublInvoiceResponse, { ...queried, clarifications });
    expect(back?.clarifications).toEqual([clarifications[0], { ...clarifications[1], code: 'OTH' }]);
  });

  it('every place of the table comes back', () => {
    expect(lostPlaces(ublInvoiceResponse, { ...queried, clarifications: queried.clarifications.slice(0, 1) })).toEqual([
      'rawStatus',
    ]);
  });
});
