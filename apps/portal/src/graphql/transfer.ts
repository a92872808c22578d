import { liveToken } from '../session/session';

/** The hub refused a transfer of a file; `message` is its sentence. */
export class TransferRefused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'TransferRefused';
  }
}

/** The hub's refusals are problem documents (RFC 9457) with a code of their own. */
function refusalOf(status: number, text: string): TransferRefused {
  let problem: { code?: string; title?: string; detail?: string } = {};
  try {
    problem = JSON.parse(text) as typeof problem;
  } catch {
    problem = {};
  }
  return new TransferRefused(status, problem.code ?? String(status), problem.detail ?? problem.title ?? String(status));
}

/** Fetches a file of the hub with the session's token and hands it to the reader. */
export async function download(path: string, fileName: string): Promise<void> {
  const url = URL.createObjectURL(await fetchFile(path));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export interface Sending {
  /** Bytes that have left, of all. */
  onProgress: (sent: number, all: number) => void;
  signal: AbortSignal;
}

/** Sends a file as the body of a POST; the browser streams it from the disk. */
export async function send<Answer>(path: string, file: Blob, { onProgress, signal }: Sending): Promise<Answer> {
  const token = await liveToken();
  return new Promise<Answer>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('authorization', `Bearer ${token ?? ''}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => onProgress(event.loaded, event.lengthComputable ? event.total : file.size);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as Answer);
      else reject(refusalOf(request.status, request.responseText));
    };
    request.onerror = () => reject(new TransferRefused(0, 'NETWORK', ''));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/** Sends a text file as the body of a POST and gives the answer, also one that says what is wrong with its lines (422 with `problems`). */
export async function postText<Answer>(path: string, file: Blob): Promise<Answer> {
  const headers = { authorization: `Bearer ${(await liveToken()) ?? ''}`, 'content-type': 'text/csv' };
  const response = await fetch(path, { method: 'POST', headers, body: file });
  const text = await response.text();
  if (response.ok || (response.status === 422 && text.includes('"problems"'))) return JSON.parse(text) as Answer;
  throw refusalOf(response.status, text);
}

/** A file of the hub as the browser holds it, fetched with the session's token. */
export async function fetchFile(path: string): Promise<Blob> {
  const response = await fetch(path, { headers: { authorization: `Bearer ${(await liveToken()) ?? ''}` } });
  if (!response.ok) throw refusalOf(response.status, await response.text());
  return response.blob();
}

/** Sends a certificate, datasheet or picture; its id is what it is attached by. */
export async function sendFile(file: File): Promise<{ id: string }> {
  const path = `/api/v1/files?name=${encodeURIComponent(file.name)}`;
  return send<{ id: string }>(path, file, { onProgress: () => undefined, signal: new AbortController().signal });
}
