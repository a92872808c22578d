import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadSecretKeys } from '../secrets/secret-box.js';
import { loadTokenKeys, makeSecretFile, readTokenKeys } from './token-keys.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'keys-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('files of keys', () => {
  it('are made once: processes that start together hold the same key', async () => {
    const file = path.join(folder, 'a/token.json');
    const all = await Promise.all(Array.from({ length: 8 }, () => loadTokenKeys(file)));
    expect(new Set(all.map(([{ kid }]) => kid)).size).toBe(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.dirname(file))).toEqual(['token.json']);
  });

  it('are never written over by a process that came too late', () => {
    const file = path.join(folder, 'b/secret');
    makeSecretFile(file, 'first');
    makeSecretFile(file, 'second');
    expect(readFileSync(file, 'utf8')).toBe('first');
  });

  it('that are broken are told in one sentence that repeats nothing of them', async () => {
    const file = path.join(folder, 'c.json');
    for (const text of ['{"kty":"OKP","d":"s3cret"}', 's3cret', '-----BEGIN s3cret', '[]']) {
      writeFileSync(file, text);
      await expect(loadTokenKeys(file)).rejects.toThrow(
        `${file} holds no Ed25519 private key as PEM or JWK: restore it, or take it away for a new one.`,
      );
      await expect(readTokenKeys(text)).rejects.toThrow(
        /^ENTREPOT_TOKEN_KEY holds no Ed25519 private key as PEM or JWK: restore it, or/,
      );
      expect(() => loadSecretKeys(file)).toThrow(/ holds no keys of 32 bytes: restore it/);
      expect(() => loadSecretKeys(file)).not.toThrow(/s3cret/);
    }
  });
});
