import { type Answer, wasRefused, wasTurnedAway } from './door.js';
import { beginsLikeXml, isOwn, type Verdict, type XmlCase } from './suite.js';

/** A document with what the door said; with the memory that it took, where that was measured. */
export interface Seen {
  name: string;
  verdict: Verdict;
  answer: Answer;
  /** Whether it begins like XML. */
  isBracketed: boolean;
  grewMb?: number;
}

export const seenOf = ({ name, verdict, bytes }: XmlCase, answer: Answer): Seen => ({
  name,
  verdict,
  answer,
  isBracketed: beginsLikeXml(bytes),
});

export const bombMs = 250;
export const bombMb = 64;
/** Of not-well-formed documents, in hundredths. */
export const refusedShare = 99;

/** What is refused for what it is, well-formed or not: declarations of its own, another DTD than a label, an encoding that is not on the list. */
const byRule = new Set(['XML_DOCTYPE_REFUSED', 'XML_ENCODING_NOT_SUPPORTED']);

/** What an honest account of a run is made of. */
export interface Account {
  /**
   * Not-well-formed documents: all that begin like XML or were taken for it, those refused, those of them refused for their DOCTYPE, names of those not refused, and of these the
   * project's own. Apart: how many do not begin like XML and were turned away as no document at all.
   */
  wrong: { all: number; refused: number; byDoctype: number; read: string[]; ownRead: string[]; apart: number };
  /** Well-formed ones: all, those read, those refused by rule, and whatever else was refused. */
  sound: { all: number; read: number; byRule: number; refused: string[] };
  /** Documents that got no answer of the door's own. */
  unanswered: string[];
}

export function accountOf(seen: readonly Seen[]): Account {
  const isApart = (one: Seen): boolean => !one.isBracketed && wasTurnedAway(one.answer);
  const wrong = seen.filter((one) => one.verdict === 'not-wf' && !isApart(one));
  const sound = seen.filter(({ verdict }) => verdict === 'wf');
  const refused = wrong.filter(({ answer }) => wasRefused(answer));
  const read = wrong.filter(({ answer }) => !wasRefused(answer));
  const ruled = sound.filter(({ answer }) => answer.codes.some((code) => byRule.has(code)));
  return {
    wrong: {
      all: wrong.length,
      refused: refused.length,
      byDoctype: refused.filter(({ answer }) => answer.codes.includes('XML_DOCTYPE_REFUSED')).length,
      read: read.map(({ name }) => name),
      ownRead: read.filter(isOwn).map(({ name }) => name),
      apart: seen.filter((one) => one.verdict === 'not-wf' && isApart(one)).length,
    },
    sound: {
      all: sound.length,
      read: sound.filter(({ answer }) => answer.isXml).length,
      byRule: ruled.length,
      refused: sound
        .filter((one) => !one.answer.isXml && !ruled.includes(one))
        .map(({ name, answer }) => `${name} (${answer.codes.join(', ')})`),
    },
    unanswered: seen.filter(({ answer }) => answer.status !== 422).map(({ name, answer }) => `${name} (${answer.status})`),
  };
}

export const shareOf = ({ wrong }: Account): number => (wrong.all === 0 ? 100 : (wrong.refused * 100) / wrong.all);

/** Bombs that went off: too late an answer, or too much memory; and those that were read. */
export function bombFaults(bombs: readonly Seen[]): string[] {
  return bombs.flatMap(({ name, verdict, answer, grewMb = 0 }) => [
    ...(answer.ms > bombMs ? [`${name} took ${Math.round(answer.ms)} ms`] : []),
    ...(grewMb > bombMb ? [`${name} took ${Math.round(grewMb)} MB`] : []),
    ...(verdict === 'not-wf' && !wasRefused(answer) ? [`${name} was read`] : []),
  ]);
}

/** Everything that the programme would call broken. */
export function doorFaults({ cases, bombs }: { cases: readonly Seen[]; bombs: readonly Seen[] }): string[] {
  const account = accountOf(cases);
  return [
    ...(shareOf(account) < refusedShare ? [`${shareOf(account).toFixed(1)} % refused`] : []),
    ...account.wrong.ownRead,
    ...account.sound.refused,
    ...account.unanswered,
    ...bombFaults(bombs),
  ];
}
