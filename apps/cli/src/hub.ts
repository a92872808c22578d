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

interface Token {
  accessToken: string;
  expiresAt: string;
}

/** A person, where a program's key does not do. */
export interface Person {
  email: string;
  password: string;
}

/** A hub as a program uses it: an API key exchanged for short tokens, or a person who signs in. */
export class Hub {
  private token: { text: string; until: number } | undefined;
  readonly url: string;

  constructor(
    url: string,
    private readonly who: string | Person,
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
    await this.mutate(query, { uploadId, expectedVersion: version });
  }

  /** One query; whatever is wrong ends the program. */
  async ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    return this.operation(query, variables, await this.authorization());
  }

  /** One mutation of one field; what it refuses ends the program. */
  async mutate<T>(query: string, input: Record<string, unknown>): Promise<T> {
    const data = await this.ask<Record<string, { errors: { message: string }[] }>>(query, { input });
    const [answer] = Object.values(data);
    const faults = answer?.errors ?? [];
    if (faults.length > 0) throw new Ended(exits.refused, faults.map(({ message }) => message).join('\n'));
    return answer as T;
  }

  private async operation<T>(query: string, variables: Record<string, unknown>, headers: Record<string, string>): Promise<T> {
    const { data, errors = [] } = await this.json<{ data?: T; errors?: { message: string }[] }>('/graphql', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    if (errors.length > 0 || !data) throw new Ended(exits.refused, errors.map(({ message }) => message).join('\n'));
    return data;
  }

  private async authorization(): Promise<{ authorization: string }> {
    if (!this.token || this.token.until < Date.now() + 30_000) {
      const { accessToken, expiresAt } = await (typeof this.who === 'string'
        ? this.exchanged(this.who)
        : this.signedIn(this.who));
      this.token = { text: accessToken, until: Date.parse(expiresAt) };
    }
    return { authorization: `Bearer ${this.token.text}` };
  }

  private exchanged(key: string): Promise<Token> {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    return this.json('/api/v1/session/token', { method: 'POST', headers, body: '{}' });
  }

  private async signedIn(person: Person): Promise<Token> {
    const query =
      'mutation SignIn($input: SignInInput!) { signIn(input: $input) { accessToken expiresAt errors { ... on UserError { message } } } }';
    const { signIn } = await this.operation<{ signIn: Token & { errors: { message: string }[] } }>(query, { input: person }, {});
    if (signIn.errors.length > 0) throw new Ended(exits.refused, signIn.errors.map(({ message }) => message).join('\n'));
    return signIn;
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
