import { existsSync, readFileSync } from 'node:fs';
import { HttpRefusal } from '../../http/body.js';

/** Documents of the portal by the SHA-256 of their text: the client sends the hash, the hub knows the text. */
export class StoredOperations {
  private constructor(private readonly texts: ReadonlyMap<string, string>) {}

  /** From a JSON object of hash to text, as the portal's build writes it; empty when there is no such file. */
  static load(path: string): StoredOperations {
    return new StoredOperations(
      existsSync(path) ? new Map(Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>)) : new Map(),
    );
  }

  /** The text for a request that names a document (`documentId`, or `extensions.persistedQuery.sha256Hash`). Throws 404 for an unknown one, gives the request's own text otherwise. */
  textFor(request: { query?: unknown; documentId?: unknown; extensions?: unknown }): unknown {
    const id = request.documentId ?? hashIn(request.extensions);
    if (id === undefined) return request.query;
    const text = typeof id === 'string' ? this.texts.get(id.replace(/^sha256:/, '')) : undefined;
    if (text === undefined) throw new HttpRefusal(404, 'PERSISTED_QUERY_NOT_FOUND', 'No stored operation of this name.');
    return text;
  }
}

function hashIn(extensions: unknown): unknown {
  const stored = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null | undefined)?.persistedQuery;
  return stored?.sha256Hash;
}
