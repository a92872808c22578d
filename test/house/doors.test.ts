import { describe, expect, it } from '@jest/globals';
import { doors, filesBelow, read } from './source.js';

const edgeFiles = ['libs', 'apps/hub', 'apps/worker'].flatMap((folder) => filesBelow(folder, /\.(resolver|controller)\.ts$/));

describe('gates at the door', () => {
  it('puts exactly one of @Allow and @Public on every query, mutation, subscription and route', () => {
    const all = edgeFiles.flatMap(doors);
    expect(
      all
        .filter((door) => door.gates.length !== 1)
        .map((door) => `${door.at} ${door.kind} ${door.name}: ${door.gates.join(', ') || 'no gate'}`),
    ).toEqual([]);
  });

  it('describes every field of the schema', () => {
    const schema = read('apps/hub/src/schema.graphql');
    const undescribed: string[] = [];
    const lines = schema.split('\n');
    let type = '';
    for (const [index, line] of lines.entries()) {
      const opened = /^(?:type|input|interface) (\w+)/.exec(line);
      if (opened) type = opened[1]!;
      const root = type === 'Query' || type === 'Mutation' || type === 'Subscription';
      if (root && /^ {2}\w+[(:]/.test(line) && !/"""|^ {2}"/.test(lines[index - 1] ?? ''))
        undescribed.push(`${type}.${line.trim()}`);
    }
    expect(undescribed).toEqual([]);
  });
});
