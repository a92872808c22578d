import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { filesBelow, productFiles, read, root } from './source.js';

/** A verb: a file without a kind in its name that exports a function whose first parameter is the work. */
const verbs = productFiles().filter((file) => {
  const name = path.basename(file, '.ts');
  return (
    /^libs\/(?!platform|kernel|documents|sealing)[^/]+\/src\/[^/]+\//.test(file) &&
    !name.includes('.') &&
    /export async function \w+(?:<[^>]*>)?\(\s*work: Work\b/.test(read(file))
  );
});
const testOf = (file: string): string => `test/${file.split('/')[1]}/${path.basename(file, '.ts')}.test.ts`;

describe('verbs', () => {
  it('have each their own test on a real database', () => {
    expect(
      verbs.filter((file) => !existsSync(path.join(root, testOf(file)))).map((file) => `${file}: no ${testOf(file)}`),
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
