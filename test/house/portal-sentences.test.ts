import { describe, expect, it } from '@jest/globals';
import { filesBelow, read } from './source.js';

type Tree = { [key: string]: string | Tree };
const folder = 'apps/portal/src/i18n';
const areas = filesBelow(`${folder}/en`, /\.json$/).map((file) => file.split('/').at(-1)!.replace('.json', ''));

function flat(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}
const sentences = (language: string, area: string): Map<string, string> =>
  flat(JSON.parse(read(`${folder}/${language}/${area}.json`)) as Tree);
/** Chinese has one plural form; i18next keeps it under `_other`. */
const plain = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const holes = (text: string): string[] => [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map((hit) => hit[1]!))].sort();

describe('sentences of the portal', () => {
  it('stand in all three languages under the same keys, with the same values', () => {
    const faults: string[] = [];
    for (const area of areas) {
      const english = sentences('en', area);
      const keys = [...new Set([...english.keys()].map(plain))].sort();
      for (const language of ['zh-CN', 'zh-TW']) {
        const other = sentences(language, area);
        const others = [...new Set([...other.keys()].map(plain))].sort();
        for (const key of keys.filter((k) => !others.includes(k))) faults.push(`${language}/${area}: ${key} is missing`);
        for (const key of others.filter((k) => !keys.includes(k))) faults.push(`${language}/${area}: ${key} is not in English`);
        for (const [key, text] of english) {
          if (key.endsWith('_one')) continue;
          const twin = other.get(key) ?? other.get(`${plain(key)}_other`);
          if (twin !== undefined && holes(twin).some((hole) => !holes(text).includes(hole) && hole !== 'count'))
            faults.push(`${language}/${area}: ${key} has other values`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('exist for every key that a page names', () => {
    const known = new Map(areas.map((area) => [area, new Set([...sentences('en', area).keys()].map(plain))]));
    const faults: string[] = [];
    for (const file of filesBelow('apps/portal/src', /\.tsx?$/)) {
      const text = read(file);
      const spaces = new Map(
        [...text.matchAll(/const \{ t(?:: (\w+))? \} = useTranslation\('(\w+)'\)/g)].map((hit) => [hit[1] ?? 't', hit[2]!]),
      );
      for (const [name, area] of spaces) {
        // A file with several components may bind `t` to several areas: then the key may stand in any of them.
        const here = [...text.matchAll(/useTranslation\('(\w+)'\)/g)].map((hit) => hit[1]!);
        for (const hit of text.matchAll(new RegExp(`(?<![\\w.])${name}\\('([\\w.:-]+)'`, 'g'))) {
          const [space, key] = hit[1]!.includes(':') ? (hit[1]!.split(':') as [string, string]) : [undefined, hit[1]!];
          const candidates = space ? [space] : [area, ...here];
          if (!candidates.some((candidate) => known.get(candidate)?.has(key))) faults.push(`${file}: ${hit[1]}`);
        }
      }
    }
    expect([...new Set(faults)]).toEqual([]);
  });
});
