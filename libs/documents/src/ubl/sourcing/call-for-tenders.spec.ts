import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TenderNotice } from '../../canonical/sourcing/tender-notice.js';
import { damaged } from '../../grammar/testing.js';
import { decodeOcds, readOcds } from '../../ocds/codec.js';
import { encodeReleasePackage } from '../../ocds/package.js';
import { called, published } from '../../ocds/testing.js';
import { readXml } from '../../xml/read-xml.js';
import { decodeUbl, encodeUbl } from '../codec.js';
import { errorsOf, rootOf, thereAndBack } from '../testing.js';
import { ublCallForTenders as table } from './call-for-tenders.js';

const [buyer] = called.parties;
const { id: _id, ...tender } = called.tender!;

/** What of the call UBL has a place for. */
const told: TenderNotice = {
  kind: 'tenderNotice',
  number: called.number,
  process: called.process,
  publishedAt: called.publishedAt,
  stages: ['tender'],
  parties: [{ ...buyer!, identifiers: [], roles: ['buyer'] }],
  buyer: { id: buyer!.id, name: buyer!.name! },
  tender: {
    id: called.process,
    title: tender.title!,
    description: tender.description!,
    items: tender.items.map(({ unitName: _name, unitPrice: _price, lot: _lot, ...item }) => item),
    lots: tender.lots.map(({ status: _status, ...lot }) => lot),
    value: tender.value!,
    method: 'open',
    methodDetails: tender.methodDetails!,
    submissionMethods: ['electronicSubmission'],
    bidding: { start: tender.bidding!.start!, end: tender.bidding!.end! },
    tenderers: [],
    documents: tender.documents.map(({ publishedAt: _at, ...file }) => file),
    amendments: [],
  },
  bids: [],
  awards: [],
  contracts: [],
};

describe('a call for tenders in UBL', () => {
  it('comes back as it went', () => {
    const { back, errors, text } = thereAndBack(table, told);
    expect([back, errors]).toEqual([told, []]);
    expect(text).toContain('<cbc:EndTime>10:00:00Z</cbc:EndTime>');
  });

  it('names what it has no place for; what came of a tender is no call', () => {
    const { problems } = encodeUbl(table, called);
    expect(errorsOf(problems)).toEqual([]);
    expect(problems.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['tender.awardCriteria', 'tender.amendments[].reason', 'tender.id', 'language']),
    );
    expect(errorsOf(encodeUbl(table, { ...published, stages: ['award'] }).problems).map(({ code }) => code)).toEqual([
      'STAGE_NOT_EXPRESSIBLE',
    ]);
    expect(
      encodeUbl(table, { ...told, stages: ['tender', 'award'] }).problems.map(({ at, code, severity }) => [at, code, severity]),
    ).toEqual([['stages[]', 'NOT_EXPRESSED', 'info']]);
  });

  it('says the same by way of OCDS', () => {
    const { text } = encodeReleasePackage([told], {
      uri: 'https://hub.example/1',
      publishedAt: told.publishedAt,
      publisher: 'N',
    });
    const [found] = readOcds(new TextEncoder().encode(text)).releases;
    const { document } = decodeOcds(found!.release);
    expect(document).toEqual(told);
    expect(encodeUbl(table, document!).text).toBe(encodeUbl(table, told).text);
  });

  it('a day without a zone stays a day', () => {
    const { text } = encodeUbl(table, told);
    const { document } = decodeUbl(table, rootOf(text.replace('10:00:00Z</cbc:IssueTime>', '10:00:00</cbc:IssueTime>')));
    expect(document?.publishedAt).toBe('2026-05-02');
  });

  it('damage never throws', () => {
    fc.assert(
      fc.property(damaged(encodeUbl(table, told).text), (input) => {
        const { root } = readXml(input);
        if (root !== undefined) decodeUbl(table, root);
      }),
      { numRuns: 100 },
    );
  });
});
