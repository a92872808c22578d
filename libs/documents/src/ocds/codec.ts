import type { Decoded, Problem } from '../canonical/problem.js';
import type { TenderNotice } from '../canonical/sourcing/tender-notice.js';
import { decodeTree } from '../grammar/decode.js';
import type { Message } from '../grammar/message.js';
import type { GrammarNode } from '../grammar/node.js';
import { isJsonObject, type Json, type JsonObject, keyOf, readJson } from '../json/read-json.js';
import { treeOf } from '../json/tree.js';
import { ocdsTypes } from './keys.data.js';
import { ocdsRelease } from './release.js';

/** A file of OCDS: what it is, who published it, and every release in it with the place it stands. A record gives its releases and what they were compiled to. */
export interface OcdsFile {
  kind?: 'release' | 'releasePackage' | 'recordPackage';
  publisher?: string;
  publishedAt?: string;
  releases: { at: string; release: GrammarNode }[];
  /** Addresses of releases that a record names and does not hold. */
  linked: string[];
  problems: Problem[];
}

/** Releases of one file at most. */
const RELEASES_MAX = 20_000;

const text = (value: Json | undefined): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const items = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** Reads a file of OCDS 1.0 or 1.1: a release, a package of releases, or of records. Never throws. */
export function readOcds(bytes: Uint8Array): OcdsFile {
  const { value, problems } = readJson(bytes);
  if (value === undefined) return { releases: [], linked: [], problems };
  if (!isJsonObject(value)) return none([...problems, wrong('/', 'OCDS_UNKNOWN', 'An OCDS file is a JSON object.')]);
  const places = placesOf(value);
  if (places === undefined)
    return none([
      ...problems,
      wrong('/', 'OCDS_UNKNOWN', 'The file holds no release: neither releases, nor records, nor an ocid.'),
    ]);
  const { kind, found, linked } = places;
  const [releases, others] = [
    found.filter(({ value: one }) => isJsonObject(one)),
    found.filter(({ value: one }) => !isJsonObject(one)),
  ];
  const publisher = keyOf(value, 'publisher');
  return {
    kind,
    ...named('publisher', isJsonObject(publisher) ? text(keyOf(publisher, 'name')) : undefined),
    ...named('publishedAt', text(keyOf(value, 'publishedDate'))),
    releases: releases
      .slice(0, RELEASES_MAX)
      .map(({ at, value: one }) => ({ at, release: treeOf('release', one as JsonObject, ocdsTypes) })),
    linked,
    problems: [
      ...problems,
      ...others.map(({ at }) => wrong(at, 'OCDS_NO_RELEASE', 'This is no release.')),
      ...(releases.length > RELEASES_MAX
        ? [wrong('/', 'OCDS_TOO_MANY', `The file holds more than ${RELEASES_MAX} releases; the others were not read.`)]
        : []),
    ],
  };
}

const none = (problems: Problem[]): OcdsFile => ({ releases: [], linked: [], problems });
const named = <K extends string>(key: K, value: string | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>;
const wrong = (at: string, code: string, message: string): Problem => ({ at, code, message, severity: 'error' });

interface Places {
  kind: NonNullable<OcdsFile['kind']>;
  found: { at: string; value: Json }[];
  linked: string[];
}

function placesOf(file: JsonObject): Places | undefined {
  const [releases, records] = [keyOf(file, 'releases'), keyOf(file, 'records')];
  if (Array.isArray(records)) return placesOfRecords(records);
  if (Array.isArray(releases))
    return {
      kind: 'releasePackage',
      found: releases.map((value, index) => ({ at: `releases[${index + 1}]`, value })),
      linked: [],
    };
  return keyOf(file, 'ocid') === undefined ? undefined : { kind: 'release', found: [{ at: '', value: file }], linked: [] };
}

/** Releases that stand in a record, and what it says they come to; a record may name releases by address instead. */
function placesOfRecords(records: readonly Json[]): Places {
  const found: Places['found'] = [];
  const linked: string[] = [];
  records.forEach((record, index) => {
    const at = `records[${index + 1}]`;
    if (!isJsonObject(record)) {
      found.push({ at, value: record });
      return;
    }
    items(keyOf(record, 'releases')).forEach((value, position) => {
      const url = isJsonObject(value) && keyOf(value, 'ocid') === undefined ? text(keyOf(value, 'url')) : undefined;
      if (url === undefined) found.push({ at: `${at}/releases[${position + 1}]`, value });
      else linked.push(url);
    });
    const compiled = keyOf(record, 'compiledRelease');
    if (compiled !== undefined) found.push({ at: `${at}/compiledRelease`, value: compiled });
  });
  return { kind: 'recordPackage', found, linked };
}

/** Reads a release by its table. Never throws. */
export function decodeOcds(
  release: GrammarNode,
  table: Message<TenderNotice> = ocdsRelease,
): Decoded<TenderNotice> & { partial: Partial<TenderNotice> } {
  return decodeTree(table, release);
}
