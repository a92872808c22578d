import { describe, expect, it } from '@jest/globals';
import { manufacturerAlias } from './manufacturer-alias.js';

describe('manufacturerAlias', () => {
  it.each([
    [{ code: ' 81205 ', name: 'Boeing' }, 'C:81205'],
    [{ name: 'Æro-Tech,  Inc.' }, 'N:ÆRO TECH INC'],
    [{ name: 'ＳＫＦ' }, 'N:SKF'],
    [{ name: '中国商飞' }, 'N:中国商飞'],
    [{ code: '', name: 'Nas' }, 'N:NAS'],
    [{ name: ' .,- ' }, undefined],
    [{}, undefined],
  ])('keys %j as %s, the code before the name', (claim, alias) => {
    expect(manufacturerAlias(claim)).toBe(alias);
  });
});
