import type { Problem, Severity } from '../canonical/problem.js';
import { type Address, parseAddress } from './address.js';
import type { Field } from './field.js';
import { type Blanks, type ModelPath, type ModelStep, parseModelPath } from './model-path.js';
import type { GrammarNode } from './node.js';
import type { Presence, Row } from './row.js';
import { childOrder, type Structure } from './structure.js';

/** What a rule may look at beside the document: the tree as received, the node of a list item, and where to say what it found. */
export interface RuleView {
  root: GrammarNode;
  nodeOf(path: string): GrammarNode | undefined;
  report(problem: { at: string; code: string; message: string; severity?: Severity }): void;
}

/** What no row can say. `reading` puts a tree as received into the order the rows expect; `decoded` mends the document that the rows made; `encoding` shapes a copy of it before the rows write it. */
export interface Rule<T> {
  name: string;
  says: string;
  reading?(root: GrammarNode): void;
  decoded?(document: T, view: RuleView): void;
  encoding?(document: T, report: RuleView['report']): void;
  /** Adds to the tree what the rows could not write. */
  written?(document: T, view: RuleView): void;
  /** Puts the finished tree into the order of the format, which the rows do not know: the way back of `reading`. */
  writing?(root: GrammarNode): void;
}

/** The table of a message as it is written down. */
export interface MessageTable<T> {
  standard: string;
  release: string;
  message: string;
  /** One line on the source: standard, release, paragraph. */
  source: string;
  structure: Structure;
  /** What new objects of the model start with. */
  blanks: Blanks;
  /** Lists whose items keep their own extensions. */
  extended: readonly string[];
  /** Key of the extensions of this message's format. */
  format: string;
  rows: readonly Row<ModelPath<T>>[];
  rules: readonly Rule<T>[];
  /** Segments that hold pairs of qualifier and value, and from which element on. */
  pairs?: Readonly<Record<string, number>>;
  /** Elements that are read over and never kept: payment cards and the like. */
  secret?: readonly string[];
  /** Paths of the model that a rule carries, so that they are not reported as unsaid. */
  carried: readonly string[];
}

/** A field row ready to run. */
export interface LoadedRow {
  presence: Presence;
  address: Address;
  to: string;
  steps: readonly ModelStep[];
  field: Field;
  rename?: Readonly<Record<string, string>>;
  default?: string;
  /** Found when the table loads, because every document asks for it: the lists among the steps and where each is bound, what must be there, `to` cut at its lists, the number of the way down to each step, whether a step has a condition. */
  ready: ReadyRow;
}

interface ReadyRow {
  lists: readonly ModelStep[];
  bindings: readonly { list: ModelStep; depth: number; key: string }[];
  presenceSteps: readonly ModelStep[];
  pieces: readonly string[];
  ways: readonly number[];
  conditional: boolean;
}

/** A table that was checked and is ready to run. Its coordinate is `x12:004010:850`, `ubl:2.1:Order`. */
export interface Message<T> {
  coordinate: string;
  table: MessageTable<T>;
  rows: readonly LoadedRow[];
  fixed: readonly { address: Address; value: string; anchor: number }[];
  same: readonly { address: Address; from: readonly ModelStep[] }[];
  counts: readonly { address: Address; of: readonly ModelStep[] }[];
  dropped: readonly Address[];
}

/** What one side found. */
export type Report = (problem: Problem) => void;

const RULES_MAX = 5;

