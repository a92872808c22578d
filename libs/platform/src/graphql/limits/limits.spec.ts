import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { costOf } from './cost.js';
import { limits } from './limits.js';
import { shapeRule } from './shape-rule.js';

const schema = buildSchema(`
  type Query { a: String things(first: Int): ThingConnection! plain: [Thing!]! }
  type ThingConnection { nodes: [Thing!]! }
  type Thing { id: ID! things(first: Int): ThingConnection! }
`);

const refusals = (text: string): string[] => validate(schema, parse(text), [shapeRule]).map((error) => error.message);

function cost(text: string, variables: Record<string, unknown> = {}, document = parse(text)): number {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  return costOf({ schema, document, operation, variables });
}

/** Each fragment spreads the next one twice: `levels` of them stand for 2^levels fields. */
function doubling(levels: number, leaf: string): string {
  const fragments = Array.from({ length: levels }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
  return `{ ...F0 } ${fragments.join(' ')} fragment F${levels} on Query { ${leaf} }`;
}

describe('shape of a document', () => {
  // 2^200 fields would never be counted.
  it('costs its length, not its expansion, to be measured', () => {
    expect(refusals(doubling(200, '__typename'))).toEqual([]);
    expect(refusals(doubling(200, 'a'))).toEqual([`Too many calls in one operation: at most ${limits.rootCallsMax}.`]);
  });

  it('counts root calls through fragments and inline fragments, as often as they are spread', () => {
    const spread = (times: number): string => `{ ${'...F '.repeat(times)} } fragment F on Query { a ... on Query { b: a } }`;
    expect(refusals(spread(10))).toEqual([]);
    expect(refusals(`{ c: a ${'...F '.repeat(10)} } fragment F on Query { a ... on Query { b: a } }`)).toEqual([
      'Too many calls in one operation: at most 20.',
    ]);
  });

  it('bounds depth through fragments', () => {
    const deep = (levels: number): string =>
      `{ ...F } fragment F on Query { ${'things { nodes { '.repeat(levels)} id ${'} }'.repeat(levels)} }`;
    expect(refusals(deep(4))).toEqual([]);
    expect(refusals(deep(5))).toEqual(['Too many levels: at most 10.']);
  });
});

describe('cost of an operation', () => {
  it('multiplies pages by what stands in them', () => {
    expect(cost('{ things(first: 5) { nodes { id things(first: 3) { nodes { id } } } } }')).toBe(1 + 5 * (1 + 1 + 3 * 1));
    expect(cost('{ plain { id } }')).toBe(10);
    expect(cost('query ($n: Int = 7) { things(first: $n) { nodes { id } } }')).toBe(8);
  });

  it('is worked out once per fragment, however often it is spread', () => {
    expect(cost(doubling(200, '__typename'))).toBe(0);
    expect(cost(doubling(3, 'plain { id }'))).toBe(80);
    expect(cost(doubling(200, 'plain { id }'))).toBeGreaterThan(limits.costMax);
  });

  it('is not remembered for a variable that only looks like the number', () => {
    const text = 'query ($a: Int, $b: Int) { things(first: $a) { nodes { things(first: $b) { nodes { id } } } } }';
    const document = parse(text);
    const dear = 1 + 100 * (1 + 1 + 100);
    expect(cost(text, { a: '100', b: '100' }, document)).toBe(1 + 20 * (1 + 1 + 20));
    expect(cost(text, { a: 100, b: 100 }, document)).toBe(dear);
    expect(cost(text, { a: '100|100' }, document)).toBe(1 + 20 * (1 + 1 + 20));
    expect(cost(text, { a: 100, b: 100 }, document)).toBe(dear);
  });
});
