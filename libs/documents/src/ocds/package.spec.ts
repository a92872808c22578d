import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeOcds, readOcds } from './codec.js';
import { encodeRecordPackage, encodeRelease, encodeReleasePackage, packRecord, packReleases } from './package.js';
import { called, notices, published } from './testing.js';

const publication = { uri: 'https://hub.example/ocds/1', publishedAt: '2026-05-02T10:00:00Z', publisher: 'The "hub"' };
const parsed = (text: string) => JSON.parse(text) as Record<string, unknown>;
const written = (notice: typeof called): string => encodeRelease(notice).text;

describe('packages of releases that were written before', () => {
  it('hold each release byte for byte, and are what the same notices give at once', () => {
    const texts = [called, published].map(written);
    const packed = packReleases(texts, publication, {});
    for (const text of texts) expect(packed).toContain(text.trim());
    const { extensions: _, ...direct } = parsed(encodeReleasePackage([called, published], publication).text);
    const { extensions, ...whole } = parsed(packed);
    expect(whole).toEqual(direct);
    expect((extensions as string[]).map((url) => url.split('/')[4])).toEqual([
      'ocds_lots_extension',
      'ocds_bid_extension',
      'ocds_pagination_extension',
    ]);
    expect(readOcds(Buffer.from(packed)).releases.map(({ release }) => decodeOcds(release).document)).toEqual([
      called,
      published,
    ]);
  });

  it('say where the other pages are, and may be empty', () => {
    const pages = { next: 'https://hub.example/?before=1&limit=2', prev: 'https://hub.example/?after=2' };
    expect(parsed(packReleases([], publication, pages))).toMatchObject({ links: pages, releases: [] });
    expect(parsed(packReleases([], publication, {}))).not.toHaveProperty('links');
  });

  it('make a record with what its releases come to', () => {
    const compiled = written({ ...published, stages: ['compiled'] });
    const record = packRecord({ ocid: called.process, releases: [called, published].map(written), compiled }, publication);
    const [made] = parsed(record)['records'] as Record<string, unknown>[];
    const [direct] = parsed(encodeRecordPackage([called, published], publication).text)['records'] as Record<string, unknown>[];
    expect(made).toEqual({ ...direct, compiledRelease: JSON.parse(compiled) });
    const { kind, releases, problems } = readOcds(Buffer.from(record));
    expect([kind, releases.length, problems]).toEqual(['recordPackage', 3, []]);
  });

  it('are JSON whatever the notices say', () => {
    fc.assert(
      fc.property(notices, fc.string(), (notice, publisher) => {
        const text = written(notice);
        const [release] = parsed(packReleases([text], { ...publication, publisher }, {}))['releases'] as unknown[];
        expect(release).toEqual(JSON.parse(text));
      }),
    );
  });
});
