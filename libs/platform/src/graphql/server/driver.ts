import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { Injectable } from '@nestjs/common';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../../auth/request-context.js';
import type { Logger } from '../../observability/logger.js';
import type { Metrics } from '../../observability/metrics.js';
import { limits } from '../limits/limits.js';
import { shapeRule } from '../limits/shape-rule.js';
import { CompiledQueries } from './compiled-queries.js';
import { type ErrorSink, OperationPlugin } from './operation-plugin.js';
import { freePlainFields } from './plain-fields.js';

/** Options of the driver beside Nest's. */
export interface DoorOptions extends GqlModuleOptions {
  openSchema: boolean;
  metrics: Metrics;
  logger: Logger;
  sink: ErrorSink;
}

/**
 * Apollo Server without a route in Express: the door before Express hands it every POST /graphql. Nest's own driver mounts
 * Apollo behind Express, which halves the throughput, and its `subscriptions` option dies from one packet.
 */
@Injectable()
export class DoorDriver extends AbstractGraphQLDriver<DoorOptions> {
  private server?: ApolloServer<RequestContext>;
  private started?: GraphQLSchema;
  private errors?: ErrorSink;

  /** The running server. Throws before the application is initialised. */
  get instance(): ApolloServer<RequestContext> {
    if (!this.server) throw new Error('GraphQL has not started');
    return this.server;
  }

  /** The schema of the running server. */
  get schema(): GraphQLSchema {
    if (!this.started) throw new Error('GraphQL has not started');
    return this.started;
  }

  /** Where faults and denials of operations go; sockets use it too. */
  get sink(): ErrorSink {
    if (!this.errors) throw new Error('GraphQL has not started');
    return this.errors;
  }

  async start(options: DoorOptions): Promise<void> {
    const schema = options.schema as GraphQLSchema;
    freePlainFields(schema);
    this.started = schema;
    this.errors = options.sink;
    const rules = { schema, openSchema: options.openSchema };
    this.server = new ApolloServer<RequestContext>({
      gateway: new CompiledQueries(schema),
      // Guests are refused per request, so that the validated document can be cached for everybody.
      introspection: true,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: true,
      allowBatchedHttpRequests: false,
      csrfPrevention: true,
      persistedQueries: false,
      stopOnTerminationSignals: false,
      parseOptions: { maxTokens: limits.tokensMax },
      validationRules: [shapeRule],
      validationOptions: { maxErrors: limits.errorsMax },
      logger: options.logger,
      // Cache control would wrap every field resolver, default ones too.
      plugins: [
        ApolloServerPluginLandingPageDisabled(),
        ApolloServerPluginCacheControlDisabled(),
        new OperationPlugin(() => rules, options.metrics, options.sink),
      ],
      stringifyResult: (result) => JSON.stringify(result),
    });
    await this.server.start();
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }
}
