import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../../auth/request-context.js';
import type { Logger } from '../../observability/logger.js';
import type { Metrics } from '../../observability/metrics.js';
import { costOf } from '../limits/cost.js';
import { introspects } from '../limits/introspection.js';
import { limits } from '../limits/limits.js';
import { formatError, judge } from './error-format.js';

/** What is asked of every operation, by HTTP and by socket, before it runs. */
export interface OperationRules {
  schema: GraphQLSchema;
  /** Whether guests may read the schema. */
  openSchema: boolean;
}

/** Throws GraphQLError for an operation that costs too much, or that reads the schema and may not. */
export function checkOperation(
  rules: OperationRules,
  asked: { document: DocumentNode; operation: OperationDefinitionNode; variables: Readonly<Record<string, unknown>> },
  context: RequestContext,
): void {
  const cost = costOf({ schema: rules.schema, ...asked });
  if (cost > limits.costMax) {
    throw new GraphQLError(`The operation asks for too much: at most ${limits.costMax} objects.`, refusedRequest);
  }
  if (!rules.openSchema && context.authorization === undefined && introspects(asked.document)) {
    throw new GraphQLError('The schema is shown to those who are signed in.', refusedRequest);
  }
}

const refusedRequest = { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } };

/** Faults and denials of an operation go here: to the log, to the audit trail. */
export type ErrorSink = (error: unknown, context: RequestContext) => void;

/** Apollo's hooks: limits before, the log and the counters after. One listener object for all requests. */
export class OperationPlugin implements ApolloServerPlugin<RequestContext> {
  private readonly listener: GraphQLRequestListener<RequestContext>;

  constructor(rules: () => OperationRules, metrics: Metrics, sink: ErrorSink) {
    this.listener = {
      didResolveOperation: async ({ document, operation, request, contextValue }) => {
        // Without an operation Apollo itself refuses the request.
        if (!operation) return;
        checkOperation(rules(), { document, operation, variables: request.variables ?? {} }, contextValue);
        if (operation.operation === 'subscription')
          throw new GraphQLError('Subscriptions are asked for over a socket.', refusedRequest);
      },
      didEncounterErrors: async ({ errors, contextValue }) => {
        for (const error of errors) sink(error, contextValue);
      },
      willSendResponse: async (context) => {
        const { response, errors, contextValue } = context;
        if (errors?.length && response.body.kind === 'single') {
          response.body.singleResult.errors = errors.map((error) => formatError(error, contextValue));
        }
        metrics.operations.inc({ kind: context.operation?.operation ?? 'none', outcome: outcomeOf(context) });
      },
    };
  }

  async requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return this.listener;
  }
}

/** Logs faults whole and hands denials on to be audited. */
export function errorSink(logger: Logger, denied: (error: unknown, context: RequestContext) => void): ErrorSink {
  return (error, context) => {
    const { code, fault } = judge(error);
    if (fault)
      logger.error(
        {
          requestId: context.requestId,
          error: (error as GraphQLError).originalError ?? error,
          path: (error as GraphQLError).path,
        },
        'an operation failed',
      );
    else if (code === 'FORBIDDEN') denied(error, context);
  };
}

function outcomeOf({ errors }: GraphQLRequestContext<RequestContext>): string {
  if (!errors?.length) return 'ok';
  return errors.some((error) => judge(error).fault) ? 'failed' : 'refused';
}
