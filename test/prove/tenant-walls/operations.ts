import {
  buildClientSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isCompositeType,
  isInputObjectType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { divided, type Fill, fieldsIn, printed, type Tree, wholeTree } from './selections.js';
import { argumentsFor, type Filling, pageArguments } from './values.js';
import { freshKey, type Got, type Visitor } from './visitor.js';

export type Kind = 'query' | 'mutation' | 'subscription';

/** One root field of the running hub's schema with the documents that ask for everything below it. */
export interface Operation {
  kind: Kind;
  field: GraphQLField<unknown, unknown>;
  /** Documents that together select everything; each is within the hub's limits. */
  documents: string[];
  /** What its description says of who may: permissions, `signed in` or `everybody`. */
  gate: 'everybody' | 'signed in' | 'permission';
}

/** What was asked for of what there is. */
export class Coverage {
  readonly fields = new Set<string>();
  readonly inputs = new Set<string>();
  readonly unfillable = new Set<string>();
  /** Places that the hub's limits keep from everybody, even alone. */
  readonly shut = new Set<string>();
  /** Calls that were turned away as malformed: the generator's own fault. */
  readonly refused = new Set<string>();

  constructor(
    readonly schema: GraphQLSchema,
    /** Which root fields are walked. */
    readonly wanted: (field: string) => boolean,
  ) {}

  get allFields(): string[] {
    return Object.values(this.schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap(namesIn);
  }

  get allInputs(): string[] {
    const roots = [this.schema.getQueryType(), this.schema.getMutationType(), this.schema.getSubscriptionType()];
    const args = roots.flatMap((root) =>
      Object.values(root?.getFields() ?? {}).flatMap((f) => f.args.map((a) => `${f.name}.${a.name}`)),
    );
    const types = Object.values(this.schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
    const nested = types
      .filter(isObjectType)
      .filter((type) => !roots.includes(type))
      .flatMap((type) => Object.values(type.getFields()).flatMap((f) => f.args.map((a) => `${type.name}.${f.name}.${a.name}`)));
    return [...args, ...nested, ...types.filter(isInputObjectType).flatMap(namesIn)];
  }
}

function namesIn(type: GraphQLNamedType): string[] {
  return isObjectType(type) || isInputObjectType(type)
    ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
    : [];
}

/** The schema as the running hub tells it. */
export async function readSchema(visitor: Visitor): Promise<GraphQLSchema> {
  const { body } = await ask(visitor, 'introspection', { query: getIntrospectionQuery() });
  return buildClientSchema((JSON.parse(body) as { data: IntrospectionQuery }).data);
}

/** Every root field with documents that cover all it leads to; what is too much for one document is divided until the hub takes it. */
export async function operationsOf(visitor: Visitor, coverage: Coverage): Promise<Operation[]> {
  const { schema } = coverage;
  const roots = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() };
  const operations: Operation[] = [];
  for (const [kind, root] of Object.entries(roots) as [Kind, (typeof roots)[Kind]][]) {
    for (const field of Object.values(root?.getFields() ?? {}).filter(({ name }) => coverage.wanted(name))) {
      coverage.fields.add(`${root!.name}.${field.name}`);
      operations.push({
        kind,
        field,
        gate: gateOf(field.description ?? ''),
        documents: await documentsFor(visitor, coverage, { kind, field }),
      });
    }
  }
  return operations.sort((a, b) => rank(a) - rank(b));
}

function gateOf(description: string): Operation['gate'] {
  if (/Open to everybody/i.test(description)) return 'everybody';
  return /Needs to be signed in/.test(description) ? 'signed in' : 'permission';
}

/**
 * Queries first; then what adds, what moves, what ends things: else there would be nothing left to be refused. A proposal to the victim comes after
 * all that, since from then on there is something between the two, and leaving comes last.
 */
function rank({ kind, field: { name } }: Operation): number {
  return kind === 'mutation' ? (ranks.find(([names]) => names.test(name))?.[1] ?? 2) : 0;
}

const ranks: readonly (readonly [RegExp, number])[] = [
  [/^(create|save|add|set|invite)/, 1],
  [/^(delete|remove|retire|revoke|reject|cancel|close|discard|suspend|changePartnership|changePassword|switch)/, 3],
  [/^propose/, 4],
  [/^signOut/, 5],
  [/^leave/, 6],
];

async function documentsFor(visitor: Visitor, coverage: Coverage, root: Pick<Operation, 'kind' | 'field'>): Promise<string[]> {
  const type = getNamedType(root.field.type);
  if (isLeafType(type)) return [documentOf(root, '')];
  if (!isCompositeType(type)) throw new Error(`${root.field.name} has a strange type`);
  const open: Tree[] = [wholeTree(coverage.schema, type, fillWith(coverage))];
  const taken: string[] = [];
  for (let tree = open.pop(); tree; tree = open.pop()) {
    const document = documentOf(root, `{ ${printed(tree, coverage.schema)} }`);
    if (await fits(visitor, document)) {
      taken.push(document);
      for (const field of fieldsIn(tree)) coverage.fields.add(field);
      continue;
    }
    const halves = divided(tree);
    // Nobody can ask for it there; that it is asked for elsewhere is what the count of fields shows.
    if (!halves) coverage.shut.add(`${root.field.name}: ${fieldsIn(tree).join(' > ')}`);
    else open.push(...halves);
  }
  return taken;
}

/** Nested fields are given what no tenant owns: an id among their arguments would need a walk of its own, and fails the programme. */
function fillWith(coverage: Coverage): Fill {
  return (owner, { name, args }, optional) =>
    argumentsFor(args, {
      field: `${owner}.${name}`,
      optional,
      way: 0,
      idFor: (_, at) => {
        coverage.unfillable.add(`${owner}.${name}: ${at}`);
        return '';
      },
      seen: (what) => void coverage.inputs.add(what),
      unknown: (at) => void coverage.unfillable.add(at),
    });
}

function documentOf({ kind, field }: Pick<Operation, 'kind' | 'field'>, selection: string): string {
  const declared = field.args.map((a) => `$${a.name}: ${a.type}`).join(', ');
  const given = field.args.map((a) => `${a.name}: $${a.name}`).join(', ');
  return `${kind} Probe${declared ? `(${declared})` : ''} { ${field.name}${given ? `(${given})` : ''} ${selection} }`;
}

/** Whether the hub takes the document. A guest asks without variables, so that nothing runs: its size is judged before them. */
async function fits(visitor: Visitor, document: string): Promise<boolean> {
  const { body } = await ask(visitor, 'the limits', { query: document, operationName: 'Probe', variables: {} });
  if (/"code":"GRAPHQL_VALIDATION_FAILED"/.test(body) && /too much|Too many|more than .* tokens/i.test(body)) return false;
  if (body.includes('over a socket')) return true;
  if (/"code":"GRAPHQL_PARSE_FAILED"/.test(body)) return false;
  if (/"code":"GRAPHQL_VALIDATION_FAILED"/.test(body))
    throw new Error(`the generator wrote what GraphQL does not take: ${body.slice(0, 400)}\n${document.slice(0, 300)}`);
  return true;
}

function ask(visitor: Visitor, what: string, operation: object): Promise<Got> {
  return visitor.send(what, {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(operation),
  });
}

export type Ways = Pick<Filling, 'idFor' | 'optional' | 'way'>;

/** Variables of a call. */
export function variablesFor({ field }: Operation, coverage: Coverage, ways: Ways): Record<string, unknown> {
  const variables = argumentsFor(field.args, {
    ...ways,
    field: field.name,
    seen: (what) => void coverage.inputs.add(what),
    unknown: (at) => void coverage.unfillable.add(at),
  });
  const input = variables['input'] as Record<string, unknown> | undefined;
  if (input && 'idempotencyKey' in input) input['idempotencyKey'] = freshKey();
  return variables;
}

/** Calls the operation once. Malformed calls are noted: they prove nothing. */
export async function call(
  visitor: Visitor,
  { operation, document }: { operation: Operation; document: string },
  variables: object,
): Promise<Got> {
  return ask(visitor, `${operation.kind} ${operation.field.name} ${JSON.stringify(variables).slice(0, 120)}`, {
    query: document,
    variables,
    operationName: 'Probe',
  });
}

export const pages = (operation: Operation): boolean => operation.field.args.some(({ name }) => pageArguments.includes(name));
