import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { RequestContext } from '../../auth/request-context.js';
import { limits } from '../limits/limits.js';
import { shapeRule } from '../limits/shape-rule.js';
import { checkOperation, type OperationRules } from './operation-plugin.js';

/** What a client asked for on a socket. */
export interface Subscribed {
  query: unknown;
  variables: Readonly<Record<string, unknown>>;
  operationName: string | undefined;
}

/**
 * Arguments of a subscription that passed the same rules as an operation by HTTP, or its errors. Sockets carry subscriptions
 * only: queries and mutations have the door with its limits.
 */
export function prepareSubscription(
  rules: OperationRules,
  asked: Subscribed,
  context: RequestContext,
): ExecutionArgs | readonly GraphQLError[] {
  const document = parsed(asked.query);
  if (document instanceof GraphQLError) return [document];
  const problems = validate(rules.schema, document, [...specifiedRules, shapeRule], { maxErrors: limits.errorsMax });
  if (problems.length > 0) return problems.map((problem) => coded(problem, 'GRAPHQL_VALIDATION_FAILED'));
  const operation = getOperationAST(document, asked.operationName);
  if (!operation) return [refused('No such operation in the document.')];
  if (operation.operation !== 'subscription') return [refused('Sockets carry subscriptions only.')];
  try {
    checkOperation(rules, { document, operation, variables: asked.variables }, context);
  } catch (error) {
    return [error as GraphQLError];
  }
  return {
    schema: rules.schema,
    document,
    operationName: asked.operationName,
    variableValues: asked.variables,
    contextValue: context,
  };
}

function parsed(query: unknown): DocumentNode | GraphQLError {
  if (typeof query !== 'string') return refused('The operation has no text.');
  try {
    return parse(query, { maxTokens: limits.tokensMax });
  } catch (error) {
    return error instanceof GraphQLError ? coded(error, 'GRAPHQL_PARSE_FAILED') : refused('The operation cannot be read.');
  }
}

function refused(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}

function coded(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { code },
  });
}

/** What an event is executed with: a context of its own, because loaders of an earlier event would answer with what they read then. */
export type EventContext = () => Promise<RequestContext>;

/**
 * The results of a subscription, one per event of its source. Its `return` aborts the operation before it asks the source to
 * end, since a source that waits for its next event would not hear it.
 */
export async function resultsOf(
  args: ExecutionArgs,
  fresh: EventContext,
  abort: () => void,
): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const results: AsyncGenerator<ExecutionResult> = {
    async next() {
      const event = await events.next();
      if (event.done) return { done: true, value: undefined };
      return { done: false, value: await execute({ ...args, rootValue: event.value, contextValue: await fresh() }) };
    },
    async return() {
      abort();
      void Promise.resolve(events.return?.()).catch(() => undefined);
      return { done: true, value: undefined };
    },
    async throw(error) {
      await results.return(undefined);
      throw error;
    },
    [Symbol.asyncIterator]: () => results,
    [Symbol.asyncDispose]: async () => void (await results.return(undefined)),
  };
  return results;
}
