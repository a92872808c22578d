import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { RequestContext } from '../../auth/request-context.js';
import { HttpRefusal, jsonBodyMax, parseJson, readBody, requireJson } from '../../http/body.js';
import type { StoredOperations } from './stored-operations.js';

/** Headers Apollo looks at; the others it need not see. */
const passedOn = ['content-type', 'apollo-require-preflight', 'x-apollo-operation-name'];

/**
 * POST /graphql without Express: method, content type, size and time of the body, JSON, stored operation, then Apollo.
 * The rules that hold for every request stand in FrontDoor. Throws HttpRefusal; Apollo's own refusals are its replies.
 */
export class GraphqlDoor {
  constructor(
    private readonly apollo: () => ApolloServer<RequestContext>,
    private readonly stored: StoredOperations,
  ) {}

  /** Answers one request. */
  readonly handle = async (request: IncomingMessage, response: ServerResponse, context: RequestContext): Promise<void> => {
    if (request.method !== 'POST') {
      throw new HttpRefusal(405, 'METHOD_NOT_ALLOWED', 'GraphQL is asked by POST.', { allow: 'POST' });
    }
    requireJson(request);
    const body = this.operationIn(parseJson(await readBody(request, jsonBodyMax)));
    if (context.gone) return;
    const answer = await this.apollo().executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: headersFor(request), search: '', body },
      context: async () => context,
    });
    if (context.gone) return;
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.setHeader('cache-control', 'no-store');
    response.statusCode = answer.status ?? 200;
    if (answer.body.kind !== 'complete') throw new Error('incremental delivery is not offered');
    const text = answer.body.string;
    response.setHeader('content-length', Buffer.byteLength(text));
    response.end(text);
  };

  private operationIn(body: unknown): unknown {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new HttpRefusal(400, 'BAD_REQUEST', 'A GraphQL request is one JSON object; batches are not taken.');
    }
    const { documentId, extensions, ...rest } = body as Record<string, unknown>;
    if (documentId === undefined && extensions === undefined) return body;
    return { ...rest, query: this.stored.textFor(body) };
  }
}

function headersFor(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const name of passedOn) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  // Everybody takes application/json; who prefers the media type of GraphQL over HTTP must say so.
  const { accept } = request.headers;
  if (accept?.includes('graphql')) headers.set('accept', accept);
  return headers;
}
