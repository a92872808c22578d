/** Every path into a model, lists with [], one item of a list with its number: `lines[].quantity.value`, `buyer.identifiers[0].value`. What a table says of T is checked by the compiler. */
export type ModelPath<T> = {
  [K in keyof T & string]: K extends 'extensions'
    ? never
    : NonNullable<T[K]> extends readonly (infer U)[]
      ? U extends object
        ? `${K}[${'' | '0'}].${ModelPath<U>}` | `${K}[${'' | '0'}]`
        : `${K}[${'' | '0'}]`
      : NonNullable<T[K]> extends object
        ? K | `${K}.${ModelPath<NonNullable<T[K]>>}`
        : K;
}[keyof T & string];

/** What a new object at a path starts with (its empty lists); '' is the document itself. */
export type Blanks = Readonly<Record<string, () => object>>;

/** A model while it is being read or walked. */
export type Model = { [key: string]: unknown };

/** One step into a model. */
export interface ModelStep {
  key: string;
  list: boolean;
  /** The one item meant, when the path names it. */
  item?: number;
  /** The path up to and with this step. */
  path: string;
}

/** Splits a model path. */
export function parseModelPath(path: string): ModelStep[] {
  let sofar = '';
  return path.split('.').map((part) => {
    sofar = sofar === '' ? part : `${sofar}.${part}`;
    const item = /\[(\d+)\]$/.exec(part)?.[1];
    return {
      key: part.replace(/\[\d*\]$/, ''),
      list: part.endsWith('[]'),
      path: sofar,
      ...(item === undefined ? {} : { item: Number(item) }),
    };
  });
}

/** Writes a value, making the objects and list items on the way. Several values for one object are merged. */
export function assign(
  root: Model,
  path: { steps: readonly ModelStep[]; indices: readonly number[]; blanks: Blanks },
  value: unknown,
): void {
  const last = path.steps[path.steps.length - 1];
  if (last === undefined) return;
  const holder = reach(root, { ...path, steps: path.steps.slice(0, -1) });
  if (isModel(value)) Object.assign(reach(root, path), value);
  else if (last.list) listOf(holder, last.key)[path.indices[path.indices.length - 1] ?? 0] = value;
  else if (last.item !== undefined) listOf(holder, last.key)[last.item] = value;
  else holder[last.key] = value;
}

/** The object at a path, made with its blank when it is not there. */
export function reach(root: Model, path: { steps: readonly ModelStep[]; indices: readonly number[]; blanks: Blanks }): Model {
  let at = root;
  let next = 0;
  for (const step of path.steps) {
    const make = () => (path.blanks[step.path.replace(/\[\d+\]/g, '[]')]?.() ?? {}) as Model;
    if (step.list || step.item !== undefined) {
      const list = listOf(at, step.key);
      const index = step.item ?? path.indices[next++] ?? 0;
      list[index] ??= make();
      at = list[index] as Model;
    } else {
      at[step.key] ??= make();
      at = at[step.key] as Model;
    }
  }
  return at;
}

/** Called with a value and the numbers of the list items passed on the way to it. */
export type Visit = (value: unknown, indices: readonly number[]) => void;

/** Calls `visit` for each value the path can mean in objects that exist, absent values included. */
export function walk(root: unknown, steps: readonly ModelStep[], visit: Visit): void {
  // Most rows are about what a document does not say.
  const [first] = steps;
  if (steps.length > 1 && isModel(root) && first !== undefined && root[first.key] === undefined) return;
  descend({ at: root, depth: 0, indices: [] }, { steps, visit, through: false });
}

/** As `walk`, but an object missing on the way counts as an absent value; lists without items still mean nothing. */
export function walkThrough(root: unknown, steps: readonly ModelStep[], visit: Visit): void {
  descend({ at: root, depth: 0, indices: [] }, { steps, visit, through: true });
}

function descend(
  place: { at: unknown; depth: number; indices: readonly number[] },
  walk: { steps: readonly ModelStep[]; visit: Visit; through: boolean },
): void {
  const { at, depth, indices } = place;
  const step = walk.steps[depth];
  if (step === undefined) {
    walk.visit(at, indices);
    return;
  }
  if (!isModel(at)) return;
  const held = at[step.key];
  const inner = step.item === undefined ? held : Array.isArray(held) ? held[step.item] : undefined;
  if (step.list) {
    if (!Array.isArray(inner)) return;
    inner.forEach((item, index) => {
      descend({ at: item, depth: depth + 1, indices: [...indices, index] }, walk);
    });
  } else if (inner !== undefined || depth === walk.steps.length - 1) descend({ at: inner, depth: depth + 1, indices }, walk);
  else if (walk.through) walk.visit(undefined, indices);
}

/** Takes out the holes that unread list items left. */
export function compact(value: unknown): void {
  if (Array.isArray(value)) {
    const kept = value.filter((item) => item !== undefined);
    value.splice(0, value.length, ...kept);
    for (const item of value) compact(item);
  } else if (isModel(value)) for (const inner of Object.values(value)) compact(inner);
}

function listOf(holder: Model, key: string): unknown[] {
  if (!Array.isArray(holder[key])) holder[key] = [];
  return holder[key] as unknown[];
}

function isModel(value: unknown): value is Model {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
