import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { filesBelow, productFiles, read, root } from './source.js';

const libs = readdirSync(path.join(root, 'libs'));

describe('rooms of the house', () => {
  it('gives each lib one door and a README that says what it is', () => {
    for (const lib of libs) {
      expect([lib, filesBelow(`libs/${lib}`, /\/index\.ts$/)]).toEqual([lib, [`libs/${lib}/src/index.ts`]]);
      const lines = read(`libs/${lib}/README.md`).trim().split('\n').length;
      expect([lib, lines >= 5 && lines <= 60]).toEqual([lib, true]);
    }
  });

  it('names files in kebab-case after what they hold', () => {
    expect(productFiles().filter((file) => !/\/\$?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?$/.test(file))).toEqual([]);
  });

  it('uses none of the empty words', () => {
    const words = /\b(?:class|interface|type|function|const)\s+\w*(?:Manager|Helper|Util|Utils|Dto)\b/;
    expect(productFiles().filter((file) => words.test(read(file)))).toEqual([]);
  });

  it('leaves no note to do later and no commented-out switch of a check', () => {
    const left = /\b(?:TODO|FIXME)\b|@ts-ignore|@ts-nocheck|biome-ignore(?! lint\/[\w/]+: \w)/;
    expect(productFiles().filter((file) => left.test(read(file)))).toEqual([]);
  });

  it('touches raw environment variables in configuration only', () => {
    const allowed = /^libs\/platform\/src\/config\/|^apps\//;
    expect(productFiles().filter((file) => /process\.env\b/.test(read(file)) && !allowed.test(file))).toEqual([]);
  });

  it('binds the tenant in the unit of work and the read functions only', () => {
    const allowed = /^libs\/platform\/src\/(work|database)\//;
    expect(productFiles().filter((file) => /app\.org\b/.test(read(file)) && !allowed.test(file))).toEqual([]);
  });

  it('parses XML behind the front door only', () => {
    const parser = /from '(?:fast-xml-parser|libxml2-wasm|saxes)'/;
    expect(
      productFiles().filter((file) => parser.test(read(file)) && !/^libs\/documents\/src\/(xml|bmecat)\//.test(file)),
    ).toEqual([]);
  });

  it('speaks HTTP to others through the one outbound client', () => {
    const client = /\bfetch\(|^import (?!type )[^;]*from '(?:node:)?https?'|from 'undici'/m;
    const allowed = /^libs\/platform\/src\/(outbound|http|graphql|observability)\/|^apps\/(portal|cli|hub)\//;
    expect(productFiles().filter((file) => client.test(read(file)) && !allowed.test(file))).toEqual([]);
  });

  it('computes money as text, never with Number, parseFloat or toFixed in the trade rooms', () => {
    const rooms = /^libs\/(?:kernel|catalog|supply|procurement|tendering|exchange)\/src\//;
    expect(productFiles().filter((file) => rooms.test(file) && /parseFloat\(|\.toFixed\(/.test(read(file)))).toEqual([]);
  });
});
