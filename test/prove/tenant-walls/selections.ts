import {
  astFromValue,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  print,
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

/** Types that only lead on to others: walked through at every place, or there would be nothing to see behind them. */
const passage = /(Connection|Edge)$/;

/**
 * What is asked for below one root field. Selecting everything everywhere would multiply (the alternatives of a part have offers, which
 * have parts): so each type is selected whole once below each root, at the place with the fewest levels, and at every other place with its leaves,
 * its values (types of leaves alone, such as Money) and what it is a passage or a union of. Every resolver is thus called below every root that leads
 * to it, every place shows what is written in it, and the size is bound by the fields of the schema, not by its paths.
 */
export function wholeTree(schema: GraphQLSchema, root: GraphQLCompositeType, fill: Fill): Tree {
  const opened = new Set<string>();
  const top = emptyTree(root.name);
  const waiting = [{ type: root, tree: top, level: 1 }];
  for (let place = waiting.shift(); place; place = waiting.shift()) {
    const { type, tree, level } = place;
    const whole = !opened.has(type.name);
    opened.add(type.name);
    if (isAbstractType(type)) {
      for (const member of schema.getPossibleTypes(type)) {
        const inner = emptyTree(member.name);
        tree.fragments.push(inner);
        waiting.push({ type: member, tree: inner, level });
      }
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const inner = getNamedType(field.type);
      if (!isCompositeType(inner)) {
        tree.leaves.push(field.name);
        continue;
      }
      if (level >= levelsMax || !(whole || passage.test(type.name) || isValue(inner))) continue;
      for (const call of callsOf(type.name, field, fill)) {
        const child = emptyTree(inner.name);
        tree.children.push({ field: field.name, call, tree: child });
        waiting.push({ type: inner, tree: child, level: level + 1 });
      }
    }
  }
  return top;
}

const emptyTree = (type: string): Tree => ({ type, leaves: ['__typename'], children: [], fragments: [] });

/** Whether the type has nothing but leaves: an amount, a period, an address. */
function isValue(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && Object.values(type.getFields()).every((field) => !isCompositeType(getNamedType(field.type)));
}

/** Values for the arguments of a nested field: those it needs, or all that it takes. */
export type Fill = (owner: string, field: GraphQLField<unknown, unknown>, all: boolean) => Record<string, unknown>;

/** How a nested field is called: with what it needs, and once more with all it takes. Its page is kept small. */
function callsOf(owner: string, field: GraphQLField<unknown, unknown>, fill: Fill): string[] {
  const paged = field.args.some(({ name }) => name === 'first') ? { first: 2 } : {};
  const calls = [false, true].map((all) => {
    const values: Record<string, unknown> = { ...fill(owner, field, all), ...paged };
    const given = field.args
      .filter(({ name }) => name in values)
      .map(({ name, type }) => `${name}: ${print(astFromValue(values[name], type)!)}`);
    return given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name;
  });
  const [needed = field.name, whole = needed] = calls;
  return whole === needed ? [needed] : [needed, `${field.name}WithAll: ${whole}`];
}

/**
 * Two halves of a tree that is too much for one operation; undefined when nothing is left to divide. Leaves stay with the first half, so that
 * each stands in one document alone and there are never more halves than places.
 */
export function divided(tree: Tree): [Tree, Tree] | undefined {
  const bare = { ...tree, leaves: ['__typename'], children: [], fragments: [] };
  const parts = [...tree.children.map((child) => ({ child })), ...tree.fragments.map((fragment) => ({ fragment }))];
  if (parts.length === 0) return halfTheLeaves(tree);
  if (tree.leaves.length > 1)
    return [
      { ...bare, leaves: tree.leaves },
      { ...tree, leaves: bare.leaves },
    ];
  if (parts.length > 1) {
    const middle = Math.ceil(parts.length / 2);
    return [parts.slice(0, middle), parts.slice(middle)].map((half) => ({
      ...bare,
      children: half.flatMap((part) => ('child' in part ? [part.child] : [])),
      fragments: half.flatMap((part) => ('fragment' in part ? [part.fragment] : [])),
    })) as [Tree, Tree];
  }
  const [child] = tree.children;
  const [fragment] = tree.fragments;
  const halves = child ? divided(child.tree) : fragment && divided(fragment);
  return halves?.map((half) => (child ? { ...bare, children: [{ ...child, tree: half }] } : { ...bare, fragments: [half] })) as
    | [Tree, Tree]
    | undefined;
}

function halfTheLeaves(tree: Tree): [Tree, Tree] | undefined {
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
