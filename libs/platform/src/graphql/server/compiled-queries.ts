import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from '../../auth/request-context.js';

type Gateway = NonNullable<ApolloServerOptionsWithGateway<RequestContext>['gateway']>;
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;
type Asked = Parameters<Executor>[0];

/**
 * How often a document comes before its query is compiled. Compiling costs as much as a few executions, so a stranger who
 * sends a new document each time makes the hub parse and validate it, as before, and nothing more.
 */
const compiledFrom = 10;

/** A name that an ordinary object does not hold as its own. */
const unspeakable = '__proto__';

interface Known {
  calls: number;
  /** By operation name; false for what is not compiled. */
  readonly queries: Map<string, CompiledQuery | false>;
}

/**
 * Executes operations for Apollo, by the hook it keeps for executors of other makes. A query that comes again and again is
 * compiled to one function that builds its answer (graphql-jit), which costs a tenth of walking the document for every
 * field of every row. Mutations, queries that come seldom and whatever the compiler does not take go to graphql-js; so does a
 * query whose variables do not fit, so that their faults are told in the same words. docs/adr has the figures.
 */
export class CompiledQueries implements Gateway {
  private readonly known = new WeakMap<DocumentNode, Known>();

  constructor(private readonly schema: GraphQLSchema) {}

  onSchemaLoadOrUpdate(tell: Parameters<Gateway['onSchemaLoadOrUpdate']>[0]): () => void {
    tell({ apiSchema: this.schema, coreSupergraphSdl: '' });
    return () => undefined;
  }

  async load(): Promise<{ executor: Executor }> {
    return { executor: this.execute };
  }

  async stop(): Promise<void> {
    // Nothing runs on its own.
  }

  readonly execute = async (asked: Asked): Promise<ExecutionResult> => {
    const compiled = this.compiledFor(asked);
    if (compiled) {
      const result = (await compiled.query({}, asked.context, asked.request.variables)) as ExecutionResult;
      // Without data nothing has been called yet: the variables were refused.
      if (result.data !== undefined) return result.errors ? { ...result, errors: result.errors.map(ordinary) } : result;
    }
    return execute({
      schema: this.schema,
      document: asked.document,
      contextValue: asked.context,
      variableValues: asked.request.variables ?? {},
      operationName: asked.request.operationName ?? null,
    });
  };

  private compiledFor({ document, operation, operationName }: Asked): CompiledQuery | undefined {
    if (operation?.operation !== OperationTypeNode.QUERY) return undefined;
    const known = this.known.get(document) ?? { calls: 0, queries: new Map<string, CompiledQuery | false>() };
    if (known.calls === 0) this.known.set(document, known);
    known.calls += 1;
    if (known.calls < compiledFrom) return undefined;
    const name = operationName ?? '';
    const before = known.queries.get(name);
    if (before !== undefined) return before || undefined;
    const made = this.compile(document, name);
    known.queries.set(name, made);
    return made || undefined;
  }

  private compile(document: DocumentNode, operationName: string): CompiledQuery | false {
    if (speaksOf(document, unspeakable)) return false;
    const made = compileQuery(this.schema, document, operationName, { disablingCapturingStackErrors: true });
    return isCompiledQuery(made) ? made : false;
  }
}

/** Errors of compiled queries as graphql-js makes them, which the rest of the hub reads. */
function ordinary({ message, path, originalError }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { ...(path ? { path } : {}), ...(originalError ? { originalError } : {}) });
}

function speaksOf(document: DocumentNode, name: string): boolean {
  let found = false;
  visit(document, {
    Name(node) {
      if (node.value === name) found = true;
    },
  });
  return found;
}
