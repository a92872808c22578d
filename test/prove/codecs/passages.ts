import {
  type AnyDocument,
  type DocumentFormat,
  diffDocuments,
  documentKinds,
  hasError,
  readDocuments,
  writeDocument,
} from '#libs/documents';
import { lostIn, type Passage } from './loss-checker.js';

/** The formats that have a kind of document. */
export function formatsOf(kind: string): DocumentFormat[] {
  const tables = documentKinds().get(kind);
  return tables === undefined ? [] : (Object.keys(tables) as DocumentFormat[]).filter((format) => tables[format].length > 0);
}

interface Through extends Passage {
  text: string;
}

/** A document through a format; undefined when the format cannot say it and the writer says so. */
export function through(sent: AnyDocument, format: DocumentFormat): Through | undefined {
  const written = writeDocument(sent, format);
  if (written === undefined || hasError(written.problems)) return undefined;
  const [read] = readDocuments(new TextEncoder().encode(written.text)).documents;
  return { sent, back: read?.document, problems: written.problems, coordinate: written.coordinate, text: written.text };
}

/** What was passed, what no format could say, and what went wrong on the way. */
export interface Tally {
  passed: number;
  unsayable: number;
  faults: string[];
}

/** Every document in every format that has its kind: nothing lost without a word, and what was read is written again letter by letter. */
export function roundTrips(documents: ReadonlyMap<string, readonly AnyDocument[]>): Tally {
  const tally: Tally = { passed: 0, unsayable: 0, faults: [] };
  for (const [kind, all] of documents)
    for (const format of formatsOf(kind))
      for (const document of all) {
        const first = through(document, format);
        if (first === undefined) {
          tally.unsayable += 1;
          continue;
        }
        tally.passed += 1;
        const lost = lostIn(first);
        const second = first.back && through(first.back, format);
        if (lost.length > 0) tally.faults.push(`${kind} ${format} lost ${lost[0]}`);
        else if (second === undefined) tally.faults.push(`${kind} ${format} cannot be written again`);
        else if (second.text !== first.text) tally.faults.push(`${kind} ${format} is written otherwise again`);
      }
  return tally;
}

/** From every format into every other: what the second cannot say it names, and what it can say comes back. */
export function anyToAny(documents: ReadonlyMap<string, readonly AnyDocument[]>): Tally & { pairs: number } {
  const tally = { passed: 0, unsayable: 0, faults: [] as string[], pairs: 0 };
  for (const [kind, all] of documents)
    for (const from of formatsOf(kind))
      for (const to of formatsOf(kind).filter((format) => format !== from)) {
        tally.pairs += 1;
        for (const document of all) {
          const came = through(document, from)?.back;
          const went = came && through(came, to);
          if (went === undefined) {
            tally.unsayable += 1;
            continue;
          }
          tally.passed += 1;
          const [lost] = lostIn(went);
          if (lost !== undefined) tally.faults.push(`${kind} ${from} to ${to} lost ${lost}`);
        }
      }
  return tally;
}

/** Every value of a document taken out, and every one changed, each on its own: what a codec might do. */
export function plantedLosses(document: AnyDocument): { name: string; back: AnyDocument }[] {
  return diffDocuments(document, { kind: '' })
    .filter(({ left, at }) => left !== undefined && at !== 'kind')
    .flatMap(({ at }) => [
      { name: `without ${at}`, back: edited(document, at, undefined) },
      { name: `with another ${at}`, back: edited(document, at, '7777777') },
    ]);
}

/** A copy with one value taken out or changed; places are those of `diffDocuments`. */
function edited(document: AnyDocument, at: string, value: string | undefined): AnyDocument {
  const copy = structuredClone(document);
  const steps = at.match(/[^.[\]]+|\[[^\]]*\]/g) ?? [];
  let holder: unknown = copy;
  for (const step of steps.slice(0, -1)) holder = inside(holder, step);
  const last = steps.at(-1) ?? '';
  if (Array.isArray(holder)) holder.splice(holder.indexOf(inside(holder, last)), 1, ...(value === undefined ? [] : [value]));
  else if (value === undefined) delete (holder as Record<string, unknown>)[last];
  else (holder as Record<string, unknown>)[last] = value;
  return copy;
}

function inside(holder: unknown, step: string): unknown {
  if (!step.startsWith('[')) return (holder as Record<string, unknown>)[step];
  const [name = '', times = '1'] = step.slice(1, -1).split('#');
  const items = holder as { number?: string; id?: string }[];
  return items.filter(
    (item, index) => ((typeof item === 'object' ? (item.number ?? item.id) : undefined) ?? String(index + 1)) === name,
  )[Number(times) - 1];
}
