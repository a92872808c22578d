import { describe, expect, it } from '@jest/globals';
import { filesBelow, functionSizes, productFiles, read } from './source.js';

const linesOf = (file: string): number => read(file).split('\n').length - 1;

describe('sizes of the house', () => {
  it('keeps every file of product code within 300 lines', () => {
    expect(
      productFiles()
        .filter((file) => linesOf(file) > 300)
        .map((file) => `${file}: ${linesOf(file)}`),
    ).toEqual([]);
  });

  it('keeps every test file within 400 lines', () => {
    expect(
      filesBelow('test', /\.test\.ts$/)
        .filter((file) => linesOf(file) > 400)
        .map((file) => `${file}: ${linesOf(file)}`),
    ).toEqual([]);
  });

  it('keeps every function within 60 lines and three parameters', () => {
    const sizes = productFiles()
      .filter((file) => !file.endsWith('.tsx'))
      .flatMap(functionSizes);
    expect(sizes.filter((f) => f.lines > 60).map((f) => `${f.at}: ${f.lines} lines`)).toEqual([]);
    expect(sizes.filter((f) => f.parameters > 3).map((f) => `${f.at}: ${f.parameters} parameters`)).toEqual([]);
  });

  it('keeps every folder of source within 14 files', () => {
    const folders = new Map<string, number>();
    for (const file of productFiles()) {
      const folder = file.slice(0, file.lastIndexOf('/'));
      folders.set(folder, (folders.get(folder) ?? 0) + 1);
    }
    expect([...folders].filter(([, files]) => files > 14).map(([folder, files]) => `${folder}: ${files}`)).toEqual([]);
  });

  it('keeps each app to wiring of at most 400 lines a file', () => {
    expect(
      ['hub', 'worker', 'cli'].flatMap((app) => filesBelow(`apps/${app}/src`, /\.ts$/)).filter((file) => linesOf(file) > 400),
    ).toEqual([]);
  });
});
