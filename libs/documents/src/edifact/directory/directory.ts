import type { Problem } from '../../canonical/problem.js';
import type { SegmentRule } from '../../grammar/structure.js';
import type { Segment } from '../syntax/read-segments.js';
import { messagesD01b } from './messages-d01b.data.js';
import { messagesD96a } from './messages-d96a.data.js';
import type { EdifactRelease } from './release.js';
import { segmentsD01b } from './segments-d01b.data.js';
import { segmentsD96a } from './segments-d96a.data.js';
import { serviceMessages, serviceSegments } from './service.data.js';

/** A simple element or a component: kind a letters, an letters and digits, n number; and its greatest length. */
export interface PartRule {
  kind: 'a' | 'an' | 'n';
  max: number;
  required: boolean;
}

/** An element of a segment: one part, or several of a composite. */
export interface ElementRule {
  parts: readonly PartRule[];
  composite: boolean;
  required: boolean;
}

const SEGMENTS = { 'D.96A': segmentsD96a, 'D.01B': segmentsD01b, '3': serviceSegments };
const MESSAGES = { 'D.96A': messagesD96a, 'D.01B': messagesD01b, '3': serviceMessages };
const read = new Map<string, readonly ElementRule[]>();

/** Elements of a segment by a directory, in order; undefined for one that no message of the hub uses. */
export function elementRules(release: EdifactRelease, tag: string): readonly ElementRule[] | undefined {
  const key = `${release} ${tag}`;
  const known = read.get(key);
  const text = Object.hasOwn(SEGMENTS[release], tag) ? SEGMENTS[release][tag] : undefined;
  if (known !== undefined || text === undefined) return known;
  const rules = [...text.matchAll(/\(([^)]*)\)(!?)|(\S+)/g)].map(([, composite, required, simple]): ElementRule => {
    const parts = (composite ?? simple ?? '').split(' ').map(partRule);
    return {
      parts,
      composite: composite !== undefined,
      required: composite === undefined ? (parts[0]?.required ?? false) : required === '!',
    };
  });
  read.set(key, rules);
  return rules;
}

function partRule(text: string): PartRule {
  const [, kind = 'an', max = '0', required] = /^(an|a|n)(\d+)(!?)$/.exec(text) ?? [];
  return { kind: kind as PartRule['kind'], max: Number(max), required: required === '!' };
}

/** The rule of one value by its place in a table (`NAD04`, `RFF01:2`); throws for a place the directory does not have: a table is wrong. */
export function partAt(release: EdifactRelease, place: string): PartRule {
  const [, tag = '', element = '', component = '1'] = /^([A-Z]{3})(\d\d)(?::(\d+))?$/.exec(place) ?? [];
  const rule = elementRules(release, tag)?.[Number(element) - 1]?.parts[Number(component) - 1];
  if (rule === undefined) throw new Error(`${release} has no ${place}`);
  return rule;
}

/** The skeleton of a message; throws for one the directory does not have. */
export function structureOf(release: EdifactRelease, message: string): SegmentRule[] {
  const text = MESSAGES[release][message];
  if (text === undefined) throw new Error(`${release} has no structure of ${message}`);
  const open: SegmentRule[][] = [[]];
  for (const [, closing, groupMust, groupMax, id = '', must, max] of text.matchAll(/(?:(\))(!?)(\d+)|([A-Z]{3})(!?)(\d*)|\()/g)) {
    if (closing !== undefined) {
      const [trigger, ...children] = open.pop() ?? [];
      if (trigger !== undefined)
        open.at(-1)?.push({ id: trigger.id, min: groupMust === '!' ? 1 : 0, max: Number(groupMax), children });
    } else if (id === '') open.push([]);
    else open.at(-1)?.push({ id, min: must === '!' ? 1 : 0, max: Number(max || '1') });
  }
  return open[0] ?? [];
}

/** What of a message's segments the directory does not allow. Codes extend in guides, so their values are not looked at. */
export function checkElements(release: EdifactRelease, segments: readonly Segment[]): Problem[] {
  const problems: Problem[] = [];
  segments.forEach((segment, index) => {
    const rules = elementRules(release, segment.tag);
    if (rules === undefined) return;
    const place = { line: segment.line, column: segment.column, position: index + 1 };
    const say = (at: string, code: string, message: string): void => {
      problems.push({ at: segment.tag + at, ...place, code, message, severity: 'warning' });
    };
    rules.forEach((rule, at) => {
      checkElement(rule, segment.elements[at + 1] ?? [], (part, code, message) => say(placeOf(at, part), code, message));
    });
    if (segment.elements.length - 1 > rules.length)
      say(
        placeOf(rules.length, 0),
        'ELEMENT_UNKNOWN',
        `The segment has ${segment.elements.length - 1} elements, ${release} knows ${rules.length}.`,
      );
  });
  return problems;
}

const placeOf = (element: number, part: number): string =>
  `${String(element + 1).padStart(2, '0')}${part === 0 ? '' : `:${part + 1}`}`;

type Say = (part: number, code: string, message: string) => void;

function checkElement(rule: ElementRule, components: readonly string[], say: Say): void {
  if (components.every((component) => component === '')) {
    if (rule.required) say(0, 'ELEMENT_MISSING', 'An element that must be here is missing.');
    return;
  }
  rule.parts.forEach((part, index) => {
    const value = components[index] ?? '';
    if (value === '') {
      if (part.required) say(index, 'ELEMENT_MISSING', 'A component that must be here is missing.');
    } else if (part.kind === 'n') {
      if (!/^-?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/.test(value.trim())) say(index, 'ELEMENT_NOT_NUMERIC', 'This is not a number.');
      else if (value.replace(/[^\d]/g, '').length > part.max)
        say(index, 'ELEMENT_TOO_LONG', `The number has more than ${part.max} digits.`);
    } else if ([...value].length > part.max) say(index, 'ELEMENT_TOO_LONG', `The value has more than ${part.max} characters.`);
    else if (part.kind === 'a' && /\d/.test(value)) say(index, 'ELEMENT_NOT_ALPHABETIC', 'The value has digits.');
  });
  if (components.length > rule.parts.length && components.slice(rule.parts.length).some((component) => component !== ''))
    say(
      rule.parts.length,
      'ELEMENT_UNKNOWN',
      `The element has ${components.length} components, the directory knows ${rule.parts.length}.`,
    );
}
