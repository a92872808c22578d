import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../../auth/request-context.js';
import { BadInput } from '../../http/bad-input.js';
import { HttpRefusal } from '../../http/body.js';
import { Refusal } from '../../work/refusal.js';
import { isUnreadable, sqlState } from '../../work/unit-of-work.js';

/** Codes PostgreSQL functions of ours raise for refusals. */
const refusedByState: Readonly<Record<string, string>> = { EN401: 'UNAUTHENTICATED', EN403: 'FORBIDDEN', EN404: 'NOT_FOUND' };

/** Codes that say the request itself was wrong, told as they are. */
const requestCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
const messageMax = 400;

/** What the edge says of a thrown error: its code, and the problems of a bad input. `fault` when it is nobody's but ours. */
export function judge(error: unknown): { code: string; fault: boolean; problems?: readonly unknown[] } {
  const original = unwrapResolverError(error);
  if (original instanceof Refusal) return { code: original.code, fault: false };
  if (original instanceof BadInput) return { code: 'BAD_USER_INPUT', fault: false, problems: original.problems };
  if (original instanceof HttpRefusal) return { code: original.code, fault: false };
  if (original instanceof GraphQLError) {
    const { code } = original.extensions;
    if (typeof code === 'string' && requestCodes.has(code)) return { code, fault: false };
    // graphql-js itself names no code: a variable or argument that does not fit its type.
    if (code === undefined && !original.originalError) return { code: 'BAD_USER_INPUT', fault: false };
  }
  if (isUnreadable(original)) return { code: 'BAD_USER_INPUT', fault: false, problems: [] };
  const refused = refusedByState[sqlState(original) ?? ''];
  return refused ? { code: refused, fault: false } : { code: 'INTERNAL', fault: true };
}

/** An error as the client sees it: no stack, no SQL, no suggestion; a code, a sentence, and the id under which the log holds the rest. */
export function formatError(error: GraphQLError, context: RequestContext): GraphQLFormattedError {
  const { code, problems } = judge(error);
  const aboutRequest = requestCodes.has(code) && !problems;
  const { path, locations } = error.toJSON();
  return {
    message: aboutRequest ? withoutSuggestion(error.message).slice(0, messageMax) : context.sentence(code),
    ...(path ? { path } : {}),
    ...(aboutRequest && locations ? { locations } : {}),
    extensions: { code, ...(problems ? { problems } : {}), correlationId: context.requestId },
  };
}

/** graphql-js proposes names of the schema for misspelt ones; strangers need no such help. */
export function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean [\s\S]*$/, '');
}
