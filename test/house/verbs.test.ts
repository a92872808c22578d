import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { filesBelow, productFiles, read, root } from './source.js';

/** Whether the door of its lib or an edge of it names the file: steps inside of a verb are tested through it. */
function isCalledFromOutside(file: string): boolean {
  const lib = file.split('/')[1]!;
  const name = path.basename(file, '.ts');
  const edges = [`libs/${lib}/src/index.ts`, ...filesBelow(`libs/${lib}/src`, /\.(resolver|controller|job)\.ts$/)];
  return edges.some((edge) => read(edge).includes(`/${name}.js'`));
}

const exported = /export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*work: Work\b/;
const testsOf = (file: string): string =>
  filesBelow(`test/${file.split('/')[1]}`, /\.test\.ts$/)
    .map(read)
    .join('\n');
/** A verb: a file without a kind in its name that exports a function whose first parameter is the work, called from outside. */
const verbs = productFiles().filter((file) => {
  const name = path.basename(file, '.ts');
  return (
    /^libs\/(?!platform|kernel|documents|sealing)[^/]+\/src\/[^/]+\//.test(file) &&
    !name.includes('.') &&
    exported.test(read(file)) &&
    isCalledFromOutside(file)
  );
});
/** Calls of the verb in any test of its lib: small verbs of one family may share a file. */
const isCalledInTests = (file: string): boolean => new RegExp(`\\b${exported.exec(read(file))?.[1]}\\(`).test(testsOf(file));
const testOf = (file: string): string => `test/${file.split('/')[1]}/${path.basename(file, '.ts')}.test.ts`;

describe('verbs', () => {
  it('are each tested on a real database', () => {
    expect(
      verbs
        .filter((file) => !existsSync(path.join(root, testOf(file))) && !isCalledInTests(file))
        .map((file) => `${file}: no ${testOf(file)}`),
    ).toEqual([]);
  });

  it('are plain functions that import nothing of Nest', () => {
    expect(verbs.filter((file) => /from '@nestjs\//.test(read(file)))).toEqual([]);
  });

  it('are tested without skipping or singling out', () => {
    const marks = /\b(?:it|test|describe)\.(?:only|skip|todo)\(|\bx(?:it|describe)\(/;
    expect(
      [...filesBelow('test', /\.test\.ts$/), ...filesBelow('libs', /\.spec\.ts$/)].filter(
        (file) => !file.startsWith('test/house/') && marks.test(read(file)),
      ),
    ).toEqual([]);
  });
});
