import { describe, expect, it } from '@jest/globals';
import { languageFor, Sentences } from './sentences.js';

describe('the language of a reader', () => {
  it('is the best one we have of those he names', () => {
    const cases: [string | undefined, string][] = [
      [undefined, 'en'],
      ['', 'en'],
      ['de-DE,de;q=0.9', 'en'],
      ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
      ['zh', 'zh-CN'],
      ['zh-Hans-SG', 'zh-CN'],
      ['zh-TW', 'zh-TW'],
      ['zh-Hant', 'zh-TW'],
      ['zh-HK;q=0.5, en;q=0.4', 'zh-TW'],
      ['en;q=0.3, zh-TW;q=0.7', 'zh-TW'],
      ['zh-CN;q=0, en', 'en'],
      ['*', 'en'],
      ['zh-CN;q=x, en;q=0.1', 'en'],
    ];
    expect(cases.map(([header]) => languageFor(header))).toEqual(cases.map(([, language]) => language));
  });
});

describe('sentences', () => {
  it('come in the language asked for, with values, and never vanish', () => {
    const sentences = Sentences.load();
    expect(sentences.of('UNAUTHENTICATED', 'en')).toBe('Sign in to do this.');
    expect(sentences.of('UNAUTHENTICATED', 'zh-CN')).toBe('请先登录。');
    expect(sentences.of('NoSuchCode', 'zh-TW')).toBe('NoSuchCode');
  });
});
