import { describe, expect, it } from '@jest/globals';
import { inLanguage, languageRank } from './content.rules.js';

describe('languageRank', () => {
  it.each([
    [['zh-TW'], ['zh-TW', 'zh-Hant', 'zh-CN', '', 'en', 'de']],
    [['zh-CN'], ['zh-CN', 'zh', 'zh-HK', '', 'en-GB', 'ja']],
    [
      ['de-AT', 'fr'],
      ['de-AT', 'de', 'fr', '', 'en', 'zh-CN'],
    ],
    [['en'], ['en', 'en-US', '', 'de']],
  ])('orders what %j reads', (wanted, best) => {
    const shuffled = [...best].reverse().sort((a, b) => languageRank(wanted, a) - languageRank(wanted, b));
    expect(shuffled).toEqual(best);
  });
});

describe('inLanguage', () => {
  const content = (series: string, language: string, orgId = 'a') => ({ orgId, kind: 'DATASHEET', series, language });

  it('gives one version of each series, and keeps those of others apart', () => {
    const all = [content('1', 'en'), content('1', 'zh-CN'), content('2', 'de'), content('1', 'en', 'b')];
    expect(inLanguage(all, ['zh-TW'])).toEqual([all[1], all[2], all[3]]);
    expect(inLanguage(all, ['en'])).toEqual([all[0], all[2], all[3]]);
  });
});
