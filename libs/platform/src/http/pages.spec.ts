import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pages } from './pages.js';

const script = `console.log("${'entrepot '.repeat(300)}")`;
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'pages-'));
  mkdirSync(path.join(folder, 'portal/assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  writeFileSync(path.join(folder, 'portal/index.html'), '<!doctype html>');
  writeFileSync(path.join(folder, 'portal/assets/main-abc123.js'), script);
  const pages = new Pages(path.join(folder, 'portal'), [['x-test', 'yes']]);
  server = createServer((request, response) => {
    if (!pages.serve(request, response)) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function get(target: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const request = httpRequest({ port, host: '127.0.0.1', path: target, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject).end();
  });
}

describe('pages of the portal', () => {
  it('gives index.html to whoever navigates, never for the ways of the interfaces', async () => {
    const html = { accept: 'text/html,*/*' };
    for (const target of ['/', '/orders/PO-2026-000123', '/search?q=nas1149', '/exchange/messages']) {
      const got = await get(target, html);
      expect([got.status, got.body.toString(), got.headers['cache-control'], got.headers['x-test']]).toEqual([
        200,
        '<!doctype html>',
        'no-cache',
        'yes',
      ]);
    }
    for (const target of ['/api/v1/x', '/graphql', '/exchange/inbound', '/health', '/ready', '/metrics', '/missing.js']) {
      expect((await get(target, html)).status).toBe(418);
    }
    expect((await get('/orders')).status).toBe(418);
    expect((await get('/', html, 'POST')).status).toBe(418);
  });

  it('lets hashed files be kept for ever, packed as the browser likes', async () => {
    const target = '/assets/main-abc123.js';
    const plain = await get(target);
    expect([plain.body.toString(), plain.headers['cache-control'], plain.headers['content-encoding']]).toEqual([
      script,
      'public, max-age=31536000, immutable',
      undefined,
    ]);
    const brotli = await get(target, { 'accept-encoding': 'gzip, br' });
    expect([brotli.headers['content-encoding'], brotliDecompressSync(brotli.body).toString(), brotli.headers['vary']]).toEqual([
      'br',
      script,
      'accept-encoding',
    ]);
    const gzip = await get(target, { 'accept-encoding': 'gzip' });
    expect([gzip.headers['content-encoding'], gunzipSync(gzip.body).toString()]).toEqual(['gzip', script]);
    const again = await get(target, { 'if-none-match': String(plain.headers['etag']) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await get(target, {}, 'HEAD')).body.length).toBe(0);
  });

  it('knows no file outside of its list, whatever a path spells', async () => {
    for (const target of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/assets/../../secret.txt',
      '/%2e%2e/secret.txt',
      '//etc/passwd',
      '/assets/',
    ]) {
      expect((await get(target)).status).toBe(418);
    }
  });
});
