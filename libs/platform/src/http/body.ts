import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

/** Bytes of a JSON body at most, 1 MiB: a request of 200 lines has some 30 KiB. */
export const jsonBodyMax = 1024 * 1024;
/** Milliseconds a body of this size may take; slower clients are cut. Uploads have their own limits. */
export const bodyTimeoutMs = 20_000;

/** Thrown for what HTTP itself forbids; answered with the status and as problem+json. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'HttpRefusal';
  }
}

/**
 * The whole body, counted while it is read. Throws HttpRefusal 413 at the first byte beyond `bytesMax`, 408 when it takes
 * longer than 20 s, 415 for a compressed one, 400 when the client breaks off.
 */
export function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const encoding = request.headers['content-encoding'];
  if (encoding && encoding !== 'identity') return Promise.reject(notOffered(encoding));
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) return Promise.reject(tooLarge(bytesMax));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => end(new HttpRefusal(408, 'BODY_TOO_SLOW', 'The body took too long.')), bodyTimeoutMs);
    const end = (refusal?: HttpRefusal) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onCut).off('close', onCut);
      if (refusal) reject(refusal);
      else resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size));
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > bytesMax) end(tooLarge(bytesMax));
      else chunks.push(chunk);
    };
    const onEnd = () => end();
    const onCut = () => end(new HttpRefusal(400, 'BODY_CUT', 'The body broke off.'));
    request.on('data', onData).on('end', onEnd).on('error', onCut).on('close', onCut);
  });
}

/** The JSON body, undefined when there is none. Throws HttpRefusal 415 for another content type, 400 for what is not JSON in UTF-8. */
export async function readJson(request: IncomingMessage, bytesMax: number): Promise<unknown> {
  requireJson(request);
  const bytes = await readBody(request, bytesMax);
  return bytes.length === 0 ? undefined : parseJson(bytes);
}

/** Throws HttpRefusal 415 unless the content type is application/json in UTF-8. Forms and plain text, which a foreign page could send, end here. */
export function requireJson(request: IncomingMessage): void {
  const type = request.headers['content-type'];
  if (type === 'application/json') return;
  if (!type || !/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type)) {
    throw new HttpRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send application/json in UTF-8.');
  }
}

/** The value of JSON bytes. Throws HttpRefusal 400; nothing of the text is repeated. */
export function parseJson(bytes: Buffer): unknown {
  try {
    if (isUtf8(bytes)) return JSON.parse(bytes.toString());
  } catch {
    // Told below, in the same words.
  }
  throw new HttpRefusal(400, 'NOT_JSON', 'The body is not JSON in UTF-8.');
}

function tooLarge(bytesMax: number): HttpRefusal {
  return new HttpRefusal(413, 'BODY_TOO_LARGE', `A body has at most ${bytesMax} bytes here.`);
}

function notOffered(encoding: string): HttpRefusal {
  const said = /^[a-z0-9-]{1,20}$/i.test(encoding) ? ` (${encoding})` : '';
  return new HttpRefusal(415, 'ENCODING_NOT_OFFERED', `Compressed bodies are not taken${said}.`, {
    'accept-encoding': 'identity',
  });
}
