import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { pathOf } from './front-door.js';
import type { Headers } from './security-headers.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
};
const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.webmanifest']);
/** Below this compressing saves no packet. */
const compressBytesMin = 1024;

/** Paths that are never a page of the portal. The portal has pages of its own below /exchange; the door of the ERPs is one address. */
const reserved = /^\/(api|graphql|exchange\/inbound|health|ready|metrics)(\/|$)/;

interface Asset {
  file: string;
  type: string;
  etag: string;
  size: number;
  /** Named after its content by the build, so it may be kept for ever. */
  hashed: boolean;
  packed: Map<string, Buffer>;
}

/**
 * The portal's files, listed once at start: a path that is not in the list is not a file, whatever it spells. Unknown paths
 * a browser navigates to get index.html, because the portal routes them itself.
 */
export class Pages {
  private readonly assets = new Map<string, Asset>();

  constructor(
    folder: string,
    private readonly headers: Headers,
  ) {
    if (existsSync(folder)) for (const file of filesBelow(folder)) this.list(folder, file);
  }

  /** Answers a request for a page or asset; false when it is neither. */
  readonly serve = (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const at = pathOf(request.url ?? '/');
    if (reserved.test(at)) return false;
    const asset = this.assets.get(at) ?? (this.isNavigation(request, at) ? this.assets.get('/index.html') : undefined);
    if (!asset) return false;
    this.answer(asset, request, response);
    return true;
  };

  private isNavigation(request: IncomingMessage, at: string): boolean {
    return at === '/' || (String(request.headers.accept ?? '').includes('text/html') && !path.extname(at));
  }

  private list(folder: string, file: string): void {
    const extension = path.extname(file);
    const { size, mtimeMs } = statSync(file);
    const at = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    const hashed = at.startsWith('/assets/');
    const type = types[extension] ?? 'application/octet-stream';
    this.assets.set(at, {
      file,
      type,
      etag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`,
      size,
      hashed,
      packed: new Map(),
    });
  }

  private answer(asset: Asset, request: IncomingMessage, response: ServerResponse): void {
    for (const [name, value] of this.headers) response.setHeader(name, value);
    response.setHeader('cache-control', asset.hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    response.setHeader('etag', asset.etag);
    if (request.headers['if-none-match'] === asset.etag) {
      response.writeHead(304).end();
      return;
    }
    response.setHeader('content-type', asset.type);
    const coding = codingFor(asset, String(request.headers['accept-encoding'] ?? ''));
    if (compressible.has(path.extname(asset.file))) response.setHeader('vary', 'accept-encoding');
    const packed = coding && pack(asset, coding);
    if (packed) response.setHeader('content-encoding', coding);
    response.setHeader('content-length', packed ? packed.length : asset.size);
    if (request.method === 'HEAD') response.end();
    else if (packed) response.end(packed);
    else
      createReadStream(asset.file)
        .on('error', () => response.destroy())
        .pipe(response);
  }
}

type Coding = 'br' | 'gzip';

function codingFor(asset: Asset, accepted: string): Coding | undefined {
  if (asset.size < compressBytesMin || !compressible.has(path.extname(asset.file))) return undefined;
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

/** Packed once and kept: the compressible files of the portal come to a few MiB. */
function pack(asset: Asset, coding: Coding): Buffer {
  const known = asset.packed.get(coding);
  if (known) return known;
  const plain = readFileSync(asset.file);
  // Quality 6 of 11: a tenth of the time of the best for some 5 % of its size.
  const packed =
    coding === 'br' ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }) : gzipSync(plain);
  asset.packed.set(coding, packed);
  return packed;
}

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (entry.isFile()) yield file;
  }
}