/** Checks a table and makes it ready. Throws when the table contradicts itself: that is a bug, found when the process starts. */
export function message<T>(table: MessageTable<T>): Message<T> {
  const syntax = table.structure.syntax;
  const address = (at: string) => checked(parseAddress(at, syntax), table);
  const loaded: Message<T> = {
    coordinate: `${table.standard.toLowerCase()}:${table.release}:${table.message}`,
    table,
    rows: [],
    fixed: [],
    same: [],
    counts: [],
    dropped: [],
  };
  const parts = {
    rows: [] as LoadedRow[],
    fixed: [] as Message<T>['fixed'][number][],
    same: [] as Message<T>['same'][number][],
    counts: [] as Message<T>['counts'][number][],
    dropped: [] as Address[],
  };
  const ways = new Map<string, number>();
  for (const row of table.rows) {
    const at = address(row.at);
    if (row.kind === 'field') parts.rows.push(loadedRow(row, at, ways));
    else if (row.kind === 'fixed') parts.fixed.push({ address: at, value: row.value, anchor: row.anchor });
    else if (row.kind === 'same') parts.same.push({ address: at, from: parseModelPath(row.from) });
    else if (row.kind === 'count') parts.counts.push({ address: at, of: parseModelPath(row.of) });
    else parts.dropped.push(at);
  }
  checkLists(parts.rows, table.message);
  if (table.rules.length > RULES_MAX) throw new Error(`${table.message} has more than ${RULES_MAX} rules: its model is wrong`);
  return { ...loaded, ...parts };
}

/** `known` numbers the ways of a table: rows that go down the same way find the same nodes. */
function loadedRow(
  { presence, to, field }: Extract<Row<string>, { kind: 'field' }>,
  address: Address,
  known: Map<string, number>,
): LoadedRow {
  const steps = parseModelPath(to);
  const target = field.merges === undefined ? to : `${to}.${field.merges.key}`;
  const lists = steps.filter((step) => step.list);
  const ways = address.steps.map((_, depth) => {
    const texts = address.steps.slice(0, depth + 1).map(({ text }) => text);
    const way = texts.join('/');
    known.set(way, known.get(way) ?? known.size);
    return known.get(way)!;
  });
  const repeats = address.steps.flatMap((step, depth) => (step.repeat ? [depth] : []));
  const ready = {
    lists,
    bindings: lists.flatMap((list, place) => {
      const depth = repeats[place];
      return depth === undefined ? [] : [{ list, depth: depth + 1, key: `${ways[depth]} ${list.path}` }];
    }),
    presenceSteps: field.merges === undefined ? steps : parseModelPath(target),
    pieces: target.split('[]'),
    ways,
    conditional: address.steps.some(({ where }) => where.length > 0),
  };
  return { presence, address, to, steps, field, ready };
}

/** The value a row means, with the numbers of list items filled in: `lines[2].price.amount`. */
export function targetOf({ ready: { pieces } }: LoadedRow, indices: readonly number[]): string {
  let target = pieces[0] ?? '';
  for (let i = 1; i < pieces.length; i++) target += `[${indices[i - 1] ?? 0}]${pieces[i]}`;
  return target;
}

/** Every step must be in the structure, or an element that is not in its parent's order would be written in a wrong place. */
function checked<T>(address: Address, table: MessageTable<T>): Address {
  const path: string[] = [];
  for (const { name } of address.steps) {
    if (!childOrder(table.structure, path).includes(name))
      throw new Error(`${table.message}: ${address.text} leaves the structure at ${name}`);
    path.push(name);
  }
  return address;
}

/** A list of the model must be bound to one place, or items of two places would be mixed; and both sides repeat equally often. */
function checkLists(rows: readonly LoadedRow[], name: string): void {
  const bound = new Map<string, string>();
  for (const row of rows) {
    const lists = row.steps.filter((step) => step.list);
    const repeats = row.address.steps.map((step, index) => ({ step, index })).filter(({ step }) => step.repeat);
    if (lists.length !== repeats.length) throw new Error(`${name}: ${row.address.text} and ${row.to} do not repeat alike`);
    lists.forEach((list, position) => {
      const place = row.address.steps
        .slice(0, (repeats[position]?.index ?? 0) + 1)
        .map((step) => step.text)
        .join('/');
      const known = bound.get(list.path) ?? place;
      if (known !== place) throw new Error(`${name}: the list ${list.path} is bound to ${known} and to ${place}`);
      bound.set(list.path, known);
    });
  }
}
