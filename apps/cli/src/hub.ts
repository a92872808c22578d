import { Ended, exits } from './exits.js';

/** An upload as the hub tells it. */
export interface Upload {
  uploadId: string;
  state: string;
  progress: { bytesRead?: number; bytesTotal?: number; rows?: number };
  counts: {
    rows: number;
    ok: number;
    refused: number;
    new: number;
    changed: number;
    unchanged: number;
    withdrawn: number;
  } | null;
  reasons: { code: string; facts: Record<string, unknown> }[] | null;
  publicationVersion: number | null;
  version: number;
}

/** A hub as a supplier's program uses it: an API key exchanged for short tokens. */
export class Hub {
  private token: { text: string; until: number } | undefined;
  readonly url: string;

  constructor(
    url: string,
    private readonly key: string,
  ) {
    this.url = url.replace(/\/+$/, '');
  }

  async sendFile(query: URLSearchParams, { body, size }: { body: ReadableStream; size: number }): Promise<string> {
    const headers = {
      ...(await this.authorization()),
      'content-type': 'application/octet-stream',
      'content-length': String(size),
    };
    const answer = await this.json<{ uploadId: string }>(`/api/v1/uploads?${query}`, {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    return answer.uploadId;
  }

  async upload(id: string): Promise<Upload> {
    return this.json(`/api/v1/uploads/${id}`, { headers: await this.authorization() });
  }

  async publish(uploadId: string): Promise<void> {
    const query =
      'mutation Publish($input: UploadDecisionInput!) { publishUpload(input: $input) { errors { ... on UserError { message code } } } }';
    const { version } = await this.upload(uploadId);
    const answer = await this.json<{
      data?: { publishUpload: { errors: { message: string }[] } };
      errors?: { message: string }[];
    }>('/graphql', {
      method: 'POST',
      headers: { ...(await this.authorization()), 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { input: { uploadId, expectedVersion: version } } }),
    });
    const faults = [...(answer.errors ?? []), ...(answer.data?.publishUpload.errors ?? [])];
    if (faults.length > 0) throw new Ended(exits.refused, faults.map((fault) => fault.message).join('\n'));
  }

  private async authorization(): Promise<{ authorization: string }> {
    if (!this.token || this.token.until < Date.now() + 30_000) {
      const got = await this.json<{ accessToken: string; expiresAt: string }>('/api/v1/session/token', {
        method: 'POST',
        headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
        body: '{}',
      });
      this.token = { text: got.accessToken, until: Date.parse(got.expiresAt) };
    }
    return { authorization: `Bearer ${this.token.text}` };
  }

  private async json<T>(path: string, init: RequestInit): Promise<T> {
    const response = await fetch(this.url + path, init).catch((error: Error) => {
      throw new Ended(
        exits.failed,
        `The hub at ${this.url} cannot be reached: ${(error.cause as Error | undefined)?.message ?? error.message}`,
      );
    });
    const body = (await response.json().catch(() => ({}))) as T & { title?: string; detail?: string; code?: string };
    if (response.ok) return body;
    throw new Ended(
      exitFor(response.status),
      `The hub answered ${response.status}: ${body.detail ?? body.title ?? body.code ?? ''}`,
    );
  }
}

/** What an HTTP status means to a script: no right (or nothing there that is ours), a hub in trouble, or something wrong with what was sent. */
function exitFor(status: number): number {
  if (status === 401 || status === 403 || status === 404) return exits.refused;
  return status === 429 || status >= 500 ? exits.failed : exits.findings;
}
