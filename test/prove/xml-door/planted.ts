import type { Planted } from '../support/checker.js';
import type { Answer } from './door.js';
import type { Seen } from './door-checker.js';

type Evidence = { cases: Seen[]; bombs: Seen[] };

const says = (code: string, isXml = false): Answer => ({ status: 422, codes: [code], isXml, ms: 4 });
const knownAsXml = says('FORMAT_UNKNOWN', true);
const refused = (name: string, code = 'XML_NOT_WELL_FORMED'): Seen => ({
  name,
  verdict: 'not-wf',
  answer: says(code),
  isBracketed: true,
});
const read = (name: string): Seen => ({ name, verdict: 'wf', answer: knownAsXml, isBracketed: true });

const wrong = Array.from({ length: 150 }, (_, i) => refused(`wrong ${i}`, i % 3 === 0 ? 'XML_DOCTYPE_REFUSED' : undefined));
const right = Array.from({ length: 20 }, (_, i) => read(`right ${i}`));
const ruled: Seen = { ...read('right with a DTD'), answer: says('XML_DOCTYPE_REFUSED') };
/** One in 150 read is within the bound, and so is what is refused by rule. */
const slip: Seen = { ...refused('slip'), answer: knownAsXml };
/** Nobody takes it for XML, so that nothing is proven by it. */
const apart: Seen = { ...refused('own no XML', 'FORMAT_UNKNOWN'), isBracketed: false };
const bomb: Seen = { ...refused('bomb', 'XML_DOCTYPE_REFUSED'), grewMb: 3 };

export const sound: Evidence = { cases: [...wrong, slip, apart, ...right, ruled], bombs: [bomb] };

const withCase = (seen: Seen): Evidence => ({ ...sound, cases: [...sound.cases, seen] });
const withBomb = (seen: Partial<Seen>): Evidence => ({ ...sound, bombs: [bomb, { ...bomb, ...seen }] });

export const planted: readonly Planted<Evidence>[] = [
  { name: 'two in a hundred read', evidence: { ...sound, cases: [...sound.cases, slip, slip, slip] } },
  { name: 'one of the own cases read', evidence: withCase({ ...slip, name: 'own not-wf 1' }) },
  { name: 'one of the own cases called no XML at all', evidence: withCase({ ...apart, isBracketed: true }) },
  {
    name: 'faulty XML called no XML at all',
    evidence: {
      ...sound,
      cases: sound.cases.map((seen) => (seen.verdict === 'not-wf' ? { ...seen, answer: apart.answer } : seen)),
    },
  },
  { name: 'a well-formed document refused', evidence: withCase({ ...right[0]!, answer: says('XML_NOT_WELL_FORMED') }) },
  { name: 'a well-formed document refused by name', evidence: withCase({ ...right[0]!, answer: says('XML_NAME_REFUSED') }) },
  {
    name: 'a fault of the hub',
    evidence: withCase({ ...wrong[0]!, answer: { ...knownAsXml, status: 500, codes: [], isXml: false } }),
  },
  { name: 'a document taken', evidence: withCase({ ...right[0]!, answer: { ...knownAsXml, status: 202, codes: [] } }) },
  { name: 'a slow bomb', evidence: withBomb({ answer: { ...bomb.answer, ms: 251 } }) },
  { name: 'a heavy bomb', evidence: withBomb({ grewMb: 65 }) },
  { name: 'a bomb that was read', evidence: withBomb({ answer: knownAsXml }) },
];
