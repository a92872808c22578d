import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '#libs/platform';
import { wellFormed, wrong } from './own-cases.data.js';

/** What the fifth edition of XML 1.0 (or XML 1.1, for a document that says so) says of a document; `either`: a parser may do both. */
export type Verdict = 'not-wf' | 'wf' | 'either';

export interface XmlCase {
  name: string;
  verdict: Verdict;
  bytes: Buffer;
}

/** The project's own, by name. */
export const isOwn = ({ name }: { name: string }): boolean => name.startsWith('own ');

/** Whether the first character is a left bracket, blanks and a byte order mark left out, in any encoding that has it as one byte among zeros. */
export const beginsLikeXml = (bytes: Buffer): boolean =>
  /^(?:\xEF\xBB\xBF|\xFE\xFF|\xFF\xFE)?[\0\s]*</.test(bytes.subarray(0, 1000).toString('latin1'));

const corpus = path.join(process.env['CORPUS'] ?? path.join(projectRoot, '../shared/corpus'), 'xml');

/** The project's own documents, one fault of the grammar each, and as many that are well-formed. */
export const ownCases: readonly XmlCase[] = [
  ...wrong.map((text, i): XmlCase => ({ name: `own not-wf ${i + 1}`, verdict: 'not-wf', bytes: Buffer.from(text, 'utf8') })),
  ...wellFormed.map((text, i): XmlCase => ({ name: `own wf ${i + 1}`, verdict: 'wf', bytes: Buffer.from(text, 'utf8') })),
];

/** The catalogue of the W3C XML conformance suite: in the folder that XMLCONF names, or anywhere below the XML part of the shared corpus. */
function catalogueFile(): string | undefined {
  const folders = [process.env['XMLCONF'], corpus].filter((folder) => folder !== undefined);
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
      (file) => path.basename(file) === 'xmlconf.xml',
    );
    if (found !== undefined) return path.join(folder, found);
  }
  return undefined;
}

/** Every case of the W3C suite, told by its catalogue; undefined when the suite is not here. */
export function conformanceCases(): XmlCase[] | undefined {
  const file = catalogueFile();
  if (file === undefined) return undefined;
  const text = readFileSync(file, 'utf8');
  const parts = [...text.matchAll(/<!ENTITY\s+\S+\s+SYSTEM\s+"([^"]+)"/g)].map((match) =>
    path.join(path.dirname(file), match[1]!),
  );
  return parts.filter((part) => existsSync(part)).flatMap(casesOf);
}

/** The cases of one part, whose addresses are relative to it. Names keep their suite, since ids are not unique. */
function casesOf(part: string): XmlCase[] {
  const tests = [...readFileSync(part, 'latin1').matchAll(/<TEST\b([^>]*)>/g)].map((match) =>
    Object.fromEntries(
      [...match[1]!.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((pair) => [pair[1], pair[2] ?? pair[3]]),
    ),
  );
  return tests.flatMap((test) => {
    const file = path.join(path.dirname(part), test['URI'] ?? '');
    if (!existsSync(file)) return [];
    return [{ name: `${path.basename(part, '.xml')} ${test['ID']}`, verdict: verdictOf(test), bytes: readFileSync(file) }];
  });
}

/** Cases of older editions only have become their opposite in the fifth; where namespaces are not to be known, names may be what namespaces forbid. */
function verdictOf(test: Record<string, string | undefined>): Verdict {
  const old = test['EDITION'] !== undefined && !test['EDITION'].includes('5');
  if (old || test['NAMESPACE'] === 'no') return test['TYPE'] === 'not-wf' && !old ? 'not-wf' : 'either';
  if (test['TYPE'] === 'not-wf') return 'not-wf';
  return test['TYPE'] === 'error' ? 'either' : 'wf';
}

/** Files of attackers in the shared corpus: bombs, endless entities, other people's files. */
export function attacks(): XmlCase[] {
  const folder = path.join(corpus, 'attacks');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const bytes = readFileSync(file);
      return { name: path.relative(folder, file), verdict: declaresEntities(bytes) ? 'not-wf' : 'either', bytes };
    });
}

/** Declarations in any of the encodings that these files have; a subset with entities must never be read. */
function declaresEntities(bytes: Buffer): boolean {
  return [bytes.toString('latin1'), bytes.toString('utf16le')].some((text) => /<!DOCTYPE[^>]*\[[^\]]*<!ENTITY/.test(text));
}
