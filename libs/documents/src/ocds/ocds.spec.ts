import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TenderNotice } from '../canonical/sourcing/tender-notice.js';
import { damaged } from '../grammar/testing.js';
import { errorsOf } from '../ubl/testing.js';
import { decodeOcds, readOcds } from './codec.js';
import { encodeRecordPackage, encodeReleasePackage } from './package.js';
import { notices, published } from './testing.js';

const publication = {
  uri: 'https://hub.example/ocds/1',
  publishedAt: '2026-05-02T10:00:00Z',
  publisher: 'Nordic Air Maintenance AS',
};
const bytes = (text: string) => new TextEncoder().encode(text);
const packaged = (notice: TenderNotice) => encodeReleasePackage([notice], publication);
const release = (value: object) =>
  bytes(JSON.stringify({ ocid: 'o', id: '1', date: '2026-05-02T10:00:00Z', tag: ['tender'], ...value }));
const read = (input: Uint8Array) => {
  const file = readOcds(input);
  const decoded = file.releases.map(({ release: root }) => decodeOcds(root));
  return {
    file,
    documents: decoded.map(({ document }) => document),
    problems: [...file.problems, ...decoded.flatMap((one) => one.problems)],
  };
};

describe('a notice in OCDS', () => {
  it('comes back as it went, in a release package', () => {
    const { text, problems } = packaged(published);
    expect(problems).toEqual([]);
    const back = read(bytes(text));
    expect([back.documents, back.problems]).toEqual([[published], []]);
    expect(back.file).toMatchObject({
      kind: 'releasePackage',
      publisher: publication.publisher,
      publishedAt: publication.publishedAt,
    });
  });

  it('numbers are numbers with their writing, lists are lists, keys stand in the order of the schema', () => {
    const { text } = packaged(published);
    expect(text).toContain('"amount": 5244.00,');
    expect(text).toContain('"hasEnquiries": true');
    const [told] = (JSON.parse(text) as { releases: Record<string, unknown>[] }).releases;
    expect(Object.keys(told!).slice(0, 5)).toEqual(['ocid', 'id', 'date', 'tag', 'initiationType']);
    expect(told?.['tag']).toEqual(['award', 'contract']);
    expect((JSON.parse(text) as { extensions: string[] }).extensions).toHaveLength(2);
  });

  it('a record package has a record for each procurement, its releases from the oldest on', () => {
    const other = { ...published, process: 'ocds-213czf-2', number: 'x' };
    const first = { ...published, number: '01', publishedAt: '2026-03-01T08:00:00Z' };
    const { text } = encodeRecordPackage([published, other, first], publication);
    const { records } = JSON.parse(text) as { records: { ocid: string; releases: { id: string }[] }[] };
    expect(records.map(({ ocid, releases }) => [ocid, releases.map(({ id }) => id)])).toEqual([
      [published.process, ['01', published.number]],
      ['ocds-213czf-2', ['x']],
    ]);
    expect(read(bytes(text)).documents).toEqual([first, published, other]);
  });

  it('releases that a record only names are told, what they were compiled to is read', () => {
    const compiled = JSON.parse(new TextDecoder().decode(release({ tag: ['compiled'] }))) as object;
    const { file, documents, problems } = read(
      bytes(
        JSON.stringify({
          records: [{ ocid: 'o', releases: [{ url: 'https://x.example/1', date: '', tag: [] }], compiledRelease: compiled }],
        }),
      ),
    );
    expect(problems).toEqual([]);
    expect([file.kind, file.linked, documents.map((one) => one?.stages)]).toEqual([
      'recordPackage',
      ['https://x.example/1'],
      [['compiled']],
    ]);
  });

  it('what is said beyond the model comes back as it stood: other keys, their types, null, empty objects, lists in lists', () => {
    const more = {
      planning: {
        budget: { amount: { amount: 1.5, currency: 'EUR' } },
        'ø key/#|': null,
        none: {},
        grid: [[1, 'a'], []],
        is: false,
      },
      tender: {
        id: 7,
        items: [{ id: 'i', quantity: 1.5, 'x-note': 'n', deep: [{ a: [] }] }],
        amendment: { date: '2026-01-01T00:00:00Z' },
      },
      _x1_: 'u',
      __proto__x: 1,
    };
    const { documents } = read(release(more));
    const { text } = packaged(documents[0]!);
    const [told] = (JSON.parse(text) as { releases: object[] }).releases;
    expect(told).toMatchObject(more);
  });

  it('problems have their place: a missing value, a tag that is none, a day that is none, ids twice or missing', () => {
    const { problems } = read(
      bytes(
        JSON.stringify({
          releases: [
            { ocid: 'o', id: '1', date: 'soon', tag: ['tender', 'party'], tender: { id: 't', items: [{ id: '1' }] } },
            5,
          ],
        }),
      ),
    );
    expect(problems.map(({ at, code, severity }) => [at, code, severity])).toEqual([
      ['releases[2]', 'OCDS_NO_RELEASE', 'error'],
      ['date', 'DATE_NOT_VALID', 'error'],
      ['tag[2]', 'CODE_UNKNOWN', 'error'],
    ]);
    const twice = read(release({ buyer: { id: 'b' }, tender: { items: [{ id: '1' }, { id: '1' }, {}] } }));
    expect(twice.problems.map(({ at, code }) => [at, code])).toEqual([
      ['tender/id', 'VALUE_MISSING'],
      ['tender/items[3]/id', 'VALUE_MISSING'],
      ['tender/items', 'ID_TWICE'],
      ['parties', 'PARTY_NOT_LISTED'],
    ]);
  });

  it('a number that stands as a text is read, and written as it stood', () => {
    const { documents } = read(release({ tender: { id: 't', value: { amount: '12.50', currency: 'EUR' } } }));
    expect(documents[0]?.tender?.value).toEqual({ amount: '12.50', currency: 'EUR' });
  });

  it('any notice comes back as it went', () => {
    fc.assert(
      fc.property(notices, (notice) => {
        const { text, problems } = packaged(notice);
        const back = read(bytes(text));
        expect([errorsOf(problems), errorsOf(back.problems)]).toEqual([[], []]);
        expect(back.documents).toEqual([notice]);
        expect(packaged(back.documents[0]!).text).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('damage never throws', () => {
    fc.assert(
      fc.property(damaged(packaged(published).text), (input) => {
        read(input);
      }),
      { numRuns: 300 },
    );
  });
});
