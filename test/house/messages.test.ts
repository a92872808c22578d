import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { productFiles, read, root } from './source.js';

const languages = ['en', 'zh-CN', 'zh-TW'];
const libs = readdirSync(path.join(root, 'libs')).filter((lib) => existsSync(path.join(root, 'libs', lib, 'messages')));
const sentences = (lib: string, language: string): Record<string, string> =>
  JSON.parse(read(`libs/${lib}/messages/${language}.json`));

/** Codes of user errors: the first argument of userError('PriceChanged', ...). */
const codesOf = (lib: string): string[] => [
  ...new Set(
    productFiles()
      .filter((file) => file.startsWith(`libs/${lib}/`))
      .flatMap((file) => [...read(file).matchAll(/\buserError\(\s*'(\w+)'/g)].map((hit) => hit[1]!)),
  ),
];

describe('sentences for people', () => {
  it('stand in every language for every error of every lib', () => {
    const known = new Set(libs.flatMap((lib) => Object.keys(sentences(lib, 'en'))));
    const missing = readdirSync(path.join(root, 'libs')).flatMap((lib) =>
      codesOf(lib)
        .filter((code) => !known.has(code))
        .map((code) => `${lib}: ${code}`),
    );
    expect(missing).toEqual([]);
  });

  it('are the same set in English and both Chinese scripts, with the same values', () => {
    const holes = (text: string): string =>
      [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)]
        .map((hit) => hit[1])
        .sort()
        .join(',');
    for (const lib of libs) {
      const english = sentences(lib, 'en');
      for (const language of languages.slice(1)) {
        const other = sentences(lib, language);
        expect([lib, language, Object.keys(other).sort()]).toEqual([lib, language, Object.keys(english).sort()]);
        expect(
          Object.keys(english)
            .filter((key) => holes(english[key]!) !== holes(other[key]!))
            .map((key) => `${lib} ${language} ${key}`),
        ).toEqual([]);
      }
    }
  });
});
