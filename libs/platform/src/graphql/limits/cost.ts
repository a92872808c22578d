import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { limits } from './limits.js';

/** Arguments that size a list. */
const sizeArguments = new Set(['first', 'last']);
/** Different page sizes remembered per document. */
const rememberedMax = 50;

interface Facts {
  /** Variables that size a list: with the same values the cost is the same. */
  sizing: readonly string[];
  costs: Map<string, number>;
}

const known = new WeakMap<DocumentNode, Facts>();

interface Asked {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * How many objects the answer may hold: each object counts 1, a page `first` or `last` times what stands in it, another
 * list 10 times. Leaves are free, they copy. Worked out once per document and page sizes. (graphql-query-complexity walks
 * the document on every request, which the hot path cannot afford, and sees no difference between a leaf and an object.)
 */
export function costOf(asked: Asked): number {
  const facts = known.get(asked.document) ?? remember(asked.document);
  const name = asked.operation.name?.value ?? '';
  const key =
    facts.sizing.length === 0 ? name : `${name}|${facts.sizing.map((variable) => sizeKey(asked.variables[variable])).join('|')}`;
  const before = facts.costs.get(key);
  if (before !== undefined) return before;
  const cost = new Estimate(asked).ofOperation();
  if (facts.costs.size < rememberedMax) facts.costs.set(key, cost);
  return cost;
}

/** Only numbers size a page: a text that looks like one must not be remembered as its cost. */
function sizeKey(value: unknown): string {
  return typeof value === 'number' ? String(value) : '-';
}

function remember(document: DocumentNode): Facts {
  const sizing = new Set<string>();
  visit(document, {
    Argument(node) {
      if (sizeArguments.has(node.name.value) && node.value.kind === Kind.VARIABLE) sizing.add(node.value.name.value);
    },
  });
  const facts = { sizing: [...sizing], costs: new Map<string, number>() };
  known.set(document, facts);
  return facts;
}

class Estimate {
  private readonly fragments: Map<string, FragmentDefinitionNode>;
  private readonly defaults: Map<string, number>;
  /** Cost of each fragment by its name and the page it stands in; each is walked once, however often it is spread. */
  private readonly walked = new Map<string, number>();

  constructor(private readonly asked: Asked) {
    const definitions = asked.document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(definitions.map((node) => [node.name.value, node]));
    this.defaults = new Map(
      (asked.operation.variableDefinitions ?? []).map((node) => [
        node.variable.name.value,
        node.defaultValue?.kind === Kind.INT ? Number(node.defaultValue.value) : Number.NaN,
      ]),
    );
  }

  ofOperation(): number {
    const { schema, operation } = this.asked;
    const root = schema.getRootType(operation.operation);
    return root ? this.ofSelections(operation.selectionSet, root, 1) : 0;
  }

  /** `page` is the size of the connection these selections stand in; its `nodes` and `edges` repeat that often. */
  private ofSelections(set: SelectionSetNode, type: GraphQLNamedType, page: number): number {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) sum += this.ofField(selection, type, page);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) sum += this.ofFragment(selection.name.value, page);
      else sum += this.ofSelections(selection.selectionSet, this.typeOf(selection) ?? type, page);
      // Beyond the limit the exact figure is of no interest, and fragments of fragments could make it a long one.
      if (sum > limits.costMax) return sum;
    }
    return sum;
  }

  private ofFragment(name: string, page: number): number {
    const key = `${name} ${page}`;
    const known = this.walked.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const type = fragment && this.typeOf(fragment);
    const cost = type ? this.ofSelections(fragment.selectionSet, type, page) : 0;
    this.walked.set(key, cost);
    return cost;
  }

  private typeOf({ typeCondition }: { typeCondition?: NamedTypeNode | undefined }): GraphQLNamedType | undefined {
    return typeCondition ? this.asked.schema.getType(typeCondition.name.value) : undefined;
  }

  private ofField(field: FieldNode, parent: GraphQLNamedType, page: number): number {
    const definition = fieldOf(parent, field.name.value);
    if (!definition || !field.selectionSet) return 0;
    const type = getNamedType(definition.type);
    if (!isCompositeType(type)) return 0;
    const size = this.sizeOf(field, definition);
    if (size !== undefined) return 1 + this.ofSelections(field.selectionSet, type, size);
    const times = isList(definition) ? (isConnection(parent) ? page : limits.listSize) : 1;
    return times * (1 + this.ofSelections(field.selectionSet, type, 1));
  }

  /** The page size of a connection field: the argument, its variable, or the default page; undefined for other fields. */
  private sizeOf(field: FieldNode, definition: GraphQLField<unknown, unknown>): number | undefined {
    if (!definition.args.some((argument) => sizeArguments.has(argument.name))) return undefined;
    for (const { name, value } of field.arguments ?? []) {
      if (!sizeArguments.has(name.value)) continue;
      if (value.kind === Kind.INT) return clamp(Number(value.value));
      if (value.kind === Kind.VARIABLE) {
        const given = this.asked.variables[value.name.value] ?? this.defaults.get(value.name.value);
        if (typeof given === 'number' && !Number.isNaN(given)) return clamp(given);
      }
    }
    return 20;
  }
}

function clamp(size: number): number {
  return Math.max(1, size);
}

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function isList({ type }: GraphQLField<unknown, unknown>): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function isConnection(type: GraphQLNamedType): boolean {
  return type.name.endsWith('Connection');
}
