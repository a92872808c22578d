import type { Encoded, Problem } from '../canonical/problem.js';
import type { TenderNotice } from '../canonical/sourcing/tender-notice.js';
import { encodeDocument } from '../grammar/encode.js';
import type { Json, JsonObject } from '../json/read-json.js';
import { jsonOf } from '../json/tree.js';
import { writeJson } from '../json/write-json.js';
import { ocdsTypes } from './keys.data.js';
import { ocdsRelease } from './release.js';

/** What a package says of itself. `uri` is where it can be fetched. */
export interface OcdsPublication {
  uri: string;
  publishedAt: string;
  publisher: string;
  license?: string;
  publicationPolicy?: string;
}

const EXTENSIONS = 'https://raw.githubusercontent.com/open-contracting-extensions';
const LOTS = `${EXTENSIONS}/ocds_lots_extension/v1.1.5/extension.json`;
const BIDS = `${EXTENSIONS}/ocds_bid_extension/v1.1.5/extension.json`;
/** Links to the pages before and after; the extension has no versions. */
const PAGES = `${EXTENSIONS}/ocds_pagination_extension/master/extension.json`;

/** Writes one release by itself, as it stands in a package. With an error among the problems it must not be published. */
export function encodeRelease(notice: TenderNotice): Encoded {
  const { root, problems } = encodeDocument(ocdsRelease, notice);
  return { text: writeJson(jsonOf(root, ocdsTypes)), problems };
}

/** Writes notices as an OCDS 1.1 release package. With an error among the problems it must not be published. */
export function encodeReleasePackage(notices: readonly TenderNotice[], publication: OcdsPublication): Encoded {
  const { releases, problems } = encoded(notices);
  return { text: writeJson(packageOf(notices, publication, ['releases', releases])), problems };
}

/** Writes notices as an OCDS 1.1 record package: a record for each procurement, its releases from the oldest on. */
export function encodeRecordPackage(notices: readonly TenderNotice[], publication: OcdsPublication): Encoded {
  const order = [...notices].sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : 0));
  const { releases, problems } = encoded(order);
  const processes = [...new Set(order.map(({ process }) => process))];
  const records = processes.map((ocid) =>
    objectOf([
      ['ocid', ocid],
      ['releases', releases.filter((_, index) => order[index]?.process === ocid)],
    ]),
  );
  return { text: writeJson(packageOf(notices, publication, ['records', records])), problems };
}

/** A page of releases: the addresses of those after and before it. */
export interface OcdsPages {
  next?: string;
  prev?: string;
}

/** Puts releases that were written before, byte for byte, into a release package with links to the other pages. */
export function packReleases(releases: readonly string[], publication: OcdsPublication, pages: OcdsPages): string {
  const links = Object.entries(pages).filter((link): link is [string, string] => link[1] !== undefined);
  const head = headOf(publication, [LOTS, BIDS, PAGES]);
  return around(links.length > 0 ? [...head, ['links', objectOf(links)]] : head, `"releases": ${listOf(releases)}`);
}

/** Puts releases of one procurement, the first one first, and what they come to, all as they were written, into a record package. */
export function packRecord(
  record: { ocid: string; releases: readonly string[]; compiled: string },
  publication: OcdsPublication,
): string {
  const parts = [
    `"ocid": ${JSON.stringify(record.ocid)}`,
    `"releases": ${listOf(record.releases)}`,
    `"compiledRelease": ${record.compiled.trim()}`,
  ];
  return around(headOf(publication, [LOTS, BIDS]), `"records": [{ ${parts.join(',\n')} }]`);
}

const listOf = (texts: readonly string[]): string => `[${texts.map((text) => text.trim()).join(',\n')}]`;

/** An object whose last key is text already. */
function around(entries: [string, Json][], last: string): string {
  const text = writeJson(objectOf(entries)).trimEnd();
  return `${text.slice(0, -1).trimEnd()},\n  ${last}\n}\n`;
}

function encoded(notices: readonly TenderNotice[]): { releases: JsonObject[]; problems: Problem[] } {
  const all = notices.map((notice) => encodeDocument(ocdsRelease, notice));
  return { releases: all.map(({ root }) => jsonOf(root, ocdsTypes)), problems: all.flatMap(({ problems }) => problems) };
}

function packageOf(notices: readonly TenderNotice[], publication: OcdsPublication, content: [string, Json]): JsonObject {
  const used = [
    ...(notices.some(({ tender }) => (tender?.lots.length ?? 0) > 0) ? [LOTS] : []),
    ...(notices.some(({ bids }) => bids.length > 0) ? [BIDS] : []),
  ];
  return objectOf([...headOf(publication, used), content]);
}

const objectOf = (entries: [string, Json][]): JsonObject => ({ entries, line: 1 });

function headOf(
  { uri, publishedAt, publisher, license, publicationPolicy }: OcdsPublication,
  extensions: string[],
): [string, Json][] {
  return [
    ['uri', uri],
    ['version', '1.1'],
    ['extensions', extensions],
    ['publishedDate', publishedAt],
    ['publisher', objectOf([['name', publisher]])],
    ...(license === undefined ? [] : [['license', license] as [string, Json]]),
    ...(publicationPolicy === undefined ? [] : [['publicationPolicy', publicationPolicy] as [string, Json]]),
  ];
}
