import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** What is selected of one type: leaves by name, composites with their own tree, members of a union in fragments. */
export interface Tree {
  type: string;
  leaves: string[];
  children: { field: string; call: string; tree: Tree }[];
  fragments: Tree[];
}

/** Levels below the root that a document may have (the hub's limit is 10 with the root). */
const levelsMax = 9;

/** Everything that can be selected of a type without meeting a type again on the way down. */
export function wholeTree(schema: GraphQLSchema, type: GraphQLCompositeType, trail: readonly string[] = []): Tree {
  const tree: Tree = { type: type.name, leaves: ['__typename'], children: [], fragments: [] };
  if (isAbstractType(type)) {
    tree.fragments = schema.getPossibleTypes(type).map((member) => wholeTree(schema, member, [...trail, type.name]));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return tree;
  for (const field of Object.values(type.getFields())) {
    const inner = getNamedType(field.type);
    if (!isCompositeType(inner)) tree.leaves.push(field.name);
    else if (trail.length < levelsMax - 1 && ![...trail, type.name].includes(inner.name) && callOf(field) !== undefined)
      tree.children.push({ field: field.name, call: callOf(field)!, tree: wholeTree(schema, inner, [...trail, type.name]) });
    // A type that leads to its own kind (the part that another turned out to be): asked for, not walked on.
    else if (inner.name === type.name && callOf(field) !== undefined)
      tree.children.push({
        field: field.name,
        call: callOf(field)!,
        tree: { type: inner.name, leaves: ['__typename'], children: [], fragments: [] },
      });
  }
  return tree;
}

/** A nested field with its page kept small; undefined when it needs an argument nobody has thought of. */
function callOf(field: GraphQLField<unknown, unknown>): string | undefined {
  const needed = field.args.filter((argument) => isRequiredArgument(argument) && argument.defaultValue === undefined);
  if (needed.length > 0) return undefined;
  return field.args.some((argument) => argument.name === 'first') ? `${field.name}(first: 2)` : field.name;
}

/** Two halves of a tree that is too much for one operation; undefined when nothing is left to divide. */
export function divided(tree: Tree): [Tree, Tree] | undefined {
  const parts = [...tree.children.map((child) => ({ child })), ...tree.fragments.map((fragment) => ({ fragment }))];
  if (parts.length > 1) {
    const half = (from: number, to?: number): Tree => {
      const chosen = parts.slice(from, to);
      return {
        ...tree,
        children: chosen.flatMap((part) => ('child' in part ? [part.child] : [])),
        fragments: chosen.flatMap((part) => ('fragment' in part ? [part.fragment] : [])),
      };
    };
    const middle = Math.ceil(parts.length / 2);
    return [half(0, middle), half(middle)];
  }
  const [child] = tree.children;
  const [fragment] = tree.fragments;
  const halves = child ? divided(child.tree) : fragment && divided(fragment);
  if (!halves) return withHalfTheLeaves(tree);
  return halves.map((half) => (child ? { ...tree, children: [{ ...child, tree: half }] } : { ...tree, fragments: [half] })) as [
    Tree,
    Tree,
  ];
}

function withHalfTheLeaves(tree: Tree): [Tree, Tree] | undefined {
  const leaves = tree.leaves.filter((leaf) => leaf !== '__typename');
  if (leaves.length < 2) return undefined;
  const middle = Math.ceil(leaves.length / 2);
  const half = (some: string[]): Tree => ({ ...tree, leaves: ['__typename', ...some] });
  return [half(leaves.slice(0, middle)), half(leaves.slice(middle))];
}

/** The tree as GraphQL. Members of a union that use one name for different types get aliases. */
export function printed(tree: Tree, schema: GraphQLSchema): string {
  const taken = new Map<string, string>();
  const own = body(tree, schema, (name) => name);
  const members = tree.fragments.map((fragment) => {
    const named = (name: string): string => {
      const type = typeOf(schema, fragment.type, name);
      const before = taken.get(name) ?? type;
      taken.set(name, before);
      return before === type ? name : `${name}Of${fragment.type}: ${name}`;
    };
    return `... on ${fragment.type} { ${body(fragment, schema, named)} }`;
  });
  return `${own} ${members.join(' ')}`;
}

function body(tree: Tree, schema: GraphQLSchema, named: (name: string) => string): string {
  const children = tree.children.map(({ field, call, tree: inner }) => {
    const alias = named(field) === field ? '' : `${named(field).split(':')[0]}: `;
    return `${alias}${call} { ${printed(inner, schema)} }`;
  });
  return [...tree.leaves.map((leaf) => named(leaf)), ...children].join(' ');
}

function typeOf(schema: GraphQLSchema, type: string, field: string): string {
  const found = schema.getType(type);
  return isObjectType(found) || isInterfaceType(found) ? String(found.getFields()[field]?.type ?? 'String!') : 'String!';
}

/** `Type.field` of everything in the tree, to count what was asked for. */
export function fieldsIn(tree: Tree): string[] {
  return [
    ...tree.leaves.filter((leaf) => leaf !== '__typename').map((leaf) => `${tree.type}.${leaf}`),
    ...tree.children.flatMap(({ field, tree: inner }) => [`${tree.type}.${field}`, ...fieldsIn(inner)]),
    ...tree.fragments.flatMap(fieldsIn),
  ];
}
