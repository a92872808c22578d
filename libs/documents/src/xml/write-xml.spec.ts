import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attributeOf, textOf } from './element.js';
import { readXml } from './read-xml.js';
import { writeXml } from './write-xml.js';

describe('what is written is read again', () => {
  it('any legal text and attribute value', () => {
    const legal = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .map((text) => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ''));
    fc.assert(
      fc.property(legal, legal, (text, value) => {
        const written = writeXml({ name: 'a', attributes: [['b', value]], children: text === '' ? [] : [text] });
        expect(written.problems).toEqual([]);
        const { root, problems } = readXml(new TextEncoder().encode(written.text));
        expect(problems).toEqual([]);
        expect([textOf(root!), attributeOf(root!, 'b')]).toEqual([text, value]);
      }),
      { numRuns: 300 },
    );
  });

  it('has one element per line, and text inside its element', () => {
    const { text } = writeXml({
      name: 'x:a',
      attributes: [['xmlns:x', 'u']],
      children: [{ name: 'b', children: ['1 < 2 ]]>\r'] }, { name: 'c' }],
    });
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<x:a xmlns:x="u">\n  <b>1 &lt; 2 ]]&gt;&#13;</b>\n  <c/>\n</x:a>\n',
    );
  });

  it('keeps mixed content together', () => {
    expect(writeXml({ name: 'D', children: ['Bolt ', { name: 'S', children: [{ name: 'T' }, 'M6'] }, ' x'] }).text).toContain(
      '<D>Bolt <S><T/>M6</S> x</D>',
    );
  });

  it('a character XML cannot carry is an error, not a broken file', () => {
    const { text, problems } = writeXml({ name: 'a', children: [{ name: 'b', children: ['x\u0001y\uD800z'] }] });
    expect(problems.map((problem) => [problem.code, problem.at, problem.severity])).toEqual([
      ['XML_ILLEGAL_CHARACTER', 'a/b', 'error'],
    ]);
    expect(readXml(new TextEncoder().encode(text)).problems).toEqual([]);
  });

  it('a name is never taken from a document', () => {
    expect(() => writeXml({ name: 'a b' })).toThrow(RangeError);
    expect(() => writeXml({ name: 'a', attributes: [['b=""', '']] })).toThrow(RangeError);
  });
});
